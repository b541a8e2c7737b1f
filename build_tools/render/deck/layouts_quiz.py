"""The layouts of questions and answers."""

from __future__ import annotations

from dataclasses import replace

from build_tools.model import Edition
from build_tools.render.deck import styles as s
from build_tools.render.deck.frames import Layout, badge, body, body_top, titled
from build_tools.render.deck.look import BODY_END, INSIDE, MARGIN, WIDTH, Style
from build_tools.render.deck.parts import Box, Decoration, Frame


def _stem(edition: Edition, height: float, edge: str) -> tuple[Frame, tuple[Decoration, ...]]:
    """The sand card at the top of a question or answer: the frame of its text, its shapes."""
    whole = body(edition)
    card = Frame(whole.x, whole.y, whole.width, height)
    line = Frame(whole.x, whole.y, 0.1, height)
    shapes = (Decoration("rect", card, "sand"), Decoration("rect", line, edge))
    return card.inset(0.35, 0.1, 0.3, 0.1), shapes


def question(edition: Edition, name: str, height: float, style: Style) -> Layout:
    """A stem and its lettered options, or how to answer an open question."""
    stem, shapes = _stem(edition, height, "slate")
    top = body_top(edition) + height + 0.25
    options = Box("body", Frame(1.0, top, WIDTH - MARGIN - 1.0, BODY_END - top), style)
    return titled(edition, name, Box("stem", stem, s.STEM), options, decorations=shapes,
                  bar="slate", badge=badge("ellipse", "slate", "?"))  # fmt: skip


def question_lists(edition: Edition, name: str, height: float) -> Layout:
    """A stem and two lists: numbers left, letters right."""
    stem, shapes = _stem(edition, height, "slate")
    top = body_top(edition) + height + 0.22
    width = (INSIDE - 0.9) / 2
    number = replace(s.LETTERED, bullet="number")
    boxes = (
        Box("stem", stem, s.STEM),
        Box("left", Frame(MARGIN + 0.2, top, width, BODY_END - top), number),
        Box("right", Frame(MARGIN + width + 0.7, top, width, BODY_END - top), s.LETTERED),
    )
    return titled(edition, name, *boxes, decorations=shapes, bar="slate",
                  badge=badge("ellipse", "slate", "?"))  # fmt: skip


def answer(edition: Edition, name: str, height: float, style: Style) -> Layout:
    """The key in a card, the rationale under it."""
    key, shapes = _stem(edition, height, "green")
    top = body_top(edition) + height + 0.25
    why = Box("body", Frame(MARGIN, top, INSIDE, BODY_END - top), s.RATIONALE)
    return titled(edition, name, Box("key", key, style), why, decorations=shapes, bar="green",
                  badge=badge("tick", "green"))  # fmt: skip
