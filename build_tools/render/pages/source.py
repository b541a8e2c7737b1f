"""The files that the engine reads: front matter, Markdown headings, and HTML it leaves alone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from html import escape

from build_tools.model import Language

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()>#+\-.!])")


def front_matter(values: Mapping[str, object]) -> str:
    """The head of a page; JSON values are YAML values, whatever characters they hold."""
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in values.items())
    return f"---\n{''.join(lines)}---\n"


def heading(level: int, words: str, anchor: str, language: Language | None = None) -> str:
    """A Markdown heading whose words no Markdown reader can take for anything but words."""
    one_line = " ".join(words.split())
    text = _MARKDOWN.sub(r"\\\1", one_line.replace("&", "&amp;").replace("<", "&lt;"))
    lang = f" lang={language}" if language else ""
    return f"{'#' * level} {text} {{ #{anchor}{lang} }}\n"


def chunk(html: str, language: Language | None = None) -> str:
    """HTML inside one block element at the start of a line, which Markdown readers pass on as it is."""
    lang = f' lang="{escape(language)}"' if language else ""
    return f'<div class="tot-part"{lang}>\n{html.strip()}\n</div>\n'


def document(head: Mapping[str, object], parts: Iterable[str]) -> bytes:
    """The whole file, its parts kept apart by empty lines."""
    return "\n".join((front_matter(head), *parts)).encode()
