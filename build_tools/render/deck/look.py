"""How the decks look: colours, type sizes and the style of each kind of text box."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

from build_tools.model import Edition
from build_tools.render.deck.xml import el

INK, PAPER, SAND, NAVY = "1B2430", "FFFFFF", "F6F2E9", "12355B"
PALETTE = {
    "teal": "0B6E6E",
    "terracotta": "B8452F",
    "gold": "D9952B",
    "slate": "3E5C8A",
    "green": "5F7F2E",
    "plum": "74477A",
    "navy": NAVY,
    "grey": "525862",
}
WIDTH, HEIGHT = 13.333, 7.5
MARGIN = 0.65
INSIDE = WIDTH - 2 * MARGIN
BODY_END = 6.8
LAO_PITCH = 1.45
"""Exact line pitch of Lao, times the size: below the natural height, above where marks touch."""
LATIN_PITCH = 1.22

Colour = Literal[
    "ink", "paper", "sand", "navy", "accent", "terracotta", "gold", "slate", "green", "grey"
]
Bullet = Literal["none", "dot", "number", "letter"]
_SCHEME: dict[str, str] = {
    "ink": "tx1", "paper": "bg1", "sand": "bg2", "navy": "tx2", "accent": "accent1",
    "terracotta": "accent2", "gold": "accent3", "slate": "accent4", "green": "accent5",
    "grey": "accent6",
}  # fmt: skip


def colour(name: str) -> Any:
    """A theme colour, never a lighter or darker variant: some programs lighten it once more on
    every layer from master to slide."""
    return el("a:schemeClr", val=_SCHEME[name])


def fill(name: str) -> Any:
    """A flat fill in a theme colour."""
    return el("a:solidFill", colour(name))


@dataclass(frozen=True, slots=True)
class Style:
    """The look of a text box; `tiers` are its sizes from comfortable to the floor, by edition.

    `second` boxes hold the English of the bilingual edition; `quiet` is the colour of English lines
    where the usual one cannot be read on what lies behind.
    """

    tiers: tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]
    bold: bool = False
    colour: Colour = "ink"
    bullet: Bullet = "none"
    anchor: Literal["t", "ctr", "b"] = "t"
    align: Literal["l", "ctr"] = "l"
    gap: float = 0.4
    second: bool = False
    quiet: Colour | None = None

    def sizes(self, edition: Edition) -> tuple[int, ...]:
        """The sizes to try in this edition, the most comfortable first."""
        return self.tiers[("lo", "en", "lo-en").index(edition)]

    def as_second(self) -> Style:
        """The same box for the English of the bilingual edition, tier by tier smaller."""
        smaller = tuple(second_size(size) for size in self.tiers[2])
        quiet = self.quiet or second_colour(self.colour)
        return replace(self, tiers=(smaller,) * 3, second=True, bold=False, colour=quiet)


def second_colour(first: Colour) -> Colour:
    """The quieter colour of the second language beside `first`."""
    return "sand" if first in ("paper", "sand") else "grey"


def second_size(first: int) -> int:
    """The size of the English under or beside Lao of size `first`."""
    return min(first, max(15, first - 3)) if first <= 28 else round(first * 0.7)


@dataclass(frozen=True, slots=True)
class Level:
    """One list level: sizes and distances in points; `pitch` None is the font's own line height."""

    size: int
    pitch: float | None
    bold: bool
    colour: Colour
    bullet: Bullet
    margin: float
    hanging: float
    before: float

    @property
    def line(self) -> float:
        """The height of one line in points."""
        return self.pitch if self.pitch is not None else LATIN_PITCH * self.size


HANGING = {"none": 0.0, "dot": 0.9, "number": 1.45, "letter": 1.45}
"""How far a bullet stands before its text, times the size."""
SUB_FLOOR = {"lo": 18, "en": 18, "lo-en": 16}


def levels(style: Style, tier: int, edition: Edition) -> tuple[Level, ...]:
    """Four levels: text, its second level, and the English lines under each of the two."""
    size = style.sizes(edition)[tier]
    lao = edition != "en" and not style.second
    hang = HANGING[style.bullet] * size
    first = Level(
        size, round(LAO_PITCH * size) if lao else None, style.bold, style.colour, style.bullet,
        hang, hang, style.gap * size,
    )  # fmt: skip
    sub = max(size - 4, 15 if style.second else min(size, SUB_FLOOR[edition]))
    bullet: Bullet = "none" if style.bullet == "none" else "dot"
    reach = HANGING[bullet] * sub
    below = replace(
        first, size=sub, pitch=round(LAO_PITCH * sub) if lao else None, bold=False, bullet=bullet,
        margin=hang + reach, hanging=reach, before=style.gap * sub / 2,
    )  # fmt: skip
    if edition != "lo-en" or style.second:
        return first, below, below, below
    return first, below, _under(first, style), _under(below, style)


def _under(level: Level, style: Style) -> Level:
    """The English line under a Lao one of this level: smaller, quieter, without a bullet."""
    return replace(
        level, size=second_size(level.size), pitch=None, bold=False, before=2.0, hanging=0.0,
        bullet="none", colour=style.quiet or second_colour(level.colour),
    )  # fmt: skip


def list_style(style: Style, tier: int, edition: Edition, *, painted: bool = True) -> Any:
    """The list style of a box at this tier: what a trainer types later keeps the look.

    Without paint it holds only what was measured, so that a template may rule colours and bullets.
    """
    made = el("a:lstStyle")
    for number, level in enumerate(levels(style, tier, edition), start=1):
        one = _measured(f"a:lvl{number}pPr", level)
        if painted:
            one.set("algn", style.align)
            one[-1].append(fill(level.colour))
            for element in _bullet(level.bullet):
                one[-1].addprevious(element)
        made.append(one)
    return made


def _measured(tag: str, level: Level) -> Any:
    """A level of a list style with its sizes and distances alone."""
    pitch = (
        el("a:spcPct", val=100_000)
        if level.pitch is None
        else el("a:spcPts", val=round(level.pitch * 100))
    )
    return el(
        tag,
        el("a:lnSpc", pitch),
        el("a:spcBef", el("a:spcPts", val=round(level.before * 100))),
        el("a:spcAft", el("a:spcPts", val=0)),
        el("a:defRPr", sz=level.size * 100, b=int(level.bold)),
        marL=round(level.margin * 12_700),
        indent=round(-level.hanging * 12_700),
    )


AUTO_NUMBER = {"number": "arabicPeriod", "letter": "alphaUcPeriod"}


def _bullet(bullet: Bullet) -> tuple[Any, ...]:
    """The elements of a bullet, in the order of the schema."""
    if bullet == "none":
        return (el("a:buNone"),)
    paint = el("a:buClr", colour("accent"))
    if bullet == "dot":
        return paint, el("a:buFont", typeface="Arial"), el("a:buChar", char="•")
    return paint, el("a:buFont", typeface="+mj-lt"), el("a:buAutoNum", type=AUTO_NUMBER[bullet])
