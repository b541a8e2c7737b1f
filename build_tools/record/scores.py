"""Marks and scores of a record, worked out from its answers; `web/learn/record.js` does the same."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

from build_tools.forms import FORMS, Form
from build_tools.record.bank import Bank
from build_tools.record.result import Answer, Result
from build_tools.scoring import mark_by_key

TYPED = ("numeric", "short")


def marks(result: Result, form: Form, bank: Bank) -> dict[str, float]:
    """The marks of a form by item; items that the bank does not know have none."""
    known = bank.names.items
    made: dict[str, float] = {}
    for name, answer in result.tests[form].answers.items():
        if name in known:
            item = bank.items[known[name]]
            made[known[name]] = mark_by_key(item.type, item.key, answer.given, answer.language)
    return made


def scores(result: Result, bank: Bank) -> dict[str, Any]:
    """The scores of each form: of all, by module and by objective; none of a form without marks."""
    made: dict[str, Any] = {}
    for form in FORMS:
        earned = marks(result, form, bank) if form in result.tests else {}
        if earned:
            made[form] = {
                "all": _rounded(mean(earned.values())),
                "modules": _grouped(earned, {id: bank.items[id].module for id in earned}),
                "objectives": _grouped(earned, {id: bank.items[id].objective for id in earned}),
            }
    return made


def unread(result: Result, bank: Bank) -> list[str]:
    """The items whose answers the bank cannot read: it lacks the item, or a part that was named."""
    return [
        item
        for form in FORMS
        if form in result.tests
        for item, answer in result.tests[form].answers.items()
        if _is_strange(item, answer, bank)
    ]


def _is_strange(name: str, answer: Answer, bank: Bank) -> bool:
    """True if the bank cannot say what was answered."""
    known = bank.names.items.get(name)
    if known is None:
        return True
    item, given = bank.items[known], answer.given
    if given is None or (isinstance(given, str) and item.type in TYPED):
        return False
    if isinstance(given, Mapping):
        if given.keys() != item.key.get("places", {}).keys():
            return True
        given = tuple(given.values())
    named = (given,) if isinstance(given, str) else given
    return not set(named) <= set(item.parts)


def mean(values: Iterable[float]) -> float:
    """The mean, added up from left to right as JavaScript does; newer `sum` adds more exactly."""
    total, count = 0.0, 0
    for value in values:
        total, count = total + value, count + 1
    return total / count


def _grouped(earned: Mapping[str, float], group_of: Mapping[str, str]) -> dict[str, float]:
    """The mean mark of each group of items."""
    groups: dict[str, list[float]] = {}
    for item, mark in earned.items():
        groups.setdefault(group_of[item], []).append(mark)
    return {group: _rounded(mean(all_)) for group, all_ in groups.items()}


def _rounded(value: float) -> float:
    """To four decimals, halves up, as JavaScript does it."""
    return math.floor(value * 1e4 + 0.5) / 1e4
