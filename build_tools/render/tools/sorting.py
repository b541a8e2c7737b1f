"""A sorting as a form that can be read without a script; `web/sorting.js` adds results and checking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from build_tools.model import Curriculum, Language, Text, Tool
from build_tools.model.tools import ToolRow
from build_tools.render.measure import Ruler
from build_tools.render.tools.frame import ToolLinks, ToolWriter, fill, script_data
from build_tools.render.values import date_text
from build_tools.tools import TOOLS, Sorting
from build_tools.tools.values import verdict

WORDS = (
    "not-right", "right", "sorting-count", "sorting-exercise", "sorting-first", "sorting-left",
    "sorting-line", "sorting-look", "sorting-no-key", "sorting-open", "sorting-result",
    "sorting-right", "sorting-room", "sorting-summary", "sorting-too-full",
)  # fmt: skip
"""The interface words that `web/sorting.js` says."""
OWN_WORDS = {
    "tool-loaded": "sorting-loaded",
    "tool-loaded-other": "sorting-loaded-other",
    "tool-open": "sorting-own-page",
    "tool-own-title": "sorting-own-title",
    "tool-remark": "sorting-remark",
}
"""What a sorting says in place of words of the frame that speak of numbers."""
LONG = 10
"""Letters of an option that still fit into half the width of a phone."""


@dataclass(frozen=True, slots=True)
class SortingWriter(ToolWriter):
    """What the templates ask for: the texts of one sorting on one page."""

    sorting: Sorting

    def word(self, word_id: str, **values: object) -> str:
        """An interface word in the page's language; the sorting's own where it has one."""
        return ToolWriter.word(self, OWN_WORDS.get(word_id, word_id), **values)

    def label(self, text: Text) -> Markup:
        """The words of a text without links, marked as English where they stand for missing Lao."""
        words = Markup.escape(self.plain(text))
        if text.language_of(self.language) == self.language:
            return words
        return Markup('<span lang="en">{}</span>').format(words)

    def has_key(self) -> bool:
        """True if some row has right answers."""
        return any(row.key for row in self.tool.rows)

    def judges(self) -> bool:
        """False for a ranking, whose only answer is itself the result."""
        return [column.options for column in self.sorting.columns] != [self.sorting.verdicts]

    def is_wide(self) -> bool:
        """True if an option is too long for a list that takes half of a phone."""
        options = [option for column in self.tool.columns for option in column.options]
        return any(len(self.plain(option.title)) > LONG for option in options)

    def answers(self, row: ToolRow) -> tuple[tuple[Text, Text], ...]:
        """The questions and the right answers of a row; nothing where it has no key."""
        if not row.key:
            return ()
        return tuple(
            (column.title, option.title)
            for column in self.tool.columns
            for option in column.options
            if option.id == row.key[column.id]
        )

    def result(self, row: ToolRow) -> Text:
        """The name of the verdict on a row with a key."""
        names = {one.id: one.title for one in self.tool.verdicts}
        return names[verdict(self.sorting, self.tool, row.key)]

    def room(self) -> Mapping[str, int]:
        """By verdict, how many rows it takes; empty where it takes any number."""
        return self.sorting.room(len(self.tool.rows)) if self.sorting.room else {}

    def evidence(self, row: ToolRow) -> Markup:
        """Date, confidence and sources of the fact of a row; empty where it names none."""
        if row.fact is None:
            return Markup()
        fact = self.curriculum.facts[row.fact]
        parts = [Markup.escape(self.word(f"confidence-{fact.confidence}"))]
        if fact.as_of is not None:
            date = date_text(fact.as_of, self.language)
            parts.insert(0, Markup.escape(self.word("fact-as-of", date=date)))
        for source in fact.sources:
            url, number = self.links.citation(source)
            name = f"[{number}] {self.curriculum.sources[source].publisher}"
            parts.append(Markup('<a href="{}">{}</a>').format(url, name))
        return Markup(" · ").join(parts)

    def data(self) -> Markup:
        """JSON for the script: the right answers, and the words that it says."""
        return script_data({
            **self.base(),
            "sentence": self.word("sorting-exercise"),
            "key": {row.id: row.key for row in self.tool.rows if row.key},
            "verdicts": {one.id: self.plain(one.title) for one in self.tool.verdicts},
            "words": self.words(WORDS),
        })  # fmt: skip


def sorting_html(
    curriculum: Curriculum,
    tool: Tool,
    language: Language,
    links: ToolLinks,
    ruler: Ruler,
    prefix: str,
    *,
    full: bool,
) -> str:
    """The section of a sorting; KeyError for a tool that is none. Nothing in it is measured."""
    sorting = TOOLS[tool.id]
    if not isinstance(sorting, Sorting):
        raise KeyError(tool.id)
    writer = SortingWriter(curriculum, tool, language, links, prefix, full, sorting)
    return fill("sorting", writer=writer, tool=tool)
