"""The learner's page of results in Chromium: what it says, and the four ways in which it hands over."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from build_tools.model import LANGUAGES, Curriculum, Language
from build_tools.record import Result, bank, read_text, scores
from tests.a11y import broken_rules, enlarge, open_all, probe
from tests.browser_case import watched
from tests.learner_case import FULL_NAME, paper_sizes, seed, visit

OWNER = "officials-workshop"
OWN = {"name": FULL_NAME, "province": "sekong", "group": "XK-01"}


def opened(page: Page, base: str, language: Language = "lo", **own: str) -> Page:
    """The page of results of a learner who has ended both tests."""
    visit(page, base, "learning/result", language)
    seed(page, OWNER, own=own or OWN)
    expect(page.locator(".tot-result__whole")).to_be_visible()
    return page


def record_of(curriculum: Curriculum, text: str) -> Result:
    """The one record of this text, which Python reads."""
    (found,) = read_text(text, bank(curriculum))
    assert isinstance(found, Result), found
    return found


def test_every_field_stands_in_words(
    new_page: Callable[..., Page], anywhere: str, curriculum: Curriculum
) -> None:
    page = new_page()
    wrong = watched(page, anywhere)
    opened(page, anywhere)
    record = record_of(curriculum, page.locator("textarea[name=code]").input_value())
    known = bank(curriculum)
    said = page.locator(".tot-result__fields").inner_text()
    title = known.owners[OWNER].title["lo"]
    for field in (record.name, record.group, record.learner, record.curriculum, title,
                  known.provinces["sekong"]["lo"], "40%", "90%"):  # fmt: skip
        assert field in said
    assert page.locator(".tot-result__scores").inner_text().count("%") == 2 * sum(
        len(scores(record, known)["pre"][kind]) for kind in ("modules", "objectives")
    )
    page.locator("details summary").click()
    answers = page.locator(".tot-result__answers li")
    asked = [item for test in record.tests.values() for item in test.answers]
    assert answers.count() == len(asked)
    for line, item in zip(answers.all_inner_texts(), asked, strict=True):
        assert known.items[item].stem["lo"] in line
    assert not wrong


@pytest.mark.parametrize("base", ["file"], indirect=True)
def test_the_file_and_the_code_are_the_same_record(
    new_page: Callable[..., Page], base: str, curriculum: Curriculum
) -> None:
    page = opened(new_page(accept_downloads=True), base)
    code = page.locator("textarea[name=code]").input_value()
    assert len(code) <= 468, "a QR code of version 11 at most"
    with page.expect_download() as download:
        page.locator("[data-action=save]").click()
    name = download.value.suggested_filename
    assert name.startswith(f"result-{OWNER}-") and name.endswith(".json")
    text = Path(download.value.path()).read_text("utf-8")
    assert record_of(curriculum, text) == record_of(curriculum, code)
    assert json.loads(text)["name"] == FULL_NAME
    expect(page.locator(".tot-result__saved")).to_contain_text(name)
    assert page.locator(".tot-result__sms").get_attribute("href") == f"sms:?body={code}"


def test_what_is_typed_is_in_the_record_and_kept(
    new_page: Callable[..., Page], base: str, curriculum: Curriculum
) -> None:
    page = opened(new_page(), base, name="", province="", group="")
    page.locator("[name=name]").fill("<b>ນາງ</b> \u202eຄຳ\u200bແພງ")
    page.locator("[name=group]").fill("ກຸ່ມ 2")
    page.locator("[name=province]").select_option("attapeu")
    record = record_of(curriculum, page.locator("textarea[name=code]").input_value())
    assert (record.name, record.group, record.province) == ("<b>ນາງ</b> ຄຳແພງ", "ກຸ່ມ 2", "attapeu")
    expect(page.locator(".tot-result__fields")).to_contain_text("<b>ນາງ</b> ຄຳແພງ")
    page.wait_for_function("tot.progress.read().then(r => r.own.province === 'attapeu')")
    page.goto(f"{base}/en/learning/result.html")
    expect(page.locator("[name=group]")).to_have_value("ກຸ່ມ 2")
    expect(page.locator("[name=province]")).to_have_value("attapeu")


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_the_code_on_the_screen_is_read_back(
    new_page: Callable[..., Page], site: Path, scheme: str
) -> None:
    page = opened(new_page(), site.as_uri())
    page.evaluate("one => { document.documentElement.dataset.mdColorScheme = one }", scheme)
    page.locator("[data-action=large]").click()
    drawn = page.locator("dialog svg.tot-qr")
    side = int(drawn.get_attribute("data-modules") or 0) + 8
    box = drawn.bounding_box()
    assert box and box["width"] % side == 0 and box["width"] / side >= 3
    assert box["width"] <= 360 and box["x"] >= 0
    read = """async (bytes) => tot.qr.read(new File([Uint8Array.from(bytes)], "screen.png"))"""
    found = page.evaluate(read, list(page.screenshot()))
    assert found == page.locator("textarea[name=code]").input_value()
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    expect(page.locator("[data-action=large]")).to_be_focused()


@pytest.mark.parametrize("base", ["file"], indirect=True)
def test_select_and_copy(new_page: Callable[..., Page], base: str, curriculum: Curriculum) -> None:
    page = opened(new_page(), base)
    page.locator("[data-action=select]").click()
    code = page.locator("textarea[name=code]").input_value()
    assert page.evaluate("String(document.getSelection())") == code
    told = page.locator(".tot-result__copied")
    page.locator("[data-action=copy]").click()
    expect(told).to_have_text(curriculum.word("result-copied", "lo"))
    page.evaluate("() => { document.execCommand = () => false }")
    page.locator("[data-action=copy]").click()
    expect(told).to_have_text(curriculum.word("result-not-copied", "lo"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_printed_sheet(new_page: Callable[..., Page], site: Path, language: Language) -> None:
    page = opened(new_page(), site.as_uri(), language)
    page.evaluate("() => { window.print = () => {} }")
    page.locator("[data-action=print]").click()
    expect(page.locator(".tot-paper")).to_be_attached()
    code = page.locator("textarea[name=code]").input_value()
    paper = page.locator(".tot-paper")
    assert code in "".join((paper.text_content() or "").split())
    assert FULL_NAME in (paper.text_content() or "")
    assert paper.locator("svg.tot-qr").count() == 1
    assert paper_sizes(page) == [(595, 842)]
    expect(paper).to_have_count(0)


def test_without_an_ended_test_it_says_what_to_do(
    new_page: Callable[..., Page], base: str, curriculum: Curriculum
) -> None:
    for language in LANGUAGES:
        page = new_page()
        start = "" if language == "lo" else "en/"
        visit(page, base, "learning/result", language)
        expect(page.get_by_text(curriculum.word("result-first", language))).to_be_visible()
        expect(page.locator(".tot-result__whole")).to_be_hidden()
        page.locator(".tot-result__first a").click()
        assert page.url == f"{base}/{start}learning/index.html"


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_scripts_it_says_what_it_needs(
    new_page: Callable[..., Page], site: Path, curriculum: Curriculum, language: Language
) -> None:
    page = new_page(java_script_enabled=False)
    visit(page, site.as_uri(), "learning/result", language)
    expect(page.get_by_text(curriculum.word("result-no-script", language))).to_be_visible()
    expect(page.locator(".tot-result")).to_be_hidden()


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_accessible(new_page: Callable[..., Page], site: Path, language: Language) -> None:
    page = opened(new_page(width=320), site.as_uri(), language)
    open_all(page)
    for scheme in ("default", "slate"):
        page.evaluate("one => { document.documentElement.dataset.mdColorScheme = one }", scheme)
        assert not broken_rules(page)
        page.locator("[data-action=large]").click()
        assert not broken_rules(page, "dialog")
        page.locator("[data-action=close]").click()
    assert probe(page, "tooWide") + probe(page, "smallTargets") == []
    enlarge(page)
    assert probe(page, "tooWide") == []


def test_a_browser_that_keeps_nothing_is_told(
    new_page: Callable[..., Page], server: str, curriculum: Curriculum
) -> None:
    page = opened(new_page(), server)
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('full') } }")
    page.locator("[name=group]").fill("G7")
    expect(page.locator(".tot-result__kept")).to_have_text(curriculum.word("result-not-kept", "lo"))
    record = record_of(curriculum, page.locator("textarea[name=code]").input_value())
    assert record.group == "G7"


@pytest.mark.parametrize("base", ["file"], indirect=True)
def test_answers_too_long_for_a_qr_code_leave_as_a_file(
    new_page: Callable[..., Page], base: str, curriculum: Curriculum
) -> None:
    page = opened(new_page(), base)
    page.evaluate(
        """() => tot.progress.change((record) => {
            for (const test of Object.values(record.tests))
                for (const answer of Object.values(test.answers)) answer.given = "ກ".repeat(200);
        })"""
    )
    page.reload()
    page.locator("[data-action=large]").click()
    told = page.locator(".tot-result__long")
    expect(told).to_have_text(curriculum.word("result-too-long", "lo"))
    expect(page.locator("dialog")).to_be_hidden()
    assert record_of(curriculum, page.locator("textarea[name=code]").input_value())
