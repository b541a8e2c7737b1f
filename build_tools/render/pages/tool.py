"""The page of each tool, and the page that lists them."""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.load.answers import tool_answer
from build_tools.model import Language, Lesson, Tool, ToolAnswer
from build_tools.render.pages import standing
from build_tools.render.pages.downloads import decks
from build_tools.render.pages.evidence import numbers, sources
from build_tools.render.pages.page import Page, Site
from build_tools.render.pages.source import chunk, document, heading
from build_tools.render.pages.templates import fill
from build_tools.render.quiz import item_html
from build_tools.render.tools.calculator import calculator_html
from build_tools.render.tools.facts import facts_of, in_order
from build_tools.render.tools.sorting import sorting_html
from build_tools.tools import TOOLS, Calculator

STYLED = ("targeting-errors",)
"""The tools with a style sheet of their own in `web/tools/`."""


def tool_html(page: Page, tool_id: str, *, full: bool) -> str:
    """A tool as it stands in a lesson, or with saving and printing (`full`) on its own page."""
    write = calculator_html if isinstance(TOOLS[tool_id], Calculator) else sorting_html
    tool, ruler = page.curriculum.tools[tool_id], page.site.ruler
    return write(
        page.curriculum, tool, page.language, page, ruler, f"tool-{tool_id}", full=full
    )  # fmt: skip


def needed(tool_ids: Sequence[str]) -> dict[str, object]:
    """What the head of a page says of its tools, so that the theme loads what they need, each once."""
    ids = list(dict.fromkeys(tool_ids))
    named = {
        "calculators": [name for name in ids if isinstance(TOOLS[name], Calculator)],
        "sortings": [name for name in ids if not isinstance(TOOLS[name], Calculator)],
        "tool_styles": [name for name in ids if name in STYLED],
    }
    return {name: listed for name, listed in named.items() if listed}


def tool_page(site: Site, language: Language, tool: Tool) -> tuple[str, bytes]:
    """The path and the bytes of a tool's own page."""
    page = Page(site, language, f"tools/{tool.id}")
    title = page.plain(tool.title)
    items = [item for item in site.curriculum.items if _is_about(tool, tool_answer(item))]
    forms = [item_html(site.curriculum, item, language, page) for item in items]
    lessons = [lesson for lesson in site.curriculum.lessons if tool.id in tools_of(lesson)]
    parts = [
        heading(1, title, "top"),
        *standing.notice(page, standing.under(site, f"curriculum/tools#{tool.id}")),
        chunk(tool_html(page, tool.id, full=True)),
        heading(2, page.word("tool-exercise"), "exercise"),
        chunk(fill("tool-exercise", page=page, exercise=tool.exercise)),
    ]
    if forms:
        parts.append(heading(2, page.word("check-yourself"), "items"))
        parts.append(chunk("\n".join(forms)))
    if lessons:
        parts.append(heading(2, page.word("tool-in-lessons"), "lessons"))
        parts.append(chunk(fill("tool-lessons", page=page, lessons=lessons)))
    parts += [*numbers(page, facts_of(site.curriculum, tool)), *sources(page)]
    head = {"title": title, "parts": ["items"] if forms else [], **needed([tool.id])}
    return page.file, document(head, parts)


def _is_about(tool: Tool, answer: ToolAnswer | None) -> bool:
    """True for the key of an item that this tool works out."""
    return answer is not None and answer.tool == tool.id


def tools_of(lesson: Lesson) -> list[str]:
    """The tools that a lesson uses, in reading order."""
    return [tool_id for box in lesson.en.boxes("tool") for tool_id in box.uses()]


def tools_page(site: Site, language: Language) -> tuple[str, bytes]:
    """The path and the bytes of the page that lists the tools."""
    page = Page(site, language, "tools/index")
    title, tools = page.word("tools"), in_order(site.curriculum)
    parts = [
        heading(1, title, "top"),
        *standing.notice(page, standing.under(site, "curriculum/tools#")),
        chunk(fill("tools", page=page, tools=tools)),
    ]
    if offered := decks(page, "tools"):
        parts.append(heading(2, page.word("slides-for-trainers"), "slides"))
        parts.append(chunk(fill("module-decks", page=page, decks=offered)))
    return page.file, document({"title": title}, parts)
