"""Speaker notes: the running clock, then what to do and say, one action a line."""

from __future__ import annotations

import re
from dataclasses import replace

from build_tools.model import Language, Text
from build_tools.render.deck.arrange import UNDER, Paragraph, Paragraphs, stacked
from build_tools.render.deck.plan import Plan
from build_tools.render.deck.say import (
    Entry,
    Line,
    Said,
    Voice,
    bold,
    entries,
    joined,
    with_suffix,
)
from build_tools.render.runs import runs
from build_tools.render.timetable import later

# Lao says "expect that" without a colon; an option has its letter.
_CUE = re.compile(r"[^\W\d_][^\d.,;:?!\"'“‘(\[]{0,23}:(?=\s|$)|ຄາດວ່າ(?=\s)|[A-Z]\.(?=\s)")
_WORDS = 4


def note_lines(voice: Voice, text: Text) -> tuple[Said, ...]:
    """A paragraph for each line of a text, both languages of a line together.

    Where their lines are not as many, all lines of the one stand before all of the other.
    """
    english = text.en.splitlines()
    lao = None if text.lo is None else text.lo.splitlines()
    if lao is None:
        return tuple(voice.text(Text(en=line)) for line in english)
    if len(english) == len(lao):
        return tuple(voice.text(Text(en=one, lo=two)) for one, two in zip(english, lao))
    written: dict[Language, list[str]] = {"lo": lao, "en": english}
    return tuple(
        Said(Line(runs(voice.curriculum, line, language), language))
        for language, lines in written.items()
        if language in voice.edition.split("-")
        for line in lines
    )


def note_paragraphs(voice: Voice, plan: Plan, start: str = "") -> Paragraphs:
    """The clock in the first line, then the notes; a further part of a slide points back.

    `start` is the time of day at which the chapter begins, where a day is planned.
    """
    said = plan.notes if plan.part == 1 else (voice.word("deck-continued"),)
    told = tuple(_entry(voice, one) for one in said if one.main.text)
    return (*_clock(voice, plan, start), *stacked(told, "none"))


def _clock(voice: Voice, plan: Plan, start: str) -> tuple[Paragraph, ...]:
    """The minutes of this slide, and from when to when they run: in its chapter, and in the day."""
    if plan.hidden:
        return stacked(entries([bold(voice.word("deck-hidden"))]), "none")
    first, last = plan.clock
    said = voice.word("deck-clock", n=plan.minutes, start=first, end=last)
    if start:
        said = with_suffix(said, f" · {later(start, first)}-{later(start, last)}")
    return stacked(entries([bold(said)]), "none")


def _entry(voice: Voice, said: Said) -> Entry:
    """A paragraph with its cues in bold; English that has no Lao before it keeps its quiet look."""
    quiet = voice.edition == "lo-en" and said.main.language == "en" and not said.main.missing
    second = None if said.second is None else cued(said.second)
    return Entry(Said(cued(said.main), second), UNDER if quiet else 0)


def cued(line: Line) -> Line:
    """The line with its first words in bold where they are a cue: few, and before a colon."""
    if not line.runs or line.runs[0].bold:
        return line
    first, *others = line.runs
    found = _CUE.match(first.text)
    if found is None or len(found[0].split()) > _WORDS:
        return line
    rest = replace(first, text=first.text[found.end() :])
    return replace(line, runs=(replace(first, text=found[0], bold=True), rest, *others))


def with_cue(cue: Said, said: Said) -> Said:
    """A text behind a cue of any length, both on one line."""
    whole = cue.main.text.endswith((".", ":", "?", "!"))
    return joined([bold(cue if whole else with_suffix(cue, ":")), said], " ")
