"""What a layout is made of: placeholders that hold text, and flat shapes that only decorate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from build_tools.model import Edition
from build_tools.render.deck.look import Style, fill, list_style
from build_tools.render.deck.xml import decorative, el, transform

FIRST_INDEX = 20
"""Placeholder index of the first box after the title; 10 to 12 belong to date, footer, number."""
_STEPS_PER_INCH = 1000
"""Grid of the points of an outline: fine enough for the eye, and short numbers keep decks small."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle in inches."""

    x: float
    y: float
    width: float
    height: float

    def inset(self, left: float, top: float, right: float = 0.2, bottom: float = 0.1) -> Frame:
        """The rectangle made smaller on its four sides."""
        return Frame(
            self.x + left, self.y + top, self.width - left - right, self.height - top - bottom
        )


@dataclass(frozen=True, slots=True)
class Box:
    """A placeholder; a name that ends in `-en` holds the English of the bilingual edition."""

    name: str
    frame: Frame
    style: Style
    kind: Literal["title", "body", "tbl", "obj"] = "body"


@dataclass(frozen=True, slots=True)
class Decoration:
    """A flat shape of a layout: a preset geometry, or a sign drawn by `SIGNS`."""

    shape: str
    frame: Frame
    fill: str
    text: str = ""
    size: int = 0
    text_colour: str = "paper"


def place_of(box: Box, index: int) -> dict[str, str]:
    """What `p:ph` says of a box on our layouts."""
    return {"type": "title"} if box.kind == "title" else {"type": box.kind, "idx": str(index)}


def placeholder(box: Box, index: int, shape_id: int, edition: Edition) -> Any:
    """The element of a box on a layout; its list style is the comfortable tier."""
    body = el(
        "a:bodyPr", el("a:normAutofit"), vert="horz", wrap="square", anchor=box.style.anchor,
        lIns=0, tIns=0, rIns=0, bIns=0,
    )  # fmt: skip
    prompt = el("a:p", el("a:r", el("a:rPr", lang="en-US"), el("a:t", text=box.name)))
    return el(
        "p:sp",
        el(
            "p:nvSpPr",
            el("p:cNvPr", id=shape_id, name=box.name),
            el("p:cNvSpPr", el("a:spLocks", noGrp=1)),
            el("p:nvPr", el("p:ph", **place_of(box, index))),
        ),
        el("p:spPr", _transform(box.frame), el("a:prstGeom", el("a:avLst"), prst="rect")),
        el("p:txBody", body, list_style(box.style, 0, edition), prompt),
    )


def filled_placeholder(name: str, shape_id: int, place: Mapping[str, str]) -> Any:
    """A placeholder on a slide, empty; `place` is what `p:ph` says of it on the layout.

    It is at the place and of the look of the one on the layout.
    """
    return el(
        "p:sp",
        el(
            "p:nvSpPr",
            el("p:cNvPr", id=shape_id, name=name),
            el("p:cNvSpPr", el("a:spLocks", noGrp=1)),
            el("p:nvPr", el("p:ph", **place)),
        ),
        el("p:spPr"),
        el("p:txBody", el("a:bodyPr"), el("a:lstStyle")),
    )


def decoration(part: Decoration, shape_id: int) -> Any:
    """The element of a decorative shape."""
    look = [el("a:noFill") if part.fill == "none" else fill(part.fill), el("a:ln", el("a:noFill"))]
    shape = el("p:spPr", _transform(part.frame), geometry(part), *look)
    return el(
        "p:sp",
        el(
            "p:nvSpPr",
            decorative(f"Decoration {shape_id}", shape_id),
            el("p:cNvSpPr"),
            el("p:nvPr", userDrawn=1),
        ),
        shape,
        el("p:txBody", _centred(), el("a:lstStyle"), _sign_text(part)),
    )


def _transform(frame: Frame) -> Any:
    """The place of a frame."""
    return transform(frame.x, frame.y, frame.width, frame.height)


def _centred() -> Any:
    """Body properties of a shape with a sign in its middle."""
    return el("a:bodyPr", lIns=0, tIns=0, rIns=0, bIns=0, anchor="ctr", wrap="none")


def _sign_text(part: Decoration) -> Any:
    """The one paragraph of a decorative shape, empty for most."""
    if not part.text:
        return el("a:p", el("a:endParaRPr", lang="en-US"))
    look = el(
        "a:rPr", fill(part.text_colour), el("a:latin", typeface="+mj-lt"),
        lang="en-US", sz=part.size * 100, b=1,
    )  # fmt: skip
    return el("a:p", el("a:pPr", algn="ctr"), el("a:r", look, el("a:t", text=part.text)))


def geometry(part: Decoration) -> Any:
    """The outline of a decorative shape."""
    if part.shape not in SIGNS:
        return el("a:prstGeom", el("a:avLst"), prst=part.shape)
    outlines = SIGNS[part.shape](part.frame.width / part.frame.height)
    width, height = (side * _STEPS_PER_INCH for side in (part.frame.width, part.frame.height))
    path = el("a:path", w=round(width), h=round(height))
    for outline in outlines:
        for order, (x, y) in enumerate(outline):
            point = el("a:pt", x=round(x * width), y=round(y * height))
            path.append(el("a:lnTo" if order else "a:moveTo", point))
        path.append(el("a:close"))
    empty = [el(f"a:{name}") for name in ("avLst", "gdLst", "ahLst", "cxnLst")]
    whole = el("a:rect", l="0", t="0", r="r", b="b")
    return el("a:custGeom", *empty, whole, el("a:pathLst", path))


Outline = list[tuple[float, float]]


def tick(_: float) -> list[Outline]:
    """A tick, in parts of its frame."""
    return [[(0.0, 0.55), (0.14, 0.4), (0.38, 0.64), (0.86, 0.1), (1.0, 0.24), (0.38, 0.94)]]


def woven(ratio: float) -> list[Outline]:
    """A woven band: a row of stepped diamonds with small ones between them."""
    count = round(ratio)
    step = 1 / count
    made: list[Outline] = []
    for number in range(count):
        middle = (number + 0.5) * step
        made.append(_diamond(middle, 0.46 * step, 0.5))
        made.append(list(reversed(_diamond(middle, 0.28 * step, 0.3))))
        made.append(_diamond(middle, 0.12 * step, 0.13))
        if number:
            made.append(_diamond(number * step, 0.1 * step, 0.11))
    return made


def hem(ratio: float) -> list[Outline]:
    """A thin hem: a chain of hollow diamonds."""
    count = round(ratio / 1.8)
    step = 1 / count
    middles = [(number + 0.5) * step for number in range(count)]
    holes = [list(reversed(_diamond(middle, 0.27 * step, 0.27))) for middle in middles]
    return [*(_diamond(middle, 0.5 * step, 0.5) for middle in middles), *holes]


def _diamond(middle: float, half_width: float, half_height: float) -> Outline:
    """A diamond round a point at half height."""
    return [
        (middle - half_width, 0.5),
        (middle, 0.5 - half_height),
        (middle + half_width, 0.5),
        (middle, 0.5 + half_height),
    ]


SIGNS = {"tick": tick, "woven": woven, "hem": hem}
