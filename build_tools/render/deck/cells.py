"""A native table on a slide: header row set, sizes written into its cells, which know no list style."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from build_tools.model import Edition
from build_tools.render.deck.arrange import Paragraphs
from build_tools.render.deck.fit import Fitted
from build_tools.render.deck.gauge import POINTS
from build_tools.render.deck.look import Level, levels
from build_tools.render.deck.plan import Plan
from build_tools.render.deck.styles import CELL
from build_tools.render.deck.table import ABOVE, SIDE, TableFit, head_looks
from build_tools.render.deck.text import TextWriter
from build_tools.render.deck.xml import el, emu

TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
STYLE = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"
"""Medium style 2, accent 1: every office program has it."""


def table_frame(
    fitted: Fitted, place: Mapping[str, str], shape_id: int, edition: Edition, writer: TextWriter
) -> Any:
    """The frame of the table; `place` is what `p:ph` says of its placeholder on the layout."""
    fit, frame = fitted.table, fitted.layout.place("table")
    assert fit is not None
    names = el(
        "p:nvGraphicFramePr",
        el("p:cNvPr", id=shape_id, name="table", descr=_alt(fitted.plan)),
        el("p:cNvGraphicFramePr", el("a:graphicFrameLocks", noGrp=1)),
        el("p:nvPr", el("p:ph", **place)),
    )
    size = el("a:ext", cx=_emu(sum(fit.widths)), cy=sum(map(_emu, fit.heights)))
    where = el("p:xfrm", el("a:off", x=emu(frame.x), y=emu(frame.y)), size)
    data = el("a:graphicData", _table(fit, edition, writer), uri=TABLE)
    return el("p:graphicFrame", names, where, el("a:graphic", data))


def _table(fit: TableFit, edition: Edition, writer: TextWriter) -> Any:
    """The table; its first row is its header."""
    looks = levels(CELL, fit.tier, edition)
    heads = head_looks(looks)
    style = el("a:tableStyleId", text=STYLE)
    grid = [el("a:gridCol", w=_emu(width)) for width in fit.widths]
    rows = [
        el("a:tr", *(_cell(one, looks if number else heads, writer) for one in row), h=_emu(height))
        for number, (row, height) in enumerate(zip(fit.cells, fit.heights, strict=True))
    ]
    properties = el("a:tblPr", style, firstRow=1, bandRow=1)
    return el("a:tbl", properties, el("a:tblGrid", *grid), *rows)


def _cell(paragraphs: Paragraphs, looks: Sequence[Level], writer: TextWriter) -> Any:
    """A cell with its text."""
    said = [writer.paragraph(one, look=looks[one.level]) for one in paragraphs]
    side, above = _emu(SIDE), _emu(ABOVE)
    return el(
        "a:tc",
        el("a:txBody", el("a:bodyPr"), el("a:lstStyle"), *said),
        el("a:tcPr", marL=side, marR=side, marT=above, marB=above, anchor="ctr"),
    )


def _emu(points: float) -> int:
    """Points in the unit of the file."""
    return emu(points / POINTS)


def _alt(plan: Plan) -> str:
    """What a screen reader says for a table: its title and its column heads."""
    heads = ", ".join(said.main.text for said in plan.table[0])
    return f"{plan.title.main.text}: {heads}"
