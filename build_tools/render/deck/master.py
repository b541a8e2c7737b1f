"""The slide master and its layouts as XML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from build_tools.model import Edition
from build_tools.render.deck import styles as s
from build_tools.render.deck.frames import Layout, body
from build_tools.render.deck.layouts import FOOTER, SLIDE_NUMBER
from build_tools.render.deck.look import HEIGHT, WIDTH, Style, fill, levels, list_style
from build_tools.render.deck.parts import (
    FIRST_INDEX,
    Box,
    Decoration,
    Frame,
    decoration,
    place_of,
    placeholder,
)
from build_tools.render.deck.xml import el, group_head, transform

_NUMBER_GUID = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
_FACES = (("latin", "lt"), ("ea", "ea"), ("cs", "cs"))
_HABITS = {"defTabSz": "914400", "rtl": "0", "eaLnBrk": "1", "latinLnBrk": "0", "hangingPunct": "1"}
_MAP = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2",
        **{f"accent{n}": f"accent{n}" for n in range(1, 7)},
        "hlink": "hlink", "folHlink": "folHlink"}  # fmt: skip

HEM = Decoration("hem", Frame(0, HEIGHT - 0.16, WIDTH, 0.12), "gold")
"""The woven hem at the foot of every light slide; it stands on the master, so once in a file."""


FEET = {"ftr": 11, "sldNum": 12}
"""Placeholders at the foot of a layout and their indexes."""


def our_places(layout: Layout) -> dict[str, Mapping[str, str]]:
    """What `p:ph` says of the boxes and of the foot of one of our layouts, by name."""
    boxes = {
        box.name: place_of(box, FIRST_INDEX + number) for number, box in enumerate(layout.boxes)
    }
    feet = {kind: {"type": kind, "sz": "quarter", "idx": str(n)} for kind, n in FEET.items()}
    return {**boxes, **feet}


def slide_layout(layout: Layout, edition: Edition) -> Any:
    """A layout: background, decorations below, placeholders above, footer and slide number.

    Dark layouts leave out what the master draws for light ones.
    """
    drawn = [decoration(part, 100 + number) for number, part in enumerate(layout.decorations)]
    boxes = [
        placeholder(box, FIRST_INDEX + number, 2 + number, edition)
        for number, box in enumerate(layout.boxes)
    ]
    return el(
        "p:sldLayout",
        slide_data(
            layout.name, layout.background, [*drawn, *boxes, *_feet(layout.foot_colour, 80)]
        ),
        el("p:clrMapOvr", el("a:masterClrMapping")),
        showMasterSp=0 if layout.dark else None,
        preserve=1,
        userDrawn=1,
    )


def slide_master(layout_ids: list[tuple[int, str]], edition: Edition) -> Any:
    """The master; `layout_ids` are the ids and relation ids of its layouts."""
    shapes = [
        placeholder(Box("title", Frame(0.65, 0.42, 12.03, 1.05), s.TITLE, "title"), 0, 2, edition),
        placeholder(Box("body", body(edition), s.BODY), 1, 3, edition),
        *_feet("grey", 80),
    ]
    listed = [el("p:sldLayoutId", id=number, r_id=relation) for number, relation in layout_ids]
    styles = [
        text_style(tag, style, edition)
        for tag, style in (("titleStyle", s.TITLE), ("bodyStyle", s.BODY), ("otherStyle", s.PLAIN))
    ]
    return el(
        "p:sldMaster",
        slide_data(None, "paper", [decoration(HEM, 100), *shapes]),
        colour_map(),
        el("p:sldLayoutIdLst", *listed),
        el("p:txStyles", *styles),
    )


def colour_map() -> Any:
    """Which colour of the theme a master uses for what."""
    return el("p:clrMap", **_MAP)


def slide_data(name: str | None, background: str, shapes: list[Any]) -> Any:
    """The common data of a master or layout."""
    ground = el("p:bg", el("p:bgPr", fill(background), el("a:effectLst")))
    return el("p:cSld", ground, el("p:spTree", *group_head(), *shapes), name=name)


def text_style(name: str, style: Style, edition: Edition) -> Any:
    """A style of a master: the levels, with the faces and habits of line that every box inherits."""
    made = list(list_style(style, 0, edition))
    for level in made:
        for habit, value in _HABITS.items():
            level.set(habit, value)
        level[-1].extend(el(f"a:{slot}", typeface=f"+mn-{short}") for slot, short in _FACES)
    return el(f"p:{name}", *made)


def _feet(tone: str, first_id: int) -> list[Any]:
    """Footer and slide number."""
    return [
        foot("ftr", FEET["ftr"], first_id, FOOTER, tone, "l"),
        foot("sldNum", FEET["sldNum"], first_id + 1, SLIDE_NUMBER, tone, "r"),
    ]


def foot(kind: str, index: int, shape_id: int, frame: Frame, tone: str, align: str) -> Any:
    """The placeholder of the footer or of the slide number."""
    size = levels(s.FOOT, 0, "en")[0].size
    look = el(
        "a:defRPr", fill(tone), el("a:latin", typeface="+mn-lt"), el("a:cs", typeface="+mn-cs"),
        sz=size * 100,
    )  # fmt: skip
    style = el("a:lstStyle", el("a:lvl1pPr", look, algn=align))
    words = number_field() if kind == "sldNum" else el("a:endParaRPr", lang="en-US")
    name = {"hdr": "Header", "dt": "Date", "ftr": "Footer", "sldNum": "Slide number"}[kind]
    return el(
        "p:sp",
        names(name, shape_id, type=kind, sz="quarter", idx=index),
        el("p:spPr", transform(frame.x, frame.y, frame.width, frame.height), rectangle()),
        el("p:txBody", body_properties("ctr"), style, el("a:p", words)),
    )


def names(name: str, shape_id: int, **place: Any) -> Any:
    """The non-visual part of a placeholder."""
    return el(
        "p:nvSpPr",
        el("p:cNvPr", id=shape_id, name=name),
        el("p:cNvSpPr", el("a:spLocks", noGrp=1)),
        el("p:nvPr", el("p:ph", **place)),
    )


def number_field() -> Any:
    """The slide number field."""
    return el(
        "a:fld", el("a:rPr", lang="en-US"), el("a:t", text="‹#›"), id=_NUMBER_GUID, type="slidenum"
    )


def rectangle() -> Any:
    """A plain rectangle."""
    return el("a:prstGeom", el("a:avLst"), prst="rect")


def body_properties(anchor: str) -> Any:
    """Body properties without insets."""
    return el("a:bodyPr", vert="horz", wrap="square", lIns=0, tIns=0, rIns=0, bIns=0, anchor=anchor)
