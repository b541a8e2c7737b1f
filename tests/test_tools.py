"""The tools: the written cases, their formulas, and the same results from the JavaScript twins."""

from __future__ import annotations

import itertools
import json
import random
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from build_tools.reading import read
from build_tools.tools import TOOLS, Calculator, Given, Lines, Sorting, targeting_errors
from build_tools.tools.base import Value
from build_tools.tools.exact import half_up
from build_tools.tools.formula import evaluate, names
from build_tools.tools.targeting_errors import village
from build_tools.tools.values import counts, decimals, lesson_values, verdict
from tests.node_case import run_node
from tests.quiz_case import CASES, WEB, read_yaml

ROOT = Path(__file__).parent.parent
CALCULATORS = [tool for tool in TOOLS.values() if isinstance(tool, Calculator)]
SORTINGS = [tool for tool in TOOLS.values() if isinstance(tool, Sorting)]
GENERATED = 2000
"""Sets of inputs for each calculator."""
by_id = pytest.mark.parametrize("tool", CALCULATORS, ids=lambda tool: tool.id)
sorting_by_id = pytest.mark.parametrize("tool", SORTINGS, ids=lambda tool: tool.id)

TWIN = f"""
const fs = require("fs");
require({json.dumps(str(WEB / "tools/exact.js"))});
const [id, calls] = JSON.parse(fs.readFileSync(0, "utf8"));
require({json.dumps(str(WEB / "tools"))} + "/" + id + ".js");
const {{ Exact }} = globalThis.tot.exact;
const tool = globalThis.tot.tools[id];
const text = (value) => (value === null ? null : value.toText());
const each = (values, change) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));
const made = calls.map(([numbers, choices]) => {{
  const given = {{ numbers: each(numbers, (value) => Exact.of(value)), choices }};
  const results = tool.compute(given);
  const points = tool.points ? each(tool.points(given, results), (list) => list.map(text)) : {{}};
  return [each(results, text), points];
}});
process.stdout.write(JSON.stringify(made));
"""
SORTING_TWIN = f"""
const fs = require("fs");
const [id, rows, sizes] = JSON.parse(fs.readFileSync(0, "utf8"));
require({json.dumps(str(WEB / "tools/exact.js"))});
require({json.dumps(str(WEB / "tools"))} + "/" + id + ".js");
const tool = globalThis.tot.tools[id];
const rooms = tool.room ? sizes.map((size) => tool.room(size)) : [];
process.stdout.write(JSON.stringify([rows.map((row) => tool.judge(row)), rooms]));
"""

VILLAGE_TWIN = f"""
const fs = require("fs");
require({json.dumps(str(WEB / "tools/exact.js"))});
require({json.dumps(str(WEB / "tools/targeting-errors.js"))});
const calls = JSON.parse(fs.readFileSync(0, "utf8"));
const {{ village }} = globalThis.tot.tools["targeting-errors"];
process.stdout.write(JSON.stringify(calls.map((call) => village(...call))));
"""


@cache
def curriculum() -> Any:
    found = read(ROOT).curriculum
    assert found is not None
    return found


def written(tool: Calculator | Sorting) -> Any:
    return curriculum().tools[tool.id]


@cache
def generated_for(tool_id: str) -> list[Given]:
    tool = TOOLS[tool_id]
    assert isinstance(tool, Calculator)
    return generate(tool)


def generated(tool: Calculator) -> list[Given]:
    return generated_for(tool.id)


def generate(tool: Calculator) -> list[Given]:
    """Inputs within their ranges, a third of them at an edge; only those that contradict nothing."""
    chance = random.Random(tool.id)
    parameters = curriculum().parameters
    made: list[Given] = []
    while len(made) < GENERATED:
        numbers = {one.id: some_value(parameters[one.id], chance) for one in tool.inputs}
        choices = {one.id: chance.choice(one.options) for one in tool.choices}
        for limit in tool.limits:  # so that tight limits do not throw nearly everything away
            if len(limit.small) == len(limit.large) == 1:
                small, large = limit.small[0], limit.large[0]
                numbers[small] = min(numbers[small], max(numbers[large], lowest(parameters, small)))
        values = Given(numbers, choices)
        if not tool.broken_limits(values):
            made.append(values)
    return made


