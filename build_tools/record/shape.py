"""What may stand in a record; `web/learn/record-code.js` has the same rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from build_tools.forms import FORMS
from build_tools.model.base import ID_PATTERN
from build_tools.record.bank import VERSION, Bank
from build_tools.record.bytes import SYMBOLS, seconds
from build_tools.record.result import is_part, unread_things

LONGEST_NAME, LONGEST_GROUP, LONGEST_ANSWER = 80, 20, 200
"""In characters, marks counted."""
MOST_PARTS, MOST = 255, 65535
UNSEEN = "\\x00-\\x1f\\x7f-\\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff"
"""Characters that no name holds: they travel unseen with copy and paste."""
_UNPAIRED = re.compile("[\ud800-\udfff]")


def wrong_field(record: Mapping[str, Any], bank: Bank) -> str | None:
    """The first field of a record that is missing or wrong; None if none is."""
    of, practice, tests = (record.get(name) for name in ("of", "practice", "tests"))
    province = record.get("province")
    checks: dict[str, Callable[[], bool]] = {
        "curriculum": lambda: _matches(VERSION, record.get("curriculum")),
        "learner": lambda: _matches(f"[{SYMBOLS}]{{12}}", record.get("learner")),
        "name": lambda: _is_name(record.get("name"), LONGEST_NAME),
        "province": lambda: province == "" or is_part(province),
        "group": lambda: _is_name(record.get("group"), LONGEST_GROUP),
        "of": lambda: isinstance(of, str) and of in bank.owners,
        "made": lambda: seconds(record.get("made")) is not None,
        "practice": lambda: isinstance(practice, Mapping) and _are_counts(practice),
        "tests": lambda: isinstance(tests, Mapping) and any(form in tests for form in FORMS),
    }
    wrong = next((name for name, is_right in checks.items() if not is_right()), None)
    return wrong or _wrong_test(record["tests"])


def _wrong_test(tests: Mapping[str, Any]) -> str | None:
    """The test, or the answers of a test, that are missing something."""
    for form in (form for form in FORMS if form in tests):
        if not _is_test(tests[form]):
            return f"tests.{form}"
        answers = tests[form]["answers"]
        if not all(_is_item(item) and _is_answer(given) for item, given in answers.items()):
            return f"tests.{form}.answers"
    return None


def _is_test(test: Any) -> bool:
    """True for a test with its times, its attempt and not too many answers."""
    return (
        isinstance(test, Mapping)
        and seconds(test.get("began")) is not None
        and seconds(test.get("ended")) is not None
        and is_number(test.get("attempt"), MOST)
        and isinstance(test.get("answers"), Mapping)
        and len(test["answers"]) <= MOST_PARTS
    )


def _is_answer(value: Any) -> bool:
    """True for a response with its language."""
    if not isinstance(value, Mapping) or "given" not in value:
        return False
    if value.get("language") not in ("lo", "en") or not is_response(value["given"]):
        return False
    return "typed" not in value or (value["typed"] is True and is_part(value["given"]))


def is_response(given: Any) -> bool:
    """True for nothing, an id, a typed text, a list of ids, or places by things."""
    if given is None:
        return True
    if isinstance(given, str):
        return _is_text(given, LONGEST_ANSWER)
    if isinstance(given, list | tuple):
        return len(given) <= MOST_PARTS and all(is_part(part) for part in given)
    return isinstance(given, Mapping) and _is_placed(given)


def _is_placed(given: Mapping[str, Any]) -> bool:
    """True if things are placed by their ids, or by the names of things no bank here knows."""
    things = sorted(given)
    if len(things) > MOST_PARTS or not all(is_part(place) for place in given.values()):
        return False
    if things and re.fullmatch("#[0-9a-f]{4}-00", things[0]):
        return things == unread_things(len(things), things[0][1:5])
    return all(_matches(ID_PATTERN[1:-1], thing) for thing in things)


def is_number(value: Any, most: int) -> bool:
    """True for a whole number from 0 to `most`; one read from JSON may be a float."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return 0 <= value <= most and float(value).is_integer()


def _are_counts(practice: Mapping[str, Any]) -> bool:
    """True if all numbers of the practice are there."""
    counts = all(is_number(practice.get(name), MOST) for name in ("lessons", "items"))
    return counts and all(is_number(practice.get(name), 100) for name in ("first", "best"))


def _is_item(item: str) -> bool:
    """True for an id, or "#" and the six hexadecimal digits of one that no bank here knows."""
    return _matches(ID_PATTERN[1:-1], item) or _matches("#[0-9a-f]{6}", item)


def _is_name(value: Any, longest: int) -> bool:
    """True for a text of one line in which every character is seen."""
    return _is_text(value, longest) and not re.search(f"[{UNSEEN}]", value)


def _is_text(value: Any, longest: int) -> bool:
    """True for a text that UTF-8 can hold."""
    return isinstance(value, str) and len(value) <= longest and not _UNPAIRED.search(value)


def _matches(pattern: str, value: Any) -> bool:
    """True for a text that is all of this pattern."""
    return isinstance(value, str) and bool(re.fullmatch(pattern, value, re.ASCII))
