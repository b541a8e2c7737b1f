"""Tools in Chromium, from the folder with the network off: numbers, keyboard, files, paper, no scripts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from build_tools.model import LANGUAGES, Curriculum, Language
from build_tools.render.tools.worked import Worked, worked
from build_tools.render.values import number
from build_tools.tools import TOOLS, Bars, Calculator
from build_tools.tools.values import lesson_values
from tests.a11y import broken_rules, enlarge
from tests.browser_case import watched

COSTING, LIMITED, CHOOSING = "grant-costing", "targeting-errors", "contribution-calculator"
LESSON = "financing/costing-a-grant.html"
PEOPLE = "saengdao-population"
LOW = """all => all.filter(one => one.offsetHeight > 0 && one.offsetHeight < 24)
    .map(one => one.outerHTML)"""


class Screen:
    """A page with a tool, and the texts that Python expects on it."""

    def __init__(
        self, page: Page, tool_id: str, language: Language, curriculum: Curriculum
    ) -> None:
        self.page, self.language, self.curriculum = page, language, curriculum
        self.words = curriculum.tools[tool_id]
        self.tool = page.locator(f".tot-tool[data-tool={tool_id}]")

    def word(self, word_id: str, **values: object) -> str:
        return self.curriculum.word(word_id, self.language, **values)

    def part(self, name: str) -> Locator:
        return self.tool.locator(f".tot-tool__{name}")

    def field(self, name: str) -> Locator:
        return self.tool.locator(f"[data-input={name}] input")

    def fault(self, name: str) -> Locator:
        return self.tool.locator(f"[data-input={name}] .tot-tool__wrong")

    def press(self, word_id: str) -> None:
        self.tool.get_by_role("button", name=self.word(word_id), exact=True).click()

    def made(self, **changes: Decimal | str) -> Worked:
        """What Python works out with these changes to the lesson's values."""
        calculator = TOOLS[self.words.id]
        assert isinstance(calculator, Calculator)
        named = {name.replace("_", "-"): value for name, value in changes.items()}
        given = lesson_values(calculator, self.curriculum.parameters, named)
        return worked(self.curriculum, self.words, self.language, given)

    def shows(self, made: Worked) -> None:
        """Nothing; the page prints every step as Python does."""
        expect(self.part("signs")).to_have_text(
            [f"{step.output.symbol} = {step.signs}" for step in made.steps()]
        )
        expect(self.part("filled")).to_have_text([f"= {step.numbers}" for step in made.steps()])
        expect(self.part("result")).to_have_text([f"= {step.result}" for step in made.steps()])
        main = [step.result for step in made.steps() if step.output.main]
        expect(self.part("main").locator("dd")).to_have_text(main)


def sheets_of_paper(page: Page) -> int:
    """How many sheets of A4 the page prints on."""
    return len(re.findall(rb"/Type /Page\b", page.pdf(format="A4")))


Show = Callable[..., Screen]


