"""What comes back from translators: rows with the place that a person can go to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple


class Fault(NamedTuple):
    """Why a file is refused; the place is a cell of a sheet or a line of a PO file."""

    place: str
    message: str

    def __str__(self) -> str:
        """One line for a terminal."""
        return f"{self.place}: {self.message}"


@dataclass(frozen=True, slots=True)
class Returned:
    """One row of a file that came back; `version` is that of the row when it was handed out.

    `unsure` is a PO entry marked as fuzzy: its text counts, but not as finished.
    """

    file: str
    places: Mapping[str, str]
    key: str
    version: str
    lo: str
    by: str = ""
    on: str = ""
    unsure: bool = False

    def at(self, field: str) -> str:
        """The place of a field: `foundations.xlsx, sheet Texts, cell D17`."""
        return f"{self.file}, {self.places.get(field) or self.places['lo']}"


class Back(NamedTuple):
    """The rows of one file and what is wrong with the file itself."""

    rows: tuple[Returned, ...]
    faults: tuple[Fault, ...]
