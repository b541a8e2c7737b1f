"""Walking through a part: every text in it, whatever its shape."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from build_tools.model.base import Part, Text


def texts(value: Any) -> Iterator[Text]:
    """Every bilingual text in a part (or a tuple of parts), in the order of its fields."""
    if isinstance(value, Text):
        yield value
    if isinstance(value, Part):
        for name in type(value).model_fields:
            yield from texts(getattr(value, name))
    elif isinstance(value, tuple):
        for entry in value:
            yield from texts(entry)
