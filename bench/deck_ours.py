"""One deck of ours, made by a process of its own so that its CPU time can be measured.

`python -m bench.deck_ours FOLDER EDITION TIMES PLANS OUT` makes the first deck of the curriculum in
FOLDER: its slides so many TIMES, and of the slides as written the first PLANS.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from build_tools import assets
from build_tools.load import load
from build_tools.model import EDITIONS
from build_tools.reading import read_sources
from build_tools.render.deck import Outline, deck, outlines
from build_tools.render.deck.plan import Plan
from build_tools.render.deck.say import Voice
from build_tools.render.measure import Ruler

ROOT = Path(__file__).parent.parent
ALL = 10_000


def longer(outline: Outline, times: int) -> Outline:
    """The deck with its chapters again and again."""
    return replace(outline, chapters=tuple(
        replace(chapter, id=f"{chapter.id}-{number}") if number else chapter
        for number in range(times)
        for chapter in outline.chapters
    ))  # fmt: skip


def shorter(outline: Outline, plans: int) -> Outline:
    """The deck with so many slides, counted before any is split; its slides can be asked for once."""
    left = iter(range(plans))
    return replace(outline, chapters=tuple(
        replace(chapter, plans=partial(_while_left, chapter.plans, left))
        for chapter in outline.chapters
    ))  # fmt: skip


def _while_left(
    plans: Callable[[Voice], Iterable[Plan]], left: Iterator[int], voice: Voice
) -> Iterator[Plan]:
    """The slides of a chapter as long as some may still come."""
    yield from (plan for _, plan in zip(left, plans(voice)))


def main(folder: str, edition: str, times: int, plans: int, out: str) -> None:
    """Nothing; writes the deck."""
    curriculum = load(read_sources(Path(folder)).files).curriculum
    assert curriculum is not None
    outline = shorter(longer(outlines(curriculum)[0], times), plans)
    (named,) = (one for one in EDITIONS if one == edition)
    made = deck(curriculum, outline, named, Ruler(assets.deck_fonts(ROOT)))
    Path(out).write_bytes(made.data)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), sys.argv[5])
