"""What layouts share: the title, the area under it, badges, and boxes for two languages."""

from __future__ import annotations

from dataclasses import dataclass, replace

from build_tools.model import Edition
from build_tools.render.deck import styles as s
from build_tools.render.deck.look import BODY_END, INSIDE, MARGIN, WIDTH, Colour, Style
from build_tools.render.deck.parts import Box, Decoration, Frame

WIDE_HEM = Decoration("hem", Frame(0, 6.44, WIDTH, 0.3), "gold")
"""The woven hem of dark layouts, which leave out the thin one of the master."""


@dataclass(frozen=True, slots=True)
class Layout:
    """One layout; `background` is a theme colour, and dark ones have a light footer."""

    name: str
    boxes: tuple[Box, ...]
    decorations: tuple[Decoration, ...] = ()
    background: str = "paper"

    @property
    def dark(self) -> bool:
        """True if text on this layout is light."""
        return self.background not in ("paper", "sand")

    @property
    def foot_colour(self) -> Colour:
        """The colour of footer and slide number."""
        return "paper" if self.dark else "grey"

    def box(self, name: str) -> Box | None:
        """The box of this name, or None."""
        return next((box for box in self.boxes if box.name == name), None)

    def place(self, name: str) -> Frame:
        """Where the box of this name stands; raises KeyError."""
        return {box.name: box.frame for box in self.boxes}[name]


def body_top(edition: Edition) -> float:
    """Where the body begins: lower where an English line stands under the title."""
    return 1.98 if edition == "lo-en" else 1.72


def body(edition: Edition) -> Frame:
    """The whole area under the title."""
    top = body_top(edition)
    return Frame(MARGIN, top, INSIDE, BODY_END - top)


def titled(
    edition: Edition, name: str, *boxes: Box, decorations: tuple[Decoration, ...] = (),
    bar: str = "accent", badge: Decoration | None = None,
) -> Layout:  # fmt: skip
    """A layout with a title, its coloured bar at the edge, and perhaps a badge at the right."""
    width = INSIDE - (1.3 if badge else 0.0)
    if edition == "lo-en":
        titles = [
            Box("title", Frame(MARGIN, 0.36, width, 0.86), s.TITLE_BILINGUAL, "title"),
            Box("title-en", Frame(MARGIN, 1.24, width, 0.42), s.SUBTITLE),
        ]
    else:
        titles = [Box("title", Frame(MARGIN, 0.42, width, 1.05), s.TITLE, "title")]
    edge = Decoration("rect", Frame(0, 0.5, 0.22, body_top(edition) - 0.82), bar)
    signs = _badge(badge) if badge else ()
    return Layout(name, (*titles, *boxes), (edge, *signs, *decorations))


def _badge(sign: Decoration) -> tuple[Decoration, ...]:
    """A round badge at the top right; its `fill` colours the disc, the sign on it is white."""
    disc = Frame(WIDTH - MARGIN - 0.95, 0.46, 0.95, 0.95)
    if sign.text:
        return (replace(sign, shape="ellipse", frame=disc, text_colour="paper"),)
    inner = disc.inset(0.24, 0.26, 0.24, 0.26)
    return Decoration("ellipse", disc, sign.fill), replace(sign, frame=inner, fill="paper")


def badge(shape: str, fill: str, text: str = "") -> Decoration:
    """A sign for a badge."""
    return Decoration(shape, Frame(0, 0, 1, 1), fill, text, 44)


def paired(edition: Edition, name: str, frame: Frame, style: Style) -> tuple[Box, ...]:
    """One box, or for the bilingual edition two side by side: Lao left, English right."""
    if edition != "lo-en":
        return (Box(name, frame, style),)
    half = (frame.width - 0.7) / 2
    right = Frame(frame.x + half + 0.7, frame.y, half, frame.height)
    return (
        Box(name, Frame(frame.x, frame.y, half, frame.height), style),
        Box(f"{name}-en", right, style.as_second()),
    )


def rule(edition: Edition, frame: Frame) -> tuple[Decoration, ...]:
    """The thin line between the two languages; nothing in the other editions."""
    if edition != "lo-en":
        return ()
    line = Frame(frame.x + frame.width / 2 - 0.01, frame.y, 0.02, frame.height)
    return (Decoration("rect", line, "gold"),)
