"""The order of a Lao dictionary."""

from __future__ import annotations

import re

from build_tools.lao.fold import fold

_CONSONANTS = "ກຂຄງຈສຊຍດຕຖທນບປຜຝພຟມຢຣລວຫອຮ"
_VOWELS = "ະັາຳິີຶືຸູົຼຽເແໂໃໄ"
_RANK = {letter: index + 2 for index, letter in enumerate(_CONSONANTS + _VOWELS)} | {"\u0ecd": 1}
_TONES = re.compile("[\u0ec8-\u0ecc]")
_LEADING = re.compile("([\u0ec0-\u0ec4])([\u0e81-\u0eae])")


def sort_key(text: str) -> tuple[tuple[int, int], ...]:
    """A key that sorts Lao as dictionaries do: by consonant first, tones last, Latin before Lao.

    Leading vowels are written before the consonant they follow in sound, so they are swapped;
    ໜ and ໝ are sorted as ຫນ and ຫມ.
    """
    plain = fold(text).replace("\u0edc", "\u0eab\u0e99").replace("\u0edd", "\u0eab\u0ea1")
    swapped = _LEADING.sub(r"\2\1", _TONES.sub("", plain))
    return tuple((1, _RANK[c]) if c in _RANK else (0, ord(c)) for c in swapped)
