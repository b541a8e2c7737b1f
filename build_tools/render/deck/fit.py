"""The size of the text in each box: measured, from comfortable to the floor, then split."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from build_tools.model import Edition
from build_tools.render.deck.arrange import Filled, filled
from build_tools.render.deck.frames import Layout
from build_tools.render.deck.look import levels
from build_tools.render.deck.plan import Plan, share
from build_tools.render.deck.say import Entries, Line
from build_tools.render.deck.table import TableFit, fit_table
from build_tools.render.measure import Ruler

POINTS = 72
SLACK = 1.0
"""Points that a box may be over: rounding, not text."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A slide with its boxes and the tier of size for each; `over` says which box is too small."""

    plan: Plan
    layout: Layout
    boxes: tuple[Filled, ...]
    tiers: Mapping[str, int]
    table: TableFit | None
    over: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fitter:
    """Measures slides of one edition; `mark` is what stands before missing Lao."""

    ruler: Ruler
    edition: Edition
    layouts: Mapping[str, Layout]
    mark: str

    def fit(self, plan: Plan, largest: int = 0) -> Fitted:
        """The slide at the largest tiers that fit; at the floor, and named in `over`, where none does.

        `largest` is the first tier that its table may have.
        """
        layout = self.layouts[plan.layout]
        boxes = filled(plan, layout)
        tiers: dict[str, int] = {}
        over: list[str] = []
        for siblings in _groups(boxes):
            tier, points = self._tier(siblings)
            tiers |= dict.fromkeys((one.box.name for one in siblings), tier)
            over += [f"{siblings[0].box.name}: {points:.0f} points too high"] if points else []
        table = None
        if plan.table:
            whole = plan.whole or plan.table
            table = fit_table(plan.table, whole, layout, self.ruler, self.edition, largest)
            over += [f"table: {table.over:.0f} points too high"] if table.over else []
        return Fitted(plan, layout, boxes, tiers, table, tuple(over))

    def _tier(self, siblings: Sequence[Filled]) -> tuple[int, float]:
        """The first tier at which all these boxes fit, or the last and the points that lack."""
        lack = 0.0
        count = len(siblings[0].box.style.sizes(self.edition))
        for tier in range(count):
            lack = max(self._lack(one, tier) for one in siblings)
            if lack <= SLACK:
                return tier, 0.0
        return count - 1, lack

    def _lack(self, one: Filled, tier: int) -> float:
        """The points by which a box is too small at this tier, in height or for its widest piece."""
        looks = levels(one.box.style, tier, self.edition)
        room = one.box.frame.width * POINTS
        height = wide = 0.0
        for place, paragraph in enumerate(one.paragraphs):
            look = looks[paragraph.level]
            text = shown(paragraph.line, self.mark, paragraph.only_mark)
            heavy = look.bold or any(run.bold for run in paragraph.line.runs)
            width = room - look.margin
            lines = self.ruler.wrap(text, look.size, width, heavy)
            wide = max(
                [wide, *(self.ruler.width(line, look.size, heavy) - width for line in lines)]
            )
            height += len(lines) * look.line + (look.before if place else 0.0)
        return max(height - one.box.frame.height * POINTS, wide)

    def split(self, plan: Plan) -> list[Plan]:
        """The slide, or the slides it becomes where its points or rows do not fit on one."""
        weights = self._weights(plan)
        count = max(len(weights), 1)
        # Cards are there to be compared: one stands alone only where two do not fit together.
        fewest = -(-count // self._most_cards(plan)) if plan.cards else 1
        for parts in range(fewest, count + 1):
            made = _parted(plan, weights, parts)
            if not any(self._body_over(part) for part in made):
                break
        return made

    def _weights(self, plan: Plan) -> tuple[float, ...]:
        """The cards, rows or top-level points that may be dealt out to several slides: what each
        weighs. Rows differ much in height; the others are dealt out by their number."""
        if plan.cards:
            return (1.0,) * len(plan.cards)
        table = self.fit(plan).table if plan.table else None
        return table.heights[1:] if table else (1.0,) * len(_heads(plan))

    def _most_cards(self, plan: Plan) -> int:
        """How many cards the largest layout of this kind holds."""
        numbers = range(1, len(self.layouts))
        return max(number for number in numbers if f"{plan.layout} {number}" in self.layouts)

    def _body_over(self, plan: Plan) -> bool:
        """True if splitting the slide further could help."""
        over = [text.split(":")[0] for text in self.fit(plan).over]
        if plan.cards:
            return any(name[-1].isdigit() for name in over)
        return ("table" if plan.table else plan.split) in over


def shown(line: Line, mark: str, only_mark: bool) -> str:
    """The words that a paragraph shows, with the mark of missing Lao."""
    if not line.missing:
        return line.text
    return f"[{mark}]" if only_mark else f"[{mark}] {line.text}"


def _groups(boxes: Sequence[Filled]) -> Iterator[list[Filled]]:
    """Boxes that share a size: both languages of a box, and cards beside each other."""
    groups: dict[str, list[Filled]] = {}
    for one in boxes:
        groups.setdefault(_family(one.box.name), []).append(one)
    yield from groups.values()


def _family(name: str) -> str:
    """What siblings have in common in their names."""
    if name == "title-en":
        return name
    stem = name.removesuffix("-en").rstrip("0123456789").rstrip("-")
    return stem.replace("right", "left")


def _heads(plan: Plan) -> list[int]:
    """Where the top-level paragraphs of the box that may be split begin."""
    if plan.split is None:
        return []
    return [place for place, entry in enumerate(plan.boxes[plan.split]) if entry.level == 0]


def _parted(plan: Plan, weights: Sequence[float], parts: int) -> list[Plan]:
    """The slide dealt out to this many."""
    if parts == 1 and not plan.cards:
        return [plan]
    minutes = share(plan.minutes, parts)
    return [
        replace(_piece(plan, start, end), minutes=minutes[part], part=part + 1, parts=parts)
        for part, (start, end) in enumerate(pairwise(dealt(weights, parts)))
    ]


def dealt(weights: Sequence[float], parts: int) -> tuple[int, ...]:
    """Where each of the parts begins, and the end of the last: the heaviest as light as can be.

    Of equal ways the one with longer parts later, so that no last point stays alone.
    """
    sums = (0.0, *accumulate(weights))
    ways: dict[int, tuple[float, float, tuple[int, ...]]] = {0: (0.0, 0.0, (0,))}
    for _ in range(parts):
        ways = {
            end: min(
                (max(most, here), squares + here**2, (*bounds, end))
                for start, (most, squares, bounds) in ways.items()
                if start < end
                for here in [sums[end] - sums[start]]
            )
            for end in range(min(ways) + 1, len(sums))
        }
    return ways[len(weights)][2]


def _piece(plan: Plan, start: int, end: int) -> Plan:
    """The slide with some of its cards, rows under its header, or top-level points."""
    if plan.cards:
        return _with_cards(plan, plan.cards[start:end])
    if plan.table:
        rows = (plan.table[0], *plan.table[1 + start : 1 + end])
        return replace(plan, table=rows, whole=plan.table)
    heads = [*_heads(plan), len(plan.boxes[plan.split or ""])]
    kept: Entries = plan.boxes[plan.split or ""][heads[start] : heads[end]]
    return replace(plan, boxes={**plan.boxes, plan.split or "": kept}, numbered_from=start + 1)


def _with_cards(plan: Plan, cards: Sequence[Mapping[str, Entries]]) -> Plan:
    """The slide with these cards in the boxes of the layout for their number."""
    boxes = {
        f"{name}-{place}": said
        for place, card in enumerate(cards, start=1)
        for name, said in card.items()
    }
    return replace(plan, layout=f"{plan.layout} {len(cards)}", boxes=boxes)
