"""The learner's page of the certificate, and the words of the sheet that it prints."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date

from build_tools.model import LANGUAGES, Curriculum, Language
from build_tools.render.pages.page import Page, Site
from build_tools.render.pages.scripted import TOT, learn, scripted_page

STYLES = tuple(f"{TOT}/{name}.css" for name in ("tool", "learn/result", "learn/certificate"))
SCRIPTS = (
    "assets/vendor/nacl.js", f"{TOT}/lao.js", f"{TOT}/scoring.js", f"{TOT}/tool-file.js",
    "learning/bank.js",
    *learn(
        "bytes", "record-code", "record", "signing", "certificate", "qr", "certificate-sheet",
        "say", "share", "certificate-page",
    ),
)  # fmt: skip
FAULTS = (
    "a-result", "changed", "cut", "misread", "newer", "not-a-certificate", "other-course",
)  # fmt: skip
"""Why the code of a certificate is refused."""
WORDS = (
    "result-not-kept", "verify-paste-first", "verify-refused",
    *(f"verify-fault-{fault}" for fault in FAULTS),
    *(f"certificate-{name}" for name in (
        "dropped", "not-signed", "other-name", "other-test", "taken", "taken-not-kept",
    )),
)  # fmt: skip
"""The interface words that the script says."""
SHEET_WORDS = tuple(f"certificate-{name}" for name in (
    "after", "before", "check", "date", "fingerprint", "has-learnt", "hours", "of-name", "qr",
    "self", "self-means", "signed", "title", "unknown", "version",
))  # fmt: skip
"""The interface words on the sheet."""


def sheet_words(curriculum: Curriculum) -> dict[Language, dict[str, object]]:
    """What `tot.certificate.sheet` says in each language: its words and the names of the months."""
    return {
        language: {
            "words": {word: curriculum.word(word, language) for word in SHEET_WORDS},
            "months": months(language),
        }
        for language in LANGUAGES
    }


def months(language: Language) -> list[str]:
    """The names of the months."""
    return [str(format_date(date(2020, n, 1), "MMMM", locale=language)) for n in range(1, 13)]


def certificate_page(site: Site, language: Language) -> tuple[str, bytes]:
    """The path and the bytes of the page of a learner's certificate."""
    page = Page(site, language, "learning/certificate")
    more = {"sheet": sheet_words(site.curriculum)}
    return scripted_page(page, "certificate", STYLES, SCRIPTS, WORDS, more)
