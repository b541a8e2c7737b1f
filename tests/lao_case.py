"""Lao as hypothesis makes it: clean syllables, and the misspellings that look the same."""

from __future__ import annotations

from hypothesis import strategies as st

CONSONANTS = "ກຂຄງຈສຊຍດຕຖທນບປຜຝພຟມຢລວຫອຮໜໝ"
FINALS = "ກງຍດນບມວ"
UPPER_LOWER = "\u0eb4\u0eb5\u0eb6\u0eb7\u0eb8\u0eb9"
NEEDS_FINAL = "\u0eb1\u0ebb"
TONES = "\u0ec8\u0ec9\u0eca\u0ecb"


@st.composite
def syllable(draw: st.DrawFn) -> str:
    """One syllable in the canonical order: vowel before, consonant, ຼ, vowel mark, tone, vowel, final."""
    consonant = draw(st.sampled_from([*CONSONANTS, "ຫ\u0ebc"]))
    tone = draw(st.sampled_from(["", *TONES]))
    final = draw(st.sampled_from(["", *FINALS]))
    shape = draw(st.sampled_from(("mark", "short", "am", "after", "before", "o")))
    if shape == "mark":
        return consonant + draw(st.sampled_from(UPPER_LOWER)) + tone + final
    if shape == "short":
        return consonant + draw(st.sampled_from(NEEDS_FINAL)) + tone + (final or "ນ")
    if shape == "am":
        return f"{consonant}{tone}\u0eb3"
    if shape == "after":
        return consonant + tone + draw(st.sampled_from("ະາ"))
    if shape == "o":
        return f"{consonant}\u0ecd{tone}"
    return draw(st.sampled_from("ເແໂໃໄ")) + consonant + tone + final


def is_two_readings(word: str) -> bool:
    """True for syllables that meet as one letter would be written: ໄຫ + ນ້ຳ."""
    return any(pair in word for pair in ("ຫນ", "ຫມ", "ຫລ", "ຫ\u0ebcນ", "ຫ\u0ebcມ"))


words = (
    st.lists(syllable(), min_size=1, max_size=4)
    .map("".join)
    .filter(lambda word: not is_two_readings(word))
)
clean_texts = st.lists(
    words | st.sampled_from(["NSSF", "2030", "(5,84)", "ຕ່າງໆ", "“ດີ”."]), min_size=1, max_size=6
).map(" ".join)
any_texts = st.text(
    st.characters(min_codepoint=0x0E80, max_codepoint=0x0EFF)
    | st.sampled_from(
        " \n\r\u200b\u00ado0a1e\u0301éກ\u0e01¡¾²\u0ec6\u0eab\u0ecd\u0eb2\u0ec9\u0ec0"
    ),
    max_size=25,
)


def misspelt(draw: st.DrawFn, text: str) -> str:
    """The text with some of its letters written in another way that looks the same."""
    ways = (
        [("\u0eb3", "\u0ecd\u0eb2"), ("ໜ", "ຫນ"), ("ໝ", "ຫມ")]
        + [(f"{tone}\u0eb3", f"\u0ecd{tone}\u0eb2") for tone in TONES]
        + [(f"{tone}\u0eb3", f"\u0eb3{tone}") for tone in TONES]
        + [(f"{tone}\u0eb3", f"{tone}\u0ecd\u0eb2") for tone in TONES]
        + [(mark + tone, tone + mark) for mark in UPPER_LOWER + NEEDS_FINAL for tone in TONES]
        + [("2030", "໒໐໓໐"), ("າ", "\u200bາ"), ("ນ", "ນ\u00ad")]
    )
    for right, wrong in draw(st.lists(st.sampled_from(ways), max_size=6)):
        text = text.replace(right, wrong, draw(st.integers(1, 3)))
    return text
