"""Decks as text beside the source: a change of words, sizes or layouts shows as a readable diff.

`TOT_UPDATE=1 python -m pytest tests/test_deck_snapshot.py` writes the files of
`tests/cases/deck_snapshots` anew; what changed is then read before it is kept.
"""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pptx.util import Pt

from build_tools.model import EDITIONS, Edition
from tests import deck_case as case
from tests.deck_real import real_decks
from tests.deck_snapshot import brief, snapshot

FOLDER = Path(__file__).parent / "cases" / "deck_snapshots"
SAMPLE = "sample"
LINE = 60
"""Letters of a line in the bilingual edition."""
UPDATE = "TOT_UPDATE" in os.environ


def saved(presentation: Any) -> bytes:
    """A presentation as a file."""
    made = BytesIO()
    presentation.save(made)
    return made.getvalue()


def keep(name: str, edition: Edition, text: str) -> str:
    """What is kept of a deck, after it was written anew if that is asked for."""
    path = FOLDER / f"{name}.{edition}.txt"
    if UPDATE:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return path.read_text(encoding="utf-8") if path.is_file() else f"{path.name} is not kept"


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_sample_deck_is_as_kept(edition: Edition) -> None:
    text = snapshot(case.made(edition))
    assert text.splitlines() == keep(SAMPLE, edition, text).splitlines()


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_real_decks_are_as_kept(edition: Edition) -> None:
    """Decks of modules in full, but for long lines that two editions hold already; those of days
    and tests repeat modules, so they have one line a slide."""
    most = LINE if edition == "lo-en" else None
    known = {SAMPLE}
    for deck in real_decks(edition):
        known.add(deck.id)
        text = snapshot(deck.data, most) if deck.own else brief(deck.data)
        assert text.splitlines() == keep(deck.id, edition, text).splitlines(), deck.id
    kept = {path.name.split(".")[0] for path in FOLDER.glob(f"*.{edition}.txt")}
    assert kept == known


def test_a_snapshot_shows_words_sizes_and_what_is_hidden() -> None:
    presentation = case.opened(case.made("en"))
    number, shape = next(
        (number, shape)
        for number, slide in enumerate(presentation.slides)
        for shape in slide.placeholders
        if shape.name == "body"
    )
    before = snapshot(saved(presentation))
    shape.text_frame.paragraphs[0].runs[0].font.size = Pt(13)
    shape.text_frame.paragraphs[0].runs[0].text = "Another word"
    presentation.slides[number]._element.set("show", "0")
    after = snapshot(saved(presentation)).splitlines()
    changed = [line for line in after if line not in before.splitlines()]
    assert any(" hidden | " in line for line in changed)
    assert any("body 13" in line for line in changed)
    assert any("Another word" in line for line in changed)
