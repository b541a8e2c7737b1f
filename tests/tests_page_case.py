"""A test on a page of the site: answered as Python says, and what Python expects of its result."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page, expect

from build_tools.forms import tests as all_tests
from build_tools.model import Curriculum, Item, Language
from build_tools.model.items import NumericItem
from build_tools.render.values import number
from build_tools.scoring import key, mark


def right(item: Item, language: Language) -> Any:
    """The response that earns all, as it is typed on a page in this language."""
    if isinstance(item, NumericItem):
        return number(item.number, language)
    known = key(item)
    whole = known.get("places") or known.get("steps") or known["keys"]
    return whole[0] if item.type in ("single", "true-false") else whole


def partly(item: Item) -> Any:
    """A response that does not earn all."""
    if isinstance(item, NumericItem):
        return "1"
    known = key(item)
    if "places" in known:
        places = list(known["places"].values())
        return dict(zip(known["places"], [places[1], *places[1:]], strict=True))
    if "steps" in known:
        return [*known["steps"][1:], known["steps"][0]]
    options: Any = item
    ids = [option.id for option in options.options]
    if item.type == "multiple":
        return known["keys"][:1]
    return next(one for one in ids if one not in known["keys"])


class Screen:
    """A test on a page, and what Python expects of it."""

    def __init__(self, page: Page, base: str, curriculum: Curriculum, test: str) -> None:
        self.page, self.base, self.curriculum, self.test = page, base, curriculum, test
        self.language: Language = "lo"
        owner, _, form = test.rpartition("-")
        self.items = all_tests(curriculum)[owner]["pre" if form == "pre" else "post"]
        self.root = page.locator(".tot-test")

    def open(self, language: Language) -> Screen:
        self.language = language
        start = "" if language == "lo" else "en/"
        self.page.goto(f"{self.base}/{start}tests/{self.test}.html")
        return self

    def word(self, word_id: str, **values: object) -> str:
        return self.curriculum.word(word_id, self.language, **values)

    def do(self, name: str) -> None:
        self.root.locator(f"[data-do={name}]").click()

    def form(self, item: Item) -> Locator:
        return self.root.locator(f"form[data-item={item.id}]")

    def question(self, item: Item) -> Locator:
        return self.root.locator(f"section[data-item={item.id}]")

    def part(self, name: str) -> Locator:
        return self.root.locator(f".tot-test__{name}")

    def on(self, place: int) -> None:
        """Nothing; this question and no other is on the screen, and has the focus."""
        expect(self.part("place")).to_have_text(f"{place + 1} / {len(self.items)}")
        expect(self.root.locator("section[data-item]:visible")).to_have_count(1)
        expect(self.question(self.items[place])).to_be_visible()
        expect(self.root.locator(f"#question-{place + 1}")).to_be_focused()

    def answer(self, item: Item, response: Any) -> None:
        form = self.form(item)
        if isinstance(response, dict):
            for part, place in response.items():
                form.locator(f"[data-part='{part}'] select").select_option(place)
        elif item.type == "order":
            self._order(form, response)
        elif item.type in ("numeric", "short"):
            form.locator("fieldset input").fill(response)
        else:
            for option in [response] if isinstance(response, str) else response:
                form.locator(f"[data-part='{option}'] input").check()

    def _order(self, form: Locator, wanted: list[str]) -> None:
        """Nothing; moves every step up to its place, beginning with the first."""
        for place, step in enumerate(wanted):
            up = form.locator(f"[data-part='{step}'] button").first
            while self._order_of(form).index(step) > place:
                up.click()

    def _order_of(self, form: Locator) -> list[str]:
        steps: list[str] = form.locator(".tot-item__steps > li").evaluate_all(
            "all => all.map(one => one.dataset.part)"
        )
        return steps

    def kept(self) -> Any:
        """What the record of progress holds of this test."""
        record = self.page.evaluate("tot.progress.read()")
        return record["tests"].get(self.test)

    def held(self, item: Item) -> Any:
        """What the form of an item holds."""
        return self.page.evaluate("id => tot.quiz.items.get(id).response()", item.id)


def shows_result(screen: Screen, given: dict[str, Any]) -> None:
    """Nothing; score, objectives and review are those of these answers."""
    language = screen.language
    marks = {i.id: mark(i, given.get(i.id), language) for i in screen.items}
    percent = int(100 * sum(marks.values()) / len(marks) + 0.5)
    expect(screen.part("score")).to_contain_text(screen.word("unit-percent", n=percent))
    lines = screen.part("objectives").locator("li")
    assert lines.count() == len({item.objective for item in screen.items})
    for item in screen.items:
        earned, answered = marks[item.id], item.id in given
        state = "right" if earned == 1 else "partly" if earned else "wrong"
        line = lines.and_(screen.page.locator(f"[data-objective={item.objective}]"))
        expect(line).to_contain_text({"right": "✓", "partly": "≈", "wrong": "✗"}[state])
        question = screen.question(item)
        word = {"right": "answer-right", "partly": "test-partly", "wrong": "answer-wrong"}[state]
        expect(question.locator(".tot-test__state")).to_contain_text(
            screen.word(word if answered else "test-no-answer")
        )
        assert question.locator(".tot-test__given li").count() == (
            0 if not answered else len(given[item.id]) if not isinstance(given[item.id], str) else 1
        )
        expect(question.locator(".tot-item__rationale")).to_be_visible()
        expect(
            question.locator("fieldset input, fieldset select").locator("visible=true")
        ).to_have_count(0)
        lesson = question.locator(".tot-test__lesson")
        expect(lesson).to_be_visible(visible=state != "right")
        where = screen.curriculum.lesson(item.lesson or "")
        expect(lesson.locator("a")).to_have_attribute("href", f"../{where.module}/{where.id}.html")
    on = ["result", "index"] if screen.test.endswith("-post") else ["index"]
    ways = screen.root.locator("[data-views=result] > .tot-test__moves a")
    assert ways.evaluate_all("all => all.map(one => one.getAttribute('href'))") == [
        f"../learning/{name}.html" for name in on
    ]


def begin(screen: Screen, answers: Any, **changes: object) -> None:
    """Nothing; the record says that the test has been begun so."""
    run = {
        "began": "2026-11-22T09:00:00Z", "ended": None, "attempt": 1, "place": 0,
        "items": [item.id for item in screen.items], "answers": answers, **changes,
    }  # fmt: skip
    screen.page.evaluate(
        "([test, run]) => tot.progress.change(record => { record.tests[test] = run })",
        [screen.test, run],
    )
