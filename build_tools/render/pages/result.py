"""The learner's page of results: what a record holds, and the ways in which it is handed in."""

from __future__ import annotations

from build_tools.model import Language
from build_tools.render.pages.page import Page, Site
from build_tools.render.pages.source import chunk, document, heading
from build_tools.render.pages.templates import fill
from build_tools.render.tools.frame import script_data
from build_tools.render.values import date_text

LONGEST = {"name": 80, "group": 20}
"""Letters of what a learner writes; a record holds no more."""
LEARN = "assets/tot/learn"
STYLES = ("assets/tot/tool.css", f"{LEARN}/result.css")
SCRIPTS = (
    "assets/vendor/nacl.js", "assets/tot/lao.js", "assets/tot/scoring.js",
    "assets/tot/tool-file.js", "learning/bank.js",
    *(f"{LEARN}/{name}.js" for name in (
        "bytes", "record-code", "record", "qr", "collect-say", "share", "result-parts", "result",
    )),
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
    cover = site.curriculum.cover
    released = date_text(cover.released.isoformat(), language)
    data = script_data({
        "language": language,
        "version_line": page.word("version-and-date", version=cover.version, date=released),
        "words": {word: page.word(word) for word in WORDS},
    })  # fmt: skip
    title = page.word("result")
    head = {"title": title, "wide": True, "styles": list(STYLES), "scripts": list(SCRIPTS)}
    body = fill("result", page=page, longest=LONGEST, data=data)
    return page.file, document(head, [heading(1, title, "top"), chunk(body)])
