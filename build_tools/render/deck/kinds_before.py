"""The hidden slide at the head of a deck: whether this computer has its fonts."""

from __future__ import annotations

from build_tools.model import Curriculum, Language
from build_tools.render.deck.outline import Chapter, word_text
from build_tools.render.deck.plan import Plan
from build_tools.render.deck.say import Line, Said, Voice, entries
from build_tools.render.runs import TextRun

LAO_LINE = "ໝູ່ບ້ານໜຶ່ງ ມີນ້ຳດື່ມ, ປຶ້ມ ແລະ ເຂົ້າ"
"""Tone marks over upper vowels, before ຳ and over the joined letters ໜ and ໝ."""
LATIN_LINE = "Social protection 0123456789"


def before_chapter(curriculum: Curriculum) -> Chapter:
    """What a trainer checks before the deck is shown."""
    return Chapter("before-you-start", word_text(curriculum, "before-you-start"), fonts)


def fonts(voice: Voice) -> list[Plan]:
    """Two lines to look at, how they should look, and what to do where they do not."""
    deck = voice.curriculum.cover.deck
    lines = (
        _line(voice, deck.lao_font, LAO_LINE, "lo"),
        _line(voice, deck.latin_font, LATIN_LINE, "en"),
    )
    told = [
        voice.word(f"fonts-{name}", font=deck.lao_font) for name in ("right", "wrong", "remedy")
    ]
    notes = (voice.word("hidden-slides-note"), voice.word("clock-note"))
    body = entries([*lines, *told])
    title = voice.word("fonts-title")
    return [Plan("fonts", "Content", title, {"body": body}, notes, split="body", hidden=True)]


def _line(voice: Voice, font: str, words: str, language: Language) -> Said:
    """A line to look at behind the name of its font; once, where two languages stand beside it."""
    second = Line((TextRun(font),), "en") if voice.edition == "lo-en" else None
    return Said(Line((TextRun(f"{font}: "), TextRun(words)), language), second)
