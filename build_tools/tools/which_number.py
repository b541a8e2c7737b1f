"""May a sentence with a number be quoted? Only if it says what, which group, which year, which source.

The answers say which definition, group, year and source the sentence names, or `not-said`. All four
named: quote it; one missing: ask first. The rule is ours, for teaching. The sentences are written
after facts that disagree (`conflicts_with`); each row names its fact, and the options of each
column stand with the rows in curriculum/tools/.
"""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.tools.base import Column, Sorting

QUESTIONS = ("definition", "group", "year", "source")


def judge(answers: Mapping[str, str]) -> str:
    """The verdict on a sentence that names these things, or does not say them."""
    return "ask" if any(answers[one] == "not-said" for one in QUESTIONS) else "quote"


TOOL = Sorting(
    id="which-number",
    columns=tuple(Column(one, ()) for one in QUESTIONS),
    verdicts=("quote", "ask"),
    judge=judge,
)
