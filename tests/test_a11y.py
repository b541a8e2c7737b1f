"""Every kind of page of the real site can be used by everyone: WCAG 2.2 AA, measured in Chromium."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.a11y import KINDS, broken_rules, enlarge, open_all, probe
from tests.browser_case import watched

CASES = [(360, "light", "lo"), (1280, "dark", "en")]
ALL_CASES = [
    pytest.param(*case, marks=() if case in CASES else pytest.mark.slow)
    for case in product((360, 1280), ("light", "dark"), ("lo", "en"))
]
"""Width, colours and language; two that differ in all three in the usual run."""
MAIN_CONTROLS = (
    ".tot-header a, .tot-header button, #tot-drawer.tot-drawer a, .tot-nav__close, .tot-way a, "
    ".tot-button, .tot-item button, .tot-item select, .tot-item summary, .tot-tool button, "
    ".tot-tool select, .tot-tool input[type=text], .tot-deck"
)
SPACED = """*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}
p{margin-bottom:2em!important}"""
Show = Callable[..., Page]


@pytest.fixture
def show(new_page: Callable[..., Page], site: Path) -> Iterator[Show]:
    """Opens a page of the site from its folder; what the browser complains about is an error."""

    faults: list[list[str]] = []

    def opened(kind: str, language: str = "lo", **settings: object) -> Page:
        page = new_page(**settings)
        faults.append(watched(page))
        folder = site / "en" if language == "en" and kind != "not found" else site
        page.goto((folder / KINDS[kind]).as_uri())
        return page

    yield opened
    assert [fault for page in faults for fault in page] == []


@pytest.mark.parametrize(("width", "scheme", "language"), ALL_CASES)
@pytest.mark.parametrize("kind", KINDS)
def test_rules_and_contrast(show: Show, kind: str, width: int, scheme: str, language: str) -> None:
    page = show(kind, language, width=width, color_scheme=scheme)
    assert broken_rules(page) == []
    assert probe(page, "lowContrast") == []


@pytest.mark.parametrize(("language", "width"), [("lo", 360), ("en", 1280)])
@pytest.mark.parametrize("kind", KINDS)
def test_targets_and_focus(show: Show, kind: str, language: str, width: int) -> None:
    page = show(kind, language, width=width)
    page.keyboard.press("Tab")
    open_all(page)
    assert probe(page, "smallTargets") == []
    assert probe(page, "badFocus") == []
    if width == 360:
        assert probe(page, "lowControls", MAIN_CONTROLS) == []


@pytest.mark.parametrize("language", ["lo", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_lost_when_enlarged_or_spaced(show: Show, kind: str, language: str) -> None:
    page = show(kind, language, width=320, height=256)
    open_all(page)
    assert probe(page, "tooWide") == []
    style = page.add_style_tag(content=SPACED)
    assert probe(page, "tooWide") == [], "with the spacing of WCAG 1.4.12"
    style.evaluate("style => style.remove()")
    enlarge(page)
    assert probe(page, "tooWide") == [], "with letters of twice the size"


@pytest.mark.parametrize("language", ["lo", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_without_scripts_all_can_be_reached(show: Show, kind: str, language: str) -> None:
    page = show(kind, language, width=320, java_script_enabled=False)
    open_all(page)
    assert probe(page, "unreachable") == []
    assert probe(page, "tooWide") == []


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_moves_and_controls_keep_an_edge(show: Show, kind: str) -> None:
    page = show(kind, width=360, reduced_motion="reduce", forced_colors="active")
    assert probe(page, "moving") == []
    assert probe(page, "edgeless") == []


@pytest.mark.parametrize(("width", "scheme", "language"), ALL_CASES)
def test_menu_and_search_when_open(show: Show, width: int, scheme: str, language: str) -> None:
    for opener, part in (
        (".tot-header__menu.tot-js", "#tot-drawer"),
        (".tot-header__search", "dialog"),
    ):
        page = show("lesson", language, width=width, color_scheme=scheme)
        button = page.locator(opener)
        if not button.is_visible():
            assert width == 1280 and page.locator(part).is_visible()
            continue
        button.focus()
        page.keyboard.press("Enter")
        page.wait_for_function(
            "part => document.activeElement.closest(part) && document.querySelector(part)"
            ".getAnimations().length === 0", arg=part,
        )  # fmt: skip
        assert broken_rules(page) == []
        assert probe(page, "lowContrast") == []
        page.keyboard.press("Escape")
        expect(page.locator(part)).to_be_hidden()
        assert button.evaluate("one => one === document.activeElement"), opener


@pytest.mark.parametrize("language", ["lo", "en"])
def test_the_first_key_skips_to_the_lesson(show: Show, language: str) -> None:
    page = show("lesson", language)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.get_attribute("class") == "tot-skip"
    box = skip.bounding_box()
    assert box is not None and box["y"] >= 0 and box["height"] >= 24
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.slow
@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
@pytest.mark.parametrize("language", ["lo", "en"])
def test_every_page(
    new_page: Callable[..., Page], site: Path, language: str, width: int, scheme: str
) -> None:
    page, wrong = new_page(width=width, color_scheme=scheme), dict[str, list[str]]()
    for path in sorted(site.rglob("*.html")):
        if path.is_relative_to(site / "en") != (language == "en"):
            continue
        page.goto(path.as_uri())
        found = broken_rules(page) + probe(page, "lowContrast") + probe(page, "smallTargets")
        if found:
            wrong[path.relative_to(site).as_posix()] = found
    assert wrong == {}
