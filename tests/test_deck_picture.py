"""Pictures of slides: the words and lines of the slide, outlined, the same on every computer."""

from __future__ import annotations

import os
import re
from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page

from build_tools import assets
from build_tools.model import EDITIONS, Curriculum, Edition, Language
from build_tools.render.deck import deck
from build_tools.render.deck.arrange import Paragraph
from build_tools.render.deck.gauge import Gauge
from build_tools.render.deck.layouts import layouts
from build_tools.render.deck.look import LAO_PITCH, PALETTE, levels
from build_tools.render.deck.picture import Glyphs, Pictures, Shown
from build_tools.render.deck.picture.canvas import Canvas, filled
from build_tools.render.deck.picture.colours import Colours, thinned
from build_tools.render.deck.picture.contact import FOLDER, contact_sheets, named_boxes
from build_tools.render.deck.picture.glyphs import EM, Glyph, short_path
from build_tools.render.deck.picture.sheet import visible_slides
from build_tools.render.deck.picture.text import Area, Block, Piece, Typesetter, dealt
from build_tools.render.deck.say import Line
from build_tools.render.deck.styles import BODY, NUMBERED
from build_tools.render.figure.palette import LIGHT
from build_tools.render.measure import Ruler
from build_tools.render.runs import TextRun
from tests import deck_case as case

ROOT = Path(__file__).parents[1]
SVG = "{http://www.w3.org/2000/svg}"
MOST = {"layouts": 450_000, "contact-sheet": 300_000}
"""Bytes of a sheet: a page of the documents must load on a poor line."""


@cache
def glyphs() -> Glyphs:
    return Glyphs(assets.deck_fonts(ROOT))


@cache
def pictures() -> Pictures:
    return Pictures(case.curriculum(), Ruler(assets.deck_fonts(ROOT)), glyphs())


@cache
def sample(edition: Edition) -> tuple[Shown, ...]:
    planned = deck(case.curriculum(), case.outline(), edition, pictures().ruler)
    return tuple(visible_slides(planned))


def name(shown: Shown) -> str:
    return f"{shown.edition}-{shown.number}-{shown.fitted.plan.id}"


