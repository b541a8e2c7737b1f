"""Templates as a host would hand them back: our empty one with a few things changed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from build_tools.model import Edition
from build_tools.render.deck.own import template_bytes
from tests.figure_case import curriculum


@cache
def empty(edition: Edition) -> bytes:
    """Our template without slides."""
    return template_bytes(curriculum(), edition)


def changed(edition: Edition, swaps: Mapping[str, str], within: str = "ppt/slideLayouts/") -> bytes:
    """Our template with these texts of its parts replaced, each of them there at least once."""
    return swapped(empty(edition), swaps, within)


def swapped(data: bytes, swaps: Mapping[str, str], within: str) -> bytes:
    """A package with these texts replaced in the parts whose names begin so."""
    made, seen = BytesIO(), set[str]()
    with ZipFile(BytesIO(data)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name.startswith(within) and name.endswith(".xml"):
                text = part.decode()
                for before, after in swaps.items():
                    seen |= {before} if before in text else set()
                    text = text.replace(before, after)
                part = text.encode()
            new.writestr(name, part)
    assert seen == set(swaps), set(swaps) - seen
    return made.getvalue()


def saved(presentation: Any) -> bytes:
    """A presentation as a file."""
    made = BytesIO()
    presentation.save(made)
    return made.getvalue()
