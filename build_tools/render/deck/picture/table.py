"""A table on a picture: fills and lines of the built-in style that slides use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from build_tools.render.deck.look import Level
from build_tools.render.deck.picture.canvas import filled
from build_tools.render.deck.picture.text import Area, Block, Typesetter
from build_tools.render.deck.table import ABOVE, SIDE, TableFit, head_looks

BANDS = (0.2, 0.4)
"""The parts of the accent in the rows of a table, even ones first."""
LINE, HEAD_LINE = 1.0, 3.0
"""Points of the white lines between cells, and under the header."""


def draw_table(writer: Typesetter, table: TableFit, looks: Sequence[Level], area: Area) -> None:
    """Nothing; draws the table with its top left corner at that of the area."""
    canvas, colours = writer.canvas, writer.colours
    across = [area.x + one for one in accumulate(table.widths, initial=0.0)]
    down = [area.y + one for one in accumulate(table.heights, initial=0.0)]
    wide, high = across[-1] - area.x, down[-1] - area.y
    for place, height in enumerate(table.heights):
        tone = colours.tint("accent", BANDS[place % 2]) if place else colours.of("accent")
        canvas.rect(area.x, down[place], wide, height, filled(tone))
    white, heads = filled(colours.of("paper")), head_looks(looks)
    for x in across[1:-1]:
        canvas.rect(x - LINE / 2, area.y, LINE, high, white)
    for place, y in enumerate(down[1:-1]):
        thick = LINE if place else HEAD_LINE
        canvas.rect(area.x, y - thick / 2, wide, thick, white)
    for y, height, row in zip(down, table.heights, table.cells):
        for x, width, cell in zip(across, table.widths, row):
            inner = Area(x + SIDE, y + ABOVE, width - 2 * SIDE, height - 2 * ABOVE)
            own = heads if row is table.cells[0] else looks
            blocks = [Block(one, replace(own[one.level], before=0.0), True) for one in cell]
            writer.place(blocks, inner, "ctr")
