"""From what is said to paragraphs in boxes: languages side by side, or one under the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.render.deck.frames import Layout
from build_tools.render.deck.parts import Box
from build_tools.render.deck.plan import Plan
from build_tools.render.deck.say import Entries, Line, Said

UNDER = 2
"""The level of an English line is that of its Lao line and two."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line at a list level; `start` is its written number where the program would count wrong.

    `only_mark` says that the words follow in the other language, so that the mark stands alone.
    """

    line: Line
    level: int = 0
    start: int | None = None
    only_mark: bool = False


Paragraphs = tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """A box of a layout and the paragraphs in it."""

    box: Box
    paragraphs: Paragraphs


def filled(plan: Plan, layout: Layout) -> tuple[Filled, ...]:
    """The boxes of a slide that hold something, title first."""
    made = list(_titles(plan, layout))
    for name, said in plan.boxes.items():
        box, beside = layout.box(name), layout.box(f"{name}-en")
        if box is None:
            raise KeyError(f"layout {layout.name} has no box {name}")
        first = plan.numbered_from if name == plan.split else 1
        if beside is None:
            made.append(Filled(box, stacked(said, box.style.bullet, first)))
        else:
            made.append(Filled(box, _column(said, box.style.bullet, first, second=False)))
            made.append(Filled(beside, _column(said, box.style.bullet, first, second=True)))
    return tuple(one for one in made if one.paragraphs)


def _titles(plan: Plan, layout: Layout) -> Iterator[Filled]:
    """The title, and the English line under it where there is one."""
    title, under = layout.box("title"), layout.box("title-en")
    if title is None:
        raise KeyError(f"layout {layout.name} has no title")
    yield Filled(title, (Paragraph(plan.title.main),))
    if under is not None and plan.title.second is not None and not plan.title.main.missing:
        yield Filled(under, (Paragraph(plan.title.second),))


def stacked(said: Entries, bullet: str, first: int = 1) -> Paragraphs:
    """Each text with its English line under it, unless both are the same, such as "12%"."""
    made: list[Paragraph] = []
    number = first - 1
    for entry in said:
        number += entry.level == 0
        start = _start(bullet, entry.level, number, first, entry.said)
        main, second = entry.said.main, entry.said.second
        if second is None or (second.text == main.text and not main.missing):
            made.append(Paragraph(main, entry.level, start))
        else:
            made.append(Paragraph(main, entry.level, start, only_mark=True))
            made.append(Paragraph(second, entry.level + UNDER))
    return tuple(made)


def _start(bullet: str, level: int, number: int, first: int, said: Said) -> int | None:
    """The number to write: always where English lines stand between, else after a split only."""
    if bullet not in ("number", "letter") or level:
        return None
    return number if said.second is not None or (first > 1 and number == first) else None


def _column(said: Entries, bullet: str, first: int, *, second: bool) -> Paragraphs:
    """One language of a box whose other language stands beside it."""
    made: list[Paragraph] = []
    for entry in said:
        line = (entry.said.second or entry.said.main) if second else entry.said.main
        starts = not made and first > 1 and bullet in ("number", "letter")
        alone = not second and entry.said.second is not None
        made.append(Paragraph(line, entry.level, first if starts else None, alone))
    return tuple(made)
