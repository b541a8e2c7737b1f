"""A slide before it is drawn: its layout, what is said in each box, notes and minutes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from build_tools.findings import Place
from build_tools.model import Figure
from build_tools.model.base import NOWHERE
from build_tools.render.deck.say import Entries, Said

Cells = tuple[tuple[Said, ...], ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """One slide; `split` names the box whose paragraphs may go on to a further slide.

    `cards` are things shown beside each other or in rows, each with the same boxes; the layout
    is then the one that is named after their number.
    `whole` is the table whose rows were dealt out to several slides, this one among them.
    `numbered_from` is the number of the first paragraph of a numbered box, `part` and `parts`
    say which part of a split slide this is. A `hidden` slide is passed over in a show and has no
    minutes; `place` is where the slide was written.
    """

    id: str
    layout: str
    title: Said
    boxes: Mapping[str, Entries] = field(default_factory=dict)
    notes: tuple[Said, ...] = ()
    minutes: int = 0
    split: str | None = None
    cards: tuple[Mapping[str, Entries], ...] = ()
    table: Cells = ()
    whole: Cells = ()
    figure: Figure | None = None
    numbered_from: int = 1
    part: int = 1
    parts: int = 1
    clock: tuple[int, int] = (0, 0)
    hidden: bool = False
    place: Place = NOWHERE


def share(minutes: int, parts: int) -> tuple[int, ...]:
    """The minutes dealt out to the parts of a slide, the first parts the longer ones."""
    each, rest = divmod(minutes, parts)
    return tuple(each + (number < rest) for number in range(parts))
