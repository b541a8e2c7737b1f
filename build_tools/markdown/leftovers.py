"""Marks that the parser left as text, where a reader would see them or miss what they meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from markdown_it.token import Token

from build_tools.lao import invisible_name, is_unseen

_MARKS = (
    (re.compile(r"\[@"), "link-broken", "A citation is written [@source] or [@one; @two]."),
    (re.compile(r"\{\s*(?:fact|term)\b", re.IGNORECASE), "role-unknown",
     "A role is written {fact}`id` or {term}`id`, with nothing between `}` and the id."),
    (re.compile(r"\{\s*#"), "heading-id", "An id `{#id}` stands only at the end of a heading."),
    (re.compile(r"\[\^[^\]\s]+\]"), "link-broken", "No note explains `{found}`."),
)  # fmt: skip
_BREAKS = ("softbreak", "hardbreak")
_REPLACEMENT = "\ufffd"
"""What the parser makes of a character reference that names no character, such as `&#0;`."""


class Leftover(NamedTuple):
    """What a mark says wrongly: the rule it breaks; `line` is counted from 0 where known."""

    rule: str
    message: str
    line: int | None


def leftovers(tokens: Iterable[Token], line: int | None = None) -> Iterator[Leftover]:
    """Every box fence, citation, role, id and note mark left as text, and every hidden character."""
    for token in tokens:
        at = token.map[0] if token.map is not None else line
        if token.type == "inline":
            yield from text_leftovers(token.children or (), token.content, at)
        elif token.type == "code_block":
            yield from _of_code(token.content, at)


def text_leftovers(
    children: Sequence[Token], source: str = "", line: int | None = None
) -> Iterator[Leftover]:
    """The leftovers of one text; hidden characters that stand in `source` itself are left out."""
    begins = True
    for token in children:
        if token.type in _BREAKS:
            line = line + 1 if line is not None else None
        elif token.type == "text":
            fence = _fence(token.content, line) if begins else None
            yield from (fence,) if fence else _marks(token.content, line)
            yield from _hidden(token.content, source, line)
        yield from text_leftovers(token.children or (), source, line)
        begins = token.type in _BREAKS or (begins and not token.content)


def _of_code(content: str, line: int | None) -> Iterator[Leftover]:
    """The fences of boxes that were indented so far that they became code."""
    for number, text in enumerate(content.split("\n")):
        fence = _fence(text, line + number if line is not None else None)
        if fence:
            yield fence


def _fence(text: str, line: int | None) -> Leftover | None:
    """The leftover of a line that begins with `:::`."""
    text = text.strip()
    if not text.startswith(":::"):
        return None
    if not text.strip(":"):
        return Leftover("box-unclosed", f"`{text}` closes no box; boxes do not nest.", line)
    message = (
        f"`{text[:40]}` opens no box: a box begins at the left margin, after an empty line, "
        "outside lists, quotations and notes, and its `{...}` ends on the same line."
    )
    return Leftover("box-unknown", message, line)


def _marks(text: str, line: int | None) -> Iterator[Leftover]:
    """The citations, roles, ids and notes that were not understood."""
    for pattern, rule, message in _MARKS:
        for found in pattern.finditer(text):
            yield Leftover(rule, message.replace("{found}", found[0]), line)


def _hidden(text: str, source: str, line: int | None) -> Iterator[Leftover]:
    """Characters that nobody sees and that are not in the source: a character reference made them."""
    for character in sorted(set(text) - set(source)):
        if is_unseen(character) or character == _REPLACEMENT:
            message = f"A character reference makes {invisible_name(character)}."
            yield Leftover("text-invisible", message, line)


def unused_notes(environment: Mapping[str, Any]) -> tuple[str, ...]:
    """The labels of the footnotes that are written and that no text refers to."""
    references: Mapping[str, int] = environment.get("footnotes", {}).get("refs", {})
    return tuple(label.removeprefix(":") for label, number in references.items() if number < 0)
