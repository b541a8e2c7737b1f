"""Bars from left to right with their values written at their ends."""

from __future__ import annotations

from decimal import Decimal

from build_tools.model import Curriculum, Language
from build_tools.model.figures import Bar, BarFigure
from build_tools.render.figure.pen import Pen, height
from build_tools.render.figure.shapes import Box, Drawing, Label, Paragraph
from build_tools.render.values import fact_value, quantity

THICK = {"wide": 40.0, "tall": 26.0}
GAP = {"wide": 16.0, "tall": 18.0}
NAMES = 320.0
"""Width of the names beside the bars; on a phone they stand above them."""
SPACE = 12.0


def bar_number(curriculum: Curriculum, bar: Bar) -> Decimal:
    """The length of a bar: its own value, or that of its fact."""
    value = curriculum.facts[bar.fact].value if bar.fact else bar.value
    if value is None:
        raise ValueError(f"bar {bar.id} has no value")
    return value


def bar_text(curriculum: Curriculum, figure: BarFigure, bar: Bar, language: Language) -> str:
    """The value of a bar with its unit."""
    if bar.fact:
        return fact_value(curriculum, bar.fact, language)
    return quantity(curriculum, bar_number(curriculum, bar), figure.unit, language)


def bar(figure: BarFigure, pen: Pen) -> Drawing:
    """The drawing of a bar chart."""
    wide = pen.shape == "wide"
    values = [
        pen.number(bar_text(pen.curriculum, figure, one, pen.language)) for one in figure.bars
    ]
    beside = max(paragraph.widest for (paragraph,) in values) + 2 * SPACE
    left = NAMES if wide else 0.0
    numbers = [float(bar_number(pen.curriculum, one)) for one in figure.bars]
    longest = max(0.0, *numbers) or 1.0
    room = pen.width - left - beside
    made: list[Box] = []
    y = 0.0
    for one, number, value in zip(figure.bars, numbers, values, strict=True):
        # What is below zero has no length; its value says so.
        length = room * (max(0.0, number) / longest)
        made += _row(pen, one, value, y, left, length, beside)
        y = max(box.y + box.h for box in made) + GAP[pen.shape]
    return Drawing(pen.width, y - GAP[pen.shape], tuple(made), pen.room)


def _row(
    pen: Pen, bar: Bar, value: tuple[Paragraph, ...], y: float, left: float, length: float,
    beside: float,
) -> list[Box]:  # fmt: skip
    """Name, bar and value of one category."""
    thick = THICK[pen.shape]
    if pen.shape == "wide":
        name = pen.label(bar.label, left - SPACE)
        tall = max(height(name), thick)
        label = Label(name, "end", pad=0)
        names = Box(f"{bar.id}-name", 0, y, left - SPACE, tall, label=label)
        top = y + (tall - thick) / 2
    else:
        name = pen.label(bar.label, pen.width)
        names = Box(f"{bar.id}-name", 0, y, pen.width, height(name), label=Label(name, "start"))
        top = y + names.h + SPACE / 3
    drawn = Box(bar.id, left, top, max(length, 1), thick, "rect", "accent")
    text = Label(value, "start", pad=0)
    written = Box(f"{bar.id}-value", left + drawn.w + SPACE, top, beside - SPACE, thick, label=text)
    return [names, drawn, written]
