"""The parser: input and expected output from files, and properties against plain CommonMark."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from build_tools.lao import has_lao
from build_tools.markdown import parse_blocks, parse_inline, references, split_role
from build_tools.markdown.parser import parser

CASES = yaml.safe_load((Path(__file__).parent / "cases/markdown/inline.yaml").read_text("utf-8"))


def shown(text: str) -> str:
    """HTML with roles and citations in square brackets."""
    made = []
    for token in parse_inline(text):
        if token.type == "myst_role":
            name = token.meta["name"]
            made.append(f"[{name} {' '.join(split_role(name, token.content))}]")
        elif token.type == "citation":
            made.extend(f"[source {name}]" for name in token.meta["ids"])
        else:
            made.append(parser().renderer.render([_inline(token)], parser().options, {}))
    return "".join(made)


def _inline(token: Token) -> Token:
    return Token("inline", "", 0, children=[token])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_inline(case: dict[str, Any]) -> None:
    assert shown(case["in"]) == case["out"]


@given(st.text(alphabet="ab *_()[].,1\n", max_size=40))
def test_without_lao_emphasis_is_that_of_commonmark(text: str) -> None:
    plain = MarkdownIt("commonmark", {"html": True}).enable("table")
    assert parser().render(text) == plain.render(text)


@given(st.text(alphabet="ກຂຄ້ິຳ *()NS", max_size=40))
def test_emphasis_in_lao_loses_no_letter(text: str) -> None:
    words = "".join(t.content for t in parse_inline(text) if t.type == "text")
    assert [c for c in words if has_lao(c)] == [c for c in text if has_lao(c)]


@given(st.text(max_size=200))
def test_any_text_is_parsed(text: str) -> None:
    tokens, _ = parse_blocks(text)
    assert sum(token.nesting for token in tokens) == 0
    list(references(tokens))


BOX = """before

::: activity {#walk title="A walk, outside" minutes=20}
1. Go.
2. Come back.
:::
after
"""


def test_a_box_holds_its_attributes_and_its_blocks() -> None:
    tokens, _ = parse_blocks(BOX)
    opening = next(token for token in tokens if token.type == "box_open")
    assert opening.info == "activity"
    assert opening.meta["attributes"] == {"id": "walk", "title": "A walk, outside", "minutes": "20"}
    assert opening.map == [2, 5]
    kinds = [token.type for token in tokens]
    inside = kinds[kinds.index("box_open") : kinds.index("box_close")]
    assert inside.count("list_item_open") == 2
    assert kinds[kinds.index("box_close") + 1] == "paragraph_open"


def test_a_box_that_is_not_closed_ends_where_the_next_begins() -> None:
    tokens, _ = parse_blocks("::: trainer\nSay.\n\n::: note\nRemark.\n:::\n")
    boxes = [token for token in tokens if token.type == "box_open"]
    assert [(box.info, box.meta["closed"]) for box in boxes] == [("trainer", False), ("note", True)]


def test_a_heading_has_its_written_id() -> None:
    tokens, _ = parse_blocks("## ຄວາມສ່ຽງ {#risk}\n")
    assert tokens[0].attrGet("id") == "risk"
    assert tokens[1].children and tokens[1].children[0].content == "ຄວາມສ່ຽງ"


def test_references_know_their_lines() -> None:
    tokens, _ = parse_blocks("one\n{fact}`a` two\n[@b] [c](lesson:d) ![e](f.png)\n")
    found = [(r.kind, r.target, r.line) for r in references(tokens)]
    assert found == [
        ("fact", "a", 1),
        ("source", "b", 2),
        ("link", "lesson:d", 2),
        ("image", "f.png", 2),
    ]
