"""The page of a test: a self-test to read; `web/learn/test.js` makes it one question a screen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from build_tools.forms import FORMS, Form, minutes_of, tests
from build_tools.model import Item, Language, Lesson, Module, Objective, Text, Track
from build_tools.render.pages import standing
from build_tools.render.pages.page import Page, Site
from build_tools.render.pages.source import chunk, document, heading
from build_tools.render.pages.templates import fill
from build_tools.render.quiz import item_html

WORDS = (
    "answer-right", "answer-wrong", "test-partly", "test-no-answer", "test-n-of", "test-points",
    "test-left", "test-none-left", "test-answered", "test-not-answered", "test-resumed",
    "test-changed", "test-changed-since", "your-answer", "unit-percent",
)  # fmt: skip
"""The interface words that the script says."""


class Asked(NamedTuple):
    """A question of a test: its form, the objective that it asks about, and where that is taught."""

    item: Item
    html: Markup
    objective: Objective
    lesson: Lesson


def test_pages(site: Site, language: Language) -> Iterator[tuple[str, bytes]]:
    """The path and the bytes of the page of every test."""
    owners: dict[str, Track | Module] = {track.id: track for track in site.curriculum.tracks}
    owners |= {module.id: module for module in site.curriculum.modules}
    for owner, forms in tests(site.curriculum).items():
        for form in FORMS:
            yield _page(site, language, owners[owner], form, forms[form])


def test_link(page: Page, owner: str, form: Form) -> list[str]:
    """The link to a test from the page of its owner; nothing where the owner has no such test."""
    items = tests(page.curriculum).get(owner, {}).get(form)
    if not items:
        return []
    test = f"{owner}-{form}"
    values = {
        "form": form, "test": test, "address": page.url(f"tests/{test}"),
        "length": length(page, items),
    }  # fmt: skip
    return [chunk(fill("test-link", page=page, **values))]


def length(page: Page, items: tuple[Item, ...]) -> str:
    """How many questions these are and how long they take, in words."""
    return page.word("test-length", n=len(items), minutes=sum(map(minutes_of, items)))


def _page(
    site: Site, language: Language, owner: Track | Module, form: Form, items: tuple[Item, ...]
) -> tuple[str, bytes]:
    """The path and the bytes of one test."""
    page = Page(site, language, f"tests/{owner.id}-{form}")
    home, name = _owner(owner)
    title = page.word(f"{form}-test-of", track=page.plain(name))
    asked = [_asked(page, item) for item in items]
    units = [f"{one.lesson.module}/quizzes#{one.item.id}" for one in asked]
    states = {site.states[unit] for unit in units if unit in site.states}
    data = {"language": language, "words": {one: page.word(one) for one in WORDS}}
    values = {
        "test": f"{owner.id}-{form}", "form": form, "owner": name, "address": page.url(home),
        "length": length(page, items), "asked": asked,
        "objectives": {one.objective.id: one.objective for one in asked}.values(),
        "data": Markup(json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")),
    }  # fmt: skip
    parts = [
        heading(1, title, "top"),
        *standing.notice(page, states),
        chunk(fill("test", page=page, **values)),
    ]
    head = {
        "title": title, "parts": ["items"], "styles": ["assets/tot/learn/test.css"],
        "scripts": ["assets/tot/learn/test-result.js", "assets/tot/learn/test.js"],
    }  # fmt: skip
    return page.file, document(head, parts)


def _owner(owner: Track | Module) -> tuple[str, Text]:
    """The path of the page of a track or module, and its title."""
    if isinstance(owner, Track):
        return f"tracks/{owner.id}", owner.title
    return f"{owner.id}/index", owner.file.title


def _asked(page: Page, item: Item) -> Asked:
    """The question about an item of the bank, which has a lesson and an objective."""
    lesson = page.curriculum.lesson(item.lesson or "")
    objective = page.curriculum.module(lesson.module).objective(item.objective or "")
    form = Markup(item_html(page.curriculum, item, page.language, page))
    return Asked(item, form, objective, lesson)
