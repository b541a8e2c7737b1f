"""The command `tot` as a person types it: exit codes, messages, files."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from click.testing import CliRunner, Result

from build_tools import cli
from tests.conftest import ROOT, a_root

BASE = ROOT / "tests/faults/_base"


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A root with the smallest whole curriculum, which the command then works on."""
    root = tmp_path / "root"
    shutil.copytree(BASE, root)
    monkeypatch.setattr(cli, "ROOT", root)
    # Fitting slides needs the fonts and words of the real project; other tests do that.
    monkeypatch.setattr(cli.building, "checked", lambda _, found: found)
    return root


def tot(*arguments: str) -> Result:
    return CliRunner().invoke(cli.main, arguments)


def test_check_says_nothing_is_wrong(small: Path) -> None:
    result = tot("check")
    assert (result.exit_code, result.output) == (0, "0 errors, 0 warnings\n")


def test_check_names_every_mistake_and_exits_1(small: Path) -> None:
    (small / "curriculum/facts.yaml").write_text("- id: [\n", "utf-8")
    (small / "modules/basics/first-steps/slides.yaml").write_text(
        "- {id: a, kind: bulets}\n", "utf-8"
    )
    result = tot("check")
    assert result.exit_code == 1
    assert "curriculum/facts.yaml:2:1: error: yaml-syntax" in result.output
    assert "Did you mean `bullets`?" in result.output
    assert "Traceback" not in result.output


def test_warnings_stop_a_release_only(small: Path) -> None:
    (small / "modules/basics/first-steps/lesson.lo.md").unlink()
    assert tot("check").exit_code == 0
    assert tot("check", "--release").exit_code == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("nothing",),
        ("build", "everything"),
        ("build", "--module", "basics"),
        ("review", "a"),
        ("stamp",),
        ("review", "basics/module#title", "--on", "2026-11-05", "--by", " "),
        ("review", "basics/module#title", "--on", "2026-11-05", "--by", "Office\nline"),
        ("review", "basics/module#title", "--on", "2026-11-05", "--by", "Off\u200bice"),
        ("review", "basics/module#title", "--on", "2026-11-05", "--by", "Off\x07ice"),
        ("new", "finance", "--title", ""),
        ("new", "finance", "--title", "Two\nlines"),
    ],
)
def test_wrong_usage_exits_2(small: Path, arguments: tuple[str, ...]) -> None:
    assert tot(*arguments).exit_code == 2


def test_an_unknown_module_is_refused_with_a_near_name(small: Path) -> None:
    shutil.copy(ROOT / "curriculum/words.yaml", small / "curriculum/words.yaml")
    for option, near, name in (("module", "basic", "basics"), ("track", "one-days", "one-day")):
        result = tot("build", "decks", f"--{option}", near)
        assert result.exit_code == 2
        assert f"Did you mean `{name}`?" in result.output
    days = tot("build", "decks", "--track", "one-day", "--day", "2")
    assert (days.exit_code, "`one-day` has no day 2" in days.output) == (2, True)


def test_stamp_and_review_write_the_ledger(small: Path) -> None:
    key = "basics/module#title"
    ledger = small / "modules/basics/translation.yaml"
    assert tot("review", key, "--by", "District office", "--on", "2026-11-05").exit_code == 0
    assert 'state: reviewed, by: "District office", on: 2026-11-05' in ledger.read_text("utf-8")
    assert tot("stamp", key).exit_code == 0
    assert "reviewed" not in ledger.read_text("utf-8")
    result = tot("stamp", "basics/module#titel")
    assert (result.exit_code, "Did you mean `basics/module#title`?" in result.output) == (1, True)


def one_line(result: Result) -> str:
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit), result.exception
    assert len(result.output.splitlines()) == 1
    return result.output


def test_a_ledger_that_is_not_utf8_is_refused_in_one_line(small: Path) -> None:
    ledger = small / "modules/basics/translation.yaml"
    before = ledger.read_bytes() + b"\xff"
    ledger.write_bytes(before)
    assert "not UTF-8" in one_line(tot("stamp", "basics/module#title"))
    assert ledger.read_bytes() == before


def test_a_disk_that_refuses_is_one_line(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, *_: object, **__: object) -> int:
        raise OSError(28, "No space left on device", str(self))

    monkeypatch.setattr(Path, "write_text", full)
    said = one_line(tot("stamp", "basics/module#title"))
    assert "translation.yaml: No space left on device" in said


