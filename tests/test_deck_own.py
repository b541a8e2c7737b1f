"""Templates of the host's own: what is checked, and decks written into one that was changed."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from PIL import Image
from pptx.util import Inches

from build_tools.findings import Finding
from build_tools.model import EDITIONS, Curriculum, Edition
from build_tools.model.deck_look import DeckTemplates
from build_tools.render.deck import Deck, deck
from build_tools.render.deck.layouts import layouts
from build_tools.render.deck.look import levels
from build_tools.render.deck.own import layouts_for, template_bytes, template_for
from build_tools.render.deck.own_check import template_findings
from tests import deck_case as case, template_case
from tests.deck_case import A, P
from tests.figure_case import deck_ruler as ruler
from tests.template_case import saved

PATH = "deck/own.pptx"


def with_template(data: bytes, edition: Edition) -> Curriculum:
    """The sample curriculum with this template of its own."""
    whole = case.curriculum()
    named = DeckTemplates.model_validate({edition: PATH})
    look = whole.cover.deck.model_copy(update={"template": named})
    return replace(whole, cover=whole.cover.model_copy(update={"deck": look}), files={PATH: data})


@cache
def restyled(edition: Edition) -> bytes:
    """Our template as a host changes it: colours, a smaller box, a picture, slides left in it."""
    presentation = case.opened(template_case.empty(edition))
    content = presentation.slide_layouts.get_by_name("Content")
    for shape in content.placeholders:
        if shape.name.startswith("body"):
            shape.left, shape.top, shape.height = shape.left, Inches(2.6), Inches(1.6)
    picture = BytesIO()
    Image.new("RGB", (60, 30), (0, 90, 160)).save(picture, "PNG")
    spare = presentation.slides.add_slide(presentation.slide_layouts.get_by_name("Sources"))
    relation = presentation.slide_master.part.get_or_add_image_part(picture)[1]
    placed = spare.shapes.add_picture(picture, 0, 0)._element
    placed.blipFill.find(f"{A}blip").set(placed.blipFill.find(f"{A}blip").keys()[0], relation)
    presentation.slide_master.shapes._spTree.append(placed)
    presentation.slides.add_slide(content).notes_slide.notes_text_frame.text = "Old"
    colours = {'<a:srgbClr val="0B6E6E"/>': '<a:srgbClr val="7A1F3D"/>'}
    return template_case.swapped(saved(presentation), colours, "ppt/theme/")


@cache
def written(edition: Edition) -> bytes:
    """The sample deck in the template that was changed."""
    whole = with_template(restyled(edition), edition)
    return deck(whole, case.outline(), edition, ruler()).data


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_empty_template_is_valid_and_has_every_layout_and_no_slide(
    edition: Edition, tmp_path: Path, assert_valid_pptx: Callable[[Path], None]
) -> None:
    data = template_case.empty(edition)
    path = tmp_path / "template.pptx"
    path.write_bytes(data)
    assert_valid_pptx(path)
    presentation = case.opened(data)
    assert len(presentation.slides) == 0
    named = [layout.name for layout in presentation.slide_layouts]
    assert named == [layout.name for layout in layouts(edition)]
    assert data == template_bytes(template_case.curriculum(), edition)
    assert "Canny" not in str(presentation.core_properties.author)


@pytest.mark.parametrize("edition", EDITIONS)
def test_our_template_handed_back_unchanged_is_sound_and_measures_alike(edition: Edition) -> None:
    whole = with_template(template_case.empty(edition), edition)
    assert template_findings(whole) == ()
    for name, layout in layouts_for(whole, edition).items():
        for box, ours in zip(layout.boxes, layouts_for(case.curriculum(), edition)[name].boxes):
            sides = [(getattr(box.frame, side), getattr(ours.frame, side))
                     for side in ("x", "y", "width", "height")]  # fmt: skip
            assert all(abs(one - other) < 1e-5 for one, other in sides), (name, box.name)


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_deck_takes_the_look_of_the_changed_template(
    edition: Edition, tmp_path: Path, assert_valid_pptx: Callable[[Path], None]
) -> None:
    whole = with_template(restyled(edition), edition)
    assert template_findings(whole) == ()
    path = tmp_path / "deck.pptx"
    path.write_bytes(written(edition))
    assert_valid_pptx(path)
    presentation = case.opened(written(edition))
    notes = [slide.notes_slide.notes_text_frame.text for slide in presentation.slides]
    assert len(notes) >= len(case.opened(case.made(edition)).slides)
    assert "Old" not in notes
    assert [one.shape_type for one in presentation.slide_master.shapes].count(13) == 1
    with ZipFile(BytesIO(written(edition))) as files:
        assert b'<a:srgbClr val="7A1F3D"/>' in files.read("ppt/theme/theme1.xml")
        slides = [name for name in files.namelist() if re.match("ppt/slides/slide", name)]
        assert len(slides) == len(presentation.slides)
        assert not any(b"srgbClr" in files.read(name) for name in slides)


@pytest.mark.parametrize("edition", EDITIONS)
def test_text_is_fitted_to_the_smaller_box_and_its_size_is_on_the_slide(edition: Edition) -> None:
    whole = with_template(restyled(edition), edition)
    smaller, ours = (layouts_for(one, edition)["Content"].box("body")
                     for one in (whole, case.curriculum()))  # fmt: skip
    assert smaller and ours
    assert smaller.frame.height == 1.6 < ours.frame.height
    made, before = (
        deck(one, case.outline(), edition, ruler()) for one in (whole, case.curriculum())
    )
    assert made.findings == ()
    assert room(made) == {1.6} != room(before)
    assert sizes(made) != sizes(before)
    for one, slide in zip(made.slides, case.opened(made.data).slides, strict=True):
        for shape in slide.placeholders:
            if shape.name in one.fitted.tiers:
                style = box_of(one, shape.name).style
                level = levels(style, one.fitted.tiers[shape.name], edition)[0]
                first = shape._element.find(f".//{A}lstStyle/{A}lvl1pPr/{A}defRPr")
                assert int(first.get("sz")) == level.size * 100
                assert first.find(f"{A}solidFill") is None


def contents(made: Deck) -> list[Any]:
    """The slides of plain points."""
    return [one for one in made.slides if one.fitted.layout.name == "Content"]


def room(made: Deck) -> set[float]:
    """The heights of the boxes of plain points."""
    return {box_of(one, "body").frame.height for one in contents(made)}


def sizes(made: Deck) -> list[tuple[str, int]]:
    """Slides of plain points, with the tier of their size."""
    return [(one.address, one.fitted.tiers["body"]) for one in contents(made)]


def box_of(slide: Any, name: str) -> Any:
    """A box of the layout of a fitted slide."""
    return slide.fitted.layout.box(name)


def test_a_placeholder_that_the_host_added_stays_off_the_slides() -> None:
    presentation = case.opened(template_case.empty("lo"))
    page = presentation.slide_layouts.get_by_name("Content")
    body = next(one for one in page.placeholders if one.name == "body")._element
    added = deepcopy(body)
    added.find(f".//{P}ph").set("idx", "77")
    for name, value in (("id", "977"), ("name", "Text 77")):
        added.find(f".//{P}cNvPr").set(name, value)
    body.addnext(added)
    whole = with_template(saved(presentation), "lo")
    assert template_findings(whole) == ()
    slides = case.slides(deck(whole, case.outline(), "lo", ruler()).data)
    assert not any(
        one.placeholder_format.idx == 77 for slide in slides for one in slide.placeholders
    )


def said(data: bytes, edition: Edition = "lo") -> list[tuple[str, str]]:
    """Rule and message of the findings about a template."""
    found: tuple[Finding, ...] = template_findings(with_template(data, edition))
    return [(one.rule, f"{one.message} {one.hint}".strip()) for one in found]


def test_a_layout_that_is_missing_is_named() -> None:
    data = template_case.changed(
        "lo", {'name="Quote"': 'name="Quotes"', 'name="Figure"': 'name="X"'}
    )
    assert said(data) == [
        ("template-layout", f"`{PATH}` has no layout `Figure`."),
        ("template-layout", f"`{PATH}` has no layout `Quote`. Did you mean `Quotes`?"),
    ]


def test_a_box_that_is_missing_is_named_with_its_layout() -> None:
    data = template_case.changed(
        "lo", {'name="left-head"': 'name="lefthead"', 'type="tbl"': 'type="pic"'}
    )
    comparison = f"The layout `Comparison` of `{PATH}` has no text box `left-head`."
    tables = ("Table", "Table caption")
    assert said(data) == [
        ("template-placeholder", f"{comparison} Did you mean `lefthead`?"),
        *(
            (
                "template-placeholder",
                f"The layout `{name}` of `{PATH}` has `table` as a placeholder for picture,"
                " not as a table box `table`.",
            )
            for name in tables
        ),
    ]


def test_a_box_outside_the_slide_and_a_lost_footer_are_named() -> None:
    presentation = case.opened(template_case.empty("lo"))
    page = presentation.slide_layouts.get_by_name("Sources")
    page.placeholders.get(idx=11)._element.getparent().remove(
        page.placeholders.get(idx=11)._element
    )
    body = next(one for one in page.placeholders if one.name == "body")
    body.left, body.top, body.width, body.height = Inches(9), Inches(2), Inches(6), Inches(3)
    which = f"The layout `Sources` of `{PATH}` has"
    assert said(saved(presentation)) == [
        ("template-placeholder", f"{which} the text box `body` outside the slide."),
        ("template-placeholder", f"{which} no footer."),
    ]


def test_what_is_no_template_is_said_in_one_line() -> None:
    closed = ("deck-template", f"`{PATH}` is no presentation that opens.")
    whole = template_case.empty("lo")
    for data in (b"", b"text", whole[:20_000], whole[:-400]):
        assert said(data) == [closed]
    narrow = case.opened(whole)
    narrow.slide_width = Inches(10)
    size = f"The slides of `{PATH}` are 10 x 7.5 inches, not 13.33 x 7.5."
    assert said(saved(narrow)) == [("deck-template", size)]
    foreign = template_case.changed("lo", {'<p:cSld name="': '<p:cSld name="My '})
    assert said(foreign) == [("deck-template", f"`{PATH}` has none of the layouts of the decks.")]


def test_damage_anywhere_in_a_template_is_a_finding_or_harmless() -> None:
    whole = template_case.empty("lo")
    for place in range(100, len(whole), len(whole) // 60):
        damaged = bytearray(whole)
        damaged[place] ^= 0xFF
        assert all(rule in ("deck-template", "template-layout", "template-placeholder")
                   for rule, _ in said(bytes(damaged)))  # fmt: skip


def test_a_finding_stands_where_the_template_is_named() -> None:
    whole = with_template(b"text", "lo-en")
    (found,) = template_findings(whole)
    templates = whole.cover.deck.template
    assert templates and found.place == templates.at("lo-en")


def test_a_template_without_notes_gets_our_notes_master() -> None:
    presentation = case.opened(template_case.empty("lo"))
    part = presentation.part
    listed = part._element.find(f"{P}notesMasterIdLst")
    part.drop_rel(listed[0].values()[0])
    part._element.remove(listed)
    made = template_for(with_template(saved(presentation), "lo"), "lo").presentation
    assert [one.name for one in made.notes_master.placeholders][1] == "Notes"
