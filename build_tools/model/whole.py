"""The whole curriculum as one frozen value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from build_tools.model.activities import RoomActivity
from build_tools.model.base import Language
from build_tools.model.course import Cover, ModuleFile, Objective, Track
from build_tools.model.evidence import Fact, Parameter, Province, Source, Term, Word
from build_tools.model.items import Item
from build_tools.model.ledger import LedgerEntry
from build_tools.model.lesson import Lesson
from build_tools.model.tools import Tool


class MissingWord(LookupError):
    """An output needs an interface word that words.yaml does not have; the message names it."""


@dataclass(frozen=True, slots=True)
class Module:
    """A theme of one to three hours: its file, its written lessons in order, its item bank."""

    file: ModuleFile
    lessons: tuple[Lesson, ...]
    items: tuple[Item, ...]
    ledger: Mapping[str, LedgerEntry] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The module's id."""
        return self.file.id

    def objective(self, objective_id: str) -> Objective:
        """The objective with this id; raises KeyError."""
        return {objective.id: objective for objective in self.file.objectives}[objective_id]

    def items_of(self, lesson_id: str) -> tuple[Item, ...]:
        """The items of one lesson, in bank order."""
        return tuple(item for item in self.items if item.lesson == lesson_id)


@dataclass(frozen=True, slots=True)
class Curriculum:
    """Everything that is taught, to whom and on what evidence."""

    cover: Cover
    sources: Mapping[str, Source] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    provinces: Mapping[str, Province] = field(default_factory=dict)
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    words: Mapping[str, Word] = field(default_factory=dict)
    activities: Mapping[str, RoomActivity] = field(default_factory=dict)
    tracks: tuple[Track, ...] = ()
    modules: tuple[Module, ...] = ()
    tools: Mapping[str, Tool] = field(default_factory=dict)
    tool_items: tuple[Item, ...] = ()
    """Items about tools whose lesson is not written yet."""
    ledger: Mapping[str, LedgerEntry] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    """The logo and the templates of the decks, by the path that `curriculum.yaml` gives."""
    broken: frozenset[str] = frozenset()
    """Ids of parts that could not be loaded, so that nothing complains about them twice."""

    @property
    def lessons(self) -> Iterator[Lesson]:
        """Every written lesson, module by module."""
        return (lesson for module in self.modules for lesson in module.lessons)

    def module(self, module_id: str) -> Module:
        """The module with this id; raises KeyError."""
        return {module.id: module for module in self.modules}[module_id]

    def lesson(self, lesson_id: str) -> Lesson:
        """The lesson with this id; raises KeyError."""
        return {lesson.id: lesson for lesson in self.lessons}[lesson_id]

    @property
    def items(self) -> Iterator[Item]:
        """Every item of every bank."""
        yield from (item for module in self.modules for item in module.items)
        yield from self.tool_items

    def word(self, word_id: str, language: Language, **values: object) -> str:
        """An interface word with its `{name}` slots filled; raises MissingWord."""
        word = self.words.get(word_id)
        if word is None:
            raise MissingWord(f"curriculum/words.yaml has no word `{word_id}`; a page needs it.")
        text = word.lo if language == "lo" and word.lo is not None else word.en
        return text.format(**values) if values else text
