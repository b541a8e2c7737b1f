"""The launcher `tot`: what it says when something is missing, and what a second start costs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.conftest import ROOT


@pytest.fixture
def launcher(tmp_path: Path) -> ModuleType:
    """The launcher as a module, working in an empty folder."""
    module = ModuleType("tot")
    source = (ROOT / "tot").read_text("utf-8")
    module.__dict__["__file__"] = str(tmp_path / "tot")
    exec(compile(source, "tot", "exec"), module.__dict__)
    return module


def test_it_needs_only_the_standard_library() -> None:
    done = subprocess.run([sys.executable, "-S", "-I", str(ROOT / "tot"), "--help"],
                          capture_output=True, text=True, check=False)  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Usage:" in done.stdout


def test_a_second_start_costs_under_a_second_of_set_up() -> None:
    """Nothing is installed and no package manager runs: the stamps say that nothing changed."""
    script = (
        "import runpy, subprocess, sys; calls = []; "
        "subprocess.run = lambda command, **_: (calls.append(command), type('Done', (), {'returncode': 0}))[1]; "
        f"sys.argv = ['tot', 'check']; \n"
        f"try: runpy.run_path({str(ROOT / 'tot')!r}, run_name='__main__')\n"
        "except SystemExit: pass\n"
        "print(len(calls)); import resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_utime)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    calls, seconds = done.stdout.split()
    assert int(calls) == 1
    assert float(seconds) < 1


def test_a_missing_venv_module_is_answered_in_one_line(
    launcher: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(SystemExit) as stopped:
        launcher.ensure_venv()
    message = str(stopped.value)
    assert "venv" in message and "apt install python3" in message and "\n" not in message


def test_an_old_python_is_answered_in_one_line(
    launcher: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    with pytest.raises(SystemExit, match=r"Python 3\.11 or newer is needed"):
        launcher.main(["build"])


def test_missing_programs_are_named_in_one_line(
    launcher: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(SystemExit) as stopped:
        launcher.ensure_system(install=False)
    message = str(stopped.value)
    assert "chromium" in message and "--install-system" in message and "\n" not in message


def test_a_failing_step_stops_with_its_reason(
    launcher: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="trying failed"):
        launcher.run([sys.executable, "-c", "import sys; sys.exit('no network')"], "trying")
    assert "no network" in capsys.readouterr().err


def test_a_changed_lock_is_seen(launcher: ModuleType, tmp_path: Path) -> None:
    lock, stamp = tmp_path / "a.lock", tmp_path / "a.stamp"
    lock.write_text("one")
    digest = launcher.fresh(stamp, lock)
    stamp.write_text(digest)
    assert launcher.fresh(stamp, lock) is None
    lock.write_text("two")
    assert launcher.fresh(stamp, lock) not in (None, digest)


@pytest.mark.parametrize(
    ("command", "locks"),
    [
        ("check", {"requirements"}),
        ("results", {"requirements", "requirements-results"}),
        ("test", {"requirements", "requirements-results", "requirements-test"}),
    ],
)
def test_a_command_installs_only_what_it_needs(
    launcher: ModuleType, monkeypatch: pytest.MonkeyPatch, command: str, locks: set[str]
) -> None:
    installed: set[str] = set()
    for name in ("ensure_venv", "ensure_npm_packages", "ensure_system"):
        monkeypatch.setattr(launcher, name, lambda *_, **__: None)
    monkeypatch.setattr(launcher, "ensure_python_packages", installed.add)
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 0))
    assert launcher.main([command]) == 0
    assert installed == locks


def test_locks_name_no_registry_and_have_hashes() -> None:
    for lock in ROOT.glob("requirements*.lock"):
        text = lock.read_text("utf-8")
        assert "://" not in text and "--index" not in text and "--find-links" not in text
        pins = [line for line in text.splitlines() if "==" in line]
        assert pins and all(line.endswith("\\") for line in pins)
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text("utf-8")
    assert "omit-lockfile-registry-resolved=true" in (ROOT / ".npmrc").read_text("utf-8")


def test_the_readme_opens_with_the_two_commands() -> None:
    lines = (ROOT / "README.md").read_text("utf-8").splitlines()
    assert lines[2:6] == ["```", "./tot build", "./tot test", "```"]
    assert os.access(ROOT / "tot", os.X_OK)
