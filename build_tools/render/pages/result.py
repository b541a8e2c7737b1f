"""The learner's page of results: what a record holds, and the ways in which it is handed in."""

from __future__ import annotations

from build_tools.model import Language
from build_tools.render.pages.page import Page, Site
from build_tools.render.pages.scripted import TOT, learn, scripted_page

STYLES = (f"{TOT}/tool.css", f"{TOT}/learn/result.css")
SCRIPTS = (
    "assets/vendor/nacl.js", f"{TOT}/lao.js", f"{TOT}/scoring.js", f"{TOT}/tool-file.js",
    "learning/bank.js",
    *learn("bytes", "record-code", "record", "qr", "say", "share", "result-parts", "result"),
)  # fmt: skip
WORDS = (
    "collect-after", "collect-before", "collect-form-post", "collect-form-pre", "collect-group",
    "collect-learner", "collect-module", "collect-name", "collect-not-said", "collect-objective",
    "collect-owner", "collect-province", "collect-question", "test-no-answer", "tool-saved",
    "unit-percent", "your-answer",
    *(f"result-{name}" for name in (
        "answers", "by-module", "by-objective", "code-how", "code-label", "copied", "course",
        "digest", "digest-means", "kind", "kind-line", "learner-means", "made", "not-copied",
        "not-kept", "practice", "practice-line", "qr-label", "sheet", "times", "too-long",
    )),
)  # fmt: skip
"""The interface words that the scripts say."""


def result_page(site: Site, language: Language) -> tuple[str, bytes]:
    """The path and the bytes of the page of a learner's result."""
    page = Page(site, language, "learning/result")
    return scripted_page(page, "result", STYLES, SCRIPTS, WORDS)
