"""How strong is each guarantee in a province? Four questions, four points, the weakest answer counts.

The four guarantees are fact `four-guarantees` (Recommendation No. 202). Tools of several agencies
score on four points too (`ispa-scale-points`), and a guide to national dialogue sorts findings in a
matrix (`assessment-matrix`). The four questions, the words of the points and the rule that a
guarantee is as strong as its weakest answer are ours, for teaching: no official score.
"""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.tools.base import Column, Sorting

QUESTIONS = ("scheme", "known", "reached", "enough")
POINTS = ("point-1", "point-2", "point-3", "point-4")
VERDICTS = ("gap", "weak", "partial", "strong")


def judge(answers: Mapping[str, str]) -> str:
    """The verdict on a guarantee: that of its weakest answer."""
    return VERDICTS[min(POINTS.index(answers[question]) for question in QUESTIONS)]


TOOL = Sorting(
    id="four-guarantees-matrix",
    columns=tuple(Column(question, POINTS) for question in QUESTIONS),
    verdicts=VERDICTS,
    judge=judge,
)
