"""A tree from left to right: one thing, its kinds, their kinds; on a phone an indented list."""

from __future__ import annotations

from build_tools.model.figures import Branch, TreeFigure
from build_tools.render.figure.palette import Role, text_on
from build_tools.render.figure.pen import Pen, height
from build_tools.render.figure.shapes import Box, Connector, Drawing, Label, Polyline

GAP = 10.0
PAD = 12.0
INDENT = 22.0
FILLS: tuple[Role, ...] = ("accent", "soft", "sand")
COLUMNS = {1: ((0.0, 960.0),), 2: ((0.0, 320.0), (410.0, 550.0)),
           3: ((0.0, 250.0), (310.0, 290.0), (660.0, 300.0))}  # fmt: skip
"""Left edge and width of each level, by the number of levels."""


def tree(figure: TreeFigure, pen: Pen) -> Drawing:
    """The drawing of a tree."""
    if pen.shape == "tall":
        return _outline(figure, pen)
    shapes: list[Box | Connector] = []
    tall = _grow(pen, figure.root, 0, 0, COLUMNS[_levels(figure.root)], shapes)
    return Drawing(pen.width, tall - GAP, tuple(shapes), pen.room)


def _levels(branch: Branch) -> int:
    """How many levels a branch has, with itself."""
    return 1 + max((_levels(child) for child in branch.children), default=0)


def _node(pen: Pen, branch: Branch, level: int, x: float, y: float, width: float) -> Box:
    """The box of a branch, as tall as its words."""
    fill = FILLS[level]
    bold = bool(branch.children) or level == 0
    text = pen.label(branch.label, width - 2 * PAD, bold=bold, role=text_on(fill))
    label = Label(text, "middle" if level == 0 else "start", pad=PAD)
    return Box(branch.id, x, y, width, height(text) + PAD, "round", fill, None, label)


def _grow(
    pen: Pen,
    branch: Branch,
    level: int,
    y: float,
    columns: tuple[tuple[float, float], ...],
    shapes: list[Box | Connector],
) -> float:
    """Where the next branch starts; puts this one and all its children into `shapes`."""
    x, width = columns[level]
    node = _node(pen, branch, level, x, y, width)
    below = y
    for child in branch.children:
        below = _grow(pen, child, level + 1, below, columns, shapes)
        shapes.append(Connector(branch.id, "right", child.id, "left", "elbow", arrow=False))
    end = max(below, y + node.h + GAP)
    middle = (y + end - GAP - node.h) / 2
    shapes.append(Box(node.id, x, middle, width, node.h, "round", node.fill, None, node.label))
    return end


def _outline(figure: TreeFigure, pen: Pen) -> Drawing:
    """Every branch on a line of its own, children indented and joined by a line."""
    boxes: list[Box] = []
    lines: list[Polyline] = []

    def put(branch: Branch, level: int, y: float) -> float:
        node = _node(pen, branch, level, level * INDENT, y, pen.width - level * INDENT)
        boxes.append(node)
        y += node.h + GAP
        for child in branch.children:
            start = len(boxes)
            y = put(child, level + 1, y)
            x, turn = node.x + INDENT / 2, boxes[start].at("left")
            lines.append(Polyline(((x, node.y + node.h), (x, turn[1]), turn), "muted"))
        return y

    tall = put(figure.root, 0, 0)
    return Drawing(pen.width, tall - GAP, (*lines, *boxes), pen.room)
