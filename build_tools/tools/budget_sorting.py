"""Is money on the budget? Four of the seven tests of the international literature, for teaching.

All four passed: on-budget; one to three: partly; none: off-budget. The seven tests are fact
`on-budget-tests` (general knowledge, not checked against a source); the choice of four and the
names of the three verdicts are ours. Twelve cards are invented. One is real (fact
`school-meal-decree-draft`) and has no key: the page tells what a draft was to do, not whether the
money passes the four tests.
"""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.tools.base import Column, Sorting

TESTS = ("plan", "budget", "treasury", "report")


def judge(answers: Mapping[str, str]) -> str:
    """The verdict on money that passes or does not pass each test."""
    passed = sum(answers[test] == "passed" for test in TESTS)
    return "on" if passed == len(TESTS) else "partly" if passed else "off"


TOOL = Sorting(
    id="budget-sorting",
    columns=tuple(Column(test, ("not-passed", "passed")) for test in TESTS),
    verdicts=("on", "partly", "off"),
    judge=judge,
)
