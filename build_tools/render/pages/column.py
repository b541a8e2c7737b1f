"""One language of a page in two columns, and the blocks of a lesson as they stand in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import count

from build_tools.model import Block, Box, Heading, Language, Lesson, Run
from build_tools.render.figure import figure_html
from build_tools.render.pages.boxes import Setting, box_html
from build_tools.render.pages.page import Page, spoken
from build_tools.render.pages.templates import fill
from build_tools.render.prose import blocks_html
from build_tools.render.quiz import reading_html
from build_tools.render.runs import runs_of


class Column(Page):
    """One language of a page in two; it speaks its own, and its addresses are those of the page."""

    def __init__(self, page: Page, language: Language, lesson: Lesson) -> None:
        """The column of this language; ids of the English one have a prefix, so that none is double."""
        super().__init__(page.site, language, page.path)
        self.page, self.lesson, self.cited = page, lesson, page.cited
        self.prefix = "" if language == "lo" else "en-"
        self.environment = {**lesson.prose(language).environment, "docId": language}
        self.number = count(1)

    def file_url(self, path: str) -> str:
        """The address of a shared file, seen from the page and not from the column's language."""
        return self.page.file_url(path)

    def media_url(self, name: str) -> str:
        """The address of a picture that stands beside the lesson."""
        return self.file_url(f"assets/media/{self.lesson.id}/{name}")


def cell(column: Column, blocks: Iterable[Block], level: int) -> str:
    """The blocks of one cell as HTML."""
    return "\n".join(_block(column, block, level).strip() for block in blocks)


def _block(column: Column, block: Block, level: int) -> str:
    """A heading without an id, which its row has, a run of Markdown, or a box."""
    whole, language = column.curriculum, column.language
    if isinstance(block, Heading):
        words = "".join(run.text for run in runs_of(whole, block.tokens, language))
        return f"<h{block.level}>{spoken(words, language)}</h{block.level}>"
    if isinstance(block, Run):
        return blocks_html(whole, block.tokens, language, column, column.environment)
    return _BOXES.get(block.name, _box)(column, block, level)


def _box(column: Column, box: Box, level: int) -> str:
    """A box as it stands in the lesson, nothing folded away."""
    setting = Setting(
        column, column.lesson, column.language, min(level + 1, 4), next(column.number),
        column.environment, column.prefix, folds=False,
    )  # fmt: skip
    return box_html(setting, box)


def _figure(column: Column, box: Box, level: int) -> str:
    """The figures that the box uses, in the shape for a narrow column."""
    prefix = f"{column.prefix}{column.lesson.module}-{column.lesson.id}"
    return "\n".join(
        figure_html(
            column.lesson.figure(figure_id), column.curriculum, column.language,
            column.site.ruler, prefix, shapes=("tall",),
        )
        for figure_id in box.uses()
    )  # fmt: skip


def _items(column: Column, box: Box, level: int) -> str:
    """The items that the box uses, to be read: question, answers, what is right and why."""
    bank = {item.id: item for item in column.curriculum.module(column.lesson.module).items}
    return "\n".join(
        reading_html(column.curriculum, bank[item_id], column.language, column)
        for item_id in box.uses()
    )


def _tool(column: Column, box: Box, level: int) -> str:
    """The way to the tools that the box uses: a tool is tried in one language at a time."""
    tools = [column.curriculum.tools[tool_id] for tool_id in box.uses()]
    return fill("sides-tools", page=column, tools=tools)


_BOXES: Mapping[str, Callable[[Column, Box, int], str]] = {
    "figure": _figure,
    "items": _items,
    "tool": _tool,
}
"""The boxes that are written here in another way than in a lesson."""
