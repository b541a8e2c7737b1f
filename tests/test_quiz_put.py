"""Answers put back into the forms of items: every type, quietly, and only where they fit."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from build_tools.model import LANGUAGES, Language
from build_tools.render.quiz import item_html
from tests.quiz_case import NoLinks, page as page_of, sample_curriculum, sample_items
from tests.tests_page_case import right

ITEMS = sample_items()
TYPED = ("numeric", "short")
DO = """([id, what, given]) => {
    const item = tot.quiz.items.get(id);
    return [item[what](given), item.response(), item.status.textContent];
}"""
MISFITS: tuple[Any, ...] = ("nothing-like-it", ["nothing", "like-it"], {"not": "there"}, [], 7)


def response_to(kind: str, language: Language) -> Any:
    """A response that earns all; a word is typed in the page's language."""
    item: Any = ITEMS[kind]
    if kind == "short":
        return (item.accept.lo if language == "lo" else item.accept.en)[0]
    return right(item, language)


@pytest.fixture(params=LANGUAGES)
def page(request: pytest.FixtureRequest, new_page: Callable[..., Page], tmp_path: Path) -> Page:
    """The page of all sample items."""
    file = tmp_path / "page.html"
    file.write_text(page_of(request.param, tuple(ITEMS.values())), encoding="utf-8")
    opened = new_page()
    opened.goto(file.as_uri())
    return opened


def do(page: Page, kind: str, what: str, given: object = None) -> Any:
    return page.evaluate(DO, [ITEMS[kind].id, what, given])


@pytest.mark.parametrize("kind", ITEMS)
def test_an_answer_is_put_back_and_taken_out_again(page: Page, kind: str) -> None:
    language: Any = page.evaluate("document.documentElement.lang")
    response = response_to(kind, language)
    page.evaluate("window.told = []; addEventListener('tot:answered', (e) => told.push(e.detail))")
    assert do(page, kind, "put", response) == [True, response, ""]
    assert do(page, kind, "put", None) == [True, None, ""]
    assert page.evaluate("told") == []
    do(page, kind, "put", response)
    do(page, kind, "check")
    (told,) = page.evaluate("told")
    assert told == {"item": ITEMS[kind].id, "response": response, "mark": 1}


@pytest.mark.parametrize("kind", [kind for kind in ITEMS if kind not in TYPED])
def test_what_does_not_fit_the_form_leaves_it_empty(page: Page, kind: str) -> None:
    language: Any = page.evaluate("document.documentElement.lang")
    for misfit in MISFITS:
        do(page, kind, "put", response_to(kind, language))
        assert do(page, kind, "put", misfit)[:2] == [False, None]


def test_what_was_said_of_an_answer_before_goes_with_the_first_touch(page: Page) -> None:
    form = page.locator("form[data-type=single]")
    page.evaluate("id => tot.quiz.items.get(id).before(0.5, '<b>before</b>')", ITEMS["single"].id)
    assert form.locator(".tot-item__before").inner_text() == "≈ <b>before</b>"
    assert form.locator(".tot-item__retry").is_visible()
    form.locator("input").last.check()
    assert form.locator(".tot-item__before").count() == 0


def test_the_form_carries_the_old_ids_of_its_item() -> None:
    for aliases in ((), ("old-id", "older-id")):
        item = ITEMS["single"].model_copy(update={"aliases": aliases})
        html = item_html(sample_curriculum(), item, "lo", NoLinks())
        data = re.search(r'class="tot-item__data">(.*?)</script>', html, re.DOTALL)
        assert data
        assert tuple(json.loads(data[1]).get("aliases", ())) == aliases
