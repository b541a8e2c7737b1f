"""Charts in the browser: for equal values the JavaScript twin writes the same SVG, byte for byte."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from build_tools.model import LANGUAGES, Curriculum, Language, Text, Word
from build_tools.model.evidence import Unit
from build_tools.model.figures import Bar, BarFigure, Series, SeriesFigure
from build_tools.render.figure import captions, chart_data, draw, overflows, svg
from build_tools.render.figure.axes import ticks
from build_tools.render.figure.shapes import Shape
from tests import figure_case as case
from tests.node_case import run_node

Chart = BarFigure | SeriesFigure
Picture = tuple[Chart, Language, Shape]
WEB = case.ROOT / "build_tools/web"
TWIN = f"""
for (const name of ["lao", "scoring"]) require({json.dumps(str(WEB))} + "/" + name + ".js");
const chart = require({json.dumps(str(WEB / "chart.js"))});
const asked = JSON.parse(require("fs").readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(asked.map((each) => chart.draw(...each))));
"""
SHAPES: tuple[Shape, ...] = ("wide", "tall")
UNITS: tuple[Unit, ...] = ("percent", "lak", "children", "per-thousand", "usd")
NAMES = (
    Text(en="Cost", lo="ຕົ້ນທຶນ"),
    Text(en='Mothers & "others"', lo="ແມ່ & “ຄົນອື່ນ”"),
    Text(en="Only in English"),
    Text(en="Families in villages far from any road", lo="ຄອບຄົວ ໃນບ້ານຫ່າງໄກສອກຫຼີກ ທີ່ລົດໄປບໍ່ຮອດ"),
    Text(en="The total if the grant is 10% higher", lo="ຕົ້ນທຶນທັງໝົດ ຖ້າເງິນອຸດໜູນສູງຂຶ້ນ 10%"),
)  # fmt: skip
CATEGORIES = (*(Text(en=str(n), lo=str(n)) for n in (0, 6, 12, 24)), Text(en="2025"),
    Text(en="Before the reform", lo="ກ່ອນການປະຕິຮູບ"), Text(en="Year 3 & later", lo="ປີທີ 3 ເປັນຕົ້ນໄປ"))  # fmt: skip


@cache
def curriculum() -> Curriculum:
    """The curriculum of the other figure tests, with more units."""
    more = (
        Word(id="unit-lak", en="LAK {n}", lo="{n} ກີບ"),
        Word(id="unit-children", en="{n} children", lo="ເດັກ {n} ຄົນ"),
        Word(id="unit-per-thousand", en="{n} per 1,000", lo="{n} ຕໍ່ 1.000"),
        Word(id="unit-usd", en="US$ {n} & 'more'", lo="{n} ໂດລາສະຫະລັດ"),
    )
    plain = case.curriculum()
    return replace(plain, words={**plain.words, **{word.id: word for word in more}})


class Chance:
    """Charts made at random, the same every time."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def number(self, largest: int) -> Decimal:
        """A value with some digits after the point, also without need."""
        places = self.random.choice([0, 0, 0, 1, 2])
        return Decimal(self.random.randint(0, largest * 10**places)).scaleb(-places)

    def numbers(self, count: int) -> tuple[Decimal, ...]:
        """Values that are alike in one way or another."""
        largest = self.random.choice([1, 9, 100, 1500, 10**6, 3 * 10**9, 10**13])
        made = [self.number(largest) for _ in range(count)]
        kind = self.random.choice(
            ["any", "any", "any", "zero", "equal", "dominant", "below", "round"]
        )
        if kind == "zero":
            made = [Decimal(0)] * count
        elif kind == "equal":
            made = made[:1] * count
        elif kind == "dominant":
            made[self.random.randrange(count)] = Decimal(min(largest * 1000, 10**13))
        elif kind == "below":
            made = [value * self.random.choice([1, -1, -1]) for value in made]
        elif kind == "round":
            made = [Decimal(self.random.choice([1, 2, 5, 10, 125])) * largest for _ in made]
        return tuple(made)

    def some(self, texts: tuple[Text, ...], count: int) -> list[Text]:
        """So many of these texts."""
        return [self.random.choice(texts) for _ in range(count)]

    def bar(self) -> BarFigure:
        """A bar chart."""
        count = self.random.randint(2, 8)
        named = zip(self.some(NAMES, count), self.numbers(count), strict=True)
        return BarFigure(
            id="chart", title=NAMES[1], alt=self.random.choice(NAMES), kind="bar",
            unit=self.random.choice(UNITS),
            bars=tuple(Bar(id=f"b{n}", label=name, value=v) for n, (name, v) in enumerate(named)),
        )  # fmt: skip

    def line(self) -> SeriesFigure:
        """A line chart."""
        count = self.random.randint(2, 12)
        lines = self.random.choice([1, 1, 2, 3, 5])
        values = self.numbers(count * lines)
        rows = [values[n * count : (n + 1) * count] for n in range(lines)]
        years = tuple(Text(en=str(2020 + n), lo=str(2020 + n)) for n in range(count))
        return SeriesFigure(
            id="chart", title=NAMES[1], alt=self.random.choice(NAMES), kind="line",
            unit=self.random.choice(UNITS),
            categories=self.random.choice([years, tuple(self.some(CATEGORIES, count))]),
            series=tuple(
                Series(id=f"s{n}", label=name, values=row)
                for n, (name, row) in enumerate(zip(self.some(NAMES, lines), rows, strict=True))
            ),
        )  # fmt: skip


def values(figure: Chart) -> list[Any]:
    """The values of a chart as plain decimal texts."""
    if isinstance(figure, BarFigure):
        return [f"{bar.value:f}" for bar in figure.bars]
    return [[f"{value:f}" for value in one.values] for one in figure.series]


