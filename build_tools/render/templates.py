"""The templates of the outputs; everything that is not marked as HTML is escaped."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined


@cache
def templates(folder: str) -> Environment:
    """The templates of one folder of `templates/`; an unknown name in one is an error."""
    return Environment(
        loader=PackageLoader("build_tools", f"templates/{folder}"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
