"""The pages of the small curriculum are those that were looked at and kept as expected."""

from __future__ import annotations

import pytest

from tests.pages_case import CASES, small_pages, without_forms

EXPECTED = CASES / "expected"
PATHS = sorted(path.relative_to(EXPECTED).as_posix() for path in EXPECTED.rglob("*.md"))


def test_the_expected_pages_are_all_pages() -> None:
    assert sorted(small_pages()) == PATHS


@pytest.mark.parametrize("path", PATHS)
def test_page_is_as_expected(path: str) -> None:
    made = without_forms(small_pages()[path]).decode()
    assert made == (EXPECTED / path).read_text("utf-8"), (
        "If the change is meant: python -m tests.pages_case, and look at the difference."
    )


def test_lesson_without_lao_is_english_under_a_notice() -> None:
    page = small_pages()["lo/basics/second-steps.md"].decode()
    assert "(ລາວ lao-page-missing)" in page
    assert "## Start { #start lang=en }" in page
    assert '<div class="tot-part" lang="en">\n<p>A lesson without Lao.</p>' in page
    assert 'text_language: "en"' in page


def test_stale_section_says_so_at_the_section() -> None:
    page = small_pages()["lo/basics/first-steps.md"].decode()
    told = page.index("(ລາວ lao-section-stale)")
    assert page.index("{ #the-line }") < told < page.index('id="draw-the-line"')
    assert page.count("(ລາວ lao-section-stale)") == 1
    assert "(ລາວ lao-page-stale)" in page[: page.index("tot-opening")]


def test_english_pages_say_nothing_about_the_lao() -> None:
    lessons = [page for path, page in small_pages().items() if path.startswith("en/")]
    assert not any(b"tot-standing" in page or b"tot-stale" in page for page in lessons)


def test_text_without_lao_is_marked_as_english() -> None:
    assert '<span lang="en">Draw a life line</span>' in small_pages()["lo/basics/index.md"].decode()
