"""Which way of finding money comes first? A diamond of cards, without a score and without a key.

The eight options are fact `fiscal-space-options` (handbooks of 2017 and 2019); the diamond is a
common form of exercise and the ranking is the learner's. The verdict on a card is its place.
"""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.tools.base import Column, Sorting

PLACES = ("place-1", "place-2", "place-3", "place-4", "place-5")


def judge(answers: Mapping[str, str]) -> str:
    """The place that the learner gave the card: nobody else judges it."""
    return answers["place"]


def room(rows: int) -> Mapping[str, int]:
    """How many cards each place of a diamond of so many cards holds; from 3 cards on.

    One card stands on top and one below. Of the others a third, rounded down, stands in the second
    place and as many in the fourth; all that is left stands in the middle. Eight: 1, 2, 2, 2, 1.
    """
    side = (rows - 2) // 3
    middle = rows - 2 - 2 * side
    return dict(zip(PLACES, (1, side, middle, side, 1), strict=True))


TOOL = Sorting(
    id="fiscal-space-ranking",
    columns=(Column("place", PLACES),),
    verdicts=PLACES,
    judge=judge,
    room=room,
)
