"""The slides of a module in one edition: planned kind by kind, split where they must, timed, named."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from build_tools.model import Curriculum, Edition, Lesson, Module
from build_tools.render.deck import (
    kinds,
    kinds_lesson,
    kinds_question,
    kinds_sources,
    kinds_tool,
)
from build_tools.render.deck.fit import Fitted, Fitter
from build_tools.render.deck.layouts import layouts
from build_tools.render.deck.plan import Plan
from build_tools.render.deck.say import Voice, with_suffix
from build_tools.render.measure import Ruler

KINDS: dict[str, Callable[[Voice, Any], list[Plan]]] = {
    "title": kinds.title,
    "section": kinds.section,
    "objectives": kinds.objectives,
    "bullets": kinds.bullets,
    "two-columns": kinds.two_columns,
    "table": kinds.table,
    "figure": kinds.figure,
    "activity": kinds_lesson.activity,
    "question": kinds_question.question,
    "key-messages": kinds_lesson.key_messages,
    "quote": kinds_lesson.quote,
    "disagreement": kinds_lesson.disagreement,
    "tool": kinds_tool.tool,
    "sources": kinds_sources.sources,
}
"""What makes the plans of each kind of slide."""


@dataclass(frozen=True, slots=True)
class DeckSlide:
    """A slide ready to be written, and the speaker of its lesson."""

    voice: Voice
    fitted: Fitted

    @property
    def address(self) -> str:
        """Where the slide was written: `life-cycle-risks/aims`."""
        return f"{self.voice.lesson.id}/{self.fitted.plan.id}"


@dataclass(frozen=True, slots=True)
class DeckMaker:
    """Plans the decks of one module in one edition; `draft` says that its Lao awaits review."""

    curriculum: Curriculum
    module: Module
    edition: Edition
    ruler: Ruler
    draft: bool

    @property
    def mark(self) -> str:
        """What stands before English text where Lao is missing."""
        return self.curriculum.word("missing", "lo")

    def slides(self) -> tuple[DeckSlide, ...]:
        """Every slide of the deck, lesson by lesson."""
        known = {layout.name: layout for layout in layouts(self.edition)}
        fitter = Fitter(self.ruler, self.edition, known, self.mark)
        timed = [
            (voice, plan)
            for lesson in self.module.lessons
            for voice in [self._voice(lesson)]
            for plan in on_the_clock(self._plans(voice, fitter))
        ]
        plans = unique_titles([plan for _, plan in timed])
        fitted = alike([fitter.fit(plan) for plan in plans], fitter)
        return tuple(DeckSlide(voice, one) for (voice, _), one in zip(timed, fitted))

    def _voice(self, lesson: Lesson) -> Voice:
        """The speaker of a lesson."""
        return Voice(self.curriculum, self.module, lesson, self.edition, self.draft)

    def _plans(self, voice: Voice, fitter: Fitter) -> Iterator[Plan]:
        """The slides of one lesson, split where their points do not fit."""
        for slide in voice.lesson.slides:
            for plan in KINDS[slide.kind](voice, slide):
                yield from fitter.split(plan)


def on_the_clock(plans: Iterator[Plan]) -> Iterator[Plan]:
    """The slides of a lesson with the minutes at which each begins and ends."""
    minute = 0
    for plan in plans:
        yield replace(plan, clock=(minute, minute + plan.minutes))
        minute += plan.minutes


def unique_titles(plans: list[Plan]) -> list[Plan]:
    """The slides with titles that occur once: parts are numbered "(1/2)", other doubles "(2)"."""
    seen: set[str] = set()
    made: list[Plan] = []
    for plan in plans:
        base = plan.title
        if plan.parts > 1:
            base = with_suffix(base, f" ({plan.part}/{plan.parts})")
        said, count = base, 1
        while said.main.text in seen:
            count += 1
            said = with_suffix(base, f" ({count})")
        seen.add(said.main.text)
        made.append(replace(plan, title=said))
    return made


def alike(slides: list[Fitted], fitter: Fitter) -> list[Fitted]:
    """The slides, the parts of a split one all in the size of its fullest part."""
    made: list[Fitted] = []
    for _, group in groupby(slides, key=lambda one: (one.plan.id, one.plan.parts)):
        parts = list(group)
        smallest = max(one.table.tier if one.table else 0 for one in parts)
        if smallest:
            parts = [fitter.fit(one.plan, smallest) for one in parts]
        tiers: dict[str, int] = {}
        for one in parts:
            tiers |= {name: max(tier, tiers.get(name, 0)) for name, tier in one.tiers.items()}
        made += [replace(one, tiers=tiers) for one in parts]
    return made
