"""Whom a list misses and whom it takes in wrongly: three errors, and a village to try them on.

exclusion error = poor left out ÷ all poor; inclusion error = non-poor reached ÷ all reached. Both
are facts (`exclusion-error-definition`, `inclusion-error-definition`). The second definition of
inclusion, non-poor reached ÷ all non-poor, is general knowledge and is shown only to be compared.
Every number of households is invented, and so are the houses and the test of `village`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from build_tools.tools.base import Bars, Calculator, Given, Input, Limit, Output, Results
from build_tools.tools.exact import share

HOUSES = 100


def compute(given: Given) -> Results:
    """Every result: households whole, errors in percent with one decimal."""
    poor, reached = given["targeting-poor"], given["targeting-poor-reached"]
    left_out = poor - reached
    wrongly = given["targeting-places"] - reached
    return {
        "poor-left-out": left_out,
        "non-poor-reached": wrongly,
        "exclusion-error": share(left_out, poor),
        "inclusion-error": share(wrongly, given["targeting-places"]),
        "inclusion-of-non-poor": share(wrongly, given["targeting-households"] - poor),
    }


TOOL = Calculator(
    id="targeting-errors",
    inputs=(
        Input("targeting-households", "H", "households"),
        Input("targeting-poor", "P", "households"),
        Input("targeting-places", "L", "households"),
        Input("targeting-poor-reached", "R", "households"),
    ),
    outputs=(
        Output("poor-left-out", "O", "households", "{targeting-poor} - {targeting-poor-reached}"),
        Output(
            "non-poor-reached", "W", "households", "{targeting-places} - {targeting-poor-reached}"
        ),
        Output(
            "exclusion-error", "E", "percent", "{poor-left-out} ÷ {targeting-poor}",
            decimals=1, main=True,
        ),
        Output(
            "inclusion-error", "I", "percent", "{non-poor-reached} ÷ {targeting-places}",
            decimals=1, main=True,
        ),
        Output(
            "inclusion-of-non-poor", "I₂", "percent",
            "{non-poor-reached} ÷ ({targeting-households} - {targeting-poor})", decimals=1,
        ),
    ),
    compute=compute,
    limits=(
        Limit("poor-in-village", ("targeting-poor",), ("targeting-households",)),
        Limit("places-in-village", ("targeting-places",), ("targeting-households",)),
        Limit("reached-of-poor", ("targeting-poor-reached",), ("targeting-poor",)),
        Limit("reached-of-places", ("targeting-poor-reached",), ("targeting-places",)),
        Limit(
            "non-poor-in-village",
            ("targeting-places", "targeting-poor"),
            ("targeting-households", "targeting-poor-reached"),
        ),
    ),
    chart=Bars(("exclusion-error", "inclusion-error", "inclusion-of-non-poor"), "percent"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Village:
    """Which of the houses are poor, and which stand on the list, in the order of their numbers."""

    poor: tuple[bool, ...]
    listed: tuple[bool, ...]

    @property
    def counts(self) -> Mapping[str, int]:
        """How many houses are listed, poor and listed, poor and left out, listed and not poor."""
        reached = sum(poor and on for poor, on in zip(self.poor, self.listed))
        return {
            "listed": sum(self.listed),
            "reached": reached,
            "left-out": sum(self.poor) - reached,
            "wrongly": sum(self.listed) - reached,
        }


def village(poor: int, threshold: int, places: int) -> Village:
    """The list that an invented test of signs makes among 100 houses, of which so many are poor.

    House `h` is the `rank(h)`-th poorest. Whoever has more points than the threshold cannot be
    listed; among the others the fewest points come first, then the lowest number of the house.
    """
    houses = range(1, HOUSES + 1)
    entitled = [house for house in houses if points(house) <= threshold]
    chosen = sorted(entitled, key=lambda house: (points(house), house))[:places]
    return Village(
        poor=tuple(rank(house) <= poor for house in houses),
        listed=tuple(house in chosen for house in houses),
    )


def rank(house: int) -> int:
    """How poor a house truly is: 1 is the poorest; scattered over the village."""
    return house * 37 % (HOUSES + 1)


def points(house: int) -> int:
    """What the test measures, 0 to 100: half the truth, half chance that is always the same."""
    chance = (2 * house * house + 4 * house) % (HOUSES + 1)
    return (rank(house) + chance) // 2
