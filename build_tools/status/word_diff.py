"""What changed between two texts, word by word; in Lao, which has no spaces, letter group by group."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal, NamedTuple

from build_tools.lao.letters import MARKS

_LAO_GROUP = f"[\u0ec0-\u0ec4]?[\u0e81-\u0eae\u0edc\u0edd][{MARKS}\u0eb0\u0eb2\u0eb3\u0ebd]*"
_TOKEN = re.compile(
    rf"\s+|(?:{_LAO_GROUP}|[^\W\u0e80-\u0eff]+(?:['’.,-][^\W\u0e80-\u0eff]+)*|\S)\s*"
)


class Piece(NamedTuple):
    """A stretch of text that both have, or only the old one, or only the new one."""

    kind: Literal["same", "old", "new"]
    text: str


def word_diff(old: str, new: str) -> tuple[Piece, ...]:
    """The new text in pieces, with what left the old one where it stood; white space is no change."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    matcher = SequenceMatcher(None, _words(before), _words(after), autojunk=False)
    made: list[Piece] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            both = (y if y[-1].isspace() else x for x, y in zip(before[a:b], after[c:d]))
            made.append(Piece("same", "".join(both)))
        else:
            made += _changed("".join(before[a:b]), "".join(after[c:d]))
    return tuple(Piece(kind, "".join(piece.text for piece in together))
                 for kind, together in groupby((p for p in made if p.text), lambda p: p.kind))  # fmt: skip


def _words(tokens: Sequence[str]) -> list[str]:
    """The tokens without the white space that follows them."""
    return [token.strip() for token in tokens]


def _changed(old: str, new: str) -> tuple[Piece, ...]:
    """What left and what came; the white space behind them belongs to neither."""
    gone, come = old.rstrip(), new.rstrip()
    space = new[len(come) :] if new else old[len(gone) :]
    return Piece("old", gone), Piece("new", come), Piece("same", space)
