"""How far the Lao of a page has come, said to the reader at the top of the page."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model import Lesson
from build_tools.render.pages.page import Page, Site
from build_tools.render.pages.source import chunk
from build_tools.render.pages.templates import fill

SENTENCES = (
    ("stale", "lao-page-stale"),
    ("missing", "lao-part-missing"),
    ("draft", "lao-page-draft"),
)
"""What the reader is told when a part of the page is in a state, gravest first."""


def under(site: Site, *starts: str) -> set[str]:
    """The states of every unit whose address begins with one of `starts`."""
    return {state for address, state in site.states.items() if address.startswith(starts)}


def of_lesson(site: Site, lesson: Lesson) -> set[str]:
    """The states of everything that the page of a lesson shows."""
    home = f"{lesson.module}/{lesson.id}"
    used = (item for box in lesson.en.boxes("items") for item in box.uses())
    shown = [f"{lesson.module}/quizzes#{item}" for item in used]
    shown += [f"{lesson.module}/objectives#{objective}" for objective in lesson.front.objectives]
    shown += [f"curriculum/tools#{tool}" for box in lesson.en.boxes("tool") for tool in box.uses()]
    exact = {site.states[address] for address in shown if address in site.states}
    return exact | under(site, f"{home}/lesson#", f"{home}/figures#")


def of_section(site: Site, lesson: Lesson, section_id: str) -> str | None:
    """The state of one section of a lesson; None for a section without words."""
    return site.states.get(f"{lesson.module}/{lesson.id}/lesson#{section_id}")


def notice(page: Page, states: Iterable[str], whole: bool = False) -> list[str]:
    """The notice at the top of a Lao page, nothing where all is reviewed; `whole`: no Lao at all."""
    if page.language != "lo":
        return []
    standing = set(states)
    found = [(state, word) for state, word in SENTENCES if state in standing]
    if whole:
        found = [("missing", "lao-page-missing")]
    return [chunk(fill("standing", page=page, found=found))] if found else []
