"""Where the shapes of figures stand: inside the canvas, apart from each other, in proportion."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations

import pytest

from build_tools.model import EDITIONS, Curriculum, Edition, Text
from build_tools.model.figures import BarFigure, Stage, StagesFigure, TreeFigure
from build_tools.render.figure import draw, overflows
from build_tools.render.figure.axes import ticks
from build_tools.render.figure.shapes import Box, Connector, Drawing, Polyline, Shape
from tests import figure_case as case

SHAPES: tuple[Shape, ...] = ("wide", "tall")
LONG = "ການລົງທະບຽນຄອບຄົວທີ່ທຸກຍາກ ໃນບ້ານຫ່າງໄກສອກຫຼີກ " * 5


def drawn(kind: str, edition: Edition, shape: Shape) -> Drawing:
    figure = case.figure(kind)
    return draw(figure, case.curriculum(), edition, case.ruler(), shape=shape)


def ring(kind: str, count: int, note: str | None = None, label: str = "ຂັ້ນ") -> StagesFigure:
    """A figure of so many steps."""
    return StagesFigure.model_validate({
        "id": "ring", "kind": kind, "title": {"en": "Ring"}, "alt": {"en": "Ring"},
        "steps": [
            Stage(id=f"step-{n}", label=Text(en="Step", lo=f"{label} {n}"),
                  note=Text(en="Note", lo=note) if note else None)
            for n in range(count)
        ],
    })  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("kind", case.KINDS)
def test_every_label_fits_and_every_box_is_on_the_canvas(
    kind: str, edition: Edition, shape: Shape
) -> None:
    drawing = drawn(kind, edition, shape)
    assert overflows(drawing) == ()
    assert len(drawing.boxes) == sum(isinstance(one, Box) for one in drawing.shapes)
    for box in drawing.boxes.values():
        assert min(box.x, box.y) >= -0.5
        assert box.x + box.w <= drawing.width + 0.5 and box.y + box.h <= drawing.height + 0.5


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_figures_of_the_curriculum_fit(curriculum: Curriculum, edition: Edition) -> None:
    figures = [figure for lesson in curriculum.lessons for figure in lesson.figures]
    assert figures
    for figure in figures:
        for shape in SHAPES:
            drawing = draw(figure, curriculum, edition, case.ruler(), shape=shape)
            assert (figure.id, overflows(drawing)) == (figure.id, ())


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("kind", case.KINDS)
def test_labels_do_not_lie_on_each_other(kind: str, edition: Edition, shape: Shape) -> None:
    boxes = [box for box in drawn(kind, edition, shape).boxes.values() if box.label]
    for a, b in combinations(boxes, 2):
        if a.fill and b.form == "circle":
            continue  # numbers stand on the edge of their cards
        across = min(a.x + a.w, b.x + b.w) - max(a.x, b.x)
        along = min(a.y + a.h, b.y + b.h) - max(a.y, b.y)
        assert min(across, along) <= 0.5, (a.id, b.id)


@pytest.mark.parametrize("kind", case.KINDS)
def test_text_is_large_enough(kind: str) -> None:
    asked: tuple[tuple[Edition, Shape, float], ...] = (
        ("lo", "tall", 15), ("lo", "wide", 18), ("lo-en", "wide", 17),
    )  # fmt: skip
    for edition, shape, least in asked:
        drawing = drawn(kind, edition, shape)
        sizes = [
            p.size for box in drawing.boxes.values() if box.label for p in box.label.paragraphs
        ]
        assert min(sizes) >= least


@pytest.mark.parametrize("kind", case.KINDS)
def test_connectors_hold_on_to_boxes(kind: str) -> None:
    drawing = drawn(kind, "lo", "wide")
    held = [one for one in drawing.shapes if isinstance(one, Connector)]
    assert all(one.start in drawing.boxes and one.end in drawing.boxes for one in held)
    expected = {"process": 4, "timeline": 5, "cycle": 5, "tree": 9}
    assert len(held) == expected.get(kind, 0)


@pytest.mark.parametrize("kind", ["process", "timeline", "cycle"])
@pytest.mark.parametrize("count", range(2, 10))
def test_two_to_nine_steps_fit(kind: str, count: int) -> None:
    for shape in SHAPES:
        drawing = draw(ring(kind, count), case.curriculum(), "lo", case.ruler(), shape=shape)
        assert overflows(drawing) == ()


@pytest.mark.parametrize("kind", ["process", "timeline", "cycle"])
def test_what_does_not_fit_is_named(kind: str) -> None:
    figure = ring(kind, 8, note=LONG)
    wide = draw(figure, case.curriculum(), "lo", case.ruler())
    assert any(name.startswith("ຂັ້ນ") for name in overflows(wide))
    tall = draw(figure, case.curriculum(), "lo", case.ruler(), shape="tall")
    assert overflows(tall) == ()


def test_a_word_wider_than_its_box_is_named() -> None:
    figure = ring("process", 4, label="Donaudampfschifffahrtsgesellschaftskapitän")
    drawing = draw(figure, case.curriculum(), "lo", case.ruler())
    assert len(overflows(drawing)) == 4


def test_text_gets_smaller_before_it_overflows() -> None:
    def size(note: str) -> float:
        drawing = draw(ring("process", 8, note), case.curriculum(), "lo", case.ruler())
        assert overflows(drawing) == ()
        return drawing.boxes["step-0"].label.paragraphs[0].size  # type: ignore[union-attr]

    assert size("ນ້ອຍ") > size("ຈ່າຍໃຫ້ທັນເວລາ ແລະ ກວດບັນຊີລາຍຊື່ຄືນ")


def test_both_languages_stand_in_a_bilingual_figure() -> None:
    label = drawn("process", "lo-en", "wide").boxes["registration"].label
    assert label is not None
    assert [(p.language, p.text) for p in label.paragraphs[:2]] == [
        ("lo", "ຂຶ້ນທະບຽນ"), ("en", "Registration"),
    ]  # fmt: skip
    assert label.paragraphs[0].size > label.paragraphs[1].size


def test_missing_lao_is_english_said_to_be_english() -> None:
    for edition in ("lo", "lo-en"):
        label = drawn("pillars", edition, "wide").boxes["old-age-points"].label
        assert label is not None
        last = label.paragraphs[-1]
        assert (last.language, last.text) == ("en", "In old age")
        assert [p.text for p in label.paragraphs].count("In old age") == 1


@pytest.mark.parametrize("shape", SHAPES)
def test_bars_are_in_proportion_and_say_their_values(shape: Shape) -> None:
    figure = case.figure("bar")
    assert isinstance(figure, BarFigure)
    boxes = drawn("bar", "lo", shape).boxes
    assert boxes["south"].w / boxes["north"].w == pytest.approx(41 / 62.5)
    value = boxes["north-value"].label
    assert value is not None and value.paragraphs[0].text == "62,5%"


def test_layers_add_up_and_stand_on_each_other() -> None:
    boxes = drawn("stacked", "en", "wide").boxes
    column = [boxes[f"{name}-0"] for name in ("state", "partners", "families")]
    assert column[0].y == pytest.approx(column[1].y + column[1].h)
    assert column[1].h / column[0].h == pytest.approx(3)
    assert {one.fill for one in column} == {"accent", "accent-3", "accent-4"}


def test_lines_differ_in_dashes() -> None:
    lines = [one for one in drawn("line", "en", "wide").shapes if isinstance(one, Polyline)]
    broad = [one for one in lines if one.weight == 3]
    assert len({one.dash for one in broad}) == 2 and len(broad) == 4


@pytest.mark.parametrize(
    ("largest", "expected"),
    [("1480", "0 500 1000 1500"), ("100", "0 20 40 60 80 100"), ("0.3", "0 0.1 0.2 0.3"),
     ("7", "0 2 4 6 8"), ("0", "0 1"), ("12", "0 2.5 5 7.5 10 12.5")],
)  # fmt: skip
def test_scales_are_round(largest: str, expected: str) -> None:
    assert ticks(Decimal(largest)) == tuple(map(Decimal, expected.split()))


def test_a_tree_with_many_leaves_lists_them() -> None:
    def branch(name: str, *children: object) -> dict[str, object]:
        return {"id": name, "label": {"en": f"Kind {name}"}, "children": children}

    kinds = [branch(f"k{n}", *(branch(f"k{n}-{m}") for m in range(4))) for n in range(3)]
    figure = TreeFigure.model_validate({
        "id": "many", "kind": "tree", "title": {"en": "Many"}, "alt": {"en": "Many"},
        "root": branch("root", *kinds),
    })  # fmt: skip
    drawing = draw(figure, case.curriculum(), "en", case.ruler())
    assert overflows(drawing) == ()
    label = drawing.boxes["k1-kinds"].label
    assert label is not None
    assert [p.text for p in label.paragraphs] == [f"Kind k1-{m}" for m in range(4)]
    assert all(p.bullet for p in label.paragraphs)
