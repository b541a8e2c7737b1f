"""One term for one thing: the Lao uses the glossary's forms where the English has the term."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from markdown_it.token import Token

from build_tools.check.uses import parts_with_text
from build_tools.findings import Finding, Place
from build_tools.lao import fold
from build_tools.markdown import parse_inline, split_role
from build_tools.model import Box, Curriculum, Prose, Section, Term
from build_tools.model.walk import texts


class Pair(NamedTuple):
    """A text in both languages with its term roles printed, and the terms that its English names."""

    english: str
    lao: str
    roles: frozenset[str]
    place: Place


def check_terms(curriculum: Curriculum) -> Iterator[Finding]:
    """Wrong Lao forms of a term that the English has, and terms that the Lao leaves out."""
    glossary = Glossary(curriculum.terms)
    for pair in _pairs(curriculum):
        named = glossary.named(pair.english)
        folded = fold(pair.lao) if named or pair.roles else ""
        for term_id in sorted(named | pair.roles):
            wrong = glossary.wrong_form(term_id, folded)
            if wrong:
                term = curriculum.terms[term_id]
                message = f"“{wrong}” is a wrong form of the term “{term.en[0]}”."
                yield Finding(pair.place, "term-wrong", message, f"Write {term.lo}.")
        for term_id in sorted(named - pair.roles):
            term = curriculum.terms[term_id]
            if term.check and not any(form in folded for form in glossary.lao[term_id]):
                message = f"The English has “{term.en[0]}”; the Lao has none of its forms."
                yield Finding(pair.place, "term-missing", message, f"The glossary says {term.lo}.")


class Glossary:
    """The forms of all terms, folded and ready to be looked for."""

    def __init__(self, terms: Mapping[str, Term]) -> None:
        """The glossary of a curriculum."""
        forms = {form: term.id for term in terms.values() for form in term.en}
        self.acronyms = {form: name for form, name in forms.items() if _is_acronym(form)}
        self.term_of = {form.lower(): name for form, name in forms.items() if not _is_acronym(form)}
        self.english = sorted(self.term_of, key=len, reverse=True)
        self.lao = {
            term.id: [fold(form) for form in (term.lo, *term.variants)] for term in terms.values()
        }
        self.wrong = {term.id: {fold(form): form for form in term.wrong} for term in terms.values()}
        allowed = {form for forms in self.lao.values() for form in forms}
        self.allowed = sorted(allowed, key=len, reverse=True)

    def named(self, english: str) -> set[str]:
        """The terms whose English forms stand in the text, the longest form first."""
        lowered = english.lower()
        found = {name for form, name in self.acronyms.items()
                 if form in english and _whole_word(form).search(english)}  # fmt: skip
        for form in self.english:
            if form in lowered:
                lowered, count = _whole_word(form).subn(" ", lowered)
                if count:
                    found.add(self.term_of[form])
        return found

    def wrong_form(self, term_id: str, folded: str) -> str:
        """The wrong form of the term in the folded Lao text, outside longer allowed forms."""
        for sought, written in self.wrong.get(term_id, {}).items():
            if sought in folded and sought in self._without_longer(sought, folded):
                return written
        return ""

    def _without_longer(self, sought: str, folded: str) -> str:
        """The text with every allowed form that holds the sought one taken out."""
        for form in self.allowed:
            if sought in form and sought != form:
                folded = folded.replace(form, " ")
        return folded


def _is_acronym(form: str) -> bool:
    """True for forms such as NSSF and ToT, which only their capitals tell from other words."""
    return sum(letter.isupper() for letter in form) > 1 and " " not in form


@cache
def _whole_word(form: str) -> re.Pattern[str]:
    """What finds a form as whole words, or its plural."""
    return re.compile(rf"\b{re.escape(form)}(?:e?s)?\b")


def _pairs(curriculum: Curriculum) -> Iterator[Pair]:
    """Every lesson section and every text in YAML that has its Lao."""
    for lesson in curriculum.lessons:
        if lesson.lo is not None:
            lao = {section.id: section for section in lesson.lo.sections}
            for section in lesson.en.sections:
                if section.id in lao:
                    yield _section(curriculum, section, lao[section.id], lesson.lo)
    for part in parts_with_text(curriculum):
        for text in texts(part):
            if text.lo is not None:
                sides = [_printed(curriculum, parse_inline(side)) for side in (text.en, text.lo)]
                yield Pair(sides[0][0], sides[1][0], sides[0][1], text.at("lo"))


def _section(curriculum: Curriculum, english: Section, lao: Section, prose: Prose) -> Pair:
    """A section of a lesson with the words of its boxes' titles."""
    sides = []
    for section in (english, lao):
        printed = [_printed(curriculum, block.tokens) for block in section.blocks]
        titles = [b.attributes.get("title", "") for b in section.blocks if isinstance(b, Box)]
        roles = frozenset().union(*(found for _, found in printed))
        sides.append(("\n".join([*(words for words, _ in printed), *titles]), roles))
    return Pair(sides[0][0], sides[1][0], sides[0][1], prose.place_of(lao.place.line - 1))


def _printed(curriculum: Curriculum, tokens: Iterable[Token]) -> tuple[str, frozenset[str]]:
    """The words of the tokens with the Lao of term roles in them, and the ids of those roles."""
    words: list[str] = []
    roles: set[str] = set()
    for token in tokens:
        if token.type == "myst_role" and token.meta["name"] == "term":
            term_id, given = split_role("term", token.content)
            roles.add(term_id)
            term = curriculum.terms.get(term_id)
            words.append(given or (term.lo if term else ""))
        elif token.type in ("text", "code_inline"):
            words.append(token.content)
        elif token.children:
            inner, found = _printed(curriculum, token.children)
            words.append(f"{inner}\n")
            roles |= found
    return "".join(words), frozenset(roles)
