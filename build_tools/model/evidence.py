"""Who says so: sources, facts, terms, parameters and interface words."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from build_tools.lao import has_lao
from build_tools.model.base import Id, Language, Part, Text
from build_tools.model.dates import AsOf

Unit = Literal[
    "percent", "per-thousand", "count", "people", "million-people", "billion-people", "households",
    "families", "children", "districts", "provinces", "villages", "lessons", "years", "months",
    "days", "lak", "usd", "aud",
]  # fmt: skip
Confidence = Literal["programme-document", "public-page", "derived", "general-knowledge-unverified"]


class Source(Part):
    """A published text that a fact or a sentence rests on; "(Lao)" before a title says it was translated."""

    id: Id
    title: str
    publisher: str
    date: str
    url: str | None = None
    kind: Literal["programme-document", "public-page", "derived", "general-knowledge"]
    lang: str = "en"
    reprint: bool = False

    @property
    def title_language(self) -> Language:
        """The language that the title is given in; the text itself is in `lang`."""
        return "lo" if has_lao(self.title) else "en"


class Fact(Part):
    """One sourced number or statement; without `value` it serves citations and the facts page."""

    id: Id
    ref: str
    statement: Text
    value: Decimal | None = None
    unit: Unit | None = None
    as_of: AsOf | None = None
    sources: tuple[Id, ...] = ()
    confidence: Confidence
    conflicts_with: tuple[Id, ...] = ()
    derived_from: tuple[Id, ...] = ()


class Term(Part):
    """A glossary entry: the English forms, the one Lao form, other allowed forms, and wrong ones."""

    id: Id
    en: tuple[str, ...]
    lo: str
    variants: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    definition: Text
    status: Literal["attested", "partly-attested", "proposed"]
    check: bool = False


class Parameter(Part):
    """A rate, amount or teaching value that changes with time or province."""

    id: Id
    title: Text
    value: Decimal
    unit: Unit
    min: Decimal | None = None
    max: Decimal | None = None
    step: Decimal | None = None
    fact: Id | None = None
    invented: bool = False


class Word(Part):
    """An interface word in both languages; `{name}` in it is filled in by the page."""

    id: Id
    en: str
    lo: str | None = None
