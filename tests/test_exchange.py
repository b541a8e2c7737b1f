"""Out to a spreadsheet or a PO file and back: what translators wrote arrives, and nothing else moves."""

from __future__ import annotations

import os
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import polib
import pytest
from hypothesis import given, settings, strategies as st
from openpyxl import load_workbook

from build_tools.exchange import (
    Outcome,
    bring_back,
    hints,
    po_file,
    read_po,
    read_workbook,
    rows,
    workbook,
)
from build_tools.exchange.clean import clean
from build_tools.model import Curriculum
from build_tools.reading import SOURCE_FOLDERS, read_sources
from build_tools.translation import digest, state_of, states, units
from tests import exchange_case as case

GOLDEN = case.ROOT / "tests/cases/exchange/basics.po"
TITLE = "basics/quizzes#pick-a-risk|stem"
FESTIVAL = "basics/quizzes#pick-a-risk|options.festival.text"
NOTES = "curriculum/activities#daily-feedback|notes"
SECTION = "basics/first-steps/lesson#the-line"
FILES = case.base_files()
SHEET, PO = case.sheet_of(FILES), case.po_of(FILES)
WORDS = st.lists(
    st.sampled_from(["ກາ", "ນ້ຳ", "ໝູ່", "ແມ່", "ຫຼວງ", "ເງິນ", "ຄວາມສ່ຽງ", "ຊື່ໆ"])
    .flatmap(lambda word: st.sampled_from([f"{word} ", f"“{word}” ", f"'{word}' ", f'"{word}", ',
                                           f"{word}: ", f"{word} # ", f"{word}? ", f"- {word} ",
                                           f"{word}; ", f"% {word} ", f"& {word}, ", f"({word}) ",
                                           f"={word} ", f"@ {word}! ", f"{word}. ", f"~{word} "])),
    min_size=1, max_size=6,
).map(lambda words: clean("".join(words)))  # fmt: skip
LINES = st.lists(WORDS, min_size=1, max_size=3).map("\n".join)
BACK = {"sheet": (SHEET, case.with_lao, case.sheet_back),
        "po": (PO, case.with_entries, case.po_back)}  # fmt: skip


def after(files: dict[str, bytes], outcome: Outcome) -> dict[str, bytes]:
    assert outcome.faults == ()
    return {**files, **outcome.files}


def test_the_rows_are_the_texts_of_the_units(curriculum: Curriculum) -> None:
    texts: dict[str, list[str]] = {}
    keys = set()
    for row in rows(curriculum):
        assert row.key not in keys
        keys.add(row.key)
        if not row.is_list:
            texts.setdefault(row.unit.address, []).append(row.en)
    for unit in units(curriculum):
        assert digest("\n".join(texts.get(unit.address, []))) == digest(unit.en), unit.address


def test_a_key_names_ids_not_numbers_where_there_are_ids() -> None:
    keys = case.texts(FILES)
    assert {TITLE, FESTIVAL, NOTES, SECTION, "curriculum/words#draft"} <= set(keys)
    assert "basics/first-steps/slides#risks|points.1" in keys


def test_the_real_curriculum_comes_back_unchanged(root: Path, curriculum: Curriculum) -> None:
    files = read_sources(root).files
    chosen = list(rows(curriculum))
    named = hints(curriculum, chosen)
    sheet = read_workbook("all.xlsx", workbook(curriculum, chosen, named))
    po = read_po("all.po", po_file(curriculum, chosen, named))
    assert len(sheet.rows) == len(po.rows) == len(chosen)
    assert bring_back(files, [*sheet.rows, *po.rows]) == Outcome({})


def test_the_po_file_is_as_expected() -> None:
    made = b"\n\n".join(entry for entry in PO.split(b"\n\n") if b"#words#" not in entry)
    if os.environ.get("TOT_UPDATE"):
        GOLDEN.write_bytes(made)
    assert GOLDEN.read_bytes() == made


