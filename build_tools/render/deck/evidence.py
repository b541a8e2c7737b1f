"""The sources that a slide, an item or a tool rests on, and the line of the notes that names them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.check.uses import text_references
from build_tools.markdown import Reference, references
from build_tools.model import Box, Curriculum, Item, Part, Tool
from build_tools.model.figures import BarFigure
from build_tools.model.slides import (
    ActivitySlide,
    DisagreementSlide,
    FigureSlide,
    KeyMessagesSlide,
    QuestionSlide,
    QuoteSlide,
    Slide,
    ToolSlide,
)
from build_tools.render.deck.say import LessonVoice, Said, Voice
from build_tools.render.tools.facts import facts_of
from build_tools.render.values import source_label


def slide_sources(voice: LessonVoice, slide: Slide) -> Iterator[str]:
    """The sources of a slide: cited in its texts, or behind the facts that it says or shows."""
    curriculum, lesson = voice.curriculum, voice.lesson
    yield from _of_texts(curriculum, slide)
    match slide:
        case FigureSlide():
            shown = lesson.figure(slide.use)
            bars = shown.bars if isinstance(shown, BarFigure) else ()
            yield from _of_texts(curriculum, shown)
            yield from facts_sources(curriculum, (bar.fact for bar in bars if bar.fact))
        case QuestionSlide():
            item = next(item for item in voice.module.items if item.id == slide.use)
            yield from item_sources(curriculum, item)
        case ToolSlide():
            yield from tool_sources(curriculum, curriculum.tools[slide.use])
        case DisagreementSlide():
            yield from facts_sources(curriculum, slide.facts)
        case QuoteSlide():
            yield slide.source
        case ActivitySlide():
            yield from _of_box(curriculum, lesson.activity(slide.use, "en"))
        case KeyMessagesSlide():
            (box, *_) = lesson.en.boxes("key-messages")
            yield from _of_box(curriculum, box)


def item_sources(curriculum: Curriculum, item: Item) -> Iterator[str]:
    """The sources of an item."""
    yield from _of_texts(curriculum, item)
    yield from facts_sources(curriculum, item.facts)


def tool_sources(curriculum: Curriculum, tool: Tool) -> Iterator[str]:
    """The sources of a tool."""
    yield from _of_texts(curriculum, tool)
    yield from facts_sources(curriculum, facts_of(curriculum, tool))


def referred(curriculum: Curriculum, found: Iterable[Reference]) -> Iterator[str]:
    """The sources that citations name and that stand behind the facts of roles."""
    for reference in found:
        if reference.kind == "source":
            yield reference.target
        elif reference.kind == "fact":
            yield from facts_sources(curriculum, (reference.target,))


def _of_texts(curriculum: Curriculum, part: Part) -> Iterator[str]:
    """The sources of the texts of a part."""
    return referred(curriculum, (reference for reference, _ in text_references(part)))


def _of_box(curriculum: Curriculum, box: Box) -> Iterator[str]:
    """The sources of a box of the lesson."""
    return referred(curriculum, references(box.tokens))


def facts_sources(curriculum: Curriculum, facts: Iterable[str]) -> Iterator[str]:
    """The sources of facts; a fact without its own rests on those that it is derived from."""
    waiting, seen = list(facts), set[str]()
    while waiting:
        fact = curriculum.facts[waiting.pop(0)]
        yield from fact.sources
        if not fact.sources and fact.id not in seen:
            waiting += fact.derived_from
        seen.add(fact.id)


def source_line(voice: Voice, labels: str) -> Said:
    """Who says so; once in every edition, since publishers keep their names."""
    return Said(voice.word("deck-source", list=labels).main)


def sources_line(voice: Voice, sources: Iterable[str]) -> tuple[Said, ...]:
    """Publisher and date of sources, each once; nothing where there are none."""
    labels = dict.fromkeys(source_label(voice.curriculum.sources[one]) for one in sources)
    return (source_line(voice, "; ".join(labels)),) if labels else ()
