"""The page "My learning": lessons, tests and their state, and what the learner can do with it."""

from __future__ import annotations

import json

from markupsafe import Markup

from build_tools.forms import tests
from build_tools.model import Language
from build_tools.render.pages.page import Page, Site
from build_tools.render.pages.source import chunk, document, heading
from build_tools.render.pages.templates import fill
from build_tools.render.pages.track import in_order

WORDS = (
    "tool-saved", "learning-loaded", "learning-not-kept", "learning-file-broken",
    "learning-file-newer", "learning-file-other", "learning-erased", "learning-erase-failed",
    "learning-broken-save", "learning-broken-remove",
)  # fmt: skip
"""The interface words that the script says."""
HEAD = {
    "styles": ["assets/tot/learn/learn.css"],
    "scripts": ["assets/tot/learn/progress-merge.js", "assets/tot/learn/learning.js"],
}


def learning_page(site: Site, language: Language) -> tuple[str, bytes]:
    """The path and the bytes of the page of the learner's progress."""
    page = Page(site, language, "learning/index")
    tested = tests(site.curriculum)
    tracks = [track for track in in_order(site.curriculum.tracks) if track.id in tested]
    title = page.word("my-learning")
    words = json.dumps({word: page.word(word) for word in WORDS}, ensure_ascii=False)
    data = Markup(words.replace("<", "\\u003c"))
    parts = [
        heading(1, title, "top"),
        chunk(fill("learning-opening", page=page)),
        chunk(fill("continue", page=page)),
        heading(2, page.word("modules"), "modules"),
        chunk(fill("learning-modules", page=page, tested=tested)),
    ]
    if tracks:
        parts.append(heading(2, page.word("learning-tests"), "tests"))
        parts.append(chunk(fill("learning-tracks", page=page, tracks=tracks)))
    parts += [
        heading(2, page.word("learning-result-title"), "result"),
        chunk(fill("learning-result", page=page)),
        heading(2, page.word("learning-keep"), "keep"),
        chunk(fill("learning-keep", page=page, data=data)),
    ]
    return page.file, document({"title": title, **HEAD}, parts)
