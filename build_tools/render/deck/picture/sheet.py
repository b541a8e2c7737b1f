"""Pictures of slides as SVG files: one slide, or several beside each other with shared glyphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from build_tools.model import Curriculum, Language
from build_tools.render.deck.build import Deck, footer
from build_tools.render.deck.picture.canvas import Canvas, filled, stroked
from build_tools.render.deck.picture.colours import Colours
from build_tools.render.deck.picture.glyphs import Glyphs
from build_tools.render.deck.picture.slide import HIGH, WIDE, Shown, SlidePainter
from build_tools.render.measure import Ruler

BROAD = 320.0
"""The width of a slide on a sheet."""
GAP, CAPTION = 14.0, 18.0
"""The space between slides, and the height of the lines of captions."""
CAPTION_SIZE, CAPTION_DROP = 11.0, 13.0
FRAME = 0.5


@dataclass(frozen=True, slots=True)
class Pictures:
    """Makes pictures of the slides of one curriculum."""

    curriculum: Curriculum
    ruler: Ruler
    glyphs: Glyphs

    def picture(self, slide: Shown) -> bytes:
        """One slide as an SVG file, 960 by 540."""
        canvas = Canvas(self.glyphs)
        self._painter(canvas).draw(slide)
        return canvas.svg(WIDE, HIGH, slide.title, slide.language, _said(slide))

    def sheet(
        self, slides: Sequence[Shown], columns: int, title: str, language: Language = "en"
    ) -> bytes:
        """Several slides in rows of so many, as one SVG file; with captions if any slide has one."""
        canvas = Canvas(self.glyphs)
        painter = self._painter(canvas)
        tall = HIGH * BROAD / WIDE
        below = CAPTION if any(one.caption for one in slides) else 0.0
        rows = -(-len(slides) // columns)
        width = 2 * FRAME + columns * (BROAD + GAP) - GAP
        height = 2 * FRAME + rows * (tall + below + GAP) - GAP
        if below:
            canvas.rect(0, 0, width, height, filled(painter.colours.of("paper")))
        for place, slide in enumerate(slides):
            row, column = divmod(place, columns)
            x, y = FRAME + column * (BROAD + GAP), FRAME + row * (tall + below + GAP)
            with canvas.at(x, y, BROAD / WIDE):
                painter.draw(slide)
            edge = stroked(painter.colours.role("rule"), 2 * FRAME)
            canvas.rect(x, y, BROAD, tall, filled(None) + edge)
            grey = painter.colours.of("grey")
            canvas.text(slide.caption, x, y + tall + CAPTION_DROP, CAPTION_SIZE, grey)
        said = [slide.title for slide in slides]
        return canvas.svg(width, height, title, language, said)

    def strip(self, deck: Deck, count: int) -> bytes:
        """The first slides that a show of a deck has, beside each other, without words at their foot,
        which nobody can read at that size."""
        slides = [replace(one, footer=()) for one in visible_slides(deck)[:count]]
        language: Language = "en" if deck.maker.edition == "en" else "lo"
        title = deck.maker.outline.title
        return self.sheet(slides, count, title.of(language), title.language_of(language))

    def _painter(self, canvas: Canvas) -> SlidePainter:
        """What draws slides on this canvas."""
        return SlidePainter(
            canvas, self.curriculum, self.ruler, Colours(self.curriculum.cover.deck)
        )


def visible_slides(deck: Deck) -> list[Shown]:
    """The slides that a show of a deck has, with the numbers that hidden ones count in too."""
    maker = deck.maker
    foot = footer(maker)
    return [
        Shown(one.fitted, maker.edition, number, foot, address=one.address)
        for number, one in enumerate(deck.slides, start=1)
        if not one.fitted.plan.hidden
    ]


def _said(slide: Shown) -> list[str]:
    """The words in the boxes of a slide under its title."""
    boxes = slide.fitted.boxes[1:]
    return [paragraph.line.text for box in boxes for paragraph in box.paragraphs]