def lowest(parameters: Mapping[str, Any], name: str) -> Fraction:
    return Fraction(parameters[name].min)


def some_value(parameter: Any, chance: random.Random) -> Fraction:
    scale = 10 ** decimals(parameter)
    low, high = int(parameter.min * scale), int(parameter.max * scale)
    edges = (low, high, int(parameter.value * scale))
    near = chance.randint(low, min(high, low + 200))
    value = chance.choice((*edges, near, *(chance.randint(low, high) for _ in range(4))))
    return Fraction(value, scale)


def text(value: Value) -> str | None:
    if value is None:
        return None
    number = Decimal(value.numerator) / Decimal(value.denominator)
    return f"{number:f}"


def is_power(tool: Calculator, name: str) -> bool:
    """True if a power stands in the way to a result: then the twins may differ by one unit."""
    formulas = {one.id: " ".join((one.formula, *one.formulas.values())) for one in tool.outputs}
    below = [one for one in names(formulas.get(name, "")) if one in formulas]
    return "^" in formulas.get(name, "") or any(is_power(tool, one) for one in below)


def agree(one: str | None, other: str | None, *, power: bool) -> bool:
    if one is None or other is None:
        return one is other
    return abs(Fraction(one) - Fraction(other)) <= (1 if power else 0)


def cases(tool: Calculator | Sorting) -> list[dict[str, Any]]:
    found = read_yaml(CASES / f"tools/{tool.id}.yaml")
    assert found, tool.id
    return list(found)


@by_id
def test_written_cases(tool: Calculator) -> None:
    for case in cases(tool):
        changes = {name: Decimal(str(v)) for name, v in case.get("given", {}).items()}
        values = lesson_values(
            tool, curriculum().parameters, {**changes, **case.get("choices", {})}
        )
        results = tool.compute(values)
        for name, expected in case["expect"].items():
            wanted = None if expected is None else Fraction(str(expected))
            assert results[name] == wanted, (case, name)


@by_id
def test_lesson_values_are_a_written_case(tool: Calculator) -> None:
    assert any(not case.get("given") and not case.get("choices") for case in cases(tool))
    assert not tool.broken_limits(lesson_values(tool, curriculum().parameters))


@by_id
def test_the_shown_formula_gives_the_shown_result(tool: Calculator) -> None:
    units = {one.id: one.unit for one in tool.inputs} | {one.id: one.unit for one in tool.outputs}
    for values in generated(tool)[:500]:
        results = tool.compute(values)
        assert list(results) == [one.id for one in tool.outputs]
        known = {**values.numbers, **{name: v for name, v in results.items() if v is not None}}
        shares = {name: v / 100 if units[name] == "percent" else v for name, v in known.items()}
        for output in tool.outputs:
            formula = output.formula_for(values)
            if not set(names(formula)) <= shares.keys():
                assert results[output.id] is None
                continue
            shown = evaluate(formula, shares)
            wanted = results[output.id]
            if shown is None or wanted is None:
                assert shown is wanted, output.id
                continue
            shown = half_up(shown * 100 if output.unit == "percent" else shown, output.decimals)
            assert agree(text(shown), text(wanted), power=is_power(tool, output.id)), (
                output.id, values,
            )  # fmt: skip


@by_id
def test_results_have_the_decimals_that_they_are_printed_with(tool: Calculator) -> None:
    places = {one.id: one.decimals for one in tool.outputs}
    for values in generated(tool)[:500]:
        for name, value in tool.compute(values).items():
            assert value is None or half_up(value, places[name]) == value, name


