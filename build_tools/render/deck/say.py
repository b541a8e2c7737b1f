"""What is said on a slide: one text in the language or languages of an edition."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from build_tools.model import Curriculum, Edition, Language, Lesson, Module, Text
from build_tools.render.runs import TextRun, plain, runs

Runs = tuple[TextRun, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """Runs in one language; `missing` says that Lao should stand here and does not exist yet."""

    runs: Runs
    language: Language
    missing: bool = False

    @property
    def text(self) -> str:
        """The words without their look."""
        return "".join(run.text for run in self.runs).strip()


@dataclass(frozen=True, slots=True)
class Said:
    """A text as an edition says it: the main line, and the English line of the bilingual edition."""

    main: Line
    second: Line | None = None

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines in reading order."""
        return (self.main,) if self.second is None else (self.main, self.second)


@dataclass(frozen=True, slots=True)
class Entry:
    """A text in a box; level 0 is a top-level paragraph, level 1 stands under it."""

    said: Said
    level: int = 0


Entries = tuple[Entry, ...]


def one_line(curriculum: Curriculum, text: Text, edition: Edition) -> str:
    """The words of a text as one line, in the languages of the edition."""
    languages: tuple[Language, ...] = ("lo", "en") if edition == "lo-en" else (edition,)
    said = [plain(curriculum, text.of(one), text.language_of(one)) for one in languages]
    return " / ".join(dict.fromkeys(said))


@dataclass(frozen=True, slots=True)
class Voice:
    """The speaker of one edition; turns every kind of text into what is said.

    `draft` says that Lao of this deck waits for its review.
    """

    curriculum: Curriculum
    edition: Edition
    draft: bool

    def text(self, text: Text) -> Said:
        """A text of a YAML file."""
        english = runs(self.curriculum, text.en, "en")
        return self.said(english, None if text.lo is None else runs(self.curriculum, text.lo, "lo"))

    def word(self, word_id: str, **values: Said | object) -> Said:
        """An interface word with its slots filled; a slot may hold something said."""
        filled = {
            language: (
                TextRun(
                    self.curriculum.word(
                        word_id, language, **{k: _slot(v, language) for k, v in values.items()}
                    )
                ),
            )
            for language in ("en", "lo")
        }
        return self.said(filled["en"], filled["lo"] if self._has_lao(word_id) else None)

    def same(self, text: str, language: Language) -> Said:
        """A text that has one language in every edition, such as the title of a source."""
        return Said(Line((TextRun(text),), language))

    def said(self, english: Runs, lao: Runs | None) -> Said:
        """Both versions of a text as this edition says them."""
        if self.edition == "en":
            return Said(Line(english, "en"))
        main = Line(english, "en", missing=True) if lao is None else Line(lao, "lo")
        return Said(main, Line(english, "en") if self.edition == "lo-en" else None)

    def pairs(self, english: Sequence[Runs], lao: Sequence[Runs] | None) -> tuple[Said, ...]:
        """The items of a list in both languages, side by side."""
        if lao is None:
            return tuple(self.said(runs, None) for runs in english)
        return tuple(
            self.said(one or (), two) for one, two in zip_longest(english, lao) if one is not None
        )

    def _has_lao(self, word_id: str) -> bool:
        """True if the word is translated."""
        return self.curriculum.words[word_id].lo is not None


@dataclass(frozen=True, slots=True)
class LessonVoice(Voice):
    """The speaker of one lesson; `number` is the place of the lesson in the deck, from 1.

    `in_day` says that the deck is that of a training day, which counts its own lessons.
    """

    module: Module
    lesson: Lesson
    number: int
    in_day: bool


def _slot(value: object, language: Language) -> object:
    """What stands in the slot of a word."""
    if not isinstance(value, Said):
        return value
    for line in value.lines:
        if line.language == language:
            return line.text
    return value.main.text


def joined(parts: Sequence[Said], between: str = " · ") -> Said:
    """Several texts on one line."""
    main = _join([part.main for part in parts], between)
    seconds = [part.second for part in parts if part.second is not None]
    return Said(main, _join(seconds, between) if seconds else None)


def _join(lines: Sequence[Line], between: str) -> Line:
    """The lines one behind the other; in the language of the first."""
    made: list[TextRun] = []
    for line in lines:
        made += [TextRun(between), *line.runs] if made else line.runs
    return Line(tuple(made), lines[0].language, any(line.missing for line in lines))


def on_one_line(said: Said) -> Said:
    """The text with its English behind it instead of under it."""
    if said.second is None or said.main.missing:
        return Said(said.main)
    return Said(_join(said.lines, " · "))


def with_suffix(said: Said, suffix: str) -> Said:
    """The text with the same few letters behind it in each language."""
    return _changed(said, lambda runs: (*runs, TextRun(suffix)))


def prefixed(prefix: str, said: Said) -> Said:
    """The text with the same few letters before it in each language."""
    return _changed(said, lambda runs: (TextRun(prefix), *runs))


def bold(said: Said) -> Said:
    """The text in bold."""
    return _changed(said, lambda runs: tuple(replace(run, bold=True) for run in runs))


def _changed(said: Said, change: Callable[[Runs], Runs]) -> Said:
    """The text with the runs of each of its lines changed."""
    second = said.second
    return Said(
        replace(said.main, runs=change(said.main.runs)),
        None if second is None else replace(second, runs=change(second.runs)),
    )


def entries(said: Sequence[Said], level: int = 0) -> Entries:
    """Texts as paragraphs of one level."""
    return tuple(Entry(one, level) for one in said)
