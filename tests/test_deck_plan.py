"""Decks before they are written: kinds, languages, splitting, minutes, titles, the overflow report."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from build_tools.model import EDITIONS, Edition, Lesson, Module, Text
from build_tools.model.slides import BulletsSlide, Point, Slide
from build_tools.render.deck import deck, module_outline
from build_tools.render.deck.decks import DeckMaker, DeckSlide
from build_tools.render.deck.layouts import layouts
from build_tools.render.deck.lesson_chapter import KINDS
from build_tools.render.deck.look import LAO_PITCH, levels, second_size
from build_tools.render.deck.plan import share
from build_tools.render.deck.styles import BODY
from build_tools.render.deck.text import by_script
from tests import deck_case as case
from tests.figure_case import deck_ruler as ruler


def by_id(edition: Edition, slide_id: str) -> list[DeckSlide]:
    return [one for one in case.planned(edition) if one.fitted.plan.id == slide_id]


def said(one: DeckSlide, box: str) -> list[str]:
    (found,) = [b for b in one.fitted.boxes if b.box.name == box]
    return [paragraph.line.text for paragraph in found.paragraphs]


def test_every_kind_of_slide_is_known_and_stands_in_the_sample() -> None:
    union = get_args(get_args(Slide)[0])
    known = {get_args(kind.model_fields["kind"].annotation)[0] for kind in union}
    shown = {slide.kind for lesson in case.module().lessons for slide in lesson.slides}
    assert set(KINDS) == known == shown


@pytest.mark.parametrize("edition", EDITIONS)
def test_layouts_have_one_name_each_and_stay_on_the_slide(edition: Edition) -> None:
    made = layouts(edition)
    assert len({layout.name for layout in made}) == len(made)
    for layout in made:
        assert layout.boxes[0].name == "title"
        for box in layout.boxes:
            frame = box.frame
            assert frame.width > 0.5, (layout.name, box.name)
            assert frame.height > 0.25, (layout.name, box.name)
            assert frame.x + frame.width <= 12.7, (layout.name, box.name)
            assert frame.y + frame.height <= 6.83, (layout.name, box.name)


def test_lao_stands_first_and_english_beside_it() -> None:
    (points,) = by_id("lo-en", "points")
    assert said(points, "body") == ["ຂາຍ ສັດ ໜຶ່ງໂຕ", "ຄວາຍ", "ຖາມ NHI (ປະກັນສຸຂະພາບ)"]
    assert said(points, "body-en") == ["Sell an animal", "A buffalo", "Ask NHI"]


def test_the_question_offers_what_the_answer_names_by_its_letter() -> None:
    question, answer = by_id("lo-en", "ask-single") + by_id("lo-en", "ask-single-answer")
    assert said(question, "body") == ["ເງິນກູ້", "A loan", "ເງິນອຸດໜູນ", "A grant"]
    assert [p.start for p in question.fitted.boxes[-1].paragraphs] == [1, None, 2, None]
    assert said(answer, "key") == ["B. ເງິນອຸດໜູນ", "B. A grant"]
    assert said(answer, "body")[1] == "A grant is not paid back."


@pytest.mark.parametrize(
    ("slide_id", "key"),
    [
        ("ask-multiple", ["A. A flood", "B. An illness"]),
        ("ask-truth", ["B. False"]),
        ("ask-match", ["Birth: Maternity benefit", "Old age: Pension"]),
        ("ask-order", ["Register", "Decide", "Pay"]),
        ("ask-sort", ["Cash: Grant", "In kind: School meal"]),
        ("ask-number", ["3,400 people (± 10)"]),
        ("ask-word", ["pension"]),
    ],
)
def test_the_key_of_each_type_of_item(slide_id: str, key: list[str]) -> None:
    (answer,) = by_id("en", f"{slide_id}-answer")
    assert said(answer, "key") == key


def test_an_order_question_never_gives_the_order_away() -> None:
    (question,) = by_id("en", "ask-order")
    shown = said(question, "body")
    assert sorted(shown) == ["Decide", "Pay", "Register"]
    assert shown != ["Register", "Decide", "Pay"]


def test_facts_that_disagree_show_value_source_date_and_confidence() -> None:
    (slide,) = by_id("en", "differ")
    assert slide.fitted.layout.name == "Disagreement 3"
    assert said(slide, "value-1") == ["2,000 people"]
    assert said(slide, "source-1") == ["Source: Office A, 2021-06 · Data: June 2021"]
    assert "not verified" in said(slide, "source-3")[0]


def test_sources_are_those_of_the_prose_of_the_facts_and_of_the_quotation() -> None:
    (slide,) = by_id("lo", "refs")
    assert said(slide, "body") == ["Office A, 2021-06. First report", "Office B, n.d. ບົດລາຍງານທີສອງ"]


def test_missing_lao_is_marked_english_never_silent() -> None:
    (slide,) = by_id("lo", "goals")
    (body,) = [one for one in slide.fitted.boxes if one.box.name == "body"]
    assert all(p.line.missing and p.line.language == "en" for p in body.paragraphs)
    assert any(one.box.name == "body" for one in by_id("en", "goals")[0].fitted.boxes)
    assert not any(
        p.line.missing for b in by_id("en", "goals")[0].fitted.boxes for p in b.paragraphs
    )


def test_long_lists_are_split_at_points_and_numbered() -> None:
    parts = by_id("lo", "long") if len(by_id("lo", "long")) > 1 else by_id("lo-en", "long")
    assert [one.fitted.plan.title.main.text for one in parts] == [
        "Many long points (1/2)", "Many long points (2/2)"
    ]  # fmt: skip
    points = [
        said(one, "body-en") if one.fitted.layout.box("body-en") else said(one, "body")
        for one in parts
    ]
    assert [len(one) for one in points] == [2, 3]
    assert sum(one.fitted.plan.minutes for one in parts) == 5


def test_six_messages_become_two_slides_that_count_on() -> None:
    parts = by_id("en", "end")
    assert [one.fitted.layout.name for one in parts] == ["Key messages 3"] * 2
    assert said(parts[1], "number-1") == ["4"]
    assert said(parts[1], "message-3") == ["Six."]


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_clock_runs_through_each_lesson_to_its_room_minutes(edition: Edition) -> None:
    for lesson in case.module().lessons:
        clocks = [
            (one.fitted.plan.clock, one.fitted.plan.minutes)
            for one in case.planned(edition)
            if one.chapter.id == lesson.id
        ]
        minute = 0
        for (start, end), minutes in clocks:
            assert (start, end) == (minute, minute + minutes)
            minute = end
        assert minute == lesson.front.minutes.room


@pytest.mark.parametrize("edition", EDITIONS)
def test_titles_occur_once(edition: Edition) -> None:
    titles = [one.fitted.plan.title.main.text for one in case.planned(edition)]
    assert len(set(titles)) == len(titles)
    assert {"en": "What families do (2)"}.get(edition, "ຄອບຄົວເຮັດຫຍັງ (2)") in titles


def test_minutes_are_shared_without_loss() -> None:
    assert share(5, 2) == (3, 2)
    assert share(0, 3) == (0, 0, 0)
    assert sum(share(7, 3)) == 7


def one_slide(slide: Slide) -> Module:
    """The sample module with one slide only."""
    lesson: Lesson = replace(case.module().lessons[0], slides=(slide,))
    return replace(case.module(), lessons=(lesson,))


def test_what_cannot_be_split_is_reported_with_slide_and_box() -> None:
    words = "A point that never ends and goes on and on. " * 60
    slide = BulletsSlide(
        id="endless", kind="bullets", title=Text(en="Endless"), points=(Point(en=words),)
    )
    whole = replace(case.curriculum(), modules=(one_slide(slide),))
    report = [
        finding.message
        for module in whole.modules
        for edition in EDITIONS
        for finding in deck(whole, module_outline(module), edition, ruler()).findings
    ]
    assert len(report) == 3
    assert report[1].startswith("Slide `every-kind/endless` (en): body: needs ")
    assert report[1].endswith(" points, has 366.")
    assert deck(case.curriculum(), case.outline(), "lo-en", ruler()).findings == ()


def test_text_shrinks_before_it_is_split_and_parts_are_of_one_size() -> None:
    def sizes(count: int) -> list[int]:
        points = tuple(
            Point(en=f"A point of middling length that says one thing, number {n}.")
            for n in range(count)
        )
        slide = BulletsSlide(id="many", kind="bullets", title=Text(en="Many"), points=points)
        maker = DeckMaker(case.curriculum(), module_outline(one_slide(slide)), "en", ruler(), False)
        return [BODY.sizes("en")[one.fitted.tiers["body"]] for one in maker.slides()]

    assert sizes(3) == [28]
    assert sizes(9) == [24]
    assert len(sizes(30)) == 3
    assert len(set(sizes(30))) == 1


@pytest.mark.parametrize("edition", EDITIONS)
def test_lao_lines_have_an_exact_pitch_and_english_ones_their_own(edition: Edition) -> None:
    main, below, under, _ = levels(BODY, 0, edition)
    if edition == "en":
        assert main.pitch is None
        return
    assert main.pitch == round(LAO_PITCH * main.size)
    assert below.pitch == round(LAO_PITCH * below.size)
    if edition == "lo-en":
        assert (under.pitch, under.size, under.colour) == (None, second_size(main.size), "grey")


@pytest.mark.parametrize(
    ("text", "language", "pieces"),
    [
        ("ຖາມ NHI (ປະກັນ)", "lo", [("ຖາມ ", "lo"), ("NHI ", "en"), ("(ປະກັນ)", "lo")]),
        ("150.000 ກີບ", "lo", [("150.000 ກີບ", "lo")]),
        (
            "Welfare (ສັງຄົມ), 2 words",
            "en",
            [("Welfare ", "en"), ("(ສັງຄົມ), 2 ", "lo"), ("words", "en")],
        ),
        ("12%", "lo", [("12%", "lo")]),
        ("", "lo", []),
    ],
)
def test_text_is_cut_where_the_script_changes(
    text: str, language: str, pieces: list[tuple[str, str]]
) -> None:
    assert list(by_script(text, language)) == pieces  # type: ignore[arg-type]


def test_a_module_is_a_draft_until_all_of_it_is_reviewed() -> None:
    outline = case.outline()
    assert outline.is_draft({"sample/a": "reviewed", "sample/b": "stale"})
    assert not outline.is_draft({"sample/a": "reviewed", "sampler/b": "draft"})
    for shared in ("curriculum/words#deck-clock", "curriculum/facts#pilot", "curriculum/cover"):
        assert outline.is_draft({"sample/a": "reviewed", shared: "draft"})


def test_a_tool_on_a_slide_is_part_of_the_module() -> None:
    outline, shown = case.outline(), "curriculum/tools#learning-gain"
    assert outline.is_draft({"sample/a": "reviewed", shown: "draft"})
    assert not outline.is_draft({"sample/a": "reviewed", shown: "reviewed", f"{shown}s": "draft"})
