"""An empty presentation of ours: python-pptx's default package with every visible part replaced."""

from __future__ import annotations

from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE as CT, RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part, XmlPart
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.parts.slide import NotesMasterPart, SlideLayoutPart

from build_tools.model import Cover, Edition
from build_tools.render.deck.layouts import layouts
from build_tools.render.deck.look import HEIGHT, WIDTH
from build_tools.render.deck.master import notes_master, slide_layout, slide_master
from build_tools.render.deck.theme import theme
from build_tools.render.deck.xml import el, emu

_FIRST_LAYOUT_ID = 2_147_483_649
_DROPPED = (RT.PRINTER_SETTINGS, RT.THUMBNAIL)


def new_presentation(cover: Cover, edition: Edition) -> Any:
    """A presentation without slides: 16:9, our theme, layouts and notes master."""
    presentation: Any = Presentation()
    part = presentation.part
    _drop(part)
    _drop(part.package)
    presentation.slide_width, presentation.slide_height = emu(WIDTH), emu(HEIGHT)
    del part._element.sldSz.attrib["type"]
    master = presentation.slide_master.part
    _replace_theme(master, cover)
    _replace_layouts(master, edition)
    _add_notes_master(part, cover)
    _set_app_properties(part.package)
    return presentation


def _drop(holder: Any) -> None:
    """Nothing; removes the parts of the default package that are not ours."""
    rels = holder._rels if hasattr(holder, "_rels") else holder.rels
    for relation_id in [key for key, rel in rels.items() if rel.reltype in _DROPPED]:
        rels.pop(relation_id)


def _replace_theme(master: Any, cover: Cover) -> None:
    """Nothing; the theme part gets our theme."""
    master.part_related_by(RT.THEME)._blob = _bytes(theme(cover.deck))


def _replace_layouts(master: Any, edition: Edition) -> None:
    """Nothing; the master and its layouts become those of this edition."""
    for relation_id in [key for key, rel in master.rels.items() if rel.reltype == RT.SLIDE_LAYOUT]:
        master.rels.pop(relation_id)
    listed: list[tuple[int, str]] = []
    for number, layout in enumerate(layouts(edition), start=1):
        part = SlideLayoutPart(
            PackURI(f"/ppt/slideLayouts/slideLayout{number}.xml"),
            CT.PML_SLIDE_LAYOUT,
            master.package,
            parse_xml(_bytes(slide_layout(layout, edition))),
        )
        part.relate_to(master, RT.SLIDE_MASTER)
        relation = master.relate_to(part, RT.SLIDE_LAYOUT)
        listed.append((_FIRST_LAYOUT_ID + number, relation))
    master._element = parse_xml(_bytes(slide_master(listed, edition)))
    # python-pptx keeps the proxy of the old element once it was asked for.
    vars(master).pop("slide_master", None)


def _add_notes_master(presentation_part: Any, cover: Cover) -> None:
    """Nothing; the notes master has a theme of its own, equal to the slides', or Lao notes print wrong."""
    package = presentation_part.package
    part = NotesMasterPart(
        PackURI("/ppt/notesMasters/notesMaster1.xml"),
        CT.PML_NOTES_MASTER,
        package,
        parse_xml(_bytes(notes_master())),
    )
    its_theme: Any = XmlPart(
        PackURI("/ppt/theme/theme2.xml"),
        CT.OFC_THEME,
        package,
        parse_xml(_bytes(theme(cover.deck))),
    )
    part.relate_to(its_theme, RT.THEME)
    relation = presentation_part.relate_to(part, RT.NOTES_MASTER)
    listed = el("p:notesMasterIdLst", el("p:notesMasterId", r_id=relation))
    presentation_part._element.sldMasterIdLst.addnext(listed)


def _set_app_properties(package: Any) -> None:
    """Nothing; the stale titles of the default package go."""
    part: Part = package.part_related_by(RT.EXTENDED_PROPERTIES)
    part._blob = _bytes(
        el("ap:Properties", el("ap:Application", text="Microsoft Office PowerPoint"))
    )


def _bytes(element: Any) -> bytes:
    """The element as a file."""
    etree.cleanup_namespaces(element)
    return bytes(etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True))
