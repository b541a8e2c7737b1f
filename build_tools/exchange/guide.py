"""What translators are told, in both languages: the columns, the states, the way to work."""

from __future__ import annotations

from typing import NamedTuple

from build_tools.exchange.rows import Row
from build_tools.model import Curriculum, LedgerEntry, Term

MARKS = "**…**  {fact}`…`  {term}`…`  [@…]  [^…]  {#…}  :::  |  lesson:…"
HELP = (
    "translate-write", "translate-marks", "translate-states", "translate-terms", "translate-rows",
    "translate-review", "translate-back",
)  # fmt: skip


class Column(NamedTuple):
    """A column of the sheet: the name it is found by, the word below it, its width in letters."""

    name: str
    word: str
    width: int


KEY, LAO, VERSION = "Key", "Lao", "Version"
BY, ON = "Reviewed by", "Reviewed on"
COLUMNS = (
    Column(KEY, "translate-key", 30),
    Column("English", "edition-en", 60),
    Column(LAO, "edition-lo", 60),
    Column("State", "translate-state", 20),
    Column("Glossary", "glossary", 36),
    Column(BY, "translate-by", 24),
    Column(ON, "translate-on", 16),
    Column("Place", "translate-place", 30),
    Column(VERSION, "translate-version", 20),
)
"""The names are fixed: sheets that are out must be understood whatever the words become."""


def help_lines(curriculum: Curriculum) -> list[tuple[str, str]]:
    """Lao and English of every sentence on how to work; the first is a title."""
    values: dict[str, dict[str, str]] = {"translate-marks": {"marks": MARKS}}
    return [
        (curriculum.word(name, "lo", **values.get(name, {})),
         curriculum.word(name, "en", **values.get(name, {})))
        for name in ("translate-title", *HELP)
    ]  # fmt: skip


def state_line(curriculum: Curriculum, row: Row, entry: LedgerEntry | None) -> str:
    """The state of a row in both languages, with the reviewer and the day where it is reviewed."""
    words = f"{curriculum.word(row.state, 'lo')} / {curriculum.word(row.state, 'en')}"
    if row.state == "reviewed" and entry is not None:
        return f"{words}: {entry.by}, {entry.on}"
    return words


def hint_lines(terms: tuple[Term, ...]) -> list[str]:
    """The agreed Lao of every term that the English names."""
    return [f"{term.en[0]} = {term.lo}" for term in terms]
