"""Rows as a workbook that translators like to work in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from math import ceil
from typing import Any
from unicodedata import category

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter

from build_tools.exchange.guide import (
    BY,
    COLUMNS,
    LAO,
    ON,
    VERSION,
    help_lines,
    hint_lines,
    state_line,
)
from build_tools.exchange.rows import Row
from build_tools.model import Curriculum, Term
from build_tools.translation import ledger_of

HELP_SHEET, SHEET = "Read me", "Texts"
MAX_CELL = 32_767
"""Letters that a cell can hold; what is longer would be cut off in silence."""
_FILLS = {"missing": "FFE0E0", "stale": "FFEFC2", "reviewed": "DDF2DD"}
_HEAD_FILL, _LOCKED_FILL, _RULE = "1F4E5F", "F4F6F7", "C9D3D7"
_LINE, _HEAD_HEIGHT, _MAX_HEIGHT, _HELP_WIDTH = 20, 64, 400, 70
"""Points: a line of Lao with its marks, the head, the most that a row may have; and letters in a line of help."""


class TooLong(Exception):
    """A text does not fit into a cell; the message names it."""


def workbook(
    curriculum: Curriculum, rows: Sequence[Row], hints: Mapping[str, tuple[Term, ...]]
) -> bytes:
    """The workbook of these rows; its zip still knows the moment it was made. Raises TooLong."""
    book = Workbook()
    book.properties.creator = curriculum.cover.id
    styles = _styles(curriculum)
    for style in styles.values():
        book.add_named_style(style)
    _write_help(book.active, curriculum)
    sheet = book.create_sheet(SHEET)
    _write_head(sheet, curriculum)
    for number, row in enumerate(rows, 2):
        _write_row(sheet, number, _values(curriculum, row, hints[row.key]))
        if row.state in _FILLS:
            sheet.cell(number, _column("State")).fill = _fill(_FILLS[row.state])
    _set_up(sheet, len(rows) + 1)
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def _styles(curriculum: Curriculum) -> dict[str, NamedStyle]:
    """The look of a cell: to read (locked), to write in, or a day."""
    look = curriculum.cover.deck
    top = Alignment(wrap_text=True, vertical="top")
    lao, latin = Font(name=look.lao_font, size=12), Font(name=look.latin_font, size=11)
    open_ = Protection(locked=False)
    every: dict[str, Any] = {"alignment": top, "border": Border(bottom=Side("thin", color=_RULE))}
    read = {**every, "fill": _fill(_LOCKED_FILL), "number_format": "@"}
    write = {**every, "protection": open_}
    return {
        "tot-read": NamedStyle("tot-read", font=latin, **read),
        "tot-key": NamedStyle("tot-key", font=Font(name=look.latin_font, size=9), **read),
        "tot-read-lao": NamedStyle("tot-read-lao", font=lao, **read),
        "tot-lao": NamedStyle("tot-lao", font=lao, number_format="@", **write),
        "tot-day": NamedStyle("tot-day", font=latin, number_format="yyyy-mm-dd", **write),
    }


_STYLE_OF = {LAO: "tot-lao", BY: "tot-lao", ON: "tot-day", "State": "tot-read-lao",
             "Glossary": "tot-read-lao", "Key": "tot-key", "Place": "tot-key"}  # fmt: skip


def _fill(colour: str) -> PatternFill:
    """A plain background."""
    return PatternFill("solid", start_color=colour)


def _column(name: str) -> int:
    """The number of a column, counted from 1."""
    return 1 + next(n for n, column in enumerate(COLUMNS) if column.name == name)


def _values(curriculum: Curriculum, row: Row, terms: tuple[Term, ...]) -> dict[str, str]:
    """The cells of a row by column; who reviews fills the last two, so they begin empty."""
    if len(row.en) > MAX_CELL or len(row.lo) > MAX_CELL:
        raise TooLong(f"{row.place}: `{row.key}` does not fit into a cell; divide this text.")
    entry = ledger_of(curriculum, row.unit.ledger).get(row.unit.key)
    return {
        "Key": row.key, "English": row.en, LAO: row.lo, VERSION: row.version,
        "State": state_line(curriculum, row, entry), "Glossary": "\n".join(hint_lines(terms)),
        "Place": f"{row.place.path}:{row.place.line}",
    }  # fmt: skip


def _write_row(sheet: Any, number: int, values: Mapping[str, str]) -> None:
    """Nothing; every cell is text, even one that begins like a formula."""
    for index, column in enumerate(COLUMNS, 1):
        cell = sheet.cell(number, index)
        cell.style = _STYLE_OF.get(column.name, "tot-read")
        if values.get(column.name):
            cell.value = values[column.name]
            cell.data_type = "s"
    texts = (column for column in COLUMNS if column.name in ("English", LAO, "Glossary"))
    lines = max(_lines(values.get(column.name, ""), column.width) for column in texts)
    sheet.row_dimensions[number].height = min((lines + 1) * _LINE, _MAX_HEIGHT)


def _lines(text: str, width: int) -> int:
    """The lines that a text takes in a column; marks above and below a letter have no width."""
    letters = ((category(c) != "Mn" for c in line) for line in text.split("\n"))
    return sum(max(1, ceil(sum(line) / width)) for line in letters)


def _write_head(sheet: Any, curriculum: Curriculum) -> None:
    """Nothing; writes the names of the columns, the Lao ones below the English."""
    for index, column in enumerate(COLUMNS, 1):
        cell = sheet.cell(1, index, f"{column.name}\n{curriculum.word(column.word, 'lo')}")
        cell.font = Font(name=curriculum.cover.deck.lao_font, size=12, bold=True, color="FFFFFF")
        cell.fill = _fill(_HEAD_FILL)
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        sheet.column_dimensions[get_column_letter(index)].width = column.width
    sheet.row_dimensions[1].height = _HEAD_HEIGHT


def _set_up(sheet: Any, last: int) -> None:
    """Nothing; fixes the head, filters, locks what is to be read, and fits the width of a page."""
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{last}"
    sheet.column_dimensions[get_column_letter(_column(VERSION))].hidden = True
    _fit_page(sheet)
    sheet.print_title_rows = "1:1"
    protection = sheet.protection
    protection.sheet = True
    for allowed in ("autoFilter", "formatColumns", "formatRows", "formatCells", "deleteRows"):
        setattr(protection, allowed, False)  # of a locked sheet: False means that it is allowed


def _fit_page(sheet: Any) -> None:
    """Nothing; a printed page is as wide as the sheet."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _write_help(sheet: Any, curriculum: Curriculum) -> None:
    """Nothing; writes how to work, Lao beside English."""
    look = curriculum.cover.deck
    sheet.title = HELP_SHEET
    for number, pair in enumerate(help_lines(curriculum), 1):
        for index, (text, font) in enumerate(zip(pair, (look.lao_font, look.latin_font)), 1):
            cell = sheet.cell(number, index, text)
            cell.font = Font(name=font, size=16 if number == 1 else 12, bold=number == 1)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        lines = max(_lines(text, _HELP_WIDTH) for text in pair)
        sheet.row_dimensions[number].height = (lines + 0.5) * _LINE
    sheet.column_dimensions["A"].width = sheet.column_dimensions["B"].width = _HELP_WIDTH
    _fit_page(sheet)
    sheet.sheet_view.showGridLines = False
