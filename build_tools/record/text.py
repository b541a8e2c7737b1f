"""A record as the text of a file, byte for byte as the learner's page writes it."""

from __future__ import annotations

import json
from typing import Any

from build_tools.forms import FORMS
from build_tools.record.bank import Bank
from build_tools.record.code import digest
from build_tools.record.result import KIND, SCHEMA, Answer, Result, Taken
from build_tools.record.scores import scores


def to_json(result: Result, bank: Bank) -> str:
    """The text of the result's file, with its scores and its digest."""
    value = {"kind": KIND, "schema": SCHEMA, **fields(result)}
    value |= {"scores": _as_javascript(scores(result, bank)), "digest": digest(result)}
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def fields(result: Result) -> dict[str, Any]:
    """What the digest is of, in the order of the file."""
    practice = result.practice
    return {
        "course": result.course, "curriculum": result.curriculum, "learner": result.learner,
        "name": result.name, "province": result.province, "group": result.group,
        "of": result.of, "made": result.made,
        "practice": {"lessons": practice.lessons, "items": practice.items,
                     "first": practice.first, "best": practice.best},
        "tests": {form: _test(result.tests[form]) for form in FORMS if form in result.tests},
    }  # fmt: skip


def _test(test: Taken) -> dict[str, Any]:
    """A test with its answers."""
    answers = {item: _answer(answer) for item, answer in test.answers.items()}
    return {"began": test.began, "ended": test.ended, "attempt": test.attempt, "answers": answers}


def _answer(answer: Answer) -> dict[str, Any]:
    """An answer; `typed` stands only where it is needed."""
    given = {"given": answer.given, "language": answer.language}
    return {**given, "typed": True} if answer.typed else given


def _as_javascript(value: Any) -> Any:
    """The value with whole numbers written without a point."""
    if isinstance(value, dict):
        return {name: _as_javascript(inner) for name, inner in value.items()}
    return int(value) if value.is_integer() else value