@pytest.fixture
def show(new_page: Callable[..., Page], site: Path, curriculum: Curriculum) -> Iterator[Show]:
    """Opens the page of a tool, or a lesson with it; nothing may fail or ask outside the folder."""
    faults: list[list[str]] = []

    def open_page(
        tool_id: str, language: Language, *, path: str = "", width: int = 360,
        scheme: Any = "light", scripts: bool = True,
    ) -> Screen:  # fmt: skip
        page = new_page(
            width=width, height=740, color_scheme=scheme, java_script_enabled=scripts,
            accept_downloads=True,
        )  # fmt: skip
        faults.append(watched(page))
        page.add_init_script("window.print = () => { window.printed = true; }")
        folder = site / "en" if language == "en" else site
        page.goto((folder / (path or f"tools/{tool_id}.html")).as_uri())
        return Screen(page, tool_id, language, curriculum)

    yield open_page
    assert [fault for page in faults for fault in page] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_in_lao_digits_changes_steps_chart_and_table(
    show: Show, language: Language
) -> None:
    screen = show(COSTING, language)
    screen.shows(screen.made())
    drawing = screen.part("chart").locator(".tot-tall svg")
    before = drawing.inner_html()
    screen.field(PEOPLE).fill("໒໕໐໐໐໐")
    made = screen.made(saengdao_population=Decimal(250000))
    screen.shows(made)
    assert drawing.inner_html() != before
    chart, results = made.calculator.chart, {one.output.id: one.result for one in made.steps()}
    assert isinstance(chart, Bars)
    cells = screen.part("chart").locator("tbody td")
    expect(cells).to_have_text([results[name] for name in chart.values])
    main = next(step for step in made.steps() if step.output.main)
    expect(screen.part("say")).to_have_text(f"{main.title.of(language)}: {main.result}.")
    screen.field(PEOPLE).press("Tab")
    expect(screen.field(PEOPLE)).to_have_value("250.000" if language == "lo" else "250,000")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wrong_number_is_answered_in_plain_words(show: Show, language: Language) -> None:
    screen = show(COSTING, language)
    box, fault = screen.field(PEOPLE), screen.fault(PEOPLE)
    people = screen.curriculum.parameters[PEOPLE]
    low, high, lesson = (number(value or Decimal(), language) for value in (
        people.min, people.max, people.value))  # fmt: skip
    not_a_number = screen.word("not-a-number", n=lesson)
    out_of_range = screen.word("tool-range", min=low, max=high)
    for typed, said in (("many", not_a_number), ("", not_a_number), ("7", out_of_range),
                        ("99999999999", out_of_range), ("20000.5", screen.word("tool-whole"))):  # fmt: skip
        box.fill(typed)
        expect(fault).to_have_text(said)
        expect(screen.part("say")).to_have_text(said)
        expect(box).to_have_attribute("aria-invalid", "true")
    described = (box.get_attribute("aria-describedby") or "").split()
    assert fault.get_attribute("id") in described
    assert all(screen.page.locator(f"[id='{each}']").count() == 1 for each in described)
    expect(screen.part("mend")).to_be_visible()
    for hidden in ("main", "steps", "chart"):
        expect(screen.part(hidden)).to_be_hidden()
    box.fill(lesson)
    expect(screen.part("mend")).to_be_hidden()
    expect(fault).to_be_empty()
    assert box.get_attribute("aria-invalid") is None
    screen.shows(screen.made())


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_that_contradict_each_other_are_named(show: Show, language: Language) -> None:
    screen = show(LIMITED, language)
    screen.field("targeting-poor-reached").fill("31")
    limits = {limit.id: limit.text.of(language) for limit in screen.words.limits}
    said = screen.part("form").locator("p.tot-tool__wrong:not(:empty)")
    expect(said.first).to_be_visible()
    assert set(said.all_inner_texts()) <= set(limits.values())
    for name in ("targeting-poor-reached", "targeting-poor"):
        expect(screen.field(name)).to_have_attribute("aria-invalid", "true")
        described = (screen.field(name).get_attribute("aria-describedby") or "").split()
        assert set(described) & set(said.evaluate_all("all => all.map(one => one.id)"))
    assert screen.field("targeting-households").get_attribute("aria-invalid") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_back_to_the_values_of_the_lesson(show: Show, language: Language) -> None:
    screen = show(CHOOSING, language)
    choice = screen.words.choices[0]
    last = choice.options[-1]
    screen.tool.get_by_label(last.title.of(language), exact=True).check()
    made = screen.made(**{choice.id: last.id})
    screen.shows(made)
    assert [step.result for step in made.steps()] != [one.result for one in screen.made().steps()]
    screen.field("example-salary").fill("x")
    expect(screen.part("mend")).to_be_visible()
    screen.press("tool-back")
    screen.shows(screen.made())
    expect(screen.part("mend")).to_be_hidden()
    expect(screen.part("own")).to_have_text([""] * len(screen.made().inputs()))


def test_a_changed_number_names_the_value_of_the_lesson(show: Show) -> None:
    screen = show(COSTING, "en")
    screen.field("grant-benefit").fill("150.000")
    lesson = screen.made().inputs()
    value = next(line.value for line in lesson if line.input.id == "grant-benefit")
    own = screen.tool.locator("[data-input=grant-benefit] .tot-tool__own")
    expect(own).to_contain_text(screen.word("read-as", n="LAK 150"))
    expect(own).to_contain_text(screen.word("tool-changed", value=value))


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_can_be_done_by_keyboard(show: Show, language: Language) -> None:
    screen = show(CHOOSING, language)
    screen.part("form").locator("input").first.focus()
    reached = list[str]()
    for _ in range(60):
        reached.append(
            screen.page.evaluate(
                "document.activeElement.dataset.action || document.activeElement.type || ''"
            )
        )
        screen.page.keyboard.press("Tab")
    for wanted in ("text", "radio", "back", "textarea", "save", "load", "sheet", "note"):
        assert wanted in reached, wanted
    radio = screen.tool.get_by_role("radio").first
    radio.focus()
    screen.page.keyboard.press("ArrowDown")
    choice = screen.words.choices[0]
    screen.shows(screen.made(**{choice.id: choice.options[1].id}))
    screen.field("example-salary").focus()
    screen.page.keyboard.press("ControlOrMeta+A")
    screen.page.keyboard.type("4000000")
    screen.page.keyboard.press("Enter")
    changes: dict[str, Decimal | str] = {choice.id: choice.options[1].id}
    screen.shows(screen.made(example_salary=Decimal(4000000), **changes))


