"""The size of the text in each box: measured, from comfortable to the floor, then split."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from math import inf

from build_tools.model import Curriculum, Edition
from build_tools.render.deck.arrange import Filled, filled
from build_tools.render.deck.figure_fit import figure_over
from build_tools.render.deck.frames import Layout
from build_tools.render.deck.gauge import POINTS, SLACK, Gauge, Over, too_small
from build_tools.render.deck.look import levels
from build_tools.render.deck.plan import Plan, share
from build_tools.render.deck.say import Entries
from build_tools.render.deck.table import TableFit, fit_table
from build_tools.render.measure import Ruler


@dataclass(frozen=True, slots=True)
class Fitted:
    """A slide with its boxes and the tier of size for each; `over` says which box is too small."""

    plan: Plan
    layout: Layout
    boxes: tuple[Filled, ...]
    tiers: Mapping[str, int]
    table: TableFit | None
    over: tuple[Over, ...]


@dataclass(frozen=True, slots=True)
class Fitter:
    """Measures slides of one edition; `mark` is what stands before missing Lao."""

    ruler: Ruler
    edition: Edition
    layouts: Mapping[str, Layout]
    mark: str
    curriculum: Curriculum

    @property
    def gauge(self) -> Gauge:
        """What measures paragraphs."""
        return Gauge(self.ruler, self.mark)

    def fit(self, plan: Plan, largest: int = 0) -> Fitted:
        """The slide at the largest tiers that fit; at the floor, and named in `over`, where none does.

        `largest` is the first tier that its table may have.
        """
        layout = self.layouts[plan.layout]
        boxes = filled(plan, layout)
        tiers: dict[str, int] = {}
        over: list[Over] = []
        for siblings in _groups(boxes):
            tier, lacking = self._tier(siblings)
            tiers |= dict.fromkeys((one.box.name for one in siblings), tier)
            over += lacking
        table = None
        if plan.table:
            whole = plan.whole or plan.table
            table = fit_table(plan.table, whole, layout, self.gauge, self.edition, largest)
            over += table.over
        return Fitted(plan, layout, boxes, tiers, table, (*over, *self._figure(plan, layout)))

    def _figure(self, plan: Plan, layout: Layout) -> tuple[Over, ...]:
        """The labels of the slide's figure that do not fit."""
        if plan.figure is None:
            return ()
        frame = layout.place("figure")
        return figure_over(plan.figure, self.curriculum, self.edition, self.ruler, frame)

    def _tier(self, siblings: Sequence[Filled]) -> tuple[int, tuple[Over, ...]]:
        """The first tier at which all these boxes fit, or the last and what is too small there."""
        for tier in range(len(siblings[0].box.style.sizes(self.edition))):
            over = tuple(lack for one in siblings for lack in self.over(one, tier))
            if not over:
                break
        return tier, over

    def over(self, one: Filled, tier: int = 0) -> tuple[Over, ...]:
        """What a box lacks at this tier, in height or for its widest piece; empty if all fits."""
        return too_small(*self._extent(one, tier))

    def _extent(self, one: Filled, tier: int) -> tuple[Over, Over]:
        """What the text of a box needs and has at this tier, in height and for its widest piece."""
        looks = levels(one.box.style, tier, self.edition)
        name, frame, height = one.box.name, one.box.frame, 0.0
        wide = Over(name, 0.0, frame.width * POINTS)
        for place, paragraph in enumerate(one.paragraphs):
            look = looks[paragraph.level]
            room = frame.width * POINTS - look.margin
            tall, widest = self.gauge.extent(paragraph, look, room)
            height += tall + (look.before if place else 0.0)
            wide = max(wide, Over(name, widest, room), key=lambda over: over.lack)
        return Over(name, height, frame.height * POINTS), wide

    def split(self, plan: Plan) -> list[Plan]:
        """The slide, or the slides it becomes where its points or rows do not fit on one.

        Where no number of slides is enough, as few as leave the least outside.
        """
        plan = self._roomier(plan)
        if not (plan.cards or plan.table or plan.split):
            return [plan]
        made, lack = [plan], inf if plan.cards else self._body_lack(plan)
        for bounds in self._ways(plan) if lack else ():
            tried = _parted(plan, bounds)
            left = sum(self._body_lack(part) for part in tried)
            if left < lack - SLACK:
                made, lack = tried, left
            if not left:
                break
        return made

    def _roomier(self, plan: Plan) -> Plan:
        """The slide, in the layout for long stems where its own is too low for its stem."""
        longer = f"{plan.layout} long"
        if longer in self.layouts and any(one.box == "stem" for one in self.fit(plan).over):
            return replace(plan, layout=longer)
        return plan

    def _ways(self, plan: Plan) -> Iterator[tuple[int, ...]]:
        """The ways to deal out a slide, to ever more; those that leave the last part alone follow."""
        weights = self._weights(plan)
        # Cards are there to be compared: one stands alone only where two do not fit together.
        fewest = -(-len(weights) // self._most_cards(plan)) if plan.cards else 2
        for parts in range(fewest, len(weights) + 1):
            if 1 < parts < len(weights):
                *others, before, last = weights
                *bounds, _ = dealt((*others, before + last), parts)
                yield (*bounds, len(weights))
            yield dealt(weights, parts)

    def _weights(self, plan: Plan) -> tuple[float, ...]:
        """The cards, rows or top-level points that may be dealt out to several slides: what each
        weighs. Cards count alike, the others by their height."""
        if plan.cards:
            return (1.0,) * len(plan.cards)
        if plan.table:
            table = self.fit(plan).table
            return table.heights[1:] if table else ()
        return tuple(self._tall(_piece(plan, n, n + 1)) for n in range(len(_heads(plan))))

    def _tall(self, plan: Plan) -> float:
        """The height of the box that may be split, at the floor, in whole points."""
        boxes = filled(plan, self.layouts[plan.layout])
        split = [one for one in boxes if _family(one.box.name) == plan.split]
        floor = len(split[0].box.style.sizes(self.edition)) - 1
        return round(max(self._extent(one, floor)[0].needed for one in split))

    def _most_cards(self, plan: Plan) -> int:
        """How many cards the largest layout of this kind holds."""
        numbers = range(1, len(self.layouts))
        return max(number for number in numbers if f"{plan.layout} {number}" in self.layouts)

    def _body_lack(self, plan: Plan) -> float:
        """The points that lack where splitting the slide further could help."""
        over = self.fit(plan).over
        if plan.cards:
            return sum(one.lack for one in over if one.box[-1].isdigit())
        split = "table" if plan.table else plan.split
        return sum(one.lack for one in over if _family(one.box) == split)


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


def _parted(plan: Plan, bounds: Sequence[int]) -> list[Plan]:
    """The slide dealt out to several, which begin at these places."""
    parts = len(bounds) - 1
    if parts == 1 and not plan.cards:
        return [plan]
    minutes = share(plan.minutes, parts)
    return [
        replace(_piece(plan, start, end), minutes=minutes[part], part=part + 1, parts=parts)
        for part, (start, end) in enumerate(pairwise(bounds))
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
