"""The rows that translators work on: one for each text, under a key that does not move."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from build_tools.check.terms import Glossary
from build_tools.check.uses import parts_with_text
from build_tools.exchange.clean import fingerprint
from build_tools.findings import Place
from build_tools.load.prose import TOP
from build_tools.markdown import parse_blocks, plain_text, references
from build_tools.model import Curriculum, Lesson, Part, Prose, Term, Text, Word
from build_tools.model.items import Accepted
from build_tools.translation import State, Unit, digest, states, units

INTRO = "text"
"""The path of what stands in a lesson between its title and its first heading."""


@dataclass(frozen=True, slots=True)
class Row:
    """One text in both languages; `lo` is empty while it is missing.

    A unit of the ledger has a row for each of its texts: `path` leads from the unit to the text.
    `part` is the YAML object that holds the text, None for the prose of a lesson.
    """

    unit: Unit
    path: str
    en: str
    lo: str
    place: Place
    state: State
    part: Part | None = None

    @property
    def key(self) -> str:
        """The key: address of the unit, and the path where the unit has more than one text."""
        return f"{self.unit.address}|{self.path}" if self.path else self.unit.address

    @property
    def version(self) -> str:
        """The English and the Lao that the row was made from, as digests."""
        return f"{digest(self.en)}.{fingerprint(self.lo)}"

    @property
    def is_list(self) -> bool:
        """True if every line of the text is an entry of its own."""
        return isinstance(self.part, Accepted)


def rows(curriculum: Curriculum) -> Iterator[Row]:
    """Every row of the curriculum, in the order of its units."""
    parts = {part.at(): part for part in _parts(curriculum)}
    lessons = {lesson.id: lesson for lesson in curriculum.lessons}
    known = states(curriculum)
    for unit in units(curriculum):
        state = known.get(unit.address, "draft")
        lesson_id, _, section_id = unit.key.partition("/lesson#")
        if section_id:
            yield from _prose_rows(unit, lessons[lesson_id], section_id, state)
            continue
        for path, part in _texts(parts[unit.place], ()):
            en, lo = _sides(part)
            yield Row(unit, path, en, lo, part.at("en"), _row_state(lo, state), part)


def _parts(curriculum: Curriculum) -> Iterator[Part]:
    """Every part that is a unit of the ledger."""
    yield from parts_with_text(curriculum)
    yield from curriculum.words.values()
    for module in curriculum.modules:
        yield from module.file.objectives
        yield module.file.model_copy(update={"objectives": ()})


def _texts(value: Any, path: tuple[str, ...]) -> Iterator[tuple[str, Part]]:
    """Every text in a value with its path: fields by name, entries by id or else by number."""
    if isinstance(value, tuple):
        for number, entry in enumerate(value, 1):
            yield from _texts(entry, (*path, getattr(entry, "id", None) or str(number)))
    elif isinstance(value, Part):
        if isinstance(value, (Text, Word, Term, Accepted)):
            yield ".".join(path), value
        for name, info in type(value).model_fields.items():
            yield from _texts(getattr(value, name), (*path, info.alias or name))


def _sides(part: Any) -> tuple[str, str]:
    """English and Lao of a text; a list has its entries line by line."""
    if isinstance(part, Accepted):
        return "\n".join(part.en), "\n".join(part.lo)
    english = ", ".join(part.en) if isinstance(part, Term) else part.en
    return english, part.lo or ""


def _prose_rows(unit: Unit, lesson: Lesson, section_id: str, state: State) -> Iterator[Row]:
    """The row of a section; the top of a lesson has one for its title and one for its beginning."""
    if section_id == TOP:
        lo = lesson.lo.title if lesson.lo else ""
        place = lesson.front.at("title")
        yield Row(unit, "", lesson.front.title, lo, place, _row_state(lo, state))
    en, lo = section_text(lesson.en, section_id), section_text(lesson.lo, section_id)
    if en:
        path = INTRO if section_id == TOP else ""
        yield Row(unit, path, en, lo, unit.place, _row_state(lo, state))


def section_text(prose: Prose | None, section_id: str) -> str:
    """The Markdown of a section from its heading on; empty where there is none."""
    section = next((s for s in prose.sections if s.id == section_id), None) if prose else None
    if section is None or not section.blocks:
        return ""
    source = section.source.partition("\n")[2] if section_id == TOP else section.source
    return source.strip()


def _row_state(lo: str, state: State) -> State:
    """The state of one text of a unit: where another text is missing, this one is a draft."""
    if not lo:
        return "missing"
    return "draft" if state == "missing" else state


def hints(curriculum: Curriculum, chosen: Iterable[Row]) -> Mapping[str, tuple[Term, ...]]:
    """By key of a row, the glossary's terms that its English names, in the order of their ids."""
    glossary = Glossary(curriculum.terms)
    found: dict[str, tuple[Term, ...]] = {}
    for row in chosen:
        tokens, _ = parse_blocks(row.en)
        named = glossary.named(plain_text(tokens))
        named |= {r.target for r in references(tokens) if r.kind == "term"} & set(curriculum.terms)
        found[row.key] = tuple(curriculum.terms[name] for name in sorted(named))
    return found
