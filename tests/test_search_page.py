"""The window of the search in Chromium: from a folder and over http, by keyboard, network off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from build_tools.model import Curriculum
from tests.browser_case import watched

LESSON = "foundations/life-cycle-risks.html"
FLOOD = "ນ້ຳຖ້ວມ"
FLOOD_AS_TYPED = "ນໍ້າຖ້ວມ"
OF_THE_SEARCH = ("search.js", "search-box.js", "search-marks.js", "search.css", "lo.js", "en.js")


@pytest.fixture
def page(new_page: Callable[..., Page], base: str) -> Iterator[Page]:
    """A page that fails the test if anything outside the site is asked for, or a script fails."""
    page = new_page()
    page.context.set_offline(base.startswith("file"))
    wrong = watched(page, base)
    yield page
    assert wrong == []


def ask(page: Page, query: str) -> None:
    """Nothing; opens the search by its key, types, and waits for the answer."""
    page.keyboard.press("/")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.insert_text(query)
    page.wait_for_function("document.querySelector('.tot-search__results').children.length > 0")


def test_from_the_key_to_the_marked_words(page: Page, base: str, curriculum: Curriculum) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto(f"{base}/index.html")
    assert not set(asked) & set(OF_THE_SEARCH), (
        "nothing of the search is loaded before it is opened"
    )
    ask(page, FLOOD_AS_TYPED)
    assert {"search.js", "search-box.js", "search.css", "lo.js"} <= set(asked)
    status = page.locator(".tot-search [role=status]").inner_text()
    number = next(int(part) for part in status.split() if part.isdigit())
    assert status == curriculum.word("search-found", "lo", n=number)
    first = page.locator(".tot-search__pages > li").first
    assert first.locator("mark").first.inner_text() == FLOOD
    page.keyboard.press("Enter")
    expect(page.locator(".tot-search__page").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{LESSON}?q=*#*")
    marks = page.locator("article mark")
    expect(marks.first).to_be_attached()
    # Words are kept together by markup, so a word may bear two marks, one after the other.
    assert "".join(marks.all_text_contents()).replace(FLOOD, "") == ""
    page.wait_for_function(  # a marked word is in sight once the fonts are there
        "[...document.querySelectorAll('article mark')].some((mark) => {"
        " const place = mark.getBoundingClientRect();"
        " return place.top > 0 && place.bottom < innerHeight; })"
    )


def test_the_marks_can_be_taken_away(page: Page, base: str, curriculum: Curriculum) -> None:
    page.goto(f"{base}/{LESSON}")
    before = page.locator("article").inner_text()
    page.goto(f"{base}/{LESSON}?q={FLOOD}&m={FLOOD}#one-line-many-risks")
    away = page.get_by_role("button", name=curriculum.word("search-unmark", "lo"))
    assert page.locator("article mark").count() > 0
    away.click()
    assert page.locator("article mark").count() == 0 and away.count() == 0
    assert page.locator("article").inner_text() == before
    assert page.evaluate("document.activeElement.id") == "one-line-many-risks"


def test_a_word_torn_by_markup_is_marked_whole(page: Page, base: str, root: Path) -> None:
    page.goto(f"{base}/{LESSON}?q={FLOOD}&m={FLOOD}")
    page.locator(".tot-unmark").click()
    page.evaluate(
        "document.querySelector('article').innerHTML ="
        " '<h1>ກ</h1><p>ຂ <b>ນ້ຳ</b><span>ຖ້ວມ</span> ຄ</p><p>ນ້ຳ</p><p>ຖ້ວມ</p>'"
    )
    page.add_script_tag(path=root / "build_tools/web/search-marks.js")
    assert page.locator("article mark").all_inner_texts() == ["ນ້ຳ", "ຖ້ວມ"]
    assert page.locator("article p").first.inner_text() == f"ຂ {FLOOD} ຄ"


def test_escape_closes_and_gives_the_focus_back(page: Page, base: str) -> None:
    page.goto(f"{base}/en/{LESSON}")
    button = page.locator(".tot-header__search")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    expect(page.get_by_role("searchbox")).to_be_focused()
    assert button.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(button).to_be_focused()
    assert button.get_attribute("aria-expanded") == "false"


def test_names_lead_to_the_other_language_and_say_so(page: Page, base: str) -> None:
    page.goto(f"{base}/index.html")
    ask(page, "nssf")
    also = page.locator(".tot-search__also")
    expect(also).to_contain_text("ກອງທຶນປະກັນສັງຄົມ")
    href = also.get_by_role("link").get_attribute("href") or ""
    assert href == f"{base}/glossary.html#national-social-security-fund"
    assert page.locator(".tot-search__results mark").first.inner_text() == "ກອງທຶນປະກັນສັງຄົມ"


def test_foreign_words_say_their_language(page: Page, base: str) -> None:
    page.goto(f"{base}/en/index.html")
    ask(page, "ສະຫວັນນະເຂດ")
    assert page.locator(".tot-search__results mark").first.inner_text() == "Savannakhet"
    page.get_by_role("searchbox").fill("pillar")
    page.wait_for_function(
        "document.querySelector('.tot-search__results').textContent.includes('ເສົາຄ້ຳ')"
    )
    assert page.evaluate(
        "[...document.querySelectorAll('.tot-search__results *')].every((node) =>"
        " ![...node.childNodes].some((one) => one.nodeType === 3 && /[ກ-ໝ]/.test(one.data))"
        " || node.closest('[lang]').lang === 'lo')"
    )


def test_where_nothing_is_found_there_is_more_to_try(
    page: Page, base: str, curriculum: Curriculum
) -> None:
    page.goto(f"{base}/index.html")
    ask(page, "ກອງທຶນປະກັນໄພ")
    status = page.locator(".tot-search [role=status]")
    assert status.inner_text() == curriculum.word("search-none", "lo", query="ກອງທຶນປະກັນໄພ")
    choices = page.locator(".tot-search__try button")
    assert "ກອງທຶນປະກັນສັງຄົມແຫ່ງຊາດ" in choices.all_inner_texts()
    choices.first.click()
    expect(page.locator(".tot-search__pages > li").first).to_be_visible()
    page.get_by_role("searchbox").fill("ຊຊຊຊ")
    expect(page.locator(".tot-search__results")).to_have_text(
        curriculum.word("search-spelling", "lo")
    )


def test_the_key_types_where_somebody_is_typing(page: Page, base: str) -> None:
    page.goto(f"{base}/tools/grant-costing.html")
    field = page.locator("article input[type=text]:visible").first
    field.fill("")
    field.press("/")
    assert field.input_value() == "/"
    assert page.get_by_role("dialog").count() == 0


def test_the_window_fits_a_small_phone(new_page: Callable[..., Page], site: Path) -> None:
    page = new_page(width=320, height=480)
    page.goto((site / "index.html").as_uri())
    ask(page, "ແມ່ຍິງ")
    box = page.locator("dialog")
    assert box.evaluate("box => box.scrollWidth <= box.clientWidth && box.clientWidth <= 320")
    for control in ("[type=search]", ".tot-search__close"):
        size = box.locator(control).bounding_box()
        assert size and size["height"] >= 43.5 and size["width"] >= 43.5
    assert page.locator(".tot-search__pages > li").count() == 20
    page.locator(".tot-search__more").click()
    expect(page.locator(".tot-search__pages > li").nth(20).locator("a").first).to_be_focused()


@pytest.mark.parametrize("lost", ["search/lo.js", "assets/tot/search-box.js"])
def test_a_failure_is_told_and_can_be_tried_again(
    new_page: Callable[..., Page], site: Path, curriculum: Curriculum, lost: str
) -> None:
    page = new_page()
    page.route(f"**/{lost}", lambda route: route.abort())
    page.goto((site / "index.html").as_uri())
    page.locator(".tot-header__search").click()
    place = ".tot-search [role=status]" if lost == "search/lo.js" else "header [role=alert]"
    expect(page.locator(place)).to_have_text(curriculum.word("search-failed", "lo"))
    page.unroute(f"**/{lost}")
    page.keyboard.press("Escape")
    ask(page, FLOOD)
    assert page.locator(".tot-search__pages > li").count() > 3


def test_without_scripts_there_is_no_button(new_page: Callable[..., Page], site: Path) -> None:
    page = new_page(java_script_enabled=False)
    page.goto((site / "index.html").as_uri())
    assert not page.locator(".tot-header__search").is_visible()
