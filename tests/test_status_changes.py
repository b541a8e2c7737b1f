"""What changed since a stamp, out of real git histories: renames, merges, and none at all."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build_tools import authoring, cli, history as edge
from build_tools.reading import read
from build_tools.status import changes
from build_tools.translation import stamped, units

BASE = Path(__file__).parent / "faults/_base"
SECTION = "basics/first-steps/lesson#the-line"
ENGLISH = "modules/basics/first-steps/lesson.en.md"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project below the top of a git repository; its first commit is made."""
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    folder = tmp_path / "top/ບົດຮຽນ"
    shutil.copytree(BASE, folder)
    monkeypatch.setattr(cli, "ROOT", folder)
    git(folder.parent, "init", "--quiet", "--initial-branch=main")
    stamp_all(folder)
    commit(folder, "2026-01-05")
    return folder


def git(folder: Path, *arguments: str, day: str = "2026-01-01") -> None:
    who = [
        "-c",
        "user.name=Somphone",
        "-c",
        "user.email=s@example.org",
        "-c",
        "commit.gpgSign=false",
    ]
    dates = {f"GIT_{who}_DATE": f"{day}T12:00:00Z" for who in ("AUTHOR", "COMMITTER")}
    path = shutil.which("git")
    assert path
    subprocess.run([path, *who, *arguments], cwd=folder, env={**os.environ, **dates},
                   check=True, capture_output=True)  # fmt: skip


def commit(folder: Path, day: str) -> None:
    git(folder, "add", "--all", day=day)
    git(folder, "commit", "--quiet", "--message", day, day=day)


def edit(folder: Path, old: str, new: str, path: str = ENGLISH) -> None:
    text = (folder / path).read_text("utf-8")
    assert old in text
    (folder / path).write_text(text.replace(old, new), "utf-8")


def stamp_all(folder: Path) -> None:
    curriculum = read(folder).curriculum
    assert curriculum is not None
    keys = [unit.address for unit in units(curriculum) if unit.en and unit.lo is not None]
    authoring.record(folder, curriculum, keys, stamped)


def diff(*arguments: str) -> Result:
    return CliRunner().invoke(cli.main, ["status", "--diff", *arguments])


def test_words_and_day_of_the_change(root: Path) -> None:
    assert diff().output == "Nothing is out of date.\n"
    edit(root, "Walk round.", "Walk round the room.")
    commit(root, "2026-02-07")
    edit(root, "Walk round the room.", "Walk round the room twice.")
    result = diff()
    assert result.exit_code == 0
    address, place, *body = result.output.splitlines()
    assert address == SECTION
    assert place.startswith(f"{ENGLISH}:") and ": changed since 2026-01-05 (" in place
    assert "    Walk round {+the room twice+}." in body
    assert "\x1b[" not in result.output
    coloured = CliRunner().invoke(cli.main, ["status", "--diff"], color=True).output
    assert "\x1b[32m{+the room twice+}\x1b[0m" in coloured


def test_only_what_is_asked_for(root: Path) -> None:
    edit(root, "Walk round.", "Walk round the room.")
    edit(root, "title: {en: ", "title: {en: New ", "modules/basics/first-steps/slides.yaml")
    addresses = [line for line in diff().output.splitlines() if line.startswith("basics/")]
    assert SECTION in addresses and len(addresses) > 1
    assert [line for line in diff(SECTION).output.splitlines() if line[:7] == "basics/"] == [
        SECTION
    ]
    assert diff("--module", "first-steps").output == diff("--module", "basics").output
    wrong = diff(f"{SECTION}s")
    assert (wrong.exit_code, f"Did you mean `{SECTION}`?" in wrong.output) == (1, True)
    assert "no text `basics/module#title` is out of date" in diff("basics/module#title").output


def test_every_kind_of_file_is_read_in_its_old_form(root: Path) -> None:
    changed = {
        "curriculum/curriculum.yaml": ("A small curriculum", "curriculum/cover"),
        "curriculum/terms.yaml": ("Something bad", "curriculum/terms#risk"),
        "curriculum/tracks/one-day.yaml": ("For officials", "curriculum/tracks#one-day"),
        "curriculum/tools/learning-gain.yaml": ("Two bars", "curriculum/tools#learning-gain"),
        "modules/basics/module.yaml": ("Name one risk", "basics/objectives#name-a-risk"),
        "modules/basics/first-steps/figures.yaml": ("Old age", "basics/first-steps/figures#life-line"),
        "modules/basics/first-steps/slides.yaml": ("Risks", "basics/first-steps/slides#risks"),
        "quizzes/basics.yaml": ("A festival", "basics/quizzes#pick-a-risk"),
        "quizzes/tools.yaml": ("33 ÷ 55", "curriculum/quizzes#"),
    }  # fmt: skip
    for path, (old, _) in changed.items():
        edit(root, old, f"Newly {old}", path)
    said = diff().output
    for _, address in changed.values():
        assert f"\n{address}" in f"\n{said}"
    assert said.count("{+Newly+} ") == len(changed) and "not known" not in said


