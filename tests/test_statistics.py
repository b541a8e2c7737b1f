"""The statistics of a class: the script against the same numbers worked out in exact fractions."""

from __future__ import annotations

import json
import math
import random
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from tests.node_case import run_node

SCRIPT = Path(__file__).parent.parent / "build_tools/web/learn/statistics.js"
ASK = """
const statistics = require(%s);
const classes = JSON.parse(require("fs").readFileSync(0, "utf8"));
const partOf = (item) => item.split("-")[0];
process.stdout.write(JSON.stringify(classes.map((marks) => {
  const rows = marks.map((one) => ({ marks: one }));
  return {
    whole: statistics.summary(statistics.pairs(rows)),
    parts: statistics.weakestFirst(statistics.parts(rows, partOf)),
    pre: statistics.items(rows, "pre"), post: statistics.items(rows, "post"),
  };
})));
"""
Marks = dict[str, Any]


def asked(classes: list[list[Marks]]) -> list[dict[str, Any]]:
    """What the script says of each class."""
    script = ASK % json.dumps(str(SCRIPT))
    said: list[dict[str, Any]] = json.loads(run_node(script, json.dumps(classes)))
    return said


def mean(values: list[Fraction]) -> Fraction | None:
    return sum(values, Fraction()) / len(values) if values else None


def exact(marks: dict[str, float]) -> dict[str, Fraction]:
    """The marks as the fractions they stand for: thirds are written as floating numbers."""
    return {item: Fraction(mark).limit_denominator(60) for item, mark in marks.items()}


def summary(learners: list[Marks], start: str = "") -> dict[str, Any]:
    """The means of each form, and the gain of those who have both."""
    pairs = []
    for one in learners:
        forms = [
            mean([m for item, m in exact(one[f]).items() if item.startswith(start)])
            if one[f]
            else None
            for f in ("pre", "post")
        ]
        pairs.append(forms)
    both = [pair for pair in pairs if None not in pair]
    before, after = (one_form([pair[i] for pair in both])["mean"] for i in (0, 1))
    gain = (
        None if before is None or after is None or before == 1 else (after - before) / (1 - before)
    )
    return {
        "n": len(pairs),
        "both": {"n": len(both), "pre": before, "post": after, "gain": gain},
        "pre": one_form([p[0] for p in pairs]),
        "post": one_form([p[1] for p in pairs]),
    }


def one_form(values: list[Fraction | None]) -> dict[str, Any]:
    known = [value for value in values if value is not None]
    return {"n": len(known), "mean": mean(known)}


def discrimination(learners: list[Marks], form: str, item: str) -> float | None:
    """Pearson's correlation of an item's mark with the mean of the learner's other marks."""
    pairs = []
    for one in learners:
        marks = exact(one[form] or {})
        if item in marks:
            rest = mean([mark for other, mark in marks.items() if other != item])
            if rest is None:
                return None
            pairs.append((marks[item], rest))
    n = len(pairs)
    x, y = (sum((p[i] for p in pairs), Fraction()) / n for i in (0, 1))
    xx, yy = (sum(((p[i] - m) ** 2 for p in pairs), Fraction()) for i, m in ((0, x), (1, y)))
    if not xx or not yy:
        return None
    xy = sum(((a - x) * (b - y) for a, b in pairs), Fraction())
    return float(xy) / math.sqrt(xx * yy)


def check(said: Any, known: Any) -> None:
    """Fails unless both are the same up to what floating numbers lose."""
    if isinstance(known, dict):
        assert said.keys() >= known.keys()
        for name, value in known.items():
            check(said[name], value)
    elif known is None or isinstance(known, int):
        assert said == known
    else:
        assert said == pytest.approx(float(known), abs=1e-9)


def check_class(said: dict[str, Any], learners: list[Marks]) -> None:
    check(said["whole"], summary(learners))
    for part in said["parts"]:
        check(part, summary(learners, part["id"] + "-"))
    standing = [part["post"]["mean"] if part["post"]["mean"] is not None else part["pre"]["mean"]
                for part in said["parts"]]  # fmt: skip
    assert standing == sorted(standing)
    for form in ("pre", "post"):
        asked_items = {item for one in learners for item in one[form] or {}}
        assert {item["id"] for item in said[form]} == asked_items
        for item in said[form]:
            marks = [
                exact(one[form])[item["id"]] for one in learners if item["id"] in (one[form] or {})
            ]
            known = discrimination(learners, form, item["id"])
            check(item, {"n": len(marks), "difficulty": mean(marks), "discrimination": known})


MARK = st.sampled_from([0, 1, 0.5, 1 / 3, 2 / 3, 0.2, 0.75])
FORM = st.none() | st.dictionaries(
    st.sampled_from(["a-1", "a-2", "b-1", "b-2", "c-1"]), MARK, min_size=1
)
CLASS = st.lists(st.fixed_dictionaries({"pre": FORM, "post": FORM}), max_size=8)


@settings(max_examples=5, deadline=None)
@given(st.lists(CLASS, min_size=60, max_size=60))
def test_the_script_says_what_fractions_say(classes: list[list[Marks]]) -> None:
    for said, learners in zip(asked(classes), classes, strict=True):
        check_class(said, learners)


def test_a_class_by_hand() -> None:
    learners: list[Marks] = [
        {"pre": {"a-1": 0, "b-1": 1}, "post": {"a-1": 1, "b-1": 1}},
        {"pre": {"a-1": 0, "b-1": 0}, "post": {"a-1": 0, "b-1": 1}},
        {"pre": {"a-1": 1, "b-1": 0}, "post": None},
    ]
    said = asked([learners])[0]
    # 0.5, 0 and 0.5 before; 1 and 0.5 after; both: 0.25 before and 0.75 after, 0.5 / 0.75 gained.
    assert said["whole"]["pre"] == {"n": 3, "mean": pytest.approx(1 / 3)}
    assert said["whole"]["both"] == {
        "n": 2,
        "pre": 0.25,
        "post": 0.75,
        "gain": pytest.approx(2 / 3),
    }
    assert [part["id"] for part in said["parts"]] == ["a", "b"]
    first = said["pre"][0]
    assert first == {"id": "a-1", "n": 3, "difficulty": pytest.approx(1 / 3),
                     "discrimination": pytest.approx(-0.5)}  # fmt: skip
    assert said["post"][1]["discrimination"] is None, "everybody has b-1 right"


def test_nothing_is_made_up() -> None:
    even: list[Marks] = [
        {"pre": {"a-1": 1 / 3, "b-1": n / 10, "c-1": (3 - n) / 10}, "post": None} for n in range(3)
    ]
    classes: list[list[Marks]] = [[], [{"pre": {"a-1": 1}, "post": {"a-1": 1}}], even]
    nobody, perfect, same = asked(classes)
    assert nobody["whole"]["both"] == {"n": 0, "pre": None, "post": None, "gain": None}
    assert nobody["parts"] == [] and nobody["pre"] == []
    assert perfect["whole"]["both"]["gain"] is None, "there was nothing left to gain"
    assert perfect["pre"][0]["discrimination"] is None, "there is no other item"
    assert same["pre"][0]["discrimination"] is None, "equal sums in another order do not vary"


def test_a_large_class() -> None:
    chance = random.Random(7)
    learners = [
        {form: {f"{part}-{n}": chance.choice([0, 1, 0.5, 1 / 3]) for part in "abc" for n in range(3)}
         for form in ("pre", "post")}
        for _ in range(200)
    ]  # fmt: skip
    check_class(asked([learners])[0], learners)
