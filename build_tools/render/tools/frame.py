"""What the HTML of both kinds of tool shares: its texts, its words and the data for its script."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from markupsafe import Markup

from build_tools.model import Curriculum, Language, Text, Tool
from build_tools.model.tools import Named
from build_tools.render.prose import Links, inline_html
from build_tools.render.runs import plain
from build_tools.render.templates import templates
from build_tools.render.values import date_text

FILE_WORDS = (
    "tool-file-broken", "tool-file-other", "tool-loaded", "tool-loaded-other", "tool-mend-first",
    "tool-note", "tool-province", "tool-remark", "tool-saved", "tool-sheet", "tool-signature",
    "tool-solution",
)  # fmt: skip
"""The interface words that `web/tool-file.js` says."""


class ToolLinks(Links, Protocol):
    """Where things stand, seen from the page of a lesson or of a tool."""

    def tool_url(self, tool_id: str) -> str:
        """The address of a tool's own page."""


@dataclass(frozen=True, slots=True)
class ToolWriter:
    """What the templates ask for: the texts of one tool on one page.

    Every id on the page starts with `prefix`; `full` is its own page, which saves, loads and prints.
    """

    curriculum: Curriculum
    tool: Tool
    language: Language
    links: ToolLinks
    prefix: str
    full: bool

    def word(self, word_id: str, **values: object) -> str:
        """An interface word in the page's language."""
        return self.curriculum.word(word_id, self.language, **values)

    def prose(self, text: Text) -> Markup:
        """The text with its links, marked as English where it stands for missing Lao."""
        spoken = text.language_of(self.language)
        html = Markup(inline_html(self.curriculum, text.of(spoken), spoken, self.links))
        return html if spoken == self.language else Markup('<span lang="en">{}</span>').format(html)

    def plain(self, text: Text) -> str:
        """The bare words of the text, for the script."""
        return plain(self.curriculum, text.of(self.language), text.language_of(self.language))

    def named(self, one: Named) -> dict[str, object]:
        """An id with its bare title, and the language that the title is in."""
        title = one.title
        return {"id": one.id, "title": self.plain(title), "lang": title.language_of(self.language)}

    def words(self, ids: Iterable[str]) -> dict[str, str]:
        """Interface words by id, with those of saving and printing where the page does that."""
        wanted = (*ids, *(FILE_WORDS if self.full else ()))
        return {word_id: self.word(word_id) for word_id in wanted}

    def base(self) -> dict[str, object]:
        """What every script of a tool is told: which tool this is, in which language and version."""
        cover = self.curriculum.cover
        released = date_text(cover.released.isoformat(), self.language)
        return {
            "tool": self.tool.id,
            "language": self.language,
            "title": self.plain(self.tool.title),
            "version": cover.version,
            "version_line": self.word("version-and-date", version=cover.version, date=released),
            "labels": {label.id: self.plain(label.title) for label in self.tool.labels},
        }


def script_data(values: object) -> Markup:
    """JSON that can stand inside a script element."""
    return Markup(json.dumps(values, ensure_ascii=False).replace("<", "\\u003c"))


def fill(name: str, **values: object) -> str:
    """The HTML of the template `<name>.html.j2` of tools with these values."""
    return templates("tools").get_template(f"{name}.html.j2").render(**values)
