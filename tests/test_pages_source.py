"""Whatever a text holds, the engine's own Markdown reader finds nothing in it to interpret."""

from __future__ import annotations

import html
import re

import markdown
import pytest
import yaml
from hypothesis import given, strategies as st

from build_tools.render.pages.source import chunk, document, front_matter, heading
from tests.pages_case import small_pages

NASTY = "ab ກຳ໋*_`[]{}()<>&#+-.!|~^:=\\\"'/0"


def read(source: str) -> str:
    """The HTML that the engine makes of a page's body."""
    return markdown.markdown(source, extensions=["attr_list", "toc", "tables", "fenced_code"])


@pytest.mark.parametrize("words", [
    "*stars* _lines_ **bold**", "<b> & &amp; <", "`code` {#id}", "[link](x) ![i](y)", "1. list",
    "# hash #", "a } b", "{: .class }", "back\\slash \\*", "ຄວາມສ່ຽງ (NSSF): 50%",
])  # fmt: skip
def test_heading_keeps_its_words(words: str) -> None:
    made = read(heading(2, words, "an-id"))
    assert re.fullmatch(r'<h2 id="an-id">(.*)</h2>', made), made
    assert html.unescape(made[len('<h2 id="an-id">') : -len("</h2>")]) == words


@given(st.text(alphabet=NASTY, min_size=1).map(str.strip).filter(bool))
def test_heading_keeps_any_words(words: str) -> None:
    made = read(heading(3, words, "an-id"))
    found = re.fullmatch(r'<h3 id="an-id">(.*)</h3>', made, re.DOTALL)
    assert found, made
    assert html.unescape(found[1]) == " ".join(words.split())


@given(st.lists(st.text(alphabet=NASTY), min_size=1, max_size=4))
def test_chunk_keeps_any_text(texts: list[str]) -> None:
    body = "\n\n".join(f"<p>{html.escape(text)}</p>" for text in texts)
    source = (
        heading(2, "Before", "before") + "\n" + chunk(body) + "\n" + heading(2, "After", "after")
    )
    made = read(source)
    assert f'<div class="tot-part">\n{body}\n</div>' in made
    assert made.startswith('<h2 id="before">Before</h2>') and made.endswith("After</h2>")


@pytest.mark.parametrize("path", sorted(small_pages()))
def test_every_chunk_passes_as_it_is(path: str) -> None:
    source = small_pages()[path].decode().split("---\n", 2)[2]
    made = read(source)
    end = r"^</div>\n(?=\n|\Z)"
    chunks = re.findall(rf'^<div class="tot-part".*?{end}', source, re.DOTALL | re.MULTILINE)
    assert chunks
    rest = f"{made}\n"
    for part in chunks:
        assert part in rest
        rest = rest.replace(part, "", 1)
    assert re.fullmatch(r"(\s*<h([1-6])[^>]*>[^<]*</h\2>\s*)+", rest), rest


def test_front_matter_is_yaml_whatever_it_holds() -> None:
    values = {"title": 'a: "b" #c\n- {d}\u0e81 ກ', "parts": ["items"], "wide": True}
    text = front_matter(values)
    assert yaml.safe_load(text.split("---\n")[1]) == values


def test_document_keeps_parts_apart() -> None:
    made = document({"title": "t"}, [heading(1, "T", "top"), chunk("<p>x</p>")]).decode()
    assert made == (
        '---\ntitle: "t"\n---\n\n# T { #top }\n\n<div class="tot-part">\n<p>x</p>\n</div>\n'
    )
