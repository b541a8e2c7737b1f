"""The tables of the whole: lessons, translation, proof, and what is planned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from build_tools.check.objectives import check_objectives
from build_tools.model import Curriculum, PlannedSession
from build_tools.status.part import units_of
from build_tools.translation import CURRICULUM, entry_of, state_of, states, units

COLUMNS = ("lessons", "missing", "draft", "reviewed", "stale")


def status_text(curriculum: Curriculum) -> str:
    """The table of modules and states, objectives without proof, and planned rows."""
    return "\n".join((*_table(curriculum), *_unproved(curriculum), *_planned(curriculum)))


def keys(curriculum: Curriculum, wanted: str, part: str | None = None) -> Iterator[str]:
    """The addresses of the units, of a part or of all, in a state.

    `unstamped` are those whose Lao no ledger knows.
    """
    for unit in units(curriculum) if part is None else units_of(curriculum, part):
        entry = entry_of(curriculum, unit.address)
        unstamped = wanted == "unstamped" and entry is None and unit.lo is not None
        if unit.en and (unstamped or state_of(unit, entry) == wanted):
            yield unit.address


def _table(curriculum: Curriculum) -> Iterator[str]:
    """One line for each module and language, with units counted by state."""
    counts: dict[str, Counter[str]] = {}
    for unit_address, state in states(curriculum).items():
        counts.setdefault(unit_address.split("/")[0], Counter())[state] += 1
    width = max(len(name) for name in (*counts, "module"))
    yield f"{'module':{width}}  language  " + "  ".join(f"{column:>8}" for column in COLUMNS)
    lessons = {module.id: len(module.lessons) for module in curriculum.modules}
    for name in (CURRICULUM, *lessons):
        count = counts.get(name, Counter())
        written = str(lessons.get(name, "-"))
        english = (written, "0", "-", str(count.total()), "-")
        lao = (written, *(str(count[state]) for state in COLUMNS[1:]))
        for language, cells in (("en", english), ("lo", lao)):
            yield f"{name:{width}}  {language:8}  " + "  ".join(f"{cell:>8}" for cell in cells)
    yield "(numbers of texts: sections, slides, figures, items, facts, terms, words)"


def _unproved(curriculum: Curriculum) -> Iterator[str]:
    """A line for each objective that nothing assesses."""
    found = [f for f in check_objectives(curriculum) if f.rule == "objective-unassessed"]
    yield f"\nobjectives without proof: {len(found)}"
    yield from (f"  {finding.place}: {finding.message}" for finding in found)


def _planned(curriculum: Curriculum) -> Iterator[str]:
    """A line for each track that has lessons still to be written."""
    yield "\nplanned, not written yet:"
    for track in curriculum.tracks:
        planned = [s for s in track.sessions if isinstance(s, PlannedSession)]
        if planned:
            yield f"  {track.id}: {len(planned)} of {len(track.sessions)} rows"
