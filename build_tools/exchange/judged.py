"""What `tot check` finds new in changed sources, told by the row whose text it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from build_tools.exchange.clean import clean
from build_tools.exchange.edits import Placed
from build_tools.exchange.returned import Fault
from build_tools.exchange.rows import rows
from build_tools.exchange.wanted import Change
from build_tools.findings import Finding, Place
from build_tools.load.boxes import TRANSLATED
from build_tools.model import Box, Curriculum, Section
from build_tools.translation import units

_SETTLED = frozenset({"twin-missing", "translation-stale", "translation-unstamped"})
"""Rules about what the ledger will say once it is stamped, and about texts that nobody sent."""
_PLACE = re.compile(r":\d+:\d+")


def new_findings(before: Iterable[Finding], after: Iterable[Finding]) -> list[Finding]:
    """The findings that were not there before, wherever their lines stand now."""
    known = Counter(map(_identity, before))
    new: list[Finding] = []
    for finding in after:
        if finding.rule in _SETTLED:
            continue
        if known[_identity(finding)]:
            known[_identity(finding)] -= 1
        else:
            new.append(finding)
    return new


def _identity(finding: Finding) -> tuple[str, str, str]:
    """A finding without its line, and without the lines that its message names."""
    return finding.place.path, finding.rule, _PLACE.sub("", finding.message)


class Judge:
    """Finds the row that a finding is about."""

    def __init__(
        self, after: Curriculum | None, changes: Mapping[str, Change],
        placed: Mapping[str, Sequence[Placed]],
    ) -> None:  # fmt: skip
        """A judge of these changes and of the curriculum that they make (None: it cannot be loaded)."""
        self.after, self.changes, self.placed = after, changes, placed
        self.units = sorted((u.place, u.address) for u in units(after)) if after else []

    def faults(self, findings: Sequence[Finding]) -> Iterator[Fault]:
        """The findings as faults of rows; in a lesson, what only follows from another is left out."""
        altered = self.altered()
        torn = {path for path, spans in self.placed.items() if any(s.key in altered for s in spans)}
        findings = [f for f in findings if f.rule != "twin-headings" or f.place.path not in torn]
        hit = {key for finding in findings if (key := self.hit(finding.place))}
        for key in altered.keys() - hit:
            yield Fault(self.changes[key].source.at("lo"), altered[key])
        said = {path for path, spans in self.placed.items()
                if path.endswith(".md") and any(s.key in altered.keys() | hit for s in spans)}  # fmt: skip
        for finding in findings:
            keys = self.keys(finding)
            if not keys and finding.place.path in said:
                continue
            keys = keys or list(filter(None, [self.near(finding.place)]))
            message = f"{finding.message} {finding.fix} ({finding.rule})"
            for key in keys:
                yield Fault(self.changes[key].source.at("lo"), message)
            if not keys:
                yield Fault(str(finding.place), f"After these changes: {message}")

    def keys(self, finding: Finding) -> list[str]:
        """The keys of the changes that a finding is surely about."""
        if finding.rule == "twin-boxes":
            spans = self.placed.get(finding.place.path, ())
            return [span.key for span in spans if self.has_other_boxes(span.key)]
        key = self.hit(finding.place)
        return [key] if key else []

    def altered(self) -> dict[str, str]:
        """Why a text is not read back as it was written, by key."""
        if self.after is None:
            return {}
        back = {row.key: clean(row.lo) for row in rows(self.after)}
        wrong = (one for key, one in self.changes.items() if back.get(key) != one.text)
        return {one.row.key: _heading_message(one) for one in wrong}

    def hit(self, place: Place) -> str:
        """The key of the change that stands at the place; empty if none does."""
        at = (place.line, place.column)
        spans = self.placed.get(place.path, ())
        return next((s.key for s in spans if s.first <= at <= s.last), "")

    def near(self, place: Place) -> str:
        """The key of a change to the same YAML object, or of the last one above in a lesson."""
        spans = self.placed.get(place.path, ())
        if place.path.endswith(".md"):
            above = [s.key for s in spans if s.first <= (place.line, place.column)]
            return above[-1] if above else next((s.key for s in spans), "")
        around = [name for at, name in self.units if at.path == place.path and at <= place]
        same = (s.key for s in spans if around and self.address(s.key) == around[-1])
        return next(same, "")

    def address(self, key: str) -> str:
        """The address of the unit that a change belongs to."""
        return self.changes[key].row.unit.address

    def has_other_boxes(self, key: str) -> bool:
        """True if the Lao section that a change wrote has other boxes than the English."""
        lesson_id, _, section_id = self.changes[key].row.unit.key.partition("/lesson#")
        lesson = self.after.lesson(lesson_id) if self.after else None
        if lesson is None or lesson.lo is None:
            return False
        sides = [next((s for s in prose.sections if s.id == section_id), None)
                 for prose in (lesson.en, lesson.lo)]  # fmt: skip
        return _openings(sides[0]) != _openings(sides[1])


def _openings(section: Section | None) -> list[tuple[str, ...]]:
    """The boxes of a section without what is translated in their opening lines."""
    boxes = [block for block in section.blocks if isinstance(block, Box)] if section else []
    return [
        (box.name, box.id or "", *(f"{k}={v}" for k, v in sorted(box.attributes.items())
                                   if k not in TRANSLATED))
        for box in boxes
    ]  # fmt: skip


def _heading_message(change: Change) -> str:
    """What to mend in a section that is read back otherwise than it was written."""
    first = change.row.en.split("\n")[0]
    mark = first[first.rfind("{#") :] if first.startswith("#") else ""
    if mark:
        return f"A section begins with its one heading, which ends with `{mark}`; keep it so."
    return "This text cannot stand here as it is written; compare its marks with the English."
