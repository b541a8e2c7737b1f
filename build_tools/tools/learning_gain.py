"""How much of what a class could still learn it has learnt, from two average marks out of 100.

g = (post - pre) / (100 - pre), two decimals: 1 if nothing is left to learn, 0 if nothing changed,
below 0 if the post-test is worse. Nobody who begins at 100 can gain: then there is no result. The
formula is fact `learning-gain-formula` (general knowledge, not checked against a source); both
marks (`gain-before`, `gain-after`) are invented.
"""

from __future__ import annotations

from build_tools.tools.base import Bars, Calculator, Given, Input, Output, Results
from build_tools.tools.exact import half_up


def compute(given: Given) -> Results:
    """The points gained, the points that could be gained, and the first as a share of the second."""
    gained = half_up(given["gain-after"] - given["gain-before"])
    possible = half_up(100 - given["gain-before"])
    return {
        "points-gained": gained,
        "points-possible": possible,
        "gain": half_up(gained / possible, 2) if possible else None,
    }


TOOL = Calculator(
    id="learning-gain",
    inputs=(Input("gain-before", "b", "percent"), Input("gain-after", "a", "percent")),
    outputs=(
        Output("points-gained", "p", "count", "({gain-after} - {gain-before}) × 100"),
        Output("points-possible", "m", "count", "(1 - {gain-before}) × 100"),
        Output("gain", "g", "count", "{points-gained} ÷ {points-possible}", decimals=2, main=True),
    ),
    compute=compute,
    chart=Bars(("gain-before", "gain-after"), "percent"),
)
