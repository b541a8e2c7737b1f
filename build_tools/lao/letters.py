"""What a Lao letter is, which characters nobody sees, and how many words a Lao text has."""

from __future__ import annotations

import re
import unicodedata

LAO = "\u0e80-\u0eff"
MARKS = "\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd"
INVISIBLE = frozenset(
    "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
)
"""Characters that break matching and travel unseen with copy and paste."""

_LAO_LETTER = re.compile(f"[{LAO}]")
_LETTER_NOT_MARK = re.compile(f"(?![{MARKS}])[{LAO}]")
_LATIN_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
LETTERS_PER_WORD = 4.5
"""Letters that count as one Lao word where reading time is estimated; Lao has no word spaces."""


def is_lao(character: str) -> bool:
    """True if the character is in the Lao block."""
    return "\u0e80" <= character <= "\u0eff"


def has_lao(text: str) -> bool:
    """True if any character of the text is Lao."""
    return _LAO_LETTER.search(text) is not None


def is_unseen(character: str) -> bool:
    """True for invisible and control characters other than the tab, and those no XML file may hold."""
    return (
        character in INVISIBLE
        or character in "\ufffe\uffff"
        or (character != "\t" and unicodedata.category(character) in ("Cc", "Cs"))
    )


def invisible_name(character: str) -> str:
    """The code point and Unicode name of a character, such as `U+200B ZERO WIDTH SPACE`."""
    nameless = "CONTROL CHARACTER" if is_unseen(character) else "UNASSIGNED"
    return f"U+{ord(character):04X} {unicodedata.name(character, nameless)}"


def word_count(text: str) -> float:
    """Words in the text: runs of Latin letters and digits, plus Lao letters (no marks) divided by 4.5."""
    lao_letters = len(_LETTER_NOT_MARK.findall(text))
    latin = _LATIN_WORD.findall(_LAO_LETTER.sub(" ", text))
    return len(latin) + lao_letters / LETTERS_PER_WORD
