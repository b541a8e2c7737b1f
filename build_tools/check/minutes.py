"""Minutes add up: activities, slides, agenda days, and reading time."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.findings import Finding
from build_tools.lao import word_count
from build_tools.markdown import plain_text
from build_tools.model import Box, Curriculum, Day, Language, Lesson, Session
from build_tools.model.course import LessonSession
from build_tools.model.slides import ActivitySlide, TimedSlide

MINUTES_PER_ITEM = 1
"""Reading, answering and reading the rationale of one practice item."""
TOO_SHORT, TOO_LONG = 0.6, 2.0
"""Declared minutes below or above these shares of the estimate are reported."""


def check_minutes(curriculum: Curriculum) -> Iterator[Finding]:
    """Every finding about minutes."""
    for lesson in curriculum.lessons:
        yield from _activities(lesson)
        yield from _slides(lesson)
        yield from _self_paced(curriculum, lesson)
    rooms = {lesson.id: lesson.front.minutes.room for lesson in curriculum.lessons}
    for track in curriculum.tracks:
        for session in track.sessions:
            if isinstance(session, LessonSession):
                yield from _short_form(session, rooms)
        if track.delivery == "room":
            for day in track.days:
                yield from _day(day, rooms)


def activity_minutes(box: Box) -> int:
    """The minutes of an activity box; 0 where they cannot be read, which is a finding of its own."""
    written = box.attributes.get("minutes", "")
    return int(written) if written.isdecimal() else 0


def session_minutes(session: Session, rooms: dict[str, int]) -> int:
    """The minutes of a session; a lesson without minutes takes its room minutes."""
    if isinstance(session, LessonSession) and session.minutes is None:
        return rooms.get(session.lesson, 0)
    return session.minutes or 0


def _activities(lesson: Lesson) -> Iterator[Finding]:
    """A finding if the activities need more time than the lesson has in the room."""
    total = sum(activity_minutes(box) for box in lesson.en.boxes("activity"))
    room = lesson.front.minutes.room
    if total > room:
        message = f"The activities need {total} minutes; the lesson has {room} in the room."
        yield Finding(lesson.front.minutes.at("room"), "minutes-over-room", message)


def _slides(lesson: Lesson) -> Iterator[Finding]:
    """A finding if the slides do not add up to the room minutes."""
    if not lesson.slides:
        return
    activities = {box.id: activity_minutes(box) for box in lesson.en.boxes("activity")}
    total = 0
    for slide in lesson.slides:
        if isinstance(slide, TimedSlide):
            total += slide.minutes
        elif isinstance(slide, ActivitySlide):
            total += activities.get(slide.use, 0)
    room = lesson.front.minutes.room
    if total != room:
        message = f"The slides of `{lesson.id}` add up to {total} minutes; the lesson has {room}."
        yield Finding(lesson.slides[0].at(), "minutes-slides", message)


def _short_form(session: LessonSession, rooms: dict[str, int]) -> Iterator[Finding]:
    """A finding if an agenda gives a lesson more time than its room minutes."""
    room = rooms.get(session.lesson)
    if room is not None and (session.minutes or 0) > room:
        message = f"`{session.lesson}` has {room} room minutes; the agenda gives {session.minutes}."
        yield Finding(session.at("minutes"), "minutes-over-room", message)


def _day(day: Day, rooms: dict[str, int]) -> Iterator[Finding]:
    """A finding if the sessions of a day do not fill the time between its start and its end."""
    length = _clock(day.end) - _clock(day.start)
    total = sum(session_minutes(session, rooms) for session in day.sessions)
    if total != length:
        message = f"The day lasts {length} minutes; its sessions and breaks add up to {total}."
        yield Finding(day.at("start"), "minutes-day", message)


def _clock(text: str) -> int:
    """Minutes since midnight."""
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)


def _self_paced(curriculum: Curriculum, lesson: Lesson) -> Iterator[Finding]:
    """A warning where the minutes for one learner are far from what the text takes to read."""
    declared = lesson.front.minutes.self_
    if not declared:
        return
    for language in ("en", "lo"):
        if lesson.language_of(language) != language:
            continue
        estimate = reading_minutes(curriculum, lesson, language)
        if not TOO_SHORT * estimate <= declared <= max(TOO_LONG * estimate, 5):
            message = (
                f"{declared} minutes are written; the {language} text takes about {estimate:.0f}."
            )
            yield Finding(lesson.front.minutes.at("self"), "minutes-self", message)


def reading_minutes(curriculum: Curriculum, lesson: Lesson, language: Language) -> float:
    """Minutes that one learner needs: reading at the curriculum's speed, and a minute an item.

    Trainer boxes and room activities are not for a learner alone.
    """
    speed: int = getattr(curriculum.cover.reading_speed, language)
    words, items = 0.0, 0
    for block in lesson.prose(language).blocks:
        if isinstance(block, Box) and block.name in ("trainer", "activity"):
            continue
        words += word_count(plain_text(block.tokens))
        if isinstance(block, Box) and block.name == "items":
            items += len(block.uses())
    return words / speed + items * MINUTES_PER_ITEM
