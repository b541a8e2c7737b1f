"""The figures of `tests/cases/figures` and the curriculum in which they are drawn."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import yaml
from pydantic import TypeAdapter

from build_tools import assets
from build_tools.model import Cover, Curriculum, Fact, Figure, Term, Text, Word
from build_tools.render.measure import Ruler

ROOT = Path(__file__).parents[1]
CASES = Path(__file__).parent / "cases" / "figures"
KINDS = ("process", "timeline", "cycle", "pillars", "matrix", "tree", "bar", "line", "stacked")
CHARTS = ("bar", "line", "stacked")


def figure(kind: str) -> Figure:
    """The example of a kind."""
    data = yaml.safe_load((CASES / f"{kind}.yaml").read_text(encoding="utf-8"))
    adapter: TypeAdapter[Figure] = TypeAdapter(Figure)
    return adapter.validate_python(data)


@cache
def ruler() -> Ruler:
    """A ruler over the fonts of pages."""
    return Ruler(assets.ruler_fonts(ROOT))


@cache
def deck_ruler() -> Ruler:
    """A ruler over every face that slides may be drawn in."""
    return Ruler(assets.deck_fonts(ROOT))


@cache
def curriculum() -> Curriculum:
    """A curriculum with what the examples refer to: a fact, a term and a few words."""
    cover = Cover.model_validate(
        {
            "id": "figures",
            "title": {"en": "Figures", "lo": "ແຜນວາດ"},
            "version": "2026.11.0",
            "released": date(2026, 11, 30),
            "languages": {},
            "licence": "CC-BY-4.0",
            "reading_speed": {"en": 180, "lo": 150},
            "deck": {"organisation": {"en": "Office", "lo": "ຫ້ອງການ"}},
        }
    )
    return Curriculum(
        cover,
        facts={"invented-north": _fact()},
        terms={"social-protection-floor": _term()},
        words={word.id: word for word in _words()},
    )


def _fact() -> Fact:
    """An invented number."""
    return Fact(
        id="invented-north",
        ref="T001",
        statement=Text(en="An invented share.", lo="ສ່ວນແບ່ງສົມມຸດ."),
        value=Decimal("62.5"),
        unit="percent",
        confidence="derived",
    )


def _term() -> Term:
    """A term that is not to be torn."""
    return Term(
        id="social-protection-floor",
        en=("social protection floor",),
        lo="ການປົກປ້ອງສັງຄົມຂັ້ນພື້ນຖານ",
        definition=Text(en="A basic set of guarantees."),
        status="attested",
    )


def _words() -> tuple[Word, ...]:
    """The interface words that figures print."""
    return (
        Word(id="unit-percent", en="{n}%", lo="{n}%"),
        Word(id="unit-families", en="{n} families", lo="{n} ຄອບຄົວ"),
        Word(id="figure-data", en="The numbers as a table", lo="ຕົວເລກ ເປັນຕາຕະລາງ"),
    )