@by_id
def test_the_twin_gives_the_same_results(tool: Calculator) -> None:
    sets = generated(tool)
    calls = [
        ({name: text(value) for name, value in one.numbers.items()}, one.choices) for one in sets
    ]
    answers = json.loads(run_node(TWIN, json.dumps([tool.id, calls])))
    powers = any(is_power(tool, one.id) for one in tool.outputs)
    for values, (results, points) in zip(sets, answers, strict=True):
        ours = tool.compute(values)
        assert list(results) == list(ours)
        for name, value in ours.items():
            assert agree(text(value), results[name], power=is_power(tool, name)), (name, values)
        lines = tool.chart.points(values, ours) if isinstance(tool.chart, Lines) else {}
        assert list(lines) == list(points)
        for name, line in lines.items():
            pairs = zip(map(text, line), points[name], strict=True)
            assert all(agree(one, two, power=powers) for one, two in pairs), (name, values)


def test_the_twin_lists_the_same_households() -> None:
    calls = [(poor, threshold, places) for poor in range(0, 101, 10) for threshold in (0, 1, 30, 55, 99, 100)
             for places in (0, 1, 30, 60, 100)]  # fmt: skip
    there = json.loads(run_node(VILLAGE_TWIN, json.dumps(calls)))
    here = [village(*call) for call in calls]
    assert there == [
        {"poor": list(one.poor), "listed": list(one.listed), "counts": dict(one.counts)}
        for one in here
    ]
    lesson = lesson_values(targeting_errors.TOOL, curriculum().parameters)
    made = village(int(lesson["targeting-poor"]), 100, int(lesson["targeting-places"]))
    assert made.counts["reached"] == lesson["targeting-poor-reached"]


@by_id
def test_a_line_has_a_point_for_every_category(tool: Calculator) -> None:
    if isinstance(tool.chart, Lines):
        values = lesson_values(tool, curriculum().parameters)
        lines = tool.chart.points(values, tool.compute(values))
        assert list(lines) == list(tool.chart.series)
        assert {len(line) for line in lines.values()} == {len(tool.chart.categories)}


def all_answers(tool: Sorting) -> Iterator[dict[str, str]]:
    columns = {column.id: [one.id for one in column.options] for column in written(tool).columns}
    for chosen in itertools.product(*(columns[column.id] for column in tool.columns)):
        yield dict(zip((column.id for column in tool.columns), chosen, strict=True))


@sorting_by_id
def test_written_verdicts(tool: Sorting) -> None:
    for case in cases(tool):
        assert verdict(tool, written(tool), case["answers"]) == case["verdict"], case


@sorting_by_id
def test_every_possible_row_has_the_same_verdict_in_both_languages(tool: Sorting) -> None:
    rows, sizes = list(all_answers(tool)), list(range(3, 13))
    verdicts, rooms = json.loads(run_node(SORTING_TWIN, json.dumps([tool.id, rows, sizes])))
    ours = [verdict(tool, written(tool), row) for row in rows]
    assert verdicts == ours
    assert set(ours) == set(tool.verdicts), "every verdict can be reached"
    assert rooms == ([dict(tool.room(size)) for size in sizes] if tool.room else [])


@sorting_by_id
def test_room_is_the_same_above_and_below_and_for_every_row(tool: Sorting) -> None:
    if tool.room is not None:
        for size in range(3, 13):
            places = list(tool.room(size).values())
            assert sum(places) == size
            assert places == places[::-1]


@sorting_by_id
def test_counts_add_up_to_the_rows(tool: Sorting) -> None:
    rows = written(tool).rows
    keyed = rows if tool.room else [row for row in rows if row.key]
    assert sum(counts(tool, written(tool)).values()) == len(keyed)


def test_every_tool_has_at_least_two_items_that_it_works_out() -> None:
    asked = [item.answer.tool for item in curriculum().items if hasattr(item, "answer")
             and hasattr(item.answer, "tool")]  # fmt: skip
    assert {name: asked.count(name) >= 2 for name in TOOLS} == dict.fromkeys(TOOLS, True)
    assert set(curriculum().tools) == set(TOOLS)


@given(st.fractions(), st.integers(0, 4))
def test_half_up_is_near_and_its_halves_go_away_from_zero(value: Fraction, places: int) -> None:
    made, step = half_up(value, places), Fraction(1, 10**places)
    assert (made / step).denominator == 1
    assert abs(made - value) <= step / 2
    if abs(made - value) == step / 2:
        assert abs(made) > abs(value)
    assert half_up(-value, places) == -made
    assert half_up(made, places) == made
