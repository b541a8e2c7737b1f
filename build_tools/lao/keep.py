"""Which pieces of a Lao text a line must not tear: words, last syllables with their signs, amounts.

Browsers and typesetters know Lao from small dictionaries. They cut words these do not hold and end
lines before ໆ or a full stop, so web and print keep such pieces together by markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from build_tools.lao.letters import MARKS
from build_tools.lao.unbroken import UNBROKEN

WIDEST = 12
"""Letters of the longest piece kept whole: more would leave ragged lines on a small phone.

A longer name may end a line between the shorter words in it, and is kept by these.
"""
WIDEST_IN_CELLS = 11
"""The same in the cells of tables, of which one in three would else be wider than a phone."""
_C, _FINAL = "[\u0e81-\u0eae\u0edc-\u0edf]", "[ກງຍດນບມວ]"
_DEPENDENT = f"[{MARKS}\u0eb0\u0eb2\u0eb3\u0ebd]"
_VOWEL = (
    f"(?:\u0eb2?\u0eb0|\u0eb3|(?:\u0eb2|[ວອ](?!{_DEPENDENT})|\u0ebd)?(?:{_FINAL}(?!{_DEPENDENT}))?)"
)
SYLLABLE = f"[\u0ec0-\u0ec4]?(?:ຫ(?=[ງຍ]))?{_C}(?:[ຣລວ](?={_DEPENDENT}))?[{MARKS}]*{_VOWEL}"
"""One syllable: leading vowel, consonants, marks above and below, vowel, final consonant."""
_OPENING, _CLOSING = r"[(\[{«“‘]", r"[.,;:!?)\]}»”’…%]"
_AMOUNT = r"(?<![\d.,])\d[\d.,]{0,6} (?:%|ກີບ)"
"""A number with its unit, unless it is so long that a table's cell would not hold both."""
_WORD = re.compile(f"(?!{SYLLABLE}$)(?:{SYLLABLE})+")
"""Two syllables or more; one alone is never torn."""
_MARK = re.compile(f"[{MARKS}]")


def letters(text: str) -> int:
    """How many letters of the text take room on the line; marks above and below take none."""
    return len(_MARK.sub("", text))


def keeper(names: Iterable[str], widest: int = WIDEST) -> re.Pattern[str]:
    """What finds the pieces to keep in a text: these names, the words of UNBROKEN, signs, amounts."""
    parts = {part for name in names for part in name.split() if _WORD.fullmatch(part)}
    chosen = {part for part in parts | UNBROKEN if letters(part) <= widest}
    word = f"(?:{_one_of(chosen)})(?!{_DEPENDENT})"
    kept = rf"(?:{word}|{_AMOUNT})(?: ?[ໆຯ])*{_CLOSING}*"
    signed = rf"{SYLLABLE}(?:(?: ?[ໆຯ])+{_CLOSING}*|{_CLOSING}+)"
    return re.compile(
        rf"(?<![\u0ec0-\u0ec4])(?:{_OPENING}*(?:{kept}|{signed})|{_OPENING}+{SYLLABLE})"
    )


def _one_of(words: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first, that reads a shared beginning once."""
    rest: dict[str, set[str]] = {}
    for word in words:
        rest.setdefault(word[:1], set()).add(word[1:])
    branches = [
        re.escape(first) + _one_of(rest[first]) for first in sorted(rest, reverse=True) if first
    ]
    if not branches:
        return ""
    return f"(?:{'|'.join(branches)})" + "?" * ("" in rest)


def pieces(text: str, kept: re.Pattern[str]) -> list[tuple[str, bool]]:
    """The text cut up, nothing changed: each piece, and whether it must stay on one line."""
    made: list[tuple[str, bool]] = []
    place = 0
    for found in kept.finditer(text):
        made += [(text[place : found.start()], False)] * (found.start() > place)
        made.append((found[0], True))
        place = found.end()
    return made + [(text[place:], False)] * (place < len(text))
