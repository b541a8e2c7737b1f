"""The frame of the curriculum: its cover, its tracks and its modules."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, StringConstraints, Tag

from build_tools.model.base import Id, Part, Text, Words
from build_tools.model.deck_look import DeckLook as DeckLook

Minutes = Annotated[int, Field(ge=0, le=600)]
VERSION_PATTERN = r"^\d{4}\.\d{2}\.\d+$"
WEB_PATTERN = r"^https://[^\s/?#@:\[\]]+(:\d{1,5})?([/?#]\S*)?$"
CLOCK_PATTERN = r"^([01]\d|2[0-3]):[0-5]\d$"
Clock = Annotated[str, StringConstraints(pattern=CLOCK_PATTERN)]
Release = Annotated[date, Field(ge=date(2020, 1, 1), le=date(2100, 12, 31))]
"""The day of a release; archives cannot hold a much later one."""
Bloom = Literal["remember", "understand", "apply", "analyse", "evaluate", "create"]


class Languages(Part):
    """Which language is written first and which one is read first; the site is laid out for these."""

    source: Literal["en"] = "en"
    default: Literal["lo"] = "lo"


class ReadingSpeed(Part):
    """Words a minute; Lao words are counted by 4.5 letters."""

    en: Annotated[int, Field(gt=0)]
    lo: Annotated[int, Field(gt=0)]


class Cover(Part):
    """`curriculum/curriculum.yaml`: what this curriculum is, and the one date in its outputs."""

    id: Id
    title: Text
    version: Annotated[str, StringConstraints(pattern=VERSION_PATTERN)]
    released: Release
    languages: Languages
    licence: Words
    publisher: Text | None = None
    reading_speed: ReadingSpeed
    deck: DeckLook
    address: Annotated[str, StringConstraints(pattern=WEB_PATTERN)] | None = None


class LessonSession(Part):
    """A lesson in an agenda; `minutes` is its short form, the room minutes where absent."""

    lesson: Id
    minutes: Minutes | None = None


class PlannedSession(Part):
    """A lesson that is not written yet, printed as "to come"."""

    planned: Text
    minutes: Minutes


class BreakSession(Part):
    """A pause."""

    break_: Literal["tea", "lunch"] = Field(alias="break")
    minutes: Minutes


class ActivitySession(Part):
    """Time for a room activity, which stands in `curriculum/activities.yaml`."""

    activity: Id
    minutes: Minutes


SESSION_KINDS = ("lesson", "planned", "break", "activity")


def _session_kind(value: Any) -> str | None:
    """The field that says what a session is; None if it has none of them."""
    if not isinstance(value, Mapping):
        return None
    return next((kind for kind in SESSION_KINDS if kind in value), None)


Session = Annotated[
    Annotated[LessonSession, Tag("lesson")]
    | Annotated[PlannedSession, Tag("planned")]
    | Annotated[BreakSession, Tag("break")]
    | Annotated[ActivitySession, Tag("activity")],
    Discriminator(
        _session_kind,
        custom_error_type="session_kind",
        custom_error_message="a session has one of the fields `lesson`, `planned`, `break`, `activity`",
    ),
]


class Day(Part):
    """One day of a training in a room."""

    title: Text
    start: Clock
    end: Clock
    sessions: tuple[Session, ...]


class Group(Part):
    """Size of the class and number of tables."""

    people: Annotated[int, Field(gt=0)]
    tables: Annotated[int, Field(gt=0)]


class TestForms(Part):
    """Which parallel form of the test is written."""

    forms: Literal["A", "B"]


class Track(Part):
    """One path through the lessons, for one audience and one way of delivery."""

    id: Id
    title: Text
    intro: Text
    audience: Literal["officials", "leaders", "trainers", "community"]
    delivery: Literal["room", "self-paced"]
    group: Group | None = None
    lessons: tuple[Session, ...] = ()
    days: tuple[Day, ...] = ()
    pre_test: TestForms | None = None
    post_test: TestForms | None = None

    @property
    def sessions(self) -> tuple[Session, ...]:
        """All sessions in order, of every day or of the self-paced list."""
        return (*self.lessons, *(session for day in self.days for session in day.sessions))


class Objective(Part):
    """What a learner can do afterwards, at which Bloom level, and how that is assessed."""

    id: Id
    lesson: Id
    verb: Words
    bloom: Bloom
    text: Text
    assessed_by: Literal["item", "activity", "observation"]


class ModuleFile(Part):
    """`modules/<module>/module.yaml`: the order of the lessons and what they are for."""

    id: Id
    title: Text
    summary: Text
    lessons: tuple[Id, ...]
    needs: tuple[Id, ...] = ()
    objectives: tuple[Objective, ...]
