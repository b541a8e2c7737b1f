"""Items have a key that their type allows, and a rationale for every option."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.findings import Finding, did_you_mean
from build_tools.model import Curriculum, Item
from build_tools.model.items import (
    MatchItem,
    MultipleItem,
    NumericItem,
    OrderItem,
    ShortItem,
    SingleItem,
    SortItem,
    TrueFalseItem,
)


def check_items(curriculum: Curriculum) -> Iterator[Finding]:
    """Every finding about keys, rationales and ids inside items."""
    for module in curriculum.modules:
        for item in module.items:
            yield from (Finding(item.at("id"), "item-key", why) for why in _key_faults(item))
            yield from _right_sides(item)
            yield from _groups(item)
            if isinstance(item, (SingleItem, MultipleItem, TrueFalseItem)):
                for option in item.options:
                    if option.rationale is None:
                        message = f"The option `{option.id}` of `{item.id}` has no rationale."
                        yield Finding(option.at("id"), "item-rationale", message)


def _key_faults(item: Item) -> Iterator[str]:
    """What keeps the item from having a right answer."""
    name = f"`{item.id}`"
    if isinstance(item, (SingleItem, MultipleItem, TrueFalseItem)):
        keys = sum(option.key for option in item.options)
        if keys == 0:
            yield f"{name} has no key."
        elif keys > 1 and not isinstance(item, MultipleItem):
            yield f"{name} is of type {item.type} and has {keys} keys."
        if len(item.options) < 2 or keys == len(item.options):
            yield f"{name} needs at least one key and one distractor."
        if isinstance(item, TrueFalseItem) and {o.id for o in item.options} != {"true", "false"}:
            yield f"{name} needs the two options `true` and `false`."
    elif isinstance(item, MatchItem) and len(item.pairs) < 2:
        yield f"{name} needs at least two pairs."
    elif isinstance(item, OrderItem) and len(item.steps) < 3:
        yield f"{name} needs at least three steps."
    elif isinstance(item, SortItem) and (len(item.groups) < 2 or len(item.cards) < 3):
        yield f"{name} needs at least two groups and three cards."
    elif isinstance(item, NumericItem) and item.tolerance < 0:
        yield f"{name} has a tolerance below zero."
    elif isinstance(item, ShortItem) and not (item.accept.en and item.accept.lo):
        yield f"{name} needs an accepted answer in each language."


def _right_sides(item: Item) -> Iterator[Finding]:
    """A finding for an extra right side that bears the id of a pair: answers name them alike."""
    if isinstance(item, MatchItem):
        pairs = {pair.id for pair in item.pairs}
        for extra in item.extra:
            if extra.id in pairs:
                message = f"The id `{extra.id}` is that of a pair of `{item.id}`."
                yield Finding(extra.at("id"), "id-repeated", message)


def _groups(item: Item) -> Iterator[Finding]:
    """A finding for a card whose group the item does not have."""
    if isinstance(item, SortItem):
        known = [group.id for group in item.groups]
        for card in item.cards:
            if card.group not in known:
                message = f"`{item.id}` has no group `{card.group}`."
                hint = did_you_mean(card.group, known)
                yield Finding(card.at("group"), "id-unknown", message, hint)
