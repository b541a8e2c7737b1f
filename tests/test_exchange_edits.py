"""One value of a YAML file is replaced, and every other byte of the file stays."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from build_tools.exchange.clean import clean, fingerprint
from build_tools.exchange.edits import Edit, Placed, apply
from build_tools.exchange.scalars import is_plain, scalar
from build_tools.exchange.yaml_edit import Blocks
from build_tools.yaml_text import read_yaml

BEFORE = "# head\n- id: first\n  note: 'it''s'   # one\n\n"
AFTER = "\n  last: {a: b, c: [d, e]}  # two\n\n# tail\n- id: second\n  text: {en: E, lo: L}\n"
BLOCKS = {
    "plain": "  text:\n    en: An en\n    lo: ກາ  # kept\n    points: [x]",
    "double": '  text:\n    en: "An: en"\n    lo: "ກາ: \\"ຂາ\\""',
    "single": "  text:\n    en: An en\n    lo: 'ກາ # ຂາ'  # kept\n",
    "literal": "  text:\n    en: |-\n      A\n      B\n    lo: |-\n       ກາ\n       ຂາ\n\n    # kept",
    "folded": "  text:\n    en: >-\n      A\n      B\n    lo: >-\n      ກາ.\n      ຂາ.",
    "many lines": "  text:\n    en: A\n    lo: ກາ\n      ຂາ\n    z: 1",
    "absent": "  text:\n    en: An en  # kept\n    points:\n      - x",
    "absent, literal": "  text:\n    en: |-\n      A\n      B\n\n    points: [x]",
    "absent, last": "  text:\n    en: An en",
    "empty": "  text:\n    en: An en\n    lo:\n    # kept\n    z: 1",
    "null": "  text:\n    lo: ~\n    en: An en",
    "in braces": '  text: {en: "An, en", lo: ກາ, points: [x]}  # kept',
    "in braces, quoted": "  text: {en: An en, lo: 'ກາ'}",
    "in braces, absent": "  text: {en: An en}",
    "in braces, lines": "  text: {\n    en: An en,   # kept\n    lo: ກາ\n  }",
}
SIGNS = " :#'\"-?,[]{}&*!|>%@`~=\\\n\t.;()1é“”"
TEXTS = (
    st.text(st.sampled_from("ກຂງນ້ຳແໝູັ" + SIGNS), min_size=1, max_size=40)
    | st.sampled_from(["null", "true", "No", "1.5", "2026-11-05", "=1+1", "a: b", "- a", "# a",
                       "{a}", "[a", "'", '"', "\\n", "a #b", "a:", "? a", "---", "&a", "%a"])
).map(clean).filter(bool)  # fmt: skip


def value_of(text: str) -> Any:
    value, findings = read_yaml("a.yaml", text)
    assert not findings, findings
    return value


def edited(style: str, new: str) -> tuple[str, str]:
    text = BEFORE + BLOCKS[style] + AFTER
    entry = value_of(text)[0]["text"].place()
    edit = Blocks(text).edit((entry.line, entry.column), "lo", new, "en", "a key")
    return text, apply(text, [edit])[0]


@pytest.mark.parametrize("style", BLOCKS)
@settings(max_examples=60, deadline=None)
@given(new=TEXTS)
def test_only_the_one_value_changes(style: str, new: str) -> None:
    old, changed = edited(style, new)
    wanted = value_of(old)
    wanted[0]["text"]["lo"] = new
    assert value_of(changed) == wanted


@pytest.mark.parametrize("style", BLOCKS)
def test_comments_and_the_rest_of_the_file_stay(style: str) -> None:
    old, changed = edited(style, "ໃໝ່")
    assert changed.startswith(BEFORE) and changed.endswith(AFTER)
    assert changed.count("# kept") == old.count("# kept")
    lines = set(old.split("\n")) - set(changed.split("\n"))
    assert all(any(mark in line for mark in ("lo:", "ກາ", "ຂາ", "en: An en}")) for line in lines), (
        lines
    )


@pytest.mark.parametrize(
    "style, wanted",
    [
        ("plain", "    lo: ໃໝ່  # kept\n"),
        ("double", '    lo: "ໃໝ່"\n'),
        ("single", "    lo: 'ໃໝ່'  # kept\n"),
        ("literal", "    lo: |-\n       ໃໝ່\n\n    # kept\n"),
        ("absent", "    en: An en  # kept\n    lo: ໃໝ່\n    points:\n"),
        ("absent, literal", "      B\n    lo: ໃໝ່\n\n    points: [x]\n"),
        ("empty", "    lo: ໃໝ່\n    # kept\n"),
        ("in braces, absent", "  text: {en: An en, lo: ໃໝ່}\n"),
    ],
)
def test_the_style_of_the_author_is_kept(style: str, wanted: str) -> None:
    assert wanted in edited(style, "ໃໝ່")[1]


def test_a_folded_text_has_a_line_for_each_sentence() -> None:
    assert "lo: >-\n      ໜຶ່ງ.\n      ສອງ? 3\n" not in edited("folded", "ໜຶ່ງ. ສອງ? 3")[1]
    assert "lo: >-\n      ໜຶ່ງ.\n      ສອງ?\n      3\n" in edited("folded", "ໜຶ່ງ. ສອງ? 3")[1]


@settings(deadline=None)
@given(text=TEXTS, style=st.sampled_from(["", "'", '"', "|", ">"]), flow=st.booleans())
def test_a_scalar_is_read_back_as_the_same_text(text: str, style: str, flow: bool) -> None:
    made = scalar(text, style, flow=flow, indent=2)
    whole = f"{{a: {made}, b: c}}" if flow else f"a: {made}\nb: c"
    assert value_of(whole) == {"a": text, "b": "c"}


@pytest.mark.parametrize("text", ["yes", "12", "1.5", "2026-11-05", "null", "a: b", "x #y", "[a"])
def test_what_yaml_would_take_for_something_else_is_quoted(text: str) -> None:
    assert not is_plain(text, flow=False)


@pytest.mark.parametrize("lists", ['[ກາ, "ຂ, າ"]', "\n      - ກາ\n      - ຂາ", "\n    - ກາ"])
@settings(deadline=None)
@given(new=st.lists(TEXTS.filter(lambda text: "\n" not in text), min_size=1, max_size=4))
def test_a_list_is_written_as_it_was(lists: str, new: list[str]) -> None:
    text = f"- accept:\n    en: [a]\n    lo: {lists}\n    # kept\n    z: 1\n"
    entry = value_of(text)[0]["accept"].place()
    edit = Blocks(text).edit_list((entry.line, entry.column), "lo", new, "a key")
    changed = apply(text, [edit])[0]
    assert value_of(changed) == [{"accept": {"en": ["a"], "lo": new, "z": "1"}}]
    assert "\n    # kept\n" in changed and (lists.startswith("[") == ("lo: [" in changed))


def test_edits_say_where_they_stand_afterwards() -> None:
    edits = [Edit(2, 3, "XX\nY", "one"), Edit(4, 4, "Z", "two"), Edit(4, 4, "z", "three")]
    text, placed = apply("a\nb\nc", edits)
    assert text == "a\nXX\nY\nZzc"
    assert placed == [Placed("one", (2, 1), (3, 2)), Placed("two", (4, 1), (4, 2)),
                      Placed("three", (4, 2), (4, 3))]  # fmt: skip


@pytest.mark.parametrize(
    "given_, wanted",
    [
        ("ກ_x000D_\nຂ", "ກ\nຂ"),
        ("ກ\r\nຂ\rຄ\vງ\u2028ຈ", "ກ\nຂ\nຄ\nງ\nຈ"),
        ("ກ\u00a0ຂ\u202fຄ", "ກ ຂ ຄ"),
        ("ກ\u200bຂ\u2060\ufeffຄ\u00ad", "ກຂຄ"),
        ("  ກ  \n ຂ\t\n\n", "ກ\n ຂ"),
        ("ນ້ໍາ ຫນູ", "ນ້ຳ ໜູ"),
        ("::: case {#a title=“ກ ຂ”}\n“ຄ”\n:::", '::: case {#a title="ກ ຂ"}\n“ຄ”\n:::'),
    ],
)
def test_what_programs_put_in_unasked_is_taken_out(given_: str, wanted: str) -> None:
    assert clean(given_) == wanted
    assert fingerprint(given_) == fingerprint(wanted) != fingerprint(wanted + "x")


@settings(deadline=None)
@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)
