"""From a figure of the curriculum to a drawing."""

from __future__ import annotations

from build_tools.model import Curriculum, Edition
from build_tools.model.figures import (
    BarFigure,
    Figure,
    MatrixFigure,
    PillarsFigure,
    SeriesFigure,
    StagesFigure,
    TreeFigure,
)
from build_tools.render.figure.bar import bar
from build_tools.render.figure.cycle import cycle
from build_tools.render.figure.matrix import matrix
from build_tools.render.figure.pen import SIZES, Pen, fitted
from build_tools.render.figure.pillars import pillars
from build_tools.render.figure.process import process
from build_tools.render.figure.series import line, stacked
from build_tools.render.figure.shapes import Drawing, Shape
from build_tools.render.figure.timeline import timeline
from build_tools.render.figure.tree import tree
from build_tools.render.measure import Ruler

STAGES = {"process": process, "timeline": timeline, "cycle": cycle}
SERIES = {"line": line, "stacked": stacked}


def draw(
    figure: Figure, curriculum: Curriculum, edition: Edition, ruler: Ruler, *, shape: Shape = "wide"
) -> Drawing:
    """The figure as a drawing, in the largest text size that fits; see `overflows` for what does not."""
    pen = first_pen(curriculum, edition, ruler, shape)
    return fitted(pen, lambda sized: _kind(figure, sized))


def first_pen(curriculum: Curriculum, edition: Edition, ruler: Ruler, shape: Shape) -> Pen:
    """The pen with the most comfortable size, which keeps the terms of the curriculum whole."""
    keep = tuple(form for term in curriculum.terms.values() for form in (term.lo, *term.variants))
    return Pen(curriculum, edition, ruler, shape, SIZES[shape][0], keep)


def _kind(figure: Figure, pen: Pen) -> Drawing:
    """The drawing of any kind of figure in the size of the pen."""
    match figure:
        case StagesFigure():
            return STAGES[figure.kind](figure, pen)
        case PillarsFigure():
            return pillars(figure, pen)
        case MatrixFigure():
            return matrix(figure, pen)
        case TreeFigure():
            return tree(figure, pen)
        case BarFigure():
            return bar(figure, pen)
        case SeriesFigure():
            return SERIES[figure.kind](figure, pen)
