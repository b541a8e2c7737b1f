"""The data of the search: the words of every page of a language, and the names that mean the same."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from build_tools.lao import fold, spelled
from build_tools.model import LANGUAGES, Curriculum, Language, Province, Term
from build_tools.render.search.text import Entry, PageText, page_text

WORDS = (
    "search-lead", "search-found", "search-found-one", "search-also", "search-none",
    "search-none-together", "search-try-parts", "search-try-terms", "search-spelling",
    "search-more",
)  # fmt: skip
"""The interface words of the search."""
LEFT_OUT = ("404.html", "notices.html", "status.html")
"""Pages about the site itself."""
OF_PEOPLE = ("learning/", "tests/", "trainer/")
"""Folders of pages about what people do here; the questions of a test are not to be looked for."""
TWIN = ".lo-en.html"
"""How the pages end that show both languages of a lesson, whose words stand on its own page."""
_HEAD_FIRST = re.compile(r"^([A-Za-z]*[a-rt-z])(?= (?:with|of|on|in|for|to) )")
_LAST = ("index.html", "decks.html", "glossary.html", "facts.html")


class Names(NamedTuple):
    """Names that mean the same; `entry` is the glossary entry that says so, if one does."""

    entry: str
    forms: tuple[str, ...]


def search_files(pages: Mapping[str, bytes], curriculum: Curriculum) -> dict[str, bytes]:
    """`search/lo.js` and `search/en.js`, made from the finished pages of the site by path."""
    return {
        f"search/{language}.js": _script(_data(pages, curriculum, language))
        for language in LANGUAGES
    }


def _script(data: object) -> bytes:
    """A script that hands the data over: pages opened from a folder may load nothing else."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"totSearch.data({text});\n".encode()


def _data(pages: Mapping[str, bytes], curriculum: Curriculum, language: Language) -> dict[str, Any]:
    """Words, names and pages of one language."""
    found = texts(pages, language)
    # The glossary has every name; only what stands elsewhere makes a search find more.
    others = (page for page in found if not page.path.endswith("glossary.html"))
    whole = "\n".join(fold(text) for page in others for text in page.texts())
    return {
        "words": {word: curriculum.word(word, language) for word in WORDS},
        "names": [_named(one, whole) for one in names(curriculum, language)],
        "lists": sum(_is_list(page.path) for page in found),
        "pages": [_listed(page) for page in found],
    }


def texts(pages: Mapping[str, bytes], language: Language) -> list[PageText]:
    """What the pages of one language say; lessons and tools first, pages that list them after."""
    made = (page_text(path, pages[path]) for path in _paths(pages, language))
    return sorted(made, key=lambda page: (_is_list(page.path), page.path))


def _paths(pages: Mapping[str, bytes], language: Language) -> Iterator[str]:
    """The pages of one language that a reader may look for."""
    for path in pages:
        in_english = path.startswith("en/")
        name = path.removeprefix("en/")
        is_content = name not in LEFT_OUT and not name.endswith(TWIN)
        is_content = is_content and not name.startswith(OF_PEOPLE)
        if name.endswith(".html") and is_content and in_english == (language == "en"):
            yield path


def _is_list(path: str) -> bool:
    """True for a page that names what stands on others."""
    return path.endswith(_LAST) or "tracks/" in path


def names(curriculum: Curriculum, language: Language) -> Iterator[Names]:
    """The names of every glossary entry and of every province, those of this language first."""
    parts: tuple[Term | Province, ...] = (
        *curriculum.terms.values(), *curriculum.provinces.values()
    )  # fmt: skip
    for part in parts:
        lao = (part.lo, *part.variants)
        forms = (*lao, *part.en) if language == "lo" else (*part.en, *lao)
        yield Names(part.id if isinstance(part, Term) else "", forms)


def _named(one: Names, whole: str) -> list[Any]:
    """Entry, how many of the forms stand on the pages, and the forms, those that do first."""
    forms = list(dict.fromkeys(spelled(form) for name in one.forms for form in _numbers(name)))
    used = [form for form in forms if fold(form) in whole]
    return [one.entry, len(used), *used, *(form for form in forms if form not in used)]


def _numbers(name: str) -> Iterator[str]:
    """A name, and its plural where that is not at its end: `persons with a disability`."""
    yield name
    if _HEAD_FIRST.search(name):
        yield _HEAD_FIRST.sub(r"\1s", name)


def _listed(page: PageText) -> list[Any]:
    """Path, language where it is not that of the page's tree, and entries: id, heading, text."""
    return [page.path, page.language, [_entry(entry) for entry in page.entries]]


def _entry(entry: Entry) -> list[str]:
    """Id, heading and text of an entry, in one spelling."""
    return [entry.id, spelled(entry.heading), spelled(entry.text)]
