"""What pages weigh on the wire, on the real site: a budget for each kind, naming what is heaviest."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bench.weight import FIRST, KINDS, Sent, first_visit, later_visits, lesson_at, weight

KB = 1000
FIRST_VISIT = {
    "lesson": 66, "lesson with a tool": 91, "both languages": 60, "home": 43, "module": 41,
    "training": 42, "tools": 43, "calculator": 80, "sorting": 71, "decks": 94, "glossary": 54,
    "facts": 107, "status": 48, "notices": 47, "learning": 48, "collect": 170, "test": 64,
    "result": 110, "certificate": 110, "verify": 106,
}  # fmt: skip
"""Kilobytes with nothing kept: today's figure of the Lao page and about 15 % more; never over 110."""
ON_LAPTOPS = {"collect"}
"""What trainers open on a laptop, from its disk or a hotspot near by: it may weigh more."""
LATER = {"lo": 18, "en": 15}
"""Kilobytes of a later lesson of text, figures and questions; Lao letters take three bytes each."""
LATER_WITH_TOOL = {"lo": 28, "en": 23}
"""Kilobytes of a later lesson with a tool, once the scripts that tools share are there."""


def parts(sent: list[Sent]) -> str:
    """The heaviest parts of a visit, for the message of a failed test."""
    return ", ".join(f"{one.path} {one.bytes:,}" for one in sent[:4])


@pytest.mark.parametrize("kind", KINDS)
def test_a_first_visit(browser: Browser, site: Path, kind: str) -> None:
    for path in (KINDS[kind], f"en/{KINDS[kind]}"):
        sent = first_visit(browser, site, path)
        assert all(one.bytes for one in sent), (
            f"{path} asks for what is not there: {parts(sent[-1:])}"
        )
        most = FIRST_VISIT[kind] if kind in ON_LAPTOPS else min(FIRST_VISIT[kind], 110)
        assert weight(sent) <= most * KB, f"{path}: {parts(sent)}"
        names = {one.path for one in sent}
        assert not [name for name in names if name.endswith(".map") or "lunr" in name]
        assert not names & {"sitemap.xml", "search/lo.js", "search/en.js"}


@pytest.mark.parametrize("language", ["lo", "en"])
def test_a_later_lesson(browser: Browser, site: Path, language: str) -> None:
    folder = site / "en" if language == "en" else site
    lessons = [page for page in sorted(folder.glob("*/*.html"))
               if page.with_suffix(".lo-en.html").is_file()]  # fmt: skip
    tools = [page for page in lessons if 'class="tot-tool' in page.read_text("utf-8")]
    paths = [page.relative_to(site).as_posix() for page in [*tools, *lessons]]
    shared = len({path for path in paths if paths.index(path) < 2})
    found = later_visits(browser, site, list(dict.fromkeys(paths)))
    assert len(found) == len(lessons) > 20
    for path in list(found)[shared:]:
        allowed = LATER_WITH_TOOL if site / path in tools else LATER
        assert weight(found[path]) <= allowed[language] * KB, f"{path}: {parts(found[path])}"


@pytest.mark.parametrize("language", ["lo", "en"])
def test_every_style_and_script_is_used(browser: Browser, site: Path, language: str) -> None:
    """Each style sheet rules something on the page, each script is run by a part of it."""
    start = "en/" if language == "en" else ""
    marks = {
        "quiz": ".tot-item", "scoring": ".tot-item, .tot-tool", "lao": ".tot-item, .tot-tool",
        "figure": ".tot-figure", "tool": ".tot-tool", "sorting": ".tot-sorting",
        "decks": ".tot-decklist", "sides": ".tot-sides", "status": "[data-state]",
        "tool-file": ".tot-tool", "worked": "[data-kind=calculator]",
        "chart": "[data-kind=calculator]", "tool-field": "[data-kind=calculator]",
        "tool-paper": "[data-kind=calculator]", "learn/result-parts": ".tot-result",
        "learn/certificate-page": "[data-part=certificate]", "learn/verify": ".tot-verify",
        "learn/collect": ".tot-collect", "learn/test": ".tot-test",
    }  # fmt: skip
    page = browser.new_page()
    for path in KINDS.values():
        page.goto((site / f"{start}{path}").as_uri())
        loaded = page.evaluate(
            "[...document.querySelectorAll('link[rel=stylesheet], body script[src]')]"
            ".map(one => (one.href || one.src).replace(/.*\\/assets\\/tot\\//, ''))"
        )
        for name in loaded:
            stem = name.rpartition(".")[0]
            if stem in marks:
                assert page.locator(marks[stem]).count(), (
                    f"{path} loads {name} and uses nothing of it"
                )
            elif stem.startswith("tools/") and stem != "tools/exact":
                assert page.locator(f"[data-tool='{stem.removeprefix('tools/')}']").count(), path
    page.close()


@pytest.mark.slow
def test_a_lesson_hardly_grows_with_the_curriculum() -> None:
    few, many = lesson_at(2), lesson_at(50)
    for path in (FIRST, f"en/{FIRST}"):
        assert many[path] - few[path] < KB