@pytest.mark.parametrize("way", BACK)
@settings(max_examples=15, deadline=None)
@given(stem=WORDS, festival=WORDS, notes=LINES, prose=LINES, title=WORDS, word=WORDS, planned=WORDS)
def test_what_is_put_in_is_what_is_loaded(way: str, **new: str) -> None:
    data, edit, back = BACK[way]
    # A line that begins with a hyphen would be a list, which the English does not have.
    prose = "\n".join(line.lstrip("- ") for line in new["prose"].split("\n"))
    section = case.texts(FILES)[SECTION].replace("ຍ່າງເບິ່ງ.", prose)
    texts = {
        TITLE: new["stem"], FESTIVAL: new["festival"], NOTES: new["notes"], SECTION: section,
        "basics/first-steps/lesson#title": new["title"], "curriculum/words#draft": new["word"],
        "curriculum/tracks#one-day|days.1.sessions.3.planned": new["planned"],
    }  # fmt: skip
    texts = {key: clean(text) for key, text in texts.items()}
    outcome = back(FILES, edit(data, texts))
    assert case.texts(after(FILES, outcome)) == case.texts(FILES) | texts


@pytest.mark.parametrize("way", BACK)
def test_only_the_changed_text_and_its_ledger_line_change(way: str) -> None:
    data, edit, back = BACK[way]
    outcome = back(FILES, edit(data, {FESTIVAL: "ບຸນໃຫຍ່"}))
    assert set(outcome.files) == {"quizzes/basics.yaml", "modules/basics/translation.yaml"}
    assert (outcome.texts, outcome.drafts, outcome.reviews) == (1, 1, 0)
    old = FILES["quizzes/basics.yaml"].decode()
    assert outcome.files["quizzes/basics.yaml"].decode() == old.replace("lo: ບຸນ}", "lo: ບຸນໃຫຍ່}")
    ledgers = [files["modules/basics/translation.yaml"].decode().splitlines()
               for files in (FILES, outcome.files)]  # fmt: skip
    changed = set(ledgers[1]) - set(ledgers[0])
    assert [line.split(":")[0] for line in changed] == ["quizzes#pick-a-risk"]


def test_bringing_the_same_file_back_twice_changes_nothing_more() -> None:
    data = case.with_lao(SHEET, {FESTIVAL: "ບຸນໃຫຍ່"})
    files = after(FILES, case.sheet_back(FILES, data))
    assert case.sheet_back(files, data) == Outcome({})


def test_a_windows_file_keeps_its_line_ends_and_its_byte_order_mark() -> None:
    path = "quizzes/basics.yaml"
    windows = {**FILES, path: b"\xef\xbb\xbf" + FILES[path].replace(b"\n", b"\r\n")}
    outcome = case.sheet_back(windows, case.with_lao(SHEET, {FESTIVAL: "ບຸນໃຫຍ່"}))
    wanted = windows[path].replace("lo: ບຸນ}".encode(), "lo: ບຸນໃຫຍ່}".encode())
    assert outcome.files[path] == wanted


def without(files: dict[str, bytes], path: str, *pieces: str) -> dict[str, bytes]:
    """The files with pieces of one of them taken out."""
    text = files[path].decode()
    for piece in pieces:
        assert piece in text
        text = text.replace(piece, "")
    return {**files, path: text.encode()}


@pytest.mark.parametrize("way", BACK)
def test_missing_texts_are_written_where_they_belong(way: str) -> None:
    path = "quizzes/basics.yaml"
    files = without(FILES, path, ", lo: ບຸນ", ", lo: ອັນໃດແມ່ນຄວາມສ່ຽງ?")
    data = case.sheet_of(files) if way == "sheet" else case.po_of(files)
    _, edit, back = BACK[way]
    outcome = back(files, edit(data, {FESTIVAL: "ບຸນ"}))
    assert (outcome.texts, outcome.drafts) == (1, 0)  # the unit still lacks a text
    whole = back(files, edit(data, {FESTIVAL: "ບຸນ", TITLE: "ອັນໃດແມ່ນຄວາມສ່ຽງ?"}))
    assert whole.files[path] == FILES[path] and whole.drafts == 1


