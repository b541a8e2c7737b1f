"""Lines over categories, and layers stacked on each other; both name their series directly."""

from __future__ import annotations

from decimal import Decimal

from build_tools.model.figures import Series, SeriesFigure
from build_tools.render.figure.axes import (
    SAMPLE,
    SPACE,
    Axes,
    axes,
    direct_labels,
    right_of,
    series_role,
)
from build_tools.render.figure.palette import text_on
from build_tools.render.figure.pen import Pen, height
from build_tools.render.figure.shapes import Box, Drawing, Label, Paragraph, Polyline
from build_tools.render.values import number, quantity

DOT = 10.0
DASHES = ("", "10 5", "3 4", "14 4 3 4", "6 3")
"""Lines differ by their dashes too, not by colour alone."""
BROADEST = 90.0


def line(figure: SeriesFigure, pen: Pen) -> Drawing:
    """The drawing of a line chart."""
    largest = max(value for one in figure.series for value in one.values)
    last = _last_values(figure, pen)
    frame, shapes = axes(figure, pen, largest, right_of(pen, last))
    for index, one in enumerate(figure.series):
        points = tuple((frame.across(i), frame.up(value)) for i, value in enumerate(one.values))
        role = series_role(index)
        shapes.append(Polyline(points, role, 3, dash=DASHES[index % len(DASHES)]))
        for place, (x, y) in enumerate(points):
            name = f"{one.id}-{place}"
            shapes.append(Box(name, x - DOT / 2, y - DOT / 2, DOT, DOT, "circle", role, "paper"))
    if len(figure.series) == 1:
        shapes += _values(pen, frame, figure.series[0])
    ends = [frame.up(one.values[-1]) for one in figure.series]
    return _finished(figure, pen, shapes, direct_labels(figure, pen, frame, last, ends))


def stacked(figure: SeriesFigure, pen: Pen) -> Drawing:
    """The drawing of stacked columns."""
    count = len(figure.categories)
    totals = [sum((one.values[i] for one in figure.series), Decimal(0)) for i in range(count)]
    last = _last_values(figure, pen)
    frame, shapes = axes(figure, pen, max(totals), right_of(pen, last))
    broad = min(BROADEST, frame.w / count * 0.72)
    ends: list[float] = []
    for category in range(count):
        floor = Decimal(0)
        for index, one in enumerate(figure.series):
            value = one.values[category]
            top, foot = frame.up(floor + value), frame.up(floor)
            floor += value
            x = frame.across(category) - broad / 2
            shapes.append(_layer(pen, one.id, category, index, value, (x, top, broad, foot - top)))
            if category == count - 1:
                ends.append((top + foot) / 2)
    return _finished(figure, pen, shapes, direct_labels(figure, pen, frame, last, ends))


def _layer(
    pen: Pen, name: str, category: int, index: int, value: Decimal,
    place: tuple[float, float, float, float],
) -> Box:  # fmt: skip
    """One layer of a column, with its value where there is room for it."""
    x, y, width, tall = place
    fill = series_role(index)
    text = pen.number(number(value, pen.language), bold=False, role=text_on(fill))
    label = Label(text)
    fits = label.width <= width - 4 and label.height <= tall
    # The paper edge keeps neighbouring layers apart where their colours look alike.
    return Box(
        f"{name}-{category}", x, y, width, tall, "rect", fill, "paper", label if fits else None
    )


def _values(pen: Pen, frame: Axes, one: Series) -> list[Box]:
    """The values of a single line above its points, where they touch neither each other nor the scale."""
    made: list[Box] = []
    free = frame.x
    for index, value in enumerate(one.values[:-1]):
        text = pen.number(number(value, pen.language), bold=False)
        width, tall = text[0].widest, height(text)
        x = frame.across(index) - width / 2
        if x >= free and frame.up(value) - tall - DOT >= 0:
            top = frame.up(value) - tall - DOT / 2
            made.append(Box(f"{one.id}-{index}-value", x, top, width, tall, label=Label(text)))
            free = x + width + 4
    return made


def _last_values(figure: SeriesFigure, pen: Pen) -> list[tuple[Paragraph, ...]]:
    """The last value of every series with its unit."""
    return [
        pen.number(quantity(pen.curriculum, one.values[-1], figure.unit, pen.language))
        for one in figure.series
    ]


def _finished(
    figure: SeriesFigure, pen: Pen, shapes: list[Box | Polyline], labels: list[Box]
) -> Drawing:
    """The drawing with the names of the series and a sample of each."""
    samples = [_sample(figure, index, box) for index, box in enumerate(labels)]
    shapes = [*shapes, *labels, *samples]
    tall = max(shape.y + shape.h for shape in shapes if isinstance(shape, Box))
    return Drawing(pen.width, tall, tuple(shapes), pen.room)


def _sample(figure: SeriesFigure, index: int, label: Box) -> Box | Polyline:
    """A piece of the line, or a patch of the layer, beside its name."""
    left, y = label.x - SAMPLE - SPACE / 2, label.y + label.h / 2
    role = series_role(index)
    if figure.kind == "line":
        dash = DASHES[index % len(DASHES)]
        return Polyline(((left, y), (left + SAMPLE, y)), role, 3, dash=dash)
    return Box(f"sample-{index}", left, y - SAMPLE / 2, SAMPLE, SAMPLE, "rect", role, "paper")
