"""A native table on a slide: header row set, sizes written into its cells, which know no list style."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pptx.util import Pt

from build_tools.model import Edition
from build_tools.render.deck.arrange import Paragraphs
from build_tools.render.deck.look import Level, levels
from build_tools.render.deck.plan import Plan
from build_tools.render.deck.styles import CELL
from build_tools.render.deck.table import ABOVE, SIDE, TableFit
from build_tools.render.deck.text import TextWriter


def place_table(
    placeholder: Any, fit: TableFit, plan: Plan, edition: Edition, writer: TextWriter
) -> None:
    """Nothing; puts the table in the place of its placeholder."""
    frame = placeholder.insert_table(len(fit.cells), len(fit.widths))
    frame._element.nvGraphicFramePr.cNvPr.set("descr", _alt(plan))
    frame.name = "table"
    table = frame.table
    table.first_row, table.horz_banding = True, True
    for column, width in zip(table.columns, fit.widths):
        column.width = Pt(width)
    looks = levels(CELL, fit.tier, edition)
    for row, height, cells in zip(table.rows, fit.heights, fit.cells):
        row.height = Pt(height)
        for cell, paragraphs in zip(row.cells, cells):
            _fill(cell, paragraphs, looks, writer, header=cells is fit.cells[0])
    frame.height = sum(row.height for row in table.rows)


def _alt(plan: Plan) -> str:
    """What a screen reader says for a table: its title and its column heads."""
    heads = ", ".join(said.main.text for said in plan.table[0])
    return f"{plan.title.main.text}: {heads}"


def _fill(
    cell: Any, paragraphs: Paragraphs, looks: Sequence[Level], writer: TextWriter, *, header: bool
) -> None:
    """Nothing; writes a cell."""
    cell.margin_left = cell.margin_right = Pt(SIDE)
    cell.margin_top = cell.margin_bottom = Pt(ABOVE)
    cell._tc.get_or_add_tcPr().set("anchor", "ctr")
    body = cell._tc.get_or_add_txBody()
    for old in list(body.p_lst):
        body.remove(old)
    for paragraph in paragraphs:
        look = looks[paragraph.level]
        if header:
            look = replace(look, bold=paragraph.level == 0, colour="paper")
        body.append(writer.paragraph(paragraph, look=look))
