"""Speaker notes: the running clock, then what to do and say."""

from __future__ import annotations

from build_tools.render.deck.arrange import Paragraph, Paragraphs, stacked
from build_tools.render.deck.plan import Plan
from build_tools.render.deck.say import Said, Voice, entries


def note_paragraphs(voice: Voice, plan: Plan) -> Paragraphs:
    """The clock in the first line, then the notes; a further part of a slide points back."""
    said = plan.notes if plan.part == 1 else (voice.word("deck-continued"),)
    return (*_clock(voice, plan), *stacked(entries(_told(said)), "none"))


def _clock(voice: Voice, plan: Plan) -> tuple[Paragraph, ...]:
    """The minutes of this slide, and from when to when in the lesson they run."""
    start, end = plan.clock
    clock = voice.word("deck-clock", n=plan.minutes, start=start, end=end)
    return stacked(entries([clock]), "none")


def _told(said: tuple[Said, ...]) -> tuple[Said, ...]:
    """What is said, without empty paragraphs."""
    return tuple(one for one in said if one.main.text)
