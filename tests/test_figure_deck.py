"""Figures on slides: native shapes, glued connectors, editable charts, settled files."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from pptx import Presentation
from pptx.util import Emu

from build_tools.model import EDITIONS, Edition
from build_tools.model.figures import BarFigure, SeriesFigure
from build_tools.render.deck.chart import place_chart
from build_tools.render.deck.figure import place_figure
from build_tools.render.deck.package import settle
from build_tools.render.figure import draw
from build_tools.render.figure.shapes import Box, Connector
from tests import figure_case as case

AREA = (Emu(594_360), Emu(1_810_512), Emu(11_003_280), Emu(4_407_408))
NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
}


def deck(edition: Edition) -> bytes:
    """A deck with a figure of every kind."""
    presentation: Any = Presentation()
    presentation.slide_width, presentation.slide_height = Emu(12_192_000), Emu(6_858_000)
    del presentation.part._element.sldSz.attrib["type"]
    for kind in case.KINDS:
        slide = presentation.slides.add_slide(presentation.slide_layouts[6])
        figure = case.figure(kind)
        if isinstance(figure, BarFigure | SeriesFigure):
            place_chart(slide.shapes, figure, case.curriculum(), edition, *AREA, figure.alt.en)
        else:
            drawing = draw(figure, case.curriculum(), edition, case.ruler())
            place_figure(slide.shapes, drawing, *AREA, "en", figure.alt.en)
    saved = BytesIO()
    presentation.save(saved)
    return saved.getvalue()


@pytest.fixture(scope="module")
def decks() -> dict[Edition, bytes]:
    return {edition: deck(edition) for edition in EDITIONS}


def shape_of(decks: dict[Edition, bytes], edition: Edition, kind: str) -> Any:
    """The one shape on the slide of a kind, from the file opened again."""
    presentation = Presentation(BytesIO(decks[edition]))
    (shape,) = presentation.slides[case.KINDS.index(kind)].shapes
    return shape


DIAGRAMS = tuple(kind for kind in case.KINDS if kind not in case.CHARTS)


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_deck_is_valid(
    decks: dict[Edition, bytes],
    edition: Edition,
    tmp_path: Path,
    assert_valid_pptx: Callable[[Path], None],
) -> None:
    path = tmp_path / "figures.pptx"
    path.write_bytes(settle(decks[edition]))
    assert_valid_pptx(path)


@pytest.mark.parametrize("kind", DIAGRAMS)
def test_a_diagram_is_one_group_with_words_for_it(decks: dict[Edition, bytes], kind: str) -> None:
    group = shape_of(decks, "lo", kind)
    figure = case.figure(kind)
    drawing = draw(figure, case.curriculum(), "lo", case.ruler())
    assert group._element.nvGrpSpPr.cNvPr.get("descr") == figure.alt.en
    assert len(group.shapes) == len(drawing.shapes)
    written = {one.name: one for one in group.shapes}
    for box in drawing.boxes.values():
        words = [p.text for p in box.label.paragraphs] if box.label else [""]
        assert [p.text for p in written[box.id].text_frame.paragraphs] == words
    left, top, width, height = AREA
    assert group.left >= left and group.left + group.width <= left + width + 1
    assert group.top >= top and group.top + group.height <= top + height + 1


@pytest.mark.parametrize("kind", DIAGRAMS)
def test_shapes_keep_the_order_of_the_drawing(decks: dict[Edition, bytes], kind: str) -> None:
    group = shape_of(decks, "en", kind)
    drawing = draw(case.figure(kind), case.curriculum(), "en", case.ruler())
    expected = [
        one.id if isinstance(one, Box) else f"{one.start} - {one.end}"
        for one in drawing.shapes
        if isinstance(one, Box | Connector)
    ]
    assert [one.name for one in group.shapes] == expected


@pytest.mark.parametrize("kind", ["process", "timeline", "cycle", "tree"])
def test_connectors_are_glued_where_they_end(decks: dict[Edition, bytes], kind: str) -> None:
    group = shape_of(decks, "lo", kind)
    names = {one.shape_id: one.name for one in group.shapes}
    connectors = [one for one in group.shapes if one._element.tag.endswith("cxnSp")]
    assert connectors
    for one in connectors:
        held = one._element.nvCxnSpPr.cNvCxnSpPr
        ends = [
            names[int(held.find(f"a:{tag}", NAMESPACES).get("id"))] for tag in ("stCxn", "endCxn")
        ]
        assert " - ".join(ends) == one.name
    arrows = [
        one for one in connectors if one._element.find(".//a:tailEnd", NAMESPACES) is not None
    ]
    assert bool(arrows) == (kind in ("process", "cycle"))


def turned(shape: Any) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a shape as it is seen after its rotation."""
    middle_x, middle_y = shape.left + shape.width / 2, shape.top + shape.height / 2
    quarter = shape._element.spPr.find("a:xfrm", NAMESPACES).get("rot") == "5400000"
    width, height = (shape.height, shape.width) if quarter else (shape.width, shape.height)
    return (
        middle_x - width / 2,
        middle_y - height / 2,
        middle_x + width / 2,
        middle_y + height / 2,
    )


def test_bent_connectors_reach_both_shapes(decks: dict[Edition, bytes]) -> None:
    group = shape_of(decks, "lo", "process")
    shapes = {one.name: one for one in group.shapes}
    card, number = shapes["check"], shapes["decision-number"]
    turn = shapes["check - decision-number"]
    assert turn._element.spPr.prstGeom.get("prst") == "bentConnector3"
    left, top, right, bottom = turned(turn)
    assert right == pytest.approx(card.left + card.width / 2, abs=2)
    assert top == pytest.approx(card.top + card.height, abs=2)
    assert left == pytest.approx(number.left + number.width / 2, abs=2)
    assert bottom == pytest.approx(number.top, abs=2)


