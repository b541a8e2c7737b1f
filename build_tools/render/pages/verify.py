"""The page that checks certificates: what one says, who stands behind it, what that proves."""

from __future__ import annotations

from build_tools.model import Language
from build_tools.render.pages.certificate import FAULTS
from build_tools.render.pages.page import Page, Site
from build_tools.render.pages.scripted import TOT, learn, scripted_page

STYLES = (f"{TOT}/tool.css", f"{TOT}/learn/result.css")
SCRIPTS = (
    "assets/vendor/nacl.js", f"{TOT}/tool-file.js", "learning/bank.js",
    *learn("bytes", "record-code", "signing", "certificate", "qr", "say", "verify"),
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
    return scripted_page(page, "verify", STYLES, SCRIPTS, WORDS)
