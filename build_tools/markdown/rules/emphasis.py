"""Bold and italics that work inside unspaced Lao: `**ກອງທຶນ (NSSF)**ແມ່ນ` is bold."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, emphasis
from markdown_it.rules_inline.state_inline import Delimiter

from build_tools.lao import is_lao


def tokenize(state: StateInline, silent: bool) -> bool:
    """True if a run of `*` or `_` was taken; a `*` run beside Lao may open or close more freely.

    CommonMark asks for a space or punctuation outside a run that has punctuation inside. Lao
    writes no spaces, so a run may close before a Lao letter and open after one.
    """
    start, before_count = state.pos, len(state.delimiters)
    if not emphasis.tokenize(state, silent):
        return False
    if state.src[start] == "*":
        opens, closes = _lao_flanks(state.src, start, state.pos)
        for delimiter in state.delimiters[before_count:]:
            _widen(delimiter, opens, closes)
    return True


def _lao_flanks(source: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether the run may open (Lao before, no space after) and close (no space before, Lao after)."""
    before = source[start - 1] if start else " "
    after = source[end] if end < len(source) else " "
    opens = is_lao(before) and not after.isspace()
    closes = is_lao(after) and not before.isspace()
    return opens, closes


def _widen(delimiter: Delimiter, opens: bool, closes: bool) -> None:
    """Nothing; lets the delimiter open or close where the Lao rule allows it."""
    delimiter.open = delimiter.open or opens
    delimiter.close = delimiter.close or closes


def emphasis_in_lao(md: MarkdownIt) -> None:
    """Nothing; replaces the emphasis rule of the parser."""
    md.inline.ruler.at("emphasis", tokenize)
