"""`slides.yaml`: the deck of a lesson, both languages side by side."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from build_tools.model.base import Id, Part, Text
from build_tools.model.course import Minutes


class SlidePart(Part):
    """What every slide has."""

    id: Id
    notes: Text | None = None


class TimedSlide(SlidePart):
    """A slide with minutes of its own."""

    minutes: Minutes = 0


class Point(Text):
    """A bullet, with second-level bullets below it."""

    points: tuple[Text, ...] = ()


Points = Annotated[tuple[Point, ...], Field(min_length=1)]


class Column(Part):
    """Half of a two-column slide."""

    title: Text
    points: Points


class TitleSlide(TimedSlide):
    """The cover of the lesson: its title comes from the lesson."""

    kind: Literal["title"]


class SectionSlide(TimedSlide):
    """A divider."""

    kind: Literal["section"]
    title: Text


class ObjectivesSlide(TimedSlide):
    """The objectives of the lesson, taken from the module."""

    kind: Literal["objectives"]


class BulletsSlide(TimedSlide):
    """At most five points."""

    kind: Literal["bullets"]
    title: Text
    points: Points


class TwoColumnsSlide(TimedSlide):
    """Two lists side by side."""

    kind: Literal["two-columns"]
    title: Text
    columns: Annotated[tuple[Column, ...], Field(min_length=2, max_length=2)]


class TableSlide(TimedSlide):
    """A native table with a header row."""

    kind: Literal["table"]
    title: Text
    header: Annotated[tuple[Text, ...], Field(min_length=1)]
    rows: Annotated[tuple[tuple[Text, ...], ...], Field(min_length=1)]


class FigureSlide(TimedSlide):
    """A figure of the lesson, drawn natively."""

    kind: Literal["figure"]
    use: Id


class ActivitySlide(SlidePart):
    """An activity of the lesson; its minutes are written once, in the activity box."""

    kind: Literal["activity"]
    use: Id


class QuestionSlide(TimedSlide):
    """An item of the lesson; its answer slide follows by itself."""

    kind: Literal["question"]
    use: Id


class KeyMessagesSlide(TimedSlide):
    """The key messages box of the lesson."""

    kind: Literal["key-messages"]


class QuoteSlide(TimedSlide):
    """A short attributed quotation."""

    kind: Literal["quote"]
    quote: Text
    source: Id


class DisagreementSlide(TimedSlide):
    """Facts that differ, side by side with source and date."""

    kind: Literal["disagreement"]
    title: Text
    facts: Annotated[tuple[Id, ...], Field(min_length=1)]


class ToolSlide(TimedSlide):
    """A tool: its worked example, its chart, and the exercise for groups."""

    kind: Literal["tool"]
    use: Id


class SourcesSlide(SlidePart):
    """The sources that the lesson cites."""

    kind: Literal["sources"]


Slide = Annotated[
    TitleSlide
    | SectionSlide
    | ObjectivesSlide
    | BulletsSlide
    | TwoColumnsSlide
    | TableSlide
    | FigureSlide
    | ActivitySlide
    | QuestionSlide
    | KeyMessagesSlide
    | QuoteSlide
    | DisagreementSlide
    | ToolSlide
    | SourcesSlide,
    Field(discriminator="kind"),
]
