"""Misspelt Lao: what is found, what is mended, and that `tot check --fix` harms nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings, strategies as st

from build_tools import authoring, cli
from build_tools.lao import INVISIBLE, fold
from build_tools.lao.lint import faults, mended
from build_tools.model import Curriculum
from build_tools.reading import read
from build_tools.spelling import misspelt as findings
from build_tools.translation import reviewed, states, units
from tests.lao_case import any_texts, clean_texts, misspelt

BASE = Path(__file__).parent / "faults/_base"
LESSON = "modules/basics/first-steps/lesson.lo.md"
ENGLISH = "modules/basics/first-steps/lesson.en.md"
NOTHING = "0 errors, 0 warnings"
AM, TONE = "\u0ecd\u0eb2", "\u0ec9"


@given(clean_texts)
@settings(deadline=None)
def test_clean_text_has_no_fault(text: str) -> None:
    assert list(faults(text)) == []


@given(st.data(), clean_texts)
@settings(deadline=None)
def test_a_misspelling_that_looks_the_same_is_mended_and_found(
    data: st.DataObject, text: str
) -> None:
    wrong = data.draw(st.composite(misspelt)(text))
    right, count = mended(wrong)
    assert (right, count > 0) == (text, wrong != text)
    assert fold(wrong) == fold(text)


@given(any_texts)
@settings(max_examples=600, deadline=None)
def test_mending_ends_and_leaves_nothing_to_mend(text: str) -> None:
    right, _ = mended(text)
    assert mended(right) == (right, 0)
    assert all(fault.replacement is None for fault in faults(right))


@given(any_texts)
@settings(deadline=None)
def test_every_fault_has_its_place_and_no_two_share_letters(text: str) -> None:
    end = 0
    for fault in faults(text):
        assert end <= fault.start < fault.end
        assert fault.replacement != text[fault.start : fault.end]
        assert "\n" not in text[fault.start : fault.end]
        end = fault.end


@pytest.mark.parametrize(
    "text",
    [
        "ກອງທຶນNSSFແລະ SDG1.3",
        "ໄຫນ້ຳ",
        "\u25cc\u0ec8 ແລະ ແ\u25cc",
        "**ຄົນ** *ພິການ*, {fact}`rural-share` [@census]",
        'lo: "ແຖວ\\nກ"',
        "Café «À la carte» à côté, naïve, 20°C, ½ × ¾ … “é”",
        "https://example.la/ຫນ໑ o",
        "{wrong: [ຫນອງ, ໑], lo: ກ}",
        "  wrong:\n    - ຫນອງ\n    - ໑\n  lo: ກ",
        "ຈ່າຍ ₭150.000 = 10 × 15.000",
    ],
)
def test_what_is_meant_is_left_alone(text: str) -> None:
    assert list(findings("x.yaml", text)) == []


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("ເດ\u0ec8\u0eb1ກ", ["lao-order"]),
        ("ນາ\u0ec9", ["lao-orphan"]),
        ("\u00ac\u00b3\u00ad\u00be\u00ad", ["lao-legacy"]),
        ("ປີ 2o30", ["lao-lookalike"]),
        ("ກ\u0300າ", ["lao-lookalike"]),
        ("ຫ\u200bນອງ", ["text-invisible"]),
        ("ກ\x07", ["text-invisible"]),
        ("A\u030a", ["text-composed"]),
    ],
)
def test_rules_by_example(text: str, rules: list[str]) -> None:
    assert [fault.rule for fault in faults(text)] == rules


def test_invisible_characters_go_and_what_they_parted_is_joined() -> None:
    assert all(mended(f"ກ{mark}ຂ")[0] == "ກຂ" for mark in INVISIBLE)
    assert mended("ຫ\u200bນອງ")[0] == "ໜອງ"
    assert mended("\u00ac\u00b3\u00ad\u00be\u00ad")[1] == 0, "a letter of an old font, no hyphen"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A root with a small curriculum in which every Lao text is reviewed."""
    folder = tmp_path / "root"
    shutil.copytree(BASE, folder)
    monkeypatch.setattr(cli, "ROOT", folder)
    # Fitting slides needs the fonts and words of the real project; other tests do that.
    monkeypatch.setattr(cli.building, "checked", lambda _, found: found)
    misspell(folder / LESSON, "ຄວາມ", f"ຄ{TONE}{AM}ວາມ", 9)
    misspell(folder / ENGLISH, "Walk round", "Walk\u00ad round")
    curriculum = current(folder)
    every = [unit.address for unit in units(curriculum) if unit.en and unit.lo]
    authoring.record(folder, curriculum, every, lambda u: reviewed(u, "Office", "2026-11-01"))
    return folder


