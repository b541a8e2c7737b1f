"""Figures as SVG: the pictures of every kind, and what every picture keeps to.

`TOT_UPDATE=1 pytest tests/test_figure_svg.py` writes the expected pictures anew.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser

from build_tools.model import Language
from build_tools.render.figure import draw, figure_html, svg
from build_tools.render.figure.palette import LIGHT, SERIES, Role, text_on
from build_tools.render.figure.shapes import Shape
from tests import figure_case as case

CSS = (case.ROOT / "build_tools/web/figure.css").read_text(encoding="utf-8")
PICTURES: tuple[tuple[Language, Shape], ...] = (("lo", "wide"), ("lo", "tall"), ("en", "wide"))
SVG = "{http://www.w3.org/2000/svg}"


def picture(kind: str, language: Language, shape: Shape) -> str:
    figure = case.figure(kind)
    drawing = draw(figure, case.curriculum(), language, case.ruler(), shape=shape)
    title, alt = figure.title.of(language), figure.alt.of(language)
    return svg(drawing, title, alt, language, f"{figure.id}-{shape}") + "\n"


@pytest.mark.parametrize(("language", "shape"), PICTURES)
@pytest.mark.parametrize("kind", case.KINDS)
def test_the_picture_is_the_expected_one(kind: str, language: Language, shape: Shape) -> None:
    path = case.CASES / f"{kind}.{language}.{shape}.svg"
    made = picture(kind, language, shape)
    if os.environ.get("TOT_UPDATE"):
        path.write_text(made, encoding="utf-8", newline="\n")
    assert made == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("language", "shape"), PICTURES)
@pytest.mark.parametrize("kind", case.KINDS)
def test_the_picture_stands_alone_and_speaks(kind: str, language: Language, shape: Shape) -> None:
    made = picture(kind, language, shape)
    root = ElementTree.fromstring(made)
    assert root.get("role") == "img" and root.get("lang") == language
    ids = {one.get("id"): one for one in root.iter() if one.get("id")}
    named = [ids[name].text for name in root.attrib["aria-labelledby"].split()]
    figure = case.figure(kind)
    assert named == [figure.title.of(language), figure.alt.of(language)]
    assert all(name.startswith(f"{figure.id}-{shape}-") for name in ids)
    outside = made.replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert not re.search(r"https?:|href|<script|<style|foreignObject|<image", outside)
    assert not re.search(r"\d\.\d{3}", re.sub(r">[^<]*<", "><", made))


def test_english_in_a_lao_picture_is_marked() -> None:
    root = ElementTree.fromstring(picture("pillars", "lo", "wide"))
    marked = ["".join(one.itertext()) for one in root.iter(f"{SVG}text") if one.get("lang") == "en"]
    assert marked == ["•In old age"]


def test_both_shapes_stand_on_the_page_with_ids_of_their_own() -> None:
    made = "".join(
        figure_html(case.figure(kind), case.curriculum(), "lo", case.ruler(), "page")
        for kind in case.KINDS
    )
    ids = re.findall(r' id="([^"]+)"', made)
    assert len(ids) == len(set(ids))
    assert made.count('class="tot-wide"') == made.count('class="tot-tall"') == len(case.KINDS)
    assert made.count("<figcaption>") == len(case.KINDS)


def test_a_chart_has_its_numbers_as_a_table() -> None:
    made = figure_html(case.figure("line"), case.curriculum(), "lo", case.ruler(), "page")
    table = ElementTree.fromstring(re.findall("<table>.*</table>", made)[0])
    rows = [["".join(cell.itertext()) for cell in row] for row in table.iter("tr")]
    assert rows[0] == ["", "ເມືອງແຄມນ້ຳ", "ເມືອງເທິງພູ"]
    assert rows[6] == ["2025", "1.480 ຄອບຄົວ", "1.390 ຄອບຄົວ"]
    assert "<summary>ຕົວເລກ ເປັນຕາຕະລາງ</summary>" in made
    diagram = figure_html(case.figure("cycle"), case.curriculum(), "lo", case.ruler(), "page")
    assert "<table>" not in diagram


def colours(scheme: str) -> dict[str, str]:
    """The colours of a scheme in the style sheet, by role."""
    start = CSS.index(
        '[data-md-color-scheme="slate"] .tot-figure' if scheme == "dark" else ".tot-figure {"
    )
    block = CSS[start : CSS.index("}", start)]
    return dict(re.findall(r"--tot-figure-([a-z0-9-]+): (#[0-9A-F]{6});", block))


def test_the_style_sheet_has_the_colours_of_the_pictures() -> None:
    assert colours("light") == LIGHT
    assert colours("dark").keys() == LIGHT.keys()
    made = "".join(picture(kind, "lo", shape) for kind in case.KINDS for shape in ("wide", "tall"))
    for name in set(re.findall(r"tot-[fs]-[a-z0-9-]+", made)):
        role, letter = name[6:], name[4]
        paint = "fill" if letter == "f" else "stroke"
        assert f".{name} {{ {paint}: var(--tot-figure-{role}); }}" in CSS


def contrast(one: str, other: str) -> float:
    def light(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_and_lines_stand_out(scheme: str) -> None:
    palette: Mapping[str, str] = colours(scheme)
    fills: tuple[Role, ...] = ("paper", "sand", "soft")
    for fill in fills:
        for role in ("ink", "muted"):
            assert contrast(palette[role], palette[fill]) >= 4.5, (role, fill)
    for series in SERIES:
        assert contrast(palette[text_on(series)], palette[series]) >= 4.5, series
    assert contrast(palette["accent"], palette["paper"]) >= 4.5


def test_drawn_text_stays_in_the_picture_and_is_readable_on_a_phone(browser: Browser) -> None:
    fonts = case.ROOT / "node_modules/@fontsource/noto-sans-lao/files"
    faces = "".join(
        f"@font-face{{font-family:'Noto Sans Lao';font-weight:{weight};unicode-range:U+0E81-0EDF;"
        f"src:url({(fonts / f'noto-sans-lao-lao-{weight}-normal.woff2').as_uri()})}}"
        for weight in (400, 700)
    )
    page = browser.new_page(viewport={"width": 360, "height": 800})
    for language in ("lo", "en"):
        body = "".join(
            figure_html(case.figure(kind), case.curriculum(), language, case.ruler(), "page")
            for kind in case.KINDS
        )
        page.set_content(f"<style>{faces}{CSS}body{{margin:16px}}</style>{body}")
        found = page.evaluate(MEASURE)
        assert len(found) > 80
        assert [one for one in found if one["out"] > 1 or one["size"] < 14] == []
    page.close()


MEASURE = """async () => {
  await document.fonts.ready;
  return [...document.querySelectorAll(".tot-tall text")].map(text => {
    const frame = text.ownerSVGElement.getBoundingClientRect(), box = text.getBoundingClientRect();
    const scale = frame.width / text.ownerSVGElement.viewBox.baseVal.width;
    return {
      text: text.textContent,
      out: Math.max(frame.left - box.left, box.right - frame.right),
      size: scale * parseFloat(text.getAttribute("font-size")),
    };
  });
}"""
