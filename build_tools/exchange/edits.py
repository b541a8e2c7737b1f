"""Changes to the text of a file, and where each of them stands afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Edit(NamedTuple):
    """What stands from `start` to `end` becomes `text`; `key` names the row that asked for it."""

    start: int
    end: int
    text: str
    key: str


class Placed(NamedTuple):
    """Where an edit stands in the changed file: first and last (line, column), counted from 1."""

    key: str
    first: tuple[int, int]
    last: tuple[int, int]


def apply(text: str, edits: Iterable[Edit]) -> tuple[str, list[Placed]]:
    """The changed text and the places of the edits; edits at one point keep their order."""
    done, at, length = [], 0, 0
    spans: list[tuple[str, int, int]] = []
    for edit in sorted(edits, key=lambda edit: edit.start):
        done += [text[at : edit.start], edit.text]
        length += edit.start - at + len(edit.text)
        spans.append((edit.key, length - len(edit.text), length))
        at = edit.end
    changed = "".join([*done, text[at:]])
    return changed, [Placed(key, _at(changed, start), _at(changed, end))
                     for key, start, end in spans]  # fmt: skip


def _at(text: str, index: int) -> tuple[int, int]:
    """Line and column of an index, counted from 1."""
    return text.count("\n", 0, index) + 1, index - (text.rfind("\n", 0, index) + 1) + 1
