"""The page of the translation: which texts are reviewed, a draft, out of date or missing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from build_tools.model import Language, Lesson, Module
from build_tools.render.pages.page import Page, Site
from build_tools.render.pages.source import chunk, document, heading
from build_tools.render.pages.templates import fill

STATES = ("reviewed", "draft", "stale", "missing")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: what is counted, the address of its page, how many in each state."""

    title: Markup
    url: str
    counts: tuple[int, ...]


def _count(site: Site, *starts: str) -> tuple[int, ...]:
    """How many units under these addresses are in each state."""
    found = Counter(state for address, state in site.states.items() if address.startswith(starts))
    return tuple(found[state] for state in STATES)


def _lesson(page: Page, lesson: Lesson) -> Line:
    """The line of a lesson with its slides and figures."""
    counts = _count(page.site, f"{lesson.module}/{lesson.id}/")
    return Line(page.lesson_title(lesson), page.lesson_url(lesson.id), counts)


def _module(page: Page, module: Module) -> list[Line]:
    """The lines of a module: its lessons, then its items and objectives."""
    shared = [f"{module.id}/{name}#" for name in ("module", "objectives", "quizzes")]
    rest = Line(Markup.escape(page.word("status-module-texts")), "", _count(page.site, *shared))
    return [*(_lesson(page, lesson) for lesson in module.lessons), rest]


def _shared(page: Page) -> list[Line]:
    """The lines of the texts that belong to no module."""
    tools = ((page.word("tools"), page.url("tools/index"), ("tools", "quizzes")),)
    named = (
        *(tools if page.curriculum.tools else ()),
        (page.word("facts-and-sources"), page.url("facts"), ("facts",)),
        (page.word("glossary"), page.url("glossary"), ("terms",)),
        (page.word("tracks"), "", ("tracks", "activities", "cover", "parameters")),
        (page.word("status-words"), "", ("words",)),
    )
    return [
        Line(
            Markup.escape(title), url, _count(page.site, *(f"curriculum/{name}" for name in names))
        )
        for title, url, names in named
    ]


def status_page(site: Site, language: Language) -> tuple[str, bytes]:
    """The path and the bytes of the page of the translation."""
    page = Page(site, language, "status")
    title = page.word("translation-status")
    parts = [heading(1, title, "top"), chunk(fill("status-opening", page=page, states=STATES))]
    for module in site.curriculum.modules:
        parts.append(heading(2, page.plain(module.file.title), module.id))
        parts.append(chunk(fill("status", page=page, states=STATES, lines=_module(page, module))))
    parts.append(heading(2, page.word("status-shared"), "shared-texts"))
    parts.append(chunk(fill("status", page=page, states=STATES, lines=_shared(page))))
    return page.file, document({"title": title}, parts)
