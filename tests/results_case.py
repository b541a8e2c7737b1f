"""Result records for tests: made up from a bank, the same for the same number."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from typing import Any

from build_tools.forms import FORMS, Form
from build_tools.record import Answer, Bank, Practice, Result, Taken, to_json
from build_tools.record.bytes import SYMBOLS
from build_tools.results.anonymise import line

NAMES = ("Somsak Vongsa", "ນາງ ຄຳຫຼ້າ", "Bounmy <b>&", "ທ້າວ ສົມສັກ")


def given(bank: Bank, item: str, chance: random.Random) -> Any:
    """An answer to an item: nothing, the right one or another."""
    one = bank.items[item]
    if chance.random() < 0.1:
        return None
    if one.type in ("single", "true-false"):
        return chance.choice(one.parts)
    if one.type == "multiple":
        return tuple(part for part in one.parts if chance.random() < 0.6) or one.parts[:1]
    if one.type == "order":
        return tuple(chance.sample(one.parts, len(one.parts)))
    return chance.choice(("2240", "150.000", "ອຸບປະຖຳ", "no"))


def result(
    bank: Bank, number: int, *, owner: str = "officials-workshop", group: str = "", **fields: Any
) -> Result:
    """The record of the learner of this number."""
    chance = random.Random(number)
    learner = "".join(chance.choice(SYMBOLS) for _ in range(12))
    forms: tuple[Form, ...] = FORMS if number % 4 else FORMS[:1]
    tests = {form: taken(bank, owner, form, chance) for form in forms}
    made = Result(
        course=bank.course, curriculum=bank.curriculum, learner=learner, name=NAMES[number % 4],
        province=sorted(bank.provinces)[number % 3], group=group or f"class {number % 5}", of=owner,
        made=f"2026-{10 + number % 2}-{1 + number % 28:02d}T09:00:00Z",
        practice=Practice(3, 12, 60, 80), tests=tests,
    )  # fmt: skip
    return replace(made, **fields)


def taken(bank: Bank, owner: str, form: Form, chance: random.Random) -> Taken:
    """A test with an answer to each of its items."""
    items = getattr(bank.owners[owner], form)
    answers = {item: Answer(given(bank, item, chance), "lo") for item in items}
    if form == "post":
        answers = {item: answers[item] for item in reversed(answers)}
    return Taken(
        f"2026-10-0{1 + (form == 'post')}T08:00:00Z",
        f"2026-10-0{1 + (form == 'post')}T08:30:00Z",
        1,
        answers,
    )


def file(one: Result, bank: Bank) -> str:
    """The text of the record's file."""
    return to_json(one, bank)


def export(ones: list[Result], bank: Bank) -> str:
    """The lines of the tally's export."""
    return "".join(f"{line(one, bank)}\n" for one in ones)


def changed(text: str, **fields: Any) -> str:
    """The record with other fields and its old digest."""
    return json.dumps(json.loads(text) | fields, ensure_ascii=False)
