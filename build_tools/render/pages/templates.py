"""The templates of the pages."""

from __future__ import annotations

from build_tools.render.templates import templates


def fill(name: str, **values: object) -> str:
    """The HTML of the template `<name>.html.j2` with these values."""
    return templates("pages").get_template(f"{name}.html.j2").render(**values)
