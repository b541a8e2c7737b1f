"""A figure on a picture: the drawing of the page, placed as the slide has it, its text outlined."""

from __future__ import annotations

from build_tools.render.deck.picture.canvas import Canvas, filled, stroked
from build_tools.render.deck.picture.colours import Colours
from build_tools.render.deck.picture.text import EXACT_BASELINE, Area
from build_tools.render.figure import Drawing
from build_tools.render.figure.paths import lines, path_data
from build_tools.render.figure.shapes import Box, Connector, Label, Paragraph, Polyline
from build_tools.render.figure.svg import RADIUS, ROOF

EDGE = 2.0
"""Thickness of the edge of a box in units of the drawing."""


def draw_figure(canvas: Canvas, colours: Colours, drawing: Drawing, area: Area) -> None:
    """Nothing; draws the figure as large as the area allows and in its middle."""
    scale = min(area.width / drawing.width, area.height / drawing.height)
    x = area.x + (area.width - drawing.width * scale) / 2
    y = area.y + (area.height - drawing.height * scale) / 2
    with canvas.at(x, y, scale):
        for shape in drawing.shapes:
            if isinstance(shape, Box):
                _area(canvas, colours, shape)
                if shape.label is not None:
                    _label(canvas, colours, shape, shape.label)
            else:
                _line(canvas, colours, drawing, shape)


def _line(canvas: Canvas, colours: Colours, drawing: Drawing, shape: Connector | Polyline) -> None:
    """Nothing; draws a connector or a free line."""
    paint = colours.role(shape.role)
    data, dash = (
        (path_data(drawing, shape), "")
        if isinstance(shape, Connector)
        else (lines(shape.points), shape.dash)
    )
    head = canvas.arrow(paint) if shape.arrow else ""
    canvas.path(data, f"{filled(None)}{stroked(paint, shape.weight, dash)}{head}")


def _area(canvas: Canvas, colours: Colours, box: Box) -> None:
    """Nothing; draws the area of a box where it has fill or edge."""
    if box.fill is None and box.edge is None:
        return
    look = filled(colours.role(box.fill) if box.fill else None)
    look += stroked(colours.role(box.edge), EDGE) if box.edge else ""
    if box.form == "circle":
        canvas.ellipse(box.x, box.y, box.w, box.h, look)
    elif box.form == "roof":
        cut, right, foot = box.h * ROOF, box.x + box.w, box.y + box.h
        points = ((box.x, foot), (box.x, box.y + cut), (box.x + cut, box.y),
                  (right - cut, box.y), (right, box.y + cut), (right, foot))  # fmt: skip
        canvas.path(f"{lines(points)}z", look)
    else:
        corner = RADIUS if box.form == "round" else 0
        canvas.rect(box.x, box.y, box.w, box.h, look, corner)


def _label(canvas: Canvas, colours: Colours, box: Box, label: Label) -> None:
    """Nothing; writes the text of a box."""
    free = box.h - label.pad_top - label.height
    y = box.y + label.pad_top + {"top": 0.0, "middle": free / 2, "bottom": free}[label.anchor]
    for paragraph in label.paragraphs:
        first = y + paragraph.before + EXACT_BASELINE * paragraph.pitch
        for index, text in enumerate(paragraph.lines):
            width = canvas.width(text, paragraph.size, paragraph.bold)
            left = {
                "start": box.x + label.pad + paragraph.indent,
                "middle": box.x + (box.w - width) / 2,
                "end": box.x + box.w - label.pad - width,
            }[label.align]
            at = first + index * paragraph.pitch
            _words(canvas, colours, paragraph, text, left, at)
            if paragraph.bullet and not index:
                _words(canvas, colours, paragraph, "•", left - paragraph.indent, at)
        y += paragraph.height


def _words(
    canvas: Canvas, colours: Colours, paragraph: Paragraph, text: str, x: float, y: float
) -> None:
    """Nothing; writes a text in the look of its paragraph."""
    colour = colours.role(paragraph.role)
    canvas.text(text, x, y, paragraph.size, colour, bold=paragraph.bold)
