"""A matrix: rows against columns; on a phone one card for each row."""

from __future__ import annotations

from build_tools.model import Text
from build_tools.model.figures import MatrixFigure
from build_tools.render.figure.palette import Role, text_on
from build_tools.render.figure.pen import Pen, height
from build_tools.render.figure.shapes import Box, Drawing, Label, Paragraph

GAP = 6.0
PAD = 12.0
MANY_ROWS = 5
"""From this number of rows on they stand closer, so that both languages fit on a slide."""


def matrix(figure: MatrixFigure, pen: Pen) -> Drawing:
    """The drawing of a matrix."""
    boxes = _grid(figure, pen) if pen.shape == "wide" else _cards(figure, pen)
    tall = max(box.y + box.h for box in boxes)
    return Drawing(pen.width, tall, tuple(boxes), pen.room)


def _cell(pen: Pen, name: str, text: Text, x: float, width: float, fill: Role, bold: bool) -> Box:
    """A cell at the top of the canvas, as tall as its text; the caller moves it."""
    label = Label(pen.label(text, width - 2 * PAD, bold=bold, role=text_on(fill)), pad=PAD)
    return Box(name, x, 0, width, label.height, "rect", fill, None, label)


def _grid(figure: MatrixFigure, pen: Pen) -> list[Box]:
    """Column names on top, row names at the left; cells of a row are of one height."""
    count = len(figure.columns)
    first = pen.width * (0.28 if count < 4 else 0.22)
    width = (pen.width - first - GAP * count) / count
    lefts = [first + GAP + index * (width + GAP) for index in range(count)]
    rows = [[
        _cell(pen, f"column-{index + 1}", text, lefts[index], width, "accent", True)
        for index, text in enumerate(figure.columns)
    ]]  # fmt: skip
    for row in figure.rows:
        cells = [_cell(pen, row.id, row.label, 0, first, "soft", True)]
        for index, text in enumerate(row.cells):
            name = f"{row.id}-{index + 1}"
            cells.append(_cell(pen, name, text, lefts[index], width, "sand", False))
        rows.append(cells)
    return _placed(rows)


def _placed(rows: list[list[Box]]) -> list[Box]:
    """The cells moved under each other, each row as tall as its tallest cell."""
    made: list[Box] = []
    y = 0.0
    close = 0.35 if len(rows) > MANY_ROWS else 1.0
    for row in rows:
        tall = max(cell.h for cell in row) + PAD * close
        made += [
            Box(cell.id, cell.x, y, cell.w, tall, cell.form, cell.fill, None, cell.label)
            for cell in row
        ]
        y += tall + GAP * close
    return made


def _cards(figure: MatrixFigure, pen: Pen) -> list[Box]:
    """The name of a row, and under it each cell after the name of its column."""
    made: list[Box] = []
    width = pen.width - 2 * PAD
    y = 0.0
    for row in figure.rows:
        name = Label(pen.label(row.label, width, bold=True, role="on-dark"), "start", pad=PAD)
        head = name.height + PAD
        made.append(Box(row.id, 0, y, pen.width, head, "rect", "accent", None, name))
        text = tuple(p for pair in zip(figure.columns, row.cells, strict=True)
                     for p in _pair(pen, *pair, width))  # fmt: skip
        tall = height(text) + 2 * PAD
        label = Label(text, "start", pad=PAD)
        made.append(
            Box(f"{row.id}-cells", 0, y + head, pen.width, tall, "rect", "sand", None, label)
        )
        y += head + tall + PAD
    return made


def _pair(pen: Pen, column: Text, cell: Text, width: float) -> tuple[Paragraph, ...]:
    """The name of a column and what stands in its cell."""
    return pen.note(column, width) + pen.label(cell, width)
