"""An SVG file in the making: flat areas, lines and outlined text, every glyph stored once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from html import escape
from string import ascii_letters
from typing import NamedTuple

from build_tools.model import Language
from build_tools.render.deck.picture.glyphs import EM, Drawn, Glyph, Glyphs, Shaped, short_path
from build_tools.render.figure.paths import rounded

Outline = Sequence[tuple[float, float]]

STEPS = 20
"""Steps in a point, between which the corners of decorations are rounded."""
SLANT = -12
"""Degrees by which upright letters are slanted for italics."""


class Words(NamedTuple):
    """A text in outlines, and the attributes that say where and how it is drawn."""

    shaped: Shaped
    look: str


class Canvas:
    """Collects the elements of one picture; lengths are in its own units, y runs downwards."""

    def __init__(self, glyphs: Glyphs) -> None:
        """An empty picture."""
        self._glyphs = glyphs
        self._parts: list[str | Words] = []
        self._names: dict[Glyph, str] = {}
        self._arrows: dict[str, str] = {}
        self._stamps: dict[str, str] = {}

    @contextmanager
    def at(self, x: float, y: float, scale: float) -> Iterator[None]:
        """Inside, what is drawn has its origin at this point and this scale."""
        self._parts.append(f'<g transform="translate({_pair(x, y)})scale({_factor(scale)})">')
        yield
        self._parts.append("</g>")

    def rect(
        self, x: float, y: float, width: float, height: float, look: str, round_: float = 0
    ) -> None:
        """Nothing; draws a rectangle; `look` is made by `filled` or `stroked`."""
        place = f' x="{rounded(x)}"' if x else ""
        place += f' y="{rounded(y)}"' if y else ""
        corner = f' rx="{rounded(round_)}"' if round_ else ""
        sides = f' width="{rounded(width)}" height="{rounded(height)}"'
        self._parts.append(f"<rect{place}{sides}{corner}{look}/>")

    def ellipse(self, x: float, y: float, width: float, height: float, look: str) -> None:
        """Nothing; draws the ellipse that fills this area."""
        rx, ry = width / 2, height / 2
        centre = f'cx="{rounded(x + rx)}" cy="{rounded(y + ry)}"'
        self._parts.append(f'<ellipse {centre} rx="{rounded(rx)}" ry="{rounded(ry)}"{look}/>')

    def path(self, data: str, look: str) -> None:
        """Nothing; draws a path."""
        self._parts.append(f'<path d="{data}"{look}/>')

    def stamp(self, outlines: Sequence[Outline], look: str) -> None:
        """Nothing; draws closed outlines, which are stored once however often they are drawn."""
        drawn: list[Drawn] = []
        for outline in outlines:
            for place, (x, y) in enumerate(outline):
                drawn.append(("lineTo" if place else "moveTo", ((x, -y),)))
            drawn.append(("closePath", ()))
        name = self._stamps.setdefault(short_path(drawn, STEPS), f"s{len(self._stamps)}")
        self._parts.append(f'<use href="#{name}" transform="scale({_factor(1 / STEPS)})"{look}/>')

    def width(self, text: str, size: float, bold: bool) -> float:
        """How wide a text is."""
        return self._glyphs.shaped(text, bold).width * size / EM

    def text(
        self, text: str, x: float, baseline: float, size: float, colour: str, *,
        bold: bool = False, slanted: bool = False,
    ) -> float:  # fmt: skip
        """Where the text ends, which is drawn from `x` on in outlines."""
        shaped = self._glyphs.shaped(text, bold)
        if shaped.glyphs:
            slant = f"skewX({SLANT})" if slanted else ""
            place = f"translate({_pair(x, baseline)})scale({_factor(size / EM)}){slant}"
            self._parts.append(Words(shaped, f' transform="{place}"{filled(colour)}'))
        return x + shaped.width * size / EM

    def arrow(self, colour: str) -> str:
        """The attribute that gives a line a head at its end."""
        name = self._arrows.setdefault(colour, f"a{len(self._arrows)}")
        return f' marker-end="url(#{name})"'

    def svg(
        self, width: float, height: float, title: str, language: Language, said: Sequence[str]
    ) -> bytes:
        """The file; `said` is what a screen reader may read out after the title."""
        size = f'viewBox="0 0 {_pair(width, height)}" width="{rounded(width)}"'
        names = [f"<title>{escape(title)}</title>"]
        names += [f"<desc>{escape(' · '.join(said))}</desc>"] if said else []
        often = self._often()
        drawn = [
            part if isinstance(part, str) else self._words(part, often) for part in self._parts
        ]
        kept = [f'<g id="{name}">{self._uses(shaped)}</g>' for shaped, name in often.items()]
        return "\n".join([
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} height="{rounded(height)}" '
            f'role="img" lang="{language}">',
            *names, f"<defs>{self._definitions()}", *kept, "</defs>", *drawn, "</svg>\n",
        ]).encode()  # fmt: skip

    def _often(self) -> dict[Shaped, str]:
        """The names of the texts that are written more than once."""
        counted = Counter(part.shaped for part in self._parts if isinstance(part, Words))
        repeated = (one for one, count in counted.items() if count > 1 and len(one.glyphs) > 1)
        return {shaped: f"w{number}" for number, shaped in enumerate(repeated)}

    def _words(self, words: Words, often: Mapping[Shaped, str]) -> str:
        """The element of a text; one that is written more than once is stored by its name."""
        if words.shaped in often:
            return f'<use href="#{often[words.shaped]}"{words.look}/>'
        return f"<g{words.look}>{self._uses(words.shaped)}</g>"

    def _uses(self, shaped: Shaped) -> str:
        """The glyphs of a text, each at its place."""
        return "".join(
            f'<use href="#{self._name(one.glyph)}"{_place("x", one.x)}{_place("y", one.y)}/>'
            for one in shaped.glyphs
        )

    def _name(self, glyph: Glyph) -> str:
        """The id of a glyph in this file, in the order of first use."""
        return self._names.setdefault(glyph, _letters(len(self._names)))

    def _definitions(self) -> str:
        """The glyphs, decorations and arrow heads that are used."""
        heads = (
            f'<marker id="{name}" viewBox="0 0 6 10" refX="5" refY="5" markerWidth="3.6" '
            f'markerHeight="6" orient="auto"><path d="M0 0L6 5L0 10z"{filled(colour)}/></marker>'
            for colour, name in self._arrows.items()
        )
        stamps = (f'<path id="{name}" d="{data}"/>' for data, name in self._stamps.items())
        glyphs = (
            f'<path id="{name}" d="{self._glyphs.outline(glyph)}"/>'
            for glyph, name in self._names.items()
        )
        return "\n".join((*heads, *stamps, *glyphs))


def filled(colour: str | None) -> str:
    """The attributes of a flat area."""
    return f' fill="{colour or "none"}"'


def stroked(colour: str, weight: float, dash: str = "") -> str:
    """The attributes of a line."""
    made = f' stroke="{colour}" stroke-width="{rounded(weight)}"'
    return made + (f' stroke-dasharray="{dash}"' if dash else "")


def _letters(number: int) -> str:
    """A short id: A, B, ... z, BA, ..."""
    rest, last = divmod(number, len(ascii_letters))
    return (_letters(rest) if rest else "") + ascii_letters[last]


def _place(name: str, value: int) -> str:
    """An attribute that may be left out at zero."""
    return f' {name}="{value}"' if value else ""


def _pair(x: float, y: float) -> str:
    """Two numbers as transforms write them."""
    return f"{rounded(x)} {rounded(y)}"


def _factor(scale: float) -> str:
    """A scale: more decimals than a length, or long lines would drift."""
    return f"{scale:.5f}".rstrip("0").rstrip(".").removeprefix("0")
