"""Decks of training days: the agenda's clock, lessons in a shorter time, breaks, the look back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from build_tools.model import EDITIONS, BreakSession, Curriculum, Edition, LessonSession, Track
from build_tools.render.deck import Outline, deck, outlines
from build_tools.render.deck.decks import DeckMaker, DeckSlide
from build_tools.render.deck.notes import note_paragraphs
from build_tools.render.deck.plan import Plan
from build_tools.render.deck.say import Line, Said
from build_tools.render.deck.short import DOING, FRAME, WORTH, Scene, shortened
from build_tools.render.timetable import later, on_the_day
from tests import deck_case as case
from tests.figure_case import deck_ruler as ruler

SLIDE_KINDS = [*FRAME, *WORTH, "bullets", "table"]


def rooms(curriculum: Curriculum) -> list[Track]:
    return [track for track in curriculum.tracks if track.delivery == "room"]


def days(curriculum: Curriculum) -> list[Outline]:
    return [one for one in outlines(curriculum) if one.purpose == "day"]


def planned(curriculum: Curriculum, outline: Outline, edition: Edition) -> tuple[DeckSlide, ...]:
    return DeckMaker(curriculum, outline, edition, ruler(), True).slides()


def said(one: DeckSlide, box: str) -> list[str]:
    (found,) = [b for b in one.fitted.boxes if b.box.name == box]
    return [paragraph.line.text for paragraph in found.paragraphs]


def test_every_day_of_every_room_track_has_a_deck(curriculum: Curriculum) -> None:
    expected = [
        (track.id, number)
        for track in rooms(curriculum)
        for number in range(1, len(track.days) + 1)
    ]
    made = days(curriculum)
    assert [(one.of, one.day) for one in made] == expected
    assert made[0].path("lo") == f"downloads/decks/{expected[0][0]}-day-1.lo.pptx"
    assert all(one.title.lo for one in made)


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_clock_of_a_day_is_that_of_its_agenda(edition: Edition, curriculum: Curriculum) -> None:
    tracks = {track.id: track for track in curriculum.tracks}
    for outline in days(curriculum):
        track = tracks[outline.of]
        day = track.days[(outline.day or 0) - 1]
        slides = planned(curriculum, outline, edition)
        assert not any(one.fitted.over for one in slides)
        titles = [one.fitted.plan.title.main.text for one in slides]
        assert len(set(titles)) == len(titles)
        for chapter, (start, _, minutes) in zip(
            [one for one in outline.chapters if one.id != "agenda" and one.start],
            on_the_day(curriculum, track, day),
            strict=True,
        ):
            mine = [one.fitted.plan for one in slides if one.chapter is chapter]
            assert chapter.start == start
            assert mine[-1].clock[1] == minutes, (outline.id, chapter.id)
            assert sum(plan.minutes for plan in mine) == minutes
            assert all(plan.minutes == 0 for plan in mine if plan.hidden)


def test_a_break_says_when_the_room_comes_back_and_to_what(curriculum: Curriculum) -> None:
    outline = next(one for one in days(curriculum) if one.of == "officials-workshop")
    slides = planned(curriculum, outline, "lo-en")
    pauses = [one for one in slides if one.fitted.layout.name == "Break"]
    track = next(one for one in curriculum.tracks if one.id == "officials-workshop")
    sessions = list(on_the_day(curriculum, track, track.days[0]))
    ends = [later(at, n) for at, one, n in sessions if isinstance(one, BreakSession)]
    assert [said(one, "time") for one in pauses] == [[end] for end in ends]
    assert all(said(one, "next")[0].startswith("ຕໍ່ໄປ: ") for one in pauses)
    assert all(end in one.fitted.plan.title.main.text for one, end in zip(pauses, ends))


def test_the_notes_tell_the_time_of_day(curriculum: Curriculum) -> None:
    outline = next(one for one in days(curriculum) if one.of == "officials-workshop")
    maker = DeckMaker(curriculum, outline, "en", ruler(), True)
    lesson = next(one for one in outline.chapters if one.id == "life-cycle-risks")
    first = next(one for one in maker.slides() if one.chapter is lesson and one.fitted.plan.minutes)
    line = note_paragraphs(maker.voice, first.fitted.plan, lesson.start)[0].line.text
    assert line.endswith(f" · {lesson.start}-{later(lesson.start, first.fitted.plan.clock[1])}")


def test_the_day_ends_with_a_look_back_at_its_lessons(curriculum: Curriculum) -> None:
    tracks = {track.id: track for track in curriculum.tracks}
    for outline in days(curriculum):
        sessions = tracks[outline.of].days[(outline.day or 0) - 1].sessions
        lessons = [one.lesson for one in sessions if isinstance(one, LessonSession)]
        slides = planned(curriculum, outline, "en")
        back = [one for one in slides if one.fitted.plan.id == "wrap-up"]
        assert bool(back) == bool(lessons and outline.of != "leaders-briefing")
        if back:
            listed = [line for one in back for line in said(one, "body")]
            assert listed == [curriculum.lesson(one).front.title for one in lessons]
            after = slides[slides.index(back[-1]) + 1 :]
            assert {one.fitted.layout.name for one in after} == {"Activity"}


def test_what_does_not_fit_into_a_short_lesson_is_hidden_not_lost(curriculum: Curriculum) -> None:
    outline = next(one for one in days(curriculum) if one.of == "officials-workshop")
    short = [
        one for one in planned(curriculum, outline, "en") if one.chapter.id == "four-guarantees"
    ]
    module = next(one for one in outlines(curriculum) if one.id == "foundations")
    full = [one for one in planned(curriculum, module, "en") if one.chapter.id == "four-guarantees"]
    assert [one.fitted.plan.id for one in short] == [one.fitted.plan.id for one in full]
    shown = [one.fitted.plan for one in short if not one.fitted.plan.hidden]
    assert sum(plan.minutes for plan in shown) == 25
    assert any(plan.layout == "Activity" for plan in shown)
    assert 0 < len(shown) < len(full)


@st.composite
def scenes(draw: st.DrawFn) -> list[Scene]:
    """A lesson of some slides, with minutes, ending in its key messages."""
    title = Said(Line((), "en"))
    kinds = [*draw(st.lists(st.sampled_from(SLIDE_KINDS), max_size=9)), "key-messages"]
    return [
        Scene(kind, (Plan(f"{kind}-{n}", "Content", title, minutes=draw(st.integers(1, 20))),))
        for n, kind in enumerate(kinds)
    ]


@given(scenes(), st.integers(0, 120))
def test_a_short_lesson_fills_its_time_and_loses_no_slide(full: list[Scene], minutes: int) -> None:
    made = shortened(full, minutes)
    assert [one.plans[0].id for one in made] == [one.plans[0].id for one in full]
    assert sum(one.minutes for one in made) == minutes
    for one in made:
        assert not (one.kind in FRAME and one.plans[0].hidden)
    taught = [one for one in made if one.kind not in (*FRAME, *DOING)]
    if any(not one.plans[0].hidden for one in made if one.kind in DOING) and taught:
        frame = sum(one.minutes for one in full if one.kind in FRAME)
        first = next(one for one in full if one.kind not in (*FRAME, *DOING))
        assert not taught[0].plans[0].hidden or first.minutes > minutes - frame
    for one in made:
        assert not (one.plans[0].hidden and one.minutes)
    if minutes >= sum(one.minutes for one in full):
        assert not any(one.plans[0].hidden for one in made)


def test_a_day_deck_is_valid(
    curriculum: Curriculum, tmp_path: Path, assert_valid_pptx: Callable[[Path], None]
) -> None:
    outline = next(one for one in days(curriculum) if one.of == "leaders-briefing")
    path = tmp_path / "day.pptx"
    path.write_bytes(deck(curriculum, outline, "lo-en", ruler()).data)
    assert_valid_pptx(path)
    hidden = [one for one in case.slides(path.read_bytes()) if one._element.get("show") == "0"]
    assert hidden


def test_the_cover_of_a_lesson_names_its_module_and_its_titles_count_in_the_day(
    curriculum: Curriculum,
) -> None:
    outline = next(one for one in days(curriculum) if one.of == "officials-workshop")
    slides = [
        one
        for one in planned(curriculum, outline, "en")
        if one.chapter.id == "making-of-the-strategy"
    ]
    assert said(slides[0], "subtitle") == ["The National Social Protection Strategy"]
    assert said(slides[1], "title") == ["Lesson 5: objectives"]


def test_no_look_back_where_a_lesson_has_no_list_of_messages(curriculum: Curriculum) -> None:
    bare = [
        replace(one, lessons=tuple(replace(two, en=replace(two.en, sections=()), lo=None, slides=())
                                   for two in one.lessons))
        for one in curriculum.modules
    ]  # fmt: skip
    empty = replace(curriculum, modules=tuple(bare))
    outline = next(one for one in days(empty) if one.of == "officials-workshop")
    back = [one for one in planned(empty, outline, "en") if one.fitted.plan.id == "wrap-up"]
    assert {len(one.fitted.plan.notes) for one in back} == {1}


def test_a_lesson_without_slides_says_so_and_keeps_its_time(curriculum: Curriculum) -> None:
    bare = [
        replace(module, lessons=tuple(replace(one, slides=()) for one in module.lessons))
        for module in curriculum.modules
    ]
    empty = replace(curriculum, modules=tuple(bare))
    outline = next(one for one in days(empty) if one.of == "leaders-briefing")
    mine = [one for one in planned(empty, outline, "en") if one.chapter.id == "vision-goal-pillars"]
    assert [one.fitted.layout.name for one in mine] == ["Section"]
    assert (said(mine[0], "title"), mine[0].fitted.plan.minutes) == (
        [curriculum.lesson("vision-goal-pillars").front.title], 20
    )  # fmt: skip
