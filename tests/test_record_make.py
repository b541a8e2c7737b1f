"""The result record that a learner's device makes of its progress."""

from __future__ import annotations

import json
from typing import Any

from build_tools.record import Result, read_text, scores, to_json
from tests.record_case import in_node, sample_bank

BANK = sample_bank()
OWNER = "module-0"
PRE, POST = (BANK.owners[OWNER].pre, BANK.owners[OWNER].post)
NOW = "2026-11-22T09:00:00Z"


def progress(**changed: Any) -> dict[str, Any]:
    """The progress of a learner who has finished the pre-test and is in the middle of the post-test."""
    lesson = {"opened": NOW, "read": NOW, "items": ["one", "two", "three"]}
    pre = {"began": "2026-11-20T08:00:00Z", "ended": "2026-11-20T08:20:00Z", "attempt": 2, "place": 3,
           "items": list(PRE), "answers": {PRE[0]: {"given": "a", "language": "en"}}}  # fmt: skip
    return {
        "schema": 1, "course": "sample", "learner": "0123456789AB", "place": None,
        "lessons": {"lesson-0": lesson, "lesson-9": lesson},
        "items": {"one": {"first": 0.5, "best": 1}, "two": {"first": 0, "best": 0.25}},
        "tests": {f"{OWNER}-pre": pre, f"{OWNER}-post": {**pre, "items": list(POST), "ended": None}},
        "own": {"name": " ນາງ\u200b  ຄຳ\n", "province": "sekong", "group": "ກຸ່ມ 1", "of": OWNER},
        **changed,
    }  # fmt: skip


def made(value: dict[str, Any], owner: str = OWNER, now: str = NOW) -> dict[str, Any] | None:
    """The record that the learner's page makes of this progress."""
    record: dict[str, Any] | None = in_node(BANK, [["make", value, owner, now]])[0]
    return record


def read(record: dict[str, Any] | None) -> Result:
    """The record as Python reads it; the page's file is the very same text."""
    text = json.dumps(record, ensure_ascii=False, indent=1) + "\n"
    (result,) = read_text(text, BANK)
    assert isinstance(result, Result), result
    assert to_json(result, BANK) == text
    return result


def test_a_record_holds_the_tests_that_have_ended() -> None:
    result = read(made(progress()))
    assert (result.name, result.group, result.province) == ("ນາງ ຄຳ", "ກຸ່ມ 1", "sekong")
    assert (result.of, result.made, result.learner) == (OWNER, NOW, "0123456789AB")
    practice = result.practice
    assert (practice.lessons, practice.items, practice.first, practice.best) == (1, 2, 25, 63)
    assert list(result.tests) == ["pre"] and result.tests["pre"].attempt == 2
    answers = result.tests["pre"].answers
    assert tuple(answers) == PRE
    assert [answer.given for answer in answers.values()] == ["a", *[None] * (len(PRE) - 1)]
    assert scores(result, BANK)["pre"]["all"] == round(1 / len(PRE), 4)


def test_without_an_ended_test_there_is_no_record() -> None:
    assert made(progress(tests={})) is None
    assert made(progress(), "module-1") is None


def test_whatever_stands_in_the_progress_the_record_can_be_read() -> None:
    test = progress()["tests"][f"{OWNER}-pre"]
    odd: list[Any] = [5, True, {"a": 1}, ["a", 7], {"A b": "a"}, "x" * 900, "\ud800", {"a": "#12"}]
    answers = {item: {"given": given} for item, given in zip(PRE, odd)}
    strange = {**test, "began": "1970-01-01T00:00:00Z", "attempt": -1, "answers": answers}
    own = {"name": "ກ" * 200, "province": "atlantis", "group": "\u0000" + "b" * 30}
    result = read(
        made(progress(tests={f"{OWNER}-pre": strange}, own=own), now="1999-01-01T00:00:00Z")
    )
    assert (len(result.name), result.group, result.province) == (80, "b" * 20, "")
    assert result.made == result.tests["pre"].began == "2020-01-01T00:00:00Z"
    given = [answer.given for answer in result.tests["pre"].answers.values()]
    assert given[:8] == [None, None, None, None, None, "x" * 200, "\ufffd", None]


def test_things_of_an_answer_stand_in_order_and_typed_words_are_marked() -> None:
    types = {BANK.items[item].type: item for owner in BANK.owners.values() for item in owner.pre}
    match, short = types["match"], types["short"]
    places = BANK.items[match].key["places"]
    backwards = {thing: places[thing] for thing in sorted(places, reverse=True)}
    answers = {
        match: {"given": backwards, "language": "lo"},
        short: {"given": "budget", "language": "en"},
    }
    test = {**progress()["tests"][f"{OWNER}-pre"], "items": [match, short], "answers": answers}
    record = made(progress(tests={f"{OWNER}-pre": test}))
    assert record is not None
    first, second = record["tests"]["pre"]["answers"].values()
    assert list(first["given"]) == sorted(places) and "typed" not in first
    assert second == {"given": "budget", "language": "en", "typed": True}
    read(record)
