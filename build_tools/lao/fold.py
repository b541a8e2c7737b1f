"""One spelling for what a Lao reader sees as the same text; both sides are folded before comparison."""

from __future__ import annotations

import re

from build_tools.lao.letters import INVISIBLE

TONES = "\u0ec8-\u0ecb"
VOWEL_MARKS = "\u0eb1\u0eb4-\u0eb9\u0ebb\u0ecd"

_STEPS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile("[" + "".join(sorted(INVISIBLE)) + "]"), ""),
    (re.compile("\u0eab\u0e99"), "\u0edc"),
    (re.compile("\u0eab\u0ea1"), "\u0edd"),
    (re.compile("\u0eab\u0ea5"), "\u0eab\u0ebc"),
    (re.compile(f"\u0ecd([{TONES}]?)\u0eb2"), "\\1\u0eb3"),
    (re.compile(f"([{TONES}])\u0ecd\u0eb2"), "\\1\u0eb3"),
    (re.compile(f"\u0eb3([{TONES}])"), "\\1\u0eb3"),
    (re.compile(f"([{TONES}])([{VOWEL_MARKS}])"), "\\2\\1"),
    (re.compile(r"\s+"), " "),
)
_LAO_DIGIT = re.compile("[໐-໙]")
_LAO_DIGITS = str.maketrans("໐໑໒໓໔໕໖໗໘໙", "0123456789")


def western_digits(text: str) -> str:
    """The text with Lao digits written as 0-9."""
    return text.translate(_LAO_DIGITS) if _LAO_DIGIT.search(text) else text


def fold(text: str) -> str:
    """The text in one spelling: no invisible characters, ໜ ໝ ຫຼ ຳ joined, marks in order, lower case.

    The order of the steps matters and is the same in `web/lao.js`; folding twice changes nothing.
    """
    return spelled(text).lower()


def spelled(text: str) -> str:
    """The text folded in everything but its capitals."""
    for pattern, replacement in _STEPS:
        previous = None
        while previous != text:
            previous, text = text, pattern.sub(replacement, text)
    return western_digits(text).strip()
