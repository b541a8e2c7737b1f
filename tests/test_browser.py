"""The real site in a real browser: from the folder with the network off, and over http."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from build_tools.model import Curriculum, Language
from tests.browser_case import watched

LESSON = "foundations/life-cycle-risks.html"
WIDTHS = (360, 1280)


@pytest.fixture(params=WIDTHS)
def page(request: pytest.FixtureRequest, browser: Browser, base: str) -> Iterator[Page]:
    """A page that fails the test if anything outside the site is asked for, or a script fails."""
    context = browser.new_context(viewport={"width": request.param, "height": 800})
    context.set_offline(base.startswith("file"))
    opened = context.new_page()
    wrong = watched(opened, base)
    yield opened
    context.close()
    assert wrong == []


def start(base: str, language: Language, path: str = "index.html") -> str:
    return f"{base}/{path}" if language == "lo" else f"{base}/en/{path}"


@pytest.mark.parametrize("language", ["lo", "en"])
def test_from_home_to_the_first_lesson_and_on(
    page: Page, base: str, language: Language, curriculum: Curriculum
) -> None:
    page.goto(start(base, language))
    assert page.locator("html").get_attribute("lang") == language
    page.get_by_role("link", name=curriculum.word("start-first-lesson", language)).first.click()
    assert page.url.endswith(LESSON)
    lessons = curriculum.module("foundations").lessons
    for lesson in lessons:
        assert page.locator("h1").inner_text().strip() == lesson.prose(language).title
        if lesson is not lessons[-1]:
            page.locator("a[data-way=on]").first.click()


@pytest.mark.parametrize(
    "path", ["index.html", LESSON, "glossary.html", "facts.html", "tracks/community.html"]
)
def test_the_language_switch_leads_to_the_same_page_and_back(
    page: Page, base: str, path: str
) -> None:
    page.goto(start(base, "lo", path))
    for wanted in ("en", "lo"):
        switch = page.locator(f"header a[hreflang={wanted}]").first
        assert switch.get_attribute("lang") == wanted
        switch.click()
        assert page.url == start(base, wanted, path)  # type: ignore[arg-type]
        assert page.locator("html").get_attribute("lang") == wanted


@pytest.mark.parametrize("language", ["lo", "en"])
def test_an_item_of_a_lesson_is_answered(
    page: Page, base: str, language: Language, curriculum: Curriculum
) -> None:
    page.goto(start(base, language, LESSON))
    item = page.locator("form[data-item=only-poor-families-face-risks]")
    item.get_by_role("button", name=curriculum.word("check-answer", language)).click()
    assert item.get_by_role("status").inner_text().strip() == curriculum.word(
        "first-choose", language
    )
    item.locator("input[value=false]").check()
    item.get_by_role("button", name=curriculum.word("check-answer", language)).click()
    assert curriculum.word("answer-right", language) in item.get_by_role("status").inner_text()


def test_decks_can_be_downloaded(page: Page, base: str) -> None:
    if base.startswith("file"):
        page.goto(start(base, "lo", "foundations/index.html"))
        assert page.locator("a[href$='foundations.lo-en.pptx']").count() == 1
        return
    page.goto(start(base, "en", "foundations/index.html"))
    with page.expect_download() as download:
        page.locator("a[href$='foundations.en.pptx']").click()
    assert Path(download.value.path()).stat().st_size > 50_000


@pytest.mark.parametrize("language", ["lo", "en"])
def test_a_lesson_and_its_answers_can_be_read_without_scripts(
    browser: Browser, base: str, language: Language, curriculum: Curriculum
) -> None:
    context: BrowserContext = browser.new_context(
        java_script_enabled=False, viewport={"width": 360, "height": 740}
    )
    page = context.new_page()
    page.goto(start(base, language, LESSON))
    item = page.locator("form[data-item=only-poor-families-face-risks]")
    rationale = item.locator("details")
    assert not rationale.locator("p, li").first.is_visible()
    rationale.locator("summary").click()
    assert rationale.locator("p, li").first.is_visible()
    trainer = page.locator("details[data-box=trainer]").first
    trainer.locator("summary").click()
    assert trainer.locator("p").first.is_visible()
    context.close()


@pytest.mark.parametrize("language", ["lo", "en"])
def test_every_page_fits_a_small_phone(browser: Browser, site: Path, language: Language) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    folder = site / "en" if language == "en" else site
    for path in sorted(folder.rglob("*.html")):
        if language == "lo" and path.is_relative_to(site / "en"):
            continue
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path.name
    context.close()
