"""A lesson file to front matter and prose: sections of headings, boxes and runs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from markdown_it.token import Token

from build_tools.findings import Finding, Place
from build_tools.load.boxes import BOXES, box_findings
from build_tools.load.parts import build
from build_tools.markdown import leftovers, parse_blocks, plain_text, unused_notes
from build_tools.model import Block, Box, Heading, Prose, Run, Section
from build_tools.model.base import ID_PATTERN
from build_tools.yaml_text import read_yaml

TOP = "title"
"""The id of a lesson's first section: its title and what stands before the first heading."""

_FRONT = re.compile(r"\A---\n(.*?\n)?---(?:\n|\Z)", re.DOTALL)


def read_lesson(
    kind: Any, path: str, text: str, findings: list[Finding]
) -> tuple[Any, Prose] | None:
    """The front matter (of this kind) and the prose; None with findings where the head is broken."""
    found = _FRONT.match(text)
    if found is None:
        message = "The file must begin with `---`, the fields of the lesson, and `---`."
        findings.append(Finding(Place(path), "field-missing", message))
        return None
    value, wrong = read_yaml(path, found[1] or "", first_line=1)
    findings.extend(wrong)
    front = None if wrong else build(kind, value, Place(path), findings, set())
    prose = _prose(path, text, found.end(), front.title if front else "", findings)
    return (front, prose) if front else None


def _prose(path: str, text: str, start: int, title: str, findings: list[Finding]) -> Prose:
    """The prose below the front matter."""
    offset = text.count("\n", 0, start)
    tokens, environment = parse_blocks(text[start:])
    _shift(tokens, offset)
    lines = tuple(text.split("\n"))
    blocks = tuple(_blocks(path, tokens))
    findings.extend(_findings(path, tokens, blocks))
    findings.extend(_unused_notes(path, lines, environment))
    sections = tuple(_sections(blocks, lines, title, Place(path, offset + 1)))
    return Prose(path, title, sections, lines, environment)


def _shift(tokens: Iterable[Token], offset: int) -> None:
    """Nothing; makes the token maps count lines of the file."""
    for token in tokens:
        if token.map is not None:
            token.map = [line + offset for line in token.map]


def _place(path: str, token: Token) -> Place:
    """The place where a block token begins."""
    return Place(path, (token.map[0] if token.map else 0) + 1)


def _blocks(path: str, tokens: Sequence[Token]) -> Iterator[Block]:
    """Headings, boxes and the runs between them."""
    index, run = 0, list[Token]()
    while index < len(tokens):
        token = tokens[index]
        closing = _CLOSING.get(token.type) if token.level == 0 else None
        if closing is None:
            run.append(token)
            index += 1
            continue
        if run:
            yield Run(tuple(run), _place(path, run[0]))
            run = []
        end = next(n for n in range(index, len(tokens)) if tokens[n].type == closing)
        yield _special(path, tokens[index : end + 1])
        index = end + 1
    if run:
        yield Run(tuple(run), _place(path, run[0]))


_CLOSING = {"heading_open": "heading_close", "box_open": "box_close"}


def _special(path: str, tokens: Sequence[Token]) -> Heading | Box:
    """The heading or box that these tokens make."""
    first, inner = tokens[0], tuple(tokens[1:-1])
    place = _place(path, first)
    if first.type == "heading_open":
        children = tuple(inner[0].children or ())
        return Heading(int(first.tag[1]), str(first.attrGet("id") or ""), children, place)
    attributes = {k: v for k, v in first.meta["attributes"].items() if k != "id"}
    name: Any = first.info if first.info in BOXES else "note"
    return Box(name, first.meta["attributes"].get("id"), attributes, inner, place)


def _sections(
    blocks: Sequence[Block], lines: Sequence[str], title: str, top: Place
) -> Iterator[Section]:
    """The blocks cut before every heading; a section's source is its lines, the title's for the top."""
    starts = [0, *(n for n, block in enumerate(blocks) if isinstance(block, Heading) and n)]
    for start, end in zip(starts, [*starts[1:], len(blocks)]):
        part = tuple(blocks[start:end])
        first = part[0] if part else None
        heading = first if isinstance(first, Heading) else None
        if heading is not None and start == 0:
            yield Section(TOP, (), title, top)
        line = heading.place.line - 1 if heading else top.line - 1
        last = blocks[end].place.line - 1 if end < len(blocks) else len(lines)
        source = "\n".join(lines[line:last])
        place = heading.place if heading else top
        yield Section(
            heading.id if heading else TOP, part, source if heading else f"{title}\n{source}", place
        )


def _findings(path: str, tokens: Sequence[Token], blocks: Sequence[Block]) -> Iterator[Finding]:
    """What is wrong with boxes, headings and HTML."""
    inside = False
    for token in tokens:
        if token.type == "box_open":
            inside = True
            yield from box_findings(token, _place(path, token))
        elif token.type == "box_close":
            inside = False
        elif token.type == "heading_open" and token.level > 0:
            where = "a box" if inside else "a list, a quotation or a note"
            yield Finding(_place(path, token), "heading-id", f"A heading stands inside {where}.")
        yield from _html(path, token)
    for rule, message, line in leftovers(tokens):
        yield Finding(Place(path, (line or 0) + 1), rule, message)
    yield from _heading_findings(blocks)


def _unused_notes(
    path: str, lines: Sequence[str], environment: Mapping[str, Any]
) -> Iterator[Finding]:
    """A finding for every footnote that no text refers to; no page would show it."""
    for label in unused_notes(environment):
        mark = f"[^{label}]:"
        line = next((n for n, held in enumerate(lines, 1) if held.lstrip(" >").startswith(mark)), 1)
        message = f"No text refers to the note `[^{label}]`."
        yield Finding(Place(path, line), "link-broken", message)


def _html(path: str, token: Token) -> Iterator[Finding]:
    """A finding for every piece of raw HTML in a token."""
    for part in (token, *(token.children or ())):
        if part.type in ("html_block", "html_inline"):
            snippet = part.content.strip().split("\n")[0][:40]
            yield Finding(_place(path, token), "html-raw", f"Raw HTML: `{snippet}`.")


def _heading_findings(blocks: Sequence[Block]) -> Iterator[Finding]:
    """Headings without an id, with a bad one, or of level 1; ids used twice in the lesson."""
    seen: dict[str, Place] = {}
    for block in blocks:
        if isinstance(block, Heading):
            words = plain_text(block.tokens)
            if block.level == 1:
                message = (
                    f"`# {words}`: the title stands in the front matter; headings begin with ##."
                )
                yield Finding(block.place, "heading-id", message)
            if not re.match(ID_PATTERN, block.id) or block.id == TOP:
                message = f"The heading “{words}” has no id, or one that is no id: `{block.id}`."
                yield Finding(block.place, "heading-id", message)
        if isinstance(block, (Heading, Box)) and block.id:
            if block.id in seen:
                message = f"The id `{block.id}` is used before, at {seen[block.id]}."
                yield Finding(block.place, "id-repeated", message)
            seen[block.id] = block.place
