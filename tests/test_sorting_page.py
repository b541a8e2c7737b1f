"""Sortings in Chromium from file://, worked by keyboard, saved, loaded, printed, and without scripts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page

from build_tools.model import Curriculum, Language, Text, Tool
from build_tools.model.tools import Named, ToolRow
from build_tools.render.runs import plain
from build_tools.tools.values import verdict
from tests.a11y import broken_rules
from tests.sorting_case import SORTINGS, page as page_of, section

LANGUAGES: tuple[Language, ...] = ("lo", "en")
CARDS, DIAMOND, MATRIX = "budget-sorting", "fiscal-space-ranking", "four-guarantees-matrix"
OPEN_ALL = (
    "document.querySelectorAll('details').forEach(one => { one.hidden = false; one.open = true })"
)
LOW = """all => all.filter(one => one.offsetHeight > 0 && one.offsetHeight < 24)
    .map(one => one.outerHTML)"""
CHOOSE_FIRST = """form => {
    form.querySelectorAll("select").forEach(select => { select.selectedIndex = 1; });
    form.querySelector("select").dispatchEvent(new Event("input", { bubbles: true })); }"""
QUIET = """window.told = []; window.print = () => {};
    addEventListener('tot:sorted', event => told.push(event.detail))"""


class Screen:
    """The page in one language, and what went wrong on it."""

    def __init__(self, page: Page, curriculum: Curriculum, language: Language) -> None:
        self.page, self.curriculum, self.language = page, curriculum, language
        self.faults: list[str] = []
        page.on("pageerror", lambda fault: self.faults.append(str(fault)))
        page.on("request", lambda request: self.faults.extend(
            [] if request.url.startswith(("file:", "blob:")) else [request.url]))  # fmt: skip
        page.add_init_script(QUIET)

    def tool(self, tool_id: str) -> Tool:
        return self.curriculum.tools[tool_id]

    def part(self, tool_id: str, selector: str = "") -> Locator:
        return self.page.locator(f"[data-tool='{tool_id}'] {selector}".strip())

    def row(self, tool_id: str, row: ToolRow) -> Locator:
        return self.part(tool_id, f"[data-row='{row.id}']")

    def word(self, word_id: str, **values: object) -> str:
        return self.curriculum.word(word_id, self.language, **values)

    def text(self, text: Text) -> str:
        """The words of a text, as they stand on the page."""
        return plain(self.curriculum, text.of(self.language), self.language)

    def said(self, tool_id: str) -> str:
        return self.part(tool_id, ".tot-tool__say").inner_text()

    def press(self, tool_id: str, selector: str) -> None:
        self.part(tool_id, selector).focus()
        self.page.keyboard.press("Enter")

    def check(self, tool_id: str) -> None:
        self.press(tool_id, "[type=submit]")

    def choose(self, tool_id: str, row: ToolRow, answers: dict[str, str]) -> None:
        """Chooses answers with the arrow keys."""
        for column in self.tool(tool_id).columns:
            options = [option.id for option in column.options]
            self.row(tool_id, row).locator(f"[data-column='{column.id}']").focus()
            self.page.keyboard.press("Home")
            for _ in range(options.index(answers[column.id]) + 1):
                self.page.keyboard.press("ArrowDown")

    def choose_all(self, tool_id: str) -> None:
        """Chooses the first option everywhere."""
        self.part(tool_id, "form").evaluate(CHOOSE_FIRST)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory, curriculum: Curriculum) -> Path:
    """A folder with the page of all sortings, in each language and colour scheme."""
    made = tmp_path_factory.mktemp("sorting")
    for language in LANGUAGES:
        for scheme in ("default", "slate"):
            text = page_of(curriculum, language, scheme)
            (made / f"{language}-{scheme}.html").write_text(text, encoding="utf-8")
    return made


@pytest.fixture
def show(new_page: Callable[..., Page], folder: Path, curriculum: Curriculum) -> Any:
    """Opens the page: `show("lo", width=320, scripts=False)`."""

    def opened(
        language: Language, *, width: int = 360, scripts: bool = True, scheme: str = "default"
    ) -> Screen:
        page = new_page(width=width, java_script_enabled=scripts)
        screen = Screen(page, curriculum, language)
        page.goto((folder / f"{language}-{scheme}.html").as_uri())
        return screen

    return opened


@pytest.fixture(params=LANGUAGES)
def screen(request: pytest.FixtureRequest, show: Any) -> Iterator[Screen]:
    """The page in each language; at the end nothing may have gone wrong."""
    made: Screen = show(request.param)
    yield made
    assert made.faults == []


def keyed(tool: Tool) -> list[ToolRow]:
    return [row for row in tool.rows if row.key]


def other_option(tool: Tool, row: ToolRow) -> dict[str, str]:
    """The right answers of a row, but for the first question."""
    first = tool.columns[0]
    wrong = next(option.id for option in first.options if option.id != row.key[first.id])
    return {**row.key, first.id: wrong}


def test_a_card_is_sorted_by_keyboard_and_its_result_said_at_once(screen: Screen) -> None:
    tool = screen.tool(CARDS)
    titles = {one.id: screen.text(one.title) for one in tool.verdicts}
    rows = {verdict(SORTINGS[CARDS], tool, row.key): row for row in keyed(tool)}
    assert set(rows) == set(titles)
    for result, row in rows.items():
        output = screen.row(CARDS, row).get_by_role("status")
        assert output.inner_text() == screen.word("sorting-open")
        screen.choose(CARDS, row, row.key)
        assert output.inner_text() == titles[result]
        count = screen.part(CARDS, f"[data-verdict='{result}'] .tot-sorting__count")
        number = tool.rows.index(row) + 1
        assert count.inner_text() == f"{screen.word('sorting-count', n=1)} ({number})"


def test_checking_says_what_is_right_and_why(screen: Screen) -> None:
    tool = screen.tool(CARDS)
    first, second = keyed(tool)[:2]
    screen.check(CARDS)
    assert screen.said(CARDS) == screen.word("sorting-first")
    assert not screen.part(CARDS, ".tot-sorting__key").is_visible()
    screen.choose(CARDS, first, dict(first.key))
    screen.choose(CARDS, second, other_option(tool, second))
    screen.check(CARDS)
    left = screen.word("sorting-left", n=len(keyed(tool)) - 2)
    assert screen.said(CARDS).split() == (
        f"≈ {screen.word('sorting-right', n=1, all=2)} {left}".split()
    )
    marks = [
        screen.row(CARDS, row).locator(".tot-sorting__mark").inner_text() for row in (first, second)
    ]
    assert marks[0].startswith(f"✓ {screen.word('right')}")
    assert marks[1].startswith(f"✗ {screen.word('not-right')}")
    question = screen.text(tool.columns[0].title)
    assert screen.word("sorting-look", list=question) in marks[1]
    for row, mark in zip((first, second), marks, strict=True):
        assert row.rationale is not None and screen.text(row.rationale) in mark
    assert screen.page.evaluate("told") == [{"tool": CARDS, "right": 1, "all": 2}]
    assert screen.part(CARDS, ".tot-sorting__key").is_visible()
    screen.choose(CARDS, second, dict(second.key))
    assert screen.row(CARDS, second).locator(".tot-sorting__mark").inner_text() == ""
    assert screen.said(CARDS) == "", "what was said no longer fits what is chosen"
    assert screen.row(CARDS, first).locator(".tot-sorting__mark").inner_text() == marks[0]
    screen.check(CARDS)
    assert screen.said(CARDS).startswith(f"✓ {screen.word('sorting-right', n=2, all=2)}")


def test_a_real_card_names_its_source_and_has_no_right_answer(screen: Screen) -> None:
    row = next(row for row in screen.tool(CARDS).rows if row.fact)
    fact = screen.curriculum.facts[str(row.fact)]
    card = screen.row(CARDS, row)
    assert screen.curriculum.sources[fact.sources[0]].publisher in card.inner_text()
    assert screen.word(f"confidence-{fact.confidence}") in card.inner_text()
    assert screen.word("sorting-invented") not in card.inner_text()
    screen.choose(
        CARDS, row, {column.id: column.options[0].id for column in screen.tool(CARDS).columns}
    )
    screen.check(CARDS)
    assert screen.said(CARDS) == screen.word("sorting-first")
    invented = keyed(screen.tool(CARDS))[0]
    assert screen.word("sorting-invented") in screen.row(CARDS, invented).inner_text()


def test_start_again_empties_every_line(screen: Screen) -> None:
    screen.choose_all(CARDS)
    screen.check(CARDS)
    screen.press(CARDS, "[data-action=again]")
    values = screen.part(CARDS, "select").evaluate_all("all => all.map(one => one.value)")
    assert set(values) == {""} and screen.said(CARDS) == ""
    assert screen.part(CARDS, ".tot-sorting__mark:not(:empty)").count() == 0
    assert screen.part(CARDS, "select").first.evaluate("one => one === document.activeElement")


def test_a_place_that_is_too_full_says_so(screen: Screen) -> None:
    tool, room = screen.tool(DIAMOND), SORTINGS[DIAMOND].room
    assert room is not None
    takes = room(len(tool.rows))
    top = tool.verdicts[0]
    count = screen.part(DIAMOND, f"[data-verdict='{top.id}'] .tot-sorting__count")
    screen.choose(DIAMOND, tool.rows[0], {tool.columns[0].id: top.id})
    assert count.inner_text() == screen.word("sorting-room", n=1, room=1, free=0)
    assert screen.said(DIAMOND) == ""
    screen.choose(DIAMOND, tool.rows[1], {tool.columns[0].id: top.id})
    sentence = screen.word("sorting-too-full", place=screen.text(top.title), n=2, room=1)
    assert screen.said(DIAMOND) == sentence
    for row in tool.rows[:2]:
        assert sentence in screen.row(DIAMOND, row).inner_text()
    screen.choose(DIAMOND, tool.rows[1], {tool.columns[0].id: tool.verdicts[2].id})
    assert (
        screen.said(DIAMOND) == ""
        and sentence not in screen.row(DIAMOND, tool.rows[0]).inner_text()
    )
    middle = screen.part(DIAMOND, f"[data-verdict='{tool.verdicts[2].id}']")
    n = takes[tool.verdicts[2].id]
    assert screen.word("sorting-room", n=1, room=n, free=n - 1) in middle.inner_text()
    assert screen.text(tool.rows[1].text) in middle.get_by_role("listitem").inner_text()
    assert screen.part(DIAMOND, "[type=submit]").count() == 0, "nothing to compare with"


def test_a_matrix_lists_its_lines_under_each_result(screen: Screen) -> None:
    tool = screen.tool(MATRIX)
    answers = {column.id: column.options[-1].id for column in tool.columns}
    screen.choose(MATRIX, tool.rows[0], answers)
    result = verdict(SORTINGS[MATRIX], tool, answers)
    place = screen.part(MATRIX, f"[data-verdict='{result}']")
    assert screen.text(tool.rows[0].text) == place.get_by_role("listitem").inner_text()


def test_answers_are_saved_and_loaded(screen: Screen, tmp_path: Path) -> None:
    tool = screen.tool(CARDS)
    row = keyed(tool)[0]
    screen.choose(CARDS, row, dict(row.key))
    screen.part(CARDS, "[name=province]").fill("ແສງດາວ")
    with screen.page.expect_download() as coming:
        screen.press(CARDS, "[data-action=save]")
    file = tmp_path / "answers.json"
    coming.value.save_as(file)
    saved = json.loads(file.read_text("utf-8"))
    assert saved["values"] == {f"{row.id}/{column}": option for column, option in row.key.items()}
    screen.press(CARDS, "[data-action=again]")
    screen.part(CARDS, "[name=province]").fill("")
    load(screen, file)
    assert told(screen) == screen.word("sorting-loaded")
    assert screen.part(CARDS, "[name=province]").input_value() == "ແສງດາວ"
    title = next(
        one.title for one in tool.verdicts if one.id == verdict(SORTINGS[CARDS], tool, row.key)
    )
    assert screen.row(CARDS, row).locator("output").inner_text() == screen.text(title)
    column = tool.columns[0].id
    file.write_text(json.dumps({**saved, "values": {f"{row.id}/{column}": "nobody", "x/y": "z"}}))
    load(screen, file)
    chosen = screen.part(CARDS, "select").evaluate_all("all => all.map(one => one.value)")
    assert set(chosen) == {""}, "an answer that nobody knows stays open"
    file.write_text(json.dumps({**saved, "tool": DIAMOND}))
    load(screen, file)
    assert told(screen) == screen.word("tool-file-other")


def load(screen: Screen, file: Path) -> None:
    told_before = screen.part(CARDS, ".tot-tool__told")
    told_before.evaluate("one => { one.textContent = '' }")
    screen.part(CARDS, "input[type=file]").set_input_files(file)
    screen.page.wait_for_function("one => one.textContent !== ''", arg=told_before.element_handle())


def told(screen: Screen) -> str:
    return screen.part(CARDS, ".tot-tool__told").inner_text()


def paper(screen: Screen, tool_id: str, kind: str) -> list[str]:
    """The pages that are printed, as text."""
    screen.press(tool_id, f"[data-action={kind}]")
    screen.page.emulate_media(media="print")
    return screen.page.locator(".tot-paper__page").all_inner_texts()


def test_the_sheet_has_cards_an_empty_table_and_the_solution_on_another_page(
    screen: Screen,
) -> None:
    tool = screen.tool(CARDS)
    blank, solution = paper(screen, CARDS, "sheet")
    rows = screen.page.locator(".tot-paper table tbody tr")
    assert screen.page.locator(".tot-sorting__cards > li").count() == rows.count() == len(tool.rows)
    assert set(rows.locator("td").all_inner_texts()) == {""}
    assert blank.count(screen.word("sorting-invented")) == len(keyed(tool)), "each card says so"
    for row in keyed(tool):
        assert row.rationale is not None
        reason = screen.text(row.rationale)
        assert reason in solution and reason not in blank
    assert len(pages_of(screen)) >= 2
    screen.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert screen.page.locator(".tot-paper").count() == 0


@pytest.mark.parametrize("tool_id", SORTINGS)
def test_the_note_is_one_page_and_says_what_was_answered(screen: Screen, tool_id: str) -> None:
    screen.choose_all(tool_id)
    screen.part(tool_id, "[name=province]").fill("ແສງດາວ")
    screen.part(tool_id, "[name=remark]").fill("ບົດລາຍງານຂອງເມືອງ " * 27)
    (note,) = paper(screen, tool_id, "note")
    tool, words = screen.tool(tool_id), " ".join(note.split())
    assert "ແສງດາວ" in words and screen.word("sorting-exercise") in words
    assert all(" ".join(screen.text(row.text).split()) in words for row in tool.rows)
    assert screen.text(verdicts_of(tool)[0].title) in words
    cells = screen.page.locator(".tot-paper td").all_inner_texts()
    assert "" not in cells and bool(cells) == (tool_id != DIAMOND), "a diamond says it all"
    assert len(pages_of(screen)) == 1


def verdicts_of(tool: Tool) -> list[Named]:
    """The results of a tool where every first option is chosen."""
    first = {column.id: column.options[0].id for column in tool.columns}
    return [one for one in tool.verdicts if one.id == verdict(SORTINGS[tool.id], tool, first)]


def pages_of(screen: Screen) -> list[bytes]:
    """The pages of the print, as A4."""
    return re.findall(rb"/Type\s*/Page\b", screen.page.pdf(format="A4"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_scripts_every_key_can_be_read(show: Any, language: Language) -> None:
    screen = show(language, width=320, scripts=False)
    for tool_id in SORTINGS:
        tool = screen.tool(tool_id)
        assert screen.part(tool_id).get_by_role("button").count() == 0
        for summary in screen.part(tool_id, "summary").all():
            summary.click()
        text = screen.part(tool_id).inner_text()
        for column in tool.columns:
            assert all(screen.text(option.title) in text for option in column.options)
        for row in keyed(tool):
            assert row.rationale is None or screen.text(row.rationale) in text
        if not keyed(tool):
            assert screen.part(tool_id, "table tbody tr").count() == len(tool.rows)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scripts", [True, False])
def test_a_small_phone_shows_everything(show: Any, language: Language, scripts: bool) -> None:
    screen = show(language, width=320, scripts=scripts)
    for tool_id in SORTINGS if scripts else ():
        screen.choose_all(tool_id)
    screen.page.evaluate(OPEN_ALL)
    assert screen.page.evaluate("document.documentElement.scrollWidth") <= 320
    assert screen.page.locator("button, select, summary, input, textarea").evaluate_all(LOW) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize("width", [360, 1280])
def test_accessibility_rules_hold(show: Any, language: Language, scheme: str, width: int) -> None:
    screen = show(language, scheme=scheme, width=width)
    row = keyed(screen.tool(CARDS))[0]
    for tool_id in SORTINGS:
        screen.choose_all(tool_id)
    screen.choose(CARDS, row, dict(row.key))
    screen.check(CARDS)
    screen.page.evaluate(OPEN_ALL)
    assert broken_rules(screen.page) == []


@pytest.mark.parametrize("tool_id", SORTINGS)
def test_in_a_lesson_it_leads_to_its_own_page(curriculum: Curriculum, tool_id: str) -> None:
    html = section(curriculum, tool_id, "en", full=False)
    assert f'<a href="#{tool_id}">{curriculum.word("sorting-own-page", "en")}</a>' in html
    assert "tot-tool__file" not in html and "<h2" not in html
