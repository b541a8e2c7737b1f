"""What the browser needs to draw a bar or line chart anew for other values; see `web/chart.js`.

Everything that does not depend on the values is worked out here, where the fonts are: words, their
lines, widths and looks, for each text size. The twin adds up lengths and writes SVG.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from html import escape
from typing import Any

from build_tools.model import Curriculum, Language
from build_tools.model.figures import BarFigure, SeriesFigure
from build_tools.render.figure import axes
from build_tools.render.figure.bar import NAMES, SPACE, THICK, bar
from build_tools.render.figure.drawing import first_pen
from build_tools.render.figure.page import captions
from build_tools.render.figure.pen import Pen
from build_tools.render.figure.series import DASHES, DOT
from build_tools.render.figure.shapes import Drawing, Paragraph, Shape, overflows
from build_tools.render.figure.svg import (
    BASELINE,
    FONTS,
    filled,
    label_svg,
    opening,
    painted,
    stroked,
)
from build_tools.render.measure import Ruler

Data = dict[str, Any]
Written = tuple[Paragraph, ...]
MARKS = "0123456789.,-"
"""Every character of a number, as either language writes it."""
ALIGN = {"start": 0, "middle": 0.5, "end": 1}


def chart_data(
    figure: BarFigure | SeriesFigure,
    curriculum: Curriculum,
    language: Language,
    ruler: Ruler,
    shape: Shape,
) -> Data:
    """The chart without its values, ready for JSON; texts are escaped. Only for bars and lines."""
    if figure.kind == "stacked":
        raise ValueError("the browser draws bars and lines only")
    pen = first_pen(curriculum, language, ruler, shape)
    title, desc, spoken = captions(figure, curriculum, language)
    before, after = curriculum.word(f"unit-{figure.unit}", language).split("{n}")
    if isinstance(figure, BarFigure):
        chart = _bars(figure, pen, spoken)
    else:
        chart = _lines(figure, pen, spoken)
    return {
        "kind": figure.kind,
        "language": spoken,
        "numbers": language,
        "fonts": FONTS,
        "title": escape(title),
        "desc": escape(desc),
        "width": pen.width,
        "room": pen.room,
        "unit": [escape(before), escape(after)],
        "unitWidth": pen.thousandths(before, bold=True) + pen.thousandths(after, bold=True),
        "marks": {
            name: {mark: pen.thousandths(mark, bold) for mark in MARKS}
            for name, bold in (("plain", False), ("bold", True))
        },
        **chart,
    }


def _bars(figure: BarFigure, pen: Pen, spoken: Language) -> Data:
    """What bars need: only their lengths and the places of their values change."""
    nothing = {"fact": None, "value": Decimal(0)}
    bars = tuple(one.model_copy(update=nothing) for one in figure.bars)
    empty = figure.model_copy(update={"bars": bars})
    drawn = [(sized, bar(empty, sized)) for sized in _sized(pen)]
    # A size in which the names do not fit is never chosen, whatever the values are.
    fitting = [one for one in drawn if not overflows(one[1])] or drawn[-1:]
    return {
        "left": NAMES if pen.shape == "wide" else 0.0,
        "space": SPACE,
        "thick": THICK[pen.shape],
        "paint": filled("accent"),
        "sizes": [_bars_in(figure, drawing, sized, spoken) for sized, drawing in fitting],
    }


def _bars_in(figure: BarFigure, drawing: Drawing, pen: Pen, spoken: Language) -> Data:
    """Names already written and upper edges of bars, in the size of the pen."""
    names = [drawing.boxes[f"{one.id}-name"] for one in figure.bars]
    return {
        "styles": {"last": _style(pen, pen.number("0"), "start", spoken)},
        "height": drawing.height,
        "names": [label_svg(box, box.label, spoken) for box in names if box.label],
        "tops": [drawing.boxes[one.id].y for one in figure.bars],
    }


def _lines(figure: SeriesFigure, pen: Pen, spoken: Language) -> Data:
    """What lines need: colours, lengths and words; the axes move with the values."""
    roles = [axes.series_role(index) for index in range(len(figure.series))]
    return {
        "beside": pen.shape == "wide",
        "plot": axes.TALL[pen.shape],
        "namesWidth": axes.NAMES[pen.shape],
        "space": axes.SPACE,
        "sample": axes.SAMPLE,
        "legend": axes.LEGEND,
        "dot": DOT,
        "axis": stroked("muted", 2),
        "rule": stroked("rule", 1),
        "strokes": [
            stroked(role, 3, DASHES[index % len(DASHES)]) for index, role in enumerate(roles)
        ],
        "dots": [painted(role, "paper") for role in roles],
        "sizes": [_lines_in(figure, sized, spoken) for sized in _sized(pen)],
    }


def _lines_in(figure: SeriesFigure, pen: Pen, spoken: Language) -> Data:
    """The names of series, and of categories for every distance that they may have."""
    styles = {
        "tick": _style(pen, pen.tick("0"), "end", spoken),
        "value": _style(pen, pen.number("0", bold=False), "middle", spoken),
        "last": _style(pen, pen.number("0"), "start", spoken),
    }

    def text(use: str, written: Written, align: str) -> Data:
        """A text of one paragraph; its style depends on its language."""
        (paragraph,) = written
        name = f"{use}-{paragraph.language}"
        styles[name] = _style(pen, written, align, spoken)
        lines = [escape(line) for line in paragraph.lines]
        return {"style": name, "lines": lines, "width": paragraph.widest}

    room = axes.NAMES[pen.shape]
    names = [text("name", pen.label(one.label, room), "start") for one in figure.series]
    categories = [
        [text("category", one, "middle") for one in axes.category_texts(figure, pen, every)]
        for every in range(1, len(figure.categories) + 1)
    ]
    return {"styles": styles, "names": names, "categories": categories}


def _style(pen: Pen, written: Written, align: str, spoken: Language) -> Data:
    """How a text of one paragraph looks, whatever it says; `thousandth` is for its numbers."""
    (paragraph,) = written
    return {
        "open": opening(paragraph, align, spoken),
        "align": ALIGN[align],
        "before": paragraph.before,
        "pitch": paragraph.pitch,
        "rise": BASELINE[paragraph.language] * paragraph.size,
        "marks": "bold" if paragraph.bold else "plain",
        "thousandth": pen.thousandth(paragraph.size),
    }


def _sized(pen: Pen) -> list[Pen]:
    """The pen in every size that may be tried."""
    return [replace(pen, size=size) for size in pen.sizes]
