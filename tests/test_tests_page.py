"""Tests on the site in Chromium: one question a screen, broken off and gone on with, reviewed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from build_tools.forms import FORMS, minutes_of, tests as all_tests
from build_tools.model import LANGUAGES, Curriculum, Language
from build_tools.model.items import NumericItem
from build_tools.render.values import number
from tests.a11y import broken_rules, enlarge, probe
from tests.browser_case import watched
from tests.tests_page_case import Screen, begin, partly, right, shows_result

SHORT, LONG = "community-pre", "foundations-pre"
EVERY_TYPE = {
    "foundations-pre": "lo",
    "mother-child-grant-post": "en",
    "national-strategy-pre": "lo",
}
KEEPS_NOTHING = """Storage.prototype.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError') }"""


Show = Callable[..., Screen]


@pytest.fixture
def show(new_page: Callable[..., Page], curriculum: Curriculum) -> Iterator[Show]:
    """Opens a test: `show(base, "foundations-pre", "lo", width=320)`; nothing may go wrong."""
    faults: list[list[str]] = []

    def opened(
        base: str, test: str, language: Language, *, script: str = "", **settings: Any
    ) -> Screen:
        page = new_page(**settings)
        page.context.set_offline(base.startswith("file"))
        if script:
            page.add_init_script(script)
        faults.append(watched(page, base))
        return Screen(page, base, curriculum, test).open(language)

    yield opened
    assert [fault for page in faults for fault in page] == []


def test_every_owner_has_the_pages_of_its_tests(site: Path, curriculum: Curriculum) -> None:
    tests = all_tests(curriculum)
    names = {f"{owner}-{form}.html" for owner in tests for form in FORMS}
    for language in LANGUAGES:
        folder = site if language == "lo" else site / "en"
        assert {path.name for path in (folder / "tests").iterdir()} == names
        for owner, forms in tests.items():
            for form in FORMS:
                text = (folder / f"tests/{owner}-{form}.html").read_text("utf-8")
                ids = [item.id for item in forms[form]]
                assert re.findall(r'<form class="tot-item" id="q--([^"]+)"', text) == ids
                minutes = sum(map(minutes_of, forms[form]))
                length = curriculum.word("test-length", language, n=len(ids), minutes=minutes)
                assert length in re.sub("<[^>]+>", "", text)


@pytest.mark.parametrize(("test", "language"), EVERY_TYPE.items())
def test_a_whole_run(show: Show, anywhere: str, test: str, language: Language) -> None:
    screen = show(anywhere, test, language)
    screen.do("start")
    given: dict[str, Any] = {}
    for place, item in enumerate(screen.items):
        screen.on(place)
        for hidden in (".tot-item__check", ".tot-item__answer", ".tot-test__lesson"):
            expect(screen.question(item).locator(hidden)).to_be_hidden()
        if place % 4 != 3:
            response = right(item, language) if place % 2 == 0 else partly(item)
            screen.answer(item, response)
            given[item.id] = response
        screen.do("next")
    expect(screen.root.locator("#overview")).to_be_focused()
    left = len(screen.items) - len(given)
    expect(screen.part("left")).to_have_text(
        screen.word("test-left", n=left, all=len(screen.items))
    )
    for place, item in enumerate(screen.items):
        state = "test-answered" if item.id in given else "test-not-answered"
        line = screen.root.locator(f"[data-go='{place}']")
        expect(line).to_contain_text(screen.word(state))
    screen.do("ask-finish")
    screen.root.locator("[data-ask=finish] [data-do=not-yet]").click()
    assert screen.kept()["ended"] is None
    screen.do("ask-finish")
    screen.do("finish")
    expect(screen.root.locator("#result")).to_be_focused()
    shows_result(screen, given)
    run = screen.kept()
    assert {name: one["given"] for name, one in run["answers"].items()} == given
    assert {one["language"] for one in run["answers"].values()} == {language}
    assert run["items"] == [item.id for item in screen.items]
    assert run["attempt"] == 1 and run["began"] <= run["ended"]
    screen.page.reload()
    shows_result(screen, given)


def test_it_goes_on_after_the_browser_was_closed_and_in_the_other_language(
    show: Show, anywhere: str
) -> None:
    screen = show(anywhere, "mother-child-grant-pre", "lo")
    screen.do("start")
    given: dict[str, Any] = {}
    for place, item in enumerate(screen.items[:6]):
        screen.on(place)
        if place != 1:
            given[item.id] = right(item, "lo")
            screen.answer(item, given[item.id])
        screen.do("next")
    began = screen.kept()["began"]
    page = screen.page.context.new_page()
    screen.page.close()
    again = Screen(page, anywhere, screen.curriculum, screen.test).open("lo")
    again.on(6)
    expect(again.part("notice")).to_have_text(again.word("test-resumed"))
    page.locator("header a[hreflang=en]").first.click()
    again.language = "en"
    again.on(6)
    assert {i.id: again.held(i) for i in again.items if again.held(i) is not None} == given
    run = again.kept()
    assert run["began"] == began
    assert {one["language"] for one in run["answers"].values()} == {"lo"}
    again.do("overview")
    again.root.locator("[data-go='1']").click()
    again.on(1)
    again.answer(again.items[1], right(again.items[1], "en"))
    assert again.kept()["answers"][again.items[1].id]["language"] == "en"


