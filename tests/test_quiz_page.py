"""Items in Chromium from file://, worked by keyboard, without scripts, on a small phone, on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page

from build_tools.model import Language
from build_tools.scoring import key
from tests.a11y import broken_rules
from tests.quiz_case import page as page_of, sample_curriculum, sample_items

ITEMS = sample_items()
CURRICULUM = sample_curriculum()
LANGUAGES: tuple[Language, ...] = ("lo", "en")
OPEN_ANSWERS = """document.querySelectorAll("details").forEach(one => {
    one.hidden = false; one.open = true })"""
LOW = """all => all.filter(one => one.offsetHeight > 0 && one.offsetHeight < 44)
    .map(one => one.outerHTML)"""
RECORDER = "window.told = []; addEventListener('tot:answered', event => told.push(event.detail))"


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the page of all items, in each language and colour scheme."""
    made = tmp_path_factory.mktemp("quiz")
    for language in LANGUAGES:
        for scheme in ("", "default", "slate"):
            text = page_of(language, tuple(ITEMS.values()), scheme)
            (made / f"{language}{scheme}.html").write_text(text, encoding="utf-8")
    return made


class Screen:
    """A page in one language, with what it told about answers and what went wrong."""

    def __init__(self, page: Page, language: Language) -> None:
        self.page, self.language = page, language
        self.faults: list[str] = []
        page.on("pageerror", lambda fault: self.faults.append(str(fault)))
        page.on("request", lambda request: self.faults.extend(
            [] if request.url.startswith("file:") else [request.url]))  # fmt: skip
        page.add_init_script(RECORDER)

    def item(self, kind: str) -> Locator:
        return self.page.locator(f"form[data-type='{kind}']")

    def status(self, kind: str) -> str:
        return self.item(kind).get_by_role("status").inner_text()

    def word(self, word_id: str, **values: object) -> str:
        return CURRICULUM.word(word_id, self.language, **values)

    def button(self, kind: str, word_id: str) -> Locator:
        return self.item(kind).get_by_role("button", name=self.word(word_id), exact=True)

    def press(self, *keys: str) -> None:
        for each in keys:
            self.page.keyboard.press(each)

    def check(self, kind: str) -> None:
        self.button(kind, "check-answer").focus()
        self.press("Enter")

    def told(self) -> list[dict[str, Any]]:
        answers: list[dict[str, Any]] = self.page.evaluate("told")
        return answers


@pytest.fixture
def show(new_page: Callable[..., Page], folder: Path) -> Any:
    """Opens the page: `show("lo", width=320, scripts=False)`."""

    def opened(
        language: Language, *, width: int = 360, scripts: bool = True, scheme: str = ""
    ) -> Screen:
        page = new_page(width=width, java_script_enabled=scripts)
        screen = Screen(page, language)
        page.goto((folder / f"{language}{scheme}.html").as_uri())
        return screen

    return opened


@pytest.fixture(params=LANGUAGES)
def screen(request: pytest.FixtureRequest, show: Any) -> Iterator[Screen]:
    """The page in each language; at the end nothing may have gone wrong."""
    made: Screen = show(request.param)
    yield made
    assert made.faults == []


def test_single_by_keyboard_then_try_again(screen: Screen) -> None:
    item = screen.item("single")
    screen.check("single")
    assert screen.status("single") == screen.word("first-choose")
    assert screen.told() == [] and not item.locator("details").is_visible()
    item.get_by_role("radio").first.focus()
    screen.press("ArrowDown", "Enter")
    assert f"✗ {screen.word('answer-wrong')}" in screen.status("single")
    reason = ITEMS["single"].model_dump()["options"][1]["rationale"][screen.language]
    assert reason in screen.status("single")
    assert (
        item.locator(".tot-item__line", has=screen.page.locator(":checked"))
        .get_by_role("img", name=screen.word("not-right"))
        .is_visible()
    )
    assert (
        item.locator("details").is_visible() and not item.locator("details li").first.is_visible()
    )
    screen.button("single", "try-again").focus()
    screen.press("Enter")
    assert screen.status("single") == "" and item.locator(":checked").count() == 0
    assert item.get_by_role("radio").first.evaluate("one => one === document.activeElement")
    screen.press("Space", "Enter")
    assert f"✓ {screen.word('answer-right')}" in screen.status("single")
    assert screen.told() == [
        {"item": "cash-after-birth", "response": "loan", "mark": 0},
        {"item": "cash-after-birth", "response": "benefit", "mark": 1},
    ]


