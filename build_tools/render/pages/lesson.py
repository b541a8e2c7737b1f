"""The page of a lesson: what it is for, its prose and boxes, the way on, what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.markdown import references
from build_tools.model import Box, Heading, Language, Lesson, Run, Section
from build_tools.model.figures import BarFigure
from build_tools.render.pages import standing
from build_tools.render.pages.boxes import OF_THE_PAGE, Setting, box_html
from build_tools.render.pages.evidence import numbers, sources
from build_tools.render.pages.page import Page, Site
from build_tools.render.pages.source import chunk, document, heading
from build_tools.render.pages.templates import fill
from build_tools.render.pages.tool import needed, tools_of
from build_tools.render.prose import blocks_html
from build_tools.render.runs import runs_of
from build_tools.render.tools.facts import facts_of
from build_tools.render.values import date_text


def lesson_page(site: Site, language: Language, lesson: Lesson) -> tuple[str, bytes]:
    """The path and the bytes of a lesson's page."""
    page = Page(site, language, f"{lesson.module}/{lesson.id}")
    spoken = lesson.language_of(language)
    foreign = spoken if spoken != language else None
    title = lesson.prose(language).title
    parts = [
        heading(1, title, "top", foreign),
        *standing.notice(page, standing.of_lesson(site, lesson), whole=foreign is not None),
        chunk(_opening(page, lesson)),
        *_prose(page, lesson),
        chunk(_way_on(page, lesson)),
        *numbers(page, facts_used(page, lesson)),
        *sources(page),
        *_answers(page, lesson),
    ]
    head = {
        "title": title, "lesson": lesson.id, "parts": _needed(lesson), **needed(tools_of(lesson))
    }  # fmt: skip
    if foreign:
        head["text_language"] = foreign
    return page.file, document(head, parts)


def _needed(lesson: Lesson) -> list[str]:
    """The names of the styles and scripts that the page needs besides those of every page."""
    return ["print", *(name for name in ("figure", "items", "trainer") if lesson.en.boxes(name))]


def _answers(page: Page, lesson: Lesson) -> list[str]:
    """The place for the answers at the end of the paper, which the script of items fills."""
    return [chunk(fill("answers", page=page))] if lesson.en.boxes("items") else []


def _opening(page: Page, lesson: Lesson) -> str:
    """The place of the lesson in its module, its minutes and date, and its objectives."""
    module = page.curriculum.module(lesson.module)
    return fill(
        "lesson-opening",
        page=page,
        module=module,
        lesson=lesson,
        number=module.lessons.index(lesson) + 1,
        until=date_text(lesson.front.valid_as_of, page.language),
        objectives=[page.html(module.objective(id_).text) for id_ in lesson.front.objectives],
    )


def _prose(page: Page, lesson: Lesson) -> Iterator[str]:
    """The sections of the lesson, each with a word about its translation where that is due."""
    spoken = lesson.language_of(page.language)
    foreign = spoken if spoken != page.language else None
    prose = lesson.prose(page.language)
    level, number = 1, 0
    for section in prose.sections:
        told = False
        for block in section.blocks:
            if isinstance(block, Heading):
                level = block.level
                words = "".join(run.text for run in runs_of(page.curriculum, block.tokens, spoken))
                yield heading(level, words, block.id, foreign)
            if not told:
                told = True
                yield from _stale(page, lesson, section)
            if isinstance(block, Run):
                html = blocks_html(page.curriculum, block.tokens, spoken, page, prose.environment)
                yield chunk(html, foreign)
            elif isinstance(block, Box):
                number += 1
                setting = Setting(
                    page, lesson, spoken, min(level + 1, 4), number, prose.environment
                )
                yield chunk(
                    box_html(setting, block), None if block.name in OF_THE_PAGE else foreign
                )


def _stale(page: Page, lesson: Lesson, section: Section) -> Iterator[str]:
    """A word to readers of Lao where the English of this section has changed."""
    if page.language == "lo" and standing.of_section(page.site, lesson, section.id) == "stale":
        yield chunk(fill("stale-section", page=page))


def facts_used(page: Page, lesson: Lesson) -> Iterator[str]:
    """The facts that the page prints, in reading order; those of a disagreement stand in their box."""
    prose = lesson.prose(page.language)
    for block in prose.blocks:
        for reference in references(block.tokens):
            if reference.kind == "fact":
                yield reference.target
        if isinstance(block, Box) and block.name == "items":
            bank = {item.id: item for item in page.curriculum.module(lesson.module).items}
            for item_id in block.uses():
                yield from bank[item_id].facts
        if isinstance(block, Box) and block.name == "figure":
            for figure_id in block.uses():
                yield from _facts_of(lesson, figure_id)
        if isinstance(block, Box) and block.name == "tool":
            for tool_id in block.uses():
                yield from facts_of(page.curriculum, page.curriculum.tools[tool_id])


def _facts_of(lesson: Lesson, figure_id: str) -> Iterator[str]:
    """The facts that a figure draws."""
    figure = lesson.figure(figure_id)
    if isinstance(figure, BarFigure):
        yield from (bar.fact for bar in figure.bars if bar.fact)


def _way_on(page: Page, lesson: Lesson) -> str:
    """Links to the lessons before and after, or back to the module after the last one."""
    lessons = page.curriculum.module(lesson.module).lessons
    place = lessons.index(lesson)
    before = lessons[place - 1] if place else None
    after = lessons[place + 1] if place + 1 < len(lessons) else None
    return fill("way-on", page=page, lesson=lesson, before=before, after=after)
