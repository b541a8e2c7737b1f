"""What a text refers to, and its words without the marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from markdown_it.token import Token

from build_tools.markdown.rules.roles import split_role

Kind = Literal["fact", "term", "source", "link", "image", "role"]


_KINDS: dict[str, Kind] = {"fact": "fact", "term": "term"}


class Reference(NamedTuple):
    """Something a text points to; `form` is a role's form, `line` is counted from 0 where known."""

    kind: Kind
    target: str
    form: str
    line: int | None


def references(tokens: Iterable[Token], line: int | None = None) -> Iterator[Reference]:
    """Every role, citation, link and image in the tokens, in reading order.

    A role whose name is neither `fact` nor `term` comes as kind "role".
    """
    for token in tokens:
        if token.map is not None:
            line = token.map[0]
        if token.type == "myst_role":
            name = str(token.meta["name"])
            target, form = split_role(name, token.content)
            kind = _KINDS.get(name)
            if kind is not None:
                yield Reference(kind, target, form, line)
            else:
                yield Reference("role", name, token.content, line)
        elif token.type == "citation":
            yield from (Reference("source", target, "", line) for target in token.meta["ids"])
        elif token.type == "link_open":
            yield Reference("link", str(token.attrGet("href")), "", line)
        elif token.type == "image":
            yield Reference("image", str(token.attrGet("src")), token.content, line)
        elif token.type in ("softbreak", "hardbreak") and line is not None:
            line += 1
        if token.children and token.type != "image":
            yield from references(token.children, line)


def plain_text(tokens: Iterable[Token]) -> str:
    """The words of the tokens: text and code; roles and citations leave nothing."""
    parts: list[str] = []
    for token in tokens:
        if token.type in ("text", "code_inline", "code_block", "fence"):
            parts.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif token.children:
            parts.append(plain_text(token.children) + "\n")
    return "".join(parts)
