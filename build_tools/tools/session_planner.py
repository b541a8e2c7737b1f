"""Do the minutes of a session plan add up, and how much of them is input, how much practice?

left over = length - minutes of the five parts; it must be 0 and is below 0 if the plan is too long.
A share is the minutes of a part ÷ length. The proposed minutes of a part are length × proposed
share, in whole minutes, so that together they can differ from the length by a minute or two. All
values are invented: the shares 10, 15, 25, 35 and 15 percent are a proposal that no source sets.
"""

from __future__ import annotations

from fractions import Fraction

from build_tools.tools.base import Bars, Calculator, Given, Input, Output, Results, Value
from build_tools.tools.exact import half_up, share

PARTS = {"opener": "₁", "reflection": "₂", "input": "₃", "practice": "₄", "teach-back": "₅"}
"""The parts of a session after the learning cycle, in order, with the index of their signs."""


def compute(given: Given) -> Results:
    """Minutes whole, shares in percent with one decimal."""
    length = given["session-length"]
    minutes = {part: given[f"session-minutes-{part}"] for part in PARTS}
    planned = sum(minutes.values(), Fraction(0))
    results: dict[str, Value] = {
        "planned": planned,
        "left-over": length - planned,
        "share-input": share(minutes["input"], length),
        "share-practice": share(minutes["practice"], length),
        "shares-together": sum((given[f"session-share-{part}"] for part in PARTS), Fraction(0)),
    }
    for part in PARTS:
        results[f"proposed-{part}"] = half_up(length * given.rate(f"session-share-{part}"))
    return results


TOOL = Calculator(
    id="session-planner",
    inputs=(
        Input("session-length", "L", "minutes"),
        *(Input(f"session-minutes-{part}", f"t{index}", "minutes") for part, index in PARTS.items()),
        *(Input(f"session-share-{part}", f"s{index}", "percent") for part, index in PARTS.items()),
    ),
    outputs=(
        Output(
            "planned", "P", "minutes", " + ".join(f"{{session-minutes-{part}}}" for part in PARTS)
        ),
        Output("left-over", "D", "minutes", "{session-length} - {planned}", main=True),
        Output(
            "share-input", "I", "percent", "{session-minutes-input} ÷ {session-length}", decimals=1
        ),
        Output(
            "share-practice", "Q", "percent", "{session-minutes-practice} ÷ {session-length}",
            decimals=1,
        ),
        Output(
            "shares-together", "S", "percent",
            " + ".join(f"{{session-share-{part}}}" for part in PARTS),
        ),
        *(
            Output(
                f"proposed-{part}", f"m{index}", "minutes",
                f"{{session-length}} × {{session-share-{part}}}",
            )
            for part, index in PARTS.items()
        ),
    ),
    compute=compute,
    chart=Bars(tuple(f"session-minutes-{part}" for part in PARTS), "minutes"),
)  # fmt: skip
