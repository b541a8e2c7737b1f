"""The one rule of marks: how much of an item a response earns; `web/scoring.js` is its twin.

A response speaks in written ids, so it means the same in both languages:
single, true-false: option id; multiple: list of option ids; match: {pair id: id of a right side};
order: list of step ids; sort: {card id: group id}; numeric, short: the text as typed.
What is malformed earns nothing where it is malformed and never raises.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

from build_tools.lao import fold
from build_tools.model import Item, Language
from build_tools.model.items import (
    MatchItem,
    NumericItem,
    OrderItem,
    ShortItem,
    SortItem,
)

SEPARATORS: Mapping[Language, tuple[str, str]] = {"lo": (".", ","), "en": (",", ".")}
"""The mark between thousands and the mark before decimals, in each language."""

OUTER_PUNCTUATION = " .,;:!?\u2026'\"\u2018\u2019\u201c\u201d\u00ab\u00bb()[]{}-\u2013\u2014/"
NUMBER_SIGNS = " %$\u20ad"
LONGEST_NUMBER = 30


def mark(item: Item, response: object, language: Language) -> float:
    """The share of the item that the response earns, from 0 to 1; see `mark_by_key`."""
    return mark_by_key(item.type, key(item), response, language)


def mark_by_key(kind: str, key: Mapping[str, Any], response: object, language: Language) -> float:
    """The share of an item of this type and key that the response earns, from 0 to 1.

    multiple: (right chosen - wrong chosen) / number of keys, not below 0; an id that is unknown
    or chosen a second time counts as a wrong choice.
    match, sort: share of pairs or cards that have their own right side or group.
    order: of the pairs of steps that follow each other directly in the right order, the share
    that follow each other directly, the same way round, in the response; a response that is not
    exactly the steps of the item, each once, earns 0.
    The others earn 1 or 0. A number is right if one of its readings is within the tolerance; a
    word is right if it is an accepted one of either language.
    """
    match kind:
        case "numeric":
            return float(_is_near(key, response, language))
        case "short":
            return float(isinstance(response, str) and _bare(response) in key["accept"])
        case "match" | "sort":
            return _share_placed(key["places"], response)
        case "order":
            return _share_of_neighbours(key["steps"], response)
        case "multiple":
            return _share_chosen(key["keys"], response)
        case _:
            return float(response in key["keys"])


def key(item: Item) -> dict[str, Any]:
    """What marking needs to know of an item beside its type, here and in `scoring.js`."""
    if isinstance(item, NumericItem):
        return {"answer": f"{item.number:f}", "tolerance": f"{item.tolerance:f}"}
    if isinstance(item, ShortItem):
        return {"accept": sorted(_accepted(item))}
    if isinstance(item, MatchItem | SortItem):
        return {"places": places(item)}
    if isinstance(item, OrderItem):
        return {"steps": [step.id for step in item.steps]}
    return {"keys": [option.id for option in item.options if option.key]}


def places(item: MatchItem | SortItem) -> dict[str, str]:
    """Where each pair or card belongs: the id of its right side or group."""
    if isinstance(item, MatchItem):
        return {pair.id: pair.id for pair in item.pairs}
    return {card.id: card.group for card in item.cards}


def read_number(text: str, language: Language) -> tuple[Decimal, ...]:
    """The values that a typed number can have, as the page's language reads it first.

    Thousands are groups of three after a first group that does not begin with 0, set apart by
    the language's mark or by spaces; a percent or currency sign around the number is passed over.
    """
    typed = fold(text).strip(NUMBER_SIGNS).replace("\u2212", "-")
    other: Language = "en" if language == "lo" else "lo"
    readings = (_reading(typed, *SEPARATORS[each]) for each in (language, other))
    return tuple(dict.fromkeys(value for value in readings if value is not None))


def _reading(typed: str, group: str, decimal: str) -> Decimal | None:
    """The value of the typed number under these separators, None if it has none."""
    whole = rf"[1-9][0-9]{{0,2}}([{group} ])[0-9]{{3}}(\1[0-9]{{3}})*|[0-9]*"
    shape = rf"-?(?:{whole})([{decimal}][0-9]+)?"
    if len(typed) > LONGEST_NUMBER or not re.search("[0-9]", typed):
        return None
    if not re.fullmatch(shape, typed):
        return None
    return Decimal(typed.replace(group, "").replace(" ", "").replace(decimal, "."))


def _is_near(key: Mapping[str, str], response: object, language: Language) -> bool:
    """True if a reading of the response is within the tolerance, by exact arithmetic."""
    if not isinstance(response, str):
        return False
    answer, tolerance = Fraction(key["answer"]), Fraction(key["tolerance"])
    readings = read_number(response, language)
    return any(abs(Fraction(value) - answer) <= tolerance for value in readings)


def _accepted(item: ShortItem) -> frozenset[str]:
    """The accepted words of both languages, in the spelling in which words are compared."""
    return frozenset(map(_bare, (*item.accept.en, *item.accept.lo))) - {""}


def _bare(word: str) -> str:
    """The folded word without punctuation around it."""
    return fold(word).strip(OUTER_PUNCTUATION)


def _share_placed(right: Mapping[str, str], response: object) -> float:
    """The share of the entries of `right` that the response has too."""
    if not isinstance(response, Mapping):
        return 0.0
    return _share(sum(response.get(thing) == place for thing, place in right.items()), len(right))


def _share_of_neighbours(steps: Sequence[str], response: object) -> float:
    """The share of direct successions in `steps` that the response has too."""
    given = _ids(response)
    if sorted(given) != sorted(steps):
        return 0.0
    right = set(pairwise(steps))
    return _share(len(right & set(pairwise(given))), len(right))


def _share_chosen(keys: Sequence[str], response: object) -> float:
    """Keys chosen less everything else chosen, over the number of keys, not below 0."""
    given = _ids(response)
    right = len(set(given) & set(keys))
    return _share(max(0, 2 * right - len(given)), len(keys))


def _ids(response: object) -> list[str]:
    """The response as a list of ids; empty if it is anything else."""
    if not isinstance(response, list | tuple) or not all(
        isinstance(each, str) for each in response
    ):
        return []
    return list(response)


def _share(part: int, whole: int) -> float:
    """Part of the whole; nothing of nothing is 0."""
    return part / whole if whole else 0.0
