"""Cards with a number: the steps of a process, and every ring or row on a phone."""

from __future__ import annotations

import itertools

from build_tools.model.figures import Stage
from build_tools.render.figure.palette import Role
from build_tools.render.figure.pen import Pen, height
from build_tools.render.figure.shapes import Box, Connector, Label, Paragraph

BADGE = 36.0
PAD = 14.0
ARROW = 26.0
"""Height of the arrow between two cards of a stack."""


def words(pen: Pen, step: Stage, width: float) -> tuple[Paragraph, ...]:
    """The label of a step in bold and its note."""
    note = pen.note(step.note, width) if step.note else ()
    return pen.label(step.label, width, bold=True) + note


def badge(pen: Pen, step_id: str, ordinal: int, x: float, y: float) -> Box:
    """The number of a step in a circle with its centre at this point."""
    label = Label(pen.number(str(ordinal), role="on-dark"))
    left, top = x - BADGE / 2, y - BADGE / 2
    return Box(f"{step_id}-number", left, top, BADGE, BADGE, "circle", "accent", None, label)


def row(
    pen: Pen, steps: tuple[Stage, ...], first: int, y: float, width: float, gap: float
) -> list[Box]:
    """Cards side by side with their numbers on the upper edge; all as tall as the tallest."""
    texts = [words(pen, step, width - 2 * PAD) for step in steps]
    tall = height(*texts) + BADGE / 2 + 2 * PAD
    made: list[Box] = []
    for index, (step, text) in enumerate(zip(steps, texts, strict=True)):
        x = index * (width + gap)
        label = Label(text, pad=PAD, pad_top=BADGE / 2)
        made.append(Box(step.id, x, y + BADGE / 2, width, tall, "round", "sand", None, label))
        made.append(badge(pen, step.id, first + index, x + width / 2, y + BADGE / 2))
    return made


def stack(pen: Pen, steps: tuple[Stage, ...], width: float) -> list[Box | Connector]:
    """Cards one under the other with arrows between them, numbers at the left."""
    made: list[Box | Connector] = []
    left, y = BADGE + 2 * PAD, 0.0
    fill: Role = "sand"
    for index, step in enumerate(steps):
        text = words(pen, step, width - left - PAD)
        tall = max(height(text) + PAD, BADGE + PAD)
        made.append(Box(step.id, 0, y, width, tall, "round", fill))
        made.append(badge(pen, step.id, index + 1, PAD + BADGE / 2, y + tall / 2))
        label = Label(text, align="start")
        made.append(Box(f"{step.id}-text", left, y, width - left - PAD, tall, label=label))
        y += tall + ARROW
    return made + [
        Connector(before.id, "bottom", after.id, "top")
        for before, after in itertools.pairwise(steps)
    ]


def bottom(shapes: list[Box | Connector]) -> float:
    """The lowest edge of these shapes."""
    return max(shape.y + shape.h for shape in shapes if isinstance(shape, Box))
