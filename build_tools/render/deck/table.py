"""The columns and rows of a native table: widths from what the cells hold, heights from the lines."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.model import Edition
from build_tools.render.deck.arrange import Paragraph, Paragraphs, stacked
from build_tools.render.deck.frames import Layout
from build_tools.render.deck.look import Level, levels
from build_tools.render.deck.plan import Cells
from build_tools.render.deck.say import Entry
from build_tools.render.measure import Ruler, pieces

POINTS = 72
SIDE, ABOVE = 10.0, 6.0
"""Points of a cell left free at each side, and above and below."""
ROOMIER = 1.35
"""How much a row may grow where the slide has height to spare."""


@dataclass(frozen=True, slots=True)
class TableFit:
    """Widths and heights in points; `over` is what the table lacks in height."""

    tier: int
    cells: tuple[tuple[Paragraphs, ...], ...]
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    over: float


def fit_table(rows: Cells, layout: Layout, ruler: Ruler, edition: Edition) -> TableFit:
    """The table at the largest tier at which it fits into its box, at the last one where none does."""
    box = layout.box("table")
    if box is None:
        raise KeyError(f"layout {layout.name} has no table")
    cells = tuple(tuple(stacked((Entry(said),), "none") for said in row) for row in rows)
    room, height = box.frame.width * POINTS, box.frame.height * POINTS
    for tier in range(len(box.style.sizes(edition))):
        sheet = _Sheet(cells, levels(box.style, tier, edition), ruler)
        widths = sheet.widths(room)
        heights = sheet.heights(widths)
        over = max(sum(heights) - height, sheet.squeezed(widths))
        if over <= 0:
            spare = min(height / sum(heights), ROOMIER)
            return TableFit(tier, cells, widths, tuple(one * spare for one in heights), 0.0)
    return TableFit(tier, cells, widths, heights, over)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Cells at one size."""

    cells: tuple[tuple[Paragraphs, ...], ...]
    looks: tuple[Level, ...]
    ruler: Ruler

    def widths(self, room: float) -> tuple[float, ...]:
        """Column widths: each at least its widest word, the rest shared by how much the text wants."""
        columns = list(zip(*self.cells, strict=True))
        least = [max(self._word(cell) for cell in column) + 2 * SIDE for column in columns]
        # A long cell wraps well; beyond half the table its length says nothing more.
        wanted = [
            min(max(self._line(cell) for cell in column) + 2 * SIDE, room / 2) for column in columns
        ]
        spare = room - sum(least)
        if spare <= 0:
            return tuple(room * one / sum(least) for one in least)
        growth = [max(want - low, 0.15 * want) for want, low in zip(wanted, least)]
        return tuple(low + spare * more / sum(growth) for low, more in zip(least, growth))

    def heights(self, widths: tuple[float, ...]) -> tuple[float, ...]:
        """Row heights: those of the highest cell."""
        return tuple(
            max(self._height(cell, width) for cell, width in zip(row, widths)) + 2 * ABOVE
            for row in self.cells
        )

    def squeezed(self, widths: tuple[float, ...]) -> float:
        """The points by which a word is wider than its column, 0 where all fit."""
        lacks = [
            self._word(cell) + 2 * SIDE - width
            for row in self.cells
            for cell, width in zip(row, widths)
        ]
        return max(0.0, *lacks) if max(lacks) > 1 else 0.0

    def _height(self, cell: Paragraphs, width: float) -> float:
        """The height of the lines of a cell."""
        return sum(
            len(self.ruler.wrap(one.line.text, look.size, width - 2 * SIDE, True)) * look.line
            for one, look in self._looked(cell)
        )

    def _line(self, cell: Paragraphs) -> float:
        """The width of a cell without any line break."""
        return max(self.ruler.width(p.line.text, look.size, True) for p, look in self._looked(cell))

    def _word(self, cell: Paragraphs) -> float:
        """The width of the widest piece of a cell that cannot be broken."""
        return max(
            (self.ruler.width(piece, look.size, True)
             for one, look in self._looked(cell)
             for word in one.line.text.split()
             for piece in pieces(word)),
            default=0.0,
        )  # fmt: skip

    def _looked(self, cell: Paragraphs) -> list[tuple[Paragraph, Level]]:
        """The paragraphs of a cell with their looks."""
        return [(paragraph, self.looks[paragraph.level]) for paragraph in cell]
