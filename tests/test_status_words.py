"""What changed between two texts: words in English, letter groups in Lao, white space is no change."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from build_tools.status.changes import marked
from build_tools.status.word_diff import word_diff


def shown(old: str, new: str) -> str:
    """The changes as they are printed where there are no colours."""
    text = marked(word_diff(old, new))
    for colour in ("\x1b[31m", "\x1b[32m", "\x1b[0m"):
        text = text.replace(colour, "")
    return text


@pytest.mark.parametrize(("old", "new", "wanted"), [
    ("Walk round.", "Walk round the room.", "Walk round {+the room+}."),
    ("Walk round the room.", "Walk round.", "Walk round [-the room-]."),
    ("Pay LAK 1,500 now", "Pay LAK 1,600 now", "Pay LAK [-1,500-]{+1,600+} now"),
    ("a  b\nc", "a b c", "a b c"),
    ("one two", "", "[-one two-]"),
    ("", "one two", "{+one two+}"),
    ("use {fact}`rural-share` here", "use {fact}`poor-share` here",
     "use {fact}`[-rural-share-]{+poor-share+}` here"),
    ("the NSSF (ກອງທຶນ)", "the NSSF (ກອງທຸນ)", "the NSSF (ກອງ[-ທຶ-]{+ທຸ+}ນ)"),
    ("ຄຳຖາມ", "ຄຳຕອບ", "ຄຳ[-ຖາມ-]{+ຕອບ+}"),
    ("Don't stop.", "Do not stop.", "[-Don't-]{+Do not+} stop."),
])  # fmt: skip
def test_words_that_changed(old: str, new: str, wanted: str) -> None:
    assert shown(old, new) == wanted


def test_only_the_lines_beside_a_change_are_shown() -> None:
    lines = [f"line {number}" for number in range(12)]
    new = [*lines[:6], "line six", *lines[7:]]
    assert shown("\n".join(lines), "\n".join(new)) == "...\nline [-6-]{+six+}\n..."
    assert shown("a\nb\nc d", "a\nb\nc e") == "...\nc [-d-]{+e+}"


def test_texts_without_a_change_are_one_piece() -> None:
    assert [piece.kind for piece in word_diff("a b  c", "a  b c")] == ["same"]
    assert word_diff("", "") == ()


TEXT = st.text(alphabet="ab .,-'{}`1ກເຄຳ່ຶ\n\t", max_size=40)


@given(TEXT, TEXT)
def test_nothing_is_lost(old: str, new: str) -> None:
    pieces = word_diff(old, new)
    for kind, whole in (("old", old), ("new", new)):
        kept = "".join(piece.text for piece in pieces if piece.kind in ("same", kind))
        assert "".join(kept.split()) == "".join(whole.split())
