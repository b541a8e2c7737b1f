"""A fitted slide on a canvas, from the very numbers that the slide is written with."""

from __future__ import annotations

from dataclasses import dataclass, replace

from build_tools.model import Curriculum, Edition, Language
from build_tools.render.deck.arrange import Filled, Paragraph, Paragraphs
from build_tools.render.deck.fit import Fitted
from build_tools.render.deck.gauge import POINTS, Gauge
from build_tools.render.deck.layouts import FOOTER, SLIDE_NUMBER
from build_tools.render.deck.look import HEIGHT, LATIN_PITCH, WIDTH, levels
from build_tools.render.deck.master import HEM
from build_tools.render.deck.parts import SIGNS, Decoration, Frame
from build_tools.render.deck.picture.canvas import Canvas, filled
from build_tools.render.deck.picture.colours import Colours
from build_tools.render.deck.picture.figure import draw_figure
from build_tools.render.deck.picture.table import draw_table
from build_tools.render.deck.picture.text import LATIN_BASELINE, Area, Block, Typesetter
from build_tools.render.deck.say import Line
from build_tools.render.deck.styles import CELL, FOOT
from build_tools.render.figure import draw
from build_tools.render.measure import Ruler
from build_tools.render.runs import TextRun

WIDE, HIGH = round(WIDTH * POINTS), round(HEIGHT * POINTS)
"""The size of a slide in points."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A slide to draw: its edition and number, what stands at its foot, a caption on sheets.

    `address` is where the slide was written.
    """

    fitted: Fitted
    edition: Edition
    number: int
    footer: Paragraphs = ()
    caption: str = ""
    address: str = ""

    @property
    def title(self) -> str:
        """The title of the slide."""
        return self.fitted.plan.title.main.text

    @property
    def language(self) -> Language:
        """The language of the title."""
        return self.fitted.plan.title.main.language


@dataclass(frozen=True, slots=True)
class SlidePainter:
    """Draws slides of one curriculum on one canvas, each from its origin on and in points."""

    canvas: Canvas
    curriculum: Curriculum
    ruler: Ruler
    colours: Colours

    def draw(self, shown: Shown) -> None:
        """Nothing; draws the slide: ground, decorations, text, table, figure and foot."""
        fitted, layout = shown.fitted, shown.fitted.layout
        self.canvas.rect(0, 0, WIDE, HIGH, filled(self.colours.of(layout.background)))
        for part in (*([] if layout.dark else [HEM]), *layout.decorations):
            self._decoration(part)
        mark, paint = self.curriculum.word("missing", "lo"), "gold" if layout.dark else "terracotta"
        writer = Typesetter(
            self.canvas, self.colours, Gauge(self.ruler, mark), self.colours.of(paint)
        )
        for one in fitted.boxes:
            self._box(writer, one, fitted.tiers[one.box.name], shown.edition)
        box = layout.box("table")
        if fitted.table is not None and box is not None:
            looks = levels(CELL, fitted.table.tier, shown.edition)
            draw_table(writer, fitted.table, looks, area(box.frame))
        if fitted.plan.figure is not None:
            drawing = draw(fitted.plan.figure, self.curriculum, shown.edition, self.ruler)
            draw_figure(self.canvas, self.colours, drawing, area(layout.place("figure")))
        if layout.name != "Cover":
            self._foot(writer, shown)

    def _decoration(self, part: Decoration) -> None:
        """Nothing; draws a flat shape and the sign on it."""
        x, y, width, height = area(part.frame)
        look = filled(self.colours.of(part.fill)) if part.fill != "none" else ""
        if part.shape in SIGNS:
            outlines = SIGNS[part.shape](part.frame.width / part.frame.height)
            self.canvas.stamp(
                [
                    [(x + across * width, y + down * height) for across, down in one]
                    for one in outlines
                ],
                look,
            )
        elif look:
            form = {"rect": self.canvas.rect, "ellipse": self.canvas.ellipse}[part.shape]
            form(x, y, width, height, look)
        if part.text:
            left = x + (width - self.canvas.width(part.text, part.size, True)) / 2
            top = y + (height - LATIN_PITCH * part.size) / 2
            colour = self.colours.of(part.text_colour)
            at = top + LATIN_BASELINE * part.size
            self.canvas.text(part.text, left, at, part.size, colour, bold=True)

    def _box(self, writer: Typesetter, one: Filled, tier: int, edition: Edition) -> None:
        """Nothing; draws a box of text, measured as the fitter does."""
        style = one.box.style
        looks = levels(style, tier, edition)
        blocks = [Block(paragraph, looks[paragraph.level]) for paragraph in one.paragraphs]
        writer.place(blocks, area(one.box.frame), style.anchor, style.align)

    def _foot(self, writer: Typesetter, shown: Shown) -> None:
        """Nothing; draws footer and slide number."""
        look = replace(levels(FOOT, 0, "en")[0], colour=shown.fitted.layout.foot_colour)
        blocks = [Block(one, look) for one in shown.footer]
        writer.place(blocks, area(FOOTER), "ctr")
        number = Paragraph(Line((TextRun(str(shown.number)),), "en"))
        writer.place([Block(number, look)], area(SLIDE_NUMBER), "ctr", "r")


def area(frame: Frame) -> Area:
    """A frame in points."""
    return Area(*(one * POINTS for one in (frame.x, frame.y, frame.width, frame.height)))
