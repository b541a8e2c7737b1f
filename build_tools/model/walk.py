"""Walking through a part: every text in it, whatever its shape."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from build_tools.model.base import Part, Text


def texts(value: Any) -> Iterator[Text]:
    """Every bilingual text in a part (or a tuple of parts), in the order of its fields."""
    if isinstance(value, tuple):
        for entry in value:
            yield from texts(entry)
    elif isinstance(value, Part):
        if isinstance(value, Text):
            yield value
        for name in _fields_with_parts(type(value)):
            yield from texts(getattr(value, name))


@cache
def _fields_with_parts(kind: type[Part]) -> tuple[str, ...]:
    """The fields of a kind of part that can hold parts."""
    fields = kind.model_fields.items()
    return tuple(name for name, info in fields if _holds_parts(info.annotation))


def _holds_parts(annotation: Any) -> bool:
    """True if a part can stand somewhere in the annotation."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return True
    return any(_holds_parts(inner) for inner in get_args(annotation))
