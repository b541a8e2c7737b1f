"""Every deck of the curriculum: of modules, of all tools, of training days and tests."""

from __future__ import annotations

from dataclasses import replace

from build_tools.model import Curriculum, Module
from build_tools.render.deck.days import day_outlines
from build_tools.render.deck.kinds_before import before_chapter
from build_tools.render.deck.lesson_chapter import lesson_chapter
from build_tools.render.deck.outline import Outline, Purpose
from build_tools.render.deck.question_decks import question_outlines
from build_tools.render.deck.toolbox import TOOLBOX, toolbox


def outlines(curriculum: Curriculum) -> tuple[Outline, ...]:
    """All decks, those of modules first."""
    modules = [module_outline(module) for module in curriculum.modules if _has_slides(module)]
    tools = [module_outline(toolbox(curriculum))] if curriculum.tools else []
    every = (*modules, *tools, *day_outlines(curriculum), *question_outlines(curriculum))
    before = before_chapter(curriculum)
    return tuple(replace(one, chapters=(before, *one.chapters)) for one in every)


def module_outline(module: Module) -> Outline:
    """The deck of a module: a chapter for each lesson."""
    chapters = tuple(
        lesson_chapter(module, lesson, number)
        for number, lesson in enumerate(module.lessons, start=1)
        if lesson.slides
    )
    purpose: Purpose = "tools" if module.id == TOOLBOX else "module"
    return Outline(module.id, module.file.title, purpose, module.id, chapters)


def _has_slides(module: Module) -> bool:
    """True if a lesson of the module has slides."""
    return any(lesson.slides for lesson in module.lessons)