@pytest.mark.parametrize("edition", EDITIONS)
def test_text_has_its_language_a_readable_size_and_an_exact_pitch(
    decks: dict[Edition, bytes], edition: Edition
) -> None:
    runs = 0
    for kind in DIAGRAMS:
        element = shape_of(decks, edition, kind)._element
        for paragraph in element.iterfind(".//a:p", NAMESPACES):
            for run in paragraph.iterfind("a:r", NAMESPACES):
                runs += 1
                look = run.find("a:rPr", NAMESPACES)
                lao = re.search("[\u0e80-\u0eff]", run.find("a:t", NAMESPACES).text)
                assert look.get("lang") in ("lo-LA", "en-US")
                assert not lao or look.get("lang") == "lo-LA"
                assert int(look.get("sz")) >= (1500 if edition == "lo-en" else 1600)
                pitch = int(paragraph.find(".//a:lnSpc/a:spcPts", NAMESPACES).get("val"))
                ratio = 1.45 if look.get("lang") == "lo-LA" else 1.3
                assert pitch == pytest.approx(ratio * int(look.get("sz")), rel=0.01)
            assert paragraph.find("a:endParaRPr", NAMESPACES).get("lang")
    assert runs > 70


@pytest.mark.parametrize("kind", case.KINDS)
def test_only_theme_colours_and_theme_fonts(decks: dict[Edition, bytes], kind: str) -> None:
    shape = shape_of(decks, "lo", kind)
    root = shape.chart._chartSpace if kind in case.CHARTS else shape._element
    assert not list(root.iter(f"{{{NAMESPACES['a']}}}srgbClr"))
    faces = [one.get("typeface") for one in root.iter() if one.get("typeface")]
    assert all(face.startswith("+") for face in faces)


def test_charts_are_native_and_carry_their_data(decks: dict[Edition, bytes]) -> None:
    bars = shape_of(decks, "lo", "bar")
    assert bars._element.nvGraphicFramePr.cNvPr.get("descr") == case.figure("bar").alt.en
    plot = bars.chart.plots[0]
    assert next(iter(plot.categories)) == "ແຂວງພາກເໜືອ"
    assert list(plot.series[0].values) == [62.5, 41, 30, 8]
    assert plot.has_data_labels
    lines = shape_of(decks, "en", "line").chart
    assert [one.name for one in lines.plots[0].series] == ["River district", "Hill district"]
    both = shape_of(decks, "lo-en", "stacked").chart
    assert next(one.name for one in both.plots[0].series) == "ລັດ\nState"


@pytest.mark.parametrize(
    ("kind", "edition", "expected"),
    [("bar", "lo", 'General"%"'), ("line", "en", '#,##0" families"'),
     ("line", "lo-en", '#,##0" ຄອບຄົວ"'), ("stacked", "lo", '#,##0"%"')],
)  # fmt: skip
def test_numbers_of_charts_have_their_unit(
    decks: dict[Edition, bytes], kind: str, edition: Edition, expected: str
) -> None:
    root = shape_of(decks, edition, kind).chart._chartSpace
    codes = {one.text for one in root.iterfind(".//c:val//c:formatCode", NAMESPACES)}
    assert codes == {expected}


@pytest.mark.parametrize("kind", case.CHARTS)
def test_charts_speak_lao_and_number_their_axes_above_zero(
    decks: dict[Edition, bytes], kind: str
) -> None:
    root = shape_of(decks, "lo", kind).chart._chartSpace
    look = root.find("c:txPr//a:defRPr", NAMESPACES)
    faces = [look.find(f"a:{slot}", NAMESPACES).get("typeface") for slot in ("latin", "cs")]
    assert faces == ["+mn-lt", "+mn-cs"] and look.get("lang") == "lo-LA"
    axes = [
        one.get("val")
        for tag in ("axId", "crossAx")
        for one in root.iter(f"{{{NAMESPACES['c']}}}{tag}")
    ]
    assert len(axes) >= 6 and all(int(one) > 0 for one in axes)


def test_a_line_is_named_at_its_end(decks: dict[Edition, bytes]) -> None:
    root = shape_of(decks, "lo", "line").chart._chartSpace
    labels = root.findall(".//c:dLbl", NAMESPACES)
    assert len(labels) == 2
    for label in labels:
        assert label.find("c:idx", NAMESPACES).get("val") == "5"
        assert label.find("c:showSerName", NAMESPACES).get("val") == "1"
    heights = [float(one.find(".//c:y", NAMESPACES).get("val")) for one in labels]
    assert heights[0] == 0 and heights[1] > 0.05


def test_a_settled_file_is_the_same_every_day() -> None:
    released = date(2026, 11, 30)
    one, other = settle(deck("lo"), released), settle(deck("lo"), released)
    assert one == other == settle(one, released)
    with ZipFile(BytesIO(one)) as package:
        names = package.namelist()
        assert names[0] == "[Content_Types].xml" and names[1:] == sorted(names[1:])
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        books = [name for name in names if name.endswith(".xlsx")]
        assert len(books) == 3
        core = package.read("docProps/core.xml")
        with ZipFile(BytesIO(package.read(books[0]))) as book:
            inner = book.read("docProps/core.xml")
            assert {info.date_time for info in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    for part in (core, inner):
        moments = re.findall(rb"<dcterms:\w+ [^>]*>([^<]*)<", part)
        assert moments and set(moments) == {b"2026-11-30T00:00:00Z"}
    Presentation(BytesIO(one))
