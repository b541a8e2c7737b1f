"""Written heading ids: `## Heading {#an-id}`."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

_ID = re.compile(r"\s*\{#([^\s{}]+)\}\s*$")


def move_ids(state: StateCore) -> None:
    """Nothing; takes `{#id}` off the end of a heading's text and makes it the heading's id."""
    for opening, inline in zip(state.tokens, state.tokens[1:]):
        if opening.type != "heading_open" or not inline.children:
            continue
        last = inline.children[-1]
        found = _ID.search(last.content) if last.type == "text" else None
        if found:
            opening.attrSet("id", found[1])
            last.content = last.content[: found.start()]
            inline.content = _ID.sub("", inline.content)


def heading_ids(md: MarkdownIt) -> None:
    """Nothing; adds the rule after inline parsing."""
    md.core.ruler.push("heading_ids", move_ids)
