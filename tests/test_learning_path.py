"""From the first question to the trainer's tally: a learner's whole way through a module, in Chromium."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from build_tools.model import Curriculum
from build_tools.model.whole import Lesson
from build_tools.record import Bank, bank, read_text, scores
from tests.browser_case import watched
from tests.conftest import CHROMIUM_FLAGS, chromium
from tests.test_tests_page import Screen, partly, right

MODULE = "governance"
NAME, GROUP = "ນາງ ສົມສີ ແກ້ວມະນີ", "PSL-07"
PROVINCE = "phongsaly"

Device = Callable[[], "contextmanager[Page]"]


@pytest.fixture
def device(browser: Browser, tmp_path: Path, anywhere: str) -> Callable[[], Iterator[Page]]:
    """A learner's browser: `with device() as page` opens it with what it kept the last time."""

    @contextmanager
    def opened() -> Iterator[Page]:
        context = browser.browser_type.launch_persistent_context(
            tmp_path / "kept", args=CHROMIUM_FLAGS, viewport={"width": 360, "height": 740},
            executable_path=chromium(), accept_downloads=True,
            offline=anywhere.startswith("file"),
        )  # fmt: skip
        page = context.pages[0]
        wrong = watched(page, anywhere)
        yield page
        context.close()
        assert [one for one in wrong if not one.startswith("blob:")] == []

    return opened


@pytest.fixture(scope="module")
def known(curriculum: Curriculum) -> Bank:
    return bank(curriculum)


UNTIL = """async ([part, id, field]) => {
    const isThere = async () => Boolean(((await tot.progress.read())[part][id] || {})[field]);
    for (let tries = 100; !(await isThere()); tries -= 1) {
        if (!tries) throw new Error(`${part} ${id} ${field} is not kept`);
        await new Promise((go) => setTimeout(go, 50));
    }
}"""


def until(page: Page, part: str, id: str, field: str) -> None:
    """Nothing; returns once the record of progress has this field."""
    page.evaluate(UNTIL, [part, id, field])


def learn(page: Page, base: str, lesson: Lesson, *, answer: bool) -> None:
    """Nothing; reads the lesson to its end and answers its first question."""
    page.goto(f"{base}/{lesson.module}/{lesson.id}.html")
    if answer:
        form = page.locator("form.tot-item[data-shape=choice]").first
        form.locator("input").first.check()
        form.locator(".tot-item__check").click()
    page.locator("a[data-way=on]").last.scroll_into_view_if_needed()
    until(page, "lessons", lesson.id, "read")


def test_a_learner_goes_through_a_module_and_hands_in(
    device: Callable[[], Iterator[Page]],
    new_page: Callable[..., Page],
    anywhere: str,
    curriculum: Curriculum,
    known: Bank,
    tmp_path: Path,
) -> None:
    lessons = curriculum.module(MODULE).lessons
    with device() as page:
        before = Screen(page, anywhere, curriculum, f"{MODULE}-pre").open("lo")
        answer_all(before, right_from=2)
        learn(page, anywhere, lessons[0], answer=True)
        begun = Screen(page, anywhere, curriculum, f"{MODULE}-post").open("lo")
        begun.do("start")
        begun.answer(begun.items[0], right(begun.items[0], "lo"))
        begun.do("next")
        begun.on(1)

    with device() as page:
        page.goto(f"{anywhere}/index.html")
        page.locator(".tot-continue a:visible").click()
        assert page.url.partition("#")[0] == f"{anywhere}/{MODULE}/{lessons[0].id}.html"
        for lesson in lessons[1:]:
            learn(page, anywhere, lesson, answer=False)
        after = Screen(page, anywhere, curriculum, f"{MODULE}-post").open("en")
        after.on(1)
        for place, item in enumerate(after.items[1:], 1):
            after.on(place)
            after.answer(item, right(item, "en"))
            after.do("next")
        finish(after)
        file, code = handed_in(page, anywhere, tmp_path)
    said = json.loads(file.read_text("utf-8"))
    (result,) = read_text(file.read_text("utf-8"), known)
    (short,) = read_text(f"ສະບາຍດີ {code.lower()} ຂອບໃຈ", known)
    assert result == short
    assert said["name"] == NAME and said["scores"]["post"]["all"] == 1
    assert scores(result, known)["post"]["all"] == 1

    tally = new_page(width=1280)
    tally.context.set_offline(anywhere.startswith("file"))
    wrong = watched(tally, anywhere)
    tally.goto(f"{anywhere}/trainer/collect.html")
    damaged(tally, file, code, curriculum, tmp_path)
    assert tally.locator(".tot-collect__learners tbody tr").count() == 0
    tally.locator("input[name=files]").set_input_files(file)
    row = tally.locator(".tot-collect__learners tbody tr")
    expect(row).to_have_count(1)
    for words in (NAME, GROUP, curriculum.provinces[PROVINCE].lo, "50%", "100%"):
        expect(row).to_contain_text(words)
    tally.locator("textarea[name=pasted]").fill(code)
    tally.locator("[data-action=read]").click()
    expect(tally.locator(".tot-collect__in [role=status]")).to_contain_text(
        curriculum.word("collect-told-same", "lo", n=1)
    )
    expect(row).to_have_count(1)
    assert [one for one in wrong if not one.startswith("blob:")] == []


def answer_all(screen: Screen, right_from: int) -> None:
    """Nothing; does the whole test, the questions before this place wrong."""
    screen.do("start")
    for place, item in enumerate(screen.items):
        screen.on(place)
        screen.answer(item, right(item, "lo") if place >= right_from else partly(item))
        screen.do("next")
    finish(screen)


def finish(screen: Screen) -> None:
    screen.do("ask-finish")
    screen.do("finish")
    expect(screen.root.locator("#result")).to_be_focused()
    until(screen.page, "tests", screen.test, "ended")


def handed_in(page: Page, base: str, folder: Path) -> tuple[Path, str]:
    """The file and the code that the page of results gives."""
    page.goto(f"{base}/learning/result.html")
    page.locator("#own-name").fill(NAME)
    page.locator("#own-province").select_option(PROVINCE)
    page.locator("#own-group").fill(GROUP)
    page.locator("#own-group").blur()
    with page.expect_download() as saved:
        page.locator("[data-action=save]").click()
    file = folder / saved.value.suggested_filename
    saved.value.save_as(file)
    return file, page.locator("#result-code").input_value()


def damaged(page: Page, file: Path, code: str, curriculum: Curriculum, folder: Path) -> None:
    """Nothing; the tally refuses what was changed or cut off, and says why."""
    text = file.read_text("utf-8")
    files = (
        ("changed", text.replace(NAME, "ທ້າວ ຄຳ")),
        ("cut", text[: len(text) // 2]),
        ("cut", code[:-9]),
        ("misread", code[:40] + ("2" if code[40] != "2" else "3") + code[41:]),
        ("not-a-record", "ຂໍ້ຄວາມທຳມະດາ"),
    )
    for number, (fault, content) in enumerate(files):
        path = folder / f"{number}.txt"
        path.write_text(content, "utf-8")
        page.locator("input[name=files]").set_input_files(path)
        line = page.locator(".tot-collect__read li")
        expect(line).to_have_count(1)
        expect(line).to_contain_text(path.name)
        expect(line).to_contain_text(curriculum.word(f"result-fault-{fault}", "lo"))
