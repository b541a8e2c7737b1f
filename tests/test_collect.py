"""The trainer's page in Chromium: results taken in, merged, refused with reasons, shown, taken out."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Page, expect

from build_tools.forms import FORMS
from build_tools.model import Curriculum
from build_tools.record import Bank, Result, marks, to_json
from tests.a11y import broken_rules, probe
from tests.browser_case import watched
from tests.collect_case import class_of, codes, learner, line, write_class
from tests.test_statistics import Marks, check, summary

PAGE = "trainer/collect.html"
TOLD = ".tot-collect__in .tot-tool__told"
READ = ".tot-collect__read li"
ROWS = ".tot-collect__learners tbody tr"
Class = tuple[Bank, list[Result]]
Opened = Callable[..., Page]


@pytest.fixture(scope="module")
def thirty(curriculum: Curriculum) -> Class:
    """The bank and a class of 30."""
    return class_of(curriculum, 30)


@pytest.fixture
def opened(new_page: Callable[..., Page], site: Path) -> Opened:
    """Opens the page from its folder, with the network off."""

    def made(language: str = "en", **settings: object) -> Page:
        page = new_page(**{"width": 1280, **settings})
        start = "en/" if language == "en" else ""
        page.goto(f"{site.as_uri()}/{start}{PAGE}")
        return page

    return made


def give(page: Page, *paths: Path) -> None:
    """Nothing; chooses these files and waits until they are read."""
    page.locator(TOLD).evaluate("one => { one.textContent = ''; }")
    page.set_input_files("input[name=files]", paths)
    page.wait_for_function(
        "told => /^(?!.*…)./.test(document.querySelector(told).textContent)", arg=TOLD
    )


def paste(page: Page, text: str) -> None:
    page.fill("[name=pasted]", text)
    page.click("[data-action=read]")


def test_anywhere_files_and_codes_are_taken_in_and_merged(
    new_page: Callable[..., Page], anywhere: str, thirty: Class, tmp_path: Path
) -> None:
    bank, results = thirty
    page = new_page(width=1280)
    page.context.set_offline(anywhere.startswith("file:"))
    wrong = watched(page, anywhere)
    page.goto(f"{anywhere}/en/{PAGE}")
    give(page, *write_class(tmp_path, results[:10], bank))
    assert page.inner_text(TOLD) == "10 new."
    paste(page, "hello\n" + codes(results[5:20], bank).lower() + "\nthanks")
    assert page.inner_text(TOLD) == "10 new. 5 the same again."
    assert page.input_value("[name=pasted]") == ""
    older = replace(results[0], made="2026-11-01T00:00:00Z", name="Too old")
    newer = replace(results[1], made="2026-11-12T00:00:00Z", name="Newest")
    paste(page, codes([older, newer], bank))
    assert page.inner_text(TOLD) == (
        "1 newer, in place of an older one. 1 older than what is here, left out."
    )
    assert page.locator(ROWS).count() == 20
    names = page.locator(f"{ROWS} th").all_inner_texts()
    assert "Newest" in names and "Too old" not in names and results[1].name not in names
    assert wrong == []


def test_what_is_refused_says_why(opened: Opened, thirty: Class, tmp_path: Path) -> None:
    bank, results = thirty
    good = to_json(results[0], bank)
    damaged = {
        "notes.txt": "Minutes of the meeting", "half.json": good[: len(good) // 2],
        "renamed.json": good.replace(results[0].name, "Somebody else"),
        "other.json": good.replace(bank.course, "another-course"),
        "future.json": good.replace('"schema": 1', '"schema": 9'),
        "bare.json": good.replace('"learner"', '"pupil"'),
        "cut.txt": codes(results[:1], bank)[:80], "picture.png": "no picture",
    }  # fmt: skip
    for name, text in damaged.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "good.json").write_text(good, encoding="utf-8")
    page = opened()
    give(page, *sorted(tmp_path.iterdir()))
    assert page.inner_text(TOLD) == "1 new. 8 refused: the list says why."
    said = {one.split(":")[0]: one for one in page.locator(READ).all_inner_texts()}
    assert said.keys() == {*damaged, "good.json"}
    assert list(said)[-1] == "good.json", "what is refused stands first"
    words = json.loads(page.text_content(".tot-collect .tot-tool__data") or "")["words"]
    reasons = {
        "notes.txt": "not-a-record", "half.json": "cut", "renamed.json": "changed",
        "other.json": "other-course", "future.json": "newer", "bare.json": "incomplete",
        "cut.txt": "cut",
    }  # fmt: skip
    for name, fault in reasons.items():
        assert words[f"result-fault-{fault}"] in said[name], said[name]
    assert "(learner)" in said["bare.json"]
    assert words["collect-no-code"] in said["picture.png"]
    page.fill("[name=pasted]", "nothing here")
    page.click("[data-action=read]")
    assert page.input_value("[name=pasted]") == "nothing here", "it can be mended"


def test_a_photographed_code_is_read(opened: Opened, thirty: Class, tmp_path: Path) -> None:
    bank, results = thirty
    page = opened()
    made = page.evaluate(
        """text => {
          const box = document.createElement("div");
          box.id = "code"; box.style.width = "600px"; box.append(tot.qr.svg(text));
          document.body.prepend(box);
        }""",
        codes(results[:1], bank),
    )
    assert made is None
    page.locator("#code").screenshot(path=tmp_path / "photo.png")
    give(page, tmp_path / "photo.png")
    assert page.inner_text(TOLD) == "1 new."
    assert results[0].name in page.inner_text(ROWS)


def test_files_may_be_dropped_anywhere(opened: Opened, thirty: Class) -> None:
    bank, results = thirty
    page = opened()
    texts = [to_json(result, bank) for result in results[:3]]
    page.evaluate(
        """texts => {
          const moved = new DataTransfer();
          texts.forEach((text, n) => moved.items.add(new File([text], n + ".json")));
          const event = (type) => new DragEvent(type,
            { dataTransfer: moved, bubbles: true, cancelable: true });
          const footer = document.querySelector("footer");
          footer.dispatchEvent(event("dragover"));
          footer.dispatchEvent(event("drop"));
        }""",
        texts,
    )
    expect(page.locator(TOLD)).to_have_text("3 new.")


def test_the_numbers_are_those_worked_out_here(opened: Opened, thirty: Class) -> None:
    bank, results = thirty
    page = opened()
    paste(page, codes(results, bank))
    learners: list[Marks] = [
        {form: marks(one, form, bank) if form in one.tests else None for form in FORMS}
        for one in results
    ]
    known = summary(learners)
    shown = page.locator(".tot-tool__main dd").all_inner_texts()
    percent = [round(100 * float(known[form]["mean"])) for form in ("pre", "post")]
    assert shown == [
        "30", f"{percent[0]}% (n = 30)", f"{percent[1]}% (n = 25)",
        f"{float(known['both']['gain']):.2f} (n = 25)",
    ]  # fmt: skip
    said = page.evaluate(
        """text => {
          const tally = new tot.tally.Tally(tot.bank);
          tally.take(text);
          return tot.statistics.summary(tot.statistics.pairs(tally.rows()));
        }""",
        codes(results, bank),
    )
    check(said, known)
    rows = page.locator(".tot-collect__objectives tbody tr")
    assert rows.count() == len(
        {bank.items[item].objective for item in bank.owners[results[0].of].pre}
    )
    after = [int(text.split("%")[0]) for text in rows.locator("td:nth-child(3)").all_inner_texts()]
    assert after == sorted(after), "the weakest stands first"
    link = rows.first.locator("a").get_attribute("href") or ""
    page.goto(page.url.rpartition("/")[0] + "/" + link)
    assert page.locator("h1").count() == 1


def test_owners_groups_and_provinces(opened: Opened, thirty: Class, curriculum: Curriculum) -> None:
    bank, results = thirty
    page = opened("lo")
    paste(page, codes([*results[:8], learner(bank, 99, "foundations")], bank))
    owner = page.locator("select[name=owner]")
    assert owner.locator("option").count() == 2 and owner.input_value() == results[0].of
    groups = page.locator("select[name=group] option").all_inner_texts()
    assert len(groups) == 4, "all, none, and two that differ in more than large letters"
    page.select_option("select[name=group]", "=SV-1")
    assert page.locator(ROWS).count() == 4
    page.select_option("select[name=province]", "=salavan")
    assert page.locator(ROWS).count() == 4
    owner.select_option("foundations")
    assert page.locator(ROWS).count() == 1


def test_sorting_and_taking_out_by_keyboard(opened: Opened, thirty: Class) -> None:
    bank, results = thirty
    page = opened()
    paste(page, codes(results[:12], bank))
    page.locator("[data-by=after]").focus()
    page.keyboard.press("Enter")
    column = page.locator(f"{ROWS} td:nth-child(5)")
    rising = [int(text.rstrip("%") if text != "–" else -1) for text in column.all_inner_texts()]
    assert rising == sorted(rising) and rising[0] == -1
    page.keyboard.press("Enter")
    assert page.get_attribute("th:has([data-by=after])", "aria-sort") == "descending"
    name = page.inner_text(f"{ROWS}:first-child th").strip()
    page.locator(f"{ROWS}:first-child button").focus()
    page.keyboard.press("Enter")
    assert page.locator(ROWS).count() == 11
    assert page.evaluate("document.activeElement.dataset.action") == "undo"
    assert name in page.inner_text(".tot-collect__undo")
    page.keyboard.press("Enter")
    assert page.locator(ROWS).count() == 12 and not page.is_visible(".tot-collect__undo")


def test_items_are_judged_only_where_learners_are_enough(opened: Opened, thirty: Class) -> None:
    bank, results = thirty
    page = opened()
    items = page.locator(".tot-collect__items tbody tr td:nth-child(4)")
    warning = page.locator(".tot-collect__warning").first
    for size, is_warned, is_shown in ((9, True, False), (19, True, True), (30, False, True)):
        paste(page, codes(results[:size], bank))
        assert warning.is_visible() == is_warned, size
        shown = page.locator(".tot-collect__items table").first.locator("td:nth-child(4)")
        assert any(text != "–" for text in shown.all_inner_texts()) == is_shown, size
        if size < 20:
            assert page.locator(".tot-collect__weak").count() == 0
    assert items.count() == 2 * len(bank.owners[results[0].of].pre)


def test_strange_texts_do_no_harm(opened: Opened, thirty: Class) -> None:
    bank, results = thirty
    page = opened()
    wrong = watched(page)
    names = [
        "<img src=x onerror=alert(1)>",
        "=HYPERLINK(1)",
        "W" * 80,
        "\u0645\u0631\u062d\u0628\u0627",
    ]
    strange = [replace(results[n], name=name, group="<b>") for n, name in enumerate(names)]
    text = "".join(line(result, bank) for result in strange)
    hidden = line(results[5], bank).replace(results[5].name, "a\u202eb")
    paste(page, text + hidden)
    assert page.inner_text(TOLD).startswith("4 new. 1 refused")
    assert page.locator(".tot-collect img, .tot-collect__table b").count() == 0
    assert page.locator(f"{ROWS} th").all_inner_texts().count(names[0]) == 1
    assert (
        page.evaluate("tot.tally.plain('a\\u202eb\\u200bc\\nd' + 'x'.repeat(5000)).length") == 121
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    assert wrong == []


@pytest.mark.parametrize("language", ["lo", "en"])
@pytest.mark.parametrize("width", [320, 1280])
def test_it_can_be_used_by_all(opened: Opened, thirty: Class, language: str, width: int) -> None:
    bank, results = thirty
    page = opened(language, width=width)
    paste(page, codes(results, bank) + "\nTOTR1" + "0" * 60)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert broken_rules(page) == []
    assert probe(page, "lowContrast") == []


def test_without_scripts_the_page_says_so(opened: Opened) -> None:
    page = opened(java_script_enabled=False)
    assert page.is_visible("main .tot-no-js") and not page.is_visible(".tot-collect")


def test_nothing_stays_in_the_browser(opened: Opened, thirty: Class) -> None:
    bank, results = thirty
    page = opened()
    paste(page, codes(results[:3], bank))
    assert results[1].name not in page.evaluate(
        "JSON.stringify({...localStorage, ...sessionStorage})"
    )
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    page.reload()
    assert asked == ["beforeunload"], "unsaved results are not lost by accident"
    assert page.locator(ROWS).count() == 0


def test_many_are_shown_by_and_by(opened: Opened, curriculum: Curriculum) -> None:
    bank, results = class_of(curriculum, 210)
    page = opened()
    paste(page, codes(results, bank))
    assert page.locator(ROWS).count() == 200
    page.click("[data-action=all]")
    assert page.locator(ROWS).count() == 210
