"""Pillars under a roof, on a ground; on a phone the floors of the house lie one under the other."""

from __future__ import annotations

from build_tools.model import Text
from build_tools.model.figures import Pillar, PillarsFigure
from build_tools.render.figure.palette import Role, text_on
from build_tools.render.figure.pen import Pen, height
from build_tools.render.figure.shapes import Box, Drawing, Form, Label, Paragraph

GAP = 12.0
PAD = 14.0
EAVES = 20.0
"""How far roof and ground stand out over the pillars."""
LEAST_PILLAR = 120.0


def pillars(figure: PillarsFigure, pen: Pen) -> Drawing:
    """The drawing of a house of pillars."""
    roof = _slab(pen, "roof", figure.roof, 0, "roof" if pen.shape == "wide" else "round", "accent")
    y = roof.h + GAP
    standing = _side_by_side(figure, pen, y) if pen.shape == "wide" else _floors(figure, pen, y)
    y = max(box.y + box.h for box in standing)
    ground = []
    if figure.base:
        ground = [_slab(pen, "base", figure.base, y + GAP, "rect", "accent-4")]
        y = ground[0].y + ground[0].h
    return Drawing(pen.width, y, (roof, *standing, *ground), pen.room)


def _slab(pen: Pen, name: str, text: Text, y: float, form: Form, fill: Role) -> Box:
    """Roof or ground: a bar over the whole width."""
    pad = PAD if form != "roof" else 5 * PAD
    label = Label(pen.label(text, pen.width - 2 * pad, bold=True, role=text_on(fill)), pad=pad)
    return Box(name, 0, y, pen.width, label.height + 1.6 * PAD, form, fill, None, label)


def _points(pen: Pen, pillar: Pillar, width: float) -> tuple[Paragraph, ...]:
    """What a pillar is made of, as a list."""
    return tuple(p for point in pillar.points for p in pen.item(point, width))


def _side_by_side(figure: PillarsFigure, pen: Pen, y: float) -> list[Box]:
    """Pillars of one height, each with its name on top and its points below."""
    count = len(figure.pillars)
    width = (pen.width - 2 * EAVES - 2 * GAP * (count - 1)) / count
    names = [pen.label(p.label, width - 2 * PAD, bold=True) for p in figure.pillars]
    points = [_points(pen, p, width - 2 * PAD) for p in figure.pillars]
    head = height(*names) + PAD
    body = height(*points) + PAD if any(points) else 0
    head = max(head, LEAST_PILLAR - body)
    made: list[Box] = []
    for index, pillar in enumerate(figure.pillars):
        x = EAVES + index * (width + 2 * GAP)
        label = Label(names[index], pad=PAD)
        made.append(Box(pillar.id, x, y, width, head, "rect", "soft", None, label))
        if body:
            listed = Label(points[index], "start", "top", PAD, PAD / 3) if points[index] else None
            name = f"{pillar.id}-points"
            made.append(Box(name, x, y + head, width, body, "rect", "sand", None, listed))
    return made


def _floors(figure: PillarsFigure, pen: Pen, y: float) -> list[Box]:
    """Pillars one under the other, each a card with its name and its points."""
    made: list[Box] = []
    width = pen.width - 2 * PAD
    for pillar in figure.pillars:
        name = pen.label(pillar.label, width, bold=True)
        label = Label(name, "start", pad=PAD)
        head = label.height + PAD
        made.append(Box(pillar.id, 0, y, pen.width, head, "rect", "soft", None, label))
        y += head
        points = _points(pen, pillar, width)
        if points:
            listed = Label(points, "start", "top", PAD, PAD / 3)
            tall = listed.height + PAD
            made.append(
                Box(f"{pillar.id}-points", 0, y, pen.width, tall, "rect", "sand", None, listed)
            )
            y += tall
        y += GAP
    return made
