"""Small groups in reports: merged, and never to be had as the difference of other rows."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from build_tools.results.parts import breakdown, hidden
from build_tools.results.privacy import LEAST, too_few
from build_tools.results.sums import Sums, figures

PEOPLE = st.dictionaries(st.text("abcdef", min_size=1, max_size=3), st.integers(0, 30))
CASES = [
    ({"a": 9, "b": 8}, set()),
    ({"a": 9, "b": 4, "c": 3}, {"b", "c"}),
    ({"a": 9, "b": 4, "c": 6}, {"b", "c"}),
    ({"a": 9, "b": 1, "c": 1}, {"a", "b", "c"}),
    ({"a": 2, "b": 1}, {"a", "b"}),
    ({"a": 9, "b": 0}, set()),
    ({}, set()),
]


@pytest.mark.parametrize(("people", "wanted"), CASES)
def test_rows_that_go_together(people: dict[str, int], wanted: set[str]) -> None:
    assert too_few(people) == wanted


@given(PEOPLE)
def test_what_is_left_alone_is_big_enough_and_what_is_hidden_too(people: dict[str, int]) -> None:
    small = too_few(people)
    assert all(n == 0 or n >= LEAST for key, n in people.items() if key not in small)
    together = sum(people[key] for key in small)
    assert together == 0 or together >= LEAST or together == sum(people.values())


@given(PEOPLE, st.data())
def test_no_score_of_a_few_can_be_worked_out_from_a_breakdown(
    people: dict[str, int], data: st.DataObject
) -> None:
    rows = {}
    for key, n in people.items():
        pre = data.draw(st.integers(0, n))
        rows[key] = Sums(n, pre, 0, 0, pre * 0.5)
    shown = breakdown(rows, "other")
    assert sum(sums.people for sums, _ in shown.values()) == sum(people.values())
    total = sum(sums.pre_people for sums, _ in shown.values())
    secret = sum(sums.pre_people for sums, told in shown.values() if "pre" in told)
    assert secret == 0 or secret >= LEAST or secret == total
    for sums, told in shown.values():
        assert "pre" in told or not 0 < sums.pre_people < LEAST


def test_what_the_whole_hides_its_parts_hide() -> None:
    whole = Sums(12, 12, 3, 3, 6.0, 2.0, 1.5, 2.0)
    assert hidden(whole) == {"post", "both"}
    rows = {"a": Sums(6, 6, 0, 0, 3.0), "b": Sums(6, 6, 3, 3, 3.0, 2.0, 1.5, 2.0)}
    shown = breakdown(rows, "other", hidden(whole))
    assert all({"post", "both"} <= told for _, told in shown.values())
    assert figures(*shown["b"]).pre == 0.5
    assert figures(*shown["b"]).post is None and figures(*shown["b"]).gain is None


def test_the_gain_does_not_give_away_who_did_one_test_alone() -> None:
    assert hidden(Sums(20, 20, 19, 19)) == {"both"}
    assert hidden(Sums(20, 15, 20, 15)) == frozenset()
    assert hidden(Sums(20, 16, 20, 16)) == {"both"}
    rows = {"a": Sums(20, 20, 19, 19), "b": Sums(20, 20, 20, 20), "c": Sums(30, 30, 24, 24)}
    shown = breakdown(rows, "other", hidden(Sums(70, 70, 63, 63)))
    assert {key for key, (_, told) in shown.items() if "both" in told} == {"a", "c"}


def test_gain_is_the_part_of_the_missing_that_was_won() -> None:
    assert figures(Sums(9, 9, 8, 8, 4.5, 6.0, 4.0, 6.0)).gain == 0.5
    assert figures(Sums(8, 8, 8, 8, 8.0, 8.0, 8.0, 8.0)).gain is None
    assert figures(Sums(8, 8, 0, 0, 4.0)).gain is None
