"""Small groups: nobody's score can be read off a row, nor off the difference of rows."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TypeVar

LEAST = 5
"""People that a row needs before it may stand alone or show a score."""
Key = TypeVar("Key", bound=Hashable)


def too_few(people: Mapping[Key, int]) -> frozenset[Key]:
    """The rows of a whole that must go together, because some have one to four people.

    If these together still have under five, the next smallest row joins them: otherwise the whole
    less the other rows would give them away. Rows without people hide nobody and stay out.
    """
    rising = sorted(((n, str(key), key) for key, n in people.items() if n), key=lambda one: one[:2])
    hidden: list[Key] = []
    together = 0
    for n, _, key in rising:
        if n >= LEAST and (not hidden or together >= LEAST):
            break
        hidden.append(key)
        together += n
    return frozenset(hidden)
