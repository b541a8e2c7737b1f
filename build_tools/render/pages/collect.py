"""The trainer's page: takes the learners' results in, shows what the class knows, hands it on."""

from __future__ import annotations

from build_tools.model import Language
from build_tools.render.pages.certificate import sheet_words
from build_tools.render.pages.page import Page, Site
from build_tools.render.pages.scripted import TOT, learn, scripted_page

COLUMNS = ("name", "province", "group", "before", "after", "change", "made")
"""What the table of learners shows and is sorted by."""
STYLES = tuple(f"{TOT}/{name}.css" for name in ("tool", "learn/certificate", "learn/collect"))
SCRIPTS = (
    "assets/vendor/nacl.js", "assets/vendor/qrcode.js", "assets/vendor/write-excel-file.js",
    f"{TOT}/lao.js", f"{TOT}/scoring.js", f"{TOT}/tool-file.js", "learning/bank.js",
    *learn(
        "bytes", "record-code", "record", "signing", "certificate", "qr", "certificate-sheet",
        "statistics", "say", "collect-tally", "collect-tables", "collect-export", "collect-read",
        "collect-parts", "collect-table", "collect-report", "collect-sign", "collect",
    ),
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
    more = {"sheet": sheet_words(site.curriculum)}
    return scripted_page(page, "collect", STYLES, SCRIPTS, WORDS, more, columns=COLUMNS)
