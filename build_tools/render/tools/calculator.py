"""A calculator as HTML that is complete without a script; `web/tool.js` lets the reader change it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from build_tools.model import Curriculum, Language, Tool
from build_tools.model.evidence import Parameter
from build_tools.model.tools import ToolChoice
from build_tools.render.figure import figure_html
from build_tools.render.figure.live import chart_data
from build_tools.render.measure import Ruler
from build_tools.render.tools.chart import chart_figure
from build_tools.render.tools.frame import ToolLinks, ToolWriter, fill, script_data
from build_tools.render.tools.worked import InputLine, Step, Worked, worked
from build_tools.render.values import date_text
from build_tools.tools import Bars
from build_tools.tools.values import decimals

WORDS = (
    "not-a-number", "read-as", "tool-changed", "tool-decimals", "tool-range", "tool-undefined",
    "tool-whole",
)  # fmt: skip
"""The interface words that `web/worked.js` and `web/tool-field.js` say."""
OWN_PAGE_WORDS = (
    "tool-file-value", "tool-formula", "tool-from", "tool-lesson", "tool-number", "tool-own",
    "tool-result", "tool-symbol", "tool-value",
)  # fmt: skip
"""Those that files and papers of a calculator say."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value comes from: its date, its sources, a warning; all empty where it is invented."""

    date: str = ""
    cites: tuple[tuple[str, str], ...] = ()
    warning: str = ""


def calculator_html(
    curriculum: Curriculum,
    tool: Tool,
    language: Language,
    links: ToolLinks,
    ruler: Ruler,
    prefix: str,
    *,
    full: bool,
) -> str:
    """The worked example with the lesson's values, without the title, which stands above it."""
    writer = ToolWriter(curriculum, tool, language, links, prefix, full)
    made = worked(curriculum, tool, language)
    figure = chart_figure(made)
    chart = figure_html(figure, curriculum, language, ruler, prefix) if figure else ""
    return fill(
        "calculator",
        writer=writer,
        inputs=[(line, _origin(writer, line.parameter)) for line in made.inputs()],
        choices=_choices(made),
        steps=made.steps(),
        chart=Markup(chart),
        data=script_data(calculator_data(writer, made, ruler)),
    )


def _origin(writer: ToolWriter, parameter: Parameter) -> Origin:
    """The date and the sources of the fact behind a value; cites them on the page."""
    if parameter.fact is None:
        return Origin()
    fact = writer.curriculum.facts[parameter.fact]
    date, cites = date_text(fact.as_of, writer.language), []
    for source in fact.sources:
        url, place = writer.links.citation(source)
        cites.append((url, f"[{place}] {writer.curriculum.sources[source].publisher}"))
    unsure = fact.confidence == "general-knowledge-unverified"
    return Origin(
        date=writer.word("fact-as-of", date=date) if date else "",
        cites=tuple(cites),
        warning=writer.word(f"confidence-{fact.confidence}") if unsure else "",
    )


def calculator_data(writer: ToolWriter, made: Worked, ruler: Ruler) -> dict[str, object]:
    """What the script needs to work out and to print the same for other numbers."""
    calculator, tool = made.calculator, made.tool
    limits = {one.id: one.text for one in tool.limits}
    units = {one.unit for one in calculator.inputs} | {one.unit for one in calculator.outputs}
    units |= {calculator.chart.unit} if calculator.chart else set()
    return {
        **writer.base(),
        "sentence": writer.word("tool-estimate"),
        "inputs": [_input(writer, line) for line in made.inputs()],
        "choices": [_choice(writer, one) for one in _choices(made)],
        "outputs": [_output(writer, step) for step in made.steps()],
        "limits": [
            {
                "id": one.id,
                "small": one.small,
                "large": one.large,
                "text": writer.plain(limits[one.id]),
                "lang": limits[one.id].language_of(writer.language),
            }
            for one in calculator.limits
        ],
        "chart": _chart(made, ruler),
        "units": {unit: writer.word(f"unit-{unit}") for unit in sorted(units)},
        "words": writer.words((*WORDS, *(OWN_PAGE_WORDS if writer.full else ()))),
    }


def _input(writer: ToolWriter, line: InputLine) -> dict[str, object]:
    """An input with the lesson's value and what may be typed in its place."""
    parameter = line.parameter
    return {
        "id": line.input.id,
        "symbol": line.input.symbol,
        "title": writer.plain(line.title),
        "unit": line.input.unit,
        "value": f"{parameter.value:f}",
        "min": f"{parameter.min:f}",
        "max": f"{parameter.max:f}",
        "decimals": decimals(parameter),
    }


def _choices(made: Worked) -> list[ToolChoice]:
    """The words of every choice in the order of the definition, the lesson's option first."""
    words = {one.id: one for one in made.tool.choices}
    found = []
    for choice in made.calculator.choices:
        options = {one.id: one for one in words[choice.id].options}
        ordered = tuple(options[name] for name in choice.options)
        found.append(words[choice.id].model_copy(update={"options": ordered}))
    return found


def _choice(writer: ToolWriter, choice: ToolChoice) -> dict[str, object]:
    """A choice with its options, the lesson's first."""
    return {**writer.named(choice), "options": [writer.named(one) for one in choice.options]}


def _output(writer: ToolWriter, step: Step) -> dict[str, object]:
    """A step with its formula, or its formulas by option."""
    one = step.output
    return {
        "id": one.id,
        "symbol": one.symbol,
        "title": writer.plain(step.title),
        "words": writer.plain(step.words),
        "unit": one.unit,
        "decimals": one.decimals,
        "main": one.main,
        "formula": one.formula,
        "by": one.by,
        "formulas": dict(one.formulas),
    }


def _chart(made: Worked, ruler: Ruler) -> dict[str, object] | None:
    """What the chart shows, and what its script needs to draw it again in both shapes."""
    chart, figure = made.calculator.chart, chart_figure(made)
    if chart is None or figure is None:
        return None
    drawn = {
        shape: chart_data(figure, made.curriculum, made.language, ruler, shape)
        for shape in ("wide", "tall")
    }
    shown = {"values": chart.values} if isinstance(chart, Bars) else {"series": chart.series}
    return {"unit": chart.unit, **shown, **drawn}
