"""Text in, markdown-it tokens out; the same parser for lessons and for every text in YAML."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.myst_role import myst_role_plugin

from build_tools.markdown.rules.boxes import boxes
from build_tools.markdown.rules.citations import citations
from build_tools.markdown.rules.emphasis import emphasis_in_lao
from build_tools.markdown.rules.heading_ids import heading_ids


class _Parser(MarkdownIt):
    """CommonMark that makes a link of every address, so that a check and not the eye finds it."""

    def validateLink(self, url: str) -> bool:
        """True: the rule `link-unsafe` judges addresses."""
        return True


@lru_cache(maxsize=1)
def parser() -> MarkdownIt:
    """The configured parser.

    HTML and unsafe links are recognised so that the checks can report them; no page is made then.
    """
    md = _Parser("commonmark", {"html": True}).enable("table")
    for plugin in (emphasis_in_lao, boxes, citations, heading_ids, myst_role_plugin):
        md.use(plugin)
    return md.use(footnote_plugin, inline=False)


def parse_blocks(text: str) -> tuple[tuple[Token, ...], dict[str, Any]]:
    """The block tokens of a lesson's body, and the environment that holds its footnotes."""
    environment: dict[str, Any] = {}
    return tuple(parser().parse(text, environment)), environment


@lru_cache(maxsize=50_000)
def parse_inline(text: str) -> tuple[Token, ...]:
    """The inline tokens of one text of a YAML file; do not change them, they are shared."""
    (inline,) = parser().parseInline(text, {})
    return tuple(inline.children or ())