def parsed(data: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(data)


def places(root: ElementTree.Element) -> Iterator[tuple[float, float, float]]:
    """Where texts begin and the size they are written in."""
    for one in root.iter():
        found = re.match(r"translate\((\S+) (\S+)\)scale\((\S+)\)", one.get("transform", ""))
        if found and one.get("fill"):
            x, y, scale = map(float, found.groups())
            yield x, y, scale * EM


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_picture_stands_alone(edition: Edition) -> None:
    for shown in sample(edition):
        stands_alone(shown, pictures().picture(shown))


def stands_alone(shown: Shown, data: bytes) -> None:
    root = parsed(data)
    assert (root.get("role"), root.get("viewBox")) == ("img", "0 0 960 540")
    assert root.findtext(f"{SVG}title") == shown.title
    assert {one.tag.removeprefix(SVG) for one in root.iter()} <= {
        "svg", "title", "desc", "defs", "marker", "path", "g", "use", "rect", "ellipse",
    }  # fmt: skip
    named = [one.get("id") for one in root.iter() if one.get("id")]
    used = {one.get("href", "")[1:] for one in root.iter(f"{SVG}use")}
    used |= set(re.findall(r"url\(#(\w+)\)", data.decode()))
    assert len(named) == len(set(named))
    assert used == set(named), "every outline is used, every use has its outline"
    assert data.count(b"http") == 1, "only the name space"
    paints = {one.get(kind) for one in root.iter() for kind in ("fill", "stroke")}
    assert all(re.fullmatch("#[0-9A-F]{6}|none", paint) for paint in paints if paint)
    assert len(data) < 110_000, name(shown)


@pytest.mark.parametrize("edition", EDITIONS)
def test_text_stays_on_the_slide(edition: Edition) -> None:
    for shown in sample(edition):
        found = list(places(parsed(pictures().picture(shown))))
        assert found
        for x, y, size in found:
            assert 0 <= x < 960, (name(shown), x, y)
            assert size * 0.5 < y < 540, (name(shown), x, y)


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_same_slides_give_the_same_bytes(edition: Edition) -> None:
    again = replace(pictures(), glyphs=Glyphs(assets.deck_fonts(ROOT)))
    shown = sample(edition)[:6]
    assert again.sheet(shown, 3, "Sheet") == pictures().sheet(shown, 3, "Sheet")


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_word_of_the_boxes_is_drawn_in_the_size_that_was_fitted(edition: Edition) -> None:
    for shown in sample(edition):
        sizes = {round(size, 2) for _, _, size in places(parsed(pictures().picture(shown)))}
        for one in shown.fitted.boxes:
            looks = levels(one.box.style, shown.fitted.tiers[one.box.name], edition)
            for paragraph in one.paragraphs:
                assert looks[paragraph.level].size in sizes, (name(shown), one.box.name)


def drawn(blocks: list[Block], area: Area, anchor: str = "t") -> list[tuple[float, float, float]]:
    canvas = Canvas(glyphs())
    colours = Colours(case.curriculum().cover.deck)
    writer = Typesetter(canvas, colours, Gauge(pictures().ruler, "ບໍ່ມີ"), colours.of("terracotta"))
    writer.place(blocks, area, anchor)  # type: ignore[arg-type]
    return list(places(parsed(canvas.svg(960, 540, "Text", "lo", ()))))


def test_lines_have_the_exact_pitch_and_the_indent_of_their_level() -> None:
    look = levels(BODY, 0, "lo")[0]
    words = TextRun("ການປົກປ້ອງສັງຄົມ ຊ່ວຍຄອບຄົວ " * 4)
    made = drawn([Block(Paragraph(Line((words,), "lo")), look)], Area(50, 100, 300, 400))
    assert len(made) > 2
    assert {x for x, _, _ in made} == {50 + look.margin}
    steps = {round(b[1] - a[1], 2) for a, b in pairwise(made)}
    assert steps == {round(LAO_PITCH * look.size)}


def test_the_last_line_of_a_box_anchored_below_ends_where_the_box_ends() -> None:
    look = levels(BODY, 0, "en")[0]
    block = Block(Paragraph(Line((TextRun("One line"),), "en")), look)
    area = Area(0, 0, 600, 300)
    (top,), (middle,), (bottom,) = (drawn([block], area, place) for place in ("t", "ctr", "b"))
    assert bottom[1] - top[1] == pytest.approx(300 - look.line, abs=0.02)
    assert middle[1] == pytest.approx((top[1] + bottom[1]) / 2, abs=0.02)


def test_numbers_go_on_from_the_one_that_is_written() -> None:
    look = levels(NUMBERED, 0, "en")[0]
    texts = [Paragraph(Line((TextRun("x"),), "en"), start=start) for start in (4, None)]
    canvas = Canvas(glyphs())
    colours = Colours(case.curriculum().cover.deck)
    writer = Typesetter(canvas, colours, Gauge(pictures().ruler, ""), "")
    writer.place([Block(one, look) for one in texts], Area(0, 0, 600, 300))
    said = canvas.svg(960, 540, "Numbers", "en", ()).decode()
    expected = Canvas(glyphs())
    for number in "45":
        expected.text(f"{number}.", 0, 0, 20, "#000000")
    outlines = re.findall(r' d="([^"]+)"', expected.svg(1, 1, "", "en", ()).decode())
    assert len(outlines) == 3
    assert all(f' d="{outline}"' in said for outline in outlines)


def test_lines_get_the_looks_of_their_words() -> None:
    pieces = [Piece("One two ", False, "#000000"), Piece("three four", True, "#111111")]
    rows = dealt(pieces, ["One two three", "four"])
    found = [[(one.text, one.bold) for one in row] for row in rows]
    assert found == [[("One two ", False), ("three", True)], [("four", True)]]


def test_colours_are_those_of_the_theme_and_follow_the_accent() -> None:
    look = case.curriculum().cover.deck
    colours = Colours(look)
    assert colours.of("accent") == f"#{PALETTE[look.accent]}"
    assert Colours(look.model_copy(update={"accent": "plum"})).of("accent") == "#74477A"
    teal = Colours(look.model_copy(update={"accent": "teal"}))
    for role, expected in LIGHT.items():
        pairs = zip(bytes.fromhex(teal.role(role)[1:]), bytes.fromhex(expected[1:]))
        assert max(abs(one - other) for one, other in pairs) <= 12, (role, teal.role(role))


def test_rows_of_tables_are_thinned_as_powerpoint_thins_them() -> None:
    assert thinned("4F81BD", 0.4) == "#D0D8E8"
    assert thinned("4F81BD", 0.2) == "#E9EDF4"


def test_marks_above_and_below_take_no_width_and_no_character_is_missing() -> None:
    shape = glyphs().shaped
    assert shape("ກິ່", False).width == shape("ກ", False).width
    assert len(shape("ກິ່", False).glyphs) == 3
    assert shape("ກ A", True).width > shape("ກA", True).width
    assert shape("≠", True).glyphs


@pytest.mark.parametrize("edition", EDITIONS)
def test_fonts_have_every_character_of_the_slides(edition: Edition, curriculum: Curriculum) -> None:
    said = {word.lo or word.en for word in curriculum.words.values()} if edition == "lo" else set()
    for shown in sample(edition):
        said |= {p.line.text for one in shown.fitted.boxes for p in one.paragraphs}
    for text in said:
        for bold in (False, True):
            missing = [one for one in glyphs().shaped(text, bold).glyphs if one.glyph.id == 0]
            assert not missing, text


def test_outlines_are_short_steps() -> None:
    square = [
        ("moveTo", ((0.0, 0.0),)), ("lineTo", ((10.0, 0.0),)), ("lineTo", ((10.0, 10.0),)),
        ("lineTo", ((3.0, 12.0),)), ("closePath", ()),
    ]  # fmt: skip
    assert short_path(square, 1) == "m0 0h10v-10l-7-2z"
    curve = [("moveTo", ((0.0, 0.0),)), ("qCurveTo", ((5.0, 5.0), (10.0, 0.0))),
             ("qCurveTo", ((15.0, -5.0), (20.0, 0.0))), ("closePath", ())]  # fmt: skip
    assert short_path(curve, 1) == "m0 0q5-5 10 0t10 0z", "the second control point follows"


def test_what_is_drawn_twice_is_stored_once() -> None:
    canvas = Canvas(glyphs())
    for y in (50, 100):
        canvas.text("ສະບາຍດີ", 0, y, 20, "#000000")
        canvas.stamp([[(0, 0), (5, 5), (0, 5)]], filled("#FFFFFF"))
    root = parsed(canvas.svg(200, 200, "Twice", "lo", ()))
    assert [one.get("id") for one in root.iter(f"{SVG}g")] == ["w0"]
    used = [one.get("href") for one in root.iter(f"{SVG}use")]
    assert (used.count("#w0"), used.count("#s0")) == (2, 2)


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_strip_shows_the_first_slides_side_by_side(edition: Edition) -> None:
    planned = deck(case.curriculum(), case.outline(), edition, pictures().ruler)
    data = pictures().strip(planned, 3)
    root = parsed(data)
    assert root.get("viewBox") == "0 0 989 181"
    expected = " · ".join(shown.title for shown in sample(edition)[:3])
    assert root.findtext(f"{SVG}desc") == expected
    assert len(data) < (75_000 if edition == "lo-en" else 50_000)


@pytest.mark.parametrize("edition", EDITIONS)
def test_layouts_without_a_slide_show_the_names_of_their_boxes(edition: Edition) -> None:
    for layout in layouts(edition):
        fitted = named_boxes(layout, pictures(), edition)
        texts = sum(box.kind != "tbl" for box in layout.boxes)
        assert len(fitted.boxes) == texts, layout.name
        assert pictures().picture(Shown(fitted, edition, 1))


@pytest.fixture(scope="module")
def sheets(curriculum: Curriculum) -> dict[str, bytes]:
    return contact_sheets(replace(pictures(), curriculum=curriculum))


@pytest.mark.parametrize("sheet", ["contact-sheet", *(f"layouts.{one}" for one in EDITIONS)])
def test_a_contact_sheet_is_up_to_date(sheet: str, sheets: dict[str, bytes]) -> None:
    path = f"{FOLDER}/{sheet}.svg"
    if os.environ.get("TOT_UPDATE"):
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_bytes(sheets[path])
    assert (ROOT / path).read_bytes() == sheets[path], "TOT_UPDATE=1 makes it anew"
    assert len(sheets[path]) < MOST[sheet.split(".")[0]]


def test_fonts_have_every_character_of_the_sheets(sheets: dict[str, bytes]) -> None:
    languages: tuple[Language, ...] = ("lo", "en")
    boxes = [glyphs().outline(Glyph(one, bold, 0)) for one in languages for bold in (False, True)]
    assert all(boxes), "what a font draws for a character that it lacks"
    for data in sheets.values():
        assert not [one for one in boxes if f' d="{one}"'.encode() in data]


INK = """async (source) => {
    const image = new Image();
    image.src = "data:image/svg+xml;base64," + source;
    await image.decode();
    const canvas = new OffscreenCanvas(960, 540), pen = canvas.getContext("2d");
    pen.drawImage(image, 0, 0);
    const ground = pen.getImageData(900, 60, 1, 1).data;
    const differs = (x, y, w, h) => {
        const {data} = pen.getImageData(x, y, w, h);
        return data.filter((one, at) => at % 4 < 3 && Math.abs(one - ground[at % 4]) > 60).length;
    };
    return {ground: [...ground], title: differs(64, 108, 830, 170), margin: differs(2, 2, 55, 440)};
}"""


def test_a_browser_draws_the_title_of_a_cover_in_its_box(new_page: Callable[..., Page]) -> None:
    page = new_page()
    (cover, *_) = sample("lo")
    seen = page.evaluate(INK, b64encode(pictures().picture(cover)).decode())
    assert seen["ground"] == [*bytes.fromhex("12355B"), 255]
    assert seen["title"] > 500
    assert seen["margin"] == 0
