"""Items have a key that their type allows, and a rationale for every option."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from build_tools.findings import Finding, did_you_mean
from build_tools.lao import fold
from build_tools.model import Curriculum, Item, Module
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

CATCH_ALL = re.compile(r"\b(all|none|both|neither) of (the above|these|them)\b", re.I)
CATCH_ALL_LAO = ("ຖືກທຸກຂໍ້", "ທັງໝົດຂ້າງເທິງ", "ບໍ່ມີຂໍ້ໃດຖືກ", "ບໍ່ແມ່ນທັງໝົດ")
STANDS_OUT = 1.6
"""A key this many times as long as the longest distractor can be guessed by its length."""
SHORT_OPTION = 20
"""Below this many letters the lengths of options say nothing."""
FEW_ITEMS = 8
"""With fewer single-choice items in a module, their positions say nothing."""
MOST_IN_ONE_PLACE = 0.6
"""The largest share of keys that may stand in the same position."""


def check_items(curriculum: Curriculum) -> Iterator[Finding]:
    """Every finding about keys, rationales, ids inside items, giveaways and test forms."""
    for module in curriculum.modules:
        yield from _positions(module)
        yield from _forms(module, curriculum.broken)
    for item in curriculum.items:
        yield from (Finding(item.at("id"), "item-key", why) for why in _key_faults(item))
        yield from _right_sides(item)
        yield from _groups(item)
        yield from _options(item)
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


def _options(item: Item) -> Iterator[Finding]:
    """A finding for options that say “all of these”, and for a key that its length gives away."""
    if not isinstance(item, SingleItem | MultipleItem):
        return
    for option in item.options:
        lao = fold(option.text.lo or "")
        if CATCH_ALL.search(option.text.en) or any(fold(form) in lao for form in CATCH_ALL_LAO):
            message = f"The option `{option.id}` of `{item.id}` stands for other options."
            yield Finding(option.at("text"), "item-catch-all", message)
    if isinstance(item, SingleItem):
        keys = [len(option.text.en) for option in item.options if option.key]
        others = [len(option.text.en) for option in item.options if not option.key]
        if keys and others and keys[0] > SHORT_OPTION and keys[0] > STANDS_OUT * max(others):
            message = f"The key of `{item.id}` has {keys[0]} letters, the longest distractor {max(others)}."
            yield Finding(item.at("options"), "item-giveaway", message)


def _positions(module: Module) -> Iterator[Finding]:
    """A finding if most single-choice keys of a module stand in the same position."""
    singles = [item for item in module.items if isinstance(item, SingleItem)]
    places = Counter(n for item in singles for n, option in enumerate(item.options) if option.key)
    if places and len(singles) >= FEW_ITEMS:
        place, count = places.most_common(1)[0]
        if count > MOST_IN_ONE_PLACE * len(singles):
            message = (
                f"{count} of {len(singles)} keys of `{module.id}` stand in position {place + 1}."
            )
            yield Finding(singles[0].at("options"), "item-giveaway", message)


def _forms(module: Module, broken: frozenset[str]) -> Iterator[Finding]:
    """A finding for an objective that a pre-test or a post-test could not ask about."""
    written = {lesson.id for lesson in module.lessons}
    for objective in module.file.objectives:
        if objective.assessed_by != "item" or objective.lesson not in written:
            continue
        asked = {use for item in module.items if item.objective == objective.id for use in item.use}
        for form in ("pre", "post"):
            if asked and form not in asked and not broken:
                message = f"No item of `{objective.id}` is for the {form}-test."
                yield Finding(objective.at("id"), "item-forms", message)
