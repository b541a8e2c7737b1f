"""What a result record says, as frozen values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from build_tools.forms import Form
from build_tools.model import Language
from build_tools.model.base import ID_PATTERN

KIND, SCHEMA = "tot-result", 1
Response: TypeAlias = "str | tuple[str, ...] | Mapping[str, str] | None"
"""What was answered, in written ids; None where nothing was."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one item, and the language of the page it was given on."""

    given: Response
    language: Language
    typed: bool = False
    """True for a typed text that looks like an id."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A test that was taken: its times, which attempt it was, and the answer to every item."""

    began: str
    ended: str
    attempt: int
    answers: Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class Practice:
    """What was practised: lessons read, items answered, mean first and best mark in percent."""

    lessons: int
    items: int
    first: int
    best: int


@dataclass(frozen=True, slots=True)
class Result:
    """The record of one learner and one owner of tests, as the learner's device made it."""

    course: str
    curriculum: str
    learner: str
    name: str
    province: str
    group: str
    of: str
    made: str
    practice: Practice
    tests: Mapping[Form, Taken]


def is_part(value: object) -> bool:
    """True for an id, or "#" and the four hexadecimal digits of one that no bank here knows."""
    return isinstance(value, str) and bool(
        re.fullmatch(ID_PATTERN[1:-1], value) or re.fullmatch("#[0-9a-f]{4}", value)
    )


def unread_things(size: int, digest: str) -> list[str]:
    """Names of things that a bank does not know: the digest of all their ids, and a number."""
    return [f"#{digest}-{number:02x}" for number in range(size)]


def answer(given: Response, language: Language, *, typed: bool) -> Answer:
    """An answer as it stands in a record."""
    return Answer(given, language, typed and is_part(given))