def test_multiple_gives_part_marks_and_a_reason_for_each_choice(screen: Screen) -> None:
    boxes = screen.item("multiple").get_by_role("checkbox")
    boxes.first.focus()
    screen.press("Space")
    screen.check("multiple")
    assert screen.word("answer-partly", n=1, all=2) in screen.status("multiple")
    boxes.nth(1).focus()
    screen.press("Space")
    assert screen.status("multiple") == "", "what was said no longer fits what is chosen"
    screen.press("Tab", "Space")
    screen.check("multiple")
    assert screen.item("multiple").get_by_role("status").get_by_role("listitem").count() == 3
    assert screen.told()[-1]["response"] == ["care", "children", "road"]
    assert screen.told()[-1]["mark"] == 0.5


def test_true_false_says_why(screen: Screen) -> None:
    screen.item("true-false").get_by_label(screen.word("verdict-false"), exact=True).focus()
    screen.press("Space")
    screen.check("true-false")
    reason = ITEMS["true-false"].model_dump()["options"][1]["rationale"][screen.language]
    assert reason in screen.status("true-false") and screen.told()[0]["response"] == "false"


@pytest.mark.parametrize("kind", ["match", "sort"])
def test_rows_are_chosen_by_keyboard(screen: Screen, kind: str) -> None:
    places = key(ITEMS[kind])["places"]
    item = screen.item(kind)
    screen.check(kind)
    assert screen.status(kind) == screen.word("first-rows")
    for row in item.locator("[data-part]").all():
        wanted = places[row.get_attribute("data-part")]
        values = row.locator("option").evaluate_all("all => all.map(one => one.value)")
        row.get_by_role("combobox").focus()
        screen.press(*["ArrowDown"] * values.index(wanted))
    screen.check(kind)
    assert screen.status(kind) == f"✓ {screen.word('answer-right')}"
    assert item.locator("fieldset").get_by_role(
        "img", name=screen.word("right"), exact=True
    ).count() == len(places)
    wrong = next(value for value in places.values() if value != places[next(iter(places))])
    item.locator(f"[data-part='{next(iter(places))}'] select").select_option(wrong)
    screen.check(kind)
    partly = screen.word("answer-partly", n=len(places) - 1, all=len(places))
    assert screen.status(kind).startswith(f"≈ {partly}")
    assert screen.told()[-1]["mark"] == (len(places) - 1) / len(places)
    assert item.get_by_role("status").locator(".tot-item__place").count() == 0, "gives the key away"


def test_steps_move_by_keyboard_and_the_focus_goes_with_them(screen: Screen) -> None:
    item, right = screen.item("order"), key(ITEMS["order"])["steps"]
    screen.check("order")
    assert screen.status("order") == screen.word("first-move")
    for place, step in enumerate(right):
        row = item.locator(f"[data-part='{step}']")
        text = row.locator(".tot-item__step").inner_text()
        up = row.get_by_role("button", name=screen.word("move-up", step=text), exact=True)
        up.focus()
        now = row.evaluate("one => [...one.parentNode.children].indexOf(one)")
        screen.press(*["Enter"] * (now - place))
        assert up.evaluate("one => one === document.activeElement")
        if now > place:
            assert screen.status("order") == screen.word(
                "moved", step=text, n=place + 1, all=len(right)
            )
    last = item.locator(f"[data-part='{right[-1]}']").get_by_role("button").last
    last.focus()
    screen.press("Enter")
    screen.check("order")
    assert screen.told() == [{"item": "steps-of-a-grant", "response": right, "mark": 1}]
    screen.button("order", "try-again").focus()
    screen.press("Enter")
    assert item.locator("li[data-part]").first.get_attribute("data-part") != right[0] or (
        item.locator("li[data-part]").nth(1).get_attribute("data-part") != right[1]
    )
    screen.check("order")
    assert screen.status("order") == screen.word("first-move")


