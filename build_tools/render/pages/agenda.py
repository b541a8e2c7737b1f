"""What happens when in a track: the sessions as rows, their times worked out from minutes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from build_tools.model import (
    ActivitySession,
    BreakSession,
    Curriculum,
    Day,
    LessonSession,
    PlannedSession,
    Session,
    Track,
)
from build_tools.render.pages.page import Page


@dataclass(frozen=True, slots=True)
class Row:
    """A line of an agenda; `kind` is lesson, planned, break or activity; `url` is a lesson's page."""

    start: str
    kind: str
    title: Markup
    minutes: int
    url: str = ""


def minutes_of(curriculum: Curriculum, track: Track, session: Session) -> int:
    """The minutes of a session: its own, or those of the lesson in the track's way of delivery."""
    if isinstance(session, LessonSession) and session.minutes is None:
        minutes = curriculum.lesson(session.lesson).front.minutes
        return minutes.room if track.delivery == "room" else minutes.self_
    return session.minutes or 0


def total(curriculum: Curriculum, track: Track, sessions: Iterable[Session]) -> int:
    """The minutes of these sessions without the breaks."""
    working = (session for session in sessions if not isinstance(session, BreakSession))
    return sum(minutes_of(curriculum, track, session) for session in working)


def clock(start: str, minutes: int) -> str:
    """The time of day so many minutes after `start`."""
    hours, rest = map(int, start.split(":"))
    at = hours * 60 + rest + minutes
    return f"{at // 60 % 24:02}:{at % 60:02}"


def hours(page: Page, minutes: int) -> str:
    """A length of time in hours and minutes."""
    if minutes < 60:
        return page.word("minutes-count", n=minutes)
    if minutes % 60 == 0:
        return page.word("hours-count", h=minutes // 60)
    return page.word("hours-minutes", h=minutes // 60, m=minutes % 60)


def rows(page: Page, track: Track, sessions: Iterable[Session], start: str = "") -> Iterator[Row]:
    """The rows of these sessions; without `start` they have no time of day."""
    passed = 0
    for session in sessions:
        minutes = minutes_of(page.curriculum, track, session)
        at = clock(start, passed) if start else ""
        passed += minutes
        if isinstance(session, LessonSession):
            lesson = page.curriculum.lesson(session.lesson)
            url = page.lesson_url(lesson.id)
            yield Row(at, "lesson", page.lesson_title(lesson), minutes, url)
        elif isinstance(session, PlannedSession):
            yield Row(at, "planned", page.html(session.planned), minutes)
        elif isinstance(session, BreakSession):
            yield Row(at, "break", Markup.escape(page.word(f"break-{session.break_}")), minutes)
        elif isinstance(session, ActivitySession):
            yield Row(at, "activity", page.html(session.title), minutes)


def day_hours(page: Page, track: Track, day: Day) -> str:
    """When a day begins and ends, and how much of it is work and how much is breaks."""
    pauses = sum(session.minutes for session in day.sessions if isinstance(session, BreakSession))
    work = hours(page, total(page.curriculum, track, day.sessions))
    return page.word(
        "day-hours", start=day.start, end=day.end, work=work, breaks=hours(page, pauses)
    )
