"""Speaker notes: the running clock, then what to do and say."""

from __future__ import annotations

from build_tools.render.deck.arrange import Paragraph, Paragraphs, stacked
from build_tools.render.deck.plan import Plan
from build_tools.render.deck.say import Said, Voice, entries, with_suffix
from build_tools.render.timetable import later


def note_paragraphs(voice: Voice, plan: Plan, start: str = "") -> Paragraphs:
    """The clock in the first line, then the notes; a further part of a slide points back.

    `start` is the time of day at which the chapter begins, where a day is planned.
    """
    said = plan.notes if plan.part == 1 else (voice.word("deck-continued"),)
    return (*_clock(voice, plan, start), *stacked(entries(_told(said)), "none"))


def _clock(voice: Voice, plan: Plan, start: str) -> tuple[Paragraph, ...]:
    """The minutes of this slide, and from when to when they run: in its chapter, and in the day."""
    if plan.hidden:
        return stacked(entries([voice.word("deck-hidden")]), "none")
    first, last = plan.clock
    said = voice.word("deck-clock", n=plan.minutes, start=first, end=last)
    if start:
        said = with_suffix(said, f" · {later(start, first)}-{later(start, last)}")
    return stacked(entries([said]), "none")


def _told(said: tuple[Said, ...]) -> tuple[Said, ...]:
    """What is said, without empty paragraphs."""
    return tuple(one for one in said if one.main.text)
