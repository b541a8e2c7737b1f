"""A file with a fault is refused whole, and every fault names the cell or the line to go to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from build_tools.exchange import Outcome, read_po, read_workbook
from tests import exchange_case as case

FILES = case.base_files()
TEXTS = case.texts(FILES)
SHEET, PO = case.sheet_of(FILES), case.po_of(FILES)
STEM = "basics/quizzes#pick-a-risk|stem"
FESTIVAL = "basics/quizzes#pick-a-risk|options.festival.text"
PEOPLE = "basics/first-steps/lesson#people-and-risks"
LINE = "basics/first-steps/lesson#the-line"


def place(key: str, column: str = "Lao") -> str:
    sheet = load_workbook(BytesIO(SHEET))["Texts"]
    cell = sheet.cell(case.row_of(sheet, key), case.COLUMN[column])
    return f"basics.xlsx, sheet Texts, cell {cell.coordinate}"


def one_fault(outcome: Outcome) -> tuple[str, str]:
    assert outcome.files == {}
    (fault,) = outcome.faults
    return fault.place, fault.message


def changed(key: str, *pairs: str) -> str:
    text = TEXTS[key]
    for old, new in zip(pairs[::2], pairs[1::2]):
        assert old in text
        text = text.replace(old, new)
    return text


BROKEN: dict[str, tuple[str, str, str]] = {
    "a number": ("curriculum/quizzes#gain-of-a-class|stem", "ຈາກ 45% ຫາ 79%: ເທົ່າໃດ?",
                 "only in the English: 78; only in the Lao: 79"),
    "a slot": ("curriculum/words#minutes-count", "{m} ນາທີ", "has no slot `m`"),
    "a fact": (PEOPLE, changed(PEOPLE, "{fact}`rural-share`", "ຫຼາຍ"), "lacks the fact"),
    "a role": (PEOPLE, changed(PEOPLE, "{term}`risk`", "{trem}`risk`"), "Unknown role"),
    "a term id": (PEOPLE, changed(PEOPLE, "{term}`risk`", "{term}`ຄວາມສ່ຽງ`"), "ຄວາມສ່ຽງ"),
    "a link": (PEOPLE, changed(PEOPLE, "(#the-line)", "(#the-lime)"), "the-lime"),
    "a citation": (PEOPLE, changed(PEOPLE, "[@census]", ""), "lacks the source `census`"),
    "a heading id": (PEOPLE, changed(PEOPLE, "{#people-and-risks}", "{#people}"), "{#people-and"),
    "no heading": (PEOPLE, PEOPLE.join(["ກາ ", ""]), "`{#people-and-risks}`"),
    "a second heading": (PEOPLE, TEXTS[PEOPLE] + "\n\n## ກາ {#new}\n\nກາ", "one heading"),
    "a box unclosed": (LINE, changed(LINE, "ຍ່າງເບິ່ງ.\n:::", "ຍ່າງເບິ່ງ."), "`trainer` is not closed"),
    "a box lost": (LINE, changed(LINE, "::: trainer\nຍ່າງເບິ່ງ.\n:::\n", ""), "`trainer`"),
    "a box renamed": (LINE, changed(LINE, "::: trainer", "::: ຄູຝຶກ"), "ຄູຝຶກ"),
    "an attribute": (LINE, changed(LINE, "minutes=20", "minutes=25"), "minutes=25"),
    "a Thai letter": (FESTIVAL, "บุน", "lao-"),
    "raw HTML": (FESTIVAL, "<b>ບຸນ</b>", "Raw HTML"),
    "two lines": (FESTIVAL, "ບຸນ\nໃຫຍ່", "one line only"),
    "nothing": (FESTIVAL, "  ", "empty"),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.parametrize("way", ["sheet", "po"])
def test_what_is_broken_is_refused_with_its_place(name: str, way: str) -> None:
    key, text, words = BROKEN[name]
    if way == "sheet":
        outcome = case.sheet_back(FILES, case.with_lao(SHEET, {key: text}))
        wanted = place(key)
    else:
        data = case.with_entries(PO, {key: text})
        outcome = case.po_back(FILES, data)
        wanted = f"basics.po, line {_line(data, key)} ({key})"
    assert outcome.files == {} and outcome.faults
    assert {fault.place for fault in outcome.faults} == {wanted}
    assert any(words in fault.message for fault in outcome.faults), outcome.faults


def _line(data: bytes, key: str) -> int:
    """The line on which an entry begins with its notes."""
    before = data.decode().partition(f'\nmsgctxt "{key}"')[0]
    return before.rpartition("\n\n")[0].count("\n") + 3


def test_every_fault_of_every_row_is_listed_and_nothing_is_written() -> None:
    good = {STEM: "ອັນໃດ?"}
    bad = {key: text for key, text, _ in (BROKEN["a number"], BROKEN["a fact"], BROKEN["nothing"])}
    outcome = case.sheet_back(FILES, case.with_lao(SHEET, good | bad))
    assert outcome.files == {}
    assert {fault.place for fault in outcome.faults} == {place(key) for key in bad}


def test_a_box_lost_in_one_section_is_told_there_though_others_changed() -> None:
    _, text, _ = BROKEN["a box lost"]
    outcome = case.sheet_back(FILES, case.with_lao(SHEET, {
        LINE: text, PEOPLE: changed(PEOPLE, "ທຸກຄົນພົບ", "ທຸກໆຄົນພົບ")}))  # fmt: skip
    assert {fault.place for fault in outcome.faults} == {place(LINE)}


def test_a_new_form_of_a_term_is_told_where_it_no_longer_fits() -> None:
    text = FILES["curriculum/terms.yaml"].replace(b"status:", b"check: true\n  status:")
    files = {**FILES, "curriculum/terms.yaml": text}
    data = case.with_lao(case.sheet_of(files), {"curriculum/terms#risk": "ໄພ"})
    outcome = case.sheet_back(files, data)
    assert outcome.files == {}
    assert any("After these changes" in fault.message and "quizzes/basics.yaml" in fault.place
               for fault in outcome.faults)  # fmt: skip


def test_faults_that_stood_before_do_not_stop_a_translation() -> None:
    path = "quizzes/basics.yaml"
    files = {**FILES, path: FILES[path].replace("ອັນໃດແມ່ນ".encode(), "ອັນໃດ 7 ແມ່ນ".encode())}
    outcome = case.sheet_back(files, case.with_lao(case.sheet_of(files), {FESTIVAL: "ບຸນໃຫຍ່"}))
    assert outcome.faults == () and path in outcome.files


def test_english_that_moved_on_stops_only_the_rows_that_were_changed() -> None:
    path = "quizzes/basics.yaml"
    files = {**FILES, path: FILES[path].replace(b"A festival", b"A big festival")}
    assert case.sheet_back(files, SHEET) == Outcome({})
    where, message = one_fault(case.sheet_back(files, case.with_lao(SHEET, {FESTIVAL: "ບຸນໃຫຍ່"})))
    assert where == place(FESTIVAL) and "The English has changed" in message


def test_lao_that_others_changed_is_not_overwritten() -> None:
    path = "quizzes/basics.yaml"
    files = {**FILES, path: FILES[path].replace("lo: ບຸນ}".encode(), "lo: ບຸນນ້ອຍ}".encode())}
    assert case.sheet_back(files, SHEET) == Outcome({})
    where, message = one_fault(case.sheet_back(files, case.with_lao(SHEET, {FESTIVAL: "ບຸນໃຫຍ່"})))
    assert where == place(FESTIVAL) and "changed by others" in message


def test_two_files_that_want_different_texts_are_refused() -> None:
    sheet = read_workbook("a.xlsx", case.with_lao(SHEET, {FESTIVAL: "ບຸນໃຫຍ່"}))
    po = read_po("a.po", case.with_entries(PO, {FESTIVAL: "ບຸນນ້ອຍ"}))
    outcome = case.bring_back(FILES, [*sheet.rows, *po.rows])
    assert "Another Lao" in one_fault(outcome)[1] and "a.xlsx" in outcome.faults[0].message


CELLS: dict[str, tuple[dict[str, Any], str, str]] = {
    "an unknown key": ({"Key": "basics/quizzes#pick-a-risk|stam"}, "Key", "Did you mean"),
    "no key": ({"Key": None}, "Key", "no key"),
    "no version": ({"Version": None, "Lao": "ກາ"}, "Lao", "version"),
    "a formula": ({"Lao": "=A1"}, "Lao", "formula"),
    "a date": ({"Lao": date(2026, 11, 5)}, "Lao", "date"),
    "a decimal": ({"Lao": 5.84}, "Lao", "number"),
    "a truth": ({"Lao": True}, "Lao", "True"),
    "no day": ({"Reviewed by": "ກົມ"}, "Reviewed on", "both"),
    "no office": ({"Reviewed on": "2026-11-05"}, "Reviewed by", "both"),
    "a wrong day": ({"Reviewed by": "ກົມ", "Reviewed on": "5/11/2026"}, "Reviewed on", "2026-11-05"),
    "a day without dashes": ({"Reviewed by": "ກົມ", "Reviewed on": 20261105}, "Reviewed on", "day"),
}  # fmt: skip


@pytest.mark.parametrize("name", CELLS)
def test_a_cell_that_cannot_be_used_is_refused(name: str) -> None:
    values, column, words = CELLS[name]
    data = case.with_cells(SHEET, {(STEM, field): value for field, value in values.items()})
    faults = case.sheet_back(FILES, data).faults
    assert any(f.place == place(STEM, column) and words in f.message for f in faults), faults


def test_a_review_of_something_else_is_refused() -> None:
    mine = [key for key in TEXTS if key.startswith("basics/quizzes#")]
    cells = {(key, "Reviewed by"): "ກົມ" for key in mine}
    cells |= {(key, "Reviewed on"): "2026-11-05" for key in mine}
    reviewed = case.with_cells(SHEET, cells)
    path = "quizzes/basics.yaml"
    for old, new, words in (("A festival", "A feast", "English has changed"),
                            ("lo: ບຸນ}", "lo: ບຸນໃຫຍ່}", "changed by others"),
                            (", lo: ບຸນ}", "}", "changed by others")):  # fmt: skip
        files = {**FILES, path: FILES[path].replace(old.encode(), new.encode())}
        where, message = one_fault(case.sheet_back(files, reviewed))
        assert where == place(FESTIVAL, "Reviewed by") and words in message
    two = case.with_cells(reviewed, {(FESTIVAL, "Reviewed by"): "ຫ້ອງການ"})
    assert "different offices" in one_fault(case.sheet_back(FILES, two))[1]


def moved(sheet: Any) -> None:
    sheet.move_range(f"A2:I{sheet.max_row}", rows=3)
    sheet.insert_rows(1, 2)
    sheet["A1"] = "ໝາຍເຫດ"


def columns_swapped(sheet: Any) -> None:
    for row in sheet.iter_rows():
        row[2].value, row[6].value = row[6].value, row[2].value


def shortened(sheet: Any) -> None:
    sheet.delete_rows(20, 30)
    sheet.delete_cols(4, 2)


def sorted_backwards(sheet: Any) -> None:
    held = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    for cells, values in zip(sheet.iter_rows(min_row=2), reversed(held)):
        for cell, value in zip(cells, values):
            cell.value = value


@pytest.mark.parametrize("edit", [moved, columns_swapped, shortened, sorted_backwards])
def test_rows_and_columns_may_move_and_go(edit: Callable[[Any], None]) -> None:
    changed_sheet = case.edited_sheet(case.with_lao(SHEET, {FESTIVAL: "ບຸນໃຫຍ່"}), edit)
    book = load_workbook(BytesIO(changed_sheet))
    book.create_sheet("ບັນທຶກ")["A1"] = "ບັນທຶກຂອງຂ້ອຍ"
    made = BytesIO()
    book.save(made)
    outcome = case.sheet_back(FILES, made.getvalue())
    assert outcome.faults == () and outcome.texts == 1


@pytest.mark.parametrize("typed, wanted", [(2022, "2022"), (7.0, "7")])
def test_a_whole_number_is_the_text_that_was_typed(typed: float, wanted: str) -> None:
    data = case.with_cells(SHEET, {(FESTIVAL, "Lao"): typed})
    faults = case.sheet_back(FILES, data).faults
    assert [f"only in the Lao: {wanted}." in fault.message for fault in faults] == [True]


def test_joined_cells_are_refused() -> None:
    data = case.edited_sheet(SHEET, lambda sheet: sheet.merge_cells("C5:C6"))
    assert case.sheet_back(FILES, data).faults[0].place == "basics.xlsx, sheet Texts, cells C5:C6"


def test_a_source_that_cannot_be_read_is_named_not_the_rows_of_it() -> None:
    path = "quizzes/basics.yaml"
    outcome = case.sheet_back({**FILES, path: FILES[path] + b"  bad: ["}, SHEET)
    assert "cannot be read" in one_fault(outcome)[1]


def test_a_text_without_lao_is_taken_with_a_note() -> None:
    outcome = case.sheet_back(FILES, case.with_cells(SHEET, {(FESTIVAL, "Lao"): "A festival"}))
    assert outcome.texts == 1
    assert outcome.notes == (f"{place(FESTIVAL)}: There is no Lao in this text; is it meant so?",)


@pytest.mark.parametrize("name", ["Lao", "Reviewed by"])
def test_a_second_column_of_one_name_is_refused(name: str) -> None:
    data = case.edited_sheet(SHEET, lambda sheet: sheet.cell(1, 10, name))
    where, message = one_fault(case.sheet_back(FILES, data))
    assert where == "basics.xlsx, sheet Texts, cell J1" and "Another column" in message


def test_a_damaged_file_is_refused() -> None:
    for at in range(0, len(SHEET), len(SHEET) // 40):
        for data in (SHEET[:at], SHEET[:at] + b"\xff\x00\xff" + SHEET[at + 3 :]):
            read_workbook("a.xlsx", data)
    start = SHEET.index(b"xl/worksheets/sheet2.xml") + 100
    data = SHEET[:start] + bytes(200) + SHEET[start + 200 :]
    assert "cannot be read" in read_workbook("a.xlsx", data).faults[0].message


def test_files_that_are_none_of_ours_are_refused() -> None:
    made = BytesIO()
    Workbook().save(made)
    for data, words in ((b"no zip", "cannot be read"), (made.getvalue(), "columns")):
        assert words in read_workbook("a.xlsx", data).faults[0].message
    for data, words in ((b"\xff", "UTF-8"), (b"no entry", "PO file"),
                        (b'msgid "a"\nmsgstr "b"\n', "no key")):  # fmt: skip
        assert words in read_po("a.po", data).faults[0].message
