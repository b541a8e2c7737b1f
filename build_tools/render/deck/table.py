"""The columns and rows of a native table: widths from what the cells hold, heights from the lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import permutations

from build_tools.model import Edition
from build_tools.render.deck.arrange import Paragraph, Paragraphs, stacked
from build_tools.render.deck.frames import Layout
from build_tools.render.deck.gauge import POINTS, Gauge, Over, too_small
from build_tools.render.deck.look import Level, levels
from build_tools.render.deck.plan import Cells
from build_tools.render.deck.say import Entry
from build_tools.render.measure import SAFETY, pieces

SIDE, ABOVE = 10.0, 6.0
"""Points of a cell left free at each side, and above and below."""
ROOMIER = 1.35
"""How much a row may grow where the slide has height to spare."""
STEPS = (0.1, 0.05, 0.02)
"""Parts of the table's width that are moved between columns."""


@dataclass(frozen=True, slots=True)
class TableFit:
    """Widths and heights in points; `over` says what the table lacks in height or width."""

    tier: int
    cells: tuple[tuple[Paragraphs, ...], ...]
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    over: tuple[Over, ...]


def head_looks(looks: Sequence[Level]) -> tuple[Level, ...]:
    """The looks of the header row, which stands on the accent; its first language is bold."""
    return tuple(replace(look, bold=not place, colour="paper") for place, look in enumerate(looks))


def fit_table(
    rows: Cells, whole: Cells, layout: Layout, gauge: Gauge, edition: Edition, largest: int = 0
) -> TableFit:
    """The table at the first tier from `largest` on at which it fits into its box, else at the last.

    It has the columns of the `whole` table that it is a part of.
    """
    box = layout.box("table")
    if box is None:
        raise KeyError(f"layout {layout.name} has no table")
    cells, every = _arranged(rows), _arranged(whole)
    room, height = box.frame.width * POINTS, box.frame.height * POINTS
    for tier in range(largest, len(box.style.sizes(edition))):
        # Every cell is measured as bold as those of the header.
        looks = tuple(replace(look, bold=True) for look in levels(box.style, tier, edition))
        sheet, widths = _Sheet(cells, looks, gauge), _columns(every, looks, gauge, room)
        heights = sheet.heights(widths)
        over = too_small(Over("table", sum(heights), height), *sheet.words(widths))
        if not over:
            spare = min(height / sum(heights), ROOMIER)
            return TableFit(tier, cells, widths, tuple(one * spare for one in heights), ())
    return TableFit(tier, cells, widths, heights, over)


def _arranged(rows: Cells) -> tuple[tuple[Paragraphs, ...], ...]:
    """The paragraphs of every cell."""
    return tuple(tuple(stacked((Entry(said),), "none") for said in row) for row in rows)


@lru_cache(maxsize=256)
def _columns(
    cells: tuple[tuple[Paragraphs, ...], ...], looks: tuple[Level, ...], gauge: Gauge, room: float
) -> tuple[float, ...]:
    """The column widths of a table; kept, because every part of the table asks for them."""
    return _Sheet(cells, looks, gauge).widths(room)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Cells at one size."""

    cells: tuple[tuple[Paragraphs, ...], ...]
    looks: tuple[Level, ...]
    gauge: Gauge

    def widths(self, room: float) -> tuple[float, ...]:
        """Column widths: each at least its widest word; short columns get their whole line, then
        width goes from column to column as long as that makes the table less high."""
        columns = list(zip(*self.cells, strict=True))
        least = [max(self._word(cell) for cell in column) + 2 * SIDE for column in columns]
        # A long cell wraps well; beyond half the table its length says nothing more.
        wanted = [min(max(self._line(cell) for cell in column), room / 2) for column in columns]
        spare = room - sum(least)
        if spare <= 0:
            return tuple(room * one / sum(least) for one in least)
        lacks = [max(want + 2 * SIDE - low, 0.0) for want, low in zip(wanted, least)]
        fair = [low + more for low, more in zip(least, shared_out(spare, lacks))]
        widths = tuple(one * room / sum(fair) for one in fair)
        high = cache(lambda place, width: [self._height(c, width) for c in columns[place]])
        for step in STEPS:
            widths = _lowered(widths, least, room * step, high)
        return widths

    def heights(self, widths: tuple[float, ...]) -> tuple[float, ...]:
        """Row heights: those of the highest cell."""
        return tuple(
            max(self._height(cell, width) for cell, width in zip(row, widths)) + 2 * ABOVE
            for row in self.cells
        )

    def words(self, widths: tuple[float, ...]) -> tuple[Over, ...]:
        """What the widest word of each column needs and has."""
        return tuple(
            Over("table", max(self._word(cell) for cell in column) + 2 * SIDE, width)
            for column, width in zip(zip(*self.cells, strict=True), widths, strict=True)
        )

    def _height(self, cell: Paragraphs, width: float) -> float:
        """The height of the lines of a cell."""
        looked = self._looked(cell)
        return sum(self.gauge.extent(one, look, width - 2 * SIDE)[0] for one, look in looked)

    def _line(self, cell: Paragraphs) -> float:
        """The width that a cell needs to stay without any line break."""
        width = self.gauge.ruler.width
        lines = (width(self.gauge.shown(p), look.size, True) for p, look in self._looked(cell))
        return max(lines) / SAFETY

    def _word(self, cell: Paragraphs) -> float:
        """The width of the widest piece of a cell that cannot be broken."""
        return max(
            (self.gauge.ruler.width(piece, look.size, True)
             for one, look in self._looked(cell)
             for word in self.gauge.shown(one).split()
             for piece in pieces(word)),
            default=0.0,
        )  # fmt: skip

    def _looked(self, cell: Paragraphs) -> list[tuple[Paragraph, Level]]:
        """The paragraphs of a cell with their looks."""
        return [(paragraph, self.looks[paragraph.level]) for paragraph in cell]


def shared_out(spare: float, lacks: Sequence[float]) -> list[float]:
    """What each gets of `spare`: never more than it lacks, and who lacks little is served in full."""
    made = [0.0] * len(lacks)
    for served, place in enumerate(sorted(range(len(lacks)), key=lacks.__getitem__)):
        made[place] = min(lacks[place], spare / (len(lacks) - served))
        spare -= made[place]
    return made


def _lowered(
    widths: tuple[float, ...],
    least: Sequence[float],
    step: float,
    high: Callable[[int, float], Sequence[float]],
) -> tuple[float, ...]:
    """The widths after every move of one step between two columns that lowers the table.

    `high` gives the heights of the cells of a column at a width.
    """

    def height(tried: tuple[float, ...]) -> float:
        """The height of the table with these widths."""
        columns = [high(place, width) for place, width in enumerate(tried)]
        rows: Iterable[tuple[float, ...]] = zip(*columns, strict=True)
        return sum(map(max, rows))

    while True:
        moves = [
            tuple(w + step * ((n == to) - (n == of)) for n, w in enumerate(widths))
            for of, to in permutations(range(len(widths)), 2)
            if widths[of] - step >= least[of]
        ]
        best = min(moves, key=height, default=widths)
        if height(best) >= height(widths):
            return widths
        widths = best
