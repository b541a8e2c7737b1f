"""YAML keeps every scalar as text, knows its places, and survives hostile files."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, strategies as st

from build_tools.yaml_text import MAX_DEPTH, read_yaml

VALUES = st.recursive(
    st.text(st.characters(exclude_categories=["C"]), max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", min_size=1), inner, max_size=3)
    ),
    max_leaves=10,
)


@given(VALUES)
def test_json_is_read_back(value: object) -> None:
    """JSON is YAML, and its strings stay strings."""
    read, findings = read_yaml("x.yaml", json.dumps(value, ensure_ascii=False))
    assert findings == ()
    assert read == value


@given(st.text(max_size=80))
def test_any_text_gives_a_value_or_a_finding(text: str) -> None:
    value, findings = read_yaml("x.yaml", text)
    assert value is None or not [f for f in findings if f.rule == "yaml-syntax"]


def test_scalars_stay_text() -> None:
    value, _ = read_yaml("x.yaml", "a: no\nb: 12:30\nc: 0777\nd: ~\ne: 1.10\n")
    assert value == {"a": "no", "b": "12:30", "c": "0777", "d": None, "e": "1.10"}


def test_every_field_and_entry_knows_its_place() -> None:
    value, _ = read_yaml("x.yaml", "a: 1\nb:\n  - x\n  - {c: 2}\n", first_line=3)
    assert value.place("a")[1:] == (4, 4)
    assert value.key_place("a")[1:] == (4, 1)
    assert value.place("b", 1)[1:] == (7, 5)
    assert value["b"][1].place("c").column == 9
    assert value["b"][1].place()[1:] == (7, 5)


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 50_000, "- " * 50_000 + "a"])
def test_deep_nesting_is_a_finding(text: str) -> None:
    value, (finding,) = read_yaml("x.yaml", text)
    assert value is None
    assert finding.rule in ("yaml-depth", "yaml-syntax")


def test_aliases_are_refused_before_they_grow() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"b{n}: [*a, *a]\n" for n in range(50))
    value, (finding,) = read_yaml("x.yaml", bomb)
    assert (value, finding.rule) == (None, "yaml-alias")


def test_nesting_up_to_the_limit_is_allowed() -> None:
    value, findings = read_yaml("x.yaml", "[" * MAX_DEPTH + "]" * MAX_DEPTH)
    assert value is not None and not findings
