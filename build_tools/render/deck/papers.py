"""The notes master and the handout master: how a deck stands on paper."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from build_tools.model import Edition
from build_tools.model.deck_look import DeckLook
from build_tools.render.deck import styles as s
from build_tools.render.deck.look import fill
from build_tools.render.deck.master import (
    body_properties,
    colour_map,
    foot,
    names,
    rectangle,
    slide_data,
    text_style,
)
from build_tools.render.deck.parts import Frame
from build_tools.render.deck.xml import el, qn, transform

_LEFT, _WIDTH, _RIGHT = 0.75, 6.0, 4.6
_HALF = 2.15
_TOP, _FOOT, _LINE = 0.35, 9.35, 0.35


def notes_master(look: DeckLook, edition: Edition) -> Any:
    """The notes page: the slide above, the notes below in a size that Lao can be read in."""
    picture = el(
        "p:sp",
        el(
            "p:nvSpPr",
            el("p:cNvPr", id=2, name="Slide image"),
            el("p:cNvSpPr", el("a:spLocks", noGrp=1, noRot=1, noChangeAspect=1)),
            el("p:nvPr", el("p:ph", type="sldImg", idx=2)),
        ),
        el("p:spPr", transform(_LEFT, 0.5, 5.0, 2.8125), rectangle(), _hairline()),
    )
    style = text_style("notesStyle", s.NOTES, edition)
    text = el(
        "p:sp",
        names("Notes", 3, type="body", sz="quarter", idx=3),
        el("p:spPr", transform(_LEFT, 3.5, _WIDTH, 5.75), rectangle()),
        el("p:txBody", body_properties("t"), _named(style, look), _prompt("Notes")),
    )
    number = foot("sldNum", 12, 4, Frame(_RIGHT, _FOOT, _HALF, _LINE), "grey", "r")
    return el(
        "p:notesMaster",
        slide_data(None, "paper", [picture, text, number]),
        colour_map(),
        style,
    )


def _named(style: Any, look: DeckLook) -> Any:
    """The style as one of a box that names its faces: LibreOffice knows no theme on notes pages."""
    made = el("a:lstStyle", *deepcopy(list(style)))
    for slot, face in (("latin", look.latin_font), ("ea", ""), ("cs", look.lao_font)):
        for element in made.iter(qn(f"a:{slot}")):
            element.set("typeface", face)
    return made


def handout_master() -> Any:
    """The handout page: header and date above, footer and page number below."""
    places = (
        ("hdr", 0, Frame(_LEFT, _TOP, _HALF, _LINE), "l"),
        ("dt", 1, Frame(_RIGHT, _TOP, _HALF, _LINE), "r"),
        ("ftr", 2, Frame(_LEFT, _FOOT, _HALF, _LINE), "l"),
        ("sldNum", 3, Frame(_RIGHT, _FOOT, _HALF, _LINE), "r"),
    )
    shapes = [
        foot(kind, index, 2 + index, frame, "grey", align) for kind, index, frame, align in places
    ]
    return el("p:handoutMaster", slide_data(None, "paper", shapes), colour_map())


def _prompt(text: str) -> Any:
    """A paragraph of a master."""
    return el("a:p", el("a:r", el("a:rPr", lang="en-US"), el("a:t", text=text)))


def _hairline() -> Any:
    """A thin grey line."""
    return el("a:ln", fill("grey"), w=6350)