@pytest.mark.parametrize("language", LANGUAGES)
def test_values_go_into_a_file_and_come_back(
    show: Show, language: Language, tmp_path: Path
) -> None:
    screen = show(CHOOSING, language)
    choice = screen.words.choices[0]
    screen.field("example-salary").fill("໔.໐໐໐.໐໐໐")
    screen.tool.get_by_label(choice.options[1].title.of(language), exact=True).check()
    screen.tool.get_by_label(screen.word("tool-province"), exact=True).fill("ແສງດາວ <b>1</b>")
    screen.tool.get_by_label(screen.word("tool-remark"), exact=True).fill("office of finance")
    with screen.page.expect_download() as download:
        screen.press("tool-save")
    saved = tmp_path / "saved.json"
    download.value.save_as(saved)
    values = json.loads(saved.read_text("utf-8"))
    assert values["tool"] == CHOOSING and values["version"] == 1
    assert values["curriculum"] == screen.curriculum.cover.version
    assert values["values"]["example-salary"] == "4000000"
    assert values["choices"][choice.id] == choice.options[1].id
    again = show(CHOOSING, language)
    again.tool.locator("input[type=file]").set_input_files(saved)
    expect(again.part("told")).to_have_text(screen.word("tool-loaded"))
    changes: dict[str, Decimal | str] = {choice.id: choice.options[1].id}
    again.shows(screen.made(example_salary=Decimal(4000000), **changes))
    expect(again.tool.locator("[name=province]")).to_have_value("ແສງດາວ <b>1</b>")
    expect(again.tool.locator("[name=remark]")).to_have_value("office of finance")


WELL = {"tool": COSTING, "version": 1, "curriculum": "1999.1.0", "values": {}, "choices": {}}
DEEP = "[" * 50000
HOSTILE: dict[str, tuple[str, str]] = {
    "no JSON": ("{", "tool-file-broken"),
    "empty": ("", "tool-file-broken"),
    "null": ("null", "tool-file-broken"),
    "deep": (DEEP, "tool-file-broken"),
    "too long": (json.dumps({**WELL, "remark": "x" * 200000}), "tool-file-broken"),
    "another tool": (json.dumps({**WELL, "tool": LIMITED}), "tool-file-other"),
    "another version": (json.dumps({**WELL, "version": 2}), "tool-file-broken"),
    "no values": (json.dumps({**WELL, "values": None}), "tool-file-broken"),
    "a list": (json.dumps({**WELL, "values": [1]}), "tool-file-broken"),
    "a number": (json.dumps({**WELL, "values": {PEOPLE: 5000}}), "tool-file-broken"),
    "prototype": (json.dumps({**WELL, "values": {"__proto__": "1"}}), "tool-file-broken"),
    "out of range": (json.dumps({**WELL, "values": {PEOPLE: "-1"}}), "tool-file-value"),
    "no number": (json.dumps({**WELL, "values": {PEOPLE: "1e9"}}), "tool-file-value"),
    "markup": (json.dumps({**WELL, "values": {PEOPLE: "<img src=x>"}}), "tool-file-value"),
}


def test_a_file_that_does_not_fit_is_refused(show: Show) -> None:
    screen = show(COSTING, "en")
    for text, word in HOSTILE.values():
        screen.part("told").evaluate("one => { one.textContent = '' }")
        file = {"name": "x.json", "mimeType": "application/json", "buffer": text.encode()}
        screen.tool.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]
        expect(screen.part("told")).to_contain_text(screen.word(word).split("{")[0])
        assert screen.field(PEOPLE).input_value() == "100,000"
    screen.shows(screen.made())


