"""A lesson: its prose in each language as headings, boxes and runs of Markdown tokens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from markdown_it.token import Token
from pydantic import Field

from build_tools.findings import Place
from build_tools.model.base import Id, Language, Part, Text, Words
from build_tools.model.course import Minutes
from build_tools.model.dates import Month
from build_tools.model.figures import Figure
from build_tools.model.slides import Slide

BoxName = Literal[
    "activity", "case", "trainer", "figure", "disagreement", "tool", "quote", "items",
    "key-messages", "note",
]  # fmt: skip


class LessonMinutes(Part):
    """Minutes for one learner alone (0: not for learning alone), and for a class in a room."""

    self_: Minutes = Field(alias="self")
    room: Minutes


class FrontMatter(Part):
    """The head of `lesson.en.md`; what is not language is written here once."""

    title: Words
    minutes: LessonMinutes
    objectives: tuple[Id, ...]
    valid_as_of: Month


class TwinFrontMatter(Part):
    """The head of `lesson.lo.md`: only what is translated."""

    title: Words


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its written id; `tokens` are the inline tokens of its text."""

    level: int
    id: str
    tokens: tuple[Token, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Run:
    """Markdown blocks that stand in no box."""

    tokens: tuple[Token, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Box:
    """A `:::` block: its name of the closed set, its own id if it defines one, and its attributes."""

    name: BoxName
    id: str | None
    attributes: Mapping[str, str]
    tokens: tuple[Token, ...]
    place: Place

    def uses(self) -> tuple[str, ...]:
        """The ids that `use=` names, in order."""
        return tuple(self.attributes.get("use", "").split())


Block = Heading | Run | Box


@dataclass(frozen=True, slots=True)
class Section:
    """A unit of translation: a heading and what stands below it; id "title" is the lesson's top."""

    id: str
    blocks: tuple[Block, ...]
    source: str
    place: Place


@dataclass(frozen=True, slots=True)
class Prose:
    """A lesson in one language; `lines` are the lines of its file, `environment` its footnotes.

    The `map` of every token counts lines of the file from 0.
    """

    path: str
    title: str
    sections: tuple[Section, ...]
    lines: tuple[str, ...] = ()
    environment: Mapping[str, Any] = field(default_factory=dict)

    def place_of(self, line: int | None, text: str = "") -> Place:
        """The place of a text on a line (counted from 0), or of the first line that holds it."""
        if line is None:
            line = next((n for n, held in enumerate(self.lines) if text and text in held), 0)
        held = self.lines[line] if line < len(self.lines) else ""
        return Place(self.path, line + 1, max(held.find(text), 0) + 1)

    @property
    def blocks(self) -> Iterator[Block]:
        """Every block in reading order."""
        return (block for section in self.sections for block in section.blocks)

    def boxes(self, *names: BoxName) -> tuple[Box, ...]:
        """The boxes of these names (all boxes without a name), in reading order."""
        found = (block for block in self.blocks if isinstance(block, Box))
        return tuple(box for box in found if not names or box.name in names)


@dataclass(frozen=True, slots=True)
class Lesson:
    """A 10 to 45 minute unit; `lo` is None while the Lao text is missing."""

    id: str
    module: str
    front: FrontMatter
    en: Prose
    lo: Prose | None
    slides: tuple[Slide, ...] = ()
    figures: tuple[Figure, ...] = ()
    media: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def title(self) -> Text:
        """The title in both languages."""
        return Text(en=self.front.title, lo=self.lo.title if self.lo else None)

    def prose(self, language: Language) -> Prose:
        """The prose in this language, or the English one where the Lao is missing."""
        return self.lo if language == "lo" and self.lo is not None else self.en

    def language_of(self, language: Language) -> Language:
        """The language that `prose` really answers in."""
        return "lo" if language == "lo" and self.lo is not None else "en"

    def figure(self, figure_id: str) -> Figure:
        """The figure with this id; raises KeyError."""
        return {figure.id: figure for figure in self.figures}[figure_id]

    def activity(self, box_id: str, language: Language) -> Box:
        """The activity box with this id in this language; raises KeyError."""
        return {box.id: box for box in self.prose(language).boxes("activity")}[box_id]
