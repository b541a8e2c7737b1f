"""A lesson as a chapter of a deck: its slides in order, in full or in a short form of a day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from build_tools.model import Lesson, Module
from build_tools.model.slides import ToolSlide
from build_tools.render.deck import (
    kinds,
    kinds_backup,
    kinds_lesson,
    kinds_question,
    kinds_sources,
    kinds_tool,
)
from build_tools.render.deck.outline import Chapter
from build_tools.render.deck.plan import Plan
from build_tools.render.deck.say import LessonVoice, Said, Voice, joined
from build_tools.render.deck.short import Scene, hidden, shortened
from build_tools.render.deck.toolbox import TOOLBOX

KINDS: dict[str, Callable[[LessonVoice, Any], list[Plan]]] = {
    "title": kinds.title,
    "section": kinds.section,
    "objectives": kinds.objectives,
    "bullets": kinds.bullets,
    "two-columns": kinds.two_columns,
    "table": kinds.table,
    "figure": kinds.figure,
    "activity": kinds_lesson.activity,
    "question": kinds_question.question,
    "key-messages": kinds_lesson.key_messages,
    "quote": kinds_lesson.quote,
    "disagreement": kinds_lesson.disagreement,
    "tool": kinds_tool.tool,
    "sources": kinds_sources.sources,
}
"""What makes the plans of each kind of slide."""


def lesson_chapter(
    module: Module, lesson: Lesson, number: int, *, minutes: int | None = None, start: str = ""
) -> Chapter:
    """The chapter of a lesson, the `number`th of its deck; in `minutes` where it has fewer there."""
    plans = partial(_plans, module, lesson, number, minutes, bool(start))
    return Chapter(lesson.id, lesson.title, plans, _units(module, lesson), start)


def _units(module: Module, lesson: Lesson) -> tuple[str, ...]:
    """The texts that the slides of a lesson may show: all of its module, and its tools."""
    tools = [slide.use for slide in lesson.slides if isinstance(slide, ToolSlide)]
    folder = () if module.id == TOOLBOX else (f"{module.id}/",)
    return (*folder, *(f"curriculum/tools#{tool}" for tool in tools))


def _plans(
    module: Module, lesson: Lesson, number: int, minutes: int | None, in_day: bool, voice: Voice
) -> tuple[Plan, ...]:
    """The slides of a lesson, each at the place where it was written."""
    speaker = LessonVoice(
        voice.curriculum, voice.edition, voice.draft, module, lesson, number, in_day
    )
    scenes = [
        Scene(slide.kind, tuple(_placed(plan, slide) for plan in KINDS[slide.kind](speaker, slide)))
        for slide in lesson.slides
    ]
    if minutes is not None:
        scenes = shortened(scenes, minutes)
    if in_day:
        scenes = [hidden(scene) if scene.kind == "sources" else scene for scene in scenes]
    shown = _told_of_hidden(speaker, [plan for scene in scenes for plan in scene.plans])
    return (*shown, *kinds_backup.glossary(speaker))


def _told_of_hidden(voice: Voice, plans: Sequence[Plan]) -> Iterator[Plan]:
    """The slides; one that follows hidden ones names them in its notes, which may speak of them."""
    passed: list[Said] = []
    for plan in plans:
        if plan.hidden:
            passed.append(plan.title)
            yield plan
            continue
        told = (voice.word("deck-hidden-before", list=joined(passed, "; ")),) if passed else ()
        passed = []
        yield replace(plan, notes=(*told, *plan.notes))


def _placed(plan: Plan, slide: Any) -> Plan:
    """The plan with the place of its slide in the source."""
    return replace(plan, place=slide.at("id"))
