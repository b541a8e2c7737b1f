"""Every record in a text: a file, lines of a tally's export, or codes among other words."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from build_tools.forms import FORMS, Form
from build_tools.record.bank import Bank
from build_tools.record.bytes import NoRecord, id_hash
from build_tools.record.code import PREFIX, SPACES, body, codes, digest, read_body, unsealed
from build_tools.record.result import KIND, SCHEMA, Practice, Response, Result, Taken, answer
from build_tools.record.scores import scores
from build_tools.record.shape import wrong_field
from build_tools.record.text import fields

NEAR = 0.00015
"""How far a stated score may be from ours: the fourth decimal may be rounded another way."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a text is no record; the interface word is `result-fault-<name>`."""

    name: str
    detail: str = ""


def read_text(text: str, bank: Bank) -> list[Result | Fault]:
    """Every record of a text in its order, and a fault for each that was refused."""
    whole = text.strip(SPACES)
    if whole.startswith("{"):
        lines = [line for line in re.split(r"[\r\n]+", whole) if line.strip(SPACES)]
        each = lines if len(lines) > 1 and _parsed(lines[0]) is not None else [whole]
        return [_from_json(line, bank) for line in each]
    found = codes(whole, PREFIX)
    return [_from_code(one, bank) for one in found] if found else [Fault("not-a-record")]


def _from_json(text: str, bank: Bank) -> Result | Fault:
    """The record of a JSON text."""
    parsed = _parsed(text)
    if parsed is None:
        return Fault("cut" if f'"{KIND}"' in text else "not-a-record")
    return _from_value(parsed[0], bank)


def _parsed(text: str) -> tuple[Any] | None:
    """The value of a JSON text, numbers read as JavaScript reads them; None if it is none."""
    try:
        return (json.loads(text, parse_int=float, parse_constant=_refuse),)
    except (ValueError, RecursionError):
        return None


def _refuse(constant: str) -> None:
    """Nothing; raises ValueError for NaN and Infinity, which JSON does not have."""
    raise ValueError(constant)


def _from_value(value: Any, bank: Bank) -> Result | Fault:
    """The record of a JSON value whose digest fits and whose scores follow from its answers."""
    fault = _foreign(value, bank)
    if fault is not None:
        return fault
    wrong = wrong_field(value, bank)
    if wrong is not None:
        return Fault("incomplete", wrong)
    if not isinstance(value.get("digest"), str):
        return Fault("incomplete", "digest")
    result = _result(value)
    if digest(result) != value["digest"]:
        return Fault("changed")
    stated = value.get("scores")
    if not isinstance(stated, Mapping):
        return Fault("incomplete", "scores")
    same_bank = result.curriculum == bank.curriculum
    return Fault("score") if same_bank and not _agree(stated, scores(result, bank)) else result


def _foreign(value: Any, bank: Bank) -> Fault | None:
    """Why this is not a record of this course and schema."""
    if not isinstance(value, Mapping) or value.get("kind") != KIND:
        return Fault("not-a-record")
    schema, course = value.get("schema"), value.get("course")
    if not isinstance(schema, float) or not schema.is_integer() or schema < 1:
        return Fault("incomplete", "schema")
    if schema > SCHEMA:
        return Fault("newer")
    if not isinstance(course, str):
        return Fault("incomplete", "course")
    return None if course == bank.course else Fault("other-course")


def _agree(stated: Any, ours: Any) -> bool:
    """True if both have the same names, and numbers that are near each other."""
    if isinstance(ours, float):
        return isinstance(stated, float) and abs(stated - ours) < NEAR
    if not isinstance(stated, Mapping) or stated.keys() != ours.keys():
        return False
    return all(_agree(stated[name], inner) for name, inner in ours.items())


def _result(value: Mapping[str, Any]) -> Result:
    """The record of a JSON object that has every field."""
    counts = {name: int(value["practice"][name]) for name in ("lessons", "items", "first", "best")}
    tests: dict[Form, Taken] = {
        form: _taken(value["tests"][form]) for form in FORMS if form in value["tests"]
    }
    names = ("course", "curriculum", "learner", "name", "province", "group", "of", "made")
    texts = {name: str(value[name]) for name in names}
    return Result(**texts, practice=Practice(**counts), tests=tests)


def _taken(test: Mapping[str, Any]) -> Taken:
    """A test of a JSON object, the things of an answer in the order of their ids."""
    answers = {
        item: answer(_given(one["given"]), one["language"], typed="typed" in one)
        for item, one in test["answers"].items()
    }
    return Taken(test["began"], test["ended"], int(test["attempt"]), answers)


def _given(given: Any) -> Response:
    """A response as a frozen value."""
    if isinstance(given, Mapping):
        return {thing: given[thing] for thing in sorted(given)}
    return tuple(given) if isinstance(given, list) else given


def _from_code(text: str, bank: Bank) -> Result | Fault:
    """The record of a code that stands without its prefix."""
    data = unsealed(text)
    if isinstance(data, str):
        return Fault(data)
    if len(data) < 4 or data[0] < 1:
        return Fault("misread")
    if data[0] > SCHEMA:
        return Fault("newer")
    if data[1:4] != id_hash(bank.course, 3):
        return Fault("other-course")
    try:
        result = read_body(data, bank)
    except NoRecord:
        return Fault("misread")
    wrong = wrong_field(fields(result), bank)
    if wrong is not None:
        return Fault("incomplete", wrong)
    return result if body(result) == data else Fault("misread")
