"""A cycle: boxes on an oval with arrows clockwise; on a phone a stack with a way back."""

from __future__ import annotations

from itertools import combinations
from math import cos, pi, sin

from build_tools.model.figures import StagesFigure
from build_tools.render.figure.cards import PAD, bottom, stack, words
from build_tools.render.figure.pen import ROOM, Pen, height
from build_tools.render.figure.shapes import (
    Box,
    Connector,
    Drawing,
    Label,
    Polyline,
    Route,
    Side,
)

APART = 26.0
"""Least distance of two boxes, so that the arrow between them is seen."""
WIDTHS = (280.0, 255.0, 230.0, 205.0, 180.0)
BACK = 30.0
"""Width of the way back beside a stack."""


def cycle(figure: StagesFigure, pen: Pen) -> Drawing:
    """The drawing of a cycle."""
    if pen.shape == "tall":
        return _stack(figure, pen)
    ring = _ring(figure, pen, WIDTHS[0])
    for width in WIDTHS:
        ring = _ring(figure, pen, width)
        if _apart(ring):
            break
    ids = [box.id for box in ring]
    by_id = {box.id: box for box in ring}
    arrows = [
        _arrow(by_id[before], by_id[after], pen.width / 2)
        for before, after in zip(ids, ids[1:] + ids[:1], strict=True)
    ]
    tall = max(box.y + box.h for box in ring)
    crowded = frozenset(() if _apart(ring) else ids)
    return Drawing(pen.width, tall, (*ring, *arrows), pen.room, crowded)


def _ring(figure: StagesFigure, pen: Pen, width: float) -> list[Box]:
    """Boxes of this width, the first at the top, moved up as far as they go."""
    texts = [words(pen, step, width - 2 * PAD) for step in figure.steps]
    tall = height(*texts) + PAD
    count = len(texts)
    across, down = (pen.width - width) / 2, (ROOM[pen.edition] - tall) / 2
    corners = []
    for index in range(count):
        angle = 2 * pi * index / count - pi / 2
        corners.append((across + across * cos(angle), down + down * sin(angle)))
    top = min(y for _, y in corners)
    return [
        Box(step.id, x, y - top, width, tall, "round", "soft", None, Label(text, pad=PAD))
        for step, text, (x, y) in zip(figure.steps, texts, corners, strict=True)
    ]


def _apart(ring: list[Box]) -> bool:
    """True if no two boxes come too near and the text fits into its box."""
    near = any(
        abs(a.x - b.x) < a.w + APART and abs(a.y - b.y) < a.h + APART
        for a, b in combinations(ring, 2)
    )
    return not near and not any(box.overflows for box in ring)


def _arrow(before: Box, after: Box, middle: float) -> Connector:
    """The arrow between neighbours: straight where they face each other, else a quarter turn."""
    dx, dy = after.x - before.x, after.y - before.y
    across: tuple[Side, Side] = ("right", "left") if dx > 0 else ("left", "right")
    along: tuple[Side, Side] = ("bottom", "top") if dy > 0 else ("top", "bottom")
    route: Route = "straight"
    if abs(dx) < before.w / 2:
        sides = along
    elif abs(dy) < before.h / 2:
        sides = across
    elif abs(before.x + before.w / 2 - middle) < abs(after.x + after.w / 2 - middle):
        sides, route = (across[0], along[1]), "curve"
    else:
        sides, route = (along[0], across[1]), "curve"
    return Connector(before.id, sides[0], after.id, sides[1], route)


def _stack(figure: StagesFigure, pen: Pen) -> Drawing:
    """Cards one under the other and a line from the last back to the first."""
    shapes = stack(pen, figure.steps, pen.width - BACK)
    boxes = {shape.id: shape for shape in shapes if isinstance(shape, Box)}
    last, first = boxes[figure.steps[-1].id].at("right"), boxes[figure.steps[0].id].at("right")
    edge = pen.width - 4
    way = Polyline((last, (edge, last[1]), (edge, first[1]), first), "muted", arrow=True)
    return Drawing(pen.width, bottom(shapes), (*shapes, way), pen.room)
