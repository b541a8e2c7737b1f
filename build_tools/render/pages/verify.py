"""The page that checks certificates: what one says, who stands behind it, what that proves."""

from __future__ import annotations

from build_tools.model import Language
from build_tools.render.pages.certificate import FAULTS
from build_tools.render.pages.page import Page, Site
from build_tools.render.pages.result import LEARN
from build_tools.render.pages.source import chunk, document, heading
from build_tools.render.pages.templates import fill
from build_tools.render.tools.frame import script_data

STYLES = ("assets/tot/tool.css", f"{LEARN}/result.css")
SCRIPTS = (
    "assets/vendor/nacl.js", "assets/tot/tool-file.js", "learning/bank.js",
    *(f"{LEARN}/{name}.js" for name in (
        "bytes", "record-code", "signing", "certificate", "qr", "collect-say", "verify",
    )),
)  # fmt: skip
WORDS = (
    "collect-name", "collect-not-said", "collect-owner", "hours-count", "unit-percent",
    *(f"verify-fault-{fault}" for fault in (*FAULTS, "no-code")),
    *(f"certificate-{name}" for name in (
        "after", "before", "date", "fingerprint", "hours", "unknown", "version",
    )),
    *(f"verify-{name}" for name in (
        "digest", "done", "not-known", "other", "paste-first", "reading", "refused", "same",
        "self", "self-means", "signed", "signed-means",
    )),
)  # fmt: skip
"""The interface words that the script says."""


def verify_page(site: Site, language: Language) -> tuple[str, bytes]:
    """The path and the bytes of the page that checks certificates."""
    page = Page(site, language, "trainer/verify")
    data = script_data({
        "language": language,
        "words": {word: page.word(word) for word in WORDS},
    })  # fmt: skip
    title = page.word("verify")
    head = {"title": title, "wide": True, "styles": list(STYLES), "scripts": list(SCRIPTS)}
    return page.file, document(
        head, [heading(1, title, "top"), chunk(fill("verify", page=page, data=data))]
    )
