"""A deck in one edition, as the pages tell of it."""

from __future__ import annotations

from typing import NamedTuple

from build_tools.model import Edition, Text

TRAINING = ("day", "pre-test", "post-test")
"""The purposes of decks that belong to a track; the others are those of modules and of the tools."""


class DeckFile(NamedTuple):
    """A file to download; `of` is the id of its module or track.

    `purpose` is module, tools, day, pre-test or post-test. `slides` are those shown, `hidden` those
    kept in reserve; `picture` is a strip of the first three slides. What is not known is 0 or "".
    """

    id: str
    title: Text
    purpose: str
    of: str
    day: int | None
    edition: Edition
    path: str
    size: int
    slides: int
    hidden: int
    minutes: int
    picture: str


def training_anchor(track_id: str) -> str:
    """The id of the heading above the decks of a track on the page of all decks."""
    return f"training-{track_id}"
