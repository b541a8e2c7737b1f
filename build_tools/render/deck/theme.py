"""The theme: our colours, and fonts that serve Lao in every program that reads the file."""

from __future__ import annotations

from typing import Any

from build_tools.model.deck_look import DeckLook
from build_tools.render.deck.look import INK, NAVY, PALETTE, PAPER, SAND
from build_tools.render.deck.xml import el

NAME = "Training deck"
_ACCENTS = ("terracotta", "gold", "slate", "green", "grey")


def theme(look: DeckLook) -> Any:
    """The theme element; accent 1 is the accent that the curriculum chose, by name or as `#0B6E6E`."""
    return el(
        "a:theme",
        el("a:themeElements", _colours(look.accent), _fonts(look), _formats()),
        el("a:objectDefaults"),
        el("a:extraClrSchemeLst"),
        name=NAME,
    )


def _colours(accent: str) -> Any:
    """The colour scheme."""
    values = {
        "dk1": INK,
        "lt1": PAPER,
        "dk2": NAVY,
        "lt2": SAND,
        "accent1": PALETTE.get(accent) or accent.removeprefix("#").upper(),
        **{f"accent{number}": PALETTE[name] for number, name in enumerate(_ACCENTS, start=2)},
        "hlink": PALETTE["slate"],
        "folHlink": PALETTE["plum"],
    }
    slots = [el(f"a:{slot}", el("a:srgbClr", val=value)) for slot, value in values.items()]
    return el("a:clrScheme", *slots, name=NAME)


def _fonts(look: DeckLook) -> Any:
    """The font scheme; LibreOffice reads `cs`, PowerPoint the list by script, so both name the Lao face."""
    faces = [
        el(
            f"a:{slot}",
            el("a:latin", typeface=look.latin_font),
            el("a:ea", typeface=""),
            el("a:cs", typeface=look.lao_font),
            el("a:font", script="Laoo", typeface=look.lao_font),
        )
        for slot in ("majorFont", "minorFont")
    ]
    return el("a:fontScheme", *faces, name=NAME)


def _formats() -> Any:
    """A flat format scheme: solid fills, plain lines, no effects."""
    plain = [el("a:solidFill", el("a:schemeClr", val="phClr")) for _ in range(3)]
    grounds = [el("a:solidFill", el("a:schemeClr", val="phClr")) for _ in range(3)]
    lines = [
        el("a:ln", el("a:solidFill", el("a:schemeClr", val="phClr")), el("a:prstDash", val="solid"),
           w=width, cap="flat", cmpd="sng", algn="ctr")
        for width in (9525, 19050, 28575)
    ]  # fmt: skip
    effects = [el("a:effectStyle", el("a:effectLst")) for _ in range(3)]
    return el(
        "a:fmtScheme",
        el("a:fillStyleLst", *plain),
        el("a:lnStyleLst", *lines),
        el("a:effectStyleLst", *effects),
        el("a:bgFillStyleLst", *grounds),
        name=NAME,
    )
