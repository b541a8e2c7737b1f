"""The translation ledger: which Lao text belongs to which English one, and in what state."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from build_tools.findings import Place
from build_tools.model import Curriculum, LedgerEntry, Lesson, Module, Part, Term, Word
from build_tools.model.walk import texts

State = Literal["missing", "draft", "reviewed", "stale"]
CURRICULUM = "curriculum"
"""The ledger of everything that belongs to no module."""
_FIELD = r'(?:of|lo|state|by|on): (?:"(?:[^"\\]|\\.)*"|[^",{}#]+)'
_ENTRY = re.compile(rf"([^\s:\"'#{{}}\[\]-][^\s:\"']*): \{{{_FIELD}(?:, {_FIELD})*\}}")
"""A line as `stamped` and `reviewed` write it; the key comes first."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A text that is translated and stamped as one; `lo` is None while it is missing."""

    ledger: str
    key: str
    en: str
    lo: str | None
    place: Place

    @property
    def address(self) -> str:
        """The key as `tot stamp` takes it: `foundations/life-cycle-risks/lesson#title`."""
        return f"{self.ledger}/{self.key}"


def digest(text: str) -> str:
    """The first 8 hex digits of the SHA-256 of the text with its white space folded."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:8]


def units(curriculum: Curriculum) -> Iterator[Unit]:
    """Every unit of the curriculum, ledger by ledger."""
    yield from _curriculum_units(curriculum)
    for module in curriculum.modules:
        yield from _module_units(module)


def _curriculum_units(curriculum: Curriculum) -> Iterator[Unit]:
    """The units of the ledger `curriculum`."""
    yield _unit(CURRICULUM, "cover", curriculum.cover)
    for track in curriculum.tracks:
        yield _unit(CURRICULUM, f"tracks#{track.id}", track)
    for name, parts in (("facts", curriculum.facts), ("parameters", curriculum.parameters),
                        ("terms", curriculum.terms), ("words", curriculum.words),
                        ("tools", curriculum.tools), ("activities", curriculum.activities)):  # fmt: skip
        for part in parts.values():
            yield _unit(CURRICULUM, f"{name}#{part.id}", part)
    for item in curriculum.tool_items:
        yield _unit(CURRICULUM, f"quizzes#{item.id}", item)


def _module_units(module: Module) -> Iterator[Unit]:
    """The units of a module's ledger."""
    yield _unit(module.id, "module#title", module.file.model_copy(update={"objectives": ()}))
    for objective in module.file.objectives:
        yield _unit(module.id, f"objectives#{objective.id}", objective)
    for item in module.items:
        yield _unit(module.id, f"quizzes#{item.id}", item)
    for lesson in module.lessons:
        yield from _lesson_units(module.id, lesson)


def _lesson_units(ledger: str, lesson: Lesson) -> Iterator[Unit]:
    """The sections, slides and figures of a lesson."""
    lao = {section.id: section.source for section in lesson.lo.sections} if lesson.lo else {}
    for section in lesson.en.sections:
        key = f"{lesson.id}/lesson#{section.id}"
        yield Unit(ledger, key, section.source, lao.get(section.id), section.place)
    for name, parts in (("slides", lesson.slides), ("figures", lesson.figures)):
        for part in parts:
            yield _unit(ledger, f"{lesson.id}/{name}#{part.id}", part)


def _unit(ledger: str, key: str, part: Part) -> Unit:
    """The unit of one YAML object: all its texts in order."""
    pairs = list(_pairs(part))
    lao = [lo for _, lo in pairs if lo is not None]
    whole = None if len(lao) < len(pairs) else "\n".join(lao)
    return Unit(ledger, key, "\n".join(en for en, _ in pairs), whole, part.at())


def _pairs(part: Any) -> Iterator[tuple[str, str | None]]:
    """English and Lao of every text in a part; terms and words have fields of their own."""
    if isinstance(part, Term):
        yield ", ".join(part.en), part.lo
    if isinstance(part, Word):
        yield part.en, part.lo
    yield from ((text.en, text.lo) for text in texts(part))


def ledger_of(curriculum: Curriculum, name: str) -> Mapping[str, LedgerEntry]:
    """The entries of a ledger by key; raises KeyError for an unknown module."""
    return curriculum.ledger if name == CURRICULUM else curriculum.module(name).ledger


def entry_of(curriculum: Curriculum, address: str) -> LedgerEntry | None:
    """The ledger line of a unit, by its address; None where it was never stamped."""
    name, _, key = address.partition("/")
    return ledger_of(curriculum, name).get(key)


def state_of(unit: Unit, entry: LedgerEntry | None) -> State:
    """The state of a unit: reviewed only while both digests still match its texts."""
    if unit.lo is None:
        return "missing"
    if entry is not None and entry.of != digest(unit.en):
        return "stale"
    if entry is not None and entry.state == "reviewed" and entry.lo == digest(unit.lo):
        return "reviewed"
    return "draft"


def states(curriculum: Curriculum) -> dict[str, State]:
    """The state of every unit that has a text, by address."""
    return {unit.address: state_of(unit, ledger_of(curriculum, unit.ledger).get(unit.key))
            for unit in units(curriculum) if unit.en}  # fmt: skip


def stamped(unit: Unit) -> str:
    """The ledger line that says: this Lao is of this English, and nobody has reviewed it."""
    return f"{unit.key}: {{of: {digest(unit.en)}, lo: {digest(unit.lo or '')}, state: draft}}"


def reviewed(unit: Unit, by: str, on: str) -> str:
    """The ledger line that says who reviewed the Lao, and when."""
    head = f"{unit.key}: {{of: {digest(unit.en)}, lo: {digest(unit.lo or '')}, state: reviewed"
    quoted = by.replace("\\", "\\\\").replace('"', '\\"')
    return f'{head}, by: "{quoted}", on: {on}}}'


def with_lines(ledger: str, lines: Mapping[str, str]) -> str:
    """The text of a ledger with these lines (by key) put in or replaced, sorted by key.

    A comment stays above the line it stood above. Raises ValueError for a line that is neither a
    comment nor a whole entry: what is not understood is not written anew.
    """
    kept: dict[str, str] = {}
    comments: dict[str, list[str]] = {}
    above: list[str] = []
    for number, line in enumerate(ledger.split("\n"), start=1):
        entry = _ENTRY.fullmatch(line.rstrip())
        if entry and entry[1] not in kept:
            kept[entry[1]] = entry[0]
            comments[entry[1]], above = above, []
        elif line.startswith("#"):
            above.append(line)
        elif line.strip():
            raise ValueError(
                f"line {number} is not a new `key: {{...}}` on one line; mend it first."
            )
    merged = sorted((kept | dict(lines)).items())
    written = [text for key, line in merged for text in (*comments.get(key, ()), line)]
    return "".join(f"{line}\n" for line in (*written, *above))
