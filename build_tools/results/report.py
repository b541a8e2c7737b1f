"""The tables of the report, from what the database answers; no name and no learner id is in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from build_tools.forms import FORMS
from build_tools.results.parts import (
    FEW,
    TOO_FEW,
    Row,
    breakdown,
    hidden,
    of_part,
    part_figures,
)
from build_tools.results.privacy import LEAST
from build_tools.results.sums import Figures, Sums, added, figures, of_row, rounded

OTHER_PROVINCES, OTHER_GROUPS, OTHER_MONTHS = "other-provinces", "other-groups", "other-months"
"""Keys of merged rows; group codes are in capitals, so that none can be one of these."""


class Asked(NamedTuple):
    """What is known of an item by its number: its id, and where it belongs (None: no longer known)."""

    id: str
    module: str | None = None
    objective: str | None = None
    lesson: str | None = None


class Answers(NamedTuple):
    """What the database said, and the items behind its numbers."""

    cells: Sequence[Row]
    months: Sequence[Row]
    papers: Sequence[Row]
    items: Sequence[Row]
    asked: Mapping[int, Asked]


class Table(NamedTuple):
    """A table of the report: its name, and its rows, which have the same keys."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    def of(self, owner: str) -> list[dict[str, Any]]:
        """The rows of one owner."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows if row[0] == owner]


def tables(answers: Answers) -> dict[str, Table]:
    """Every table of the report by its name."""
    by_owner: dict[str, list[Row]] = defaultdict(list)
    for cell in answers.cells:
        by_owner[cell["owner"]].append(cell)
    wholes = {owner: added(map(of_row, cells)) for owner, cells in by_owner.items()}
    order = sorted(wholes, key=lambda owner: (-wholes[owner].people, owner))
    provinces, groups = [], []
    for owner in order:
        for province, whole, told, inside in _provinces(by_owner[owner], hidden(wholes[owner])):
            provinces.append((owner, province, *figures(whole, told)))
            groups += [(owner, province, group, *row) for group, row in _groups(inside, told)]
    made = (
        _table("overview", (), [(o, *figures(wholes[o], hidden(wholes[o]))) for o in order]),
        _table("provinces", ("province",), provinces),
        _table("groups", ("province", "group"), groups),
        _table("months", ("month",), _months(answers.months, wholes)),
        _table("modules", ("module",), _modules(answers)),
        _table("objectives", ("module", "objective", "lesson"), _objectives(answers)),
        _items(answers),
    )
    return {table.name: table for table in made}


def _table(name: str, keys: tuple[str, ...], rows: Sequence[tuple[Any, ...]]) -> Table:
    """A table with the usual figures after its keys."""
    return Table(name, ("owner", *keys, *Figures._fields), tuple(rows))


def _provinces(
    cells: Sequence[Row], above: frozenset[str]
) -> Iterator[tuple[str, Sums, frozenset[str], dict[str, Sums]]]:
    """Each province, most people first: its sums, what it must not show, and its groups."""
    groups: dict[str, dict[str, Sums]] = defaultdict(dict)
    for cell in cells:
        groups[cell["province"]][cell["group"]] = of_row(cell)
    rows = {province: added(inside.values()) for province, inside in groups.items()}
    shown = breakdown(rows, OTHER_PROVINCES, above)
    for province, (whole, told) in sorted(
        shown.items(), key=lambda one: (-one[1][0].people, one[0])
    ):
        yield province, whole, told, groups.get(province, {OTHER_GROUPS: whole})


def _groups(inside: Mapping[str, Sums], above: frozenset[str]) -> Iterator[tuple[str, Figures]]:
    """Each group of a province, by its code."""
    shown = breakdown(inside, OTHER_GROUPS, above)
    for group, (sums, told) in sorted(shown.items()):
        yield group, figures(sums, told)


def _months(rows: Sequence[Row], wholes: Mapping[str, Sums]) -> list[tuple[Any, ...]]:
    """The rows of the months, one after the other."""
    made = []
    for owner, whole in sorted(wholes.items()):
        of_owner = {row["month"]: of_row(row) for row in rows if row["owner"] == owner}
        shown = breakdown(of_owner, OTHER_MONTHS, hidden(whole))
        made += [(owner, month, *figures(*shown[month])) for month in sorted(shown)]
    return made


def _modules(answers: Answers) -> list[tuple[Any, ...]]:
    """The rows of the modules, weakest first in each owner."""
    found = part_figures(of_part(answers.papers, lambda item: answers.asked[item].module))
    return sorted(((owner, module, *row) for (owner, module), row in found), key=lambda r: r[0])


def _objectives(answers: Answers) -> list[tuple[Any, ...]]:
    """The rows of the objectives, weakest first in each owner, with the lesson to repeat."""
    asked = answers.asked

    def key(item: int) -> tuple[str, str, str] | None:
        one = asked[item]
        if one.module is None or one.objective is None or one.lesson is None:
            return None
        return one.module, one.objective, one.lesson

    found = part_figures(of_part(answers.papers, key))
    return sorted(((owner, *part, *row) for (owner, part), row in found), key=lambda r: r[0])


def _items(answers: Answers) -> Table:
    """The table of items: difficulty and discrimination; an item of under five people is left out."""
    rows = []
    for row in answers.items:
        if row["people"] < LEAST:
            continue
        one = answers.asked[row["item"]]
        people, difficulty = row["people"], _rounded(row["difficulty"])
        discrimination = None if people < TOO_FEW else _rounded(row["discrimination"])
        numbers = (people, difficulty, discrimination, people < FEW)
        rows.append((row["owner"], FORMS[row["form"]], *one, *numbers))
    rows.sort(key=lambda r: (r[0], FORMS.index(r[1]), r[7], r[2]))
    columns = ("owner", "form", "item", "module", "objective", "lesson", "people", "difficulty",
               "discrimination", "few")  # fmt: skip
    return Table("items", columns, tuple(rows))


def _rounded(value: float | None) -> float | None:
    """The number with as many decimals as the report gives."""
    return None if value is None else rounded(value)