def test_what_was_typed_in_one_language_means_the_same_in_the_other(
    show: Show, server: str, curriculum: Curriculum
) -> None:
    screen = show(server, "mother-child-grant-pre", "lo")
    item = next(one for one in screen.items if isinstance(one, NumericItem))
    answer = {"given": "0,5", "language": "lo"}
    begin(screen, {item.id: answer})
    english = screen.open("en")
    expect(english.root).to_have_attribute("data-view", "question")
    assert english.held(item) == "0,5"
    english.do("next")
    assert english.kept()["answers"] == {item.id: answer}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_no_number_is_no_answer(show: Show, base: str, language: Language) -> None:
    screen = show(base, "mother-child-grant-pre", language)
    screen.do("start")
    place, item = next(
        (n, one) for n, one in enumerate(screen.items) if isinstance(one, NumericItem)
    )
    screen.do("overview")
    screen.root.locator(f"[data-go='{place}']").click()
    box = screen.form(item).locator("fieldset input")
    box.fill("many people")
    box.press("Tab")
    example = number(Decimal(1500), language)
    said = screen.form(item).locator(".tot-item__status")
    expect(said).to_have_text(screen.word("not-a-number", n=example))
    assert screen.kept()["answers"] == {}
    box.fill("75")
    expect(said).to_be_empty()
    assert screen.kept()["answers"][item.id]["given"] == "75"
    box.fill("7" * 600)
    assert len(screen.held(item)) == 80, "a record keeps short texts only"


def test_a_renamed_question_keeps_its_answer(show: Show, server: str) -> None:
    screen = show(server, SHORT, "lo")
    first, old = screen.items[0], "its-old-id"
    given = right(first, "lo")
    ids = [old, *(item.id for item in screen.items[1:])]
    begin(screen, {old: {"given": given, "language": "lo"}}, items=ids)

    def with_alias(route: Route) -> None:
        whole = route.fetch().text()
        start = whole.index(f'data-item="{first.id}" data-type')
        data = f'{{"aliases": ["{old}"], "language"'
        route.fulfill(body=whole[:start] + whole[start:].replace('{"language"', data, 1),
                      content_type="text/html")  # fmt: skip

    screen.page.route("**/tests/*.html", with_alias)
    screen.open("lo")
    screen.on(0)
    assert screen.held(first) == given
    screen.do("next")
    assert screen.kept()["items"] == [item.id for item in screen.items]
    assert list(screen.kept()["answers"]) == [first.id]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_attempt_begins_empty_and_counts(show: Show, base: str, language: Language) -> None:
    screen = show(base, SHORT, language)
    given = {item.id: right(item, language) for item in screen.items}
    answers = {name: {"given": one, "language": language} for name, one in given.items()}
    begin(screen, answers, ended="2026-11-22T09:09:00Z")
    screen.open(language)
    shows_result(screen, given)
    screen.do("ask-again")
    expect(screen.root.locator("#ask-again")).to_be_focused()
    screen.do("again")
    screen.on(0)
    assert [screen.held(item) for item in screen.items] == [None] * len(screen.items)
    run = screen.kept()
    assert (run["attempt"], run["ended"], run["answers"]) == (2, None, {})
    screen.do("overview")
    screen.do("ask-finish")
    screen.do("finish")
    shows_result(screen, {})
    assert screen.kept()["ended"] is not None


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_that_changed(show: Show, base: str, language: Language) -> None:
    screen = show(base, SHORT, language)
    begin(screen, {}, items=["gone", "away"], place=1)
    screen.open(language)
    expect(screen.part("notice")).to_have_text(screen.word("test-changed"))
    screen.do("start")
    screen.on(0)
    assert screen.kept()["attempt"] == 1
    begin(screen, {}, items=["gone"], ended="2026-11-22T09:09:00Z", attempt=3)
    screen.open(language)
    expect(screen.part("notice")).to_have_text(screen.word("test-changed-since"))
    expect(screen.part("score")).to_be_hidden()
    expect(screen.part("questions")).to_be_hidden()
    assert screen.kept()["items"] == ["gone"]
    screen.do("ask-again")
    screen.do("again")
    screen.on(0)
    assert screen.kept()["attempt"] == 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_nothing_is_kept_it_works_and_says_so(
    show: Show, base: str, language: Language
) -> None:
    screen = show(base, SHORT, language, script=KEEPS_NOTHING)
    expect(screen.part("not-kept")).to_be_visible()
    expect(screen.part("kept")).to_be_hidden()
    screen.do("start")
    given = {item.id: right(item, language) for item in screen.items}
    for item in screen.items:
        screen.answer(item, given[item.id])
        screen.do("next")
    screen.do("ask-finish")
    screen.do("finish")
    shows_result(screen, given)
    expect(screen.part("score")).to_contain_text(screen.word("unit-percent", n=100))


