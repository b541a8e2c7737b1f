"""Text on slides: nothing passes its box unsaid, and what is split is split well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, product

import pytest

from bench.doubled import doubled, planned
from build_tools.model import EDITIONS, Curriculum, Edition, Text
from build_tools.render.deck.arrange import Filled, Paragraph
from build_tools.render.deck.decks import DeckSlide, alike
from build_tools.render.deck.fit import Fitter, dealt
from build_tools.render.deck.gauge import LAO_NATURAL, Gauge, Over
from build_tools.render.deck.layouts import FOOTER, layouts
from build_tools.render.deck.look import LATIN_PITCH, levels
from build_tools.render.deck.parts import Box
from build_tools.render.deck.plan import Plan
from build_tools.render.deck.say import Entry, Line, Said, entries
from build_tools.render.deck.styles import BODY, FOOT, REFERENCES
from build_tools.render.deck.table import shared_out
from build_tools.render.runs import TextRun
from tests import deck_case as case, figure_case, plain_fit
from tests.figure_case import deck_ruler

MARK = "ຍັງບໍ່ໄດ້ແປ"
NEARLY = 0.8
"""How full a box is at least that is reported: syllables fill lines less than single letters do."""
SENTENCE = "A sentence that says one thing about one village and one year. "


def said(text: str) -> Said:
    return Said(Line((TextRun(text),), "en"))


def points(*lengths: int) -> tuple[Entry, ...]:
    """Points of so many sentences."""
    return entries([said((SENTENCE * length).strip()) for length in lengths])


def fitter(edition: Edition, curriculum: Curriculum | None = None) -> Fitter:
    known = {layout.name: layout for layout in layouts(edition)}
    return Fitter(deck_ruler(), edition, known, MARK, curriculum)


def content(*lengths: int) -> Plan:
    body = points(*lengths)
    return Plan("points", "Content", said("Points"), {"body": body}, minutes=7, split="body")


def table(*lengths: int) -> Plan:
    """A table with rows of so many sentences."""
    rows = [(said(f"Row {n}"), said((SENTENCE * m).strip())) for n, m in enumerate(lengths)]
    cells = ((said("Name"), said("Words")), *rows)
    return Plan("table", "Table", said("Table"), minutes=7, table=cells)


def counts(parts: Sequence[Plan]) -> list[int]:
    """The points or rows on each slide."""
    return [len(part.table) - 1 if part.table else len(part.boxes["body"]) for part in parts]


def fuller(
    slides: Sequence[DeckSlide], edition: Edition, mark: str, part: float = 1.0
) -> set[tuple[int, str]]:
    """The boxes that are fuller than this when they are measured anew, by slide and name."""
    return {
        (number, name)
        for number, slide in enumerate(slides)
        for name in plain_fit.fuller(slide.fitted, edition, mark, part)
    }


def reported(slides: Sequence[DeckSlide]) -> set[tuple[int, str]]:
    """The boxes that the fitter reports, by slide and name; labels of figures have no box."""
    return {
        (number, over.box)
        for number, slide in enumerate(slides)
        for over in slide.fitted.over
        if not over.box.startswith("figure: ")
    }


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("more", [False, True])
def test_the_doubled_sample_is_reported_where_it_passes_its_boxes(
    edition: Edition, more: bool
) -> None:
    whole = doubled(case.curriculum(), points=more)
    slides = list(planned(whole, edition, deck_ruler()))
    assert len(slides) > len(list(planned(case.curriculum(), edition, deck_ruler())))
    mark = whole.word("missing", "lo")
    assert fuller(slides, edition, mark) <= reported(slides)
    assert reported(slides) <= fuller(slides, edition, mark, NEARLY)


def test_the_doubled_curriculum_is_reported_where_it_passes_its_boxes(
    curriculum: Curriculum,
) -> None:
    whole = doubled(curriculum)
    slides = list(planned(whole, "lo-en", deck_ruler()))
    found, mark = reported(slides), whole.word("missing", "lo")
    assert fuller(slides, "lo-en", mark) <= found <= fuller(slides, "lo-en", mark, NEARLY)
    assert found and len(slides) > len(list(planned(curriculum, "lo-en", deck_ruler())))


def test_doubling_says_every_text_twice() -> None:
    whole = doubled(case.curriculum(), points=True)
    before, after = case.curriculum().modules[0].lessons[0], whole.modules[0].lessons[0]
    assert after.front.title == f"{before.front.title} {before.front.title}"
    assert after.en.title == after.front.title
    for one, two in zip(before.slides, after.slides, strict=True):
        if one.kind == "bullets":
            assert len(two.points) == 2 * len(one.points)
            assert two.points[0].en == f"{one.points[0].en} {one.points[0].en}"


def test_a_finding_says_what_is_needed_and_what_there_is() -> None:
    assert str(Over("body", 411.2, 365.8)) == "body: needs 412 points, has 366"
    assert Over("body", 411.5, 365.5).lack == 46


def test_a_word_wider_than_its_box_is_said_in_widths() -> None:
    (over,) = fitter("en").fit(replace(content(1), boxes={"body": entries([said("W" * 80)])})).over
    assert over.box == "body"
    assert over.available < 12.1 * 72 < over.needed


def test_both_languages_are_said_by_their_own_names() -> None:
    long = Said(Line((TextRun("ຄຳ " * 40),), "lo"), Line((TextRun(SENTENCE * 20),), "en"))
    plan = Plan("both", "Content", said("Both"), {"body": entries([long])}, split="body")
    assert [one.box for one in fitter("lo-en").fit(plan).over] == ["body-en"]


def test_lao_in_english_lines_makes_them_higher() -> None:
    gauge, look = Gauge(deck_ruler(), MARK), levels(BODY, 0, "en")[0]
    plain = Paragraph(Line((TextRun("A word"),), "en"))
    mixed = Paragraph(Line((TextRun("A word ຄຳ"),), "en"))
    assert gauge.extent(plain, look, 400)[0] == LATIN_PITCH * look.size
    assert gauge.extent(mixed, look, 400)[0] == LAO_NATURAL * look.size
    empty = Paragraph(Line((), "en"))
    assert gauge.extent(empty, look, 400)[0] == LATIN_PITCH * look.size


def test_a_long_link_begins_a_line() -> None:
    gauge, look = Gauge(deck_ruler(), MARK), levels(REFERENCES, 0, "en")[0]

    def lines(link: str, href: str | None) -> float:
        runs = (TextRun("Office A, 2021. "), TextRun(link, href=href))
        return round(gauge.extent(Paragraph(Line(runs, "en")), look, 300)[0] / look.line, 3)

    assert lines("A title of one line", "https://a.la") == lines("A title of one line", None)
    title = "A title that goes on over two lines of its box"
    assert lines(title, "https://a.la") == lines(title, None) + 1


def test_a_cell_is_measured_with_the_mark_of_missing_lao() -> None:
    def height(missing: bool) -> float:
        """The height of the row under the header."""
        words = Said(Line((TextRun("One two three four"),), "en", missing))
        row = (words,) * 6
        fitted = fitter("lo").fit(Plan("t", "Table", said("T"), table=(row, row)))
        assert fitted.table is not None
        return fitted.table.heights[1] * 20 / levels(BODY, fitted.table.tier, "lo")[0].size

    assert height(missing=True) > height(missing=False)


def test_a_label_that_does_not_fit_its_figure_is_said() -> None:
    curriculum = figure_case.curriculum()
    for kind in figure_case.KINDS:
        figure = figure_case.figure(kind)
        plan = Plan("shown", "Figure", said("Figure"), figure=figure)
        assert fitter("lo-en", curriculum).fit(plan).over == (), kind
        worse = replace(plan, figure=doubled(doubled(doubled(figure))))
        over = fitter("lo-en", curriculum).fit(worse).over
        assert over and all(one.box.startswith("figure: ") for one in over), kind
        assert all(one.lack > 0 for one in over), kind


def test_the_name_of_a_line_has_one_line_on_a_slide() -> None:
    figure = figure_case.figure("line")
    name = Text(en="A long name that a page breaks into two", lo="ຊື່")
    series = (figure.series[0].model_copy(update={"label": name}), *figure.series[1:])
    plan = Plan(
        "shown", "Figure", said("Figure"), figure=figure.model_copy(update={"series": series})
    )
    over = fitter("en", figure_case.curriculum()).fit(plan).over
    assert [one.box for one in over] == [f"figure: {name.en}"]


def test_a_box_of_one_size_can_be_asked_for() -> None:
    def over(text: str) -> tuple[Over, ...]:
        box = Box("footer", FOOTER, FOOT)
        return fitter("en").over(Filled(box, (Paragraph(Line((TextRun(text),), "en")),)))

    assert over("Social protection · 2026.11.0") == ()
    assert [one.box for one in over(SENTENCE * 4)] == ["footer"]


@pytest.mark.parametrize(
    ("lengths", "expected"),
    [
        ((4, 4, 4, 4, 4), [5]),
        ((8, 8, 8, 8, 8), [2, 3]),
        ((9, 9, 9), [1, 2]),
        ((10, 10, 10, 10, 10), [1, 2, 2]),
        ((3, 3, 24, 3, 3), [2, 1, 2]),
        ((22, 3, 3, 3, 3, 3, 3), [1, 6]),
        ((2, 2, 2, 2, 24), [3, 2]),
        ((16, 16, 16), [1, 1, 1]),
    ],
)
def test_points_are_split_by_height_and_the_last_is_not_alone(
    lengths: tuple[int, ...], expected: list[int]
) -> None:
    parts = fitter("en").split(content(*lengths))
    assert counts(parts) == expected
    assert sum(part.minutes for part in parts) == 7
    assert [(part.part, part.parts) for part in parts] == [
        (n, len(parts)) for n in range(1, len(parts) + 1)
    ]
    assert not any(fitter("en").fit(part).over for part in parts)


def test_one_endless_point_does_not_tear_the_others_apart() -> None:
    parts = fitter("en").split(content(1, 1, 40, 1, 1))
    assert counts(parts) == [2, 1, 2]
    assert [bool(fitter("en").fit(part).over) for part in parts] == [False, True, False]


def test_one_endless_row_does_not_tear_the_others_apart() -> None:
    parts = fitter("en").split(table(1, 1, 40, 1, 1))
    assert counts(parts) == [2, 1, 2]
    (over,) = (one for part in parts for one in fitter("en").fit(part).over)
    assert over.box == "table" and over.needed > over.available
    assert fitter("en").split(table(40)) == [table(40)]


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_split_table_repeats_its_header_and_keeps_columns_and_size(edition: Edition) -> None:
    plan = table(*(9 if n == 11 else 2 for n in range(12)))
    parts = fitter(edition).split(plan)
    assert len(parts) > 1
    shown = alike([fitter(edition).fit(part) for part in parts], fitter(edition))
    assert len({(one.table.tier, one.table.widths) for one in shown if one.table}) == 1
    assert {part.table[0] for part in parts} == {plan.table[0]}
    assert [row for part in parts for row in part.table[1:]] == list(plan.table[1:])
    assert not any(one.over for one in shown)
    assert counts(parts)[-1] < counts(parts)[0]
    assert counts(parts)[-1] > 1


@pytest.mark.parametrize("weights", list(product((1.0, 2.0, 5.0), repeat=5))[::7])
@pytest.mark.parametrize("parts", [1, 2, 3, 5])
def test_parts_are_as_even_as_can_be(weights: tuple[float, ...], parts: int) -> None:
    def heaviest(bounds: tuple[int, ...]) -> float:
        return max(sum(weights[start:end]) for start, end in pairwise(bounds))

    ways = [
        (0, *cuts, 5)
        for cuts in product(range(1, 5), repeat=parts - 1)
        if all(one < two for one, two in pairwise(cuts))
    ]
    found = dealt(weights, parts)
    assert found in ways
    assert heaviest(found) == min(map(heaviest, ways))


def test_equal_points_are_dealt_out_with_the_longer_parts_later() -> None:
    assert dealt((1.0,) * 7, 3) == (0, 2, 4, 7)
    assert dealt((1.0,) * 5, 2) == (0, 2, 5)


def test_who_lacks_little_is_served_in_full() -> None:
    assert shared_out(10, [2, 20, 3]) == [2, 5, 3]
    assert shared_out(10, [1, 2]) == [1, 2]
