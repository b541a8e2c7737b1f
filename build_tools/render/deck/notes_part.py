"""The notes page of a slide as a part of the package; python-pptx makes one by looking at all others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pptx.opc.constants import CONTENT_TYPE as CT, RELATIONSHIP_TYPE as RT
from pptx.opc.packuri import PackURI
from pptx.parts.slide import NotesSlidePart

from build_tools.render.deck.parts import filled_placeholder
from build_tools.render.deck.xml import el, group_head

_KINDS = {"sldImg": "Slide image", "body": "Notes"}


def notes_places(presentation: Any) -> dict[str, dict[str, str]]:
    """What `p:ph` says of the placeholders of the notes master, by their type."""
    held = [shape._element.ph.attrib for shape in presentation.notes_master.placeholders]
    return {one["type"]: dict(one) for one in held if one.get("type") in _KINDS}


def notes_part(slide: Any, number: int, places: Mapping[str, Mapping[str, str]]) -> Any:
    """The notes page of the slide part with this number: its picture, if the master has one, and an
    empty box for notes, which every master has.

    `places` is what `notes_places` gives of the presentation.
    """
    master = slide.package.presentation_part.notes_master_part
    shapes = [
        filled_placeholder(name, place, places[kind])
        for place, (kind, name) in enumerate(_KINDS.items(), start=2)
        if kind in places
    ]
    for image in shapes[:-1]:
        image.remove(image.txBody)
    page = el(
        "p:notes",
        el("p:cSld", el("p:spTree", *group_head(), *shapes)),
        el("p:clrMapOvr", el("a:masterClrMapping")),
    )
    name = PackURI(f"/ppt/notesSlides/notesSlide{number}.xml")
    part = NotesSlidePart(name, CT.PML_NOTES_SLIDE, slide.package, page)
    part.relate_to(master, RT.NOTES_MASTER)
    part.relate_to(slide, RT.SLIDE)
    slide.relate_to(part, RT.NOTES_SLIDE)
    return part
