"""The layouts of a training day that no lesson needs: the break and its return time."""

from __future__ import annotations

from dataclasses import replace

from build_tools.model import Edition
from build_tools.render.deck import styles as s
from build_tools.render.deck.frames import WIDE_HEM, Layout
from build_tools.render.deck.parts import Box, Frame

LEFT, INNER = 0.9, 11.5


def pause(edition: Edition) -> Layout:
    """A break: its name, the time at which the room comes back in figures that can be read from
    the door, and what comes next."""
    boxes = [
        Box("title", Frame(LEFT, 0.75, INNER, 1.0), s.SECTION_TITLE, "title"),
        *([Box("title-en", Frame(LEFT, 1.8, INNER, 0.5), s.COVER_SECOND)]
          if edition == "lo-en" else []),
        Box("lead", Frame(LEFT, 2.5, INNER, 0.85), replace(s.COVER_LINE, colour="sand", anchor="b")),
        Box("time", Frame(LEFT, 3.35, INNER, 1.6), s.RETURN),
        Box("next", Frame(LEFT, 5.15, INNER, 0.95), s.COVER_LINE),
    ]  # fmt: skip
    return Layout("Break", tuple(boxes), (WIDE_HEM,), background="navy")
