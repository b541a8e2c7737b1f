"""The boxes of a lesson as HTML: one small function for each name of the closed set."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from build_tools.model import Box, Language, Lesson
from build_tools.render.figure import figure_html
from build_tools.render.pages.evidence import fact_line
from build_tools.render.pages.page import Page, spoken
from build_tools.render.pages.templates import fill
from build_tools.render.pages.tool import tool_html
from build_tools.render.prose import blocks_html
from build_tools.render.quiz import item_html


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a box stands: its page, lesson and language, the level of its title, its number.

    `prefix` begins every id; `folds` is False where nothing is folded away.
    """

    page: Page
    lesson: Lesson
    language: Language
    level: int
    number: int
    environment: Mapping[str, Any]
    prefix: str = ""
    folds: bool = True

    def anchor(self, box: Box) -> str:
        """The id of the box on the page."""
        return f"{self.prefix}{box.id or f'box-{self.number}'}"

    def word(self, word_id: str, **values: object) -> str:
        """An interface word in the language of the prose."""
        return self.page.curriculum.word(word_id, self.language, **values)

    def body(self, box: Box) -> str:
        """The prose inside the box."""
        return blocks_html(
            self.page.curriculum, box.tokens, self.language, self.page, self.environment
        )


def box_html(setting: Setting, box: Box) -> str:
    """The HTML of a box; raises KeyError for a name that pages do not print."""
    return BOXES[box.name](setting, box)


def _frame(
    setting: Setting, box: Box, label: str, *, title: str = "", meta: str = "", more: str = ""
) -> str:
    """A titled section round the body of the box and what follows it."""
    return fill(
        "box",
        kind=box.name,
        anchor=setting.anchor(box),
        level=setting.level,
        label=label,
        title=spoken(title, setting.language),
        meta=spoken(meta, setting.language),
        body=setting.body(box),
        more=more,
    )


def _activity(setting: Setting, box: Box) -> str:
    """An activity with its minutes, form and materials."""
    values = box.attributes
    meta = [setting.word("minutes-count", n=values["minutes"])] if "minutes" in values else []
    if "form" in values:
        meta.append(setting.word(f"form-{values['form']}"))
    if values.get("materials"):
        meta.append(setting.word("materials-list", list=values["materials"]))
    title = values.get("title", "")
    return _frame(setting, box, setting.word("box-activity"), title=title, meta=" · ".join(meta))


def _titled(word: str) -> Callable[[Setting, Box], str]:
    """A writer of boxes that have a label and perhaps a title."""

    def write(setting: Setting, box: Box) -> str:
        """The box in its frame."""
        return _frame(setting, box, setting.word(word), title=box.attributes.get("title", ""))

    return write


def _trainer(setting: Setting, box: Box) -> str:
    """Notes for the trainer, folded away until asked for."""
    label = setting.word("box-trainer")
    if not setting.folds:
        return _frame(setting, box, label)
    return fill("trainer", label=label, anchor=box.id, body=setting.body(box))


def _disagreement(setting: Setting, box: Box) -> str:
    """What is said about facts that differ, and the facts side by side."""
    page = setting.page
    lines = [fact_line(page, fact_id) for fact_id in box.attributes["facts"].split()]
    cards = fill("fact-cards", page=page, lines=lines)
    title = box.attributes.get("title", "")
    return _frame(setting, box, setting.word("box-disagreement"), title=title, more=cards)


def _quote(setting: Setting, box: Box) -> str:
    """A short quotation with the source that it is taken from."""
    source = setting.page.curriculum.sources[box.attributes["source"]]
    url, number = setting.page.citation(source.id)
    body = setting.body(box)
    anchor = box.id and setting.anchor(box)
    return fill("quote", anchor=anchor, body=body, source=source, url=url, number=number)


def _figure(setting: Setting, box: Box) -> str:
    """The figures that the box uses."""
    page = setting.page
    figures = (setting.lesson.figure(figure_id) for figure_id in box.uses())
    prefix = page.path.replace("/", "-")
    return "\n".join(
        figure_html(figure, page.curriculum, page.language, page.site.ruler, prefix)
        for figure in figures
    )


def _items(setting: Setting, box: Box) -> str:
    """The items that the box uses, under a heading."""
    page = setting.page
    bank = {item.id: item for item in page.curriculum.module(setting.lesson.module).items}
    forms = [
        item_html(page.curriculum, bank[item_id], page.language, page) for item_id in box.uses()
    ]
    label = page.word("check-yourself")
    return fill("items", anchor=setting.anchor(box), level=setting.level, label=label, forms=forms)


def _tool(setting: Setting, box: Box) -> str:
    """The tools that the box uses, each in a frame under its name."""
    page = setting.page
    return "\n".join(
        fill(
            "box",
            kind="tool",
            anchor=f"tool-{tool_id}",
            level=setting.level,
            label=page.word("box-tool"),
            title=page.words(page.curriculum.tools[tool_id].title),
            meta="",
            body=tool_html(page, tool_id, full=False),
            more="",
        )
        for tool_id in box.uses()
    )


BOXES: Mapping[str, Callable[[Setting, Box], str]] = {
    "activity": _activity,
    "case": _titled("box-case"),
    "note": _titled("box-note"),
    "key-messages": _titled("key-messages"),
    "trainer": _trainer,
    "disagreement": _disagreement,
    "quote": _quote,
    "figure": _figure,
    "items": _items,
    "tool": _tool,
}
"""By name of the box."""

OF_THE_PAGE = ("figure", "items", "tool")
"""Boxes whose texts choose their language by themselves; the others speak the language of the prose."""
