"""Spans that keep words together, as a browser shows them on the pages of the site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from build_tools.lao import keeper
from build_tools.lao.unbroken import UNBROKEN
from build_tools.render.keep import keep_together
from tests.conftest import ROOT

KINDS = (
    "index.html", "foundations/index.html", "foundations/who-is-covered.html",
    "financing/costing-a-grant.html", "tools/budget-sorting.html", "tools/grant-costing.html",
    "tracks/officials-workshop.html", "glossary.html", "status.html", "en/glossary.html",
)  # fmt: skip
TORN = "[...document.querySelectorAll('.n')].filter((n) => n.getClientRects().length > 1).length"


def test_the_narrowest_line_tears_no_kept_word(new_page: Callable[..., Page]) -> None:
    text = " ".join(f"{word}ຕ່າງໆ, ({word})" for word in sorted(UNBROKEN))
    page = new_page()
    page.set_content(
        "<style>.n{white-space:nowrap}div{width:1px}</style>"
        f"<div lang=lo>{keep_together(text, keeper(()), keeper(()))}</div>"
    )
    assert page.locator(".n").count() > len(UNBROKEN)
    assert page.evaluate(TORN) == 0


@pytest.mark.parametrize("path", KINDS)
def test_spans_fit_a_small_phone_and_disturb_no_layout(
    site: Path, new_page: Callable[..., Page], path: str
) -> None:
    page = new_page(width=320)
    page.goto((site / path).as_uri())
    page.add_script_tag(path=ROOT / "bench" / "linebreaks.js")
    assert page.locator(".n").count() > 10
    assert page.evaluate(TORN) == 0
    assert page.evaluate("spilled()") == []
    assert page.evaluate("straySpans()") == []
