"""What text on a slide looks like once everything is inherited: size, weight, colour, ground."""

from __future__ import annotations

import colorsys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from tests.deck_frames import GROUP, Placed, Sheet, kind_of, names, place_of

RGB = tuple[float, float, float]
BLACK, WHITE = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)
FEET = ("dt", "ftr", "sldNum")
TABLE_TINTS = (0.2, 0.4)
"""Parts of the accent in the plain and the banded rows of the table style "Medium Style 2"."""


class Words(NamedTuple):
    """A run: text, language, points, weight, colour, the colour behind it, and where it stands."""

    text: str
    lang: str | None
    size: float
    bold: bool
    colour: RGB
    ground: RGB
    box: str
    depth: int
    foot: bool


def contrast(one: RGB, other: RGB) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: RGB) -> float:
    """The relative luminance."""
    red, green, blue = (_linear(part) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    """A channel as an amount of light."""
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)


def _gamma(light: float) -> float:
    """An amount of light as a channel."""
    return float(12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055)


def tinted(colour: RGB, part: float) -> RGB:
    """The colour mixed with white light."""
    red, green, blue = (_gamma(_linear(one) * part + 1 - part) for one in colour)
    return red, green, blue


@dataclass(frozen=True)
class Look:
    """Colours and text styles of one slide or layout."""

    sheet: Sheet

    @cached_property
    def _scheme(self) -> dict[str, RGB]:
        """The theme colours under their names and under those of the master's colour map."""
        master = self.sheet.master
        theme = parse_xml(master.part.part_related_by(RT.THEME).blob)
        slots = {one.tag.split("}")[1]: one[0] for one in theme.find(f".//{qn('a:clrScheme')}")}
        made = {
            name: _hex(one.get("lastClr") or one.get("val") or "") for name, one in slots.items()
        }
        mapped = master._element.find(qn("p:clrMap")).attrib
        return made | {name: made[slot] for name, slot in mapped.items()}

    def colour(self, holder: Any) -> RGB | None:
        """The colour that a fill, or an element with a solid fill, names; None where none does."""
        fill = None if holder is None else holder.find(qn("a:solidFill"))
        named = holder if fill is None else fill
        for one in () if named is None else named:
            if one.tag == qn("a:schemeClr"):
                return _changed(self._scheme.get(one.get("val"), BLACK), one)
            if one.tag == qn("a:srgbClr"):
                return _changed(_hex(one.get("val")), one)
        return None

    def words(self) -> Iterator[Words]:
        """Every run on the slide, footers and table cells too."""
        under = list(self.sheet.drawn_below())
        for one in self.sheet.placed():
            body = one.element.find(qn("p:txBody"))
            table = one.element.find(f".//{qn('a:tbl')}")
            if body is not None:
                yield from self._of_body(one, body, self._ground(one, under))
            if table is not None:
                yield from self._of_table(one, table)
            under.append(one)

    def _of_body(self, one: Placed, body: Any, ground: RGB) -> Iterator[Words]:
        """The runs of a shape."""
        for paragraph, run, look in _runs(body):
            chain = [look, *self._styles(one.element, body, _level(paragraph))]
            yield self._worded(one, run, chain, ground)

    def _worded(self, one: Placed, run: Any, chain: list[Any], ground: RGB) -> Words:
        """A run with the first size, weight and colour that its styles name."""
        link = any(style.find(qn("a:hlinkClick")) is not None for style in chain[:1])
        colours = (self.colour(style) for style in chain)
        found = self._scheme["hlink"] if link else next((c for c in colours if c is not None), None)
        return Words(
            run.findtext(qn("a:t")) or "", chain[0].get("lang"),
            float(_first(chain, "sz", "1800")) / 100, _first(chain, "b", "0") in ("1", "true"),
            found or self._font_colour(one.element), ground, names(one.element).get("name", ""),
            one.depth, place_of(one.element) is not None and kind_of(place_of(one.element)) in FEET,
        )  # fmt: skip

    def _font_colour(self, element: Any) -> RGB:
        """The text colour of a shape's style, else that of all text."""
        style = element.find(f"{qn('p:style')}/{qn('a:fontRef')}")
        found = self.colour(style)
        return self._scheme["tx1"] if found is None else found

    def _styles(self, element: Any, body: Any, level: int) -> Iterator[Any]:
        """The character styles of a paragraph's level, from the shape's own to the master's."""
        tag = f"{qn(f'a:lvl{level}pPr')}/{qn('a:defRPr')}"
        bodies = [body, *(one.find(qn("p:txBody")) for one in self.sheet.ancestors(element))]
        lists = [one.find(qn("a:lstStyle")) for one in bodies if one is not None]
        place = place_of(element)
        kind = "none" if place is None else kind_of(place)
        usual = {"title": "title", "ctrTitle": "title", "body": "body", "subTitle": "body",
                 "obj": "body"}.get(kind, "other")  # fmt: skip
        master = self.sheet.master._element
        lists.append(master.find(f"{qn('p:txStyles')}/{qn(f'p:{usual}Style')}"))
        for one in lists:
            found = None if one is None else one.find(tag)
            if found is not None:
                yield found

    def _of_table(self, one: Placed, table: Any) -> Iterator[Words]:
        """The runs of a table; cells without a fill have that of the table's style."""
        properties = table.find(qn("a:tblPr"))
        headed = properties is not None and properties.get("firstRow") == "1"
        banded = properties is not None and properties.get("bandRow") == "1"
        for number, row in enumerate(table.iterfind(qn("a:tr"))):
            head = headed and number == 0
            accent = self._scheme["accent1"]
            part = TABLE_TINTS[banded and (number - headed) % 2 == 0]
            usual = accent if head else tinted(accent, part)
            for cell in row.iterfind(qn("a:tc")):
                ground = self.colour(cell.find(qn("a:tcPr"))) or usual
                for _, run, look in _runs(cell.find(qn("a:txBody"))):
                    found = self._worded(one, run, [look], ground)
                    own = self.colour(look)
                    first = WHITE if head else found.colour
                    yield found._replace(
                        colour=first if own is None else own, bold=found.bold or head
                    )

    def _ground(self, one: Placed, under: list[Placed]) -> RGB:
        """The colour behind a shape's text: its own fill, else of what it stands on."""
        for element in (one.element, *self.sheet.ancestors(one.element)):
            found = self._fill(element)
            if found is not None:
                return found
        for other in reversed(under):
            if other.element.tag != GROUP and other.area.holds(one.area, 1.0):
                found = self._fill(other.element)
                if found is not None:
                    return found
        return self.ground

    @cached_property
    def ground(self) -> RGB:
        """The colour of the slide's background."""
        held = self.sheet.background
        found = None if held is None or not len(held) else self.colour(held[0])
        return self._scheme.get("bg1", WHITE) if found is None else found

    def _fill(self, element: Any) -> RGB | None:
        """The flat fill of a shape; None where one sees through it."""
        properties = element.find(qn("p:spPr"))
        if properties is None or properties.find(qn("a:noFill")) is not None:
            return None
        style = element.find(f"{qn('p:style')}/{qn('a:fillRef')}")
        usual = None if style is None or style.get("idx") == "0" else self.colour(style)
        found = properties.find(qn("a:solidFill"))
        return usual if found is None else self.colour(found)


