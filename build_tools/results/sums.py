"""What is known of some people's tests as sums, which add up; means and gain follow from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

DECIMALS = 6
"""Decimals of every figure that leaves: below them, engines add up in different order."""


class Sums(NamedTuple):
    """People, those with each test and with both, and the sums of their scores."""

    people: int = 0
    pre_people: int = 0
    post_people: int = 0
    both_people: int = 0
    pre: float = 0.0
    post: float = 0.0
    both_pre: float = 0.0
    both_post: float = 0.0


class Figures(NamedTuple):
    """What a row of the report says; a score is None where it is not known or not shown."""

    people: int
    pre_people: int
    post_people: int
    both_people: int
    pre: float | None
    post: float | None
    gain: float | None


def of_row(row: Mapping[str, Any]) -> Sums:
    """The sums that stand in a row of an answer of the database."""
    return Sums(*(row[name] or 0 for name in Sums._fields))


def added(parts: Iterable[Sums]) -> Sums:
    """The sums of all people of the parts, who are different people."""
    return Sums(*map(sum, zip(*parts, strict=True)))


def figures(sums: Sums, hidden: Iterable[str] = ()) -> Figures:
    """Means and gain, without those whose name (`pre`, `post`, `both`) is hidden."""
    return Figures(
        *sums[:4],
        None if "pre" in hidden else _mean(sums.pre, sums.pre_people),
        None if "post" in hidden else _mean(sums.post, sums.post_people),
        None if "both" in hidden else gain(sums),
    )


def gain(sums: Sums) -> float | None:
    """The normalised gain of the people with both tests: how much of what was missing was won."""
    if not sums.both_people:
        return None
    missing = 1 - sums.both_pre / sums.both_people
    if missing < 1e-9:
        return None
    return rounded((sums.both_post - sums.both_pre) / sums.both_people / missing)


def _mean(total: float, people: int) -> float | None:
    """The mean, or None over nobody."""
    return rounded(total / people) if people else None


def rounded(value: float) -> float:
    """The number with as many decimals as leave; the same for all sums of the same numbers.

    What lies between two of them falls the same way however the engine added up: the first
    rounding takes the noise of the last bits away.
    """
    return round(round(value, 12), DECIMALS) + 0.0