@pytest.mark.parametrize("language", LANGUAGES)
def test_by_keyboard_alone(show: Show, base: str, language: Language) -> None:
    screen = show(base, SHORT, language)
    keys = screen.page.keyboard
    start = screen.root.locator("[data-do=start]")
    expect(start).to_be_enabled()
    start.focus()
    keys.press("Enter")
    assert [item.type for item in screen.items] == ["multiple", "single", "order", "single"]
    screen.on(0)
    keys.press("Tab")
    keys.press("Space")
    keys.press("Enter")
    screen.on(1)
    keys.press("Tab")
    keys.press("ArrowDown")
    keys.press("Enter")
    screen.on(2)
    keys.press("Tab")
    keys.press("Tab")
    keys.press("Enter")
    assert screen.held(screen.items[2]) is not None
    screen.root.locator("[data-do=next]").focus()
    keys.press("Enter")
    screen.on(3)
    screen.root.locator("[data-do=next]").focus()
    for _ in range(3):
        keys.press("Enter")
    expect(screen.root.locator("#overview")).to_be_focused()
    assert screen.kept()["ended"] is None
    assert len(screen.kept()["answers"]) == 3
    screen.root.locator("[data-do=ask-finish]").focus()
    keys.press("Enter")
    keys.press("Enter")
    assert screen.kept()["ended"] is None, "a second Enter does not finish"
    for _ in range(2):
        keys.press("Tab")
    keys.press("Enter")
    expect(screen.root.locator("#result")).to_be_focused()
    assert screen.kept()["ended"] is not None


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_scripts_it_is_a_self_test(show: Show, base: str, language: Language) -> None:
    screen = show(base, LONG, language, width=320, java_script_enabled=False)
    expect(screen.root.get_by_text(screen.word("test-no-scripts"))).to_be_visible()
    for item in screen.items:
        question = screen.question(item)
        expect(question.locator("legend")).to_be_visible()
        question.locator("summary").click()
        expect(question.locator(".tot-item__rationale")).to_be_visible()
        expect(question.locator(".tot-test__lesson a")).to_be_visible()
    assert screen.root.locator("button:visible").count() == 0


@pytest.mark.parametrize(
    ("language", "width", "scheme"),
    [("lo", 320, "light"), ("en", 320, "dark"), ("lo", 1280, "dark")],
)
def test_rules_of_accessibility_hold_on_every_screen(
    show: Show, site: Path, language: Language, width: int, scheme: Any
) -> None:
    base = site.as_uri()
    screen = show(base, "national-strategy-pre", language, width=width, color_scheme=scheme)

    def holds() -> None:
        assert broken_rules(screen.page) == []
        for name in ("lowContrast", "tooWide", "smallTargets"):
            assert probe(screen.page, name) == []
        assert probe(screen.page, "lowControls", ".tot-test .tot-button") == []

    expect(screen.root.locator("[data-do=start]")).to_be_enabled()
    holds()
    screen.do("start")
    for place, item in enumerate(screen.items):
        screen.on(place)
        screen.answer(item, partly(item))
        if item.type in ("order", "sort"):
            holds()
        screen.do("next")
    screen.do("ask-finish")
    holds()
    screen.do("finish")
    screen.do("ask-again")
    holds()
    enlarge(screen.page)
    assert probe(screen.page, "tooWide") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_tracks_and_modules_lead_to_their_tests(
    show: Show, site: Path, curriculum: Curriculum, language: Language
) -> None:
    screen = show(site.as_uri(), SHORT, language)
    start = site / ("" if language == "lo" else "en")
    for owner in all_tests(curriculum):
        is_module = (start / owner).is_dir()
        path = start / (f"{owner}/index.html" if is_module else f"tracks/{owner}.html")
        screen.page.goto(path.as_uri())
        links = screen.page.locator(".tot-test-link a")
        assert links.all_inner_texts() == [screen.word("pre-test"), screen.word("post-test")]
        links.first.click()
        assert screen.page.url.endswith(f"tests/{owner}-pre.html")
        screen.page.locator(".tot-test .tot-muted a").click()
        assert screen.page.url == path.as_uri()
