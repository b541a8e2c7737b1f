"""Paragraphs on a picture: the lines that the fitter counted, each where the slide has it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal, NamedTuple

from build_tools.lao import has_lao
from build_tools.render.deck.arrange import Paragraph
from build_tools.render.deck.gauge import Gauge, line_height
from build_tools.render.deck.look import Level
from build_tools.render.deck.picture.canvas import Canvas, filled
from build_tools.render.deck.picture.colours import Colours
from build_tools.render.deck.text import trimmed

EXACT_BASELINE, LATIN_BASELINE, LAO_BASELINE = 0.8, 0.952, 1.183
"""From the top of a line to its baseline: parts of an exact pitch, and ems where the pitch is natural."""
DOT, DOT_X, DOT_Y = 0.135, 0.175, 0.33
"""Radius of a bullet and its centre, right of its start and above the baseline, in ems."""
UNDERLINE, THIN = 0.11, 0.05
"""How far below the baseline a link is underlined, and how thick, in ems."""


class Area(NamedTuple):
    """A rectangle in points."""

    x: float
    y: float
    width: float
    height: float


class Piece(NamedTuple):
    """Words in one look."""

    text: str
    bold: bool
    colour: str
    slanted: bool = False
    link: bool = False


class Block(NamedTuple):
    """A paragraph and its look; a `heavy` one is measured as if it were all bold."""

    paragraph: Paragraph
    look: Level
    heavy: bool = False


class Row(NamedTuple):
    """A line of a paragraph: its words, its height, and how far down its baseline is."""

    text: str
    height: float
    baseline: float


@dataclass(frozen=True, slots=True)
class Typesetter:
    """Sets paragraphs on a canvas, in the lines that the gauge counts."""

    canvas: Canvas
    colours: Colours
    gauge: Gauge
    mark_colour: str

    def place(
        self, blocks: Sequence[Block], area: Area, anchor: Literal["t", "ctr", "b"] = "t",
        align: Literal["l", "ctr", "r"] = "l",
    ) -> None:  # fmt: skip
        """Nothing; sets the paragraphs into an area, the first without the space before it."""
        rows = [self._rows(block, area.width) for block in blocks]
        gaps = [block.look.before if place else 0.0 for place, block in enumerate(blocks)]
        height = sum(gaps) + sum(row.height for one in rows for row in one)
        free = {"t": 0.0, "ctr": (area.height - height) / 2, "b": area.height - height}[anchor]
        y, number = area.y + free, 0
        for block, lines, gap in zip(blocks, rows, gaps):
            y += gap
            if block.paragraph.level == 0:
                number = block.paragraph.start or number + 1
            self._block(block, lines, area._replace(y=y), number, align)
            y += sum(row.height for row in lines)

    def _block(
        self, block: Block, rows: Sequence[Row], area: Area, number: int, align: str
    ) -> None:
        """Nothing; sets one paragraph from the top of the area on."""
        look, y = block.look, area.y
        if any(row.text for row in rows):
            self._bullet(look, number, area.x, y + rows[0].baseline)
        for row, line in zip(rows, dealt(self._pieces(block), [row.text for row in rows])):
            x = area.x + look.margin + self._shift(line, look, area.width, align)
            self._line(line, x, y + row.baseline, look.size)
            y += row.height

    def _rows(self, block: Block, width: float) -> list[Row]:
        """The lines of a paragraph, as the fitter breaks them; an empty paragraph takes one too."""
        look = block.look
        measured = replace(look, bold=look.bold or block.heavy)
        lines = self.gauge.lines(block.paragraph, measured, width - look.margin)
        return [Row(one, line_height(one, look), _baseline(one, look)) for one in lines]

    def _pieces(self, block: Block) -> list[Piece]:
        """The words of a paragraph by their looks, with the mark of missing Lao before them."""
        paragraph, look = block.paragraph, block.look
        plain = self.colours.of(look.colour)
        made = []
        if paragraph.line.missing:
            made.append(Piece(f"[{self.gauge.mark}] ", True, self.mark_colour))
            if paragraph.only_mark:
                return made
        for run in trimmed(paragraph.line):
            link = run.href is not None and run.href.startswith("https://")
            paint = self.colours.link if link else plain
            slanted = run.italic and paragraph.line.language == "en"
            made.append(Piece(run.text, run.bold or look.bold, paint, slanted, link))
        return made

    def _shift(self, line: Sequence[Piece], look: Level, width: float, align: str) -> float:
        """How far right of the left edge a line starts."""
        if align == "l":
            return 0.0
        long = sum(self.canvas.width(one.text, look.size, one.bold) for one in line)
        free = width - look.margin - long
        return free / 2 if align == "ctr" else free

    def _line(self, line: Sequence[Piece], x: float, y: float, size: float) -> None:
        """Nothing; draws a line of text."""
        for one in line:
            end = self.canvas.text(
                one.text, x, y, size, one.colour, bold=one.bold, slanted=one.slanted
            )
            if one.link:
                below = y + UNDERLINE * size
                self.canvas.rect(x, below, end - x, THIN * size, filled(one.colour))
            x = end

    def _bullet(self, look: Level, number: int, left: float, y: float) -> None:
        """Nothing; draws the bullet, number or letter of a paragraph."""
        x, accent = left + look.margin - look.hanging, self.colours.of("accent")
        if look.bullet == "dot":
            side = 2 * DOT * look.size
            across, up = (DOT_X - DOT) * look.size, (DOT_Y + DOT) * look.size
            self.canvas.ellipse(x + across, y - up, side, side, filled(accent))
        elif look.bullet != "none":
            sign = str(number) if look.bullet == "number" else chr(ord("A") + number - 1)
            self.canvas.text(f"{sign}.", x, y, look.size, accent, bold=look.bold)


def _baseline(text: str, look: Level) -> float:
    """From the top of a line to its baseline."""
    if look.pitch is not None:
        return EXACT_BASELINE * look.pitch
    return (LAO_BASELINE if has_lao(text) else LATIN_BASELINE) * look.size


def dealt(pieces: Sequence[Piece], lines: Sequence[str]) -> list[list[Piece]]:
    """The pieces of each line; spaces where a line was broken belong to none."""
    letters = [(letter, piece) for piece in pieces for letter in piece.text]
    made: list[list[Piece]] = []
    at = 0
    for line in lines:
        held: list[tuple[str, Piece]] = []
        for letter in line:
            while letters[at][0] != letter and not (letter == " " and letters[at][0].isspace()):
                at += 1
            held.append((letter, letters[at][1]))
            at += 1
        looks = groupby(held, key=lambda pair: pair[1]._replace(text=""))
        made.append([look._replace(text="".join(one for one, _ in run)) for look, run in looks])
    return made
