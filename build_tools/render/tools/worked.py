"""A calculation worked out in view: inputs with their values, steps with formula, numbers and result."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from build_tools.model import Curriculum, Language, Text, Tool
from build_tools.model.evidence import Parameter, Unit
from build_tools.render.values import number, quantity
from build_tools.tools import TOOLS, Calculator, Given, Input, Output, Results
from build_tools.tools.base import Value
from build_tools.tools.values import as_decimal, decimals, lesson_values

_PART = re.compile(r"\{([a-z0-9-]+)\}|(\d+(?:\.\d+)?)")


@dataclass(frozen=True, slots=True)
class InputLine:
    """An input with its name and its printed value."""

    input: Input
    parameter: Parameter
    title: Text
    value: str


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its name, its formula in words, in signs and with numbers, and its printed result."""

    output: Output
    title: Text
    words: Text
    signs: str
    numbers: str
    result: str


@dataclass(frozen=True, slots=True)
class Worked:
    """A calculator with certain values; every text is in one language."""

    curriculum: Curriculum
    tool: Tool
    calculator: Calculator
    given: Given
    results: Results
    language: Language

    def inputs(self) -> tuple[InputLine, ...]:
        """Every input in order."""
        return tuple(self._input(one) for one in self.calculator.inputs)

    def _input(self, one: Input) -> InputLine:
        """One input; its name is the tool's own, or that of its parameter."""
        parameter = self.curriculum.parameters[one.id]
        own = {named.id: named.title for named in self.tool.inputs}
        value = quantity(self.curriculum, self._given(one), one.unit, self.language)
        return InputLine(one, parameter, own.get(one.id, parameter.title), value)

    def _given(self, one: Input) -> Decimal:
        """The value of an input without needless zeros."""
        value = as_decimal(self.given[one.id])
        places = decimals(self.curriculum.parameters[one.id])
        while places and value == value.quantize(Decimal(1).scaleb(1 - places)):
            places -= 1
        return value.quantize(Decimal(1).scaleb(-places))

    def steps(self) -> tuple[Step, ...]:
        """Every output in order, as a step."""
        return tuple(self._step(one) for one in self.calculator.outputs)

    def _step(self, one: Output) -> Step:
        """One output as a step."""
        words = {step.id: step for step in self.tool.outputs}[one.id]
        formula = one.formula_for(self.given)
        signs = {each.id: each.symbol for each in self.calculator.inputs}
        signs |= {each.id: each.symbol for each in self.calculator.outputs}
        return Step(
            output=one,
            title=words.title,
            words=words.words,
            signs=filled(formula, self.language, lambda name: signs[name]),
            numbers=filled(formula, self.language, self._in_formula),
            result=self.result(one),
        )

    def result(self, one: Output) -> str:
        """The printed result of an output, or that it cannot be worked out."""
        value = self.results[one.id]
        if value is None:
            return self.curriculum.word("tool-undefined", self.language)
        return quantity(self.curriculum, rounded(value, one), one.unit, self.language)

    def _in_formula(self, name: str) -> str:
        """A value as it stands inside a formula: percentages with their sign, others bare."""
        inputs = {one.id: one for one in self.calculator.inputs}
        if name in inputs:
            return _bare(self._given(inputs[name]), inputs[name].unit, self.language)
        output = next(one for one in self.calculator.outputs if one.id == name)
        value = self.results[name]
        if value is None:
            return "?"
        return _bare(rounded(value, output), output.unit, self.language)


def worked(
    curriculum: Curriculum, tool: Tool, language: Language, given: Given | None = None
) -> Worked:
    """The tool with these values, or with the lesson's; KeyError for a tool that is no calculator."""
    calculator = TOOLS[tool.id]
    if not isinstance(calculator, Calculator):
        raise KeyError(tool.id)
    values = given or lesson_values(calculator, curriculum.parameters)
    return Worked(curriculum, tool, calculator, values, calculator.compute(values), language)


def rounded(value: Value, output: Output) -> Decimal:
    """A result with exactly the decimals of its output."""
    assert value is not None
    return as_decimal(value).quantize(Decimal(1).scaleb(-output.decimals))


def filled(formula: str, language: Language, name: Callable[[str], str]) -> str:
    """The formula with its names filled in and its constants written as the language does."""

    def part(found: re.Match[str]) -> str:
        """What stands for a name or a constant."""
        return name(found[1]) if found[1] else number(Decimal(found[2]), language)

    return _PART.sub(part, formula)


def _bare(value: Decimal, unit: Unit, language: Language) -> str:
    """The number alone, with its sign where it is a percentage."""
    return number(value, language) + ("%" if unit == "percent" else "")
