"""Contact sheets of the decks: every layout of an edition with a slide that uses it, and the best."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from build_tools.model import EDITIONS, Edition
from build_tools.render.deck.build import deck
from build_tools.render.deck.fit import Fitted, Fitter
from build_tools.render.deck.frames import Layout
from build_tools.render.deck.layouts import layouts
from build_tools.render.deck.outlines import outlines
from build_tools.render.deck.picture.sheet import Pictures, visible_slides
from build_tools.render.deck.picture.slide import Shown
from build_tools.render.deck.plan import Plan
from build_tools.render.deck.say import Line, Said, entries
from build_tools.render.runs import TextRun

FOLDER = "docs/decks"
COLUMNS = {"layouts": 4, "best": 3}
NAMES: Mapping[Edition, str] = {"lo": "Lao", "en": "English", "lo-en": "Lao-English"}
BEST: tuple[tuple[Edition, str], ...] = (
    ("lo", "life-cycle-risks/opening"),
    ("en", "agenda/agenda"),
    ("lo-en", "targeting/aims"),
    ("lo", "vision-goal-pillars/the-house"),
    ("en", "life-cycle-risks/one-line-many-risks"),
    ("lo-en", "registration-to-cash/eight-steps"),
    ("lo", "life-cycle-risks/floor-activity"),
    ("en", "costing-a-grant/cost-it-chart"),
    ("lo-en", "targeting/two-errors-in-one-table"),
    ("lo", "life-cycle-risks/check-factory-worker"),
    ("en", "life-cycle-risks/check-factory-worker-answer"),
    ("lo-en", "life-cycle-risks/two-ways-to-count"),
    ("lo", "four-guarantees/principles"),
    ("en", "why-invest/spending-bars"),
    ("lo-en", "life-cycle-risks/close"),
)
"""Slides for the front page of the project: all kinds, each edition as often as the others."""


def contact_sheets(pictures: Pictures) -> dict[str, bytes]:
    """Every sheet by its path in the project."""
    slides = {edition: known_slides(pictures, edition) for edition in EDITIONS}
    made = {
        f"{FOLDER}/layouts.{edition}.svg": layout_sheet(pictures, edition, slides[edition].values())
        for edition in EDITIONS
    }
    return made | {f"{FOLDER}/contact-sheet.svg": best_sheet(pictures, slides)}


def known_slides(pictures: Pictures, edition: Edition) -> dict[str, Shown]:
    """The visible slides of every module and of the first deck of each other purpose, by address.

    Of a slide that was split, the first part.
    """
    seen: set[str] = set()
    made: dict[str, Shown] = {}
    for outline in outlines(pictures.curriculum):
        if outline.purpose == "module" or outline.purpose not in seen:
            seen.add(outline.purpose)
            planned = deck(pictures.curriculum, outline, edition, pictures.ruler)
            for slide in visible_slides(planned):
                made.setdefault(slide.address, slide)
    return made


def layout_sheet(pictures: Pictures, edition: Edition, slides: Iterable[Shown]) -> bytes:
    """Every layout of an edition, with the first slide that uses it, or the names of its boxes."""
    used: dict[str, Shown] = {}
    for slide in slides:
        used.setdefault(slide.fitted.layout.name, slide)
    shown = []
    known = layouts(edition)
    for number, layout in enumerate(known, start=1):
        empty = Shown(named_boxes(layout, pictures, edition), edition, number)
        shown.append(replace(used.get(layout.name, empty), caption=layout.name))
    title = f"The {len(known)} layouts of {NAMES[edition]} decks"
    return pictures.sheet(shown, COLUMNS["layouts"], title)


def best_sheet(pictures: Pictures, slides: Mapping[Edition, Mapping[str, Shown]]) -> bytes:
    """Well chosen slides of the three editions."""
    shown = [slides[edition][address] for edition, address in BEST]
    return pictures.sheet(shown, COLUMNS["best"], "Slides in Lao, in English and in both")


def named_boxes(layout: Layout, pictures: Pictures, edition: Edition) -> Fitted:
    """A slide of a layout whose boxes say their names; those of numbers say their number."""
    names = [box.name for box in layout.boxes if box.kind != "tbl"]

    def said(name: str) -> Said:
        """The name of a box, and of the one that stands beside it for English."""
        lines = [Line((TextRun(one.removeprefix("number-")),), "en")
                 for one in (name, f"{name}-en") if one in names]  # fmt: skip
        return Said(*lines)

    boxes = {name: entries([said(name)])
             for name in names if name != "title" and not name.endswith("-en")}  # fmt: skip
    plan = Plan(layout.name, layout.name, said("title"), boxes)
    fitter = Fitter(pictures.ruler, edition, {layout.name: layout}, "", pictures.curriculum)
    return fitter.fit(plan)