def test_numbers_are_read_aloud(screen: Screen) -> None:
    box = screen.item("numeric").get_by_role("textbox")
    lao = screen.language == "lo"
    box.focus()
    screen.press("Enter")
    assert screen.status("numeric") == screen.word("first-write")
    for typed, said in (("many", "not-a-number"), ("1.800.00", "not-a-number")):
        box.fill(typed)
        screen.press("Enter")
        assert screen.status("numeric") == screen.word(said, n="1.500" if lao else "1,500")
    assert screen.told() == []
    box.fill("໑.໘໐໐.໐໐໐")
    screen.press("Enter")
    assert screen.word("answer-right") in screen.status("numeric")
    assert screen.word("read-as", n="1.800.000" if lao else "1,800,000") in screen.status("numeric")
    box.fill("1,800")
    screen.press("Enter")
    assert screen.word("answer-wrong") in screen.status("numeric")
    assert screen.word("read-as", n="1,800" if not lao else "1,8") in screen.status("numeric")


def test_a_word_is_right_in_any_spelling_and_either_language(screen: Screen) -> None:
    box = screen.item("short").get_by_role("textbox")
    for typed in ("  “Risk   Pooling.” ", "ການສະ\u200bເລ່ຍຄວາມສ່ຽງ"):
        box.fill(typed)
        screen.press("Enter")
        assert screen.status("short") == f"✓ {screen.word('answer-right')}"
    box.fill("insurance")
    screen.press("Enter")
    assert screen.status("short") == f"✗ {screen.word('answer-wrong')}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_scripts_the_answers_can_be_read(show: Any, language: Language) -> None:
    screen = show(language, width=320, scripts=False)
    for kind, item in ITEMS.items():
        form = screen.item(kind)
        assert form.get_by_role("button").count() == 0
        reason = form.get_by_text(item.rationale.of(language))
        assert not reason.is_visible()
        form.locator("summary").click()
        assert reason.is_visible()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scripts", [True, False])
def test_a_small_phone_shows_everything(show: Any, language: Language, scripts: bool) -> None:
    screen = show(language, width=320, scripts=scripts)
    screen.page.evaluate(OPEN_ANSWERS)
    assert screen.page.evaluate("document.documentElement.scrollWidth") <= 320
    pressed = screen.page.locator("button, select, summary, .tot-item__line, input[type=text]")
    assert pressed.evaluate_all(LOW) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scheme", ["", "default", "slate"])
def test_accessibility_rules_hold(show: Any, language: Language, scheme: str) -> None:
    screen = show(language, scheme=scheme)
    screen.item("single").get_by_role("radio").last.check()
    screen.item("multiple").get_by_role("checkbox").first.check()
    screen.item("true-false").get_by_role("radio").last.check()
    for kind in ("single", "multiple", "true-false", "order"):
        screen.check(kind)
    screen.page.evaluate(OPEN_ANSWERS)
    assert broken_rules(screen.page) == []


def test_paper_has_the_answers_and_no_buttons(show: Any) -> None:
    screen = show("lo")
    screen.page.emulate_media(media="print")
    screen.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    for kind, item in ITEMS.items():
        assert screen.item(kind).get_by_text(item.rationale.of("lo")).is_visible()
    assert screen.page.locator("button:visible").count() == 0
    screen.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert screen.page.locator("details:visible").count() == 0
