"""Findings about templates of the host's own: what decks need and the file does not have."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile
from zlib import error as BadDeflate

from lxml.etree import XMLSyntaxError
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.exc import PythonPptxError
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from build_tools.findings import Finding, Place, did_you_mean
from build_tools.model import EDITIONS, Curriculum, Edition
from build_tools.render.deck.frames import Layout
from build_tools.render.deck.layouts import layouts
from build_tools.render.deck.look import HEIGHT, WIDTH
from build_tools.render.deck.master import FEET
from build_tools.render.deck.own import frame_of, held_by, pages_of
from build_tools.render.deck.parts import Box
from build_tools.render.deck.xml import EMU_PER_INCH

MOST_UNPACKED = 100_000_000
"""Bytes that a template may have once it is unpacked."""
BROKEN = (
    BadZipFile, BadDeflate, XMLSyntaxError, PythonPptxError, EOFError, OSError, RuntimeError,
    AttributeError, KeyError, TypeError, ValueError,
)  # fmt: skip
"""What opening a file that is no presentation, is damaged or has a password can raise."""
NEAR = 0.05
"""Inches by which a slide or a box may differ from what it should be."""
_FITS = {"body": (KIND.BODY, KIND.OBJECT), "tbl": (KIND.TABLE,)}
_CALLED = {"title": "title", "body": "text box", "tbl": "table box", "obj": "box"}
_FEET_CALLED = {"ftr": "footer", "sldNum": "slide number"}


def template_findings(curriculum: Curriculum) -> tuple[Finding, ...]:
    """What is wrong with the templates that `curriculum.yaml` names; nothing where it names none."""
    templates = curriculum.cover.deck.template
    found: list[Finding] = []
    for edition in EDITIONS if templates else ():
        path = templates.of(edition) if templates else None
        if templates and path and path in curriculum.files:
            checked = _Checked(templates.at(edition), path, edition)
            found += checked.findings(curriculum.files[path])
    return tuple(found)


class _Checked:
    """The check of one template; `place` is where it is named."""

    def __init__(self, place: Place, path: str, edition: Edition) -> None:
        """A check that has looked at nothing."""
        self.place, self.path, self.edition = place, path, edition

    def findings(self, data: bytes) -> Iterator[Finding]:
        """Everything that decks need and this file does not have."""
        presentation = _opened(data)
        if presentation is None:
            yield self.finding("deck-template", f"`{self.path}` is no presentation that opens.")
            return
        needed, sources = layouts(self.edition), pages_of(presentation)
        sides = [(side or 0) / EMU_PER_INCH
                 for side in (presentation.slide_width, presentation.slide_height)]  # fmt: skip
        if any(abs(side - right) > NEAR for side, right in zip(sides, (WIDTH, HEIGHT))):
            wide, high = (f"{side:.2f}".rstrip("0").rstrip(".") for side in sides)
            message = f"The slides of `{self.path}` are {wide} x {high} inches, not 13.33 x 7.5."
            yield self.finding("deck-template", message)
        elif not {layout.name for layout in needed} & set(sources):
            message = f"`{self.path}` has none of the layouts of the decks."
            yield self.finding("deck-template", message)
        else:
            for layout in needed:
                yield from self._layout(layout, sources)
            if not _holds_notes(presentation):
                message = f"The notes master of `{self.path}` has no box for notes."
                yield self.finding("template-placeholder", message)

    def finding(self, rule: str, message: str, hint: str = "") -> Finding:
        """A finding at the place where the template is named."""
        return Finding(self.place, rule, message, hint)

    def _layout(self, layout: Layout, sources: dict[str, Any]) -> Iterator[Finding]:
        """What a layout lacks, or that it is not there."""
        source = sources.get(layout.name)
        if source is None:
            strange = set(sources) - {one.name for one in layouts(self.edition)}
            hint = did_you_mean(layout.name, sorted(strange))
            message = f"`{self.path}` has no layout `{layout.name}`."
            yield self.finding("template-layout", message, hint)
            return
        held = held_by(source)
        for box in layout.boxes:
            yield from self._box(layout, held, box)
        for name in FEET if layout.name != "Cover" else ():
            if name not in held:
                yield self._lacks(layout, f"has no {_FEET_CALLED[name]}")

    def _box(self, layout: Layout, held: dict[str, Any], box: Box) -> Iterator[Finding]:
        """What is wrong with one box of a layout."""
        shape, called = held.get(box.name), f"{_CALLED[box.kind]} `{box.name}`"
        if shape is None:
            known = {one.name for one in layout.boxes}
            strange = [name for name in held if name not in known]
            yield self._lacks(layout, f"has no {called}", did_you_mean(box.name, strange))
            return
        kind = shape.placeholder_format.type
        if kind not in _FITS.get(box.kind, (kind,)):
            is_now = kind.name.lower().replace("_", " ")
            yield self._lacks(
                layout, f"has `{box.name}` as a placeholder for {is_now}, not as a {called}"
            )
        elif _is_outside(shape, box):
            yield self._lacks(layout, f"has the {called} outside the slide")

    def _lacks(self, layout: Layout, what: str, hint: str = "") -> Finding:
        """A finding about a box of a layout."""
        message = f"The layout `{layout.name}` of `{self.path}` {what}."
        return self.finding("template-placeholder", message, hint)


def _opened(data: bytes) -> Any | None:
    """The presentation, or None where the bytes are none."""
    try:
        with ZipFile(BytesIO(data)) as package:
            if sum(part.file_size for part in package.infolist()) > MOST_UNPACKED:
                return None
        presentation: Any = Presentation(BytesIO(data))
        for page in pages_of(presentation).values():
            held_by(page)
    except BROKEN:
        return None
    return presentation


def _holds_notes(presentation: Any) -> bool:
    """True if notes can be written: its notes master has a box for them, or it will get ours."""
    masters = [relation.target_part.notes_master for relation in presentation.part.rels.values()
               if relation.reltype == RT.NOTES_MASTER]  # fmt: skip
    return all(
        any(shape.placeholder_format.type == KIND.BODY for shape in master.placeholders)
        for master in masters
    )


def _is_outside(shape: Any, box: Box) -> bool:
    """True if a part of the box cannot be seen, or it has no room at all."""
    frame = frame_of(shape, box)
    right, bottom = frame.x + frame.width, frame.y + frame.height
    return (
        min(frame.x, frame.y) < -NEAR
        or right > WIDTH + NEAR
        or bottom > HEIGHT + NEAR
        or min(frame.width, frame.height) <= 0
    )