def here(figure: Chart, language: Language, shape: Shape) -> str:
    """The chart as Python writes it."""
    drawing = draw(figure, curriculum(), language, case.ruler(), shape=shape)
    return svg(drawing, *captions(figure, curriculum(), language), f"page-{shape}")


def there(pictures: list[Picture]) -> list[str]:
    """The charts as the twin writes them."""
    asked = [
        (chart_data(figure, curriculum(), language, case.ruler(), shape), values(figure),
         f"page-{shape}")
        for figure, language, shape in pictures
    ]  # fmt: skip
    made: list[str] = json.loads(run_node(TWIN, json.dumps(asked)))
    return made


@pytest.mark.parametrize("kind", ["bar", "line"])
def test_equal_values_give_equal_pictures(kind: str) -> None:
    chance = Chance(7)
    figures: list[Chart] = [getattr(chance, kind)() for _ in range(150)]
    pictures = [
        (one, language, shape) for one in figures for language in LANGUAGES for shape in SHAPES
    ]
    made = there(pictures)
    differ = [n for n, each in enumerate(pictures) if here(*each) != made[n]]
    assert differ == []
    assert len(set(made)) > 590
    sizes = {text.split('"')[0] for each in made for text in each.split('font-size="')[1:]}
    assert {"24", "22", "20", "18", "16"} <= sizes, "not every size was tried"


@pytest.mark.parametrize("kind", ["bar", "line"])
def test_the_written_examples_are_the_same(kind: str) -> None:
    figure = case.figure(kind)
    assert isinstance(figure, BarFigure | SeriesFigure)
    if isinstance(figure, BarFigure):
        plain = {"fact": None, "value": Decimal("62.5")}
        bars = tuple(one.model_copy(update=plain) if one.fact else one for one in figure.bars)
        figure = figure.model_copy(update={"bars": bars})
    pictures: list[Picture] = [
        (figure, language, shape) for language in LANGUAGES for shape in SHAPES
    ]
    assert there(pictures) == [here(*each) for each in pictures]


def test_one_set_of_data_serves_all_values() -> None:
    first, second = Chance(1), Chance(1)
    for kind in ("bar", "line"):
        for _ in range(10):
            one, same = getattr(first, kind)(), getattr(second, kind)()
            other = changed(same)
            for language in LANGUAGES:
                for shape in SHAPES:
                    data = [
                        chart_data(each, curriculum(), language, case.ruler(), shape)
                        for each in (one, other)
                    ]
                    assert data[0] == data[1]


def changed(figure: Chart) -> Chart:
    """The chart with other values."""
    if isinstance(figure, BarFigure):
        bars = tuple(one.model_copy(update={"value": Decimal(7)}) for one in figure.bars)
        return figure.model_copy(update={"bars": bars})
    values = tuple(Decimal(10) ** n for n in range(len(figure.categories)))
    series = tuple(one.model_copy(update={"values": values}) for one in figure.series)
    return figure.model_copy(update={"series": series})


def of_values(*numbers: str) -> BarFigure:
    """A bar chart of these values."""
    bars = tuple(Bar(id=f"b{n}", label=NAMES[0], value=Decimal(v)) for n, v in enumerate(numbers))
    return BarFigure(id="chart", title=NAMES[0], alt=NAMES[0], kind="bar", unit="lak", bars=bars)


@pytest.mark.parametrize("numbers", [("0", "0"), ("-5", "-3"), ("-5", "10"), ("0", "10")])
def test_what_is_not_above_zero_has_no_length_and_says_its_value(numbers: tuple[str, str]) -> None:
    drawing = draw(of_values(*numbers), curriculum(), "en", case.ruler())
    assert overflows(drawing) == ()
    for n, number in enumerate(numbers):
        label = drawing.boxes[f"b{n}-value"].label
        assert label is not None and label.paragraphs[0].text == f"LAK {number}"
        assert (drawing.boxes[f"b{n}"].w == 1) == (Decimal(number) <= 0)


def test_a_value_wider_than_the_names_is_not_cut() -> None:
    row = tuple(Decimal(10) ** 13 for _ in range(4))
    categories = tuple(Text(en=str(n)) for n in range(4))
    series = (Series(id="s", label=NAMES[0], values=row),)
    figure = SeriesFigure(id="chart", title=NAMES[0], alt=NAMES[0], kind="line", unit="lak",
                          categories=categories, series=series)  # fmt: skip
    for language in LANGUAGES:
        for shape in SHAPES:
            drawing = draw(figure, curriculum(), language, case.ruler(), shape=shape)
            assert overflows(drawing) == ()


def test_scales_are_the_same_at_their_limits() -> None:
    tops = [
        Decimal(f) * Decimal(10) ** e
        for f in ("0.9", "1", "1.25", "2.5", "5")
        for e in range(-3, 14)
    ]
    tops += [top + Decimal("0.00001") for top in tops]
    figures = [line_of(top) for top in tops]
    made = there([(figure, "en", "wide") for figure in figures])
    for top, picture in zip(tops, made, strict=True):
        assert picture.count('text-anchor="end"') == len(ticks(top)), top


def line_of(top: Decimal) -> SeriesFigure:
    """A line that rises from nothing to this value."""
    series = (Series(id="s", label=NAMES[0], values=(Decimal(0), top)),)
    return SeriesFigure(id="chart", title=NAMES[0], alt=NAMES[0], kind="line", unit="percent",
                        categories=CATEGORIES[:2], series=series)  # fmt: skip


def test_layers_are_not_drawn_in_the_browser() -> None:
    figure = case.figure("stacked")
    assert isinstance(figure, SeriesFigure)
    with pytest.raises(ValueError, match="bars and lines only"):
        chart_data(figure, curriculum(), "lo", case.ruler(), "wide")
