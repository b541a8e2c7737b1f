"""Text as runs: looks, spaces, printed facts and terms."""

from __future__ import annotations

import pytest

from build_tools.markdown import parse_blocks
from build_tools.model import Curriculum
from build_tools.render.runs import TextRun, list_items, paragraphs, plain, runs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one **two** three", (TextRun("one "), TextRun("two", bold=True), TextRun(" three"))),
        (
            "**Bold** [link](https://a.org)",
            (TextRun("Bold", bold=True), TextRun(" "), TextRun("link", href="https://a.org")),
        ),
        ("so it is [@census].", (TextRun("so it is."),)),
        ("*a* b", (TextRun("a", italic=True), TextRun(" b"))),
        ("", ()),
    ],
)
def test_runs(curriculum: Curriculum, text: str, expected: tuple[TextRun, ...]) -> None:
    assert runs(curriculum, text, "en") == expected


def test_facts_and_terms_are_printed(curriculum: Curriculum) -> None:
    text = "{fact}`grant-monthly-amount`, {term}`risk`"
    assert plain(curriculum, text, "en") == "LAK 150,000, risk"
    assert plain(curriculum, text, "lo") == "150.000 ກີບ, ຄວາມສ່ຽງ"


def test_lists_and_paragraphs_of_a_box(curriculum: Curriculum) -> None:
    tokens, _ = parse_blocks("Intro.\n\n1. One.\n   - inner\n2. **Two**.\n\nEnd.\n")
    items = ["".join(run.text for run in item) for item in list_items(curriculum, tokens, "en")]
    assert items == ["One.", "Two."]
    assert len(paragraphs(curriculum, tokens, "en")) == 5