def test_a_file_of_another_version_says_so(show: Show) -> None:
    screen = show(COSTING, "en")
    file = {"name": "x.json", "mimeType": "", "buffer": json.dumps(WELL).encode()}
    screen.tool.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]
    expect(screen.part("told")).to_have_text(screen.word("tool-loaded-other", version="1999.1.0"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_and_its_solution_stand_on_two_pages(show: Show, language: Language) -> None:
    screen = show(COSTING, language)
    screen.field(PEOPLE).fill("250000")
    screen.press("tool-print-sheet")
    assert screen.page.evaluate("window.printed")
    screen.page.emulate_media(media="print")
    blank, solution = screen.page.locator(".tot-paper__page").all()
    made = screen.made(saengdao_population=Decimal(250000))
    for line in made.inputs():
        expect(blank).to_contain_text(line.value)
    for step in made.steps():
        expect(blank).to_contain_text(step.signs)
        expect(solution).to_contain_text(f"= {step.result}")
    main = next(step.result for step in made.steps() if step.output.main)
    assert main not in blank.inner_text()
    assert screen.word("tool-estimate") in blank.inner_text()
    expect(screen.page.locator("h1:visible")).to_have_count(2)
    assert sheets_of_paper(screen.page) == 2
    screen.page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(screen.tool).to_be_visible()
    expect(screen.page.locator(".tot-paper")).to_have_count(0)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tool_id", [COSTING, "grant-value", "payment-cycle", CHOOSING])
def test_the_note_fits_one_page_and_says_whose_numbers_it_has(
    show: Show, language: Language, tool_id: str
) -> None:
    screen = show(tool_id, language, scheme="dark")
    first = screen.made().inputs()[0]
    screen.field(first.input.id).fill(str(first.parameter.max))
    screen.tool.locator("[name=province]").fill("Saengdao")
    screen.tool.locator("[name=remark]").fill("Registers of the district offices, June 2026. " * 4)
    screen.press("tool-print-note")
    screen.page.emulate_media(media="print")
    note = screen.page.locator(".tot-paper__page")
    text = note.inner_text()
    assert text.count(screen.word("tool-own")) == 1
    assert text.count(screen.word("tool-lesson")) == len(screen.made().inputs()) - 1
    changes: dict[str, Decimal | str] = {first.input.id: first.parameter.max or Decimal()}
    for step in screen.made(**changes).steps():
        assert step.result in text and step.signs in text
    cover = screen.curriculum.cover
    for said in ("Saengdao", screen.word("tool-estimate"), cover.version, "June 2026",
                 screen.word("tool-signature")):  # fmt: skip
        assert said in text
    assert sheets_of_paper(screen.page) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_scripts_the_worked_example_can_be_read(show: Show, language: Language) -> None:
    for path in ("", LESSON):
        screen = show(COSTING, language, path=path, scripts=False)
        screen.shows(screen.made())
        given = screen.part("given")
        expect(given).to_have_text([line.value for line in screen.made().inputs()])
        assert all(one.is_visible() for one in given.all())
        assert screen.tool.locator("input:visible, button:visible").count() == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lesson_has_the_tool_and_prints_the_worked_example(
    show: Show, language: Language
) -> None:
    screen = show(COSTING, language, path=LESSON)
    screen.field(PEOPLE).fill("250000")
    made = screen.made(saengdao_population=Decimal(250000))
    screen.shows(made)
    assert screen.part("file").count() == 0
    screen.page.emulate_media(media="print")
    expect(screen.field(PEOPLE)).to_be_hidden()
    given = screen.tool.locator(f"[data-input={PEOPLE}] .tot-tool__given")
    assert given.is_visible() and given.inner_text() == made.inputs()[0].value
    expect(screen.part("steps")).to_be_visible()
    screen.page.emulate_media(media="screen")
    screen.part("open").get_by_role("link").click()
    assert screen.page.url.endswith(f"tools/{COSTING}.html")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_accessibility_rules_hold(show: Show, language: Language, scheme: str, width: int) -> None:
    screen = show(CHOOSING, language, scheme=scheme, width=width)
    assert broken_rules(screen.page, "html") == []
    screen.field("example-salary").fill("x")
    expect(screen.part("mend")).to_be_visible()
    assert broken_rules(screen.page, ".tot-tool") == []
    for tool_id, path in ((LIMITED, ""), (COSTING, LESSON)):
        screen = show(tool_id, language, path=path, scheme=scheme, width=width)
        screen.part("form").locator("input[type=text]").first.fill("77")
        assert broken_rules(screen.page, ".tot-tool") == [], path


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_of_tools_leads_to_each(show: Show, language: Language) -> None:
    screen = show(COSTING, language, path="tools/index.html")
    assert broken_rules(screen.page, "html") == []
    links = screen.page.locator(".tot-cards h2 a")
    known = [one for one in TOOLS if one in screen.curriculum.tools]
    addresses = links.evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert addresses == [f"{tool_id}.html" for tool_id in known]
    screen.page.get_by_role("link", name=screen.words.title.of(language)).first.click()
    screen.shows(screen.made())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scripts", [True, False])
def test_a_small_phone_shows_everything(show: Show, language: Language, scripts: bool) -> None:
    calculators = [one.id for one in TOOLS.values() if isinstance(one, Calculator)]
    for tool_id in calculators:
        screen = show(tool_id, language, width=320, scripts=scripts)
        if scripts:
            screen.field(screen.made().inputs()[0].input.id).fill("x")
            expect(screen.part("mend")).to_be_visible()
        wide = "document.documentElement.scrollWidth"
        assert screen.page.evaluate(wide) <= 320, tool_id
        enlarge(screen.page)
        assert screen.page.evaluate(wide) <= 320, f"{tool_id} with letters of twice the size"
        pressed = screen.tool.locator(
            "button, [type=text], textarea, summary, .tot-tool__choice label"
        )
        assert pressed.evaluate_all(LOW) == [], tool_id
