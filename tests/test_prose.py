"""Prose of lessons: footnotes reach the page whole, and what is no Markdown of ours is a finding."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from build_tools.load import load
from build_tools.load.text import BYTE_ORDER_MARK
from build_tools.markdown import parse_inline, text_leftovers
from build_tools.render.measure import Ruler
from build_tools.render.pages import render_pages
from build_tools.translation import states
from tests.pages_case import CASES, DECKS, NOTICES, small_curriculum

SOURCE = CASES / "source"
BASE = Path(__file__).parent / "faults/_base"
LESSON = "modules/basics/first-steps/lesson.en.md"
TWIN = LESSON.replace(".en.", ".lo.")
FILES = {
    path.relative_to(BASE).as_posix(): path.read_bytes()
    for path in sorted(BASE.rglob("*"))
    if path.is_file()
}
LAST_LINE = FILES[LESSON].decode().count("\n")
VOID = {"br", "hr", "img", "input", "meta", "link", "col", "wbr"}

NOTED = """
First[^a] and *again*[^a].

## More {#more}

- Second[^b].

[^a]: One **note**.

[^b]: Two.
"""


class Balance(HTMLParser):
    """The open elements, the ids and the targets of a page; a wrong close raises."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.targets += [value[1:] for name, value in attrs if name == "href" and value
                         and value.startswith("#")]  # fmt: skip
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag


def parsed(page: str) -> Balance:
    """The elements of a page below its front matter."""
    made = Balance()
    made.feed(page.split("\n---\n", 1)[1])
    return made


def found(text: str) -> list[tuple[int, str]]:
    """The lines (1 is the first line of the text) and rules of the findings about a text."""
    return [
        (finding.place.line - LAST_LINE, finding.rule)
        for finding in load(FILES | {LESSON: FILES[LESSON] + text.encode()}).findings
        if finding.place.path == LESSON
    ]


@lru_cache(maxsize=1)
def noted_pages() -> dict[str, bytes]:
    """The small pages, with footnotes in the lesson `first-steps`."""
    files = {path.relative_to(SOURCE).as_posix(): path.read_bytes()
             for path in sorted(SOURCE.rglob("*")) if path.is_file()}  # fmt: skip
    files |= {path: files[path] + NOTED.encode() for path in (LESSON, TWIN)}
    whole = load(files).curriculum
    assert whole is not None
    whole = replace(whole, words=small_curriculum().words)
    return render_pages(whole, states(whole), Ruler({}), DECKS, NOTICES)


def test_the_base_has_no_finding() -> None:
    assert found("") == []


@pytest.mark.parametrize("language", ["en", "lo"])
def test_footnotes_are_links_to_and_from_their_notes(language: str) -> None:
    html = noted_pages()[f"{language}/basics/first-steps.md"].decode()
    page = parsed(html)
    assert page.open == []
    marks = [name for name in page.ids if name.startswith("fn")]
    assert marks == ["fnref1", "fnref1:1", "fnref2", "fn1", "fn2"]
    assert {name for name in page.targets if name.startswith("fn")} == set(marks)
    assert "<strong>note</strong>" in html


def test_every_page_is_well_formed() -> None:
    for path, html in noted_pages().items():
        page = parsed(html.decode())
        assert page.open == [], path
        assert len(page.ids) == len(set(page.ids)), path
        assert re.findall(rb"<\s*/?\s*>", html) == [], path


FAULTS = {
    "stray fence": ("\n:::\n", [(2, "box-unclosed")]),
    "in a list": ("\n- item\n\n  ::: note\n  in\n  :::\n",
                  [(4, "box-unknown"), (6, "box-unclosed")]),
    "in a quote": ("\n> ::: trainer\n> in\n> :::\n", [(2, "box-unknown"), (4, "box-unclosed")]),
    "at a list's end": ("\n- item\n::: note\nin\n\n", [(3, "box-unknown")]),
    "in a note": ("\nA[^n].\n\n[^n]: ::: note\n", [(4, "box-unknown")]),
    "indented": ("\nA\n\n    ::: note\n", [(4, "box-unknown")]),
    "brace open": ('\n::: note {#a title="x\nin\n:::\n',
                   [(2, "box-unknown"), (4, "box-unclosed")]),
    "nested": ("\n::: note\n::: note\nin\n:::\n:::\n", [(2, "box-unclosed"), (6, "box-unclosed")]),
    "nested by four": ("\n:::: note\n::: note\nin\n:::\n::::\n",
                       [(2, "box-unclosed"), (6, "box-unclosed")]),
    "heading in a list": ("\n- ## Head {#qq}\n", [(2, "heading-id")]),
    "heading in a quote": ("\n> ## Head\n", [(2, "heading-id")]),
    "heading in a note": ("\nA[^n].\n\n[^n]: ## Head {#qq}\n", [(4, "heading-id")]),
    "citation with a page": ("\nA\n[@census, p. 3]\n", [(3, "link-broken")]),
    "citations half": ("\nA [@census;b] [@]\n", [(2, "link-broken")]),
    "id in a paragraph": ("\nA {#place}\n", [(2, "heading-id")]),
    "role without id": ("\nA {fact} and { term}`risk`\n", [(2, "role-unknown")]),
    "note unknown": ("\nA[^nope]\n", [(2, "link-broken")]),
    "note unused": ("\nA\n\n[^b]: Two\n", [(4, "link-broken")]),
    "zero width by name": ("\nA&zwj;B\n", [(2, "text-invisible")]),
    "zero width by number": ("\nA\nB&#x200b;C\n", [(3, "text-invisible")]),
    "control by number": ("\nA&#7;B\n", [(2, "text-invisible")]),
    "no character": ("\nA&#0;B\n", [(2, "text-invisible")]),
    "in a picture": ("\n![A&shy;B](a.png)\n", [(2, "text-invisible")]),
}  # fmt: skip


@pytest.mark.parametrize("text, expected", FAULTS.values(), ids=FAULTS)
def test_what_is_left_as_text_is_a_finding(text: str, expected: list[tuple[int, str]]) -> None:
    assert sorted(set(found(text))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "\n```\n::: note\n[@x] {fact} {#a}\n```\n",
        "\n`[@x]` and `::: note` and `{#a}`\n",
        "\nA&nbsp;B &amp; C &mdash; D\n",
        "\nRatio 1:::2 and [a] {b}\n",
        "\n:::: note\nin\n::::\n",
        "\n## Head *more* {#head}\n",
    ],
)
def test_what_is_meant_as_written_is_no_finding(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text, rule",
    [("A\u200bB", "text-invisible"), ("A&shy;B", "text-invisible"), ("A [@x, 3]", "link-broken"),
     ("::: note", "box-unknown"), ("{fact} x", "role-unknown"), ("**A** [@x]", None)],
)  # fmt: skip
def test_a_text_of_yaml_has_the_same_leftovers(text: str, rule: str | None) -> None:
    assert [left.rule for left in text_leftovers(parse_inline(text))] == ([rule] if rule else [])


@pytest.mark.parametrize("path", [LESSON, "curriculum/sources.yaml"])
def test_a_byte_order_mark_at_the_start_is_no_finding(path: str) -> None:
    marked = BYTE_ORDER_MARK.encode() + FILES[path]
    assert load(FILES | {path: marked}).findings == load(FILES).findings
    twice = load(FILES | {path: BYTE_ORDER_MARK.encode() + marked}).findings
    assert "text-invisible" in {finding.rule for finding in twice}
