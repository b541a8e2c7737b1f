"""What happens when in a track: the sessions as rows, their times worked out from minutes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from build_tools.model import (
    ActivitySession,
    BreakSession,
    Day,
    LessonSession,
    PlannedSession,
    Session,
    Track,
)
from build_tools.render.pages.page import Page
from build_tools.render.timetable import later, minutes_of, total


@dataclass(frozen=True, slots=True)
class Row:
    """A line of an agenda; `kind` is lesson, planned, break or activity."""

    start: str
    kind: str
    title: Markup
    minutes: int
    lesson: str = ""
    url: str = ""


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
        at = later(start, passed) if start else ""
        passed += minutes
        if isinstance(session, LessonSession):
            lesson = page.curriculum.lesson(session.lesson)
            url = page.lesson_url(lesson.id)
            yield Row(at, "lesson", page.lesson_title(lesson), minutes, lesson.id, url)
        elif isinstance(session, PlannedSession):
            yield Row(at, "planned", page.html(session.planned), minutes)
        elif isinstance(session, BreakSession):
            yield Row(at, "break", Markup.escape(page.word(f"break-{session.break_}")), minutes)
        elif isinstance(session, ActivitySession):
            title = page.curriculum.activities[session.activity].title
            yield Row(at, "activity", page.html(title), minutes)


def day_hours(page: Page, track: Track, day: Day) -> str:
    """When a day begins and ends, and how much of it is work and how much is breaks."""
    pauses = sum(session.minutes for session in day.sessions if isinstance(session, BreakSession))
    work = hours(page, total(page.curriculum, track, day.sessions))
    return page.word(
        "day-hours", start=day.start, end=day.end, work=work, breaks=hours(page, pauses)
    )