def test_a_renamed_lesson_keeps_its_history(root: Path) -> None:
    old, new = root / "modules/basics/first-steps", root / "modules/basics/two-steps"
    old.rename(new)
    for path in root.rglob("*.yaml"):
        path.write_text(path.read_text("utf-8").replace("first-steps", "two-steps"), "utf-8")
    commit(root, "2026-02-01")
    edit(root, "Walk round.", "Walk on.", "modules/basics/two-steps/lesson.en.md")
    commit(root, "2026-02-02")
    said = diff("basics/two-steps/lesson#the-line").output
    assert "changed since 2026-02-01 (" in said and "Walk [-round-]{+on+}." in said


def test_the_english_of_a_stamp_may_stand_on_a_merged_branch_alone(root: Path) -> None:
    git(root, "checkout", "--quiet", "-b", "side")
    edit(root, "Walk round.", "Walk slowly.")
    stamp_all(root)
    commit(root, "2026-02-01")
    ledger = (root / "modules/basics/translation.yaml").read_bytes()
    git(root, "checkout", "--quiet", "main")
    edit(root, "Walk round.", "Walk fast.")
    commit(root, "2026-02-02")
    git(root, "merge", "--quiet", "--strategy=ours", "side", day="2026-02-03")
    (root / "modules/basics/translation.yaml").write_bytes(ledger)
    commit(root, "2026-02-04")
    said = diff(SECTION).output
    assert "changed since 2026-02-01 (" in said and "Walk [-slowly-]{+fast+}." in said


def test_the_english_of_a_stamp_may_have_come_with_the_merge_itself(root: Path) -> None:
    git(root, "checkout", "--quiet", "-b", "side")
    (root / "README.md").write_text("Beside.", "utf-8")
    commit(root, "2026-02-01")
    git(root, "checkout", "--quiet", "main")
    git(root, "merge", "--quiet", "--no-ff", "--no-commit", "side", day="2026-02-03")
    edit(root, "Walk round.", "Walk merged.")
    stamp_all(root)
    commit(root, "2026-02-03")
    edit(root, "Walk merged.", "Walk on.")
    said = diff(SECTION).output
    assert "changed since 2026-02-03 (" in said and "Walk [-merged-]{+on+}." in said


def test_an_english_that_git_never_had(root: Path) -> None:
    edit(root, "Walk round.", "Walk unseen.")
    stamp_all(root)
    edit(root, "Walk unseen.", "Walk on.")
    said = diff(SECTION).output
    assert "no version in git has the English of the stamp (1 read)." in said
    assert "The English now:" in said and "    Walk on." in said
    assert "[-" not in said


def test_a_file_that_git_does_not_know_yet(root: Path) -> None:
    git(root, "rm", "--quiet", "--cached", ENGLISH)
    git(root, "commit", "--quiet", "--amend", "--message", "without", day="2026-01-05")
    edit(root, "Walk round.", "Walk on.")
    assert "git knows no older version." in diff(SECTION).output


def test_a_shallow_copy_says_what_it_lacks(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    edit(root, "Walk round.", "Walk on.")
    commit(root, "2026-01-07")
    git(tmp_path, "clone", "--quiet", "--depth=1", (root.parent).as_uri(), "shallow")
    monkeypatch.setattr(cli, "ROOT", tmp_path / "shallow" / root.name)
    said = diff(SECTION).output
    assert "only the newest commits (`git fetch --unshallow`" in said and "    Walk on." in said


def test_without_a_repository(root: Path) -> None:
    shutil.rmtree(root.parent / ".git")
    edit(root, "Walk round.", "Walk on.")
    result = diff(SECTION)
    assert result.exit_code == 0
    assert (
        "git knows no older version; this folder has no history of git (not a git" in result.output
    )
    assert "    Walk on." in result.output


def test_without_git(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(root, "Walk round.", "Walk on.")
    monkeypatch.setenv("PATH", str(root))
    said = diff(SECTION).output
    assert "git is not installed on this computer." in said and "    Walk on." in said


def test_an_old_version_that_cannot_be_read_is_passed_over(root: Path) -> None:
    whole = (root / ENGLISH).read_bytes()
    (root / ENGLISH).write_bytes(b"\xff\xfe no front matter")
    commit(root, "2026-01-07")
    (root / ENGLISH).write_bytes(whole)
    edit(root, "Walk round.", "Walk on.")
    commit(root, "2026-01-08")
    assert "Walk [-round-]{+on+}." in diff(SECTION).output


def test_each_content_is_read_once_and_no_further_than_needed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    for number in range(6):
        edit(root, "Walk ", f"Walk {number} " if number % 2 else "Walk again ")
        commit(root, f"2026-02-0{number + 1}")
    past = edge.history(root)
    assert past.gap == ""
    days = [version.day for version in past.versions(ENGLISH)]
    assert days == [f"2026-02-0{number}" for number in range(6, 0, -1)] + ["2026-01-05"]
    contents = [version.content for version in past.versions(ENGLISH)]
    assert len(set(contents)) == len(contents)


def test_history_is_followed_so_far_and_no_further(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in ("2026-02-01", "2026-02-02", "2026-02-03"):
        edit(root, "Walk ", "Walk on, ")
        edit(root, "Walk on, ", f"Walk {day} ")
        commit(root, day)
    assert "changed since 2026-01-05 (" in diff(SECTION).output
    monkeypatch.setattr(changes, "MAX_VERSIONS", 3)
    assert "has the English of the stamp (the newest 3 read)." in diff(SECTION).output
