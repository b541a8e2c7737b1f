"""Reading a built site as a browser would: its links, what it loads, its languages."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

LOADING = {("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src"), ("link", "href"),
           ("video", "src"), ("audio", "src"), ("object", "data"), ("use", "href")}  # fmt: skip


@dataclass
class Html(HTMLParser):
    """What one page holds."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    language: str = ""
    switch: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "html":
            self.language = values.get("lang", "")
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
            if "hreflang" in values:
                self.switch = values
        for name, value in values.items():
            if (tag, name) in LOADING and values.get("rel") != "canonical":
                self.loads.append(value)


def read_html(content: bytes) -> Html:
    page = Html()
    page.feed(content.decode())
    return page


def pages_of(site: Mapping[str, bytes]) -> dict[str, Html]:
    """Every page of the site by its path."""
    return {path: read_html(data) for path, data in site.items() if path.endswith(".html")}


def target(path: str, address: str) -> str:
    """The path in the site that a relative address on this page points to."""
    place = unquote(urlsplit(address).path)
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), place)) if place else path


def broken(site: Mapping[str, bytes], others: frozenset[str] = frozenset()) -> Iterator[str]:
    """Every link and loaded file that is not in the site (or among `others`), with its page."""
    pages = pages_of(site)
    for path, page in pages.items():
        for address in (*page.links, *page.loads):
            parts = urlsplit(address)
            if parts.scheme in ("http", "https", "data"):
                continue
            found = target(path, address)
            if parts.scheme or address.startswith("/") or found not in {*site, *others}:
                yield f"{path}: {address}"
            elif parts.fragment and found in pages and parts.fragment not in pages[found].ids:
                yield f"{path}: {address} (no such id)"
