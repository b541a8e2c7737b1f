"""A lesson in two columns, Lao beside English, for interpreters, reviewers and bilingual trainers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from build_tools.markdown import references
from build_tools.model import Block, Box, Heading, Language, Lesson, Section, Text
from build_tools.render.pages import standing
from build_tools.render.pages.column import Column, cell
from build_tools.render.pages.evidence import fact_line, sources
from build_tools.render.pages.lesson import facts_used
from build_tools.render.pages.page import Page, Site, spoken
from build_tools.render.pages.pairs import pairs
from build_tools.render.pages.source import chunk, document, heading
from build_tools.render.pages.templates import fill

ENDING = ".lo-en"
"""What the address of such a page adds to that of its lesson."""


@dataclass(frozen=True, slots=True)
class Row:
    """What says the same in both languages; `lao` is None where nothing does yet."""

    lao: str | None
    english: str
    state: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one section, which its id leads to."""

    id: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """Both columns of the page of one lesson."""

    lao: Column
    english: Column
    lesson: Lesson

    def state(self, address: str) -> str | None:
        """How far the Lao of a unit has come."""
        return self.lao.site.states.get(address)

    def row(self, write: Callable[[Column], str], state: str | None = None) -> Row:
        """A row that is written in the same way in both columns."""
        return Row(write(self.lao), write(self.english), state)

    def text(self, text: Text, address: str) -> Row:
        """A row of one text of a YAML file."""
        lao = None if text.lo is None else self.lao.html(text)
        return Row(lao, self.english.html(text), self.state(address))

    def group(self, name: str, word: str, rows: Iterable[Row]) -> Iterator[Group]:
        """These rows under a heading of their own; nothing without rows."""
        if found := tuple(rows):
            title = self.row(
                lambda column: f"<h2>{spoken(column.word(word), column.language)}</h2>"
            )
            yield Group(f"page-{name}", (title, *found))


def sides_page(site: Site, language: Language, lesson: Lesson) -> tuple[str, bytes]:
    """The path and the bytes of the page that shows a lesson in both languages."""
    page = Page(site, language, f"{lesson.module}/{lesson.id}{ENDING}")
    sides = Sides(Column(page, "lo", lesson), Column(page, "en", lesson), lesson)
    groups = [*_opening(sides), *_sections(sides), *_terms(sides), *_numbers(sides)]
    name = page.word("side-by-side")
    parts = [
        heading(1, name, "top"),
        chunk(fill("sides-opening", page=page, lesson=lesson)),
        chunk(fill("sides", page=page, columns=(sides.lao, sides.english), groups=groups)),
        *sources(page),
    ]
    needed = ["sides", "print", *(["figure"] if lesson.en.boxes("figure") else [])]
    title = f"{lesson.prose(language).title} - {name}"
    return page.file, document({"title": title, "parts": needed}, parts)


def _opening(sides: Sides) -> Iterator[Group]:
    """The title of the lesson, and its objectives."""
    lesson, module = sides.lesson, sides.lao.curriculum.module(sides.lesson.module)
    home = f"{lesson.module}/{lesson.id}/lesson#title"
    lao = lesson.title.lo and fill("sides-title", title=lesson.title.lo)
    english = fill("sides-title", title=spoken(lesson.title.en, "en"))
    yield Group("page-title", (Row(lao, english, sides.state(home)),))
    found = [module.objective(objective_id) for objective_id in lesson.front.objectives]
    rows = [sides.text(one.text, f"{lesson.module}/objectives#{one.id}") for one in found]
    yield from sides.group("objectives", "objectives-lead", rows)


def _sections(sides: Sides) -> Iterator[Group]:
    """The sections of the lesson; one that has no Lao yet is a single row."""
    lao = {section.id: section for section in sides.lesson.lo.sections} if sides.lesson.lo else {}
    for section in sides.lesson.en.sections:
        rows = tuple(_rows(sides, section, lao.get(section.id)))
        if rows:
            yield Group(section.id, rows)


def _rows(sides: Sides, english: Section, lao: Section | None) -> Iterator[Row]:
    """The rows of a section; the first one tells the state of its Lao."""
    first = english.blocks[0] if english.blocks else None
    level = first.level if isinstance(first, Heading) else 1
    state = standing.of_section(sides.lao.site, sides.lesson, english.id) if level > 1 else None
    for left, right in pairs(lao.blocks if lao else (), english.blocks):
        written = cell(sides.lao, left, level) if left else None
        state = state or _state_of_used(sides, right)
        yield Row(written, cell(sides.english, right, level), state)
        state = None


def _state_of_used(sides: Sides, blocks: Iterable[Block]) -> str | None:
    """How far the Lao of a figure, an item or a tool has come, which is translated by itself."""
    ledgers = {
        "figure": f"{sides.lesson.module}/{sides.lesson.id}/figures",
        "items": f"{sides.lesson.module}/quizzes",
        "tool": "curriculum/tools",
    }
    used = [
        f"{ledgers[block.name]}#{block_id}"
        for block in blocks
        if isinstance(block, Box) and block.name in ledgers
        for block_id in block.uses()
    ]
    return sides.state(used[0]) if len(used) == 1 else None


def _terms(sides: Sides) -> Iterator[Group]:
    """The terms of the lesson, in the order in which it uses them."""
    found = dict.fromkeys(
        reference.target
        for block in sides.lesson.en.blocks
        for reference in references(block.tokens)
        if reference.kind == "term"
    )
    terms = [sides.lao.curriculum.terms[term_id] for term_id in found]
    rows = (
        Row(fill("sides-term", url=sides.lao.term_url(term.id), words=term.lo),
            fill("sides-term", url=sides.english.term_url(term.id), words=", ".join(term.en)),
            sides.state(f"curriculum/terms#{term.id}"))
        for term in terms
    )  # fmt: skip
    yield from sides.group("terms", "sides-terms", rows)


def _numbers(sides: Sides) -> Iterator[Group]:
    """The facts that the lesson uses, with their numbers, dates and sources."""
    rows = []
    for fact_id in dict.fromkeys(facts_used(sides.lao, sides.lesson)):
        fact = sides.lao.curriculum.facts[fact_id]
        left, right = (
            fill("sides-fact", page=column, line=fact_line(column, fact_id))
            for column in (sides.lao, sides.english)
        )
        lao = None if fact.statement.lo is None else left
        rows.append(Row(lao, right, sides.state(f"curriculum/facts#{fact_id}")))
    yield from sides.group("numbers", "numbers-on-page", rows)
