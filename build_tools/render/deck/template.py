"""An empty presentation of ours: python-pptx's default package with every visible part replaced."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE as CT, RELATIONSHIP_TYPE as RT
from pptx.opc.package import XmlPart
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.parts.slide import NotesMasterPart, SlideLayoutPart

from build_tools.model import Curriculum, Edition
from build_tools.model.deck_look import DeckLook
from build_tools.render.deck.layouts import layouts
from build_tools.render.deck.logo import add_logo
from build_tools.render.deck.look import HEIGHT, WIDTH
from build_tools.render.deck.master import slide_layout, slide_master
from build_tools.render.deck.papers import handout_master, notes_master
from build_tools.render.deck.say import one_line
from build_tools.render.deck.theme import theme
from build_tools.render.deck.xml import NAMESPACES, el, emu

_FIRST_LAYOUT_ID = 2_147_483_649
_DROPPED = (RT.PRINTER_SETTINGS, RT.THUMBNAIL)


def new_presentation(curriculum: Curriculum, edition: Edition) -> Any:
    """A presentation without slides: 16:9, our theme, layouts and masters of notes and handouts."""
    presentation: Any = Presentation()
    part, look = presentation.part, curriculum.cover.deck
    presentation.slide_width, presentation.slide_height = emu(WIDTH), emu(HEIGHT)
    del part._element.sldSz.attrib["type"]
    master = presentation.slide_master.part
    master.part_related_by(RT.THEME)._blob = _bytes(theme(look))
    _replace_layouts(master, edition)
    add_notes_master(part, look, edition)
    _add_handout_master(part, look)
    tidy(presentation)
    if look.logo:
        first, logo = presentation.slide_layouts.get_by_name("Cover"), curriculum.files[look.logo]
        alt = one_line(curriculum, look.organisation, edition)
        add_logo(presentation.slide_master, first, logo, alt)
    return presentation


def tidy(presentation: Any) -> None:
    """Nothing; removes what tells of another computer: printer settings, thumbnail, old titles."""
    package = presentation.part.package
    for rels in (presentation.part.rels, package._rels):
        for relation_id in [key for key, rel in rels.items() if rel.reltype in _DROPPED]:
            rels.pop(relation_id)
    told = _bytes(el("ap:Properties", el("ap:Application", text="Microsoft Office PowerPoint")))
    for relation in package._rels.values():
        if relation.reltype == RT.EXTENDED_PROPERTIES:
            relation.target_part._blob = told


def _replace_layouts(master: Any, edition: Edition) -> None:
    """Nothing; the master and its layouts become those of this edition."""
    for relation_id in [key for key, rel in master.rels.items() if rel.reltype == RT.SLIDE_LAYOUT]:
        master.rels.pop(relation_id)
    listed: list[tuple[int, str]] = []
    for number, layout in enumerate(_layout_files(edition), start=1):
        part = SlideLayoutPart(
            PackURI(f"/ppt/slideLayouts/slideLayout{number}.xml"),
            CT.PML_SLIDE_LAYOUT,
            master.package,
            parse_xml(layout),
        )
        part.relate_to(master, RT.SLIDE_MASTER)
        relation = master.relate_to(part, RT.SLIDE_LAYOUT)
        listed.append((_FIRST_LAYOUT_ID + number, relation))
    master._element = parse_xml(_bytes(slide_master(listed, edition)))
    # python-pptx keeps the proxy of the old element once it was asked for.
    vars(master).pop("slide_master", None)


@lru_cache(maxsize=3)
def _layout_files(edition: Edition) -> tuple[bytes, ...]:
    """The layouts of an edition as files; kept, because every deck of the edition begins with them."""
    return tuple(_bytes(slide_layout(layout, edition)) for layout in layouts(edition))


def add_notes_master(presentation_part: Any, look: DeckLook, edition: Edition) -> None:
    """Nothing; adds our notes master: that of python-pptx prints Lao in a face of its own choice."""
    part = NotesMasterPart(
        PackURI("/ppt/notesMasters/notesMaster1.xml"),
        CT.PML_NOTES_MASTER,
        presentation_part.package,
        parse_xml(_bytes(notes_master(look, edition))),
    )
    relation_id = _relate_master(presentation_part, part, RT.NOTES_MASTER, look)
    listed = el("p:notesMasterIdLst", el("p:notesMasterId", r_id=relation_id))
    presentation_part._element.sldMasterIdLst.addnext(listed)


def _add_handout_master(presentation_part: Any, look: DeckLook) -> None:
    """Nothing; adds our handout master after the notes master."""
    part: Any = XmlPart(
        PackURI("/ppt/handoutMasters/handoutMaster1.xml"),
        CT.PML_HANDOUT_MASTER,
        presentation_part.package,
        parse_xml(_bytes(handout_master())),
    )
    relation_id = _relate_master(presentation_part, part, RT.HANDOUT_MASTER, look)
    listed = el("p:handoutMasterIdLst", el("p:handoutMasterId", r_id=relation_id))
    presentation_part._element.sldMasterIdLst.getnext().addnext(listed)


def _relate_master(presentation_part: Any, part: Any, relation: str, look: DeckLook) -> str:
    """The relation id of a master of paper pages, once it has its theme, equal to the slides'."""
    package = presentation_part.package
    name = package.next_partname("/ppt/theme/theme%d.xml")
    its_theme: Any = XmlPart(name, CT.OFC_THEME, package, parse_xml(_bytes(theme(look))))
    part.relate_to(its_theme, RT.THEME)
    return str(presentation_part.relate_to(part, relation))


def _bytes(element: Any) -> bytes:
    """The element as a file."""
    etree.cleanup_namespaces(element, top_nsmap={name: NAMESPACES[name] for name in "apr"})
    return bytes(etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True))
