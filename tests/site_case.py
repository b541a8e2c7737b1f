"""Reading the pages of a built site: their language and their switch to the other one."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Html(HTMLParser):
    """What a page says about itself; `switch` holds the attributes of its link to the other language."""

    language: str = ""
    links: list[str] = field(default_factory=list)
    switch: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = values["lang"]
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
            if "hreflang" in values:
                self.switch = values


def pages_of(site: Mapping[str, bytes]) -> dict[str, Html]:
    """Every page of the site by its path."""
    names = (path for path in site if path.endswith(".html") and not path.startswith("assets/"))
    made = {path: Html() for path in names}
    for path, page in made.items():
        page.feed(site[path].decode())
    return made


def target(path: str, address: str) -> str:
    """The path in the site that a relative address on this page points to."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), address))
