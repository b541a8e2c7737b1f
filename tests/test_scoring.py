"""Marks: the written cases, what must always hold, and the same marks from the JavaScript twin."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, strategies as st
from pydantic import TypeAdapter

from build_tools.lao import INVISIBLE, fold
from build_tools.model import Item, Language
from build_tools.render.values import number
from build_tools.scoring import key, mark, read_number
from tests.node_case import run_node
from tests.quiz_case import CASES, WEB, read_yaml, sample_items

TWINS = f"""
const lao = require({json.dumps(str(WEB / "lao.js"))});
const scoring = require({json.dumps(str(WEB / "scoring.js"))});
const calls = JSON.parse(require("fs").readFileSync(0, "utf8"));
const doers = {{ fold: lao.fold, ...scoring }};
process.stdout.write(JSON.stringify(calls.map(([name, ...given]) => doers[name](...given))));
"""
NUMBERS = read_yaml(CASES / "scoring/numbers.yaml")
LANGUAGES: tuple[Language, ...] = ("lo", "en")
ODD: tuple[Any, ...] = (None, "", "a", 7, 0.5, True, [], ["a", "a"], ["a", 1], [["a"]], {}, {"a": None}, {"a": ["b"]},
       {"constructor": "a"}, "9" * 5000, ["__proto__"], {"__proto__": "a"})  # fmt: skip


def whole_item(shape: Mapping[str, Any]) -> Item:
    """An item of this type and key; its texts say nothing."""
    text = {"en": "-"}

    def filled(part: dict[str, Any], *fields: str) -> dict[str, Any]:
        return {**dict.fromkeys(fields, text), **part}

    wording = {"options": ["text"], "pairs": ["left", "right"], "extra": ["right"],
               "steps": ["text"], "groups": ["text"], "cards": ["text"]}  # fmt: skip
    fields = dict(shape)
    for name in wording.keys() & fields.keys():
        words = [] if shape["type"] == "true-false" else wording[name]
        fields[name] = [filled(part, *words) for part in fields[name]]
    common = {"id": "item", "lesson": "lesson", "objective": "objective", "bloom": "apply"}
    item: Item = TypeAdapter(Item).validate_python(
        {**common, "stem": text, "rationale": text, **fields}
    )
    return item


MARKS = [
    (whole_item(case["item"]), each["response"], each["mark"])
    for case in read_yaml(CASES / "scoring/marks.yaml")
    for each in case["marks"]
]
ITEMS = (*{id(item): item for item, _, _ in MARKS}.values(), *sample_items().values())


@pytest.mark.parametrize(("item", "response", "earned"), MARKS)
def test_mark(item: Item, response: object, earned: float) -> None:
    assert [mark(item, response, language) for language in LANGUAGES] == [earned, earned]


@pytest.mark.parametrize("case", NUMBERS, ids=lambda case: ascii(case["typed"]))
def test_read_number(case: dict[str, Any]) -> None:
    for language in LANGUAGES:
        expected = tuple(map(Decimal, case[language]))
        assert read_number(case["typed"], language) == expected


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2), st.sampled_from(LANGUAGES))
def test_a_number_as_the_page_prints_it_is_read_back(value: Decimal, language: Language) -> None:
    assert read_number(number(value, language), language)[0] == value


ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=8)
    | st.sampled_from(["a", "b", "x"]),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.sampled_from("abcdx"), inner),
    max_leaves=6,
)


@given(st.sampled_from(ITEMS), ANYTHING, st.sampled_from(LANGUAGES))
def test_whatever_is_answered_earns_from_0_to_1(
    item: Item, response: object, language: Language
) -> None:
    assert 0 <= mark(item, response, language) <= 1


def in_node(calls: list[list[Any]]) -> list[Any]:
    """What the JavaScript twins give back for these calls."""
    answers: list[Any] = json.loads(run_node(TWINS, json.dumps(calls)))
    return answers


class Learner:
    """Someone who answers at random, often nearly right; the same every time."""

    def __init__(self) -> None:
        self.chance = random.Random(202)

    def answer(self, item: Item) -> Any:
        if self.chance.random() < 0.1:
            return self.chance.choice(ODD)
        known = key(item)
        if "answer" in known:
            return self.typed_number(known["answer"])
        if "accept" in known:
            return self.typed_word(known["accept"])
        if "places" in known:
            return self.placed(known["places"])
        return self.chosen(item, known)

    def chosen(self, item: Item, known: dict[str, list[str]]) -> Any:
        if item.type in ("single", "true-false"):
            return self.chance.choice([*known["keys"], "a", "b", "c", "true", "false"])
        ids = [
            *known.get("steps", known.get("keys", [])),
            *self.chance.choice([[], [], ["c"], ["z"]]),
        ]
        for _ in range(self.chance.randrange(4)):
            ids.insert(self.chance.randrange(len(ids)), ids.pop())
        return ids[: self.chance.choice([len(ids), len(ids), len(ids) - 1])]

    def placed(self, places: dict[str, str]) -> dict[str, str]:
        to = [*places.values(), "z"]
        return {thing: self.chance.choice([place, *to]) for thing, place in places.items()
                if self.chance.random() < 0.9}  # fmt: skip

    def typed_number(self, answer: str) -> str:
        value = Decimal(answer) + Decimal(
            self.chance.choice(["0", "0", "0.01", "-0.010", "0.011", "1"])
        )
        written = self.chance.choice(
            [f"{value:f}", f"{value:,f}", number(value, "lo"), f"{value:,f} %"]
        )
        return self.scribble(written.replace(",", self.chance.choice([",", ",", " ", "\u00a0"])))

    def typed_word(self, accept: list[str]) -> str:
        word = self.chance.choice([*accept, "ນ້ໍາໃຈ", "ນໍ້າໃຈ", "something else"])
        return self.scribble(
            self.chance.choice([word, word.upper(), f" «{word}». ", word.replace(" ", "  ")])
        )

    def scribble(self, text: str) -> str:
        """The text, sometimes with a letter more or less."""
        if self.chance.random() < 0.7:
            return text
        at = self.chance.randrange(len(text) + 1)
        letters = "0123456789.,- ໕່ໍາ\u200b\u202f%₭−"
        return text[:at] + self.chance.choice(["", self.chance.choice(letters)]) + text[at + 1 :]


def test_the_twin_gives_the_same_marks() -> None:
    learner = Learner()
    language = LANGUAGES * 200
    asked = [(item, learner.answer(item), lang) for item in ITEMS for lang in language]
    asked += [(item, response, lang) for item, response, _ in MARKS for lang in LANGUAGES]
    here = [mark(*each) for each in asked]
    there = in_node([["mark", item.type, key(item), given, lang] for item, given, lang in asked])
    differ = [(asked[n], here[n], there[n]) for n in range(len(asked)) if here[n] != there[n]]
    assert differ == []
    assert len(asked) > 5000
    for item in ITEMS:
        earned = {here[n] for n, (each, _, _) in enumerate(asked) if each is item}
        assert {0.0, 1.0} <= earned, (
            f"{item.type}: the answers were too much alike to prove anything"
        )


def test_the_twin_reads_numbers_and_folds_alike() -> None:
    chance = random.Random(102)
    letters = "ກຫນມໜໝາຳໍ່້໊໋ັິີຸູົAbÉßİΣ .,\t\n\u0085\u001c\u00a0\u202f\u3000໐໙09" + "".join(sorted(INVISIBLE))
    texts = ["".join(chance.choices(letters, k=chance.randrange(12))) for _ in range(3000)]
    assert in_node([["fold", text] for text in texts]) == [fold(text) for text in texts]
    digits = "0123456789000..,, -−%໑"
    typed = ["".join(chance.choices(digits, k=chance.randrange(10))) for _ in range(3000)]
    typed += [case["typed"] for case in NUMBERS]
    asked = [(text, language) for text in typed for language in LANGUAGES]
    here = [read_number(*each) for each in asked]
    there = in_node([["readNumber", *each] for each in asked])
    assert [tuple(map(Decimal, each)) for each in there] == here
    assert sum(map(bool, here)) > 500


def test_the_twin_writes_numbers_as_the_pages_do() -> None:
    values = ["0", "7", "1500", "-1500", "150000", "1234567.5", "0.05", "999", "-0.5"]
    asked = [(value, language) for value in values for language in LANGUAGES]
    here = [number(Decimal(value), language) for value, language in asked]
    assert in_node([["writeNumber", *each] for each in asked]) == here
