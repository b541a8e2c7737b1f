"""The slide that lists what a lesson rests on."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.check.uses import prose_references, text_references
from build_tools.markdown import Reference
from build_tools.model import Language, Source
from build_tools.model.slides import (
    DisagreementSlide,
    FigureSlide,
    QuestionSlide,
    QuoteSlide,
    Slide,
    SourcesSlide,
    ToolSlide,
)
from build_tools.render.deck.kinds import notes
from build_tools.render.deck.plan import Plan
from build_tools.render.deck.say import LessonVoice, Line, Said, entries
from build_tools.render.runs import TextRun
from build_tools.render.tools.facts import facts_of
from build_tools.render.values import source_label


def sources(voice: LessonVoice, slide: SourcesSlide) -> list[Plan]:
    """Every source that the lesson cites or takes a fact from, in the order of first use."""
    cited = dict.fromkeys(_cited(voice))
    listed = [_reference(voice.curriculum.sources[one]) for one in cited]
    said = voice.word("deck-sources", n=voice.number)
    spoken = notes(voice, slide) or (voice.word("deck-sources-note"),)
    boxes = {"body": entries(listed or [voice.word("deck-no-sources")])}
    return [Plan(slide.id, "Sources", said, boxes, spoken, 0, split="body")]


def _reference(source: Source) -> Said:
    """A source in its own words: publisher and date, then the title, a link where there is one."""
    label = f"{source_label(source).removesuffix('.')}. "
    language: Language = "lo" if source.lang == "lo" else "en"
    href = source.url if source.url and source.url.startswith("https://") else None
    return Said(Line((TextRun(label, bold=True), TextRun(source.title, href=href)), language))


def _cited(voice: LessonVoice) -> Iterator[str]:
    """The ids of the sources of a lesson: cited in prose and slides, or standing behind a fact."""
    for reference in _references(voice):
        if reference.kind == "source":
            yield reference.target
        elif reference.kind == "fact":
            yield from voice.curriculum.facts[reference.target].sources
    for slide in voice.lesson.slides:
        if isinstance(slide, QuoteSlide):
            yield slide.source
        for fact in _facts(voice, slide):
            yield from voice.curriculum.facts[fact].sources


def _references(voice: LessonVoice) -> Iterator[Reference]:
    """The roles and citations of the lesson's prose, then of its slides."""
    yield from (reference for reference, _ in prose_references(voice.lesson.en))
    for slide in voice.lesson.slides:
        yield from (reference for reference, _ in text_references(slide))


def _facts(voice: LessonVoice, slide: Slide) -> tuple[str, ...]:
    """The facts that a slide shows without a role in its text."""
    if isinstance(slide, DisagreementSlide):
        return slide.facts
    if isinstance(slide, QuestionSlide):
        return next(item.facts for item in voice.module.items if item.id == slide.use)
    if isinstance(slide, FigureSlide):
        bars = getattr(voice.lesson.figure(slide.use), "bars", ())
        return tuple(bar.fact for bar in bars if bar.fact)
    if isinstance(slide, ToolSlide):
        return facts_of(voice.curriculum, voice.curriculum.tools[slide.use])
    return ()
