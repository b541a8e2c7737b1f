"""A workbook that came back: columns are found by name, rows by key, and nothing is guessed."""

from __future__ import annotations

import unicodedata
import warnings
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import BadZipFile
from zlib import error as BadStream

from openpyxl import load_workbook

from build_tools.exchange.guide import BY, COLUMNS, KEY, LAO, ON, VERSION
from build_tools.exchange.returned import Back, Fault, Returned

_NEEDED = (KEY, LAO, VERSION)
_READ = (*_NEEDED, BY, ON)
_DAMAGED = (BadZipFile, BadStream, EOFError, LookupError, ValueError, TypeError, AttributeError,
            RuntimeError, OSError, SyntaxError)  # fmt: skip
"""What openpyxl raises for a file that is cut off, damaged, locked by a password or no workbook."""
_FIRST_ROWS = 20
"""Rows in which the head may stand; people put a line of their own above it."""


def read_workbook(name: str, content: bytes) -> Back:
    """The rows of every sheet that has our columns."""
    try:
        with warnings.catch_warnings(action="ignore"):  # of parts of Excel that no cell depends on
            book = load_workbook(BytesIO(content))
    except _DAMAGED:
        return Back((), (Fault(name, "This cannot be read; save it again as a workbook (.xlsx)."),))
    reads = [_Sheet(name, sheet, *head) for sheet in book.worksheets if (head := _head(sheet))]
    if not reads:
        names = ", ".join(f"“{column}”" for column in _NEEDED)
        return Back((), (Fault(name, f"No sheet has the columns {names}; hand out a new file."),))
    rows = [row for read in reads for row in read.rows()]
    return Back(tuple(rows), tuple(fault for read in reads for fault in read.faults))


def _head(sheet: Any) -> tuple[int, dict[str, int], list[Any]] | None:
    """The row of the column names, where each stands, and the cells that name a column again.

    None for a sheet that is not ours.
    """
    known = {column.name.lower(): column.name for column in COLUMNS}
    for cells in sheet.iter_rows(min_row=1, max_row=min(_FIRST_ROWS, sheet.max_row)):
        found: dict[str, int] = {}
        again: list[Any] = []
        for cell in cells:
            written = str(cell.value or "").replace("_x000D_", "").split("\n")[0]
            name = known.get(written.strip().lower())
            if name in found and name in _READ:
                again.append(cell)
            elif name:
                found.setdefault(name, cell.column)
        if all(name in found for name in _NEEDED):
            return cells[0].row, found, again
    return None


class _Sheet:
    """One reading of a sheet."""

    def __init__(
        self, file: str, sheet: Any, head: int, columns: dict[str, int], again: list[Any]
    ) -> None:
        """A reading that has found no rows yet."""
        self.sheet, self.head, self.columns = sheet, head, columns
        self.file = f"{file}, sheet {sheet.title}"
        self.faults: list[Fault] = [
            Fault(f"{self.file}, cells {merged}", "These cells are joined; separate them.")
            for merged in sheet.merged_cells.ranges
            if merged.max_row > self.head
        ]
        for cell in again:
            self.fault(cell, "Another column has this name; rename or delete one of the two.")

    def rows(self) -> Iterator[Returned]:
        """Every row below the head that has a key."""
        for cells in self.sheet.iter_rows(min_row=self.head + 1):
            row = {name: cells[column - 1] for name, column in self.columns.items()}
            places = {"key": KEY, "lo": LAO, "by": BY, "on": ON}
            at = {field: f"cell {row[name].coordinate}"
                  for field, name in places.items() if name in row}  # fmt: skip
            key = str(row[KEY].value or "").strip()
            if key:
                version = str(row[VERSION].value or "").strip()
                by, on = self.reviewer(row.get(BY)), self.day(row.get(ON))
                yield Returned(self.file, at, key, version, self.text(row[LAO]), by, on)
            elif any(name in row and row[name].value is not None for name in (LAO, BY, ON)):
                self.fault(row[KEY], "This row has no key; put its key back, or empty the row.")

    def fault(self, cell: Any, message: str) -> None:
        """Nothing; keeps what is wrong with a cell."""
        self.faults.append(Fault(f"{self.file}, cell {cell.coordinate}", message))

    def text(self, cell: Any) -> str:
        """The text of a cell; a whole number is the text that was typed."""
        value = cell.value
        if cell.data_type == "f":
            self.fault(cell, "This is a formula; write the text itself.")
        elif isinstance(value, bool) or cell.data_type == "e":
            self.fault(
                cell, f"The program made “{value}” of this; write it as text, with ' before."
            )
        elif isinstance(value, (date, datetime)):
            self.fault(cell, "The program made a date of this; write it as text, with ' before it.")
        elif isinstance(value, float) and not value.is_integer():
            self.fault(cell, "This is a number; write it as text, with ' before it.")
        elif isinstance(value, (int, float)):
            return str(int(value))
        else:
            return str(value or "")
        return ""

    def reviewer(self, cell: Any) -> str:
        """The office of the reviewer, on one line."""
        if cell is None or cell.value is None:
            return ""
        by = " ".join(self.text(cell).split())
        if any(unicodedata.category(mark) in ("Cc", "Cf", "Cs", "Co", "Cn") for mark in by):
            self.fault(cell, "The office holds a mark that cannot be seen; type it anew.")
        return by

    def day(self, cell: Any) -> str:
        """The day of the review as 2026-11-05."""
        value = cell.value if cell is not None else None
        if isinstance(value, datetime):
            return value.date().isoformat()
        written = str(value or "").strip()
        if not written:
            return ""
        try:
            if date.fromisoformat(written).isoformat() == written:
                return written
        except ValueError:
            pass  # said below, together with other ways to write a day such as 20261105
        self.fault(cell, f"“{written}” is no day; write it as 2026-11-05.")
        return ""
