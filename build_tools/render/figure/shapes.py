"""A drawing as frozen values: boxes with text, connectors between them, free lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from build_tools.model import Language
from build_tools.render.figure.palette import Role

Shape = Literal["wide", "tall"]
Form = Literal["rect", "round", "circle", "roof"]
Side = Literal["top", "left", "bottom", "right"]
Route = Literal["straight", "elbow", "curve"]
Point = tuple[float, float]

PITCH: Mapping[Language, float] = {"lo": 1.45, "en": 1.3}
"""Distance of lines in ems: Lao needs room for stacked marks above and below."""
LEAST = 0.5
"""Units that a text may pass its room before it counts as overflow; rounding takes no more."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text of one language, already cut into lines; `widest` is the width of its longest line."""

    language: Language
    lines: tuple[str, ...]
    text: str
    size: float
    widest: float
    bold: bool = False
    role: Role = "ink"
    before: float = 0
    indent: float = 0
    bullet: bool = False

    @property
    def pitch(self) -> float:
        """The distance of its lines."""
        return PITCH[self.language] * self.size

    @property
    def height(self) -> float:
        """The height of its lines and of the space before it."""
        return self.before + self.pitch * len(self.lines)


@dataclass(frozen=True, slots=True)
class Label:
    """The text of a box: paragraphs one under the other."""

    paragraphs: tuple[Paragraph, ...]
    align: Literal["start", "middle", "end"] = "middle"
    anchor: Literal["top", "middle", "bottom"] = "middle"
    pad: float = 0
    pad_top: float = 0

    @property
    def height(self) -> float:
        """The height of the text without padding."""
        return sum(paragraph.height for paragraph in self.paragraphs)

    @property
    def width(self) -> float:
        """The width of the widest line without padding."""
        return max((p.widest + p.indent for p in self.paragraphs), default=0)


@dataclass(frozen=True, slots=True)
class Box:
    """An area with a fill, an edge and a text, each of which may be absent."""

    id: str
    x: float
    y: float
    w: float
    h: float
    form: Form = "rect"
    fill: Role | None = None
    edge: Role | None = None
    label: Label | None = None

    @property
    def overflows(self) -> bool:
        """True if the text does not fit into the box."""
        if self.label is None:
            return False
        room_w, room_h = self.w - 2 * self.label.pad, self.h - self.label.pad_top
        return self.label.width > room_w + LEAST or self.label.height > room_h + LEAST

    def at(self, side: Side) -> Point:
        """The middle of one of its sides."""
        return {
            "top": (self.x + self.w / 2, self.y),
            "left": (self.x, self.y + self.h / 2),
            "bottom": (self.x + self.w / 2, self.y + self.h),
            "right": (self.x + self.w, self.y + self.h / 2),
        }[side]


@dataclass(frozen=True, slots=True)
class Connector:
    """A line that holds on to two boxes; `elbow` and `curve` leave the first side squarely."""

    start: str
    start_side: Side
    end: str
    end_side: Side
    route: Route = "straight"
    arrow: bool = True
    role: Role = "muted"
    weight: float = 2


@dataclass(frozen=True, slots=True)
class Polyline:
    """A free line through points."""

    points: tuple[Point, ...]
    role: Role = "rule"
    weight: float = 2
    arrow: bool = False
    dash: str = ""


@dataclass(frozen=True)
class Drawing:
    """A picture in its own units; `room` is the height it may have, None where it may grow.

    `crowded` names the boxes that found no place without touching each other.
    """

    width: float
    height: float
    shapes: tuple[Box | Connector | Polyline, ...]
    room: float | None = None
    crowded: frozenset[str] = frozenset()

    @cached_property
    def boxes(self) -> Mapping[str, Box]:
        """The boxes by id."""
        return {shape.id: shape for shape in self.shapes if isinstance(shape, Box)}

    def ends(self, connector: Connector) -> tuple[Point, Point]:
        """Where a connector starts and ends."""
        start, end = self.boxes[connector.start], self.boxes[connector.end]
        return start.at(connector.start_side), end.at(connector.end_side)


def overflows(drawing: Drawing) -> tuple[str, ...]:
    """The first words of every text that is cut or falls outside the drawing; empty if all fit."""
    floor = drawing.height if drawing.room is None else min(drawing.height, drawing.room)
    return tuple(
        box.label.paragraphs[0].text
        for box in drawing.boxes.values()
        if box.label is not None
        and (box.overflows or box.id in drawing.crowded or _outside(box, drawing.width, floor))
    )


def _outside(box: Box, width: float, height: float) -> bool:
    """True if the box leaves the canvas."""
    left, top = min(box.x, box.y) < -LEAST, box.x + box.w > width + LEAST
    return left or top or box.y + box.h > height + LEAST
