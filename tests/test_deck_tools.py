"""Slides of tools: tables, chart and exercise card, the deck of all tools, and tables that are split."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree

from build_tools.model import EDITIONS, Curriculum, Edition
from build_tools.render.deck import deck, module_outline, outlines, toolbox
from build_tools.render.deck.decks import DeckMaker, DeckSlide
from build_tools.render.deck.kinds_tool import shared_minutes
from build_tools.render.deck.toolbox import SHOWING
from build_tools.tools import TOOLS, Bars, Calculator
from build_tools.tools.values import lesson_values
from tests import deck_case as case
from tests.figure_case import deck_ruler as ruler

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def slide(edition: Edition, slide_id: str) -> DeckSlide:
    """The one slide with this id in the sample deck."""
    (found,) = [one for one in case.planned(edition) if one.fitted.plan.id == slide_id]
    return found


def rows(one: DeckSlide) -> list[list[str]]:
    """What stands in the cells of its table, the paragraphs of a cell joined by "|"."""
    assert one.fitted.table is not None
    return [["|".join(p.line.text for p in cell) for cell in row] for row in one.fitted.table.cells]


def notes(one: DeckSlide) -> list[str]:
    """The first language of its notes."""
    return [said.main.text for said in one.fitted.plan.notes]


def test_a_calculator_becomes_inputs_steps_chart_and_exercise() -> None:
    made = [one.fitted.plan for one in case.planned("en") if one.fitted.plan.id.startswith("gain")]
    assert [plan.id for plan in made] == [
        "gain-inputs",
        "gain-steps",
        "gain-chart",
        "gain-exercise",
    ]
    assert [plan.layout for plan in made] == [
        "Table caption", "Table caption", "Figure caption", "Activity"
    ]  # fmt: skip
    assert [plan.minutes for plan in made] == [2, 2, 1, 4]
    assert made[0].title.main.text == "What did we gain? · The numbers"
    for plan in made[:3]:
        assert plan.boxes["caption"][0].said.main.text.startswith("Teaching estimate")


def test_inputs_say_their_value_and_who_says_so() -> None:
    tool = TOOLS["learning-gain"]
    assert isinstance(tool, Calculator)
    signs = [one.symbol for one in tool.inputs]
    assert rows(slide("en", "gain-inputs"))[1:] == [
        [signs[0], "Before", "45%", "invented for teaching"],
        [signs[1], "Mark after", "78%", "Office A, 2021-06"],
    ]


@pytest.mark.parametrize(
    ("edition", "gain"), [("en", "0.60"), ("lo", "0,60"), ("lo-en", "0,60|0.60")]
)
def test_steps_are_worked_out_in_the_language(edition: Edition, gain: str) -> None:
    step = rows(slide(edition, "gain-steps"))[3]
    assert step[2:] == ["33 ÷ 55", gain]
    assert step[0].endswith("Gain" if edition != "lo" else "ຄວາມກ້າວໜ້າ")


def test_notes_hold_what_the_trainer_needs() -> None:
    first, *others = notes(slide("en", "gain-inputs"))
    assert first == "Ask first."
    assert others == [
        "Page of this tool: en/tools/learning-gain.html",
        "Source: Office A, 2021-06; Office B, n.d.",
    ]
    assert notes(slide("lo", "gain-inputs"))[1].endswith(" tools/learning-gain.html")
    assert "Gain: points gained ÷ points that could be gained" in notes(slide("en", "gain-steps"))
    assert notes(slide("en", "gain-exercise")) == ["What should come out: The groups agree."]
    reasons = notes(slide("en", "cards-cards"))
    assert reasons[0].startswith("Wages of the office. · In the plan? Yes · ")
    assert reasons[0].endswith(" · Four yes.")


def test_a_sorting_shows_a_card_for_each_verdict_and_leaves_the_rest() -> None:
    assert rows(slide("en", "cards-cards"))[1:] == [
        ["Wages of the office.", "On budget"],
        ["Rice from a neighbour.", "Off budget"],
    ]
    heads, *empty = rows(slide("en", "cards-grid"))
    assert heads[1:] == ["In the plan?", "In the budget?", "Through the treasury?", "Reported?"]
    assert empty == [["A project of ours.", "", "", "", ""]]
    (caption,) = slide("en", "cards-grid").fitted.plan.boxes["caption"]
    assert caption.said.main.text == "Exercise for learning, not an official assessment."


def test_a_caption_says_both_languages_on_one_line() -> None:
    (box,) = [b for b in slide("lo-en", "gain-chart").fitted.boxes if b.box.name == "caption"]
    (line,) = [paragraph.line.text for paragraph in box.paragraphs]
    assert line.endswith(" · Teaching estimate, not an official figure.")


def test_the_exercise_has_its_minutes_and_the_others_share_the_rest() -> None:
    assert shared_minutes(30, 20, 4) == (4, 3, 3, 20)
    assert shared_minutes(10, 20, 3) == (1, 1, 8)
    assert shared_minutes(2, 20, 4) == (1, 1, 0, 0)
    assert shared_minutes(7, 20, 1) == (7,)


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_data_sheet_of_a_chart_holds_what_was_worked_out(
    edition: Edition, curriculum: Curriculum
) -> None:
    charts = [
        shape.chart
        for one in case.slides(
            deck(curriculum, module_outline(toolbox(curriculum)), edition, ruler()).data
        )
        for shape in one.shapes
        if shape.has_chart
    ]
    drawn = [tool for tool in TOOLS.values() if isinstance(tool, Calculator) and tool.chart]
    assert len(charts) == len(drawn)
    for tool, chart in zip(drawn, charts, strict=True):
        given = lesson_values(tool, curriculum.parameters)
        worked_out = tool.compute(given)
        if isinstance(tool.chart, Bars):
            values = [given.numbers.get(one, worked_out.get(one)) for one in tool.chart.values]
            series = [[float(value or 0) for value in values]]
        else:
            points = tool.chart.points(given, worked_out)
            series = [[float(value) for value in points[one]] for one in tool.chart.series]
        assert [list(one.values) for one in chart.plots[0].series] == series
        held = {float(one) for one in sheet_numbers(chart)}
        assert {value for values in series for value in values} <= held


def sheet_numbers(chart: Any) -> list[Decimal]:
    """The numbers of the data sheet that opens on "Edit data"."""
    blob = chart.part.chart_workbook.xlsx_part.blob
    with ZipFile(BytesIO(blob)) as book:
        root = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    cells = [cell for cell in root.iter(f"{SHEET}c") if cell.get("t") in (None, "n")]
    return [Decimal(cell.find(f"{SHEET}v").text) for cell in cells]


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_deck_of_tools_has_every_tool(edition: Edition, curriculum: Curriculum) -> None:
    module = toolbox(curriculum)
    assert [lesson.id for lesson in module.lessons] == list(TOOLS)
    planned = DeckMaker(curriculum, module_outline(module), edition, ruler(), True).slides()
    covers = [one for one in planned if one.fitted.layout.name == "Cover"]
    assert [one.chapter.id for one in covers] == list(TOOLS)
    (where,) = [b for b in covers[0].fitted.boxes if b.box.name == "subtitle"]
    assert where.paragraphs[0].line.text == curriculum.word(
        "tools", "en" if edition == "en" else "lo"
    )
    for lesson in module.lessons:
        mine = [one for one in planned if one.chapter.id == lesson.id]
        needed = curriculum.tools[lesson.id].exercise.minutes
        exercise = [one for one in mine if one.fitted.layout.name == "Activity"]
        assert sum(one.fitted.plan.minutes for one in exercise) == needed
        assert sum(one.fitted.plan.minutes for one in mine) == needed + SHOWING


def test_without_tools_there_is_no_deck_of_tools(curriculum: Curriculum) -> None:
    purposes = {one.purpose for one in outlines(curriculum)}
    assert purposes - {one.purpose for one in outlines(replace(curriculum, tools={}))} == {"tools"}


def test_the_deck_of_tools_is_a_draft_until_every_tool_is_reviewed(curriculum: Curriculum) -> None:
    outline = module_outline(toolbox(curriculum))
    states = {f"curriculum/tools#{tool_id}": "reviewed" for tool_id in TOOLS}
    assert not outline.is_draft(states | {"foundations/a": "draft"})
    assert outline.is_draft(states | {"curriculum/tools#learning-gain": "stale"})
