"""XML elements for what python-pptx has no call for; the one place that knows its parser."""

from __future__ import annotations

from functools import cache
from typing import Any

from pptx.oxml import oxml_parser

NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "ap": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
}
EMU_PER_INCH = 914_400
DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"


@cache
def qn(tag: str) -> str:
    """The tag with its namespace written out: "a:t" -> "{http://...}t"."""
    prefix, name = tag.split(":")
    return f"{{{NAMESPACES[prefix]}}}{name}"


@cache
def _named(tag: str) -> tuple[str, dict[str, str]]:
    """The tag written out, and the one namespace that its element declares."""
    prefix = tag.split(":")[0]
    return qn(tag), {prefix: NAMESPACES[prefix]}


@cache
def _attribute(name: str) -> str:
    """The name of an attribute: `r_id` is `r:id`."""
    return qn(name.replace("_", ":")) if name.startswith("r_") else name


def el(tag: str, *children: Any, text: str | None = None, **attributes: Any) -> Any:
    """An element; an attribute `r_id` is written `r:id`, and one that is None is left out."""
    name, spaces = _named(tag)
    given = {_attribute(key): str(value) for key, value in attributes.items() if value is not None}
    made = oxml_parser.makeelement(name, given, spaces)
    if text is not None:
        made.text = text
    made.extend([child for child in children if child is not None])
    return made


def emu(inches: float) -> int:
    """Inches in the unit of the file."""
    return round(inches * EMU_PER_INCH)


def transform(x: float, y: float, width: float, height: float) -> Any:
    """The place and size of a shape, given in inches."""
    return el(
        "a:xfrm",
        el("a:off", x=emu(x), y=emu(y)),
        el("a:ext", cx=emu(width), cy=emu(height)),
    )


def group_head() -> tuple[Any, Any]:
    """The two elements that every shape tree begins with."""
    names = el("p:nvGrpSpPr", el("p:cNvPr", id=1, name=""), el("p:cNvGrpSpPr"), el("p:nvPr"))
    zero = el(
        "a:xfrm",
        el("a:off", x=0, y=0),
        el("a:ext", cx=0, cy=0),
        el("a:chOff", x=0, y=0),
        el("a:chExt", cx=0, cy=0),
    )
    return names, el("p:grpSpPr", zero)


def decorative(name: str, shape_id: int) -> Any:
    """The name of a shape that screen readers pass over."""
    mark = el("a:ext", el("adec:decorative", val=1), uri=DECORATIVE)
    return el("p:cNvPr", el("a:extLst", mark), id=shape_id, name=name)
