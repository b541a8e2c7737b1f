"""The look of decks: colours that can be read, the hem, masters of paper pages, the logo."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from PIL import Image
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from build_tools.load import load
from build_tools.model import EDITIONS, Curriculum, Edition
from build_tools.model.deck_look import ACCENTS, DeckLook, contrast
from build_tools.reading import read_sources
from build_tools.render.deck import deck
from build_tools.render.deck.layouts import FOOTER, SLIDE_NUMBER, layouts
from build_tools.render.deck.look import INK, NAVY, PALETTE, PAPER, SAND, levels
from build_tools.render.deck.own import template_bytes
from build_tools.render.deck.parts import Frame
from build_tools.render.deck.xml import DECORATIVE, EMU_PER_INCH
from tests import deck_case as case
from tests.deck_case import A, P
from tests.figure_case import deck_ruler as ruler

WEAKEST = "767676"
"""The lightest grey that white text can be read on: the weakest colour that a host may choose."""
BASE = Path(__file__).parent / "faults" / "_base"
COVER = "curriculum/curriculum.yaml"


def inked(accent: str) -> dict[str, str]:
    """The colours of decks by name, with this accent."""
    return {**PALETTE, "ink": INK, "paper": PAPER, "sand": SAND, "navy": NAVY, "accent": accent}


def holds(outer: Frame, inner: Frame) -> bool:
    """True if the middle of one frame lies in the other."""
    x, y = inner.x + inner.width / 2, inner.y + inner.height / 2
    across, down = outer.x <= x <= outer.x + outer.width, outer.y <= y <= outer.y + outer.height
    return across and down


def texts_on_grounds(edition: Edition) -> set[tuple[str, str, int, bool]]:
    """Every colour of text with the colour behind it, its smallest size and whether it is bold."""
    found = set()
    for layout in layouts(edition):
        for box in layout.boxes:
            behind = [part.fill for part in layout.decorations
                      if part.shape in ("rect", "ellipse") and part.fill != "none"
                      and holds(part.frame, box.frame)]  # fmt: skip
            ground = [layout.background, *behind][-1]
            last = len(box.style.sizes(edition)) - 1
            for level in levels(box.style, last, edition):
                found.add((level.colour, ground, level.size, level.bold))
        found.add(("paper" if layout.dark else "grey", layout.background, 12, False))
    return found


@pytest.mark.parametrize("accent", [*(PALETTE[name] for name in ACCENTS), WEAKEST])
@pytest.mark.parametrize("edition", EDITIONS)
def test_text_can_be_read_on_what_lies_behind_it(edition: Edition, accent: str) -> None:
    colours, pairs = inked(accent), texts_on_grounds(edition)
    assert len({ground for _, ground, _, _ in pairs}) >= 6
    for text, ground, size, bold in pairs:
        large = size >= 18 or (bold and size >= 14)
        reached = contrast(colours[text], colours[ground])
        assert reached >= (3.0 if large else 4.5), (text, ground, size, round(reached, 2))


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("000000", "FFFFFF") == 21
    assert round(contrast(INK, PAPER), 1) == 15.7
    assert round(contrast(PALETTE["gold"], NAVY), 1) == 4.9
    assert contrast(WEAKEST, PAPER) >= 4.5 > contrast("777777", PAPER)


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_hem_stands_once_and_only_decorates(edition: Edition) -> None:
    presentation = case.opened(case.made(edition))
    hem, *_ = presentation.slide_master.shapes
    assert hem._element.find(f".//{A}custGeom") is not None
    assert DECORATIVE in [one.get("uri") for one in hem._element.iter(f"{A}ext")]
    assert hem._element.find(f".//{A}schemeClr") is not None
    dark = {layout.name for layout in layouts(edition) if layout.dark}
    without = {layout.name for layout in presentation.slide_layouts
               if layout._element.get("showMasterSp") == "0"}  # fmt: skip
    assert without == dark >= {"Cover", "Section"}
    with ZipFile(BytesIO(case.made(edition))) as files:
        assert files.getinfo("ppt/slideMasters/slideMaster1.xml").compress_size < 5_000


@pytest.mark.parametrize("edition", EDITIONS)
def test_paper_pages_have_masters_with_the_theme_of_the_slides(edition: Edition) -> None:
    part = case.opened(case.made(edition)).part
    order = [one.tag.removeprefix(P) for one in part._element]
    assert order[:4] == ["sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst", "sldIdLst"]
    kinds = (RT.SLIDE_MASTER, RT.NOTES_MASTER, RT.HANDOUT_MASTER)
    themes = [part.part_related_by(kind).part_related_by(RT.THEME) for kind in kinds]
    assert len({theme.partname for theme in themes}) == 3
    fonts = {theme.blob.split(b"<a:fontScheme")[1] for theme in themes}
    assert len(fonts) == 1


@pytest.mark.parametrize("edition", EDITIONS)
def test_notes_are_printed_in_the_faces_and_pitch_of_the_deck(edition: Edition) -> None:
    """LibreOffice reads neither the theme nor the style of a notes master, only that of its box."""
    notes = case.opened(case.made(edition)).notes_master.placeholders
    (style,) = [one._element.find(f".//{A}lstStyle") for one in notes if one.name == "Notes"]
    first = style.find(f"{A}lvl1pPr")
    assert [one.get("typeface") for one in first.iter(f"{A}latin", f"{A}cs")] == [
        "Calibri", "Phetsarath OT"
    ]  # fmt: skip
    pitch = first.find(f"{A}lnSpc")[0].get("val")
    assert pitch == ("100000" if edition == "en" else "1700")


def with_look(files: dict[str, bytes] | None = None, **look: Any) -> Curriculum:
    """The sample curriculum with this look of its decks."""
    whole = case.curriculum()
    changed = DeckLook.model_validate(whole.cover.deck.model_dump(by_alias=True) | look)
    cover = whole.cover.model_copy(update={"deck": changed})
    return replace(whole, cover=cover, files=files or {})


def picture(kind: str = "PNG", width: int = 300, height: int = 100) -> bytes:
    """A picture of one colour."""
    made = BytesIO()
    Image.new("RGB", (width, height), (160, 30, 30)).save(made, kind)
    return made.getvalue()


@cache
def with_logo(edition: Edition, kind: str = "PNG", width: int = 300, height: int = 100) -> bytes:
    """The empty template with a logo."""
    path = "deck/logo.png" if kind == "PNG" else "deck/logo.jpg"
    return template_bytes(with_look({path: picture(kind, width, height)}, logo=path), edition)


def pictures(page: Any) -> list[Any]:
    """The pictures of a master or layout."""
    return [shape for shape in page.shapes if shape.shape_type == 13]


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_logo_stands_on_the_cover_and_at_the_foot_once_in_the_file(
    edition: Edition, tmp_path: Path, assert_valid_pptx: Callable[[Path], None]
) -> None:
    path = tmp_path / "template.pptx"
    path.write_bytes(with_logo(edition))
    assert_valid_pptx(path)
    presentation = case.opened(with_logo(edition))
    pages = [presentation.slide_master, *presentation.slide_layouts]
    assert [page.name for page in pages if pictures(page)] == ["", "Cover"]
    said = {"lo": "ການຝຶກອົບຮົມຂັ້ນແຂວງ", "en": "Provincial training",
            "lo-en": "ການຝຶກອົບຮົມຂັ້ນແຂວງ / Provincial training"}[edition]  # fmt: skip
    for page in pages[:2]:
        (logo,) = pictures(page)
        assert logo._element.xpath("./p:nvPicPr/p:cNvPr/@descr") == [said]
    with ZipFile(BytesIO(with_logo(edition))) as files:
        assert [name for name in files.namelist() if "media" in name] == ["ppt/media/image1.png"]
    assert pictures(case.opened(template_bytes(with_look(), edition)).slide_master) == []


@pytest.mark.parametrize(("width", "height"), [(300, 100), (100, 300), (200, 200), (2000, 40)])
def test_a_logo_of_any_shape_keeps_it_and_touches_nothing(width: int, height: int) -> None:
    presentation = case.opened(with_logo("lo-en", "JPEG", width, height))
    first = presentation.slide_layouts.get_by_name("Cover")
    for page in (presentation.slide_master, first):
        (logo,) = pictures(page)
        assert abs(logo.width / logo.height - width / height) < 0.02 * width / height
        place = frame(logo)
        others = [FOOTER, SLIDE_NUMBER] if page is not first else [
            frame(one) for one in page.placeholders
            if one.name in ("title", "title-en", "subtitle", "organisation", "details")
        ]  # fmt: skip
        assert len(others) in (2, 5)
        assert not any(overlap(place, other) for other in others)
        assert place.x + place.width < 13.333


def frame(shape: Any) -> Frame:
    """Where a shape stands, in inches."""
    sides = (shape.left, shape.top, shape.width, shape.height)
    return Frame(*(side / EMU_PER_INCH for side in sides))


def overlap(one: Frame, other: Frame) -> bool:
    """True if two frames share a point."""
    across = one.x < other.x + other.width and other.x < one.x + one.width
    return across and one.y < other.y + other.height and other.y < one.y + one.height


def test_an_own_colour_paints_the_deck() -> None:
    data = template_bytes(with_look(accent="#7a1f3d"), "lo")
    with ZipFile(BytesIO(data)) as files:
        theme = files.read("ppt/theme/theme1.xml").decode()
    assert '<a:accent1><a:srgbClr val="7A1F3D"/></a:accent1>' in theme


def findings(look: str, files: dict[str, bytes]) -> list[str]:
    """The findings about a look of decks in the sound curriculum."""
    sources = read_sources(BASE).files
    cover = sources[COVER].decode().replace("lo: ແຂວງ}}", f"lo: ແຂວງ}}, {look}}}")
    assert look in cover
    loaded = load({**sources, **files, COVER: cover.encode()})
    return [f"{one.place}: {one.rule}: {one.message} {one.hint}".strip() for one in loaded.findings]


def wrong_looks() -> Iterator[tuple[str, dict[str, bytes], list[str]]]:
    """A look, its files, and what is said about it."""
    logo, at = "curriculum/deck/logo.png", f"{COVER}:8:54: "
    kinds = "a file `deck/...` whose name ends in .png or .jpg or .jpeg."
    yield "logo: deck/logo.png", {logo: picture()}, []
    yield "logo: deck/logo.png", {}, [f"{at}file-missing: The file `{logo}` is not there."]
    yield (
        "logo: deck/logo.png",
        {"curriculum/deck/logo2.png": picture()},
        [
            f"{at}file-missing: The file `{logo}` is not there. Did you mean `deck/logo2.png`?",
            "curriculum/deck/logo2.png:1:1: file-unknown: Nothing reads this file.",
        ],
    )
    for content in (b"", b"<svg/>", picture("JPEG"), picture()[:70]):
        said = f"{at}value-wrong: `deck/logo.png` is no PNG picture."
        yield "logo: deck/logo.png", {logo: content}, [said]
    for path in ("deck/logo.gif", "logo.png", "../logo.png"):
        yield f"logo: {path}", {}, [f"{at}value-wrong: `{path}` should be {kinds}"]
    yield (
        "template: {lo: deck/own.potx}",
        {},
        [
            f"{COVER}:8:63: value-wrong: `deck/own.potx` should be a file `deck/...` whose name"
            " ends in .pptx."
        ],
    )
    near = "its contrast with white is 1.4:1, and text needs 4.5:1; take a darker colour."
    yield (
        'accent: "#FFD700"',
        {},
        [f"{COVER}:8:56: value-wrong: `accent`: `#FFD700` is not right here: {near}"],
    )
    known = "`teal`, `navy`, `terracotta`, `slate`, `green`, `plum`"
    yield (
        "accent: tael",
        {},
        [
            f"{COVER}:8:56: value-wrong: `accent`: `tael` is not right here: it is neither a colour"
            f' such as "#0B6E6E" nor one of {known}.'
        ],
    )


@pytest.mark.parametrize(("look", "files", "said"), list(wrong_looks()))
def test_a_look_is_checked(look: str, files: dict[str, bytes], said: list[str]) -> None:
    assert findings(look, files) == said


def test_the_file_is_the_same_each_time() -> None:
    look = with_look({"deck/logo.png": picture()}, logo="deck/logo.png")
    once, again = (deck(look, case.outline(), "lo", ruler()).data for _ in range(2))
    assert once == again
    assert len(list(itertools.chain(*map(pictures, case.opened(once).slide_layouts)))) == 1
