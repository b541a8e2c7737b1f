"""Slides measured anew in the plainest way, to prove that the fitter leaves nothing unsaid.

Every cluster of Lao letters may end a line, every width is the widest of the fonts of slides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO

import uharfbuzz as hb
from fontTools.ttLib import TTFont

from build_tools.model import Edition
from build_tools.render.deck.arrange import Paragraph, Paragraphs
from build_tools.render.deck.fit import Fitted
from build_tools.render.deck.look import Level, levels
from build_tools.render.deck.table import ABOVE, SIDE
from tests.figure_case import ROOT

FONTS = ROOT / "node_modules/@fontsource"
LAO = (
    ("noto-sans-lao/files/noto-sans-lao-lao-{}-normal.woff2", 1.0),
    ("phetsarath/files/phetsarath-lao-400-normal.woff2", 1.04),
)
"""Fonts and how much wider their bold is made; the second has no bold of its own."""
LATIN = ("carlito/files/carlito-latin-{}-normal.woff2", 1.0)
SCRIPT = re.compile("[\u0e80-\u0eff]+|[^\u0e80-\u0eff]+")
PIECE = re.compile(
    "[ເແໂໄໃ]?[\u0e81-\u0eae\u0edc-\u0edf][\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd]*[ະາຳຽ]?[ໆຯ]?"
    "|[\u0e80-\u0eff]|[^\u0e80-\u0eff]+"
)


@cache
def font(name: str) -> hb.Font:
    """A font of the project."""
    made, file = TTFont(FONTS / name), BytesIO()
    made.flavor = None
    made.save(file)
    return hb.Font(hb.Face(file.getvalue()))


@cache
def ems(text: str, bold: bool) -> float:
    """The width of a text in ems, in the Lao font that makes it widest."""
    return max(sum(run_ems(run, bold, lao) for run in SCRIPT.findall(text)) for lao in LAO)


@cache
def run_ems(run: str, bold: bool, lao: tuple[str, float]) -> float:
    """The width in ems of letters of one script."""
    name, widening = lao if "\u0e80" <= run[0] <= "\u0eff" else LATIN
    shaper, buffer = font(name.format(700 if bold else 400)), hb.Buffer()
    buffer.add_str(run)
    buffer.guess_segment_properties()
    hb.shape(shaper, buffer, {})
    width = sum(position.x_advance for position in buffer.glyph_positions)
    return float(width / shaper.face.upem * (widening if bold else 1.0))


def lines(paragraph: Paragraph, mark: str, look: Level, width: float) -> int:
    """How many lines a paragraph takes; each may be filled to 97 %, with Lao to 1.5 ems less.

    A column of a few clusters has no room to keep free.
    """
    text = paragraph.line.text
    if paragraph.line.missing:
        text = f"[{mark}]" if paragraph.only_mark else f"[{mark}] {text}"
    room = width * 0.97 / look.size
    if ems(text, look.bold) <= room:
        return 1
    if room > 6 and re.search("[\u0e80-\u0eff]", text):
        room -= 1.5
    count, line = 1, ""
    for word in text.split():
        gap = " " if line else ""
        for piece in PIECE.findall(word):
            if line and ems(line + gap + piece, look.bold) > room:
                count, line = count + 1, piece
            else:
                line += gap + piece
            gap = ""
    return count


def height(said: Paragraphs, mark: str, looks: Sequence[Level], width: float) -> float:
    """The height of paragraphs one under the other, without space before the first."""
    total = 0.0
    for number, paragraph in enumerate(said):
        look = looks[paragraph.level]
        total += lines(paragraph, mark, look, width - look.margin) * look.line
        total += look.before if number else 0.0
    return total


def fuller(fitted: Fitted, edition: Edition, mark: str, part: float) -> Iterator[str]:
    """The names of the boxes whose text is higher than this part of them; 1 is the whole box."""
    for one in fitted.boxes:
        looks = levels(one.box.style, fitted.tiers[one.box.name], edition)
        needed = height(one.paragraphs, mark, looks, one.box.frame.width * 72)
        if needed > one.box.frame.height * 72 * part + 1:
            yield one.box.name
    if fitted.table is not None:
        box = fitted.layout.box("table")
        assert box is not None
        looks = levels(box.style, fitted.table.tier, edition)
        rows = [
            max(sum(height((p,), mark, looks, width - 2 * SIDE) for p in cell)
                for cell, width in zip(row, fitted.table.widths, strict=True)) + 2 * ABOVE
            for row in fitted.table.cells
        ]  # fmt: skip
        if sum(rows) > box.frame.height * 72 * part + 1:
            yield "table"
        for needed, written in zip(rows, fitted.table.heights, strict=True):
            assert needed <= written + 1, fitted.plan.id
