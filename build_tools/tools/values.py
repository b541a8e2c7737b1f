"""The lesson's values of a tool, and the keys that tools work out for items."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from build_tools.model import Tool, ToolAnswer
from build_tools.model.evidence import Parameter
from build_tools.tools.base import Calculator, Definition, Given, Sorting

Changes = Mapping[str, Decimal | str]

UNCHANGED: Changes = MappingProxyType({})


class NoAnswer(ValueError):
    """A tool cannot work out what is asked of it; the message says why."""


def decimals(parameter: Parameter) -> int:
    """How many digits after the point a value of this input has at most: those of its step."""
    exponent = (parameter.step or Decimal(1)).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def lesson_values(
    calculator: Calculator, parameters: Mapping[str, Parameter], changes: Changes = UNCHANGED
) -> Given:
    """The values of parameters.yaml, the first option of every choice, and the changes to them."""
    known = {one.id for one in calculator.inputs} | {one.id for one in calculator.choices}
    for name in changes:
        if name not in known:
            raise NoAnswer(f"`{calculator.id}` has no input `{name}`.")
    numbers: dict[str, Fraction] = {}
    for one in calculator.inputs:
        changed = changes.get(one.id, parameters[one.id].value)
        if isinstance(changed, str):
            raise NoAnswer(f"The input `{one.id}` needs a number.")
        numbers[one.id] = Fraction(changed)
    choices = {one.id: str(changes.get(one.id, one.options[0])) for one in calculator.choices}
    for choice in calculator.choices:
        if choices[choice.id] not in choice.options:
            raise NoAnswer(f"The choice `{choice.id}` has no option `{choices[choice.id]}`.")
    return Given(numbers, choices)


def verdict(sorting: Sorting, tool: Tool, answers: Mapping[str, str]) -> str:
    """The verdict on a row; raises NoAnswer where an answer is missing or is no option."""
    written = {one.id: tuple(option.id for option in one.options) for one in tool.columns}
    options = {one.id: one.options or written.get(one.id, ()) for one in sorting.columns}
    for name in answers:
        if name not in options:
            raise NoAnswer(f"`{tool.id}` has no column `{name}`.")
    for name, known in options.items():
        if name not in answers:
            raise NoAnswer(f"Nothing answers the column `{name}`.")
        if answers[name] not in known:
            raise NoAnswer(f"The column `{name}` has no option `{answers[name]}`.")
    return sorting.judge(answers)


def counts(sorting: Sorting, tool: Tool) -> Mapping[str, int]:
    """By verdict, how many rows may have it, or else have it by their key."""
    if sorting.room is not None:
        return sorting.room(len(tool.rows))
    judged = [verdict(sorting, tool, row.key) for row in tool.rows if row.key]
    return {one: judged.count(one) for one in sorting.verdicts}


def key_of(
    definition: Definition, tool: Tool, answer: ToolAnswer, parameters: Mapping[str, Parameter]
) -> Decimal | str:
    """The key that the tool works out; raises NoAnswer."""
    if isinstance(definition, Calculator):
        return _result(definition, answer, parameters)
    rows = {row.id: row for row in tool.rows}
    if answer.output in rows:
        given_row = {**rows[answer.output].key, **{k: str(v) for k, v in answer.with_.items()}}
        return verdict(definition, tool, given_row)
    if answer.output in definition.verdicts and not answer.with_:
        return Decimal(counts(definition, tool)[answer.output])
    raise NoAnswer(f"`{definition.id}` has no row and no verdict `{answer.output}`.")


def _result(
    calculator: Calculator, answer: ToolAnswer, parameters: Mapping[str, Parameter]
) -> Decimal:
    """The output that is asked for; raises NoAnswer, also for values that the page would refuse."""
    given = lesson_values(calculator, parameters, answer.with_)
    for name in answer.with_.keys() & given.numbers.keys():
        least, most = parameters[name].min, parameters[name].max
        if least is not None and most is not None and not least <= given[name] <= most:
            raise NoAnswer(f"The input `{name}` goes from {least} to {most}.")
    for limit in calculator.broken_limits(given):
        raise NoAnswer(f"These values pass the limit `{limit.id}` of `{calculator.id}`.")
    try:
        results = calculator.compute(given)
    except ZeroDivisionError:
        results = dict.fromkeys((one.id for one in calculator.outputs), None)
    if answer.output not in results:
        raise NoAnswer(f"`{calculator.id}` has no output `{answer.output}`.")
    value = results[answer.output]
    if value is None:
        raise NoAnswer(f"`{answer.output}` cannot be worked out with these values.")
    return as_decimal(value)


def as_decimal(value: Fraction) -> Decimal:
    """A rounded result as a decimal number; exact, since results end after a few digits."""
    return Decimal(value.numerator) / Decimal(value.denominator)
