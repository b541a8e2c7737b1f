"""`figures.yaml`: diagrams and charts as data, drawn for site, slides and paper from one geometry."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from build_tools.model.base import Id, Number, Part, Text
from build_tools.model.evidence import Unit


class FigurePart(Part):
    """What every figure has: `alt` says in words what the picture shows."""

    id: Id
    title: Text
    alt: Text


class Stage(Part):
    """A step of a process or a point of a timeline."""

    id: Id
    label: Text
    note: Text | None = None


class Pillar(Part):
    """A column that carries the roof."""

    id: Id
    label: Text
    points: tuple[Text, ...] = ()


class MatrixRow(Part):
    """A row of a matrix; as many cells as the matrix has columns."""

    id: Id
    label: Text
    cells: tuple[Text, ...]


class Branch(Part):
    """A node of a tree."""

    id: Id
    label: Text
    children: tuple[Branch, ...] = ()


class Bar(Part):
    """A category of a chart and its value: a fact, or a number worked out in view."""

    id: Id
    label: Text
    fact: Id | None = None
    value: Number | None = None


class Series(Part):
    """A line or a layer: one value for each category of the chart, in the same order."""

    id: Id
    label: Text
    values: tuple[Number, ...]


class StagesFigure(FigurePart):
    """Steps in a row (`process`, `timeline`) or in a ring (`cycle`)."""

    kind: Literal["process", "timeline", "cycle"]
    steps: Annotated[tuple[Stage, ...], Field(min_length=2, max_length=9)]


class PillarsFigure(FigurePart):
    """A roof, pillars that carry it, and the ground they stand on."""

    kind: Literal["pillars"]
    roof: Text
    base: Text | None = None
    pillars: Annotated[tuple[Pillar, ...], Field(min_length=2, max_length=5)]


class MatrixFigure(FigurePart):
    """A table drawn as a picture: rows against columns."""

    kind: Literal["matrix"]
    columns: Annotated[tuple[Text, ...], Field(min_length=2, max_length=5)]
    rows: Annotated[tuple[MatrixRow, ...], Field(min_length=2, max_length=6)]


class TreeFigure(FigurePart):
    """One thing and its kinds, two levels below the root at most."""

    kind: Literal["tree"]
    root: Branch


class BarFigure(FigurePart):
    """Bars with their values written on them."""

    kind: Literal["bar"]
    unit: Unit
    bars: Annotated[tuple[Bar, ...], Field(min_length=2, max_length=8)]


class SeriesFigure(FigurePart):
    """Lines over categories, or layers stacked on each other."""

    kind: Literal["line", "stacked"]
    unit: Unit
    categories: Annotated[tuple[Text, ...], Field(min_length=2, max_length=12)]
    series: Annotated[tuple[Series, ...], Field(min_length=1, max_length=5)]


Figure = Annotated[
    StagesFigure | PillarsFigure | MatrixFigure | TreeFigure | BarFigure | SeriesFigure,
    Field(discriminator="kind"),
]
