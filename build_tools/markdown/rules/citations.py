"""Citations: `[@source]` and `[@one; @two]`."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

_CITATION = re.compile(r"\[@([^\s\];]+(?:\s*;\s*@[^\s\];]+)*)\]")


def citation(state: StateInline, silent: bool) -> bool:
    """True if a citation stands here; makes a `citation` token whose `meta["ids"]` are source ids."""
    if state.src[state.pos] != "[":
        return False
    found = _CITATION.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.content = found[0]
        token.meta = {"ids": [part.strip().lstrip("@") for part in found[1].split(";")]}
    state.pos = found.end()
    return True


def citations(md: MarkdownIt) -> None:
    """Nothing; adds the rule before links."""
    md.inline.ruler.before("link", "citation", citation)
