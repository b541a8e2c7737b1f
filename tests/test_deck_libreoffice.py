"""Decks drawn by LibreOffice: every slide is there, every word in its shape, Lao in a Lao face.

One edition of the sample runs always; the other editions and the real decks are long proofs.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from lxml import html

from build_tools.model import Edition
from tests import deck_case as case
from tests.deck_frames import GROUP, Area, Sheet, said
from tests.deck_real import real_decks

UTF8 = html.HTMLParser(encoding="utf-8")
SLOW = pytest.mark.slow
TOLERANCE = 3.0
"""Points that a word may stand out: descenders, and spaces at the end of a line."""
AIR = 0.15 / 1.3
"""Part of a word's box above and below its letters: poppler gives 0.95 em above the baseline and
0.35 em below it whatever the font, letters reach from 0.8 em to 0.2 em."""
DEEP = re.compile("[ຸູຼ]")
"""Marks below a letter: they hang under the last line of a box and touch nothing there."""


class Drawing(NamedTuple):
    """What LibreOffice makes of a deck: the words of each page, and the fonts it took."""

    pages: tuple[tuple[tuple[str, Area], ...], ...]
    fonts: str


def run(*command: Any) -> str:
    parts = [str(part) for part in command]
    return subprocess.run(parts, check=True, capture_output=True, text=True, timeout=300).stdout


def drawn(data: bytes, folder: Path) -> Drawing:
    path = folder / "deck.pptx"
    path.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, path)
    layout = run("pdftotext", "-bbox-layout", folder / "deck.pdf", "-")
    pages = html.fromstring(layout.encode(), parser=UTF8).iterfind(".//page")
    return Drawing(
        tuple(tuple(_words(page)) for page in pages), run("pdffonts", folder / "deck.pdf")
    )


def _words(page: Any) -> Iterator[tuple[str, Area]]:
    """The words of a page with the area of their letters, without the air of their line."""
    for word in page.iter("word"):
        left, top, right, bottom = (
            float(word.get(name)) for name in ("xmin", "ymin", "xmax", "ymax")
        )
        air, text = AIR * (bottom - top), word.text_content()
        below = 2 * air if DEEP.search(text) else air
        yield text, Area(left, top + air, right - left, bottom - top - air - below)


def visible(data: bytes) -> list[Any]:
    """The slides that are printed."""
    return [one for one in case.slides(data) if one._element.get("show") != "0"]


def outside(data: bytes, drawing: Drawing) -> list[str]:
    """The words that stand in no shape of their slide; a group's shapes stand for it."""
    found = []
    for slide, words in zip(visible(data), drawing.pages, strict=True):
        sheet = Sheet(slide)
        areas = [one.area for one in sheet.placed() if one.element.tag != GROUP]
        signs = [(said(one.element), one.area) for one in sheet.drawn_below()]
        found += [
            f"{slide.shapes.title.text_frame.text}: {text} at {area.x:.0f}, {area.y:.0f}"
            for text, area in words
            if not any(one.holds(area, TOLERANCE) for one in areas)
            and not any(sign == text and one.holds(_middle(area)) for sign, one in signs)
        ]
    return found


def _middle(area: Area) -> Area:
    return Area(area.x + area.width / 2, area.y + area.height / 2, 0, 0)


def check(data: bytes, edition: Edition, folder: Path) -> None:
    """Nothing; proves one deck."""
    drawing = drawn(data, folder)
    assert "DejaVu" not in drawing.fonts
    assert "Carlito" in drawing.fonts or "Calibri" in drawing.fonts
    assert edition == "en" or "Phetsarath" in drawing.fonts
    assert outside(data, drawing) == []


@pytest.mark.parametrize(
    "edition", ["lo-en", pytest.param("lo", marks=SLOW), pytest.param("en", marks=SLOW)]
)
def test_the_sample_deck(edition: Edition, tmp_path: Path) -> None:
    check(case.made(edition), edition, tmp_path)


@SLOW
@pytest.mark.parametrize("edition", ["lo", "en", "lo-en"])
def test_the_real_decks(edition: Edition, tmp_path: Path) -> None:
    for deck in real_decks(edition):
        check(deck.data, edition, tmp_path)


def test_a_word_outside_its_box_is_seen(tmp_path: Path) -> None:
    slide = visible(case.made("en"))[3]
    (body,) = [one for one in slide.placeholders if one.name == "body"]
    area = next(one.area for one in Sheet(slide).placed() if one.element is body._element)
    inside = Area(area.x, area.y + area.height - 20, 50, 20 + TOLERANCE - 1)
    below = inside._replace(height=20 + TOLERANCE + 1)
    pages = [()] * len(visible(case.made("en")))
    pages[3] = (("in", inside), ("out", below))
    found = outside(case.made("en"), Drawing(tuple(pages), ""))
    assert [one.split(": ")[1].split()[0] for one in found] == ["out"]
