"""Boxes: `::: name {#id key=value key="two words"}` ... `:::`."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from mdit_py_plugins.attrs.parse import ParseError, parse

_OPEN = re.compile(r"^:{3,}(?!:)\s*([^\s{]+)\s*(\{.*\})?\s*$")
_CLOSE = re.compile(r"^:{3,}\s*$")


def _line(state: StateBlock, number: int) -> str:
    """The text of a line without its indent."""
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _closing_line(state: StateBlock, start: int, end: int) -> int | None:
    """The line of the closing fence, or None if another box opens first or the text ends."""
    for number in range(start + 1, end):
        text = _line(state, number)
        if _CLOSE.match(text):
            return number
        if _OPEN.match(text):
            return None
    return None


def _read_attributes(text: str | None) -> tuple[dict[str, str], bool]:
    """The attributes between braces, and whether they could be read."""
    if not text:
        return {}, True
    try:
        end, attributes = parse(text)
    except ParseError:
        return {}, False
    readable = not text[end + 1 :].strip()
    return {key: str(value) for key, value in attributes.items()}, readable


def box(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """True if a box begins here; makes `box_open` (name in `info`, attributes in `meta`) and `box_close`.

    A box that is never closed ends at the end of its block and has `meta["closed"]` False.
    """
    opening = (
        _OPEN.match(_line(state, start)) if state.sCount[start] - state.blkIndent < 4 else None
    )
    if opening is None or state.level > 0:
        return False
    if silent:
        return True
    closing = _closing_line(state, start, end)
    last = closing if closing is not None else _text_end(state, start, end)
    attributes, readable = _read_attributes(opening[2])
    token = state.push("box_open", "div", 1)
    token.info, token.map, token.block = opening[1], [start, last], True
    token.meta = {"attributes": attributes, "closed": closing is not None, "readable": readable}
    old_max, old_parent = state.lineMax, state.parentType
    state.lineMax, state.parentType = last, "container"
    state.md.block.tokenize(state, start + 1, last)
    state.lineMax, state.parentType = old_max, old_parent
    state.push("box_close", "div", -1)
    state.line = last + 1 if closing is not None else last
    return True


def _text_end(state: StateBlock, start: int, end: int) -> int:
    """The line where an unclosed box stops: the next opening fence, or the end."""
    for number in range(start + 1, end):
        if _OPEN.match(_line(state, number)):
            return number
    return end


def boxes(md: MarkdownIt) -> None:
    """Nothing; adds the rule, which may interrupt a paragraph or a list."""
    md.block.ruler.before(
        "fence", "box", box, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )
