"""The slide master, its layouts and the notes master as XML."""

from __future__ import annotations

from typing import Any

from build_tools.model import Edition
from build_tools.render.deck import styles as s
from build_tools.render.deck.frames import Layout, body
from build_tools.render.deck.layouts import FOOTER, SLIDE_NUMBER
from build_tools.render.deck.look import fill, levels, list_style
from build_tools.render.deck.parts import FIRST_INDEX, Box, Frame, decoration, placeholder
from build_tools.render.deck.xml import el, group_head, transform

_NUMBER_GUID = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
_MAP = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2",
        **{f"accent{n}": f"accent{n}" for n in range(1, 7)},
        "hlink": "hlink", "folHlink": "folHlink"}  # fmt: skip


def slide_layout(layout: Layout, edition: Edition) -> Any:
    """A layout: background, decorations below, placeholders above, footer and slide number."""
    drawn = [decoration(part, 100 + number) for number, part in enumerate(layout.decorations)]
    boxes = [
        placeholder(box, FIRST_INDEX + number, 2 + number, edition)
        for number, box in enumerate(layout.boxes)
    ]
    tone = "sand" if layout.dark else "grey"
    return el(
        "p:sldLayout",
        _slide_data(layout.name, layout.background, [*drawn, *boxes, *_feet(tone, 80)]),
        el("p:clrMapOvr", el("a:masterClrMapping")),
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
        _as(list_style(style, 0, edition), tag)
        for style, tag in ((s.TITLE, "titleStyle"), (s.BODY, "bodyStyle"), (s.PLAIN, "otherStyle"))
    ]
    return el(
        "p:sldMaster",
        _slide_data(None, "paper", shapes),
        el("p:clrMap", **_MAP),
        el("p:sldLayoutIdLst", *listed),
        el("p:txStyles", *styles),
    )


def notes_master() -> Any:
    """The notes page: the slide above, the notes below in a size that Lao can be read in."""
    picture = el(
        "p:sp",
        el(
            "p:nvSpPr",
            el("p:cNvPr", id=2, name="Slide image"),
            el("p:cNvSpPr", el("a:spLocks", noGrp=1, noRot=1, noChangeAspect=1)),
            el("p:nvPr", el("p:ph", type="sldImg", idx=2)),
        ),
        el("p:spPr", transform(0.75, 0.75, 6.0, 3.375), _rectangle(), _hairline()),
    )
    text = el(
        "p:sp",
        _names("Notes", 3, type="body", sz="quarter", idx=3),
        el("p:spPr", transform(0.75, 4.4, 6.0, 4.7), _rectangle()),
        el("p:txBody", _body_properties("t"), el("a:lstStyle"), _prompt("Notes")),
    )
    number = _foot("sldNum", 12, 4, Frame(4.6, 9.35, 2.15, 0.35), "grey", "r")
    return el(
        "p:notesMaster",
        _slide_data(None, "paper", [picture, text, number]),
        el("p:clrMap", **_MAP),
        _as(list_style(s.NOTES, 0, "lo-en"), "notesStyle"),
    )


def _slide_data(name: str | None, background: str, shapes: list[Any]) -> Any:
    """The common data of a master or layout."""
    ground = el("p:bg", el("p:bgPr", fill(background), el("a:effectLst")))
    return el("p:cSld", ground, el("p:spTree", *group_head(), *shapes), name=name)


def _as(style: Any, name: str) -> Any:
    """The levels of a list style under another name."""
    return el(f"p:{name}", *list(style))


def _feet(tone: str, first_id: int) -> list[Any]:
    """Footer and slide number."""
    return [
        _foot("ftr", 11, first_id, FOOTER, tone, "l"),
        _foot("sldNum", 12, first_id + 1, SLIDE_NUMBER, tone, "r"),
    ]


def _foot(kind: str, index: int, shape_id: int, frame: Frame, tone: str, align: str) -> Any:
    """The placeholder of the footer or of the slide number."""
    size = levels(s.FOOT, 0, "en")[0].size
    look = el(
        "a:defRPr", fill(tone), el("a:latin", typeface="+mn-lt"), el("a:cs", typeface="+mn-cs"),
        sz=size * 100,
    )  # fmt: skip
    style = el("a:lstStyle", el("a:lvl1pPr", look, algn=align))
    words = number_field() if kind == "sldNum" else el("a:endParaRPr", lang="en-US")
    name = {"ftr": "Footer", "sldNum": "Slide number"}[kind]
    return el(
        "p:sp",
        _names(name, shape_id, type=kind, sz="quarter", idx=index),
        el("p:spPr", transform(frame.x, frame.y, frame.width, frame.height), _rectangle()),
        el("p:txBody", _body_properties("ctr"), style, el("a:p", words)),
    )


def _names(name: str, shape_id: int, **place: Any) -> Any:
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


def _prompt(text: str) -> Any:
    """A paragraph of the master."""
    return el("a:p", el("a:r", el("a:rPr", lang="en-US"), el("a:t", text=text)))


def _rectangle() -> Any:
    """A plain rectangle."""
    return el("a:prstGeom", el("a:avLst"), prst="rect")


def _hairline() -> Any:
    """A thin grey line."""
    return el("a:ln", fill("grey"), w=6350)


def _body_properties(anchor: str) -> Any:
    """Body properties without insets."""
    return el("a:bodyPr", vert="horz", wrap="square", lIns=0, tIns=0, rIns=0, bIns=0, anchor=anchor)
