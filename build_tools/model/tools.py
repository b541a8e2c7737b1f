"""`curriculum/tools/`: the words of the teaching tools; what they work out is in `build_tools/tools`."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field, PrivateAttr

from build_tools.model.base import Id, Number, Part, Text, Words
from build_tools.model.course import Minutes


class Named(Part):
    """Something with an id and a name: an input, an option, a verdict, a line of a chart."""

    id: Id
    title: Text


class ToolStep(Named):
    """A result, and its formula in words."""

    words: Text


class ToolChoice(Named):
    """A choice or a column of a sorting, and what can be chosen."""

    options: tuple[Named, ...]


class ToolLimit(Part):
    """What to say when numbers contradict each other."""

    id: Id
    text: Text


class ToolChart(Part):
    """The words of the chart; `series` names its lines."""

    title: Text
    alt: Text
    series: tuple[Named, ...] = ()


class ToolRow(Part):
    """A row of a sorting: a card with its right answers by column (`key`), or one without a key.

    `fact` names the evidence of a row about something real.
    """

    id: Id
    text: Text
    key: dict[Id, Id] = Field(default_factory=dict)
    rationale: Text | None = None
    fact: Id | None = None


class Exercise(Part):
    """A card for a group that works with the tool in a room: steps, and what must come out."""

    title: Text
    minutes: Minutes
    materials: Text
    steps: Annotated[tuple[Text, ...], Field(min_length=2, max_length=6)]
    result: Text


class Tool(Part):
    """A tool with everything it says; its id is that of its definition.

    `inputs` gives a name of its own to an input whose parameter is named otherwise; `labels` are
    further words that the tool's own script says.
    """

    id: Id
    title: Text
    lead: Text
    exercise: Exercise
    inputs: tuple[Named, ...] = ()
    choices: tuple[ToolChoice, ...] = ()
    outputs: tuple[ToolStep, ...] = ()
    limits: tuple[ToolLimit, ...] = ()
    chart: ToolChart | None = None
    columns: tuple[ToolChoice, ...] = ()
    verdicts: tuple[Named, ...] = ()
    rows: tuple[ToolRow, ...] = ()
    labels: tuple[Named, ...] = ()
    facts: tuple[Id, ...] = ()


Changed = Annotated[Number | Words, Field(union_mode="left_to_right")]
"""A number, or else the id of an option."""


class ToolAnswer(Part):
    """A key that a tool works out: one of its outputs, with the lesson's values except those in `with`.

    For a sorting, `output` is a row (the key is then the id of its verdict) or a verdict (the key is
    then how many rows have it).
    """

    tool: Id
    output: Id
    with_: dict[Id, Changed] = Field(default_factory=dict, alias="with")

    _worked_out: Decimal | str | None = PrivateAttr(default=None)

    @property
    def value(self) -> Decimal | str:
        """The key; the loader works it out before anybody asks."""
        assert self._worked_out is not None, "the loader resolves every key"
        return self._worked_out