def current(root: Path) -> Curriculum:
    curriculum = read(root).curriculum
    assert curriculum is not None
    return curriculum


def misspell(path: Path, right: str, wrong: str, times: int = 1) -> None:
    text = path.read_bytes().decode()
    assert right in text
    path.write_bytes(text.replace(right, wrong, times).encode())


def fix() -> Result:
    return CliRunner().invoke(cli.main, ["check", "--fix"])


def tree(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_fix_mends_says_where_and_keeps_every_review(root: Path) -> None:
    before = states(current(root))
    assert set(before.values()) == {"reviewed"}
    result = fix()
    assert (result.exit_code, result.output.splitlines()) == (
        0,
        [f"{ENGLISH}: 1 mended", f"{LESSON}: 2 mended", "3 mended; what is left:", NOTHING],
    )
    assert f"ຄ{TONE}\u0eb3ວາມ" in (root / LESSON).read_text("utf-8")
    assert states(current(root)) == before
    mended_once = tree(root)
    assert fix().output.splitlines()[0] == "0 mended; what is left:"
    assert tree(root) == mended_once


def test_fix_revives_no_review_and_hides_no_change(root: Path) -> None:
    key = "basics/first-steps/lesson#the-line"
    misspell(root / LESSON, "ແຕ້ມເປັນກຸ່ມ", f"ແຕ້ມເປັນກຸ່ມໃຫຍ່ ກ{AM}")
    english = root / "modules/basics/module.yaml"
    misspell(english, "Name one risk", "Name a risk")
    before = states(current(root))
    stale = [address for address, state in before.items() if state == "stale"]
    assert (before[key], len(stale)) == ("draft", 1)
    fix()
    assert states(current(root)) == before


def test_fix_keeps_line_ends_and_what_a_person_must_decide(root: Path) -> None:
    lesson = root / LESSON
    text = "\ufeff" + lesson.read_text("utf-8").replace("\n", "\r\n")
    lesson.write_bytes(text.replace("ຍ່າງ", "ຍ\u0ec8\u0ec8າງ").encode())
    result = fix()
    assert (result.exit_code, "lao-repeated" in result.output) == (1, True)
    after = lesson.read_bytes().decode()
    assert after.startswith("\ufeff---\r\n")
    assert after.count("\n") == after.count("\r\n")
    assert ("ຍ\u0ec8\u0ec8າງ" in after, AM in after) == (True, False)


def test_fix_mends_what_escapes_hide(root: Path) -> None:
    words = root / "curriculum/terms.yaml"
    misspell(
        words,
        "lo: ຄວາມສ່ຽງ",
        'lo: "ຄວາມ\\u200b\\u0eaa\\u0ec8ຽງ\\u0020\\"\\u0e81\\u0ecd\\u0eb2 e\\u0301\\""',
    )
    rules = [finding.rule for finding in read(root).findings if finding.rule[:4] != "tran"]
    assert sorted(rules) == ["lao-am"] * 3 + ["text-composed"] + ["text-invisible"] * 2
    assert f"{words.relative_to(root)}: 3 mended" in fix().output
    assert 'lo: "ຄວາມສ່ຽງ\\u0020\\"ກ\u0eb3 é\\""' in words.read_text("utf-8")


def test_fix_touches_nothing_that_cannot_be_read(root: Path) -> None:
    (root / "quizzes/basics.yaml").write_bytes(b"- id: [\n")
    before = tree(root)
    result = fix()
    assert (result.exit_code, tree(root)) == (1, before)
    assert result.output.startswith("nothing was mended: some parts cannot be read")
    assert "yaml-syntax" in result.output


def test_fix_passes_by_a_text_in_another_encoding(root: Path) -> None:
    (root / LESSON).write_bytes("title: café\n".encode("latin-1"))
    misspell(root / "curriculum/terms.yaml", "ຄວາມ", f"ຄ{AM}ວາມ")
    before = (root / LESSON).read_bytes()
    result = fix()
    assert result.output.startswith("curriculum/terms.yaml: 1 mended")
    assert (result.exit_code, (root / LESSON).read_bytes()) == (1, before)


def test_fix_leaves_a_ledger_that_it_would_have_to_guess_at(root: Path) -> None:
    ledger = root / "modules/basics/translation.yaml"
    text = ledger.read_text("utf-8")
    line = next(line for line in text.splitlines() if "lesson#the-line" in line or "risks" in line)
    ledger.write_text(text.replace(line, line.replace(": {", ":\n  {")), "utf-8")
    before = tree(root)
    assert "nothing was mended: a ledger is not as `tot stamp` writes it" in fix().output
    assert tree(root) == before
