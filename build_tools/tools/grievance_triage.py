"""By when must a complaint be answered? A point for urgency, up to two for harm.

A complaint that grows worse while it waits has 1 point; 1 more if somebody loses money or a right,
2 if health or safety is in danger. 2 points or more: today; 1: within a week; 0: within a month.
Rule and slips are invented for teaching. Fact `grievance-practice` (general knowledge, not checked
against a source) says only that there is a time limit and that every case is answered.
"""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.tools.base import Column, Sorting

URGENCY = {"can-wait": 0, "grows-worse": 1}
HARM = {"no-loss": 0, "loss": 1, "danger": 2}
VERDICTS = ("month", "week", "today")
"""By points: none, one, two or more."""


def judge(answers: Mapping[str, str]) -> str:
    """The time by which a complaint of this urgency and harm must be answered."""
    points = URGENCY[answers["urgency"]] + HARM[answers["harm"]]
    return VERDICTS[min(points, 2)]


TOOL = Sorting(
    id="grievance-triage",
    columns=(Column("urgency", tuple(URGENCY)), Column("harm", tuple(HARM))),
    verdicts=("today", "week", "month"),
    judge=judge,
)
