"""Calculators in words: for equal values the page's script prints what Python prints, in both languages."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest

from build_tools import assets
from build_tools.model import LANGUAGES, Curriculum, Language
from build_tools.render.measure import Ruler
from build_tools.render.tools.calculator import calculator_data, calculator_html
from build_tools.render.tools.frame import ToolWriter
from build_tools.render.tools.worked import worked
from build_tools.tools import Calculator
from tests.node_case import run_node
from tests.quiz_case import ROOT, WEB
from tests.sorting_case import ToolLinks
from tests.test_tools import CALCULATORS, generated, text

START = f"""
for (const name of ["lao", "scoring", "tools/exact", "tool-file"]) require({json.dumps(str(WEB))} + "/" + name + ".js");
const worked = require({json.dumps(str(WEB / "worked.js"))});
const {{ Exact }} = globalThis.tot.exact;
const asked = JSON.parse(require("fs").readFileSync(0, "utf8"));
const tell = (made) => process.stdout.write(JSON.stringify(made));
"""
STEPS = (
    START
    + """
const [data, calls] = asked;
const exact = (value) => (value === null ? null : Exact.of(value));
tell(calls.map(([values, choices, results]) => {
  const given = worked.given(data, values, choices);
  const found = Object.fromEntries(Object.entries(results).map(([id, value]) => [id, exact(value)]));
  return [
    data.inputs.map(({ id, unit }) => worked.quantity(data, given.numbers[id].toText(), unit)),
    worked.steps(data, given, found).map((step) => [step.signs, step.numbers, step.result]),
  ];
}));
"""
)
READ = (
    START
    + """
const [data, id, typed] = asked;
const input = data.inputs.find((one) => one.id === id);
tell(typed.map((text) => worked.read(data, input, text)));
"""
)
TAKEN = (
    START
    + """
const [data, files] = asked;
tell(files.map(([values, choices]) => worked.taken(data, values, choices)));
"""
)


@cache
def ruler() -> Ruler:
    return Ruler(assets.ruler_fonts(ROOT))


def data_of(curriculum: Curriculum, tool_id: str, language: Language) -> dict[str, Any]:
    tool = curriculum.tools[tool_id]
    writer = ToolWriter(curriculum, tool, language, ToolLinks(), "here", full=True)
    return calculator_data(writer, worked(curriculum, tool, language), ruler())


def node(script: str, *asked: object) -> Any:
    return json.loads(run_node(script, json.dumps(asked)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tool", CALCULATORS, ids=lambda tool: tool.id)
def test_steps_are_printed_alike(
    curriculum: Curriculum, tool: Calculator, language: Language
) -> None:
    sets = generated(tool)[:150]
    made = [worked(curriculum, curriculum.tools[tool.id], language, one) for one in sets]
    calls = [
        ({name: text(v) for name, v in one.given.numbers.items()}, dict(one.given.choices),
         {name: text(v) for name, v in one.results.items()})
        for one in made
    ]  # fmt: skip
    answers = node(STEPS, data_of(curriculum, tool.id, language), calls)
    for one, (inputs, steps) in zip(made, answers, strict=True):
        assert inputs == [line.value for line in one.inputs()]
        assert steps == [[step.signs, step.numbers, step.result] for step in one.steps()]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tool", CALCULATORS, ids=lambda tool: tool.id)
def test_the_page_without_a_script_has_every_step(
    curriculum: Curriculum, tool: Calculator, language: Language
) -> None:
    words = curriculum.tools[tool.id]
    html = calculator_html(
        curriculum, words, language, ToolLinks(), ruler(), "here", full=False
    )  # fmt: skip
    made = worked(curriculum, words, language)
    for step in made.steps():
        assert f"{step.output.symbol} = <span>{step.signs}</span>" in html
        assert f"= <span>{step.numbers}</span>" in html
        assert f"= <strong>{step.result}</strong>" in html
    for line in made.inputs():
        assert f'<span class="tot-tool__given">{line.value}</span>' in html
    assert curriculum.word("tool-estimate", language) in html
    assert html.count("<table") == (2 if tool.chart else 1)


def test_a_typed_number_is_read_in_either_style_or_refused_in_plain_words(
    curriculum: Curriculum,
) -> None:
    data = data_of(curriculum, "grant-costing", "en")
    styles = ("120000", "120,000", "120.000", "໑໒໐.໐໐໐", " 120 000 ")
    for read in node(READ, data, "saengdao-population", styles):
        assert read["value"] == "120000", read
    word, people = curriculum.word, curriculum.parameters["saengdao-population"]
    low, high, lesson = (f"{value:,}" for value in (people.min, people.max, people.value))
    not_a_number = word("not-a-number", "en", n=lesson)
    faults = dict.fromkeys(("", "many", "1e5", "<b>1</b>"), not_a_number)
    faults |= dict.fromkeys(("999", "-5000", "9" * 29), word("tool-range", "en", min=low, max=high))
    faults["5000.5"] = word("tool-whole", "en")
    for said, read in zip(
        faults.values(), node(READ, data, "saengdao-population", list(faults)), strict=True
    ):
        assert read == {"fault": said}
    (rate,) = node(READ, data, "birth-rate", ["20.95"])
    assert rate == {"fault": word("tool-decimals", "en", n=1)}
    open_one, own, whole = node(READ, data, "grant-benefit", ["150.000", "150,000", "150000"])
    assert open_one == {"value": "150", "isOpen": True}
    assert own == whole == {"value": "150000", "isOpen": False}


def test_a_file_is_taken_over_or_refused_in_plain_words(curriculum: Curriculum) -> None:
    data = data_of(curriculum, "targeting-errors", "en")
    files: tuple[tuple[dict[str, str], dict[str, str]], ...] = (
        ({"targeting-poor": "40", "gone-since": "1"}, {}),
        ({"targeting-poor": "1e1"}, {}),
        ({"targeting-poor": "0"}, {}),
        ({"targeting-poor-reached": "31"}, {}),
    )
    right, *wrong = node(TAKEN, data, files)
    assert right["taken"]["targeting-poor"] == "40" and right["refused"] == ""
    assert right["taken"]["targeting-households"] == "100" and "gone-since" not in right["taken"]
    poor = next(one for one in data["inputs"] if one["id"] == "targeting-poor")
    low, high = (f"{int(poor[end]):,}" for end in ("min", "max"))
    range_fault = curriculum.word("tool-range", "en", min=low, max=high)
    refused = curriculum.word("tool-file-value", "en", name=poor["title"], fault=range_fault)
    assert [found["refused"] for found in wrong[:2]] == [refused, refused]
    assert wrong[2]["refused"] in {limit["text"] for limit in data["limits"]}
    data = data_of(curriculum, "contribution-calculator", "en")
    choice = data["choices"][0]
    other = choice["options"][1]["id"]
    right, wrong_option = node(
        TAKEN, data, [({}, {choice["id"]: other}), ({}, {choice["id"]: "x"})]
    )
    assert right["options"][choice["id"]] == other
    assert wrong_option == {"refused": curriculum.word("tool-file-broken", "en")}
