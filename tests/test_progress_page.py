"""Progress in Chromium: kept over closing and languages, shown, saved to a file, and never lost."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from build_tools.model import LANGUAGES, Curriculum, Language
from tests.a11y import broken_rules
from tests.browser_case import watched
from tests.conftest import CHROMIUM_FLAGS, chromium
from tests.tests_page_case import right

MODULE, LESSON = "foundations", "life-cycle-risks"
PATH = f"{MODULE}/{LESSON}"
THROWS = """for (const name of ['getItem', 'setItem', 'removeItem'])
    Storage.prototype[name] = () => { throw new DOMException('no', 'SecurityError') };"""
FULL = """Storage.prototype.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError') };"""
ANSWER = """([id, response]) => {
    const item = tot.quiz.items.get(id); item.put(response); item.check(); }"""
READ_AND_PLACED = """async (id) => {
    for (let tries = 0; tries < 100; tries += 1) {
        const { lessons, place } = await tot.progress.read();
        if (lessons[id].read && place.heading) return;
        await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error("the lesson is not read, or its place not kept");
}"""
HELD = "[...tot.quiz.items].map(([id, item]) => [id, item.response()])"
OTHER_LEARNER = "0123456789AB"

Device = Callable[[], AbstractContextManager[Page]]


@pytest.fixture
def device(browser: Browser, tmp_path: Path, anywhere: str) -> Device:
    """A learner's browser: `with device() as page` opens it with what it kept the last time."""

    @contextmanager
    def opened() -> Iterator[Page]:
        context = browser.browser_type.launch_persistent_context(
            tmp_path / "kept", args=CHROMIUM_FLAGS, viewport={"width": 360, "height": 740},
            executable_path=chromium(), offline=anywhere.startswith("file"),
        )  # fmt: skip
        page = context.pages[0]
        wrong = watched(page, anywhere)
        yield page
        context.close()
        assert wrong == []

    return opened


@pytest.fixture
def page(new_page: Callable[..., Page], base: str) -> Iterator[Page]:
    """A page that fails the test if a script fails or anything outside the site is asked for."""
    page = new_page()
    page.context.set_offline(base.startswith("file"))
    wrong = watched(page, base)
    yield page
    assert [one for one in wrong if not one.startswith("blob:")] == []


def visit(page: Page, base: str, path: str, language: Language = "lo") -> None:
    """Nothing; opens a page of the site and waits until progress is read."""
    page.goto(f"{base}/{'' if language == 'lo' else 'en/'}{path}.html")
    page.evaluate("tot.progress.read()")


def record(page: Page) -> Any:
    return page.evaluate("tot.progress.read()")


def answer(page: Page, item: str, response: object) -> None:
    """Nothing; checks this response and waits until it is kept."""
    page.evaluate(ANSWER, [item, response])
    page.evaluate("tot.progress.read()")


def notice(page: Page) -> Locator:
    return page.locator(".tot-told")


def seed(page: Page, text: str) -> None:
    """Nothing; puts this text where the record is kept, and opens the page again."""
    assert page.evaluate("text => tot.store.set('progress', text)", text)
    page.reload()
    page.evaluate("tot.progress.read()")


