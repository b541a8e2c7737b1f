"""Lao text: folding, order, word count."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings, strategies as st

from build_tools.lao import INVISIBLE, fold, invisible_name, sort_key, western_digits, word_count
from tests.lao_case import clean_texts

FOLDS = yaml.safe_load((Path(__file__).parent / "cases/lao/fold.yaml").read_text("utf-8"))
SPELLINGS = [(spelling, case["out"]) for case in FOLDS for spelling in case["in"]]
LAO_TEXT = st.text(alphabet=st.characters(min_codepoint=0x0E80, max_codepoint=0x0EDF), max_size=30)


@pytest.mark.parametrize(("spelling", "folded"), SPELLINGS)
def test_fold(spelling: str, folded: str) -> None:
    assert fold(spelling) == folded


@given(LAO_TEXT)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(clean_texts)
@settings(deadline=None)
def test_clean_text_is_left_alone(text: str) -> None:
    assert fold(text) == western_digits(text).lower()


@given(LAO_TEXT.map(str.strip).filter(bool), LAO_TEXT.map(str.strip).filter(bool))
def test_folding_never_crosses_a_word(one: str, other: str) -> None:
    assert fold(f"{one} {other}") == f"{fold(one)} {fold(other)}"


def test_invisible_characters_do_not_matter() -> None:
    assert fold("ສັງ\u200bຄົມ\ufeff") == "ສັງຄົມ"
    assert all(invisible_name(c).startswith("U+") for c in INVISIBLE)


def test_order_is_that_of_a_lao_dictionary() -> None:
    words = ["ໜອງ", "ແມ່", "ປະ", "ສັງຄົມ", "ເງິນ", "ໂຄງ", "ຂໍ", "ກຳ", "ການ"]
    expected = ["ການ", "ກຳ", "ຂໍ", "ໂຄງ", "ເງິນ", "ສັງຄົມ", "ປະ", "ແມ່", "ໜອງ"]
    assert sorted(words, key=sort_key) == expected
    assert sorted(["ກ", "NSSF"], key=sort_key) == ["NSSF", "ກ"]


@given(LAO_TEXT)
def test_every_text_has_a_place_in_the_order(text: str) -> None:
    assert sort_key(text) == sort_key(fold(text))


def test_words_are_counted_in_both_scripts() -> None:
    assert word_count("Two words, LAK 150,000.") == 4
    assert word_count("ການປົກປ້ອງສັງຄົມ") == pytest.approx(12 / 4.5)
    assert western_digits("໐໑໙") == "019"
