"""The hidden slide at the end of a lesson: the words of its glossary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_tools.check.uses import prose_references, text_references
from build_tools.model import Term
from build_tools.render.deck.plan import Plan
from build_tools.render.deck.say import LessonVoice, Said, bold, joined

MOST_TERMS = 8
"""Those that a lesson uses first; its further ones stand on the glossary page."""


def glossary(voice: LessonVoice) -> list[Plan]:
    """The terms of the lesson in both languages with their meaning; no slide where it has none."""
    terms = [voice.curriculum.terms[one] for one in _terms(voice)[:MOST_TERMS]]
    if not terms:
        return []
    heads = voice.word("edition-lo"), voice.word("edition-en"), voice.word("deck-words-meaning")
    rows = (_ordered(voice, *heads), *(_row(voice, term) for term in terms))
    notes = (voice.word("deck-words-note"), *_told_in_english(voice, terms))
    said = voice.word("deck-words", n=voice.number)
    return [Plan("words", "Table", said, {}, notes, table=rows, hidden=True)]


def _row(voice: LessonVoice, term: Term) -> tuple[Said, ...]:
    """A term in Lao and in English, and its meaning in the first language of the edition."""
    lao, english = voice.same(term.lo, "lo"), voice.same(term.en[0], "en")
    return _ordered(voice, lao, english, Said(voice.text(term.definition).main))


def _ordered(voice: LessonVoice, lao: Said, english: Said, meaning: Said) -> tuple[Said, ...]:
    """The cells of a row; the language that the room reads first stands first."""
    pair = (english, lao) if voice.edition == "en" else (lao, english)
    return (*pair, meaning)


def _told_in_english(voice: LessonVoice, terms: Sequence[Term]) -> Iterator[Said]:
    """The English meanings, for the notes of an edition whose table has no room for them."""
    for term in terms:
        meaning = voice.text(term.definition).second
        if meaning is not None:
            yield joined([bold(voice.same(term.en[0], "en")), Said(meaning)], ": ")


def _terms(voice: LessonVoice) -> list[str]:
    """The ids of the terms that the lesson names, in the order of first use, prose before slides."""
    lesson = voice.lesson
    used = [reference for reference, _ in prose_references(lesson.en)]
    used += [reference for slide in lesson.slides for reference, _ in text_references(slide)]
    return list(dict.fromkeys(one.target for one in used if one.kind == "term"))
