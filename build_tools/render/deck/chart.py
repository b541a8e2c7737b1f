"""Bar, line and stacked figures on a slide: native charts whose data sheet a trainer can edit."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_MARK
from pptx.oxml import oxml_parser
from pptx.oxml.ns import qn
from pptx.util import Pt

from build_tools.model import Curriculum, Edition, Language, Text
from build_tools.model.figures import BarFigure, SeriesFigure
from build_tools.render.deck.figure import EMU_PER_POINT, LANG, paint
from build_tools.render.deck.xml import el
from build_tools.render.figure.axes import series_role, ticks
from build_tools.render.figure.bar import bar_number
from build_tools.render.figure.palette import Role, text_on
from build_tools.render.runs import plain

SIZE = 16
"""Points of everything written in a chart."""
PLOT = (0.07, 0.04, 0.68, 0.82)
"""Left edge, top, width and height of a line chart's plot; its lines are named at the right."""
MOST_NAMES, BAR_VALUE = 0.4, 0.17
"""Parts of a bar chart's width: at most for the names of the bars, and for the value after the longest."""
TYPES = {
    "bar": XL_CHART_TYPE.BAR_CLUSTERED,
    "line": XL_CHART_TYPE.LINE_MARKERS,
    "stacked": XL_CHART_TYPE.COLUMN_STACKED,
}
DASHES = ("solid", "dash", "sysDot", "dashDot", "sysDash")


def place_chart(
    slide_shapes: Any,
    figure: BarFigure | SeriesFigure,
    curriculum: Curriculum,
    edition: Edition,
    left: int,
    top: int,
    width: int,
    height: int,
    alt: str,
) -> Any:
    """The frame of the chart in the given area (EMU)."""
    language: Language = "en" if edition == "en" else "lo"
    data = _data(figure, curriculum, edition, language)
    frame = slide_shapes.add_chart(TYPES[figure.kind], left, top, width, height, data)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", alt)
    frame.name = figure.id
    chart = frame.chart
    chart.has_title = False
    chart.has_legend = figure.kind == "stacked"
    _write_in(chart, language)
    if isinstance(figure, BarFigure):
        _bars(chart, width)
    elif figure.kind == "line":
        _lines(chart, figure, edition, height)
    else:
        _layers(chart, figure)
    _mend_axis_ids(chart)
    return frame


def _data(
    figure: BarFigure | SeriesFigure, curriculum: Curriculum, edition: Edition, language: Language
) -> Any:
    """The data sheet: names of the edition, numbers as numbers."""
    sheet: Any = CategoryChartData

    def name(text: Text) -> str:
        """The words of the edition, the English under the Lao."""
        words = plain(curriculum, text.of(language), language)
        both = edition == "lo-en" and text.lo not in (None, text.en)
        return f"{words}\n{plain(curriculum, text.en, 'en')}" if both else words

    if isinstance(figure, BarFigure):
        numbers = [bar_number(curriculum, bar) for bar in figure.bars]
        names, rows = figure.bars, [(figure.title, numbers)]
        data = sheet(_format(curriculum, figure.unit, language, numbers))
        data.categories = [name(bar.label) for bar in names]
    else:
        rows = [(one.label, list(one.values)) for one in figure.series]
        every = [value for _, values in rows for value in values]
        data = sheet(_format(curriculum, figure.unit, language, every))
        data.categories = [name(category) for category in figure.categories]
    for label, values in rows:
        data.add_series(name(label), [float(value) for value in values])
    return data


def _format(
    curriculum: Curriculum, unit: str, language: Language, values: Sequence[Decimal]
) -> str:
    """A number format with the words of the unit: `"LAK "#,##0`, `General"%"`."""
    whole = all(value == value.to_integral_value() for value in values)
    number = "#,##0" if whole else "General"
    before, after = curriculum.word(f"unit-{unit}", language).split("{n}")
    return "".join((before and f'"{before}"', number, after and f'"{after}"'))


