"""A tree from left to right: one thing, its kinds, their kinds; on a phone an indented list."""

from __future__ import annotations

from dataclasses import dataclass, replace

from build_tools.model.figures import Branch, TreeFigure
from build_tools.render.figure.palette import Role, text_on
from build_tools.render.figure.pen import Pen, height
from build_tools.render.figure.shapes import Box, Connector, Drawing, Label, Polyline, overflows

GAP = 10.0
PAD = 12.0
INDENT = 22.0
FILLS: tuple[Role, ...] = ("accent", "soft", "sand")
COLUMNS = {1: ((0.0, 960.0),), 2: ((0.0, 320.0), (410.0, 550.0)),
           3: ((0.0, 250.0), (310.0, 290.0), (660.0, 300.0))}  # fmt: skip
"""Left edge and width of each level, by the number of levels."""
LISTED = 3
"""The number of levels from which the last one may be listed."""


def tree(figure: TreeFigure, pen: Pen) -> Drawing:
    """The drawing of a tree."""
    if pen.shape == "tall":
        return _outline(figure, pen)
    grown = _wide(figure, pen, lists=False)
    return grown if not overflows(grown) else _wide(figure, pen, lists=True)


def _wide(figure: TreeFigure, pen: Pen, lists: bool) -> Drawing:
    """Levels side by side; `lists`: the last of three levels in one box for each branch."""
    levels = _levels(figure.root)
    shapes: list[Box | Connector] = []
    garden = _Garden(pen, COLUMNS[levels], lists and levels == LISTED, shapes)
    tall = garden.grow(figure.root, 0, 0)
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


@dataclass(frozen=True, slots=True)
class _Garden:
    """Where the branches of a wide tree grow."""

    pen: Pen
    columns: tuple[tuple[float, float], ...]
    lists: bool
    shapes: list[Box | Connector]

    def grow(self, branch: Branch, level: int, y: float) -> float:
        """Where the next branch starts; puts this one and all its children into `shapes`."""
        x, width = self.columns[level]
        node = _node(self.pen, branch, level, x, y, width)
        if self.lists and level == LISTED - 2 and branch.children:
            listed = self._list(branch)
            below = y + max(listed.h, node.h) + GAP
            self.shapes.append(replace(listed, y=(y + below - GAP - listed.h) / 2))
            self._join(branch.id, listed.id)
        else:
            below = y
            for child in branch.children:
                below = self.grow(child, level + 1, below)
                self._join(branch.id, child.id)
        end = max(below, y + node.h + GAP)
        self.shapes.append(replace(node, y=(y + end - GAP - node.h) / 2))
        return end

    def _list(self, branch: Branch) -> Box:
        """A box that lists the children of a branch, at the top of the canvas."""
        x, width = self.columns[LISTED - 1]
        text = tuple(
            paragraph
            for child in branch.children
            for paragraph in self.pen.item(child.label, width - 2 * PAD, gap=0)
        )
        label, name = Label(text, "start", pad=PAD), f"{branch.id}-kinds"
        return Box(name, x, 0, width, height(text) + PAD / 2, "round", FILLS[2], None, label)

    def _join(self, branch: str, child: str) -> None:
        """A line from a branch to its child in `shapes`."""
        self.shapes.append(Connector(branch, "right", child, "left", "elbow", arrow=False))


def _outline(figure: TreeFigure, pen: Pen) -> Drawing:
    """Every branch on a line of its own, children indented and joined by a line."""
    boxes: list[Box] = []
    lines: list[Polyline] = []

    def put(branch: Branch, level: int, y: float) -> float:
        """Where the next branch starts, after this one and its children."""
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