def test_a_learner_closes_the_browser_and_goes_on_in_the_other_language(
    device: Device, anywhere: str, curriculum: Curriculum
) -> None:
    lessons = curriculum.module(MODULE).lessons
    bank = {item.id: item for item in curriculum.module(MODULE).items}
    with device() as page:
        visit(page, anywhere, PATH)
        shown = page.evaluate("[...tot.quiz.items.keys()]")
        for item in shown[:-1]:
            answer(page, item, right(bank[item], "lo"))
        page.locator(".tot-way").scroll_into_view_if_needed()
        page.evaluate(READ_AND_PLACED, LESSON)
        before = record(page)
    assert before["lessons"][LESSON]["items"] == shown and len(shown) > 2
    assert before["items"].keys() == set(shown[:-1])
    assert {one["best"] for one in before["items"].values()} == {1}

    with device() as page:
        visit(page, anywhere, PATH, "en")
        lines = page.locator(".tot-item__before")
        expect(lines).to_have_count(len(shown) - 1)
        assert set(lines.all_inner_texts()) == {f"✓ {curriculum.word('before-right', 'en')}"}
        for item, held in page.evaluate(HELD):
            assert held == (None if item == shown[-1] else right(bank[item], "lo"))
        assert record(page)["items"] == before["items"], "putting back is no new answer"
        mark = page.locator(f".tot-nav [data-lesson={LESSON}] .tot-mark")
        expect(mark).to_have_attribute("data-state", "read")
        expect(mark).to_have_text(f"◐ {curriculum.word('progress-read', 'en')}")
        answer(page, shown[-1], right(bank[shown[-1]], "en"))
        expect(mark).to_have_attribute("data-state", "done")

        visit(page, anywhere, "index", "en")
        link = page.locator(".tot-continue a:visible")
        expect(link).to_have_text(curriculum.lesson(LESSON).en.title)
        counts = page.locator(".tot-count:visible")
        expect(counts).to_have_text(
            curriculum.word("progress-count", "en", n=1, total=len(lessons))
        )
        link.click()
        page.wait_for_url(f"{anywhere}/en/{PATH}.html#{before['place']['heading']}")
        for path in (f"{MODULE}/index", "learning/index", "tracks/officials-self-paced"):
            visit(page, anywhere, path)
            mark = page.locator(f"main [data-lesson={LESSON}] .tot-mark__text")
            expect(mark).to_have_text(curriculum.word("progress-done", "lo"))


def test_an_answer_put_back_can_be_given_again(
    page: Page, base: str, curriculum: Curriculum
) -> None:
    visit(page, base, PATH)
    item = next(one for one in curriculum.module(MODULE).items
                if one.type == "true-false" and one.id in page.evaluate("[...tot.quiz.items.keys()]"))  # fmt: skip
    key = right(item, "lo")
    wrong = {"true": "false", "false": "true"}[key]
    answer(page, item.id, wrong)
    page.reload()
    form = page.locator(f"form[data-item='{item.id}']")
    line = form.locator(".tot-item__before")
    expect(line).to_have_text(f"✗ {curriculum.word('before-wrong', 'lo')}")
    assert form.get_by_role("status").inner_text() == "", "it is said without an announcement"
    form.locator(f"input[value={key}]").check()
    expect(line).to_have_count(0)
    form.locator(".tot-item__check").click()
    kept = record(page)["items"][item.id]
    assert (kept["tries"], kept["first"], kept["best"], kept["given"]) == (2, 0, 1, key)


@pytest.mark.parametrize("fault", [THROWS, FULL])
def test_where_nothing_can_be_kept_there_is_one_notice_and_no_error(
    page: Page, base: str, curriculum: Curriculum, fault: str
) -> None:
    page.add_init_script(fault)
    visit(page, base, PATH)
    expect(notice(page)).to_have_count(1)
    expect(notice(page)).to_contain_text(curriculum.word("progress-nowhere", "lo"))
    item = page.evaluate("[...tot.quiz.items.keys()][0]")
    answer(page, item, right(next(
        one for one in curriculum.module(MODULE).items if one.id == item), "lo"))  # fmt: skip
    expect(page.locator(f"form[data-item='{item}'] .tot-item__status")).not_to_be_empty()
    assert item in record(page)["items"], "this page remembers while it is open"
    assert page.evaluate("tot.progress.state()") == "nowhere"
    expect(notice(page)).to_have_count(1)
    visit(page, base, "index")
    expect(notice(page)).to_have_count(0)


