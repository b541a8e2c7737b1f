"""What the curriculum must be beyond its shape: one small file for each family of rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from build_tools.check.computed import check_computed
from build_tools.check.frame import check_frame
from build_tools.check.ids import check_ids
from build_tools.check.items import check_items
from build_tools.check.ledger import check_ledgers
from build_tools.check.minutes import check_minutes
from build_tools.check.objectives import check_objectives
from build_tools.check.prose import check_prose
from build_tools.check.shapes import check_shapes
from build_tools.check.terms import check_terms
from build_tools.check.tools import check_tools
from build_tools.check.twins import check_twins
from build_tools.check.words import check_words
from build_tools.findings import Finding
from build_tools.model import Curriculum

FAMILIES: tuple[Callable[[Curriculum], Iterator[Finding]], ...] = (
    check_ids,
    check_frame,
    check_prose,
    check_minutes,
    check_objectives,
    check_items,
    check_tools,
    check_computed,
    check_shapes,
    check_twins,
    check_words,
    check_terms,
    check_ledgers,
)


def check(curriculum: Curriculum) -> tuple[Finding, ...]:
    """Every finding of every family, sorted by place, each once."""
    return tuple(sorted({finding for family in FAMILIES for finding in family(curriculum)}))
