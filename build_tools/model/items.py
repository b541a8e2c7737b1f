"""The item bank: eight types of item, both languages side by side, one key written once."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from build_tools.model.base import Id, Number, Part, Text, Words
from build_tools.model.course import Bloom
from build_tools.model.evidence import Unit
from build_tools.model.tools import ToolAnswer

Use = Literal["practice", "pre", "post"]


class ItemPart(Part):
    """What every item has, whatever its type.

    An item of a module's bank has a lesson and an objective; one of `quizzes/tools.yaml` asks about
    the tool that works out its key.
    """

    id: Id
    lesson: Id | None = None
    objective: Id | None = None
    bloom: Bloom
    use: tuple[Use, ...] = ("practice",)
    stem: Text
    rationale: Text
    facts: tuple[Id, ...] = ()
    aliases: tuple[Id, ...] = ()


class Option(Part):
    """A choice; a key is right, any other is a distractor. Each has its own rationale."""

    id: Id
    text: Text
    key: bool = False
    rationale: Text | None = None


class Verdict(Part):
    """One side of a true-false item; its wording is an interface word."""

    id: Literal["true", "false"]
    key: bool = False
    rationale: Text | None = None


class Pair(Part):
    """A left side and the right side that belongs to it."""

    id: Id
    left: Text
    right: Text


class Extra(Part):
    """A right side that belongs to nothing."""

    id: Id
    right: Text


class Step(Part):
    """A step of an order item, written in the right order."""

    id: Id
    text: Text


class SortGroup(Part):
    """A heading under which cards are sorted."""

    id: Id
    text: Text


class Card(Part):
    """A card and the group it belongs to."""

    id: Id
    text: Text
    group: Id
    rationale: Text | None = None


class Accepted(Part):
    """The spellings that count as right in each language."""

    en: tuple[Words, ...]
    lo: tuple[Words, ...]


class SingleItem(ItemPart):
    """One key among several options; with `answer`, the option that a tool's verdict names."""

    type: Literal["single"]
    options: tuple[Option, ...]
    answer: ToolAnswer | None = None


class MultipleItem(ItemPart):
    """One or more keys among several options."""

    type: Literal["multiple"]
    options: tuple[Option, ...]


class TrueFalseItem(ItemPart):
    """A statement to be judged."""

    type: Literal["true-false"]
    options: tuple[Verdict, ...]


class MatchItem(ItemPart):
    """Left sides to be joined with their right sides; `extra` right sides stay alone."""

    type: Literal["match"]
    pairs: tuple[Pair, ...]
    extra: tuple[Extra, ...] = ()


class OrderItem(ItemPart):
    """Steps to be put in order."""

    type: Literal["order"]
    steps: tuple[Step, ...]


class NumericItem(ItemPart):
    """A number to be typed; right within `tolerance` of `answer`, which a tool may work out."""

    type: Literal["numeric"]
    answer: Number | ToolAnswer
    tolerance: Number = Decimal(0)
    unit: Unit

    @property
    def number(self) -> Decimal:
        """The right number."""
        value = self.answer.value if isinstance(self.answer, ToolAnswer) else self.answer
        assert isinstance(value, Decimal), "the loader refuses other keys"
        return value


class ShortItem(ItemPart):
    """A word to be typed; compared after the Lao fold."""

    type: Literal["short"]
    accept: Accepted


class SortItem(ItemPart):
    """Cards to be put under headings."""

    type: Literal["sort"]
    groups: tuple[SortGroup, ...]
    cards: tuple[Card, ...]


Item = Annotated[
    SingleItem
    | MultipleItem
    | TrueFalseItem
    | MatchItem
    | OrderItem
    | NumericItem
    | ShortItem
    | SortItem,
    Field(discriminator="type"),
]
