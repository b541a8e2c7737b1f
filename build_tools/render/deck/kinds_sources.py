"""The slide that lists what a lesson rests on."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.check.uses import prose_references
from build_tools.model import Language, Source
from build_tools.model.slides import SourcesSlide
from build_tools.render.deck.evidence import referred, slide_sources
from build_tools.render.deck.kinds import written
from build_tools.render.deck.plan import Plan
from build_tools.render.deck.say import LessonVoice, Line, Said, entries
from build_tools.render.runs import TextRun
from build_tools.render.values import source_label


def sources(voice: LessonVoice, slide: SourcesSlide) -> list[Plan]:
    """Every source that the lesson cites or takes a fact from, in the order of first use."""
    cited = dict.fromkeys(_cited(voice))
    listed = [_reference(voice.curriculum.sources[one]) for one in cited]
    said = voice.word("deck-sources", n=voice.number)
    spoken = written(voice, slide) or (voice.word("deck-sources-note"),)
    boxes = {"body": entries(listed or [voice.word("deck-no-sources")])}
    return [Plan(slide.id, "Sources", said, boxes, spoken, 0, split="body")]


def _reference(source: Source) -> Said:
    """A source in its own words: publisher and date, then the title, a link where there is one."""
    label = f"{source_label(source).removesuffix('.')}. "
    language: Language = "lo" if source.lang == "lo" else "en"
    href = source.url if source.url and source.url.startswith("https://") else None
    return Said(Line((TextRun(label, bold=True), TextRun(source.title, href=href)), language))


def _cited(voice: LessonVoice) -> Iterator[str]:
    """The ids of the sources of a lesson: of its prose, then of its slides."""
    prose = (reference for reference, _ in prose_references(voice.lesson.en))
    yield from referred(voice.curriculum, prose)
    for slide in voice.lesson.slides:
        yield from slide_sources(voice, slide)
