"""Which labels of a figure have too little room on a slide."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from build_tools.model import Curriculum, Edition, Figure, Language
from build_tools.model.figures import BarFigure, SeriesFigure
from build_tools.render.deck.chart import BAR_VALUE, PLOT, SIZE
from build_tools.render.deck.gauge import POINTS, Over, too_small
from build_tools.render.deck.parts import Frame
from build_tools.render.figure import Drawing, bar_text, draw, overflows
from build_tools.render.figure.cycle import APART
from build_tools.render.figure.shapes import Box, Label
from build_tools.render.measure import Ruler
from build_tools.render.runs import plain
from build_tools.render.values import quantity


def figure_over(
    figure: Figure, curriculum: Curriculum, edition: Edition, ruler: Ruler, frame: Frame
) -> tuple[Over, ...]:
    """The labels that do not fit, named `figure: ...` by their first words.

    Charts are measured as they stand on pages, where names have less room, and by what a slide
    keeps on one line.
    """
    drawing = draw(figure, curriculum, edition, ruler)
    width, height = frame.width * POINTS, frame.height * POINTS
    scale = min(width / drawing.width, height / drawing.height)
    cut = tuple(
        Over(f"figure: {words}", needed * scale, available * scale)
        for words, needed, available in _cut(drawing)
    )
    return cut + too_small(*_unbroken(figure, curriculum, edition, ruler, width))


def _cut(drawing: Drawing) -> Iterator[tuple[str, float, float]]:
    """Every label that is cut, touches another or falls outside: its words, what it needs and has."""
    cut = overflows(drawing)
    for box in drawing.boxes.values():
        if box.label is not None and box.label.paragraphs[0].text in cut:
            measured = (*_inside(box, box.label), *_on_canvas(box, drawing))
            needed, available = max(measured, key=lambda one: one[0] - one[1])
            yield box.label.paragraphs[0].text, needed, available


def _inside(box: Box, label: Label) -> tuple[tuple[float, float], ...]:
    """What the text of a box needs and has."""
    return (
        (label.width, box.w - 2 * label.pad),
        (label.height, box.h - label.pad_top),
    )


def _on_canvas(box: Box, drawing: Drawing) -> Iterator[tuple[float, float]]:
    """What a box needs and has of the drawing: its width, its height, and room beside its like."""
    floor = drawing.height if drawing.room is None else min(drawing.height, drawing.room)
    yield max(box.x + box.w, drawing.width - box.x), drawing.width
    yield max(box.y + box.h, floor - box.y), floor
    if box.id in drawing.crowded:
        ring = [drawing.boxes[name] for name in sorted(drawing.crowded)]
        yield floor + max(_overlap(one, two) for one, two in combinations(ring, 2)), floor


def _overlap(one: Box, two: Box) -> float:
    """How much higher the drawing must be for two boxes to keep apart."""
    if abs(one.x - two.x) >= one.w + APART:
        return 0.0
    return one.h + APART - abs(one.y - two.y)


def _unbroken(
    figure: Figure, curriculum: Curriculum, edition: Edition, ruler: Ruler, width: float
) -> Iterator[Over]:
    """What stands on one line in a native chart: values behind bars, names at the ends of lines."""
    first: Language = "en" if edition == "en" else "lo"
    room, written = 0.0, list[tuple[str, bool]]()
    if isinstance(figure, BarFigure):
        room = BAR_VALUE * width
        written = [(bar_text(curriculum, figure, one, first), True) for one in figure.bars]
    elif isinstance(figure, SeriesFigure) and figure.kind == "line":
        room = (1 - PLOT[0] - PLOT[2]) * width
        languages: tuple[Language, ...] = ("lo", "en") if edition == "lo-en" else (first,)
        for one in figure.series:
            names = [plain(curriculum, one.label.of(name), name) for name in languages]
            last = quantity(curriculum, one.values[-1], figure.unit, first)
            written += [(text, False) for text in (*names, last)]
    for text, bold in written:
        yield Over(f"figure: {text}", ruler.width(text, SIZE, bold), room)
