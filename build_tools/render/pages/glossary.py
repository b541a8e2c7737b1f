"""The glossary: every term under its first letter, in the order of the page's language."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from build_tools.lao import is_lao, sort_key
from build_tools.model import Language, Term
from build_tools.render.pages import standing
from build_tools.render.pages.page import Page, Site
from build_tools.render.pages.source import chunk, document, heading
from build_tools.render.pages.templates import fill

_LEADING_VOWELS = "ເແໂໃໄ"
_PAIRS = {"ໜ": "ຫ", "ໝ": "ຫ"}


def letter(term: Term, language: Language) -> str:
    """The letter under which a term stands: in Lao its first consonant, in English a capital."""
    if language == "en":
        return term.en[0][0].upper()
    first = next(c for c in term.lo if c not in _LEADING_VOWELS)
    first = _PAIRS.get(first, first)
    return first if is_lao(first) else first.upper()


def in_order(terms: Iterable[Term], language: Language) -> list[Term]:
    """The terms in the order of a dictionary of this language."""
    if language == "lo":
        return sorted(terms, key=lambda term: sort_key(term.lo))
    return sorted(terms, key=lambda term: (term.en[0].casefold(), term.id))


def glossary_page(site: Site, language: Language) -> tuple[str, bytes]:
    """The path and the bytes of the glossary."""
    page = Page(site, language, "glossary")
    title = page.word("glossary")
    terms = in_order(site.curriculum.terms.values(), language)
    groups = [
        (first, list(group)) for first, group in groupby(terms, lambda t: letter(t, language))
    ]
    parts = [
        heading(1, title, "top"),
        *standing.notice(page, standing.under(site, "curriculum/terms#")),
        chunk(fill("glossary-opening", page=page, letters=[(c, anchor(c)) for c, _ in groups])),
    ]
    for first, group in groups:
        parts.append(heading(2, first, anchor(first)))
        parts.append(chunk(fill("glossary-letter", page=page, terms=group)))
    return page.file, document({"title": title}, parts)


def anchor(first: str) -> str:
    """The id of a letter's heading."""
    return f"letter-{ord(first):x}"
