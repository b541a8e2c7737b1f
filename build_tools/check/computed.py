"""Items whose key a tool works out: no number in them may be older than the key."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from build_tools.findings import Finding
from build_tools.load.answers import tool_answer
from build_tools.model import LANGUAGES, Curriculum, Item, ToolAnswer
from build_tools.model.evidence import Parameter
from build_tools.model.items import NumericItem
from build_tools.model.walk import texts
from build_tools.scoring import read_number
from build_tools.tools import TOOLS, Calculator, Given
from build_tools.tools.formula import constants, evaluate, inner_parts, names
from build_tools.tools.values import lesson_values

_ROLE = re.compile(r"\{[a-z]+\}`[^`]*`|\[@[^\]]*\]|\]\([^)]*\)")
_TYPED = re.compile(r"\d(?:[\d.,]*\d)?")
_YEAR = re.compile(r"(19|20)\d\d")


def check_computed(curriculum: Curriculum) -> Iterator[Finding]:
    """Every finding about items of calculators: their unit, and numbers that are not the tool's."""
    for item in curriculum.items:
        answer = tool_answer(item)
        calculator = TOOLS[answer.tool] if answer else None
        if answer and isinstance(calculator, Calculator):
            yield from _unit(item, answer, calculator)
            yield from _stale(item, answer, calculator, curriculum.parameters)


def _unit(item: Item, answer: ToolAnswer, calculator: Calculator) -> Iterator[Finding]:
    """A finding for an item that asks in another unit than the tool answers in."""
    unit = next(one.unit for one in calculator.outputs if one.id == answer.output)
    if isinstance(item, NumericItem) and item.unit != unit:
        message = f"`{item.id}` asks for {item.unit}; `{answer.output}` is in {unit}."
        yield Finding(item.at("unit"), "item-key", message)


def _stale(
    item: Item, answer: ToolAnswer, calculator: Calculator, parameters: Mapping[str, Parameter]
) -> Iterator[Finding]:
    """A finding for every typed number that the tool does not have at the values of the item."""
    known = _numbers(calculator, lesson_values(calculator, parameters, answer.with_))
    for text in texts(item):
        for language in LANGUAGES:
            for typed in _TYPED.findall(_ROLE.sub(" ", getattr(text, language) or "")):
                values = {Fraction(value) for value in read_number(typed, language)[:1]}
                if values and not values & known and not _YEAR.fullmatch(typed):
                    message = (
                        f"`{typed}` in `{item.id}` is no number of `{answer.tool}` at its values."
                    )
                    yield Finding(text.at(language), "item-stale", message)


def _numbers(calculator: Calculator, given: Given) -> set[Fraction]:
    """Inputs, results, constants and parts in parentheses; percentages also as shares of one."""
    results = {
        name: value for name, value in calculator.compute(given).items() if value is not None
    }
    units = {one.id: one.unit for one in (*calculator.inputs,)}
    units |= {one.id: one.unit for one in calculator.outputs}
    values = {**given.numbers, **results}
    shares = {k: v / 100 if units[k] == "percent" else v for k, v in values.items()}
    known = {abs(value) for value in (*values.values(), *shares.values())}
    for one in calculator.outputs:
        formula = one.formula_for(given)
        known |= set(constants(formula))
        for part in inner_parts(formula):
            if ";" not in part and set(names(part)) <= shares.keys():
                value = evaluate(part, shares)
                known |= set() if value is None else {value}
    return known
