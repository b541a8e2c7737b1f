"""Where decks are written: our template, or one that the host handed back with a look of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time
from functools import lru_cache
from io import BytesIO
from itertools import count
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.packuri import PackURI

from build_tools.model import EDITIONS, Curriculum, Edition
from build_tools.model.deck_look import DeckLook
from build_tools.render.deck.frames import Layout
from build_tools.render.deck.layouts import layouts
from build_tools.render.deck.master import FEET, our_places
from build_tools.render.deck.notes_part import notes_places
from build_tools.render.deck.package import packed
from build_tools.render.deck.parts import Box, Frame
from build_tools.render.deck.say import one_line
from build_tools.render.deck.template import add_notes_master, new_presentation, tidy
from build_tools.render.deck.xml import EMU_PER_INCH, qn

_BY_KIND = {
    KIND.TITLE: "title", KIND.CENTER_TITLE: "title", KIND.FOOTER: "ftr", KIND.SLIDE_NUMBER: "sldNum",
}  # fmt: skip
_INSETS = {"lIns": 91_440, "tIns": 45_720, "rIns": 91_440, "bIns": 45_720}
"""What PowerPoint takes where neither the box nor the master says it."""


@dataclass(frozen=True, slots=True)
class Page:
    """A layout as it stands in a presentation, and how a slide names its placeholders."""

    source: Any
    places: Mapping[str, Mapping[str, str]]
    """What `p:ph` says of a placeholder, by the name of the box; `ftr` and `sldNum` are the foot."""


@dataclass(frozen=True, slots=True)
class Template:
    """A presentation without slides to write a deck into; `own` says that the host gave it.

    `notes` is what `p:ph` says of the placeholders of a notes page.
    """

    presentation: Any
    pages: Mapping[str, Page]
    notes: Mapping[str, Mapping[str, str]]
    own: bool


def template_for(curriculum: Curriculum, edition: Edition) -> Template:
    """The template of this edition; one of the host's own is sound, since it was checked."""
    own = _own_bytes(curriculum, edition)
    look = curriculum.cover.deck
    presentation = (
        new_presentation(curriculum, edition) if own is None else _emptied(own, look, edition)
    )
    _count_parts(presentation.part.package)
    sources = pages_of(presentation)
    pages = {
        layout.name: Page(
            sources[layout.name],
            our_places(layout) if own is None else _places(sources[layout.name], layout),
        )
        for layout in layouts(edition)
    }
    return Template(presentation, pages, notes_places(presentation), own is not None)


def _count_parts(package: Any) -> None:
    """Nothing; names new parts by counting on, where python-pptx looks at all parts for each name."""
    taken = {str(part.partname) for part in package.iter_parts()}
    numbers: dict[str, Iterator[int]] = {}

    def following(pattern: str) -> PackURI:
        """The next free name of this kind."""
        numbered = numbers.setdefault(pattern, count(1))
        return PackURI(next(name for n in numbered if (name := pattern % n) not in taken))

    package.next_partname = following


def layouts_for(curriculum: Curriculum, edition: Edition) -> dict[str, Layout]:
    """The layouts of this edition by name, with the boxes where the template in use has them."""
    own = _own_bytes(curriculum, edition)
    made = layouts(edition) if own is None else _measured(own, edition)
    return {layout.name: layout for layout in made}


def template_bytes(curriculum: Curriculum, edition: Edition) -> bytes:
    """Our template as a file without slides, for a host to give it a look of its own."""
    presentation, cover = new_presentation(curriculum, edition), curriculum.cover
    properties = presentation.core_properties
    properties.title = cover.title.of("en" if edition == "en" else "lo")
    organisation = one_line(curriculum, cover.deck.organisation, edition)
    properties.author = properties.last_modified_by = organisation
    properties.revision = 1
    properties.created = properties.modified = datetime.combine(cover.released, time())
    return packed(presentation, cover.released)


def templates(curriculum: Curriculum) -> dict[str, bytes]:
    """Our templates by their path in the site, for hosts to change."""
    return {template_path(edition): template_bytes(curriculum, edition) for edition in EDITIONS}


def template_path(edition: Edition) -> str:
    """Where our template of an edition stands in the site."""
    return f"downloads/decks/template.{edition}.pptx"


def pages_of(presentation: Any) -> dict[str, Any]:
    """The layouts of every master by name; of two with one name the first."""
    every = [page for master in presentation.slide_masters for page in master.slide_layouts]
    return {page.name: page for page in reversed(every)}


def held_by(source: Any) -> dict[str, Any]:
    """The placeholders of a layout: title, `ftr` and `sldNum` by their kind, the others by name."""
    made: dict[str, Any] = {}
    for shape in source.placeholders:
        made.setdefault(_BY_KIND.get(shape.placeholder_format.type, shape.name), shape)
    return made


def frame_of(shape: Any, box: Box) -> Frame:
    """The room for text in a placeholder, in inches: its own place or the master's, less insets."""
    sides = (shape.left, shape.top, shape.width, shape.height)
    whole = Frame(*((side or 0) / EMU_PER_INCH for side in sides))
    return whole.inset(*_insets(shape)) if box.kind in ("title", "body") else whole


def _own_bytes(curriculum: Curriculum, edition: Edition) -> bytes | None:
    """The host's own template of this edition, or None."""
    path = curriculum.cover.deck.template_of(edition)
    return None if path is None else curriculum.files[path]


def _emptied(data: bytes, look: DeckLook, edition: Edition) -> Any:
    """The host's presentation without its slides and without traces of the computer it comes from."""
    presentation: Any = Presentation(BytesIO(data))
    part = presentation.part
    for shows in part._element.findall(qn("p:custShowLst")):
        part._element.remove(shows)
    listed = presentation.slides._sldIdLst
    for slide in list(listed):
        part.drop_rel(slide.rId)
        listed.remove(slide)
    tidy(presentation)
    if all(relation.reltype != RT.NOTES_MASTER for relation in part.rels.values()):
        add_notes_master(part, look, edition)
    return presentation


@lru_cache(maxsize=3)
def _measured(data: bytes, edition: Edition) -> tuple[Layout, ...]:
    """Our layouts with the boxes where the host has put them; every deck of an edition asks."""
    sources = pages_of(Presentation(BytesIO(data)))
    made: list[Layout] = []
    for layout in layouts(edition):
        held = held_by(sources[layout.name])
        boxes = [replace(box, frame=frame_of(held[box.name], box)) for box in layout.boxes]
        made.append(replace(layout, boxes=tuple(boxes)))
    return tuple(made)


def _places(source: Any, layout: Layout) -> dict[str, Mapping[str, str]]:
    """What `p:ph` says of the boxes of a layout in the host's own template."""
    held = held_by(source)
    names = (*(box.name for box in layout.boxes), *(foot for foot in FEET if foot in held))
    return {name: dict(held[name]._element.ph.attrib) for name in names}


def _insets(shape: Any) -> tuple[float, ...]:
    """Left, top, right and bottom inset of a placeholder in inches."""
    base = shape._base_placeholder
    bodies = [one._element.txBody.bodyPr for one in (shape, base) if one is not None]
    told = ((body.get(name) for body in bodies) for name in _INSETS)
    return tuple(
        int(next((value for value in values if value is not None), default)) / EMU_PER_INCH
        for values, default in zip(told, _INSETS.values())
    )
