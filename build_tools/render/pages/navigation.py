"""The navigation of one language, as the engine reads it: titles and paths."""

from __future__ import annotations

from typing import Any

from build_tools.model import Curriculum, Language, Module
from build_tools.render.pages.track import in_order
from build_tools.render.runs import plain
from build_tools.render.tools import facts


def nav(curriculum: Curriculum, language: Language) -> list[dict[str, Any]]:
    """Home, my learning, the modules with their lessons, the tracks, and the pages to look things up."""
    words = {
        name: curriculum.word(name, language)
        for name in ("home", "my-learning", "modules", "tracks", "reference")
    }
    tracks: list[dict[str, Any]] = [
        {plain(curriculum, track.title.of(language), language): f"tracks/{track.id}.md"}
        for track in in_order(curriculum.tracks)
    ]
    reference: list[dict[str, Any]] = [
        {curriculum.word(word, language): f"{path}.md"}
        for path, word in (
            ("decks", "decks"),
            ("glossary", "glossary"),
            ("facts", "facts-and-sources"),
            ("trainer/collect", "collect"),
            ("trainer/verify", "verify"),
            ("status", "translation-status"),
            ("notices", "notices"),
        )
    ]
    modules = [_module(curriculum, module, language) for module in curriculum.modules]
    branches = (
        (words["modules"], modules),
        (words["tracks"], tracks),
        (words["reference"], [*_tools(curriculum, language), *reference]),
    )
    first = [{words["home"]: "index.md"}, {words["my-learning"]: "learning/index.md"}]
    return [*first, *({title: below} for title, below in branches if below)]


def _module(curriculum: Curriculum, module: Module, language: Language) -> dict[str, Any]:
    """A module: its own page first, then its lessons."""
    title = plain(curriculum, module.file.title.of(language), language)
    lessons = [
        {lesson.prose(language).title: f"{module.id}/{lesson.id}.md"} for lesson in module.lessons
    ]
    return {title: [{title: f"{module.id}/index.md"}, *lessons]}


def _tools(curriculum: Curriculum, language: Language) -> list[dict[str, Any]]:
    """The page of all tools first, then each; nothing where there are none."""
    title = curriculum.word("tools", language)
    tools = [
        {plain(curriculum, one.title.of(language), language): f"tools/{one.id}.md"}
        for one in facts.in_order(curriculum)
    ]
    return [{title: [{title: "tools/index.md"}, *tools]}] if tools else []
