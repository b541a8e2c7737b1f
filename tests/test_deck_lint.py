"""The accessibility lint: decks of ours have no finding, and each fault gives exactly its own."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pytest
from pptx.enum.chart import XL_LABEL_POSITION
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml.ns import qn
from pptx.util import Pt

from build_tools.model import EDITIONS, Edition
from tests import deck_case as case
from tests.deck_frames import Sheet, is_decorative, names
from tests.deck_lint import P14, lint
from tests.deck_look import Look, contrast, tinted
from tests.deck_real import CHOSEN_THEN_ALL, Decks


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_sample_deck_has_no_finding(edition: Edition) -> None:
    assert lint(case.made(edition), edition) == []


@pytest.mark.parametrize("decks", CHOSEN_THEN_ALL)
@pytest.mark.parametrize("edition", EDITIONS)
def test_the_real_decks_have_no_finding(edition: Edition, decks: Decks) -> None:
    found = [(deck.id, *one) for deck in decks(edition) for one in lint(deck.data, edition)]
    assert found == []


def first(presentation: Any, wanted: Callable[[Any], object]) -> tuple[int, Any]:
    """The first shape that is wanted, and the number of its slide."""
    return next(
        (number, shape)
        for number, slide in enumerate(presentation.slides, start=1)
        for shape in slide.shapes
        if wanted(shape)
    )


def slide(presentation: Any, number: int) -> Any:
    return presentation.slides[number - 1]


def runs_of(element: Any) -> Iterator[Any]:
    return element.iter(qn("a:r"))


def say(shape: Any, text: str) -> None:
    """Nothing; gives the shape other words in the look that they have."""
    kept, *others = runs_of(shape._element)
    kept.find(qn("a:t")).text = text
    for run in others:
        run.getparent().remove(run)


def remove(element: Any) -> None:
    element.getparent().remove(element)


def body_with_text(presentation: Any) -> tuple[int, Any]:
    return first(presentation, lambda s: s.is_placeholder and s.name == "body")


def no_title(p: Any) -> set[tuple[str, str]]:
    for run in list(runs_of(slide(p, 3).shapes.title._element)):
        remove(run)
    return {("title-missing", "slide 3")}


def title_last(p: Any) -> set[tuple[str, str]]:
    tree = slide(p, 3).shapes._spTree
    tree.append(slide(p, 3).shapes.title._element)
    return {("title-not-first", "slide 3")}


def title_again(p: Any) -> set[tuple[str, str]]:
    say(slide(p, 4).shapes.title, slide(p, 3).shapes.title.text_frame.text)
    return {("title-twice", "slide 4")}


def _no_alt(p: Any, wanted: Callable[[Any], object]) -> set[tuple[str, str]]:
    number, shape = first(p, wanted)
    del names(shape._element).attrib["descr"]
    return {("alt-missing", f"slide {number}")}


def group_without_alt(p: Any) -> set[tuple[str, str]]:
    return _no_alt(p, lambda s: s.shape_type == 6)


def chart_without_alt(p: Any) -> set[tuple[str, str]]:
    return _no_alt(p, lambda s: s.has_chart)


def table_without_alt(p: Any) -> set[tuple[str, str]]:
    return _no_alt(p, lambda s: s.has_table)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def picture_without_alt(p: Any) -> set[tuple[str, str]]:
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    dots = _chunk(b"IDAT", zlib.compress(b"\0\0"))
    png = b"\x89PNG\r\n\x1a\n" + head + dots + _chunk(b"IEND", b"")
    picture = slide(p, 2).shapes.add_picture(BytesIO(png), 0, 0, Pt(10), Pt(10))
    picture._element.nvPicPr.cNvPr.set("descr", " ")
    return {("alt-missing", "slide 2")}


def arrow_without_alt(p: Any) -> set[tuple[str, str]]:
    slide(p, 2).shapes.add_connector(1, 0, 0, Pt(10), Pt(10))
    return {("alt-missing", "slide 2")}


def no_header_row(p: Any) -> set[tuple[str, str]]:
    number, shape = first(p, lambda s: s.has_table)
    shape.table.first_row = False  # its light words now stand on the pale fill of a body row
    return {("header-row-missing", f"slide {number}"), ("contrast-low", f"slide {number}")}


def empty_box_on_a_hidden_slide(p: Any) -> set[tuple[str, str]]:
    number, shape = body_with_text(p)
    slide(p, number)._element.set("show", "0")
    for run in list(runs_of(shape._element)):
        remove(run)
    return {("placeholder-empty", f"slide {number}")}


def empty_language(p: Any) -> set[tuple[str, str]]:
    number, shape = body_with_text(p)
    next(runs_of(shape._element)).find(qn("a:rPr")).set("lang", "")
    return {("lang-missing", f"slide {number}")}


def no_language_in_notes(p: Any) -> set[tuple[str, str]]:
    notes = slide(p, 2).notes_slide._element
    del next(runs_of(notes)).find(qn("a:rPr")).attrib["lang"]
    return {("lang-missing", "slide 2 notes")}


def no_language_in_a_chart(p: Any) -> set[tuple[str, str]]:
    number, shape = first(p, lambda s: s.has_chart)
    look = shape.chart._chartSpace.find(f"{qn('c:txPr')}//{qn('a:defRPr')}")
    del look.attrib["lang"]
    return {("lang-missing", f"slide {number}"), ("lang-not-lao", f"slide {number}")}


def lao_said_to_be_english(p: Any) -> set[tuple[str, str]]:
    number, shape = body_with_text(p)
    next(runs_of(shape._element)).find(qn("a:rPr")).set("lang", "en-US")
    return {("lang-not-lao", f"slide {number}")}


def no_notes(p: Any) -> set[tuple[str, str]]:
    slide(p, 2).notes_slide.notes_text_frame.text = ""
    return {("notes-missing", "slide 2")}


def no_notes_on_a_hidden_slide(p: Any) -> set[tuple[str, str]]:
    slide(p, 2)._element.set("show", "0")
    slide(p, 2).notes_slide.notes_text_frame.text = ""
    return set()


def pale_words(p: Any) -> set[tuple[str, str]]:
    number, shape = body_with_text(p)
    shape.text_frame.paragraphs[0].runs[0].font.color.theme_color = MSO_THEME_COLOR.BACKGROUND_2
    return {("contrast-low", f"slide {number}")}


def pale_ground(p: Any) -> set[tuple[str, str]]:
    layout = next(one for one in p.slide_layouts if one.name == "Comparison")
    for other in layout.shapes:
        if is_decorative(other._element):
            other.fill.solid()
            other.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
    pages = [n for n, s in enumerate(p.slides, 1) if s.slide_layout.name == layout.name]
    assert pages
    return {("contrast-low", f"slide {page}") for page in pages}


def pale_labels_in_a_chart(p: Any) -> set[tuple[str, str]]:
    number, shape = first(p, lambda s: s.has_chart)
    labels = shape.chart.plots[0].series[0].data_labels
    labels.show_value, labels.position = True, XL_LABEL_POSITION.CENTER
    labels.font.color.theme_color = MSO_THEME_COLOR.ACCENT_6  # on bars of accent 1
    return {("contrast-low", f"slide {number}")}


def small_words(p: Any) -> set[tuple[str, str]]:
    number, shape = body_with_text(p)
    shape.text_frame.paragraphs[0].runs[0].font.size = Pt(17)
    return {("size-small", f"slide {number}")}


def small_footer(p: Any) -> set[tuple[str, str]]:
    number, shape = first(p, lambda s: s.is_placeholder and s.placeholder_format.type == 15)
    shape.text_frame.paragraphs[0].runs[0].font.size = Pt(11)
    return {("size-small", f"slide {number}")}


def small_words_in_a_chart(p: Any) -> set[tuple[str, str]]:
    number, shape = first(p, lambda s: s.has_chart)
    shape.chart.category_axis.tick_labels.font.size = Pt(12)
    return {("size-small", f"slide {number}")}


def link_without_words(p: Any) -> set[tuple[str, str]]:
    number, shape = body_with_text(p)
    run = shape.text_frame.paragraphs[0].add_run()
    run.hyperlink.address = "https://example.org"
    run.font.language_id = 1033
    return {("link-without-text", f"slide {number}")}


def sections_of_one_name(p: Any) -> set[tuple[str, str]]:
    one, other, *_ = p.part._element.iter(f"{P14}section")
    other.set("name", one.get("name"))
    return {("section-twice", "sections")}


def slide_in_no_section(p: Any) -> set[tuple[str, str]]:
    remove(next(p.part._element.iter(f"{P14}sldId")))
    return {("section-wrong", "slide 1")}


def slide_in_two_sections(p: Any) -> set[tuple[str, str]]:
    one, other, *_ = p.part._element.iter(f"{P14}sldIdLst")
    other.append(one[0].makeelement(one[0].tag, dict(one[0].attrib)))
    return {("section-wrong", "slide 1")}


def _decoration(p: Any) -> tuple[str, Any]:
    layout = next(one for one in p.slide_layouts if one.name == "Comparison")
    return f"layout {layout.name}", next(s for s in layout.shapes if is_decorative(s._element))


def unmarked_decoration(p: Any) -> set[tuple[str, str]]:
    place, shape = _decoration(p)
    remove(names(shape._element).find(qn("a:extLst")))
    return {("decoration-unmarked", place)}


def decoration_with_words(p: Any) -> set[tuple[str, str]]:
    place, shape = _decoration(p)
    shape.text_frame.text = "New"
    next(runs_of(shape._element)).get_or_add_rPr().set("lang", "en-US")
    return {("decoration-says", place)}


MUTANTS = (
    no_title, title_last, title_again, group_without_alt, chart_without_alt, table_without_alt,
    picture_without_alt, arrow_without_alt, no_header_row, empty_box_on_a_hidden_slide,
    empty_language, no_language_in_notes, no_language_in_a_chart, lao_said_to_be_english, no_notes,
    no_notes_on_a_hidden_slide, pale_words, pale_ground, pale_labels_in_a_chart, small_words,
    small_footer, small_words_in_a_chart, link_without_words, sections_of_one_name,
    slide_in_no_section, slide_in_two_sections, unmarked_decoration, decoration_with_words,
)  # fmt: skip


@pytest.mark.parametrize("damage", MUTANTS, ids=lambda one: one.__name__)
def test_a_fault_gives_its_finding_and_no_other(
    damage: Callable[[Any], set[tuple[str, str]]],
) -> None:
    presentation = case.opened(case.made("lo"))
    expected = damage(presentation)
    saved = BytesIO()
    presentation.save(saved)
    assert {(one.rule, one.place) for one in lint(saved.getvalue(), "lo")} == expected


def test_contrast_is_that_of_the_web_guidelines() -> None:
    black, white, grey = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0), (0x59 / 255, 0x5F / 255, 0x69 / 255)
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(grey, white) == pytest.approx(6.43, abs=0.01)
    office_blue = (0x44 / 255, 0x72 / 255, 0xC4 / 255)
    band = "".join(f"{round(part * 255):02X}" for part in tinted(office_blue, 0.4))
    assert band == "CFD5EA"  # what PowerPoint paints behind banded rows of this accent


def test_words_inherit_their_size_and_colour_from_the_layout() -> None:
    cover = Look(Sheet(case.slides(case.made("lo"))[0]))
    title = next(one for one in cover.words() if one.box == "title")
    assert (title.size, title.bold, title.colour) == (48, True, (1.0, 1.0, 1.0))
    assert title.ground == pytest.approx((0x12 / 255, 0x35 / 255, 0x5B / 255))
