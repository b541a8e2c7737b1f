"""Brings translations back: all of them or none, checked by the rules of `tot check`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from build_tools.check import check
from build_tools.exchange.judged import Judge, new_findings
from build_tools.exchange.returned import Fault, Returned
from build_tools.exchange.rows import Row, rows
from build_tools.exchange.sources import written
from build_tools.exchange.wanted import Change, Wanted, wanted
from build_tools.findings import Finding
from build_tools.load import Loaded, load
from build_tools.mending import ledger_file
from build_tools.model import Curriculum
from build_tools.translation import (
    Unit,
    ledger_of,
    reviewed,
    stamped,
    state_of,
    units,
    with_lines,
)


class Outcome(NamedTuple):
    """What bringing back comes to: files to write, or faults; and how much there was of what."""

    files: dict[str, bytes]
    faults: tuple[Fault, ...] = ()
    notes: tuple[str, ...] = ()
    texts: int = 0
    drafts: int = 0
    reviews: int = 0


def bring_back(files: Mapping[str, bytes], returned: Iterable[Returned]) -> Outcome:
    """The outcome of these rows for the source files (path to bytes); nothing is written here."""
    loaded = load(files)
    curriculum = loaded.curriculum
    if curriculum is None:
        message = "The curriculum cannot be read; `tot check` says what is wrong."
        return Outcome({}, (Fault("curriculum", message),))
    known = {row.key: row for row in rows(curriculum)}
    returned = tuple(returned)
    if curriculum.broken and any(one.key not in known for one in returned):
        message = "Parts of the sources cannot be read; mend those first (`tot check` names them)."
        return Outcome({}, (Fault("curriculum", message),))
    asked = wanted(known, returned)
    made = written(files, curriculum, asked.changes.values())
    faults = [*asked.faults, *_half_lessons(known, asked), *made.faults]
    after: Curriculum | None = curriculum
    if made.files:
        then = load({**files, **made.files})
        after = then.curriculum
        found = new_findings(_findings(loaded), _findings(then))
        faults += Judge(after, asked.changes, made.placed).faults(found)
    if faults or after is None:
        return Outcome({}, tuple(dict.fromkeys(faults)))
    return _recorded(files, made.files, after, asked)


def _findings(loaded: Loaded) -> list[Finding]:
    """Everything that is wrong with a curriculum and its files."""
    found = {*loaded.findings, *(check(loaded.curriculum) if loaded.curriculum else ())}
    return sorted(found)


def _half_lessons(known: Mapping[str, Row], asked: Wanted) -> Iterator[Fault]:
    """Faults for lessons that would get some of their missing sections, but not all."""
    filled: dict[str, Change] = {}
    for change in asked.changes.values():
        lesson = _lesson_of(change.row)
        if lesson and not change.row.lo:
            filled.setdefault(lesson, change)
    for row in known.values():
        lesson = _lesson_of(row)
        if lesson in filled and not row.lo and row.key not in asked.changes:
            message = f"The Lao of a lesson comes in whole; `{row.key}` has none yet."
            yield Fault(filled[lesson].source.at("lo"), message)


def _lesson_of(row: Row) -> str:
    """The lesson whose prose the row is; empty for texts in YAML."""
    lesson, mark, _ = row.unit.address.partition("/lesson#")
    return lesson if mark else ""


def _recorded(
    files: Mapping[str, bytes], changed: Mapping[str, bytes], after: Curriculum, asked: Wanted
) -> Outcome:
    """The outcome with the ledgers brought up to date: changed units are drafts, or reviewed."""
    touched = {change.row.unit.address for change in asked.changes.values()}
    unsure = {c.row.unit.address for c in asked.changes.values() if c.source.unsure}
    lines: dict[str, dict[str, str]] = {}
    drafts = reviews = 0
    for unit in units(after):
        if unit.address in asked.reviews:
            line = reviewed(unit, *asked.reviews[unit.address])
            reviews += 1
        elif unit.address in touched - unsure and _needs_stamp(unit, after):
            line = stamped(unit)
            drafts += 1
        else:
            continue
        lines.setdefault(unit.ledger, {})[unit.key] = line
    outcome = Outcome(dict(changed), (), tuple(asked.notes), len(asked.changes), drafts, reviews)
    for ledger, new in lines.items():
        path = ledger_file(ledger)
        old = files.get(path, b"").decode("utf-8")
        try:
            text = with_lines(old, new)
        except ValueError as error:
            return Outcome({}, (Fault(path, str(error)),))
        if text != old:
            outcome.files[path] = text.encode()
    return outcome


def _needs_stamp(unit: Unit, after: Curriculum) -> bool:
    """False for a unit that still lacks a text, and for one whose words are as they were reviewed."""
    entry = ledger_of(after, unit.ledger).get(unit.key)
    return unit.lo is not None and state_of(unit, entry) != "reviewed"
