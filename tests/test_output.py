"""A build appears as a whole or not at all, whatever happens between its steps."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools import output


def a_site(root: Path, text: str) -> None:
    upcoming = output.begin(root)
    output.write(upcoming, {"index.html": text.encode(), "lo/a.html": b"a"})
    output.write_manifest(upcoming, "2026.11.0")


def site_text(root: Path) -> str:
    return (root / "site/index.html").read_text()


def test_a_new_site_replaces_the_old_one(tmp_path: Path) -> None:
    for text in ("one", "two"):
        a_site(tmp_path, text)
        output.publish(tmp_path)
        assert site_text(tmp_path) == text
    assert sorted(p.name for p in (tmp_path / ".build").iterdir()) == []


def test_the_manifest_names_every_other_file(tmp_path: Path) -> None:
    a_site(tmp_path, "one")
    output.publish(tmp_path)
    manifest = json.loads((tmp_path / "site/manifest.json").read_text())
    assert (manifest["schema"], manifest["version"]) == (1, "2026.11.0")
    assert [entry["path"] for entry in manifest["files"]] == ["index.html", "lo/a.html"]
    assert manifest["files"][0]["bytes"] == 3
    assert len(manifest["files"][0]["sha256"]) == 64


class Killed(BaseException):
    """The computer went off here."""


STEPS = range(8)


@pytest.mark.parametrize("step", STEPS)
def test_a_build_killed_at_any_step_leaves_a_whole_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    a_site(tmp_path, "old")
    output.publish(tmp_path)
    count = 0

    def counted(real: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object, **named: object) -> object:
            nonlocal count
            count += 1
            if count > step:
                raise Killed
            return real(*arguments, **named)

        return call

    with monkeypatch.context() as patch:
        for name in ("rename", "unlink", "write_text"):
            patch.setattr(Path, name, counted(getattr(Path, name)))
        patch.setattr(shutil, "rmtree", counted(shutil.rmtree))
        try:
            a_site(tmp_path, "new")
            output.publish(tmp_path)
        except Killed:
            pass
    output.recover(tmp_path)
    assert site_text(tmp_path) in ("old", "new")
    assert (tmp_path / "site/manifest.json").is_file()
    assert list((tmp_path / ".build").iterdir()) == []


def test_a_second_build_is_refused_and_leaves_the_first_alone(tmp_path: Path) -> None:
    with output.alone(tmp_path):
        lock = tmp_path / ".build/lock"
        assert lock.read_text() == str(os.getpid())
        lock.write_text(str(os.getppid()))  # a process that runs and is not this one
        a_site(tmp_path, "half")
        with pytest.raises(output.Busy, match="another build is running"), output.alone(tmp_path):
            pass
        output.recover(tmp_path)
        assert (tmp_path / ".build/next/index.html").is_file()
    assert not lock.exists()


def test_the_lock_of_an_ended_process_is_taken_over(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        pass
    a_site(tmp_path, "half")
    (tmp_path / ".build/lock").write_text(str(ended.pid))
    with output.alone(tmp_path):
        assert [path.name for path in (tmp_path / ".build").iterdir()] == ["lock"]
    assert list((tmp_path / ".build").iterdir()) == []


def test_an_unfinished_lock_is_held(tmp_path: Path) -> None:
    (tmp_path / ".build").mkdir()
    (tmp_path / ".build/lock").write_text("")
    with pytest.raises(output.Busy), output.alone(tmp_path):
        pass


def test_only_what_was_asked_for_is_kept(tmp_path: Path) -> None:
    output.write(tmp_path / "site", {"gone.html": b"", "downloads/decks/a.pptx": b"a"})
    for keep, names in (
        (None, []),
        ("downloads", ["downloads/decks/a.pptx"]),
        (".", ["downloads/decks/a.pptx", "gone.html"]),
        ("nothing", []),
    ):
        made = output.begin(tmp_path, keep=keep)
        files = [p.relative_to(made).as_posix() for p in made.rglob("*") if p.is_file()]
        assert sorted(files) == names


def test_a_locked_file_is_named_and_the_old_site_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_site(tmp_path, "old")
    output.publish(tmp_path)
    a_site(tmp_path, "new")
    real_rename, real_open = Path.rename, Path.open
    held = tmp_path / "site/lo/a.html"

    def rename(self: Path, target: Path) -> Path:
        if self == tmp_path / "site":
            raise PermissionError(13, "Access is denied")
        return real_rename(self, target)

    def opened(self: Path, *arguments: object, **named: object) -> object:
        if self == held and arguments[:1] == ("r+b",):
            raise PermissionError(13, "in use")
        return real_open(self, *arguments, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "rename", rename)
    monkeypatch.setattr(Path, "open", opened)
    with pytest.raises(output.Blocked, match=r"a\.html is open in another program"):
        output.publish(tmp_path)
    assert site_text(tmp_path) == "old"
