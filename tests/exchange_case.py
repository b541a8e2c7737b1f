"""The smallest curriculum for the tests of translation files, and files as translators send them back."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import polib
import yaml
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
from build_tools.exchange.guide import COLUMNS
from build_tools.load import load
from build_tools.model import Curriculum

ROOT = Path(__file__).parent.parent
BASE = ROOT / "tests/faults/_base"
COLUMN = {column.name: number for number, column in enumerate(COLUMNS, 1)}
_OWN_WORDS = re.compile(r"translate-|draft|stale|reviewed|missing|glossary|edition-")

Edit = Callable[[Any], None]


def files_below(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def base_files() -> dict[str, bytes]:
    """The sources of the smallest curriculum, with the words that translation files need."""
    files = files_below(BASE)
    words = yaml.safe_load((ROOT / "curriculum/words.yaml").read_text("utf-8"))
    own = [word for word in words if _OWN_WORDS.match(word["id"])]
    files["curriculum/words.yaml"] += yaml.safe_dump(own, allow_unicode=True).encode()
    return files


def loaded(files: Mapping[str, bytes]) -> Curriculum:
    """The curriculum in these files."""
    whole = load(files).curriculum
    assert whole is not None
    return whole


def texts(files: Mapping[str, bytes]) -> dict[str, str]:
    """The Lao of every row by its key."""
    return {row.key: row.lo for row in rows(loaded(files))}


def sheet_of(files: Mapping[str, bytes]) -> bytes:
    """A workbook of every text."""
    whole = loaded(files)
    chosen = list(rows(whole))
    return workbook(whole, chosen, hints(whole, chosen))


def po_of(files: Mapping[str, bytes]) -> bytes:
    """A PO file of every text."""
    whole = loaded(files)
    chosen = list(rows(whole))
    return po_file(whole, chosen, hints(whole, chosen))


def edited_sheet(data: bytes, edit: Edit) -> bytes:
    """The workbook after somebody worked in the sheet of texts."""
    book = load_workbook(BytesIO(data))
    edit(book["Texts"])
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def row_of(sheet: Any, key: str) -> int:
    """The number of the row with this key."""
    return next(row[0].row for row in sheet.iter_rows(min_row=2) if row[0].value == key)


def with_cells(data: bytes, cells: Mapping[tuple[str, str], Any]) -> bytes:
    """The workbook with these values, by key of the row and name of the column."""

    def edit(sheet: Any) -> None:
        for (key, column), value in cells.items():
            sheet.cell(row_of(sheet, key), COLUMN[column]).value = value

    return edited_sheet(data, edit)


def with_lao(data: bytes, new: Mapping[str, str]) -> bytes:
    """The workbook with new Lao by key; it stays text, as in a cell with the format of text."""

    def edit(sheet: Any) -> None:
        for key, value in new.items():
            cell = sheet.cell(row_of(sheet, key), COLUMN["Lao"], value)
            cell.data_type = "s"

    return edited_sheet(data, edit)


def with_entries(data: bytes, new: Mapping[str, str]) -> bytes:
    """The PO file with new Lao by key."""
    file = polib.pofile(data.decode())
    for entry in file:
        entry.msgstr = new.get(entry.msgctxt, entry.msgstr)
    return f"{file}\n".encode()


def sheet_back(files: Mapping[str, bytes], data: bytes) -> Outcome:
    """What came of a workbook, its own faults among the others."""
    back = read_workbook("basics.xlsx", data)
    outcome = bring_back(files, back.rows)
    return outcome._replace(faults=(*back.faults, *outcome.faults))


def po_back(files: Mapping[str, bytes], data: bytes) -> Outcome:
    """What came of a PO file, its own faults among the others."""
    back = read_po("basics.po", data)
    outcome = bring_back(files, back.rows)
    return outcome._replace(faults=(*back.faults, *outcome.faults))
