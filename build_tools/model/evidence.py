"""Who says so: sources, facts, terms, provinces, parameters and interface words."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from build_tools.lao import has_lao
from build_tools.model.base import Id, Language, Number, Part, Text, Words
from build_tools.model.dates import AsOf

Unit = Literal[
    "percent", "per-thousand", "count", "people", "million-people", "billion-people", "households",
    "families", "children", "districts", "provinces", "villages", "lessons", "years", "months",
    "days", "minutes", "lak", "usd", "aud",
]  # fmt: skip
Confidence = Literal["programme-document", "public-page", "derived", "general-knowledge-unverified"]

URL_PATTERN = r"^https?://[^\s/?#@:\[\]]+(:\d{1,5})?([/?#]\S*)?$"
"""Some of the sources are published without https."""


class Source(Part):
    """A published text that a fact or a sentence rests on; "(Lao)" before a title says it was translated."""

    id: Id
    title: Words
    publisher: Words
    date: Words
    url: Annotated[str, StringConstraints(pattern=URL_PATTERN)] | None = None
    kind: Literal["programme-document", "public-page", "derived", "general-knowledge"]
    lang: Words = "en"
    reprint: bool = False

    @property
    def title_language(self) -> Language:
        """The language that the title is given in; the text itself is in `lang`."""
        return "lo" if has_lao(self.title) else "en"


class Fact(Part):
    """One sourced number or statement; without `value` it serves citations and the facts page."""

    id: Id
    ref: Words
    statement: Text
    value: Number | None = None
    unit: Unit | None = None
    as_of: AsOf | None = None
    sources: tuple[Id, ...] = ()
    confidence: Confidence
    conflicts_with: tuple[Id, ...] = ()
    derived_from: tuple[Id, ...] = ()


class Term(Part):
    """A glossary entry: the English forms, the one Lao form, other allowed forms, and wrong ones."""

    id: Id
    en: Annotated[tuple[Words, ...], Field(min_length=1)]
    lo: Words
    variants: tuple[Words, ...] = ()
    wrong: tuple[Words, ...] = ()
    definition: Text
    status: Literal["attested", "partly-attested", "proposed"]
    check: bool = False


class Province(Part):
    """A province or the capital: its names in both languages, and other spellings that readers use."""

    id: Id
    en: Annotated[tuple[Words, ...], Field(min_length=1)]
    lo: Words
    variants: tuple[Words, ...] = ()


class Parameter(Part):
    """A rate, amount or teaching value that changes with time or province."""

    id: Id
    title: Text
    value: Number
    unit: Unit
    min: Number | None = None
    max: Number | None = None
    step: Number | None = None
    fact: Id | None = None
    invented: bool = False


class Word(Part):
    """An interface word in both languages; `{name}` in it is filled in by the page."""

    id: Id
    en: Words
    lo: Words | None = None
