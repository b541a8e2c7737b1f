"""When the sessions of a training begin: times of day worked out from minutes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.model import (
    BreakSession,
    Curriculum,
    Day,
    LessonSession,
    Session,
    Track,
)


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


def later(start: str, minutes: int) -> str:
    """The time of day so many minutes after `start`: "08:30" and 45 give "09:15"."""
    hours, rest = map(int, start.split(":"))
    at = hours * 60 + rest + minutes
    return f"{at // 60 % 24:02}:{at % 60:02}"


def on_the_day(
    curriculum: Curriculum, track: Track, day: Day
) -> Iterator[tuple[str, Session, int]]:
    """Every session of a day with the time at which it begins and its minutes."""
    passed = 0
    for session in day.sessions:
        minutes = minutes_of(curriculum, track, session)
        yield later(day.start, passed), session, minutes
        passed += minutes
