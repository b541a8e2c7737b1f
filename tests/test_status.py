"""`tot status` of a part: every text with its state, and who reviewed it when."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build_tools import authoring, cli
from build_tools.reading import read
from build_tools.translation import reviewed, stamped

BASE = Path(__file__).parent / "faults/_base"
SECTION = "basics/first-steps/lesson#the-line"
SLIDE = "basics/first-steps/slides#risks"
OFFICE = "ພະແນກ ແຮງງານ"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project: one section reviewed, one slide out of date, one objective without Lao."""
    folder = tmp_path / "root"
    shutil.copytree(BASE, folder)
    monkeypatch.setattr(cli, "ROOT", folder)
    edit(folder / "modules/basics/module.yaml", ", lo: ແຕ້ມ ເສັ້ນຊີວິດ", "")
    curriculum = read(folder).curriculum
    assert curriculum is not None
    authoring.record(folder, curriculum, [SLIDE], stamped)
    authoring.record(folder, curriculum, [SECTION], lambda u: reviewed(u, OFFICE, "2026-11-05"))
    edit(folder / "modules/basics/first-steps/slides.yaml", "Illness", "Falling ill")
    return folder


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def tot(*arguments: str) -> Result:
    return CliRunner().invoke(cli.main, ["status", *arguments])


def rows(part: str) -> dict[str, tuple[str, str]]:
    """By address, the state that is printed and what follows the address."""
    table = tot("--module", part).output.split("\n\n")[0].splitlines()
    assert table[0].split() == ["state", "text", "reviewed", "by"]
    cells = (line.split(None, 2) for line in table[1:])
    return {cell[1]: (cell[0], cell[2] if len(cell) > 2 else "") for cell in cells}


def test_every_text_of_a_module_with_its_state(root: Path) -> None:
    shown = rows("basics")
    assert shown[SECTION] == ("reviewed", f"2026-11-05  {OFFICE}")
    assert shown[SLIDE] == ("stale", "")
    assert shown["basics/objectives#draw-a-line"] == ("missing", "")
    assert shown["basics/module#title"] == ("draft", "")
    said = tot("--module", "basics").output
    assert f"\n{len(shown)} texts: 1 missing, {len(shown) - 3} draft, 1 reviewed, 1 stale\n" in said
    assert "./tot status --diff --module basics" in said


def test_columns_stand_below_each_other(root: Path) -> None:
    head, *table = tot("--module", "basics").output.split("\n\n")[0].splitlines()
    starts = {line.index("basics/") for line in table}
    assert starts == {head.index("text")}
    assert [line.index("2026-11-05") for line in table if OFFICE in line] == [
        head.index("reviewed")
    ]
    assert not any(line.endswith(" ") for line in table)


def test_a_lesson_has_its_questions_and_nothing_of_the_module(root: Path) -> None:
    shown = rows("first-steps")
    assert "basics/quizzes#pick-a-risk" in shown and SECTION in shown
    assert not any(address.startswith(("basics/module", "basics/objectives")) for address in shown)
    assert set(shown) < set(rows("basics"))


def test_texts_of_no_module_are_a_part_too(root: Path) -> None:
    assert all(address.startswith("curriculum/") for address in rows("curriculum"))


def test_keys_of_one_part(root: Path) -> None:
    assert tot("--keys", "stale").output.split() == [SLIDE]
    assert tot("--keys", "stale", "--module", "first-steps").output.split() == [SLIDE]
    assert tot("--keys", "stale", "--module", "curriculum").output == ""
    missing = tot("--keys", "missing", "--module", "basics").output
    assert missing == "basics/objectives#draw-a-line\n"


@pytest.mark.parametrize("arguments", [
    ("--module", "basic"), (SECTION,), ("--diff", "--keys", "stale"),
    ("--diff", SECTION, "--module", "basics"), ("--keys", "old"),
])  # fmt: skip
def test_wrong_usage(root: Path, arguments: tuple[str, ...]) -> None:
    result = tot(*arguments)
    assert result.exit_code == 2
    if "basic" in arguments:
        assert "Did you mean `basics`?" in result.output
