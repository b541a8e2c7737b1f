"""The ground of line and stacked charts: scale, guide lines, names of categories, direct labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil

from build_tools.model.figures import SeriesFigure
from build_tools.render.figure.palette import SERIES, Role
from build_tools.render.figure.pen import Pen, height
from build_tools.render.figure.shapes import Box, Label, Paragraph, Polyline
from build_tools.render.values import number

TALL = {"wide": 300.0, "tall": 230.0}
NAMES = {"wide": 180.0, "tall": 282.0}
"""Width of the names of series: at the right, or on a phone under the chart."""
SCALE = {"wide": 100.0, "tall": 60.0}
"""Usual width of the scale: names of categories are wrapped for it, whatever the values are."""
SPACE = 12.0
SAMPLE = 26.0
"""Width of the sample of a series' colour and line beside its name."""
LEGEND = 48.0
"""Distance of the names under a chart from its axis."""
STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


@dataclass(frozen=True, slots=True)
class Axes:
    """Where values and categories stand on the canvas; `top` is the value of the upper edge."""

    x: float
    y: float
    w: float
    h: float
    top: Decimal
    count: int

    def across(self, index: int) -> float:
        """The middle of a category."""
        return self.x + self.w * (index + 0.5) / self.count

    def up(self, value: Decimal) -> float:
        """The height of a value; what is below zero stands on the axis."""
        return self.y + self.h * (1 - max(0.0, float(value)) / float(self.top))


def ticks(largest: Decimal) -> tuple[Decimal, ...]:
    """Round values from 0 to just above the largest, in at most five steps."""
    if largest <= 0:
        return (Decimal(0), Decimal(1))
    power = Decimal(10) ** (largest / 5).adjusted()
    step = next(factor * power for factor in STEPS if factor * power * 5 >= largest)
    count = ceil(largest / step)
    return tuple((step * index).normalize() for index in range(count + 1))


def axes(
    figure: SeriesFigure, pen: Pen, largest: Decimal, right: float
) -> tuple[Axes, list[Box | Polyline]]:
    """The axes of a chart and the shapes that show them; `right` stays free beside them."""
    scale = ticks(largest)
    marks = [pen.tick(number(tick, pen.language)) for tick in scale]
    left = max(mark.widest for (mark,) in marks) + SPACE
    line = marks[0][0].pitch
    frame = Axes(
        left, line, pen.width - left - right, TALL[pen.shape] - line, scale[-1],
        len(figure.categories),
    )  # fmt: skip
    shapes: list[Box | Polyline] = []
    for index, (tick, mark) in enumerate(zip(scale, marks, strict=True)):
        y = frame.up(tick)
        role: Role = "muted" if index == 0 else "rule"
        shapes.append(Polyline(((left, y), (left + frame.w, y)), role, 2 if index == 0 else 1))
        label = Label(mark, "end")
        shapes.append(Box(f"tick-{index}", 0, y - line / 2, left - SPACE, line, label=label))
    return frame, [*shapes, *_categories(figure, pen, frame)]


def _categories(figure: SeriesFigure, pen: Pen, frame: Axes) -> list[Box]:
    """Names under the axis; where they would touch, only every second or third."""
    cell = frame.w / frame.count
    for every in range(1, frame.count + 1):
        width = cell * every - SPACE / 2
        boxes = [
            _category(text, frame.across(index * every), width, frame.y + frame.h)
            for index, text in enumerate(category_texts(figure, pen, every))
        ]
        inside = all(box.x >= 0 and box.x + box.w <= pen.width for box in boxes)
        if inside and not any(box.overflows for box in boxes):
            return boxes
    return boxes


def category_texts(figure: SeriesFigure, pen: Pen, every: int) -> list[tuple[Paragraph, ...]]:
    """Every so manieth name, wrapped for the room that it usually has."""
    cell = (pen.width - SCALE[pen.shape] - right_of(pen, ())) / len(figure.categories)
    return [pen.note(name, cell * every - SPACE / 2) for name in figure.categories[::every]]


def _category(text: tuple[Paragraph, ...], middle: float, width: float, y: float) -> Box:
    """The name of one category."""
    label = Label(text, anchor="top")
    return Box(
        f"category-{middle:.0f}", middle - width / 2, y + 4, width, height(text), label=label
    )


def series_role(index: int) -> Role:
    """The colour of a series."""
    return SERIES[index % len(SERIES)]


def right_of(pen: Pen, last: Sequence[tuple[Paragraph, ...]]) -> float:
    """The width of the direct labels beside a chart; wider where a value is wider than the names."""
    if pen.shape == "tall":
        return 0.0
    return max([NAMES["wide"], *(value.widest for (value,) in last)]) + SAMPLE + 2 * SPACE


def direct_labels(
    figure: SeriesFigure,
    pen: Pen,
    frame: Axes,
    last: Sequence[tuple[Paragraph, ...]],
    wanted: Sequence[float],
) -> list[Box]:
    """Names of series with their last values: at the ends of the lines, or under the chart."""
    left = (frame.x + frame.w + SPACE if pen.shape == "wide" else 0.0) + SAMPLE + SPACE
    texts = [
        value + pen.label(one.label, NAMES[pen.shape])
        for one, value in zip(figure.series, last, strict=True)
    ]
    heights = [height(text) for text in texts]
    tops = [y - tall / 2 for y, tall in zip(wanted, heights, strict=True)]
    if pen.shape == "tall":
        tops = [frame.y + frame.h + LEGEND] * len(texts)
    # From top to bottom without touching, none above the picture.
    free = 0.0
    for index in sorted(range(len(texts)), key=wanted.__getitem__):
        tops[index] = max(tops[index], free)
        free = tops[index] + heights[index] + 4
    return [
        Box(f"series-{index}", left, top, pen.width - left, tall, label=Label(text, "start"))
        for index, (text, top, tall) in enumerate(zip(texts, tops, heights, strict=True))
    ]
