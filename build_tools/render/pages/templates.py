"""The templates of the pages; everything that is not marked as HTML is escaped."""

from __future__ import annotations

from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined


@lru_cache(maxsize=1)
def _environment() -> Environment:
    """The environment of `templates/pages`."""
    return Environment(
        loader=PackageLoader("build_tools", "templates/pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def fill(name: str, **values: object) -> str:
    """The HTML of the template `<name>.html.j2` with these values."""
    return _environment().get_template(f"{name}.html.j2").render(**values)