def _write_in(chart: Any, language: Language) -> None:
    """Nothing; text in the theme's fonts, for Lao too, in one size and in ink."""
    chart.font.size = Pt(SIZE)
    look = chart._chartSpace.find(f".//{qn('c:txPr')}//{qn('a:defRPr')}")
    look.set("lang", LANG[language])
    _ink(look)
    _faces(look)


def _faces(look: Any) -> None:
    """Nothing; the theme's fonts."""
    for slot, face in (("latin", "+mn-lt"), ("ea", "+mn-ea"), ("cs", "+mn-cs")):
        look.append(el(f"a:{slot}", typeface=face))


def _ink(look: Any, role: Role = "ink") -> None:
    """Nothing; the colour of text whose properties these are."""
    look.insert(0, paint(role))


def _bars(chart: Any, width: int) -> None:
    """Nothing; horizontal bars, the first at the top, their values at the ends."""
    plot = chart.plots[0]
    plot.gap_width, plot.vary_by_categories = 45, False
    plot.has_data_labels = True
    plot.data_labels.show_value = True
    plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
    plot.data_labels.font.bold = True
    _unbroken(plot.data_labels._element)
    _shade(plot.series[0], "accent")
    chart.category_axis.reverse_order = True
    chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = False
    chart.value_axis.minimum_scale = 0
    _quiet(chart.category_axis)
    # Programs leave out names that they think too crowded.
    chart.category_axis._element.find(qn("c:noMultiLvlLbl")).addprevious(_c("tickLblSkip", val=1))
    longest = max(len(line) for name in plot.categories for line in str(name).split("\n"))
    names = min(longest * SIZE * EMU_PER_POINT / 2 / width, MOST_NAMES)
    _place_plot(chart, (names, 0.02, 1 - names - BAR_VALUE, 0.96))


def _lines(chart: Any, figure: SeriesFigure, edition: Edition, height: int) -> None:
    """Nothing; lines that differ in dashes too, each named at its end."""
    largest = max(value for one in figure.series for value in one.values)
    top = _scale(chart, largest)
    # The last point stands on the right edge of the plot, so that its label is outside.
    chart.category_axis.tick_labels.offset = 250
    crosses = chart.value_axis._element.find(qn("c:crosses"))
    crosses.addnext(_c("crossBetween", val="midCat"))
    _place_plot(chart, PLOT)
    rows = 3 if edition == "lo-en" else 2
    need = (1.5 * rows + 0.3) * SIZE * EMU_PER_POINT / height
    shifts = _shifts([one.values[-1] for one in figure.series], top, need)
    for index, series in enumerate(chart.plots[0].series):
        series.smooth = False
        line = series.format.line
        line.width = Pt(3)
        role = series_role(index)
        element = line._get_or_add_ln()
        element.insert(0, paint(role))
        element.insert(1, el("a:prstDash", val=DASHES[index % len(DASHES)]))
        series.marker.size = 8
        _paint_properties(series.marker.format.fill._xPr, role)
        _end_label(series, len(figure.categories) - 1, shifts[index])


def _layers(chart: Any, figure: SeriesFigure) -> None:
    """Nothing; stacked columns with their values inside and a legend in their order."""
    count = len(figure.categories)
    totals = [sum((one.values[i] for one in figure.series), Decimal(0)) for i in range(count)]
    _scale(chart, max(totals))
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 55, 100
    for index, series in enumerate(plot.series):
        role = series_role(index)
        _shade(series, role)
        labels = series.data_labels
        labels.show_value = True
        labels.position = XL_LABEL_POSITION.CENTER
        labels.font.size = Pt(SIZE)
        _ink(labels._element.find(f".//{qn('a:defRPr')}"), text_on(role))
    chart.legend.position = XL_LEGEND_POSITION.RIGHT
    chart.legend.include_in_layout = False