def test_a_broken_record_is_set_aside_told_and_handed_out(
    page: Page, base: str, curriculum: Curriculum
) -> None:
    visit(page, base, PATH)
    assert page.evaluate("tot.progress.change(record => { record.own.name = 'ນາງ ຄຳ' })")
    broken = json.dumps(record(page) | {"items": {"one": {"tries": "many"}}}, ensure_ascii=False)
    seed(page, broken)
    expect(notice(page)).to_contain_text(curriculum.word("progress-broken", "lo"))
    assert record(page)["own"]["name"] == "ນາງ ຄຳ", "what is sound goes on"
    seed(page, broken[:40])
    expect(notice(page)).to_have_count(1)
    assert record(page)["own"]["name"] == "" and LESSON in record(page)["lessons"]
    page.reload()
    page.evaluate("tot.progress.state()")
    expect(notice(page)).to_have_count(0)

    visit(page, base, "learning/index")
    lines = page.locator(".tot-learning__broken li")
    expect(lines).to_have_count(
        len(page.evaluate("tot.store.names()")) - 1
    )  # all but the record itself
    saved = []
    for line in lines.all():
        with page.expect_download() as download:
            line.get_by_role("button").first.click()
        saved.append(Path(download.value.path()).read_text("utf-8"))
    assert broken[:40] in saved
    lines.first.get_by_role("button").last.click()
    expect(lines).to_have_count(len(saved) - 1)


def test_two_broken_records_of_the_same_second_are_both_kept(page: Page, base: str) -> None:
    visit(page, base, "learning/index")
    for text in ("{one", "{two"):
        assert page.evaluate("text => tot.store.set('progress', text)", text)
        record(page)
    names = [one for one in page.evaluate("tot.store.names()") if "broken" in one]
    kept = [page.evaluate("name => tot.store.get(name)", name) for name in names]
    assert sorted(kept) == ["{one", "{two"]


def test_a_record_of_a_newer_version_is_left_as_it_is(
    page: Page, base: str, curriculum: Curriculum
) -> None:
    visit(page, base, PATH)
    newer = json.dumps(record(page) | {"schema": 99, "lessons": "elsewhere"})
    seed(page, newer)
    expect(notice(page)).to_contain_text(curriculum.word("progress-newer", "lo"))
    item = page.evaluate("[...tot.quiz.items.keys()][0]")
    answer(page, item, right(next(
        one for one in curriculum.module(MODULE).items if one.id == item), "lo"))  # fmt: skip
    assert page.evaluate("tot.store.get('progress')") == newer
    assert page.evaluate("tot.progress.state()") == "newer"
    assert page.evaluate("tot.store.names()") == ["progress"]


def test_two_tabs_lose_nothing_of_each_other(page: Page, base: str) -> None:
    tabs = [page, page.context.new_page()]
    for tab in tabs:
        visit(tab, base, "glossary")
    add = """name => Promise.all([...Array(5).keys()].map((n) =>
        tot.progress.change((record) => {
            record.lessons[name + n] = { opened: tot.progress.now(), read: null, items: [] };
        })))"""
    for turn in range(4):
        assert tabs[turn % 2].evaluate(add, f"turn-{turn}-") == [True] * 5
        page.wait_for_timeout(150)  # what one tab keeps reaches another a moment later
    assert len(record(tabs[0])["lessons"]) == len(record(tabs[1])["lessons"]) == 20


def saved_file(page: Page, folder: Path) -> Path:
    """The file that "Save my progress" gives."""
    with page.expect_download() as download:
        page.locator("[data-action=save]").click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def load(page: Page, path: Path) -> None:
    page.locator(".tot-learning input[type=file]").set_input_files(path)


def test_progress_is_saved_erased_and_loaded_again(
    page: Page, base: str, curriculum: Curriculum, tmp_path: Path
) -> None:
    told = page.locator(".tot-learning__told")
    visit(page, base, PATH)
    page.evaluate("tot.progress.change(record => { record.own.name = 'ນາງ ຄຳ' })")
    visit(page, base, "learning/index")
    before = record(page)
    path = saved_file(page, tmp_path)
    assert json.loads(path.read_text("utf-8")) == before
    page.locator("[data-action=erase]").click()
    expect(page.locator("[data-action=erase-yes]")).to_be_focused()
    page.locator("[data-ask=erase] [data-action=leave]").click()
    assert record(page) == before
    page.locator("[data-action=erase]").click()
    page.locator("[data-action=erase-yes]").click()
    expect(told).to_have_text(curriculum.word("learning-erased", "lo"))
    assert page.evaluate("tot.store.names()") == []
    expect(page.locator(".tot-mark")).to_have_count(0)
    load(page, path)
    words = curriculum.word("learning-loaded", "lo", lessons=1, items=0, tests=0)
    expect(told).to_have_text(words)
    expect(page.locator(f"main [data-lesson={LESSON}] .tot-mark")).to_have_count(1)
    page.reload()
    assert record(page) == before


