"""The chart of a calculator as a figure of the curriculum's own kind, so that every output can draw it."""

from __future__ import annotations

from fractions import Fraction

from build_tools.model import Text
from build_tools.model.figures import Bar, BarFigure, Series, SeriesFigure
from build_tools.render.tools.worked import Worked
from build_tools.tools import Bars, Lines
from build_tools.tools.values import as_decimal


def chart_figure(worked: Worked) -> BarFigure | SeriesFigure | None:
    """The chart with the values of this calculation; None where the tool has none.

    What cannot be worked out is drawn as nothing.
    """
    chart = worked.calculator.chart
    words = worked.tool.chart
    if chart is None or words is None:
        return None
    if isinstance(chart, Bars):
        return BarFigure(
            id="chart", title=words.title, alt=words.alt, kind="bar", unit=chart.unit,
            bars=tuple(_bar(worked, name) for name in chart.values),
        )  # fmt: skip
    return _lines(worked, chart)


def _bar(worked: Worked, name: str) -> Bar:
    """The bar of an input or an output."""
    titles = {line.input.id: line.title for line in worked.inputs()}
    titles |= {step.id: step.title for step in worked.tool.outputs}
    value = worked.given.numbers.get(name, worked.results.get(name)) or Fraction(0)
    return Bar(id=name, label=titles[name], value=as_decimal(value))


def _lines(worked: Worked, chart: Lines) -> SeriesFigure:
    """The lines of a chart over time."""
    words = worked.tool.chart
    assert words is not None
    names = {series.id: series.title for series in words.series}
    points = chart.points(worked.given, worked.results)
    return SeriesFigure(
        id="chart", title=words.title, alt=words.alt, kind="line", unit=chart.unit,
        categories=tuple(Text(en=str(n), lo=str(n)) for n in chart.categories),
        series=tuple(
            Series(id=name, label=names[name], values=tuple(as_decimal(v) for v in points[name]))
            for name in chart.series
        ),
    )  # fmt: skip
