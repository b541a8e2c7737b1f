"""A finished Office file made the same on every computer and every day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pptx.opc.oxml import serialize_part_xml
from pptx.opc.serialized import _ContentTypesItem

FIRST_DAY = date(1980, 1, 1)
"""The earliest day that a zip can name."""
CONTENT_TYPES = "[Content_Types].xml"
_MOMENT = re.compile(rb"(<dcterms:(created|modified)\b[^>]*>)[^<]*(</dcterms:\2>)")


def settle(data: bytes, released: date = FIRST_DAY) -> bytes:
    """The same package with fixed dates and order; workbooks inside it are settled too.

    Parts stand in the order of their names, the list of content types first, as Office wants it.
    `released` becomes the day on which the document says it was made and changed.
    """
    with ZipFile(BytesIO(data)) as old:
        return _zipped({name: old.read(name) for name in old.namelist()}, released)


def packed(presentation: Any, released: date) -> bytes:
    """A presentation as a settled file, each of its parts written once."""
    package = presentation.part.package
    parts = list(package.iter_parts())
    files = {CONTENT_TYPES: serialize_part_xml(_ContentTypesItem.xml_for(parts)),
             "_rels/.rels": package._rels.xml}  # fmt: skip
    for part in parts:
        files[part.partname.membername] = part.blob
        if part.rels:
            files[part.partname.rels_uri.membername] = part.rels.xml
    return _zipped(files, released)


def _zipped(files: Mapping[str, bytes], released: date) -> bytes:
    """The parts of a package as a file."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in sorted(files, key=lambda name: (name != CONTENT_TYPES, name)):
            info = ZipInfo(name, (*FIRST_DAY.timetuple()[:3], 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = 0o644 << 16
            new.writestr(info, _settled(name, files[name], released))
    return made.getvalue()


def _settled(name: str, part: bytes, released: date) -> bytes:
    """A part of the package without traces of the moment it was written."""
    if name.endswith(".xlsx"):
        return settle(part, released)
    if name == "docProps/core.xml":
        moment = f"{released.isoformat()}T00:00:00Z".encode()
        return _MOMENT.sub(rb"\g<1>" + moment + rb"\g<3>", part)
    return part