@pytest.mark.parametrize("command", ["check", "status"])
def test_every_command_settles_a_swap_that_was_cut_off(small: Path, command: str) -> None:
    (small / ".build/previous").mkdir(parents=True)
    (small / ".build/previous/index.html").write_text("old")
    assert tot(command).exit_code == 0
    assert (small / "site/index.html").read_text() == "old"


def test_usage_names_the_command_as_it_is_typed() -> None:
    command = [sys.executable, "-m", "build_tools.cli", "nothing"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.splitlines()[0][:13]) == (2, "Usage: ./tot ")


def test_parts_of_a_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Decks without pages say so; pages built later keep the decks and forget what is gone."""
    root = a_root(tmp_path)
    monkeypatch.setattr(cli, "ROOT", root)
    made = "site/downloads/decks/foundations.en.pptx"
    result = tot("build", "decks", "--module", "foundations", "--lang", "en")
    assert result.output.splitlines()[-1] == f"Ready, without pages: {made}"
    (root / "site/gone.html").write_text("a lesson that was removed")
    (root / "site/downloads/decks/gone.en.pptx").write_text("its deck")
    assert tot("build", "site").output.splitlines()[-1].startswith("site/index.html is ready")
    assert (root / made).is_file()
    left = {path.name for path in (root / "site").rglob("gone*")}
    assert left == set()
    (root / ".build/lock").write_text(str(os.getppid()))
    busy = tot("build", "site")
    assert busy.exit_code == 1
    assert "another build is running" in busy.output


def test_a_port_in_use_is_one_line(small: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert f"port {port}: Address already in use" in one_line(tot("serve", "--port", str(port)))


def test_status_prints_the_table_and_the_keys(small: Path) -> None:
    result = tot("status")
    assert result.exit_code == 0
    assert result.output.splitlines()[0].split() == [
        "module",
        "language",
        "lessons",
        "missing",
        "draft",
        "reviewed",
        "stale",
    ]
    assert "basics/module#title" in tot("status", "--keys", "draft").output.splitlines()


def test_new_makes_a_lesson_that_check_can_read(small: Path) -> None:
    assert tot("new", "basics/second-steps", "--title", "Second steps").exit_code == 0
    assert "lessons: [first-steps, second-steps]" in (
        small / "modules/basics/module.yaml"
    ).read_text("utf-8")
    assert tot("check").exit_code == 0
    assert tot("new", "basics/second-steps", "--title", "Again").exit_code == 1


def test_serve_shows_the_site_and_builds_again(tmp_path: Path) -> None:
    root = a_root(tmp_path)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = (
        "from build_tools import cli; import pathlib; cli.ROOT = pathlib.Path({!r}); cli.main()"
    )
    said = tmp_path / "said.txt"
    with said.open("w") as log, subprocess.Popen(
        [sys.executable, "-u", "-c", command.format(str(root)), "serve", "--port", str(port)],
        cwd=ROOT, stdout=log, stderr=subprocess.STDOUT,
    ) as server:  # fmt: skip
        try:
            wait_until(lambda: f"http://127.0.0.1:{port}/" in said.read_text("utf-8"))
            page = f"http://127.0.0.1:{port}/en/foundations/life-cycle-risks.html"
            assert b"/__version" in urlopen(page).read()
            with urlopen(f"http://127.0.0.1:{port}/en") as answer:
                assert answer.url.endswith("/en/")
            with pytest.raises(HTTPError) as wrong:
                urlopen(f"http://127.0.0.1:{port}/en/no-such-page.html")
            ours = (root / "site/404.html").read_bytes().partition(b"</body>")[0]
            assert (wrong.value.code, wrong.value.read().startswith(ours)) == (404, True)
            before = version(port)
            lesson = root / "modules/foundations/life-cycle-risks/lesson.en.md"
            text = lesson.read_text("utf-8").replace("title: ", "title: Saved again, ", 1)
            lesson.write_text(text, "utf-8")
            wait_until(lambda: version(port) != before)
            assert b"Saved again" in urlopen(page).read()
        finally:
            server.terminate()


def wait_until(done: Callable[[], bool]) -> None:
    for _ in range(1200):
        if done():
            return
        time.sleep(0.1)
    raise AssertionError("it did not happen within two minutes")


def version(port: int) -> bytes:
    with urlopen(f"http://127.0.0.1:{port}/__version") as answer:
        content: bytes = answer.read()
        return content
