"""The report as a page: one file that needs nothing else, in one language."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from build_tools.model import Curriculum, Language
from build_tools.render.templates import templates
from build_tools.render.values import number
from build_tools.results.names import Names
from build_tools.results.parts import FEW
from build_tools.results.privacy import LEAST
from build_tools.results.report import Table

MOST_GROUPS = 200
"""Groups that the page lists; more are in the file alone."""
NOTHING = "–"


class Counts(NamedTuple):
    """How many records were read, of how many people, and how many were left out or refused."""

    records: int
    people: int
    older: int
    refused: int


def page(
    curriculum: Curriculum, language: Language, tables: Mapping[str, Table], counts: Counts,
    reasons: Mapping[str, int], fonts: Mapping[int, bytes],
) -> bytes:  # fmt: skip
    """The page; `reasons` counts what was refused by the name of its fault, `fonts` are by weight."""

    def word(word_id: str, **values: object) -> str:
        return curriculum.word(word_id, language, **values)

    names = Names(curriculum, language)
    said = [(word(f"result-fault-{name}"), count) for name, count in sorted(reasons.items())]
    made = templates("results").get_template("report.html.j2").render(
        w=word, language=language, course=curriculum.cover.title.of(language),
        version=curriculum.cover.version, counts=counts, reasons=said, least=LEAST, few=FEW,
        fonts=[(weight, b64encode(font).decode()) for weight, font in fonts.items()],
        n=lambda value: number(Decimal(value), language),
        percent=lambda value: _percent(value, language),
        decimal=lambda value: _decimal(value, language),
        x=lambda value: f"{6 + 108 * value:.1f}",
        owners=[_owner(names, word, tables, row) for row in _rows(tables["overview"])],
    )  # fmt: skip
    return made.encode()


def _rows(table: Table) -> list[dict[str, Any]]:
    """The rows of a table by the names of its columns."""
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def _owner(
    names: Names, word: Any, tables: Mapping[str, Table], row: dict[str, Any]
) -> dict[str, Any]:
    """What the template shows of a track or module."""
    owner = row["owner"]
    groups = tables["groups"].of(owner)
    few = len(groups) <= MOST_GROUPS
    shown = (
        ("collect-objectives-caption", ("collect-objective", "collect-lesson", "collect-module"),
         tables["objectives"].of(owner),
         lambda r: (names.objective(r["module"], r["objective"]), names.lesson(r["lesson"]), names.module(r["module"]))),
        ("collect-modules-caption", ("collect-module",), tables["modules"].of(owner),
         lambda r: (names.module(r["module"]),)),
        ("results-provinces", ("collect-province",), tables["provinces"].of(owner),
         lambda r: (names.place(r["province"]),)),
        ("results-groups", ("collect-group", "collect-province"), groups if few else [],
         lambda r: (names.place(r["group"]), names.place(r["province"]))),
        ("results-months", ("results-month",), tables["months"].of(owner),
         lambda r: (names.month(r["month"]),)),
    )  # fmt: skip
    questions = [dict(one, stem=names.item(one["item"])) for one in tables["items"].of(owner)]
    return dict(
        row, id=owner, title=names.owner(owner), questions=questions,
        many=0 if few else len(groups),
        tables=[
            {"caption": word(caption), "heads": [*map(word, heads)],
             "rows": [dict(one, cells=cells(one)) for one in rows]}
            for caption, heads, rows, cells in shown if rows
        ],
    )  # fmt: skip


def _percent(value: float | None, language: Language) -> str:
    """A score in whole percent."""
    return NOTHING if value is None else f"{number(Decimal(round(100 * value)), language)}%"


def _decimal(value: float | None, language: Language) -> str:
    """A number with two decimals and a true minus."""
    if value is None:
        return NOTHING
    return number(Decimal(f"{value:.2f}"), language).replace("-", "−")
