"""Every unit of a module or of a lesson with its state, and who reviewed it when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from build_tools.model import Curriculum
from build_tools.translation import CURRICULUM, Unit, entry_of, state_of, units

STATES = ("missing", "draft", "reviewed", "stale")


def known_parts(curriculum: Curriculum) -> tuple[str, ...]:
    """What `units_of` can be asked for: `curriculum`, the modules, the lessons."""
    modules = (module.id for module in curriculum.modules)
    return (CURRICULUM, *modules, *(lesson.id for lesson in curriculum.lessons))


def units_of(curriculum: Curriculum, part: str) -> Iterator[Unit]:
    """The units of a module, of a lesson with its questions, or of `curriculum`, that have a text."""
    ledgers = {CURRICULUM, *(module.id for module in curriculum.modules)}
    questions = {f"quizzes#{item.id}" for item in curriculum.items if item.lesson == part}
    for unit in units(curriculum):
        of_lesson = unit.key.startswith(f"{part}/") or unit.key in questions
        if unit.en and (unit.ledger == part if part in ledgers else of_lesson):
            yield unit


def stale_units(curriculum: Curriculum, part: str | None = None) -> Iterator[Unit]:
    """The units, of a part or of all, whose English has changed since their Lao was made."""
    for unit in units(curriculum) if part is None else units_of(curriculum, part):
        if unit.en and state_of(unit, entry_of(curriculum, unit.address)) == "stale":
            yield unit


def part_text(curriculum: Curriculum, part: str) -> str:
    """A line for each unit of the part and one that counts them; names in any script stand last."""
    rows = [(unit, entry_of(curriculum, unit.address)) for unit in units_of(curriculum, part)]
    width = max((len(unit.address) for unit, _ in rows), default=0)
    lines = [f"{'state':8}  {'text':{width}}  {'reviewed':10}  by"]
    counts: Counter[str] = Counter()
    for unit, entry in rows:
        state = state_of(unit, entry)
        counts[state] += 1
        by = f"{entry.on}  {entry.by}" if entry and state == "reviewed" else ""
        lines.append(f"{state:8}  {unit.address:{width}}  {by}".rstrip())
    counted = ", ".join(f"{counts[state]} {state}" for state in STATES)
    lines.append(f"\n{counts.total()} texts: {counted}")
    if counts["stale"]:
        lines.append(f"What changed in the English: ./tot status --diff --module {part}")
    return "\n".join(lines)