@pytest.mark.parametrize("way", BACK)
def test_the_first_lao_of_a_lesson_makes_its_file(way: str) -> None:
    path = "modules/basics/first-steps/lesson.lo.md"
    files = {name: content for name, content in FILES.items() if name != path}
    lao = {key: text for key, text in case.texts(FILES).items() if "/lesson#" in key}
    data = case.sheet_of(files) if way == "sheet" else case.po_of(files)
    _, edit, back = BACK[way]
    outcome = back(files, edit(data, lao))
    assert case.texts(after(files, outcome)) == case.texts(FILES)
    assert outcome.files[path].startswith("---\ntitle: ບາດກ້າວທຳອິດ\n---\n\n## ຄົນ".encode())
    del lao[SECTION]
    refused = back(files, edit(data, lao))
    assert not refused.files and "comes in whole" in refused.faults[0].message


@pytest.mark.parametrize("missing", ["people-and-risks", "the-line"])
def test_a_missing_section_comes_to_its_place(missing: str) -> None:
    path = "modules/basics/first-steps/lesson.lo.md"
    section = case.texts(FILES)[f"basics/first-steps/lesson#{missing}"]
    files = without(FILES, path, f"{section}\n")
    lao = {f"basics/first-steps/lesson#{missing}": section}
    outcome = case.sheet_back(files, case.with_lao(case.sheet_of(files), lao))
    changed = after(files, outcome)
    assert case.texts(changed) == case.texts(FILES)
    assert [s.id for s in case.loaded(changed).lesson("first-steps").lo.sections] == [
        s.id for s in case.loaded(changed).lesson("first-steps").en.sections
    ]  # type: ignore[union-attr]


def test_the_beginning_of_a_lesson_before_its_first_heading_is_a_row() -> None:
    english, lao = (f"modules/basics/first-steps/lesson.{side}.md" for side in ("en", "lo"))
    files = dict(FILES)
    files[english] = files[english].replace(b"---\n## ", b"---\nBegin here.\n\n## ")
    key = "basics/first-steps/lesson#title|text"
    outcome = case.sheet_back(files, case.with_lao(case.sheet_of(files), {key: "ເລີ່ມ"}))
    assert "---\nເລີ່ມ\n\n## ຄົນ" in outcome.files[lao].decode()
    files = after(files, outcome)
    again = case.sheet_back(files, case.with_lao(case.sheet_of(files), {key: "ເລີ່ມທີ່ນີ້."}))
    assert "---\nເລີ່ມທີ່ນີ້.\n\n## ຄົນ" in again.files[lao].decode()


SHORT = """
- id: say-it
  type: short
  lesson: first-steps
  objective: name-a-risk
  bloom: remember
  stem: {en: Say it., lo: ເວົ້າ.}
  accept: {en: [risk], lo: [ຄວາມສ່ຽງ]}
  rationale: {en: It is one., lo: ແມ່ນແລ້ວ.}
"""


def test_lists_of_accepted_answers_come_back_line_by_line() -> None:
    path = "quizzes/basics.yaml"
    files = {**FILES, path: FILES[path] + SHORT.encode()}
    key = "basics/quizzes#say-it|accept"
    data = case.with_lao(case.sheet_of(files), {key: "ຄວາມສ່ຽງ\n\n ຄຳຕອບໃໝ່, ອີກ \n"})
    outcome = case.sheet_back(files, data)
    wanted = SHORT.replace("[ຄວາມສ່ຽງ]", '[ຄວາມສ່ຽງ, "ຄຳຕອບໃໝ່, ອີກ"]')
    assert outcome.files[path] == FILES[path] + wanted.encode()
    assert case.texts(after(files, outcome))[key] == "ຄວາມສ່ຽງ\nຄຳຕອບໃໝ່, ອີກ"


REVIEW = {"Reviewed by": "ກົມ “ສັງຄົມ”, ສະຫວັນນະເຂດ", "Reviewed on": "2026-11-05"}


