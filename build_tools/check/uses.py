"""Everything that one part of the curriculum says of another, with the place where it says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from build_tools.findings import Place
from build_tools.markdown import Reference, parse_inline, references
from build_tools.model import ActivitySession, Curriculum, Heading, Item, Lesson, Part, Prose
from build_tools.model.course import LessonSession
from build_tools.model.figures import BarFigure
from build_tools.model.slides import (
    ActivitySlide,
    DisagreementSlide,
    FigureSlide,
    QuestionSlide,
    QuoteSlide,
    ToolSlide,
)
from build_tools.model.walk import texts

Kind = Literal[
    "fact", "term", "source", "lesson", "module", "objective", "item", "figure", "activity", "tool",
    "room activity",
]  # fmt: skip


class Use(NamedTuple):
    """One use of an id; `lesson` is the lesson whose figures, items and activities are meant."""

    kind: Kind
    id: str
    place: Place
    lesson: Lesson | None = None


def uses(curriculum: Curriculum) -> Iterator[Use]:
    """Every use of an id in the curriculum."""
    yield from _evidence(curriculum)
    for track in curriculum.tracks:
        for session in track.sessions:
            if isinstance(session, LessonSession):
                yield Use("lesson", session.lesson, session.at("lesson"))
            elif isinstance(session, ActivitySession):
                yield Use("room activity", session.activity, session.at("activity"))
    for module in curriculum.modules:
        file = module.file
        yield from (Use("module", need, file.at("needs", n)) for n, need in enumerate(file.needs))
        for objective in file.objectives:
            yield Use("lesson", objective.lesson, objective.at("lesson"))
        for lesson in module.lessons:
            yield from _lesson(lesson)
    for item in curriculum.items:
        yield from _item(item)
    for tool in curriculum.tools.values():
        yield from (Use("fact", fact, tool.at("facts", n)) for n, fact in enumerate(tool.facts))
        yield from (Use("fact", row.fact, row.at("fact")) for row in tool.rows if row.fact)
    for part in parts_with_text(curriculum):
        yield from _texts(part)


def parts_with_text(curriculum: Curriculum) -> Iterator[Part]:
    """Every part whose texts a reader meets."""
    yield curriculum.cover
    yield from curriculum.tracks
    for parts in (curriculum.facts, curriculum.parameters, curriculum.terms, curriculum.tools,
                  curriculum.activities):  # fmt: skip
        yield from parts.values()
    yield from curriculum.tool_items
    for module in curriculum.modules:
        yield module.file
        yield from module.items
        for lesson in module.lessons:
            yield from (*lesson.slides, *lesson.figures)


def prose_references(prose: Prose) -> Iterator[tuple[Reference, Place]]:
    """Every reference in the prose of a lesson, with its place."""
    for block in prose.blocks:
        line = block.place.line - 1 if isinstance(block, Heading) else None
        for reference in references(block.tokens, line):
            yield reference, prose.place_of(reference.line, reference.target)


def text_references(part: Part) -> Iterator[tuple[Reference, Place]]:
    """Every reference in the texts of a part, with its place."""
    for text in texts(part):
        for language in ("en", "lo"):
            words = getattr(text, language)
            if words and ("{" in words or "[" in words or "<" in words):
                place = text.at(language)
                yield from ((found, place) for found in references(parse_inline(words)))


def _named(reference: Reference, place: Place) -> Iterator[Use]:
    """The use that a role or citation is."""
    if reference.kind in ("fact", "term", "source"):
        kind: Kind = (
            "fact" if reference.kind == "fact" else "term" if reference.kind == "term" else "source"
        )
        yield Use(kind, reference.target, place)


def _texts(part: Part) -> Iterator[Use]:
    """Roles and citations in the texts of a part."""
    for reference, place in text_references(part):
        yield from _named(reference, place)


def _evidence(curriculum: Curriculum) -> Iterator[Use]:
    """What facts and parameters rest on."""
    for fact in curriculum.facts.values():
        for n, source in enumerate(fact.sources):
            yield Use("source", source, fact.at("sources", n))
        for n, other in enumerate(fact.conflicts_with):
            yield Use("fact", other, fact.at("conflicts_with", n))
        for n, other in enumerate(fact.derived_from):
            yield Use("fact", other, fact.at("derived_from", n))
    for parameter in curriculum.parameters.values():
        if parameter.fact:
            yield Use("fact", parameter.fact, parameter.at("fact"))


def _item(item: Item) -> Iterator[Use]:
    """The lesson, objective and facts of an item."""
    if item.lesson and item.objective:
        yield Use("lesson", item.lesson, item.at("lesson"))
        yield Use("objective", item.objective, item.at("objective"))
    yield from (Use("fact", fact, item.at("facts", n)) for n, fact in enumerate(item.facts))


def _lesson(lesson: Lesson) -> Iterator[Use]:
    """What the head, boxes, slides and figures of a lesson name."""
    head = lesson.front
    for n, objective in enumerate(head.objectives):
        yield Use("objective", objective, head.at("objectives", n))
    for prose in filter(None, (lesson.en, lesson.lo)):
        for reference, place in prose_references(prose):
            yield from _named(reference, place)
        yield from _boxes(lesson, prose)
    for slide in lesson.slides:
        if isinstance(slide, FigureSlide):
            yield Use("figure", slide.use, slide.at("use"), lesson)
        elif isinstance(slide, ActivitySlide):
            yield Use("activity", slide.use, slide.at("use"), lesson)
        elif isinstance(slide, QuestionSlide):
            yield Use("item", slide.use, slide.at("use"), lesson)
        elif isinstance(slide, QuoteSlide):
            yield Use("source", slide.source, slide.at("source"))
        elif isinstance(slide, ToolSlide):
            yield Use("tool", slide.use, slide.at("use"))
        elif isinstance(slide, DisagreementSlide):
            yield from (Use("fact", f, slide.at("facts", n)) for n, f in enumerate(slide.facts))
    for figure in lesson.figures:
        if isinstance(figure, BarFigure):
            yield from (Use("fact", bar.fact, bar.at("fact")) for bar in figure.bars if bar.fact)


_ATTRIBUTES: dict[str, tuple[tuple[str, Kind], ...]] = {
    "figure": (("use", "figure"),),
    "items": (("use", "item"),),
    "tool": (("use", "tool"),),
    "quote": (("source", "source"),),
    "disagreement": (("facts", "fact"),),
    "activity": (("assesses", "objective"),),
}


def _boxes(lesson: Lesson, prose: Prose) -> Iterator[Use]:
    """The ids in the opening lines of boxes."""
    for box in prose.boxes():
        for attribute, kind in _ATTRIBUTES.get(box.name, ()):
            for wanted in box.attributes.get(attribute, "").split():
                yield Use(kind, wanted, prose.place_of(box.place.line - 1, wanted), lesson)
