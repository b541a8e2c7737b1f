"""The slides of a deck in one edition: planned chapter by chapter, split where they must, timed, named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from build_tools.model import Curriculum, Edition
from build_tools.render.deck.fit import Fitted, Fitter
from build_tools.render.deck.outline import Chapter, Outline
from build_tools.render.deck.own import layouts_for
from build_tools.render.deck.plan import Plan
from build_tools.render.deck.say import Voice, with_suffix
from build_tools.render.measure import Ruler


@dataclass(frozen=True, slots=True)
class DeckSlide:
    """A slide ready to be written, and the chapter it belongs to."""

    chapter: Chapter
    fitted: Fitted

    @property
    def address(self) -> str:
        """Where the slide was written: `life-cycle-risks/aims`."""
        return f"{self.chapter.id}/{self.fitted.plan.id}"


@dataclass(frozen=True, slots=True)
class DeckMaker:
    """Plans one deck in one edition; `draft` says that its Lao awaits review."""

    curriculum: Curriculum
    outline: Outline
    edition: Edition
    ruler: Ruler
    draft: bool

    @property
    def voice(self) -> Voice:
        """The speaker of this edition."""
        return Voice(self.curriculum, self.edition, self.draft)

    @property
    def mark(self) -> str:
        """What stands before English text where Lao is missing."""
        return self.curriculum.word("missing", "lo")

    @property
    def fitter(self) -> Fitter:
        """What measures the slides in the template of this edition."""
        known = layouts_for(self.curriculum, self.edition)
        return Fitter(self.ruler, self.edition, known, self.mark, self.curriculum)

    def slides(self) -> tuple[DeckSlide, ...]:
        """Every slide of the deck, chapter by chapter."""
        fitter = self.fitter
        timed = [
            (chapter, plan)
            for chapter in self.outline.chapters
            for plan in on_the_clock(_split(chapter.plans(self.voice), fitter))
        ]
        plans = unique_titles([plan for _, plan in timed])
        fitted = alike([fitter.fit(plan) for plan in plans], fitter)
        return tuple(DeckSlide(chapter, one) for (chapter, _), one in zip(timed, fitted))


def _split(plans: Iterable[Plan], fitter: Fitter) -> Iterator[Plan]:
    """The slides, split where their points do not fit."""
    for plan in plans:
        yield from fitter.split(plan)


def on_the_clock(plans: Iterable[Plan]) -> Iterator[Plan]:
    """The slides of a chapter with the minutes at which each begins and ends."""
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