def reviewed_cells(unit: str, day: Any = "2026-11-05") -> dict[tuple[str, str], Any]:
    mine = [key for key in case.texts(FILES) if key.split("|")[0] == unit]
    by = {(key, "Reviewed by"): REVIEW["Reviewed by"] for key in mine}
    return by | {(key, "Reviewed on"): day for key in mine}


@pytest.mark.parametrize("day", ["2026-11-05", datetime(2026, 11, 5), date(2026, 11, 5)])
def test_a_unit_is_reviewed_if_all_its_rows_are(day: Any) -> None:
    unit = "basics/quizzes#pick-a-risk"
    outcome = case.sheet_back(FILES, case.with_cells(SHEET, reviewed_cells(unit, day)))
    assert set(outcome.files) == {"modules/basics/translation.yaml"}
    entry = case.loaded(after(FILES, outcome)).module("basics").ledger["quizzes#pick-a-risk"]
    assert (entry.state, entry.by, entry.on) == ("reviewed", *REVIEW.values())
    assert (outcome.texts, outcome.drafts, outcome.reviews) == (0, 0, 1)


def test_a_reviewer_may_correct_what_they_review() -> None:
    data = case.with_cells(SHEET, reviewed_cells("basics/quizzes#pick-a-risk"))
    outcome = case.sheet_back(FILES, case.with_lao(data, {FESTIVAL: "ບຸນໃຫຍ່"}))
    files = after(FILES, outcome)
    assert states(case.loaded(files))["basics/quizzes#pick-a-risk"] == "reviewed"
    assert case.texts(files)[FESTIVAL] == "ບຸນໃຫຍ່"
    changed = case.with_lao(case.sheet_of(files), {FESTIVAL: "ບຸນ"})
    again = after(files, case.sheet_back(files, changed))
    assert states(case.loaded(again))["basics/quizzes#pick-a-risk"] == "draft"


def test_a_unit_with_rows_left_out_is_not_reviewed() -> None:
    cells = {c: v for c, v in reviewed_cells("basics/quizzes#pick-a-risk").items()
             if c[0] != FESTIVAL}  # fmt: skip
    outcome = case.sheet_back(FILES, case.with_cells(SHEET, cells))
    assert outcome.files == {} and outcome.faults == ()
    assert FESTIVAL in outcome.notes[0]


def test_a_fuzzy_entry_keeps_its_text_and_stays_unstamped() -> None:
    file = polib.pofile(PO.decode())
    entry = next(entry for entry in file if entry.msgctxt == FESTIVAL)
    entry.msgstr, entry.flags = "ບຸນໃຫຍ່", ["fuzzy"]
    outcome = case.po_back(FILES, f"{file}\n".encode())
    assert set(outcome.files) == {"quizzes/basics.yaml"} and outcome.drafts == 0


def test_what_is_out_of_date_is_marked_and_settled_by_a_change() -> None:
    path = "quizzes/basics.yaml"
    files = {**FILES, path: FILES[path].replace(b"en: A festival", b"en: A big festival")}
    fuzzy = {e.msgctxt for e in polib.pofile(case.po_of(files).decode()) if e.fuzzy}
    assert FESTIVAL in fuzzy and all(key.startswith("basics/quizzes#pick-a-risk|") for key in fuzzy)
    data = case.sheet_of(files)
    sheet = load_workbook(BytesIO(data))["Texts"]
    state = sheet.cell(case.row_of(sheet, FESTIVAL), case.COLUMN["State"])
    assert state.value == "ຍັງບໍ່ທັນປັບປຸງ / Out of date" and state.fill.start_color.rgb != "00000000"
    outcome = case.sheet_back(files, case.with_lao(data, {FESTIVAL: "ບຸນໃຫຍ່"}))
    whole = case.loaded(after(files, outcome))
    unit = next(unit for unit in units(whole) if unit.key == "quizzes#pick-a-risk")
    assert state_of(unit, whole.module("basics").ledger[unit.key]) == "draft"


def test_the_sources_of_the_tests_are_those_of_the_build() -> None:
    assert {path.split("/")[0] for path in FILES} == set(SOURCE_FOLDERS)
