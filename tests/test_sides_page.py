"""A lesson in two columns in Chromium from a folder: on a phone, on a wide screen and on paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from build_tools import assets
from build_tools.output import write
from tests.a11y import broken_rules
from tests.browser_case import watched
from tests.pages_case import ROOT
from tests.test_engine import build

SIDES = ("basics/first-steps.lo-en.html", "basics/second-steps.lo-en.html")
BOXES = """() => [...document.querySelectorAll('.tot-sides > tbody > tr')].map(row =>
    [...row.cells].map(cell => { const box = cell.getBoundingClientRect();
        return {left: box.left, top: box.top, right: box.right, bottom: box.bottom}; }))"""

Show = Callable[..., Page]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small curriculum."""
    site = tmp_path_factory.mktemp("sides") / "a folder"
    write(site, build(tmp_path_factory.mktemp("engine")))
    write(site, assets.site_assets(ROOT))
    return site


@pytest.fixture
def show(new_page: Callable[..., Page], folder: Path) -> Show:
    """Opens a page of the folder; nothing may fail."""

    def opened(path: str, fragment: str = "", **settings: Any) -> Page:
        page = new_page(**settings)
        wrong = watched(page)
        page.goto(f"{(folder / path).as_uri()}{fragment}")
        assert wrong == [], path
        return page

    return opened


@pytest.mark.parametrize("path", [*SIDES, *(f"en/{path}" for path in SIDES)])
def test_on_a_phone_english_stands_below_its_lao(show: Show, path: str) -> None:
    page = show(path, width=360)
    rows = page.evaluate(BOXES)
    assert len(rows) >= 4
    for lao, english in rows:
        assert lao["left"] == english["left"] and lao["bottom"] <= english["top"] + 1
        assert english["top"] - lao["bottom"] < 4, "the pair is one card"
        assert english["right"] <= 360


@pytest.mark.parametrize("width", [720, 1280])
def test_where_there_is_room_english_stands_beside_its_lao(show: Show, width: int) -> None:
    for lao, english in show(SIDES[0], width=width).evaluate(BOXES):
        assert lao["top"] == english["top"] and lao["right"] <= english["left"] + 1
        wide = [side["right"] - side["left"] for side in (lao, english)]
        assert wide[0] == pytest.approx(wide[1], abs=20)


@pytest.mark.parametrize("path", [*SIDES, *(f"en/{path}" for path in SIDES)])
def test_no_page_is_wider_than_a_small_phone(show: Show, path: str) -> None:
    page = show(path, width=320)
    width = "document.documentElement.scrollWidth"
    assert page.evaluate(width) <= 320
    page.add_style_tag(content="html{font-size:250%!important}")
    assert page.evaluate(width) <= 320


@pytest.mark.parametrize("path", [*SIDES, f"en/{SIDES[0]}"])
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_accessibility_rules_hold(show: Show, path: str, scheme: str, width: int) -> None:
    assert broken_rules(show(path, width=width, color_scheme=scheme)) == []


def test_it_is_reached_and_left_without_scripts(show: Show) -> None:
    page = show("basics/first-steps.html", width=1280, java_script_enabled=False)
    page.get_by_role("link", name="(ລາວ side-by-side)").click()
    assert page.get_by_role("columnheader", name="(language-name)").count() == 1
    page.get_by_role("link", name="English").or_(page.locator("[hreflang=en]")).first.click()
    assert page.url.endswith(f"en/{SIDES[0]}")
    page.get_by_role("link", name="(sides-back)").click()
    assert page.url.endswith("en/basics/first-steps.html")


def test_an_address_with_a_heading_shows_its_pair_below_the_header(show: Show) -> None:
    page = show(SIDES[0], "#the-line", width=1280, height=600)
    top = page.locator("#the-line").evaluate("part => part.getBoundingClientRect().top")
    header = page.locator("header").evaluate("part => part.getBoundingClientRect().bottom")
    assert header <= top < 300
    (mark,) = page.locator("#the-line").evaluate_all(
        "parts => parts.map(p => getComputedStyle(p).boxShadow)"
    )
    assert mark != "none"


def test_paper_repeats_the_languages_and_keeps_pairs_whole(show: Show) -> None:
    page = show(SIDES[0], width=360)
    page.emulate_media(media="print")
    style = "(part, name) => getComputedStyle(part)[name]"
    head = page.locator(".tot-sides > thead")
    assert head.evaluate(style, "display") == "table-header-group"
    assert head.evaluate(style, "position") == "static"
    assert set(page.locator(".tot-sides > tbody > tr").evaluate_all(
        "rows => rows.map(row => getComputedStyle(row).breakInside)")) == {"avoid"}  # fmt: skip
    for lao, english in page.evaluate(BOXES):
        assert lao["top"] == english["top"] and lao["right"] <= english["left"] + 1
    assert page.get_by_role("link", name="(ລາວ sides-back)").count() == 0
