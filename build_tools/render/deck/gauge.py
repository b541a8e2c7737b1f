"""How high and how wide text is in a box, and what is said of a box that is too small for it."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

from build_tools.lao import has_lao
from build_tools.render.deck.arrange import Paragraph
from build_tools.render.deck.look import Level
from build_tools.render.deck.say import Line
from build_tools.render.measure import Ruler

POINTS = 72
SLACK = 1.0
"""Points that a box may be over: rounding, not text."""
LAO_NATURAL = 1.65
"""Height of a line with Lao where no exact pitch is set, times the size: that of Noto Sans Lao."""


class Over(NamedTuple):
    """A box that is too small: what its text needs and what there is, in points.

    Both are heights; where a piece that cannot be broken is wider than the box, both are widths.
    """

    box: str
    needed: float
    available: float

    @property
    def lack(self) -> float:
        """The points that are missing."""
        return self.needed - self.available

    def __str__(self) -> str:
        """The sentence of the report."""
        return f"{self.box}: needs {ceil(self.needed)} points, has {self.available:.0f}"


def too_small(*measured: Over) -> tuple[Over, ...]:
    """Those that lack more than rounding takes."""
    return tuple(one for one in measured if one.lack > SLACK)


@dataclass(frozen=True, slots=True)
class Gauge:
    """Measures paragraphs as they are shown; `mark` is what stands before missing Lao."""

    ruler: Ruler
    mark: str

    def shown(self, paragraph: Paragraph) -> str:
        """The words that a paragraph shows."""
        if not paragraph.line.missing:
            return paragraph.line.text
        return f"[{self.mark}]" if paragraph.only_mark else f"[{self.mark}] {paragraph.line.text}"

    def lines(self, paragraph: Paragraph, look: Level, width: float) -> list[str]:
        """Its lines; an empty paragraph takes one too."""
        heavy = _is_heavy(paragraph, look)
        text, link = self.shown(paragraph), _from_link(paragraph.line)
        lines = self.ruler.wrap(text, look.size, width, heavy)
        if len(lines) > 1 and link:
            # LibreOffice begins a new line for a link that does not fit into the rest of one.
            parts = (text.removesuffix(link), link)
            lines = [
                one for part in parts for one in self.ruler.wrap(part, look.size, width, heavy)
            ]
        return lines or [""]

    def extent(self, paragraph: Paragraph, look: Level, width: float) -> tuple[float, float]:
        """The height of its lines, without the space before it, and the width of the longest.

        That is more than `width` only where a piece cannot be broken.
        """
        lines, heavy = self.lines(paragraph, look, width), _is_heavy(paragraph, look)
        widest = max(self.ruler.width(line, look.size, heavy) for line in lines)
        return sum(line_height(line, look) for line in lines), widest


def _is_heavy(paragraph: Paragraph, look: Level) -> bool:
    """True if a part of the paragraph is bold, as the mark of missing Lao is."""
    line = paragraph.line
    return look.bold or line.missing or any(run.bold for run in line.runs)


def _from_link(line: Line) -> str:
    """The words from the first link on; nothing where there is none."""
    for place, run in enumerate(line.runs):
        if run.href is not None and run.href.startswith("https://"):
            return "".join(one.text for one in line.runs[place:]).strip()
    return ""


def line_height(line: str, look: Level) -> float:
    """The height of one line; Lao in a text of natural pitch makes its line higher."""
    if look.pitch is None and has_lao(line):
        return LAO_NATURAL * look.size
    return look.line
