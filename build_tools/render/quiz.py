"""Items as forms that can be read and tried without a script; `web/quiz.js` adds the checking."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Protocol, TypeVar

from markupsafe import Markup

from build_tools.model import Curriculum, Item, Language, Text
from build_tools.model.items import (
    Extra,
    MatchItem,
    NumericItem,
    Option,
    OrderItem,
    Pair,
    ShortItem,
    SortItem,
    Verdict,
)
from build_tools.model.walk import texts
from build_tools.render.prose import Links, inline_html
from build_tools.render.runs import plain, runs
from build_tools.render.templates import templates
from build_tools.render.values import number, quantity
from build_tools.scoring import key

SHAPES = {
    "single": "choice",
    "multiple": "choice",
    "true-false": "choice",
    "match": "rows",
    "sort": "rows",
    "order": "order",
    "numeric": "typed",
    "short": "typed",
}
"""The shape of the form, which is also the name of its template, for each type of item."""

WORDS = ("answer-right", "answer-partly", "answer-wrong", "right", "not-right")
WORDS_OF_SHAPE = {
    "choice": ("first-choose",),
    "rows": ("first-rows",),
    "order": ("first-move", "move-up", "move-down", "moved"),
    "typed": ("first-write", "read-as", "not-a-number"),
}
"""The interface words that the script says."""


NOTHING = Markup()


class HasId(Protocol):
    """Anything with a written id."""

    @property
    def id(self) -> str:
        """The written id."""


Named = TypeVar("Named", bound=HasId)


def shuffled(
    item_id: str, parts: Sequence[Named], extra: Sequence[Named] = ()
) -> tuple[Named, ...]:
    """Parts and extra parts mixed, fixed by their ids alone; the parts never stand as written."""
    mixed = sorted(
        (*parts, *extra), key=lambda part: sha256(f"{item_id}/{part.id}".encode()).digest()
    )
    if [part for part in mixed if part in parts] == list(parts):
        mixed.reverse()
    return tuple(mixed)


@dataclass(frozen=True, slots=True)
class Line:
    """An option, a row or a step: its words, why it is right or wrong, and where a row belongs."""

    id: str
    label: Markup
    why: Markup = NOTHING
    place: Markup = NOTHING
    right: bool = False


@dataclass(frozen=True, slots=True)
class ItemWriter:
    """What the templates ask for: the texts of one item on one page."""

    curriculum: Curriculum
    item: Item
    language: Language
    links: Links

    def word(self, word_id: str) -> str:
        """An interface word in the page's language."""
        return self.curriculum.word(word_id, self.language)

    def prose(self, text: Text | None) -> Markup:
        """The text with its links, for what stands outside labels; empty for None."""
        if text is None:
            return NOTHING
        spoken = text.language_of(self.language)
        html = inline_html(self.curriculum, text.of(self.language), spoken, self.links)
        return self._marked(text, Markup(html))

    def label(self, text: Text) -> Markup:
        """The text without links, which would take the reader away in place of choosing."""
        spoken = text.language_of(self.language)
        look = (Markup("<strong>{}</strong>"), Markup("{}"))
        parts = runs(self.curriculum, text.of(self.language), spoken)
        html = Markup().join(look[not run.bold].format(run.text) for run in parts)
        return self._marked(text, html)

    def plain(self, text: Text) -> str:
        """The bare words of the text, for the entry of a list."""
        spoken = text.language_of(self.language)
        return plain(self.curriculum, text.of(self.language), spoken)

    def _marked(self, text: Text, html: Markup) -> Markup:
        """The HTML, marked as English where it stands for missing Lao."""
        if text.language_of(self.language) == self.language:
            return html
        return Markup('<span lang="en">{}</span>').format(html)

    def is_missing(self) -> bool:
        """True if a text of the item is not there in the page's language."""
        return any(text.language_of(self.language) != self.language for text in texts(self.item))

    def lines(self) -> tuple[Line, ...]:
        """Options as written; rows in the order of the page; steps in the right order."""
        item = self.item
        if isinstance(item, MatchItem):
            return tuple(
                Line(pair.id, self.label(pair.left), place=self.label(pair.right))
                for pair in item.pairs
            )
        if isinstance(item, SortItem):
            groups = {group.id: self.label(group.text) for group in item.groups}
            return tuple(
                Line(card.id, self.label(card.text), self.prose(card.rationale), groups[card.group])
                for card in shuffled(item.id, item.cards)
            )
        if isinstance(item, OrderItem):
            return tuple(Line(step.id, self.label(step.text)) for step in item.steps)
        if isinstance(item, NumericItem | ShortItem):
            return ()
        return tuple(
            Line(option.id, self._choice(option), self.prose(option.rationale), right=option.key)
            for option in item.options
        )

    def _choice(self, option: Option | Verdict) -> Markup:
        """The words of an option; those of a verdict are interface words."""
        if isinstance(option, Verdict):
            return Markup.escape(self.word(f"verdict-{option.id}"))
        return self.label(option.text)

    def mixed(self, lines: Sequence[Line]) -> tuple[Line, ...]:
        """The lines in the order in which an order item shows them first."""
        return shuffled(self.item.id, lines)

    def places(self) -> tuple[tuple[str, Text], ...]:
        """What the list of a row offers: the right sides mixed, or the groups as written."""
        if isinstance(self.item, MatchItem):
            sides: tuple[Pair | Extra, ...] = shuffled(
                self.item.id, self.item.pairs, self.item.extra
            )
            return tuple((side.id, side.right) for side in sides)
        if isinstance(self.item, SortItem):
            return tuple((group.id, group.text) for group in self.item.groups)
        return ()

    def affixes(self) -> tuple[str, str]:
        """What stands before and after a typed number: ("LAK ", "") or ("", " ກີບ")."""
        if not isinstance(self.item, NumericItem):
            return "", ""
        before, _, after = self.word(f"unit-{self.item.unit}").partition("{n}")
        return before.strip(), after.strip()

    def typed_answer(self) -> str:
        """The right number with its unit and tolerance, or the first accepted word."""
        if isinstance(self.item, NumericItem):
            answer = quantity(self.curriculum, self.item.number, self.item.unit, self.language)
            near = number(self.item.tolerance, self.language)
            return f"{answer} (± {near})" if self.item.tolerance else answer
        if isinstance(self.item, ShortItem):
            accept = self.item.accept
            return (accept.lo if self.language == "lo" else accept.en)[0]
        return ""

    def data(self) -> Markup:
        """JSON for the script: what is right, and the words that it says."""
        words = (*WORDS, *WORDS_OF_SHAPE[SHAPES[self.item.type]])
        data: dict[str, Any] = {
            "language": self.language,
            "key": key(self.item),
            "words": {word_id: self.word(word_id) for word_id in words},
        }
        if self.item.aliases:
            data["aliases"] = self.item.aliases
        return Markup(json.dumps(data, ensure_ascii=False).replace("<", "\\u003c"))


def reading_html(curriculum: Curriculum, item: Item, language: Language, links: Links) -> str:
    """One item to be read and not to be tried: its question, what is right, and why."""
    writer = ItemWriter(curriculum, item, language, links)
    page = templates("quiz").get_template("reading.html.j2")
    return page.render(writer=writer, item=item, shape=SHAPES[item.type])


def item_html(curriculum: Curriculum, item: Item, language: Language, links: Links) -> str:
    """The form of one item, with its answer folded away under it."""
    writer = ItemWriter(curriculum, item, language, links)
    page = templates("quiz").get_template("item.html.j2")
    return page.render(writer=writer, item=item, shape=SHAPES[item.type], prefix=f"q--{item.id}")
