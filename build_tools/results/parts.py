"""The rows of the report: merged where people are few, weakest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any, TypeVar

from build_tools.forms import FORMS
from build_tools.results.privacy import LEAST, too_few
from build_tools.results.sums import Figures, Sums, added, figures

Key = TypeVar("Key", bound=Hashable)
Row = Mapping[str, Any]
MEASURES: Mapping[str, tuple[Callable[[Sums], int], ...]] = {
    "pre": (lambda sums: sums.pre_people,),
    "post": (lambda sums: sums.post_people,),
    "both": (
        lambda sums: sums.both_people,
        lambda sums: sums.pre_people - sums.both_people,
        lambda sums: sums.post_people - sums.both_people,
    ),
}
"""The people whom each measure tells of. With the two means, the gain of those who have both tests
tells of those who have one alone."""
FEW = 20
"""People below whom difficulty and discrimination of an item are shaky."""
TOO_FEW = 10
"""People below whom discrimination means nothing and is left out; `web/learn/statistics.js` too."""


def hidden(whole: Sums) -> frozenset[str]:
    """The measures of a whole that tell of one to four people."""
    return frozenset(
        name for name, tells in MEASURES.items() if any(0 < of(whole) < LEAST for of in tells)
    )


def breakdown(
    rows: Mapping[Key, Sums], other: Key, above: frozenset[str] = frozenset()
) -> dict[Key, tuple[Sums, frozenset[str]]]:
    """The rows of a whole, small ones merged into `other`, each with the measures it must not show.

    What is hidden `above`, in the row of the whole, is hidden in all its rows.
    """
    small = too_few({key: sums.people for key, sums in rows.items()})
    merged = {key: sums for key, sums in rows.items() if key not in small}
    if small:
        merged[other] = added(rows[key] for key in small)
    few = {
        name: {key for of in tells for key in too_few({k: of(s) for k, s in merged.items()})}
        for name, tells in MEASURES.items()
    }
    return {
        key: (sums, frozenset(n for n in MEASURES if n in above or key in few[n]))
        for key, sums in merged.items()
    }


def of_part(rows: Iterable[Row], part: Callable[[int], Key | None]) -> dict[tuple[str, Key], Sums]:
    """The sums of every owner's parts, from people and marks of the items of each paper.

    All who had a paper had all its items, so a part's score is the mean over its items there; papers
    add up.
    """
    papers: dict[tuple[str, int, int, Key], list[Row]] = defaultdict(list)
    for row in rows:
        found = part(row["item"])
        if found is not None:
            papers[row["owner"], row["form"], row["paper"], found].append(row)
    made: dict[tuple[str, Key], Sums] = defaultdict(Sums)
    for (owner, form, _paper, found), items in papers.items():
        made[owner, found] = added((made[owner, found], _paper_sums(FORMS[form], items)))
    return {key: _settled(sums) for key, sums in made.items()}


def _paper_sums(form: str, items: list[Row]) -> Sums:
    """The sums of one part of one paper; the people with both forms are counted with the post-test."""
    marks = sum(item["marks"] for item in items) / len(items)
    both = sum(item["both_marks"] or 0.0 for item in items) / len(items)
    people, pairs = items[0]["people"], items[0]["both_people"]
    if form == "pre":
        return Sums(pre_people=people, pre=marks, both_pre=both)
    return Sums(post_people=people, post=marks, both_people=pairs, both_post=both)


def _settled(sums: Sums) -> Sums:
    """The sums with their people: whoever had the part in one of the forms."""
    both = min(sums.both_people, sums.pre_people)
    return sums._replace(both_people=both, people=sums.pre_people + sums.post_people - both)


def weakest_first(found: Iterable[tuple[Key, Figures]]) -> list[tuple[Key, Figures]]:
    """The rows by their score in the post-test, or in the pre-test where nobody had the other."""

    def score(one: tuple[Key, Figures]) -> tuple[float, str]:
        _, row = one
        known = row.post if row.post is not None else row.pre
        return (2.0 if known is None else known, str(one[0]))

    return sorted(found, key=score)


def part_figures(parts: Mapping[Key, Sums]) -> list[tuple[Key, Figures]]:
    """The rows of modules or objectives, weakest first."""
    return weakest_first((key, figures(sums, hidden(sums))) for key, sums in parts.items())
