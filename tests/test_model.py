"""The model: dates that exist, ids that are ids, texts in both languages."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies as st
from pydantic import TypeAdapter, ValidationError

from build_tools.model import Text
from build_tools.model.base import Id
from build_tools.model.dates import AsOf, is_as_of


@pytest.mark.parametrize("text", ["2015", "2021-06", "2020-04-01", "2023-06-01/2025-05-31", "n.d."])
def test_a_date_that_exists(text: str) -> None:
    assert TypeAdapter(AsOf).validate_python(text) == text


@pytest.mark.parametrize(
    "text", ["2021-13", "2021-02-30", "2007-08/2018-19", "0000", "2021-6", "soon", ""]
)
def test_a_date_that_does_not_exist(text: str) -> None:
    assert not is_as_of(text)
    with pytest.raises(ValidationError):
        TypeAdapter(AsOf).validate_python(text)


@given(st.dates())
def test_every_day_of_the_calendar_is_a_date(day: date) -> None:
    assert is_as_of(day.isoformat())


@pytest.mark.parametrize("text", ["a", "life-cycle-risks", "r202", "a-1"])
def test_an_id(text: str) -> None:
    assert TypeAdapter(Id).validate_python(text) == text


@pytest.mark.parametrize("text", ["", "A", "a_b", "-a", "a-", "a--b", "1a", "ກ", "a b"])
def test_what_is_no_id(text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Id).validate_python(text)


def test_a_text_without_lao_answers_in_english_and_says_so() -> None:
    text = Text(en="risk")
    assert (text.of("lo"), text.language_of("lo")) == ("risk", "en")
    both = Text(en="risk", lo="ຄວາມສ່ຽງ")
    assert (both.of("lo"), both.language_of("lo")) == ("ຄວາມສ່ຽງ", "lo")
