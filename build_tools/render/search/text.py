"""What a finished page says, cut at the headings and entries that can be linked to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import html

from build_tools.lao import is_lao

SILENT_TAGS = frozenset(
    {"button", "desc", "input", "script", "select", "style", "template", "textarea"}
)
SILENT = frozenset(
    {
        "tot-badge", "tot-chips", "tot-cite", "tot-confidence", "tot-figure-data",
        "tot-item__answer", "tot-item__hint", "tot-item__notice", "tot-letters", "tot-numbers",
        "tot-sorting__key", "tot-sources", "tot-stale", "tot-standing", "tot-tall", "tot-way",
    }
)  # fmt: skip
"""Parts without words of their own (ways through the site, notices, second forms of a figure),
and answers: a search would give them away. Facts and sources are read on their own page alone."""
EVIDENCE = "facts.html"
SOURCES = "page-sources"
INLINE = frozenset(
    {"a", "abbr", "b", "cite", "code", "em", "i", "mark", "q", "small", "span", "strong", "sub",
     "sup"}
)  # fmt: skip
"""Tags that do not end a word."""
_BEFORE_STOP = re.compile(r" (?=[.,;:!?)](?: |$))")
"""The blank that is left where a citation stood."""
_EMPTY = re.compile(r" ·(?= ·)")
"""The dot before a part that says nothing here."""
LISTS = frozenset({"tot-facts", "tot-sources"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4"})


@dataclass(slots=True)
class Entry:
    """A part of a page that can be linked to; the first one of a page is the page itself."""

    id: str
    heading: str = ""
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Everything that is said below the heading."""
        said = _line("".join(self.parts))
        return _EMPTY.sub("", _BEFORE_STOP.sub("", said))


@dataclass(frozen=True, slots=True)
class PageText:
    """The path of a page, its language where that is not the one around it, and its entries."""

    path: str
    language: str
    entries: tuple[Entry, ...]

    def texts(self) -> Iterator[str]:
        """Every heading and text."""
        for entry in self.entries:
            yield from (entry.heading, entry.text)


def page_text(path: str, page: bytes) -> PageText:
    """What the article of a page says; raises LookupError for a page without one."""
    tree = html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8"))
    articles = tree.find_class("md-content__inner")
    if not articles:
        raise LookupError(f"{path} has no article to search in")
    reader = _Reader(SILENT - {"tot-sources"} if path.endswith(EVIDENCE) else SILENT)
    reader.inside(articles[0])
    title = articles[0].find(".//h1")
    first, *others = reader.entries
    kept = (first, *(entry for entry in others if entry.text or _is_told(entry)))
    return PageText(path, title.get("lang", "") if title is not None else "", kept)


class _Reader:
    """One reading of an article, from top to bottom."""

    def __init__(self, silent: frozenset[str]) -> None:
        """A reader that has read nothing; what stands above the first heading is the page's."""
        self.silent = silent
        self.term: Any = None
        self.entries = [Entry("")]

    def inside(self, node: Any) -> None:
        """Nothing; reads the words of a node and of all nodes below it."""
        self.say(node.text)
        for child in node:
            if isinstance(child.tag, str):
                self.node(child)
            self.say(child.tail)

    def node(self, node: Any) -> None:
        """Nothing; reads one node, which may open an entry or say nothing."""
        if node.get("hidden") is not None or node.tag in SILENT_TAGS:
            return
        if node is self.term or not self.silent.isdisjoint(_classes(node)):
            return
        if node.tag in HEADINGS and node.get("id"):
            self.heading(node)
        elif node.tag == "text":
            self.say(f" {_drawn(node)} ")
        elif node.tag in INLINE:
            self.inside(node)
        else:
            if _is_entry(node):
                self.entry(node)
            self.say(" ")
            self.inside(node)
            self.say(" ")

    def entry(self, node: Any) -> None:
        """Nothing; opens an entry of the glossary under its term; facts and sources have no name."""
        self.term = node.find("dt/span")
        name = "" if self.term is None else _line(self.term.text_content())
        self.entries.append(Entry(node.get("id"), name))

    def heading(self, node: Any) -> None:
        """Nothing; opens an entry, or gives the page its title."""
        words = _line(node.text_content())
        if node.tag == "h1":
            self.entries[0].heading = words
        else:
            self.entries.append(Entry(node.get("id"), words))

    def say(self, words: str | None) -> None:
        """Nothing; adds words to the entry that is open."""
        self.entries[-1].parts.append(words or "")


def _is_told(entry: Entry) -> bool:
    """True for a heading that says something by itself: no letter of the glossary, no empty list."""
    return len(entry.heading) > 1 and entry.id != SOURCES


def _is_entry(node: Any) -> bool:
    """True for an entry of the glossary, a fact and a source, which have addresses of their own."""
    is_line = node.tag == "li" and not LISTS.isdisjoint(_classes(node.getparent()))
    return node.get("id") is not None and (is_line or "tot-entry" in _classes(node))


def _drawn(node: Any) -> str:
    """The lines of a text in a drawing; between two Lao letters a new line is no new word."""
    said = ""
    for line in node.itertext():
        torn = said and line and is_lao(said[-1]) and is_lao(line[0])
        said += line if torn or not said else f" {line}"
    return said


def _classes(node: Any) -> list[str]:
    """The names in the class of a node."""
    return str(node.get("class", "")).split()


def _line(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())
