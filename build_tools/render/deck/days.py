"""The decks of training days: agenda, lessons in the time they have that day, breaks, activities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from build_tools.findings import Place
from build_tools.model import (
    ActivitySession,
    BreakSession,
    Curriculum,
    Day,
    LessonSession,
    PlannedSession,
    Session,
    Text,
    Track,
)
from build_tools.render.deck import kinds_day
from build_tools.render.deck.lesson_chapter import lesson_chapter
from build_tools.render.deck.outline import Chapter, Outline, word_text
from build_tools.render.deck.plan import Plan
from build_tools.render.deck.say import Voice
from build_tools.render.timetable import later, on_the_day

LONGEST_WRAP_UP = 5
"""Minutes to look back on the day before it closes; at most a third of the time to close it."""


def day_outlines(curriculum: Curriculum) -> tuple[Outline, ...]:
    """A deck for each day of each track that is taught in a room."""
    return tuple(
        _outline(curriculum, track, number, day)
        for track in curriculum.tracks
        if track.delivery == "room"
        for number, day in enumerate(track.days, start=1)
    )


def _outline(curriculum: Curriculum, track: Track, number: int, day: Day) -> Outline:
    """The deck of a day."""
    title = word_text(curriculum, "day-title", n=number, title=day.title)
    plans = partial(kinds_day.opening, track=track, number=number, day=day)
    opening = Chapter("agenda", word_text(curriculum, "agenda"), plans, _units(track), day.start)
    chapters = _Day(curriculum, track, day).chapters()
    whole = (opening, *chapters)
    return Outline(f"{track.id}-day-{number}", title, "day", track.id, whole, number)


def _units(track: Track) -> tuple[str, ...]:
    """The texts of a track."""
    return (f"curriculum/tracks#{track.id}",)


@dataclass(frozen=True, slots=True)
class _Day:
    """The sessions of one day on their way to chapters."""

    curriculum: Curriculum
    track: Track
    day: Day

    @property
    def lessons(self) -> tuple[str, ...]:
        """The lessons of the day that are written, in order."""
        sessions = self.day.sessions
        return tuple(one.lesson for one in sessions if isinstance(one, LessonSession))

    def chapters(self) -> Iterator[Chapter]:
        """A chapter for each session, in order."""
        sessions = list(on_the_day(self.curriculum, self.track, self.day))
        feedback = self._feedback()
        for place, (start, session, minutes) in enumerate(sessions):
            name = f"session-{place + 1}"
            match session:
                case LessonSession():
                    yield self._lesson(session, start, minutes)
                case BreakSession():
                    after = sessions[place + 1] if place + 1 < len(sessions) else None
                    yield self._pause(name, session, start, after)
                case PlannedSession():
                    written = session.at("minutes")
                    yield self._planned(name, session.planned, start, minutes, written)
                case ActivitySession():
                    yield self._activity(name, session, start, looks_back=session is feedback)

    def _feedback(self) -> ActivitySession | None:
        """The last feedback of the day."""
        given = [
            one
            for one in self.day.sessions
            if isinstance(one, ActivitySession)
            and self.curriculum.activities[one.activity].kind == "feedback"
        ]
        return given[-1] if given else None

    def _lesson(self, session: LessonSession, start: str, minutes: int) -> Chapter:
        """A lesson in the time it has that day; the lessons of a day are counted."""
        lesson = self.curriculum.lesson(session.lesson)
        if not lesson.slides:
            return self._planned(lesson.id, lesson.title, start, minutes, session.at("lesson"))
        module = self.curriculum.module(lesson.module)
        number = self.lessons.index(lesson.id) + 1
        fewer = minutes if minutes != lesson.front.minutes.room else None
        return lesson_chapter(module, lesson, number, minutes=fewer, start=start)

    def _planned(self, name: str, title: Text, start: str, minutes: int, place: Place) -> Chapter:
        """A lesson that has no slides yet."""
        plans = partial(kinds_day.planned, title=title, minutes=minutes, place=place)
        return Chapter(name, title, plans, _units(self.track), start)

    def _pause(
        self, name: str, session: BreakSession, start: str, after: tuple[str, Session, int] | None
    ) -> Chapter:
        """A break, and what comes after it."""
        title = word_text(self.curriculum, f"break-{session.break_}")
        until = later(start, session.minutes)
        coming = after[1] if after else None
        plans = partial(kinds_day.pause, session=session, start=start, until=until, after=coming)
        return Chapter(name, title, plans, _units(self.track), start)

    def _activity(
        self, name: str, session: ActivitySession, start: str, *, looks_back: bool
    ) -> Chapter:
        """A room activity; the feedback at the end of a day is led by a look back."""
        shown = self.curriculum.activities[session.activity]
        lessons = [self.curriculum.lesson(one) for one in self.lessons] if looks_back else []
        back = min(LONGEST_WRAP_UP, session.minutes // 3) if lessons else 0

        def plans(voice: Voice) -> Iterator[Plan]:
            """The look back, then the activity."""
            if lessons:
                yield kinds_day.wrap_up(voice, lessons, back)
            yield from kinds_day.activity(voice, shown, session.minutes - back)

        unit = f"curriculum/activities#{shown.id}"
        return Chapter(name, shown.title, plans, (*_units(self.track), unit), start)
