"""The trainer's page: takes the learners' results in, shows what the class knows, hands it on."""

from __future__ import annotations

from build_tools.model import Language
from build_tools.render.pages.certificate import sheet_words
from build_tools.render.pages.page import Page, Site
from build_tools.render.pages.source import chunk, document, heading
from build_tools.render.pages.templates import fill
from build_tools.render.tools.frame import script_data
from build_tools.render.values import date_text

COLUMNS = ("name", "province", "group", "before", "after", "change", "made")
"""What the table of learners shows and is sorted by."""
STYLES = ("assets/tot/tool.css", "assets/tot/learn/certificate.css", "assets/tot/learn/collect.css")
SCRIPTS = (
    "assets/vendor/nacl.js", "assets/vendor/qrcode.js", "assets/vendor/write-excel-file.js",
    "assets/tot/lao.js", "assets/tot/scoring.js", "assets/tot/tool-file.js", "learning/bank.js",
    *(f"assets/tot/learn/{name}.js" for name in (
        "bytes", "record-code", "record", "signing", "certificate", "qr", "certificate-sheet",
        "statistics", "collect-say", "collect-tally", "collect-tables", "collect-export",
        "collect-read", "collect-parts", "collect-table", "collect-report", "collect-sign", "collect",
    )),
)  # fmt: skip
FAULTS = (
    "not-a-record", "cut", "misread", "changed", "other-course", "newer", "incomplete", "score",
)  # fmt: skip
"""Why a record is refused."""
WORDS = (
    "tool-saved", "unit-percent", *(f"result-fault-{fault}" for fault in FAULTS),
    *(f"collect-{name}" for name in (
        "after", "all", "before", "certificates-made", "change", "choose-one", "codes-saved",
        "difficulty", "discrimination", "every", "few", "for", "form", "form-post", "form-pre",
        "gain", "group", "item", "key-first", "key-held", "key-loaded", "key-made", "key-wrong",
        "learner", "learners", "lesson", "look-at-item", "made", "module", "modules-caption", "n",
        "n-after", "n-before", "n-both", "name", "no-certificate", "no-code", "no-name", "not-said",
        "objective", "objectives", "objectives-caption", "of-n", "office-first", "paste-first",
        "pasted", "province", "question", "questions", "reading", "refused", "remark", "remove",
        "removed", "repeat", "report-foot", "report-kicker", "test", "told-faults", "told-new",
        "told-newer", "told-older", "told-same", "too-few", "too-large", "unreadable", "weakest",
    )),
)  # fmt: skip
"""The interface words that the scripts say."""


def collect_page(site: Site, language: Language) -> tuple[str, bytes]:
    """The path and the bytes of the page that collects results."""
    page = Page(site, language, "trainer/collect")
    cover = site.curriculum.cover
    released = date_text(cover.released.isoformat(), language)
    data = script_data({
        "language": language,
        "version_line": page.word("version-and-date", version=cover.version, date=released),
        "words": {word: page.word(word) for word in WORDS},
        "sheet": sheet_words(site.curriculum),
    })  # fmt: skip
    title = page.word("collect")
    head = {"title": title, "wide": True, "styles": list(STYLES), "scripts": list(SCRIPTS)}
    parts = [
        heading(1, title, "top"),
        chunk(fill("collect", page=page, columns=COLUMNS, data=data)),
    ]
    return page.file, document(head, parts)
