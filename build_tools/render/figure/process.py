"""A process: numbered cards in one or two rows, one under the other on a phone."""

from __future__ import annotations

import itertools

from build_tools.model.figures import StagesFigure
from build_tools.render.figure.cards import BADGE, bottom, row, stack
from build_tools.render.figure.pen import Pen
from build_tools.render.figure.shapes import Box, Connector, Drawing, Side

GAP = 44.0
LONGEST_ROW = 4
"""More steps than these stand in two rows, so that Lao labels keep their words whole."""


def process(figure: StagesFigure, pen: Pen) -> Drawing:
    """The drawing of a process."""
    if pen.shape == "wide":
        return _rows(figure, pen)
    shapes = stack(pen, figure.steps, pen.width)
    return Drawing(pen.width, bottom(shapes), tuple(shapes), pen.room)


def _rows(figure: StagesFigure, pen: Pen) -> Drawing:
    """Cards from left to right; the second row starts at the left again."""
    count = len(figure.steps)
    length = count if count <= LONGEST_ROW else (count + 1) // 2
    width = (pen.width - GAP * (length - 1)) / length
    made: list[Box | Connector] = []
    y = 0.0
    for start in range(0, count, length):
        cards = row(pen, figure.steps[start : start + length], start + 1, y, width, GAP)
        made += cards
        y = bottom([*cards]) + GAP - BADGE / 4
    ids = [step.id for step in figure.steps]
    for index, (before, after) in enumerate(itertools.pairwise(ids), start=1):
        made.append(_turn(before, after) if index % length == 0 else _step(before, after))
    return Drawing(pen.width, bottom(made), tuple(made), pen.room)


def _step(before: str, after: str) -> Connector:
    """The arrow to the neighbour at the right."""
    sides: tuple[Side, Side] = ("right", "left")
    return Connector(before, sides[0], after, sides[1])


def _turn(before: str, after: str) -> Connector:
    """The arrow from the end of a row to the number of the next row's first card."""
    return Connector(before, "bottom", f"{after}-number", "top", "elbow")
