"""Numbers, dates and facts as each language prints them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from build_tools.model import Curriculum, Language
from build_tools.render.values import date_text, fact_text, fact_value, number


@pytest.mark.parametrize(
    ("value", "english", "lao"),
    [
        ("150000", "150,000", "150.000"),
        ("87.9", "87.9", "87,9"),
        ("6.90", "6.90", "6,90"),
        ("6.9", "6.9", "6,9"),
        ("7.0", "7.0", "7,0"),
        ("0", "0", "0"),
        ("-1234.5", "-1,234.5", "-1.234,5"),
    ],
)
def test_numbers(value: str, english: str, lao: str) -> None:
    assert number(Decimal(value), "en") == english
    assert number(Decimal(value), "lo") == lao


@pytest.mark.parametrize(
    ("as_of", "language", "expected"),
    [
        ("2021", "lo", "2021"),
        ("2021-06", "en", "June 2021"),
        ("2020-04-01", "lo", "1 ເມສາ 2020"),
        ("2023-06-01/2025-05-31", "en", "1 June 2023–31 May 2025"),
        ("n.d.", "en", "n.d."),
        (None, "en", ""),
    ],
)
def test_dates(as_of: str | None, language: Language, expected: str) -> None:
    assert date_text(as_of, language) == expected


def test_forms_of_a_fact(curriculum: Curriculum) -> None:
    assert fact_value(curriculum, "rural-share", "lo") == "70%"
    assert fact_value(curriculum, "grant-monthly-amount", "lo") == "150.000 ກີບ"
    fact = curriculum.facts["grant-monthly-amount"]
    assert fact_text(curriculum, fact.id, "full", "en") == fact.statement.en
    assert fact_text(curriculum, fact.id, "date", "en") == date_text(fact.as_of, "en")
    assert curriculum.sources[fact.sources[0]].publisher in fact_text(
        curriculum, fact.id, "source", "en"
    )
