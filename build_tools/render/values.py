"""Numbers, facts, terms and dates as each language prints them (Babel's `lo` and `en`)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache

from babel.dates import format_date
from babel.numbers import format_decimal

from build_tools.model import Curriculum, Language, Source


def number(value: Decimal, language: Language) -> str:
    """The number with this language's separators: 1,234.50 in English, 1.234,50 in Lao.

    As many decimals as were written: a source that says 7.0 is not made to say 7.
    """
    return _printed(str(value), language)


@lru_cache(maxsize=4096)
def _printed(digits: str, language: Language) -> str:
    """The number of these digits; kept by its digits, because 6.9 and 6.90 are equal as numbers."""
    value = Decimal(digits)
    exponent = value.as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    pattern = f"#,##0.{'0' * decimals}" if decimals else "#,##0"
    return str(format_decimal(value, pattern, locale=language))


def quantity(curriculum: Curriculum, value: Decimal, unit: str | None, language: Language) -> str:
    """Number and unit together: "LAK 150,000", "150.000 ກີບ"; only the number where unit is None."""
    printed = number(value, language)
    return curriculum.word(f"unit-{unit}", language, n=printed) if unit else printed


def fact_value(curriculum: Curriculum, fact_id: str, language: Language) -> str:
    """A fact's number with its unit; its statement where it has no number."""
    fact = curriculum.facts[fact_id]
    if fact.value is None:
        return fact.statement.of(language)
    return quantity(curriculum, fact.value, fact.unit, language)


def _one_date(text: str, language: Language) -> str:
    """A year, month or day in words: "2021", "June 2021", "1 April 2020"."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1:
        return str(parts[0])
    if len(parts) == 2:
        return str(format_date(date(parts[0], parts[1], 1), "MMMM y", locale=language))
    return str(format_date(date(parts[0], parts[1], parts[2]), "d MMMM y", locale=language))


def date_text(as_of: str | None, language: Language) -> str:
    """A date or period of `as_of`; an empty text for None, "n.d." for undated."""
    if as_of is None:
        return ""
    if as_of == "n.d.":
        return "n.d." if language == "en" else "ບໍ່ລະບຸວັນທີ"
    return "–".join(_one_date(part, language) for part in as_of.split("/"))


def source_label(source: Source) -> str:
    """The short name of a source: publisher and date."""
    return f"{source.publisher}, {source.date}"


def fact_text(curriculum: Curriculum, fact_id: str, form: str, language: Language) -> str:
    """A fact in one of the forms `value`, `full` (statement), `date`, `source`."""
    fact = curriculum.facts[fact_id]
    if form == "full":
        return fact.statement.of(language)
    if form == "date":
        return date_text(fact.as_of, language)
    if form == "source":
        return "; ".join(source_label(curriculum.sources[source]) for source in fact.sources)
    return fact_value(curriculum, fact_id, language)


def term_text(curriculum: Curriculum, term_id: str, given: str, language: Language) -> str:
    """The words of a term: the given form, or the first form of the language."""
    term = curriculum.terms[term_id]
    return given or (term.lo if language == "lo" else term.en[0])
