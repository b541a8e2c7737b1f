"""Faults of written Lao: each with its place, its rule and, where mending is safe, the right letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from build_tools.lao.fold import TONES, VOWEL_MARKS, western_digits
from build_tools.lao.letters import INVISIBLE, LAO


class Fault(NamedTuple):
    """Letters from `start` to `end` that break a rule; without a `replacement` a person decides."""

    start: int
    end: int
    rule: str
    replacement: str | None


_CONSONANTS = "\u0e81-\u0eae\u0edc-\u0edf"
_UPPER = "\u0eb1\u0eb4-\u0eb7\u0ebb"
_VOWELS = "\u0eb0-\u0eb9\u0ebb\u0ebd\u0ecd"
_MARKS = "\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece"
_UNASSIGNED = (
    "\u0e80\u0e83\u0e85\u0e8b\u0ea4\u0ea6\u0ebe\u0ebf\u0ec5\u0ec7\u0ecf\u0eda\u0edb\u0ee0-\u0eff"
)
_UNSEEN = "".join(sorted(INVISIBLE))
_CONTROLS = "\\x00-\\x08\\x0a-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\ufffe\\uffff"
_CARRIERS = f"{_CONSONANTS}{_UNSEEN}\u25cc"
"""What a mark or a vowel may stand with; on the dotted circle it is shown by itself."""
_OLD_SIGNS = "\u00a1-\u00aa\u00ac\u00ae-\u00ba\u00bc-\u00bf"
_OLD_LETTERS = "\u00a1-\u00ff\u0152\u0153\u0160\u0161\u0178\u0192\u2013-\u2122"
_GREEK_CYRILLIC = "\u0370-\u052f"
_DIGITS = "0-9\u0ed0-\u0ed9"

_PATTERNS: Mapping[str, str] = {
    # Old Lao fonts keep letters where Latin-1 has signs, one of them at the soft hyphen: this
    # rule comes before the one that deletes soft hyphens.
    "lao-legacy": f"(?=[{_OLD_LETTERS}]*[{_OLD_SIGNS}])[\u00a1-\u00ff][{_OLD_LETTERS}]{{2,}}",
    "text-invisible": f"[{_UNSEEN}{_CONTROLS}]",
    "lao-am": f"\u0ecd[{TONES}]?\u0eb2|[{TONES}]\u0ecd\u0eb2|\u0eb3[{TONES}]",
    "lao-order": f"[{TONES}](?!\u0ecd[{TONES}]\u0eb2)[{VOWEL_MARKS}\u0ebc]|[{VOWEL_MARKS}]\u0ebc",
    # After ແ ໂ ໃ ໄ a further vowel shows that the pair is two syllables: ໄຫ + ນ້ຳ.
    "lao-ho": f"\u0eab[\u0e99\u0ea1](?:(?<![\u0ec1-\u0ec4]..)|(?![{TONES}]?[{_VOWELS}]))",
    "lao-double-e": "\u0ec0\u0ec0",
    "lao-repeated": f"(?P<mark>[{_MARKS}])(?P=mark)|[{TONES}]{{2}}|[{_UPPER}][{TONES}]?[{_UPPER}]",
    "lao-orphan": f"[\u0ec0-\u0ec4](?![{_CARRIERS}])|(?<![{_CARRIERS}{_MARKS}])[{_MARKS}]",
    "lao-foreign": f"[\u0e01-\u0e3a\u0e40-\u0e7f{_UNASSIGNED}]+",
    "lao-lookalike": f"(?<=[{LAO}])[a-z\u00df-\u00f6\u00f8-\u00ff]{{1,2}}(?=[{LAO}])"
    f"|(?<=[{LAO}])[\u0300-\u036f{_GREEK_CYRILLIC}]+|[{_GREEK_CYRILLIC}]+(?=[{LAO}])"
    f"|[{_DIGITS}][{_DIGITS}oO]*[oO][{_DIGITS}]|[oO]+[\u0ed0-\u0ed9]|[\u0ed0-\u0ed9][oO]+",
    "lao-digits": "[\u0ed0-\u0ed9]+",
    "lao-space": f"(?<=[{LAO}])[ \u00a0]+(?=\u0ec6)",
}
"""What a fault looks like, by rule; where two begin at one place, the first in the list speaks."""
_HARMLESS = "!-,:-NP-`{-~ກຂຄງຈສຊຍດຕຖທນບປຜຝພຟມຢຣລວອຮະາຽໜໝ"
"""Letters with which no fault begins; passing over them at once makes the search much faster."""
_ANY = re.compile(
    f"(?![{_HARMLESS}])(?:"
    + "|".join(f"(?P<{rule.replace('-', '_')}>{one})" for rule, one in _PATTERNS.items())
    + ")"
)


def _joined_am(found: str) -> str:
    """The tone, where there is one, and ຳ as one character."""
    return "".join(letter for letter in found if "\u0ec8" <= letter <= "\u0ecb") + "\u0eb3"


_MENDS: Mapping[str, Callable[[str], str | None]] = {
    # A control character may stand for a space or a line break: that is not ours to guess.
    "text-invisible": lambda found: "" if found in INVISIBLE else None,
    "lao-am": _joined_am,
    "lao-order": lambda found: found[::-1],
    "lao-ho": lambda found: "\u0edc" if found.endswith("\u0e99") else "\u0edd",
    "lao-double-e": lambda _: "\u0ec1",
    "lao-digits": western_digits,
    "lao-space": lambda _: "",
}


def faults(text: str) -> Iterator[Fault]:
    """Every fault of a text, line by line; letters that stand in one fault are in no other."""
    offset = 0
    for line in text.split("\n"):
        if not (line.isascii() and line.isprintable()):
            spelling = list(_spelling(line))
            for start, end, rule, mend in sorted([*spelling, *_not_composed(line, spelling)]):
                yield Fault(offset + start, offset + end, rule, mend)
        offset += len(line) + 1


def _spelling(line: str) -> Iterator[Fault]:
    """The faults of a line that a pattern finds."""
    for match in _ANY.finditer(line):
        rule = str(match.lastgroup).replace("_", "-")
        mend = _MENDS.get(rule)
        yield Fault(match.start(), match.end(), rule, mend(match[0]) if mend else None)


def _not_composed(line: str, known: Sequence[Fault]) -> Iterator[Fault]:
    """The words without a known fault that NFC writes otherwise; never NFKC, which tears ຳ."""
    if unicodedata.is_normalized("NFC", line):
        return
    for word in re.finditer(r"[^\s_]+", line):
        composed = unicodedata.normalize("NFC", word[0])
        free = all(end <= word.start() or word.end() <= start for start, end, *_ in known)
        if free and composed != word[0]:
            before = _alike(word[0], composed)
            after = _alike(word[0][:before:-1], composed[:before:-1])
            right = composed[before : len(composed) - after]
            yield Fault(word.start() + before, word.end() - after, "text-composed", right)


def _alike(one: str, other: str) -> int:
    """How many letters both texts have in common before they differ."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def mended(text: str, shown: Callable[[str], str] = str) -> tuple[str, int]:
    """The text without the faults that can be mended safely, and how many were.

    `shown` gives the text, letter for letter, with what is to stay as it is made unrecognisable.
    """
    count = 0
    while found := [fault for fault in faults(shown(text)) if fault.replacement is not None]:
        parts, end = [], 0
        for fault in found:
            parts += [text[end : fault.start], str(fault.replacement)]
            end = fault.end
        text = "".join(parts) + text[end:]
        count += len(found)
    return text, count
