"""The sample items of the quiz tests, and a page that holds one of each type."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter

from build_tools.model import Cover, Curriculum, Item, Language, Text, Word
from build_tools.render.quiz import item_html

ROOT = Path(__file__).parent.parent
WEB = ROOT / "build_tools/web"
CASES = Path(__file__).parent / "cases"
SCRIPTS = ("lao.js", "scoring.js", "quiz.js")


class NoLinks:
    """Links of a page that stands alone."""

    def lesson_url(self, lesson_id: str, fragment: str) -> str:
        return f"#{lesson_id}"

    def term_url(self, term_id: str) -> str:
        return f"#{term_id}"

    def citation(self, source_id: str) -> tuple[str, str]:
        return f"#{source_id}", "1"

    def media_url(self, name: str) -> str:
        return name


def read_yaml(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def make_items(values: Any) -> tuple[Item, ...]:
    return TypeAdapter(tuple[Item, ...]).validate_python(values)


def sample_items() -> dict[str, Item]:
    """The sample item of each type, by type."""
    return {item.type: item for item in make_items(read_yaml(CASES / "quiz/items.yaml"))}


def sample_curriculum() -> Curriculum:
    """A curriculum that has nothing but the real interface words."""
    words = TypeAdapter(tuple[Word, ...]).validate_python(read_yaml(ROOT / "curriculum/words.yaml"))
    title = Text(en="Quiz", lo="ຄຳຖາມ")
    cover = Cover.model_validate({
        "id": "sample", "title": title, "version": "2026.11.0", "released": date(2026, 11, 30),
        "languages": {"source": "en", "default": "lo"}, "licence": "CC-BY-4.0",
        "reading_speed": {"en": 180, "lo": 150}, "deck": {"organisation": title},
    })  # fmt: skip
    return Curriculum(cover=cover, words={word.id: word for word in words})


def page(language: Language, items: Sequence[Item], scheme: str = "") -> str:
    """A whole HTML page with these items, its style and its scripts inside.

    With a colour scheme (`default` or `slate`) it has the colours of the site, else the fallbacks.
    """
    forms = "\n".join(item_html(sample_curriculum(), item, language, NoLinks()) for item in items)
    title = escape("Quiz" if language == "en" else "ຄຳຖາມ")
    sheets = ("site.css", "quiz.css") if scheme else ("quiz.css",)
    styles = "".join((WEB / name).read_text("utf-8") for name in sheets)
    scripts = "".join(f"<script>{(WEB / name).read_text('utf-8')}</script>" for name in SCRIPTS)
    return (
        f'<!doctype html><html lang="{language}" data-md-color-scheme="{scheme}"><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{styles}body{{margin:0 auto;padding:0 8px;max-width:44em;font-family:sans-serif}}"
        f"</style><body><main><h1>{title}</h1>{forms}</main>{scripts}</html>"
    )
