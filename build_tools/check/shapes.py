"""Figures and slides hold data that can be drawn: rows as long as their heads, bars with a value."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.findings import Finding
from build_tools.model import Box, Curriculum, Lesson
from build_tools.model.figures import (
    Bar,
    BarFigure,
    Branch,
    MatrixFigure,
    SeriesFigure,
    TreeFigure,
)
from build_tools.model.slides import (
    DisagreementSlide,
    KeyMessagesSlide,
    TableSlide,
)

MOST_LEVELS = 3
"""The root of a tree and two levels below it."""
MOST_LEAVES = {1: 1, 2: 8, 3: 12}
"""By the number of levels, the ends of branches for which a slide has room."""


def check_shapes(curriculum: Curriculum) -> Iterator[Finding]:
    """Every finding about the data of figures and slides."""
    for lesson in curriculum.lessons:
        for figure in lesson.figures:
            if isinstance(figure, BarFigure):
                for bar in figure.bars:
                    yield from _bar(curriculum, bar)
            elif isinstance(figure, MatrixFigure):
                yield from _matrix(figure)
            elif isinstance(figure, SeriesFigure):
                yield from _series(figure)
            elif isinstance(figure, TreeFigure):
                yield from _tree(figure)
        yield from _slides(lesson)


def _bar(curriculum: Curriculum, bar: Bar) -> Iterator[Finding]:
    """A finding for a bar without one length, or with one that cannot be drawn."""
    if (bar.fact is None) == (bar.value is None):
        message = f"The bar `{bar.id}` needs either a fact or a value."
        yield Finding(bar.at("id"), "figure-data", message)
        return
    fact = curriculum.facts.get(bar.fact) if bar.fact else None
    if fact is not None and fact.value is None:
        message = f"The fact `{fact.id}` has no value to draw."
        yield Finding(bar.at("fact"), "figure-data", message)
    value = bar.value if fact is None else fact.value
    if value is not None and value < 0:
        message = f"The bar `{bar.id}` is below zero."
        yield Finding(bar.at("value" if fact is None else "fact"), "figure-data", message)


def _matrix(figure: MatrixFigure) -> Iterator[Finding]:
    """A finding for every row that has more or fewer cells than the matrix has columns."""
    wanted = len(figure.columns)
    for row in figure.rows:
        if len(row.cells) != wanted:
            message = f"The row `{row.id}` has {len(row.cells)} of {wanted} cells."
            yield Finding(row.at("cells"), "figure-data", message)


def _series(figure: SeriesFigure) -> Iterator[Finding]:
    """A finding for every series without one value, not below zero, for each category."""
    wanted = len(figure.categories)
    for series in figure.series:
        if len(series.values) != wanted:
            message = f"`{series.id}` has {len(series.values)} of {wanted} values."
            yield Finding(series.at("values"), "figure-data", message)
        if any(value < 0 for value in series.values):
            message = f"`{series.id}` has a value below zero."
            yield Finding(series.at("values"), "figure-data", message)


def _tree(figure: TreeFigure) -> Iterator[Finding]:
    """A finding for a tree that is too deep or too wide to draw."""
    levels, leaves = _size(figure.root)
    if levels > MOST_LEVELS:
        message = f"The tree has {levels - 1} levels below its root; two can be drawn."
        yield Finding(figure.at("root"), "figure-data", message)
    elif leaves > MOST_LEAVES[levels]:
        message = f"The tree ends in {leaves} branches; {MOST_LEAVES[levels]} have room."
        yield Finding(figure.at("root"), "figure-data", message)


def _size(branch: Branch) -> tuple[int, int]:
    """The levels and the leaves of a branch, with itself."""
    below = [_size(child) for child in branch.children]
    return 1 + max((levels for levels, _ in below), default=0), sum(n for _, n in below) or 1


def _slides(lesson: Lesson) -> Iterator[Finding]:
    """Every finding about the data of a lesson's slides."""
    for slide in lesson.slides:
        if isinstance(slide, TableSlide):
            yield from _table(slide)
        elif isinstance(slide, DisagreementSlide) and len(set(slide.facts)) < 2:
            message = f"The slide `{slide.id}` needs at least two facts that differ."
            yield Finding(slide.at("facts"), "slide-data", message)
        elif isinstance(slide, KeyMessagesSlide):
            yield from _key_messages(lesson, slide)


def _table(slide: TableSlide) -> Iterator[Finding]:
    """A finding for every row of another length than the header."""
    for number, row in enumerate(slide.rows):
        if len(row) != len(slide.header):
            message = f"Row {number + 1} has {len(row)} of {len(slide.header)} cells."
            yield Finding(slide.at("rows", number), "slide-data", message)


def _key_messages(lesson: Lesson, slide: KeyMessagesSlide) -> Iterator[Finding]:
    """A finding if the lesson has not one box of key messages, with a list, in each language."""
    for prose in filter(None, (lesson.en, lesson.lo)):
        boxes = prose.boxes("key-messages")
        if len(boxes) != 1:
            message = f"`{prose.path}` has {len(boxes)} `key-messages` boxes; the slide needs one."
            yield Finding(slide.at("kind"), "slide-data", message)
        elif not _has_list(boxes[0]):
            message = "The slide shows the list of this box; the box has none."
            yield Finding(boxes[0].place, "slide-data", message)


def _has_list(box: Box) -> bool:
    """True if a box holds a list."""
    return any(token.type == "list_item_open" for token in box.tokens)
