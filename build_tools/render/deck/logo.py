"""The logo of the organisation: large on the cover, small at the foot of light slides."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from build_tools.render.deck.look import MARGIN, WIDTH
from build_tools.render.deck.parts import Decoration, Frame, decoration
from build_tools.render.deck.xml import el, transform

PLATE = Frame(WIDTH - 0.9 - 2.6, 0.4, 2.6, 1.0)
"""The white ground of the logo on the dark cover; narrow logos have a narrower one."""
FOOT = Frame(WIDTH - MARGIN - 0.75 - 1.5, 6.94, 1.5, 0.36)
"""The room between footer and slide number."""
_EDGE = 0.12


def add_logo(master: Any, cover_page: Any, logo: bytes, alt: str) -> None:
    """Nothing; puts the picture on the master and on the cover, stored once in the file."""
    image, foot_id = master.part.get_or_add_image_part(BytesIO(logo))
    width, height = image.image.size
    ratio = width / height
    _place(master, foot_id, _fitted(FOOT, ratio), alt)
    _, cover_id = cover_page.part.get_or_add_image_part(BytesIO(logo))
    frame = _fitted(PLATE.inset(_EDGE, _EDGE, _EDGE, _EDGE), ratio)
    plate = frame.inset(-_EDGE, -_EDGE, -_EDGE, -_EDGE)
    tree = cover_page.shapes._spTree
    tree.append(decoration(Decoration("rect", plate, "paper"), _free_id(tree)))
    _place(cover_page, cover_id, frame, alt)


def _fitted(room: Frame, ratio: float) -> Frame:
    """The largest frame of this ratio in the room, at its right and half its height."""
    width = min(room.width, room.height * ratio)
    height = width / ratio
    left = room.x + room.width - width
    return Frame(left, room.y + (room.height - height) / 2, width, height)


def _place(page: Any, relation: str, frame: Frame, alt: str) -> None:
    """Nothing; adds the picture to a master or layout."""
    tree = page.shapes._spTree
    names = el("p:cNvPr", id=_free_id(tree), name="Logo", descr=alt)
    locked = el("p:cNvPicPr", el("a:picLocks", noChangeAspect=1))
    tree.append(
        el(
            "p:pic",
            el("p:nvPicPr", names, locked, el("p:nvPr", userDrawn=1)),
            el("p:blipFill", el("a:blip", r_embed=relation), el("a:stretch", el("a:fillRect"))),
            el(
                "p:spPr",
                transform(frame.x, frame.y, frame.width, frame.height),
                el("a:prstGeom", el("a:avLst"), prst="rect"),
            ),
        )
    )


def _free_id(tree: Any) -> int:
    """A shape id that is not used yet."""
    return max(int(name) for name in tree.xpath("//p:cNvPr/@id")) + 1
