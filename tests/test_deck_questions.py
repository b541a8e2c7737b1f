"""Decks of the tests, and the hidden slides before and behind the lessons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

import pytest

from build_tools.forms import MOST
from build_tools.model import EDITIONS, Curriculum, Edition, Module, Text, Track
from build_tools.render.deck import deck
from build_tools.render.deck.decks import DeckMaker, DeckSlide
from build_tools.render.deck.kinds_backup import MOST_TERMS, glossary
from build_tools.render.deck.kinds_before import LAO_LINE, LATIN_LINE, before_chapter
from build_tools.render.deck.outline import Chapter, Outline
from build_tools.render.deck.plan import Plan
from build_tools.render.deck.question_decks import question_outlines
from build_tools.render.deck.say import LessonVoice, Voice
from tests import deck_case as case
from tests.figure_case import deck_ruler as ruler


@cache
def sample() -> Curriculum:
    """The sample with a track whose test asks one question of each type."""
    module = case.module()
    (model,) = [one for one in module.file.objectives if one.assessed_by == "item"]
    objectives = [model.model_copy(update={"id": f"know-{one.id}"}) for one in module.items]
    items = [
        one.model_copy(update={"objective": f"know-{one.id}", "use": ("pre", "post")})
        for one in module.items
    ]
    file = module.file.model_copy(update={"objectives": tuple(objectives)})
    day = {
        "title": {"en": "Day"}, "start": "08:00", "end": "09:00",
        "sessions": [{"lesson": lesson} for lesson in ("every-kind", "only-english")],
    }  # fmt: skip
    track = Track.model_validate(
        {
            "id": "trial", "title": {"en": "Trial training", "lo": "ການທົດລອງ"},
            "intro": {"en": "Two lessons."}, "audience": "officials", "delivery": "room",
            "days": [day], "pre_test": {"forms": "A"}, "post_test": {"forms": "B"},
        }
    )  # fmt: skip
    changed = replace(module, file=file, items=tuple(items))
    return replace(case.curriculum(), modules=(changed,), tracks=(track,))


def slides(whole: Curriculum, outline: Outline, edition: Edition) -> tuple[DeckSlide, ...]:
    return DeckMaker(whole, outline, edition, ruler(), edition != "en").slides()


def of_chapter(name: str, purpose: str, edition: Edition = "en") -> list[DeckSlide]:
    (outline,) = [one for one in question_outlines(sample()) if one.purpose == purpose]
    return [one for one in slides(sample(), outline, edition) if one.chapter.id == name]


def words(plan: Plan, box: str) -> list[str]:
    return [entry.said.main.text for entry in plan.boxes[box]]


def spoken(plan: Plan) -> str:
    return "\n".join(line.text for said in plan.notes for line in said.lines)


def test_a_track_in_a_room_has_a_deck_for_each_of_its_tests() -> None:
    def names(**changes: object) -> list[str]:
        track = sample().tracks[0].model_copy(update=changes)
        return [one.id for one in question_outlines(replace(sample(), tracks=(track,)))]

    assert names() == ["trial-pre-test", "trial-post-test"]
    assert names(post_test=None) == ["trial-pre-test"]
    assert names(delivery="self-paced") == []
    assert names(days=()) == []
    pre, _ = question_outlines(sample())
    assert (pre.purpose, pre.of, pre.day, pre.title.en) == (
        "pre-test", "trial", None, "Pre-test: Trial training"
    )  # fmt: skip


def test_lessons_that_are_not_written_are_not_asked_about(curriculum: Curriculum) -> None:
    room = [track for track in curriculum.tracks if track.delivery == "room" and track.pre_test]
    named = {o.of for o in question_outlines(curriculum)}
    assert named == {track.id for track in room}
    bare = replace(curriculum, modules=tuple(replace(m, lessons=()) for m in curriculum.modules))
    assert question_outlines(bare) == ()


def test_the_cover_says_how_many_questions_and_how_long() -> None:
    cover, how, *asked, end = of_chapter("questions", "pre-test")
    assert words(cover.fitted.plan, "subtitle") == ["8 questions, about 12 minutes"]
    assert len(asked) == 8
    assert sum(one.fitted.plan.minutes for one in asked) == 12
    assert [one.fitted.plan.minutes for one in (cover, how, end)] == [0, 2, 1]


def test_how_to_answer_speaks_of_the_types_that_are_asked() -> None:
    def ways(whole: Curriculum) -> list[str]:
        outline, _ = question_outlines(whole)
        plan = slides(whole, outline, "en")[1].fitted.plan
        return [one.said.main.text.split(":")[0] for one in plan.boxes["body"] if one.level]

    assert ways(sample()) == ["Questions with options", "A list to put in order", "Two lists"]
    module = sample().modules[0]
    few = replace(module, items=tuple(one for one in module.items if one.type == "order"))
    assert ways(replace(sample(), modules=(few,))) == ["A list to put in order"]


def test_questions_are_numbered_and_hold_key_and_lesson_in_their_notes() -> None:
    asked = of_chapter("questions", "pre-test")[2:-1]
    assert [one.fitted.plan.title.main.text for one in asked] == [
        f"Question {n}" for n in range(1, 9)
    ]
    first = asked[0].fitted.plan
    assert "B. A grant" in spoken(first)
    assert spoken(first).endswith("Lesson: Every kind of slide")
    assert "B. A grant" not in " ".join(words(first, "body"))
    assert first.place.path == "quizzes/sample.yaml"


def test_answers_are_hidden_before_the_training_and_shown_after_it() -> None:
    before, after = of_chapter("answers", "pre-test"), of_chapter("answers", "post-test")
    assert [one.fitted.plan.title.main.text for one in after] == [
        f"Answer {n}" for n in range(1, 9)
    ]
    assert all(one.fitted.plan.hidden and not one.fitted.plan.minutes for one in before)
    assert all(one.fitted.plan.minutes == 1 and not one.fitted.plan.hidden for one in after)
    assert spoken(after[0].fitted.plan).endswith("Look again at the lesson: Every kind of slide")


def test_a_long_list_goes_on_beside_the_same_letters() -> None:
    module = sample().modules[0]
    (sort,) = [one for one in module.items if one.type == "sort"]
    cards = tuple(
        card.model_copy(update={"id": f"{card.id}-{n}", "text": Text(en=f"A card, number {n}")})
        for card in sort.cards
        for n in range(8)
    )
    long = replace(module, items=(sort.model_copy(update={"cards": cards}),))
    whole = replace(sample(), modules=(long,))
    outline, _ = question_outlines(whole)
    parts = [one.fitted for one in slides(whole, outline, "en") if one.fitted.plan.id == sort.id]
    assert len(parts) > 1
    assert sum(len(words(one.plan, "left")) for one in parts) == len(cards)
    assert {tuple(words(one.plan, "right")) for one in parts} == {("Cash", "In kind")}
    assert parts[1].plan.numbered_from == len(words(parts[0].plan, "left")) + 1
    assert not any(one.over for one in parts)


def test_a_test_is_a_draft_until_its_items_are_reviewed() -> None:
    outline, _ = question_outlines(sample())
    units = {unit for chapter in outline.chapters for unit in chapter.units}
    assert {"curriculum/tracks#trial", "sample/quizzes#item-single"} <= units
    assert "sample/every-kind/lesson#title" in units
    states = dict.fromkeys(units, "reviewed")
    assert not outline.is_draft(states | {"sample/every-kind/slides#opening": "draft"})
    assert outline.is_draft(states | {"sample/quizzes#item-single": "stale"})


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_real_tests_fit(edition: Edition, curriculum: Curriculum) -> None:
    for outline in question_outlines(curriculum):
        made = slides(curriculum, outline, edition)
        assert not [(one.address, one.fitted.over) for one in made if one.fitted.over]
        asked = {one.fitted.plan.id for one in made if one.chapter.id == "questions"}
        assert 0 < len(asked) - len({"cover", "how", "end"}) <= MOST


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_first_slide_shows_both_fonts(edition: Edition) -> None:
    whole = case.curriculum()
    outline = replace(case.outline(), chapters=(before_chapter(whole),))
    (one,) = slides(whole, outline, edition)
    plan = one.fitted.plan
    assert plan.hidden
    assert not one.fitted.over
    assert words(plan, "body")[:2] == [f"Phetsarath OT: {LAO_LINE}", f"Calibri: {LATIN_LINE}"]
    assert all("Phetsarath OT" in text for text in words(plan, "body")[3:])
    assert ("(5-15)" in spoken(plan)) and ("Enter" in spoken(plan))
    for marks in ("ຶ້", "ົ້", "ື່", "ນ້ຳ", "ໝູ່", "ໜຶ່"):
        assert marks in LAO_LINE


def words_chapters(module: Module) -> tuple[Chapter, ...]:
    """The words of each lesson of a module, as chapters of their own."""

    def plans(place: int, voice: Voice) -> list[Plan]:
        lesson = module.lessons[place]
        speaker = LessonVoice(
            voice.curriculum, voice.edition, voice.draft, module, lesson, place + 1, in_day=False
        )
        return glossary(speaker)

    return tuple(
        Chapter(lesson.id, lesson.title, partial(plans, place))
        for place, lesson in enumerate(module.lessons)
    )


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_words_of_every_real_lesson_fit_on_two_slides(
    edition: Edition, curriculum: Curriculum
) -> None:
    for module in curriculum.modules:
        title = module.file.title
        outline = Outline(module.id, title, "module", module.id, words_chapters(module))
        made = slides(curriculum, outline, edition)
        assert {one.chapter.id for one in made} == {lesson.id for lesson in module.lessons}
        for one in made:
            plan = one.fitted.plan
            assert not one.fitted.over, one.address
            assert plan.hidden
            assert plan.parts <= 2
            assert len(plan.whole or plan.table) - 1 <= MOST_TERMS


def test_words_stand_in_the_order_in_which_the_lesson_uses_them(curriculum: Curriculum) -> None:
    module = curriculum.module("foundations")

    def plan(edition: Edition) -> Plan:
        (made,) = words_chapters(module)[0].plans(Voice(curriculum, edition, True))
        return made

    def row(edition: Edition, place: int) -> list[str]:
        return [cell.main.text for cell in plan(edition).table[place]]

    term = curriculum.terms["social-protection"]
    meaning = term.definition
    assert row("en", 0) == ["English", "Lao", "Meaning"]
    assert [term.en[0], term.lo, meaning.en] in [row("en", n) for n in range(1, 8)]
    assert row("lo", 1)[:2] == row("lo-en", 1)[:2] == list(reversed(row("en", 1)[:2]))
    assert row("lo", 1) == row("lo-en", 1)
    assert all(cell.second is None for cell in plan("lo-en").table[1])
    assert meaning.en in spoken(plan("lo-en"))
    assert meaning.en not in spoken(plan("en"))


def test_a_lesson_without_terms_has_no_slide_of_words() -> None:
    voice = Voice(case.curriculum(), "lo", True)
    assert [list(one.plans(voice)) for one in words_chapters(case.module())] == [[], []]


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_file_is_valid_and_passes_over_hidden_slides(
    edition: Edition,
    curriculum: Curriculum,
    tmp_path: Path,
    assert_valid_pptx: Callable[[Path], None],
) -> None:
    pre, _ = question_outlines(sample())
    behind = words_chapters(curriculum.module("foundations"))
    whole = replace(sample(), terms=curriculum.terms)
    outline = replace(pre, chapters=(before_chapter(whole), *pre.chapters, *behind))
    made = deck(whole, outline, edition, ruler())
    assert made.findings == ()
    path = tmp_path / "test.pptx"
    path.write_bytes(made.data)
    assert_valid_pptx(path)
    written = case.slides(made.data)
    hidden = [one._element.get("show") == "0" for one in written]
    assert hidden == [one.fitted.plan.hidden for one in made.slides]
    assert hidden[0]
    titles = [one.shapes.title.text_frame.text for one in written]
    assert len(set(titles)) == len(titles)
    first = {"en": "Hidden slide", "lo": "ສະໄລ້ທີ່ເຊື່ອງໄວ້", "lo-en": "ສະໄລ້ທີ່ເຊື່ອງໄວ້"}[edition]
    assert written[0].notes_slide.notes_text_frame.text.startswith(first)
