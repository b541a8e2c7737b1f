"""What translators and reviewers ask for: their rows held against the sources as they are now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from build_tools.exchange.clean import clean, fingerprint
from build_tools.exchange.returned import Fault, Returned
from build_tools.exchange.rows import Row
from build_tools.findings import did_you_mean
from build_tools.lao import has_lao
from build_tools.translation import digest

NEW_FILE = "hand out a new file and bring the change over."


class Change(NamedTuple):
    """A row, the new Lao for it, and where that was written."""

    row: Row
    text: str
    source: Returned


class Review(NamedTuple):
    """Who read the Lao of a unit, and when."""

    by: str
    on: str


@dataclass(slots=True)
class Wanted:
    """All that was asked for: changes by key, reviews by the address of their unit."""

    changes: dict[str, Change] = field(default_factory=dict)
    reviews: dict[str, Review] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def wanted(known: Mapping[str, Row], returned: Iterable[Returned]) -> Wanted:
    """The changes and reviews in the rows that came back; a row nobody touched asks for nothing."""
    asked = Wanted()
    marks: dict[str, dict[str, tuple[Review, Returned]]] = {}
    for one in returned:
        row = known.get(one.key)
        if row is None:
            hint = did_you_mean(one.key, known)
            message = f"There is no text `{one.key}`; delete the row. {hint}"
            asked.faults.append(Fault(one.at("key"), message.strip()))
            continue
        text = _lines(one.lo) if row.is_list else clean(one.lo)
        changed = clean(row.lo) != text and not one.version.endswith(f".{fingerprint(text)}")
        faults = list(_text_faults(row, one, text) if changed else ())
        if changed and not faults:
            faults += _take(asked, Change(row, text, one))
            if not has_lao(text):
                asked.notes.append(f"{one.at('lo')}: There is no Lao in this text; is it meant so?")
        if one.by or one.on:
            faults += _review_faults(row, one, text, changed)
            marks.setdefault(row.unit.address, {})[one.key] = (Review(one.by, one.on), one)
        asked.faults += faults
    _reviews(asked, known, marks)
    return asked


def _lines(text: str) -> str:
    """The entries of a list, one a line."""
    return "\n".join(line.strip() for line in clean(text).split("\n") if line.strip())


def _text_faults(row: Row, one: Returned, text: str) -> Iterator[Fault]:
    """Why a changed Lao cannot be taken in."""
    place = one.at("lo")
    english, _, lao = one.version.partition(".")
    if not lao:
        yield Fault(place, f"The version of this row is gone; {NEW_FILE}")
    elif english != digest(row.en):
        yield Fault(place, f"The English has changed since the file was handed out; {NEW_FILE}")
    elif lao != fingerprint(row.lo):
        message = "The Lao was changed by others since the file was handed out;"
        yield Fault(place, f"{message} {NEW_FILE}")
    elif not text:
        message = "The Lao is empty now. Write it, or delete the row to leave the text as it was."
        yield Fault(place, message)
    elif "\n" in text and "\n" not in row.en and not row.is_list:
        yield Fault(place, "This text has one line only; take the line breaks out.")


def _take(asked: Wanted, change: Change) -> Iterator[Fault]:
    """A fault if another row already asks for something else; else the change is taken."""
    first = asked.changes.setdefault(change.row.key, change)
    if first.text != change.text:
        message = f"Another Lao for the same text stands in {first.source.at('lo')}; keep one."
        yield Fault(change.source.at("lo"), message)


def _review_faults(row: Row, one: Returned, text: str, changed: bool) -> Iterator[Fault]:
    """Why a row cannot count as reviewed."""
    if not (one.by and one.on):
        missing = "on" if one.by else "by"
        message = "A review needs both: the office that reviewed, and the day."
        yield Fault(one.at(missing), message)
    elif not text:
        yield Fault(one.at("by"), "There is no Lao to review.")
    elif not changed and one.version.partition(".")[0] != digest(row.en):
        message = "The English has changed since the file was handed out; review the new text."
        yield Fault(one.at("by"), message)
    elif not changed and text != clean(row.lo):
        message = (
            "The Lao was changed by others since the file was handed out; review the new text."
        )
        yield Fault(one.at("by"), message)


def _reviews(
    asked: Wanted, known: Mapping[str, Row], marks: Mapping[str, Mapping[str, tuple[Review, Returned]]]
) -> None:  # fmt: skip
    """Nothing; a unit is reviewed if all its rows are, by one office on one day."""
    keys: dict[str, set[str]] = {}
    for row in known.values():
        keys.setdefault(row.unit.address, set()).add(row.key)
    for address, marked in marks.items():
        first, _ = next(iter(marked.values()))
        other = next((one for review, one in marked.values() if review != first), None)
        if other is not None:
            message = "The rows of one text name different offices or days; write one."
            asked.faults.append(Fault(other.at("by"), message))
        elif missing := sorted(keys[address] - set(marked)):
            asked.notes.append(f"`{address}` is not marked as reviewed: `{missing[0]}` is not.")
        else:
            asked.reviews[address] = first
