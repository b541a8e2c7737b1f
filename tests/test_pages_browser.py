"""Pages in a real browser, opened from a folder with the network off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from build_tools import assets
from build_tools.output import write
from tests.a11y import broken_rules
from tests.browser_case import watched
from tests.pages_case import DOWNLOADS, ROOT
from tests.test_engine import build

LESSON = "basics/first-steps.html"
PAGES = ("index.html", "basics/index.html", LESSON, "basics/second-steps.html", "tracks/one-day.html",
         "tracks/alone.html", "decks.html", "glossary.html", "facts.html", "status.html", "notices.html")  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small curriculum in a folder whose name needs care in an address."""
    site = tmp_path_factory.mktemp("usb") / "a folder"
    write(site, build(tmp_path_factory.mktemp("engine")))
    write(site, {**assets.site_assets(ROOT), **DOWNLOADS})
    return site


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """A small phone without a network."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, offline=True)
    yield context
    context.close()


def show(context: BrowserContext, folder: Path, path: str) -> Page:
    """The page, opened from the folder without an error that the browser reports."""
    page = context.new_page()
    wrong = watched(page)
    page.goto((folder / path).as_uri())
    assert wrong == [], path
    return page


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.className"))


def test_menu_opens_and_closes_by_keyboard(phone: BrowserContext, folder: Path) -> None:
    page = show(phone, folder, LESSON)
    drawer, menu = page.locator("#tot-drawer"), page.get_by_role("button", name="(ລາວ menu)")
    assert not drawer.is_visible()
    menu.focus()
    page.keyboard.press("Enter")
    assert drawer.is_visible() and menu.get_attribute("aria-expanded") == "true"
    assert "tot-nav__close" in focused(page)
    seen = set[str]()
    for _ in range(20):
        page.keyboard.press("Tab")
        seen.add(page.evaluate("document.activeElement.closest('#tot-drawer, body').id"))
    assert seen <= {"tot-drawer", ""} and "tot-drawer" in seen
    assert page.locator(".md-content").evaluate("part => part.inert")
    page.keyboard.press("Escape")
    page.wait_for_function("!document.documentElement.classList.contains('tot-open')")
    assert "tot-header__menu" in focused(page)
    assert not page.locator(".md-content").evaluate("part => part.inert")


def test_closed_menu_takes_no_focus(phone: BrowserContext, folder: Path) -> None:
    page = show(phone, folder, "index.html")
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("!document.activeElement.closest('#tot-drawer')")


def test_colours_are_those_of_the_device_until_chosen(browser: Browser, folder: Path) -> None:
    context = browser.new_context(color_scheme="dark", offline=True)
    page = show(context, folder, "index.html")
    colour = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(colour)
    look = page.get_by_role("button", name="(ລາວ dark-colours)")
    assert look.get_attribute("aria-pressed") == "true"
    look.click()
    light = page.evaluate(colour)
    assert light != dark
    other = show(context, folder, f"en/{LESSON}")
    assert other.evaluate(colour) == light
    context.close()


def test_trainer_view_opens_the_boxes_and_is_remembered(
    phone: BrowserContext, folder: Path
) -> None:
    page = show(phone, folder, LESSON)
    box = page.locator("[data-box=trainer]")
    assert box.get_attribute("open") is None
    view = page.get_by_role("button", name="(ລາວ trainer-view)")
    view.click()
    assert box.get_attribute("open") is not None and view.get_attribute("aria-pressed") == "true"
    english = show(phone, folder, f"en/{LESSON}")
    assert english.locator("[data-box=trainer]").get_attribute("open") is not None
    english.get_by_role("button", name="(trainer-view)").click()
    again = show(phone, folder, LESSON)
    assert again.locator("[data-box=trainer]").get_attribute("open") is None


def test_without_scripts_all_can_be_read_and_reached(browser: Browser, folder: Path) -> None:
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, offline=True, java_script_enabled=False
    )
    page = show(context, folder, f"en/{LESSON}")
    assert page.get_by_role("button", name="(menu)").count() == 0
    assert page.locator(".tot-trainer-view").is_hidden()
    page.get_by_text("(box-trainer)").click()
    assert page.get_by_text("Walk round.").is_visible()
    page.get_by_text("(show-answer)").click()
    assert page.get_by_text("A risk is bad.").is_visible()
    page.get_by_role("link", name="(menu)").click()
    page.locator("#tot-nav").get_by_role("link", name="(glossary)").click()
    assert page.get_by_role("heading", name="(glossary)").is_visible()
    context.close()


@pytest.mark.parametrize("start", ["", "en/"])
def test_no_page_is_wider_than_a_small_phone(
    phone: BrowserContext, folder: Path, start: str
) -> None:
    page = phone.new_page()
    page.set_viewport_size({"width": 320, "height": 640})
    width = "document.documentElement.scrollWidth"
    for path in PAGES:
        page.goto((folder / start / path).as_uri())
        assert page.evaluate(width) <= 320, path
        page.add_style_tag(content="html{font-size:250%!important}")
        assert page.evaluate(width) <= 320, f"{path} with letters of twice the size"


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_accessibility_rules_hold(browser: Browser, folder: Path, scheme: str, width: int) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, offline=True  # type: ignore[arg-type]
    )  # fmt: skip
    faults = list[str]()
    for path in (*PAGES[:9], f"en/{LESSON}", "404.html"):
        page = show(context, folder, path)
        faults += [f"{path}: {fault}" for fault in broken_rules(page)]
        page.close()
    context.close()
    assert faults == []


def test_lines_are_high_enough_for_lao_marks(phone: BrowserContext, folder: Path) -> None:
    page = show(phone, folder, LESSON)
    ratio = """selector => {
        const style = getComputedStyle(document.querySelector(selector));
        return parseFloat(style.lineHeight) / parseFloat(style.fontSize);
    }"""
    floors = {"h1": 1.6, "h2": 1.6, ".tot-part p": 1.8, ".tot-nav a": 1.75, "summary": 1.7}
    for selector, least in floors.items():
        assert page.evaluate(ratio, selector) >= least - 0.01, selector


def test_decks_lie_beside_each_other_only_where_there_is_room(
    browser: Browser, folder: Path
) -> None:
    for width, columns in ((360, 1), (1280, 2)):
        context = browser.new_context(viewport={"width": width, "height": 800}, offline=True)
        page = show(context, folder, "decks.html")
        cards = page.locator("#training-one-day + div .tot-card").evaluate_all(
            "cards => cards.map(card => card.getBoundingClientRect().left)"
        )
        assert len(set(cards)) == columns and len(cards) == 2
        small = page.locator(".tot-part a").evaluate_all(
            "links => links.filter(a => a.closest('li') && a.getBoundingClientRect().height < 24).length"
        )
        assert small == 0
        context.close()


def test_pictures_of_decks_keep_their_room_before_they_arrive(
    phone: BrowserContext, folder: Path
) -> None:
    phone.route("**/*.svg", lambda route: route.abort())
    page = phone.new_page()
    page.goto((folder / "decks.html").as_uri())
    box = page.locator(".tot-decklist img").last.bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= 360
    assert box["width"] / box["height"] == pytest.approx(989 / 181, rel=0.02)
