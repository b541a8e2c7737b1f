"""Marks: the written cases, what must always hold, and the same marks from the JavaScript twin."""

from __future__ import annotations

import json
import random
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, strategies as st

from build_tools.lao import INVISIBLE, fold
from build_tools.model import Item, Language
from build_tools.render.values import number
from build_tools.scoring import key, mark, read_number
from tests.node_case import run_node
from tests.quiz_case import CASES, WEB, read_yaml
from tests.scoring_case import ITEMS, MARKS, Learner

TWINS = f"""
const lao = require({json.dumps(str(WEB / "lao.js"))});
const scoring = require({json.dumps(str(WEB / "scoring.js"))});
const calls = JSON.parse(require("fs").readFileSync(0, "utf8"));
const doers = {{ fold: lao.fold, ...scoring }};
process.stdout.write(JSON.stringify(calls.map(([name, ...given]) => doers[name](...given))));
"""
NUMBERS = read_yaml(CASES / "scoring/numbers.yaml")
LANGUAGES: tuple[Language, ...] = ("lo", "en")


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