def _scale(chart: Any, largest: Decimal) -> Decimal:
    """The value of the upper edge; the value axis runs to it in round steps."""
    marks = ticks(largest)
    axis = chart.value_axis
    axis.minimum_scale, axis.maximum_scale = 0, float(marks[-1])
    axis.major_unit = float(marks[1])
    axis.tick_labels.number_format = "General" if marks[1] % 1 else "#,##0"
    axis.tick_labels.number_format_is_linked = False
    axis.has_major_gridlines = True
    line = axis.major_gridlines.format.line
    line.width = Pt(0.75)
    line._get_or_add_ln().insert(0, paint("rule"))
    axis.format.line.fill.background()
    _quiet(chart.category_axis)
    return marks[-1]


def _quiet(axis: Any) -> None:
    """Nothing; the category axis is a thin line without ticks."""
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.has_major_gridlines = False
    axis.format.line._get_or_add_ln().insert(0, paint("muted"))


def _shade(series: Any, role: Role) -> None:
    """Nothing; the flat fill of a series, with a paper edge that keeps layers apart."""
    _paint_properties(series._element.get_or_add_spPr(), role)


def _paint_properties(properties: Any, role: Role) -> None:
    """Nothing; fill and edge of a shape's properties."""
    for old in list(properties):
        properties.remove(old)
    properties.append(paint(role))
    properties.append(el("a:ln", paint("paper"), w=9525))


def _place_plot(chart: Any, place: tuple[float, float, float, float]) -> None:
    """Nothing; a plot of fixed size leaves room for names beside it."""
    area = chart._chartSpace.chart.plotArea
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    values = zip(("x", "y", "w", "h"), place, strict=True)
    inner = _c("manualLayout", _c("layoutTarget", val="inner"), _c("xMode", val="edge"),
               _c("yMode", val="edge"), *(_c(name, val=value) for name, value in values))  # fmt: skip
    area.insert(0, _c("layout", inner))


def _c(tag: str, *children: Any, **attributes: object) -> Any:
    """A chart element."""
    made = oxml_parser.makeelement(qn(f"c:{tag}"))
    for name, value in attributes.items():
        made.set(name, str(value))
    made.extend(children)
    return made


def _shifts(ends: Sequence[Decimal], top: Decimal, need: float) -> list[float]:
    """How far each end label moves down so that none touch; `need` is what one of them takes.

    All are parts of the chart's height.
    """
    wanted = [PLOT[3] * float(1 - value / top) for value in ends]
    made = [0.0] * len(ends)
    free = -1.0
    for index in sorted(range(len(ends)), key=wanted.__getitem__):
        place = max(wanted[index], free)
        made[index], free = place - wanted[index], place + need
    return made


def _end_label(series: Any, last: int, shift: float) -> None:
    """Nothing; name and value of a series beside its last point."""
    label = series.points[last].data_label
    label.font.size = Pt(SIZE)
    _unbroken(label._dLbl)
    _faces(label._dLbl.find(f".//{qn('a:defRPr')}"))
    label.position = XL_LABEL_POSITION.RIGHT
    element = label._get_or_add_dLbl()
    for tag, value in (("showLegendKey", 0), ("showVal", 1), ("showCatName", 0),
                       ("showSerName", 1), ("showPercent", 0), ("showBubbleSize", 0)):  # fmt: skip
        found = element.find(qn(f"c:{tag}"))
        if found is None:
            found = _c(tag)
            element.append(found)
        found.set("val", str(value))
    element.append(_c("separator"))
    element[-1].text = "\n"
    place = _c("manualLayout", _c("x", val=0.008), _c("y", val=round(shift, 4)))
    element.insert(1, _c("layout", place))


def _unbroken(labels: Any) -> None:
    """Nothing; the program breaks no line of these labels."""
    labels.find(f"{qn('c:txPr')}/{qn('a:bodyPr')}").set("wrap", "none")


def _mend_axis_ids(chart: Any) -> None:
    """Nothing; the library numbers axes below zero, which the format does not allow."""
    for tag in ("c:axId", "c:crossAx"):
        for element in chart._chartSpace.iter(qn(tag)):
            element.set("val", element.get("val").lstrip("-"))
