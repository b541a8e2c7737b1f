"""Decks as files: opened again, valid, accessible, in the right languages and fonts, the same bytes."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from build_tools.lao import has_lao
from build_tools.model import EDITIONS, Edition
from build_tools.render.deck import deck
from tests import deck_case as case
from tests.deck_case import A, P
from tests.deck_real import CHOSEN_THEN_ALL, Decks
from tests.figure_case import deck_ruler as ruler

pytestmark = pytest.mark.parametrize("edition", EDITIONS)
MARK = "ຍັງບໍ່ທັນແປ"


def test_the_file_is_valid(
    edition: Edition, tmp_path: Path, assert_valid_pptx: Callable[[Path], None]
) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(case.made(edition))
    assert_valid_pptx(path)


def test_the_same_source_gives_the_same_bytes(edition: Edition) -> None:
    again = deck(case.curriculum(), case.outline(), edition, ruler()).data
    assert again == case.made(edition)


def test_titles_come_first_and_occur_once(edition: Edition) -> None:
    titles = []
    for slide in case.slides(case.made(edition)):
        first = slide.shapes[0]
        assert first.placeholder_format.type == 1, first.name
        titles.append(first.text_frame.text)
    assert all(titles)
    assert len(set(titles)) == len(titles)


def test_everything_stands_in_placeholders_that_are_not_empty(edition: Edition) -> None:
    for slide in case.slides(case.made(edition)):
        for shape in slide.shapes:
            if shape.shape_type == 6 or shape.has_chart:
                continue
            assert shape.is_placeholder, (slide.shapes.title.text_frame.text, shape.name)
            if shape.has_text_frame and shape.placeholder_format.type != 13:
                assert shape.text_frame.text.strip(), shape.name


def test_pictures_tables_and_charts_say_what_they_show(edition: Edition) -> None:
    seen = 0
    for slide in case.slides(case.made(edition)):
        for shape in slide.shapes:
            if shape.shape_type == 6 or shape.has_chart or shape.has_table:
                seen += 1
                assert shape._element.xpath("./*/p:cNvPr/@descr")[0].strip()
    assert seen == 8


def test_tables_have_a_header_row_and_a_style(edition: Edition) -> None:
    tables = [
        s.table for slide in case.slides(case.made(edition)) for s in slide.shapes if s.has_table
    ]
    assert len(tables) == 5
    for table in tables:
        assert table.first_row
        assert table._tbl.tblPr.find(f"{A}tableStyleId").text.startswith("{")
    first = tables[0].cell(0, 0).text_frame.paragraphs[0].text
    assert first == ("Who" if edition == "en" else "ໃຜ")


def test_every_run_says_its_language_and_holds_one_script(edition: Edition) -> None:
    tags = set()
    for slide in case.slides(case.made(edition)):
        for properties, text in case.runs(slide):
            tag = properties.get("lang")
            tags.add(tag)
            assert tag in ("lo-LA", "en-US"), text
            if has_lao(text):
                assert tag == "lo-LA", text
                assert properties.get("altLang") == "en-US", text
                assert not re.search("[A-Za-z]", text), text
            face = properties.find(f"{A}latin")
            assert face is None or properties.find(f"{A}cs") is not None or not has_lao(text)
    assert tags == ({"en-US", "lo-LA"} if edition != "en" else tags)


def test_themes_name_the_lao_face_twice_and_colours_come_from_the_theme(edition: Edition) -> None:
    with ZipFile(BytesIO(case.made(edition))) as files:
        themes = [name for name in files.namelist() if name.startswith("ppt/theme/")]
        assert len(themes) == 3
        for name in themes:
            text = files.read(name).decode()
            assert text.count('<a:cs typeface="Phetsarath OT"/>') == 2
            assert text.count('<a:font script="Laoo" typeface="Phetsarath OT"/>') == 2
        for name in files.namelist():
            if name.startswith(("ppt/slides/slide", "ppt/slideLayouts/slideLayout")):
                assert b"srgbClr" not in files.read(name), name


def test_notes_begin_with_the_clock_and_say_something(edition: Edition) -> None:
    pattern = r"\d+ min \(\d+-\d+\)" if edition == "en" else r"\d+ ນາທີ \(\d+-\d+\)"
    for slide in case.slides(case.made(edition)):
        first, *rest = slide.notes_slide.notes_text_frame.text.split("\n")
        assert re.fullmatch(pattern, first)
        if edition == "lo-en":
            assert re.fullmatch(r"\d+ min \(\d+-\d+\)", rest[0])


def test_notes_of_questions_and_activities_hold_what_the_trainer_needs(edition: Edition) -> None:
    notes: dict[str, str] = {}
    for one, slide in zip(case.planned(edition), case.slides(case.made(edition)), strict=True):
        notes.setdefault(one.fitted.plan.id, slide.notes_slide.notes_text_frame.text)
    if edition != "lo":
        assert "It must be paid back." in notes["ask-single"]
        assert "A grant is not paid back." in notes["ask-single"]
        assert "Each group stands at one wall." in notes["floor"]
        assert "Result: every card is on a wall." in notes["floor"]
        assert "Do not correct at once." in notes["floor"]
        assert "Take time." in notes["long"]
    if edition != "en":
        assert "ຢ່າແກ້ທັນທີ." in notes["floor"]
        assert MARK in notes["long"]


def test_missing_lao_is_marked_on_the_slide(edition: Edition) -> None:
    last = case.slides(case.made(edition))[-3]
    text = " ".join(word for _, word in case.runs(last))
    assert (MARK in text) == (edition != "en")


def test_the_draft_mark_stands_where_lao_is_shown_until_it_is_reviewed(edition: Edition) -> None:
    def footers(data: bytes) -> list[str]:
        return [s.text_frame.text for slide in case.slides(data) for s in slide.placeholders
                if s.placeholder_format.type == 15]  # fmt: skip

    marked = footers(case.made(edition))
    assert marked
    assert all(("ສະບັບຮ່າງ" in one) == (edition != "en") for one in marked)
    assert all("2026.11.0" in one for one in marked)
    clear = footers(deck(case.curriculum(), case.outline(), edition, ruler(), draft=False).data)
    assert not any("ສະບັບຮ່າງ" in one or "Draft" in one for one in clear)


def test_each_lesson_is_a_section_and_every_slide_is_in_one(edition: Edition) -> None:
    presentation = case.opened(case.made(edition))
    root = presentation.part._element
    sections = [one for one in root.iter() if str(one.tag).endswith("}section")]
    names = [one.get("name") for one in sections]
    assert len(set(names)) == len({one.get("id") for one in sections}) == 2
    listed = [
        one.get("id")
        for one in root.iter()
        if "powerpoint/2010" in str(one.tag) and one.tag.endswith("}sldId")
    ]
    assert listed == [one.get("id") for one in root.iter(f"{P}sldId")]


def test_the_document_names_itself(edition: Edition) -> None:
    presentation = case.opened(case.made(edition))
    properties = presentation.core_properties
    assert properties.title == {"lo": "ໂມດູນຕົວຢ່າງ", "en": "Sample module",
                                "lo-en": "ໂມດູນຕົວຢ່າງ / Sample module"}[edition]  # fmt: skip
    assert properties.language == ("en-US" if edition == "en" else "lo-LA")
    assert str(properties.created).startswith("2026-11-30")
    assert presentation.part._element.find(f"{P}notesMasterIdLst") is not None
    assert (presentation.slide_width, presentation.slide_height) == (12191695, 6858000)


@pytest.mark.parametrize("decks", CHOSEN_THEN_ALL)
def test_the_real_decks_are_sound(
    edition: Edition, decks: Decks, tmp_path: Path, assert_valid_pptx: Callable[[Path], None]
) -> None:
    for made in decks(edition):
        assert made.findings == ()
        path = tmp_path / f"{made.id}.pptx"
        path.write_bytes(made.data)
        assert_valid_pptx(path)
        slides = case.slides(made.data)
        titles = [slide.shapes.title.text_frame.text for slide in slides]
        assert len(set(titles)) == len(titles)


def test_a_deck_stands_under_the_name_of_its_module_and_edition(edition: Edition) -> None:
    assert case.outline().path(edition) == f"downloads/decks/sample.{edition}.pptx"
