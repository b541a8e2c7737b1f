"""A timeline: points on a line, their labels under it or, where there are many, on both sides."""

from __future__ import annotations

import itertools

from build_tools.model.figures import StagesFigure
from build_tools.render.figure.cards import words
from build_tools.render.figure.pen import Pen, height
from build_tools.render.figure.shapes import Box, Connector, Drawing, Label, Paragraph

DOT = 24.0
GAP = 18.0
WIDEST = 270.0
ONE_SIDE = 4
"""More points than these have their labels above and below in turn."""


def timeline(figure: StagesFigure, pen: Pen) -> Drawing:
    """The drawing of a timeline."""
    return _across(figure, pen) if pen.shape == "wide" else _down(figure, pen)


def _across(figure: StagesFigure, pen: Pen) -> Drawing:
    """Points from left to right."""
    count = len(figure.steps)
    both = count > ONE_SIDE
    columns = (count + 1) / 2 if both else count
    width = min(WIDEST, (pen.width - GAP * (count - 1) / (1 + both)) / columns)
    step = (pen.width - width) / (count - 1)
    texts = [words(pen, stage, width) for stage in figure.steps]
    above = height(*texts[1::2]) + GAP if both else 0
    below = height(*(texts[::2] if both else texts))
    made: list[Box | Connector] = []
    for index, (stage, text) in enumerate(zip(figure.steps, texts, strict=True)):
        up = both and index % 2 == 1
        x = index * step
        made.append(_dot(stage.id, x + (width - DOT) / 2, above))
        y, tall = (0.0, above - GAP) if up else (above + DOT + GAP, below)
        label = Label(text, anchor="bottom" if up else "top")
        made.append(Box(f"{stage.id}-text", x, y, width, tall, label=label))
    return _drawn(figure, pen, made, above + DOT + GAP + below, "wide")


def _down(figure: StagesFigure, pen: Pen) -> Drawing:
    """Points from top to bottom, labels at their right."""
    left = DOT + GAP
    made: list[Box | Connector] = []
    y = 0.0
    for stage in figure.steps:
        text = words(pen, stage, pen.width - left)
        tall = max(height(text), DOT)
        made.append(_dot(stage.id, 0, y + max(0.0, (_first_line(text) - DOT) / 2)))
        label = Label(text, align="start", anchor="top")
        made.append(Box(f"{stage.id}-text", left, y, pen.width - left, tall, label=label))
        y += tall + GAP
    return _drawn(figure, pen, made, y - GAP, "tall")


def _first_line(text: tuple[Paragraph, ...]) -> float:
    """The height of the first line of a text."""
    return text[0].pitch


def _dot(stage_id: str, x: float, y: float) -> Box:
    """The point of a stage."""
    return Box(stage_id, x, y, DOT, DOT, "circle", "accent", "paper")


def _drawn(
    figure: StagesFigure, pen: Pen, shapes: list[Box | Connector], tall: float, way: str
) -> Drawing:
    """The drawing, with the line under its points."""
    ids = [stage.id for stage in figure.steps]
    line = [
        Connector(a, "right", b, "left", arrow=False, role="accent", weight=4)
        if way == "wide"
        else Connector(a, "bottom", b, "top", arrow=False, role="accent", weight=4)
        for a, b in itertools.pairwise(ids)
    ]
    return Drawing(pen.width, tall, (*line, *shapes), pen.room)
