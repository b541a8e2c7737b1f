"""What a deck holds, before any edition: its chapters, whose texts they show, when they begin."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from build_tools.model import LANGUAGES, Curriculum, Edition, Language, Text
from build_tools.render.deck.plan import Plan
from build_tools.render.deck.say import Voice
from build_tools.render.runs import plain

Purpose = Literal["module", "tools", "day", "pre-test", "post-test"]


MODULE_DECKS: tuple[Purpose, ...] = ("module", "tools")
"""Decks that belong to a module; the others belong to a track."""


EVERYWHERE = (
    "curriculum/cover",
    *(f"curriculum/{name}#" for name in ("facts", "parameters", "terms", "words")),
)
"""Texts that any slide may show: interface words, the glossary, the evidence, the cover."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section of a deck; `plans` makes its slides.

    `units` are the addresses in the ledger of the texts that it shows; one that ends in "/" stands
    for all below it. `start` is the time of day at which it begins, empty where no day is planned.
    """

    id: str
    title: Text
    plans: Callable[[Voice], Iterable[Plan]]
    units: tuple[str, ...] = ()
    start: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """One deck in every edition; `of` is the id of its module or track, `day` is counted from 1."""

    id: str
    title: Text
    purpose: Purpose
    of: str
    chapters: tuple[Chapter, ...]
    day: int | None = None

    def path(self, edition: Edition) -> str:
        """Where the deck stands in the site."""
        return f"downloads/decks/{self.id}.{edition}.pptx"

    def is_draft(self, states: Mapping[str, str]) -> bool:
        """True if any Lao that it shows is not reviewed; `states` are those of the ledger."""
        units = {unit for chapter in self.chapters for unit in chapter.units}
        below = (*EVERYWHERE, *(unit for unit in units if unit.endswith("/")))
        return any(
            state != "reviewed"
            for address, state in states.items()
            if address in units or address.startswith(below)
        )


def word_text(curriculum: Curriculum, word_id: str, **slots: int | Text) -> Text:
    """An interface word as a text in both languages; a slot may be a text itself."""
    return Text(**{one: curriculum.word(word_id, one, **_filled(curriculum, slots, one))
                   for one in LANGUAGES})  # fmt: skip


def _filled(
    curriculum: Curriculum, slots: Mapping[str, int | Text], language: Language
) -> dict[str, object]:
    """The slots of a word in one language."""
    return {
        name: plain(curriculum, slot.of(language), language) if isinstance(slot, Text) else slot
        for name, slot in slots.items()
    }