def test_a_file_of_another_learner_is_never_mixed_in_unasked(
    page: Page, base: str, tmp_path: Path
) -> None:
    visit(page, base, PATH)
    visit(page, base, "learning/index")
    before = record(page)
    entry = {"opened": "2026-11-01T08:00:00Z", "read": None, "items": []}
    theirs = before | {"learner": OTHER_LEARNER, "lessons": {"another": entry}}
    path = tmp_path / "theirs.json"
    path.write_text(json.dumps(theirs), "utf-8")
    for choice, expected in (
        ("leave", before),
        ("both", theirs | {"lessons": before["lessons"] | theirs["lessons"]}),
        ("replace", theirs),
    ):
        page.evaluate("kept => tot.progress.change(record => Object.assign(record, kept))", before)
        load(page, path)
        expect(page.locator("[data-ask=two]")).to_be_visible()
        expect(page.locator("[data-action=both]")).to_be_focused()
        assert record(page) == before
        page.locator(f"[data-ask=two] [data-action={choice}]").click()
        expect(page.locator("[data-ask=two]")).to_be_hidden()
        assert record(page) == expected


def test_files_that_are_no_progress_are_refused_with_the_reason(
    page: Page, base: str, curriculum: Curriculum, tmp_path: Path
) -> None:
    visit(page, base, PATH)
    visit(page, base, "learning/index")
    before = record(page)
    for fault, text in (
        ("broken", json.dumps(before)[:50]),
        ("broken", json.dumps(before | {"items": {"a": 1}})),
        ("broken", json.dumps({"kind": "tot-result", "schema": 1, "course": before["course"]})),
        ("broken", "x" * 4_000_001),
        ("other", json.dumps(before | {"course": "another"})),
        ("newer", json.dumps(before | {"schema": 2})),
    ):
        path = tmp_path / "file.json"
        path.write_text(text, "utf-8")
        load(page, path)
        expect(page.locator(".tot-learning__told")).to_have_text(
            curriculum.word(f"learning-file-{fault}", "lo")
        )
        assert record(page) == before
        page.evaluate("document.querySelector('.tot-learning__told').textContent = ''")


@pytest.mark.parametrize("language", LANGUAGES)
def test_my_learning_can_be_read_without_scripts(
    new_page: Callable[..., Page], site: Path, curriculum: Curriculum, language: Language
) -> None:
    page = new_page(width=320, java_script_enabled=False)
    page.goto((site / ("" if language == "lo" else "en") / "learning/index.html").as_uri())
    expect(page.get_by_text(curriculum.word("learning-no-scripts", language)).first).to_be_visible()
    for lesson in curriculum.lessons:
        assert page.locator(f"main a[data-lesson={lesson.id}]").is_visible()
    assert not page.locator(".tot-continue, .tot-learning button").all_inner_texts() or not any(
        one.is_visible() for one in page.locator(".tot-continue, .tot-learning button").all()
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_my_learning_with_marks_and_questions_is_accessible_on_a_small_phone(
    new_page: Callable[..., Page], site: Path, language: Language
) -> None:
    page = new_page(width=320)
    base = site.as_uri()
    visit(page, base, PATH, language)
    visit(page, base, "learning/index", language)
    page.locator("[data-action=erase]").click()
    page.evaluate("document.querySelector('[data-ask=two]').hidden = false")
    assert broken_rules(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    low = "all => all.filter(one => one.offsetHeight > 0 && one.offsetHeight < 44).length"
    assert page.locator(".tot-learning button").evaluate_all(low) == 0
