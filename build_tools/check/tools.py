"""Tools have words for all that they work out, and inputs that exist and fit together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from build_tools.findings import Finding, did_you_mean
from build_tools.model import Curriculum, Tool
from build_tools.model.evidence import Parameter
from build_tools.model.tools import Named, ToolChoice, ToolLimit, ToolRow
from build_tools.tools import TOOLS, Calculator, Input, Lines, Sorting
from build_tools.tools.values import decimals, lesson_values


def check_tools(curriculum: Curriculum) -> Iterator[Finding]:
    """Every finding about words, inputs and keys of the tools."""
    for tool in curriculum.tools.values():
        definition = TOOLS.get(tool.id)
        if definition is None:
            message, hint = f"There is no tool `{tool.id}`.", did_you_mean(tool.id, TOOLS)
            yield Finding(tool.at("id"), "id-unknown", message, hint)
        elif isinstance(definition, Calculator):
            yield from _calculator_words(tool, definition)
            yield from _inputs(curriculum, tool, definition)
        else:
            yield from _sorting_words(tool, definition)
            for row in tool.rows:
                yield from _key(tool, definition, row)


def _calculator_words(tool: Tool, calculator: Calculator) -> Iterator[Finding]:
    """Findings for the words of a calculator that are missing or name nothing."""
    inputs = [one.id for one in calculator.inputs]
    for named in tool.inputs:
        if named.id not in inputs:
            message, hint = (
                f"`{tool.id}` has no input `{named.id}`.",
                did_you_mean(named.id, inputs),
            )
            yield Finding(named.at("id"), "tool-words", message, hint)
    yield from _same(tool, "outputs", tool.outputs, [one.id for one in calculator.outputs])
    yield from _same(tool, "limits", tool.limits, [one.id for one in calculator.limits])
    yield from _same(tool, "choices", tool.choices, [one.id for one in calculator.choices])
    for choice in calculator.choices:
        for words in tool.choices:
            if words.id == choice.id:
                yield from _same(tool, "options", words.options, choice.options)
    if (calculator.chart is None) != (tool.chart is None):
        message = f"`{tool.id}` needs `chart:` exactly if it draws one."
        yield Finding(tool.at("chart"), "tool-words", message)
    elif isinstance(calculator.chart, Lines) and tool.chart is not None:
        yield from _same(tool, "series", tool.chart.series, calculator.chart.series)


def _sorting_words(tool: Tool, sorting: Sorting) -> Iterator[Finding]:
    """Findings for the words of a sorting that are missing or name nothing."""
    yield from _same(tool, "columns", tool.columns, [one.id for one in sorting.columns])
    yield from _same(tool, "verdicts", tool.verdicts, sorting.verdicts)
    for column in sorting.columns:
        for words in tool.columns:
            if words.id == column.id and column.options:
                yield from _same(tool, "options", words.options, column.options)
    if not tool.rows:
        yield Finding(tool.at("rows"), "tool-words", f"`{tool.id}` has no rows.")


def _same(
    tool: Tool,
    field: str,
    written: Iterable[Named | ToolChoice | ToolLimit],
    wanted: Iterable[str],
) -> Iterator[Finding]:
    """A finding for every id that lacks words, and for every word whose id the tool does not have."""
    known, found = list(wanted), {one.id: one for one in written}
    for name in known:
        if name not in found:
            message = f"`{tool.id}` has no words for `{name}` in `{field}`."
            place = tool.at(field) if field in type(tool).model_fields else tool.at()
            yield Finding(place, "tool-words", message)
    for name, one in found.items():
        if name not in known:
            message = f"`{tool.id}` has no `{name}` among its {field}."
            yield Finding(one.at("id"), "tool-words", message, did_you_mean(name, known))


def _inputs(curriculum: Curriculum, tool: Tool, calculator: Calculator) -> Iterator[Finding]:
    """Findings for inputs without a sound parameter, and for lesson's values that contradict."""
    if "curriculum/parameters.yaml:*" in curriculum.broken:
        return
    found = [fault for one in calculator.inputs for fault in _input(curriculum, tool, one)]
    yield from found
    if not found and all(one.id in curriculum.parameters for one in calculator.inputs):
        for limit in calculator.broken_limits(lesson_values(calculator, curriculum.parameters)):
            message = f"The lesson's values of `{tool.id}` pass its limit `{limit.id}`."
            yield Finding(tool.at("id"), "tool-input", message)
        yield from _ends(curriculum, tool, calculator)


def _ends(curriculum: Curriculum, tool: Tool, calculator: Calculator) -> Iterator[Finding]:
    """A finding for every end of a range at which the tool would divide by nothing."""
    for one in calculator.inputs:
        parameter = curriculum.parameters[one.id]
        for end in (parameter.min, parameter.max):
            changes = {one.id: end} if end is not None else {}
            try:
                calculator.compute(lesson_values(calculator, curriculum.parameters, changes))
            except ZeroDivisionError:
                message = f"`{tool.id}` cannot work anything out where `{one.id}` is {end}."
                yield Finding(parameter.at("id"), "tool-input", message)


def _input(curriculum: Curriculum, tool: Tool, one: Input) -> Iterator[Finding]:
    """Findings for one input."""
    parameter = curriculum.parameters.get(one.id)
    if parameter is None:
        if one.id not in curriculum.broken:
            message = f"parameters.yaml has no `{one.id}`, which `{tool.id}` needs."
            yield Finding(tool.at("id"), "tool-input", message)
        return
    for why in _parameter_faults(one, parameter):
        yield Finding(parameter.at("id"), "tool-input", f"`{one.id}` {why}; `{tool.id}` needs it.")


def _parameter_faults(one: Input, parameter: Parameter) -> Iterator[str]:
    """What is wrong with the parameter of an input."""
    if parameter.unit != one.unit:
        yield f"has the unit {parameter.unit}, not {one.unit}"
    if parameter.min is None or parameter.max is None or parameter.step is None:
        yield "has no `min`, `max` and `step`"
    elif not parameter.min <= parameter.value <= parameter.max:
        yield "lies outside its own `min` and `max`"
    elif Fraction(parameter.step) <= 0:
        yield "has a step that is not above 0"
    elif -int(parameter.value.normalize().as_tuple().exponent) > decimals(parameter):
        yield "has more decimals than its `step`"
    if not parameter.invented and parameter.fact is None:
        yield "has neither `fact:` nor `invented: true`"


def _key(tool: Tool, sorting: Sorting, row: ToolRow) -> Iterator[Finding]:
    """Findings for a key that names no column or no option, or leaves a column out."""
    options = {column.id: [one.id for one in column.options] for column in tool.columns}
    for column, chosen in row.key.items():
        known = options.get(column)
        if known is None:
            message, hint = f"`{tool.id}` has no column `{column}`.", did_you_mean(column, options)
            yield Finding(row.at("key"), "id-unknown", message, hint)
        elif chosen not in known:
            message = f"The column `{column}` has no option `{chosen}`."
            yield Finding(row.at("key"), "id-unknown", message, did_you_mean(chosen, known))
    missing = [column.id for column in sorting.columns if row.key and column.id not in row.key]
    for name in missing:
        message = f"The key of `{row.id}` leaves out the column `{name}`."
        yield Finding(row.at("key"), "tool-words", message)