def _runs(body: Any) -> Iterator[tuple[Any, Any, Any]]:
    """Paragraph, run and character properties of the runs and fields of a text body."""
    empty = parse_xml(f'<a:rPr xmlns:a="{qn("a:rPr")[1:].split("}")[0]}"/>')
    for paragraph in body.iterfind(qn("a:p")):
        for run in paragraph:
            if run.tag in (qn("a:r"), qn("a:fld")):
                look = run.find(qn("a:rPr"))
                yield paragraph, run, empty if look is None else look


def _level(paragraph: Any) -> int:
    """The list level of a paragraph, counted from 1."""
    properties = paragraph.find(qn("a:pPr"))
    return 1 if properties is None else int(properties.get("lvl", "0")) + 1


def _first(chain: list[Any], name: str, usual: str) -> str:
    """The first value of an attribute in a chain of styles."""
    return next((str(one.get(name)) for one in chain if one.get(name) is not None), usual)


def _hex(value: str) -> RGB:
    """The colour written as six hexadecimal digits."""
    red, green, blue = (int(value[at : at + 2] or "0", 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def _changed(colour: RGB, named: Any) -> RGB:
    """The colour after the changes that stand in its element."""
    for change in named:
        part = int(change.get("val", "100000")) / 100_000
        hue, light, full = colorsys.rgb_to_hls(*colour)
        match change.tag.split("}")[1]:
            case "lumMod":
                colour = colorsys.hls_to_rgb(hue, min(light * part, 1.0), full)
            case "lumOff":
                colour = colorsys.hls_to_rgb(hue, min(light + part, 1.0), full)
            case "satMod":
                colour = colorsys.hls_to_rgb(hue, light, min(full * part, 1.0))
            case "tint":
                colour = tinted(colour, part)
            case "shade":
                red, green, blue = (_gamma(_linear(one) * part) for one in colour)
                colour = red, green, blue
    return colour
