"""The decks of the real curriculum, each made once in a run of the tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

import pytest

from build_tools.findings import Finding
from build_tools.load import load
from build_tools.model import Curriculum, Edition
from build_tools.reading import read_sources
from build_tools.render.deck import MODULE_DECKS, deck, outlines
from tests.deck_case import ROOT
from tests.figure_case import deck_ruler as ruler


class RealDeck(NamedTuple):
    """A deck by its id; `own` says that its slides occur in no other deck."""

    id: str
    own: bool
    data: bytes
    findings: tuple[Finding, ...]


@cache
def _curriculum() -> Curriculum:
    """The real curriculum."""
    whole = load(read_sources(ROOT).files).curriculum
    assert whole is not None
    return whole


@cache
def _deck(place: int, edition: Edition) -> RealDeck:
    """One deck of the curriculum."""
    outline = outlines(_curriculum())[place]
    made = deck(_curriculum(), outline, edition, ruler())
    return RealDeck(outline.id, outline.purpose in MODULE_DECKS, made.data, made.findings)


def real_decks(edition: Edition) -> Iterator[RealDeck]:
    """Every deck of the curriculum in one edition."""
    for place in range(len(outlines(_curriculum()))):
        yield _deck(place, edition)


def chosen_decks(edition: Edition) -> Iterator[RealDeck]:
    """The last deck of each purpose, and in the bilingual edition those of all modules."""
    whole = outlines(_curriculum())
    last = {outline.purpose: place for place, outline in enumerate(whole)}
    for place, outline in enumerate(whole):
        if place in last.values() or (edition == "lo-en" and outline.purpose in MODULE_DECKS):
            yield _deck(place, edition)


Decks = Callable[[Edition], Iterator[RealDeck]]
CHOSEN_THEN_ALL = (chosen_decks, pytest.param(real_decks, marks=pytest.mark.slow))
"""For proofs of some seconds a deck: all decks only in the long run."""
