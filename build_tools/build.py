"""The whole build, top to bottom: read all, plan and check all, then render, write and publish."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import NamedTuple

from build_tools import assets, engine, output
from build_tools.findings import Finding
from build_tools.model import EDITIONS, LANGUAGES, Curriculum, Edition
from build_tools.model.whole import MissingWord
from build_tools.reading import Read, read
from build_tools.record import PATH as BANK, Unfit, bank, bank_script
from build_tools.render.deck import (
    MODULE_DECKS,
    Deck,
    Outline,
    deck,
    outlines,
    template_path,
    templates,
)
from build_tools.render.deck.picture import Glyphs, Pictures
from build_tools.render.keep import keep_pages
from build_tools.render.measure import Ruler
from build_tools.render.pages import DeckFile, media, nav, render_pages
from build_tools.render.search import search_files
from build_tools.translation import states

DECKS = "downloads/decks/"
KEPT = {"all": None, "site": "downloads", "decks": "."}
"""What of the present site stays when a part of it is built."""
IN_A_STRIP = 3
"""Slides in the small picture of a deck."""


TROUBLES = (
    output.Blocked, output.Busy, assets.MissingPackage, engine.EngineFailed, MissingWord, Unfit,
)  # fmt: skip
"""What can stop a build although no finding does; each says in its message what to do."""


class Order(NamedTuple):
    """What to build: `all`, `site` (pages; decks stay) or `decks`, of one module, track or edition."""

    part: str = "all"
    module: str | None = None
    track: str | None = None
    day: int | None = None
    edition: Edition | None = None
    release: bool = False

    def wants(self, outline: Outline) -> bool:
        """True if this deck is one of those that were ordered."""
        of_module = outline.purpose in MODULE_DECKS
        if self.module is not None and (outline.of, of_module) != (self.module, True):
            return False
        if self.track is not None and (outline.of, of_module) != (self.track, False):
            return False
        return self.day is None or outline.day == self.day

    def editions(self) -> tuple[Edition, ...]:
        """The editions that were ordered."""
        return EDITIONS if self.edition is None else (self.edition,)


def checked(root: Path, found: Read) -> Read:
    """What was read, with the findings of every slide, once no error of the sources stands.

    Raises one of TROUBLES.
    """
    if found.curriculum is None or found.stops():
        return found
    return with_overflows(found, found.curriculum, Ruler(assets.deck_fonts(root)))


def with_overflows(found: Read, curriculum: Curriculum, ruler: Ruler) -> Read:
    """What was read, with the findings of every slide in every edition."""
    return _also(found, _planned(curriculum, ruler, product(outlines(curriculum), EDITIONS)))


def build(root: Path, order: Order, say: Callable[[str], None]) -> tuple[bool, Read]:
    """Whether a new site stands, and what was read; with an error the old site stays untouched."""
    found = read(root)
    curriculum = found.curriculum
    if curriculum is None or found.stops(release=order.release):
        return False, found
    try:
        with output.alone(root):
            ruler = Ruler(assets.deck_fonts(root))
            decks = _planned(curriculum, ruler, _ordered(root, curriculum, order))
            found = _also(found, decks)
            if found.stops(release=order.release):
                return False, found
            _make(root, curriculum, order, decks, ruler, say)
    except TROUBLES as trouble:
        say(str(trouble))
        return False, found
    return True, found


def _ordered(root: Path, curriculum: Curriculum, order: Order) -> Iterator[tuple[Outline, Edition]]:
    """The decks that were ordered; where only pages were, those of the present site, to name them."""
    for outline, edition in product(filter(order.wants, outlines(curriculum)), order.editions()):
        if order.part != "site" or (root / "site" / outline.path(edition)).is_file():
            yield outline, edition


def _planned(
    curriculum: Curriculum, ruler: Ruler, chosen: Iterable[tuple[Outline, Edition]]
) -> tuple[Deck, ...]:
    """These decks, every slide fitted."""
    standing = states(curriculum)
    return tuple(
        deck(curriculum, outline, edition, ruler, draft=outline.is_draft(standing))
        for outline, edition in chosen
    )


def _also(found: Read, decks: Sequence[Deck]) -> Read:
    """What was read, with the findings of these decks."""
    of_decks: set[Finding] = {finding for one in decks for finding in one.findings}
    return found._replace(findings=tuple(sorted({*found.findings, *of_decks})))


def _make(
    root: Path,
    curriculum: Curriculum,
    order: Order,
    decks: Sequence[Deck],
    deck_ruler: Ruler,
    say: Callable[[str], None],
) -> None:
    """Nothing; renders what was ordered beside the old site and then puts it in its place."""
    upcoming = output.begin(root, keep=KEPT[order.part])
    _drop_gone(curriculum, upcoming)
    if order.part != "site":
        for one in decks:
            say(one.path)
            output.write(upcoming, {one.path: one.data})
        if order.module is None and order.track is None:
            output.write(upcoming, templates(curriculum))
    if order.part != "decks":
        say("pages of both languages")
        _site(root, curriculum, decks, deck_ruler, upcoming)
    output.write_manifest(upcoming, curriculum.cover.version)
    output.publish(root)


def _drop_gone(curriculum: Curriculum, upcoming: Path) -> None:
    """Nothing; removes kept decks of modules and tracks that are no longer there."""
    known = {upcoming / one.path(ed) for one in outlines(curriculum) for ed in EDITIONS}
    known |= {upcoming / template_path(edition) for edition in EDITIONS}
    for path in (upcoming / DECKS).glob("*.pptx"):
        if path not in known:
            path.unlink()


def _site(
    root: Path, curriculum: Curriculum, decks: Sequence[Deck], deck_ruler: Ruler, upcoming: Path
) -> None:
    """Nothing; writes pages, pictures, fonts, styles and scripts."""
    pictures = Pictures(curriculum, deck_ruler, Glyphs(assets.ruler_fonts(root)))
    strips = _strips(pictures, decks)
    output.write(upcoming, strips)
    files = _files(upcoming, decks, strips)
    ruler = Ruler(assets.ruler_fonts(root))
    pages = render_pages(curriculum, states(curriculum), ruler, files, assets.notices(root))
    navs = {language: nav(curriculum, language) for language in LANGUAGES}
    made = engine.build_site(root, pages, navs, curriculum)
    output.write(upcoming, keep_pages(made, curriculum))
    output.write(upcoming, search_files(made, curriculum))
    output.write(upcoming, assets.site_assets(root))
    output.write(upcoming, {BANK: bank_script(bank(curriculum))})
    output.write(upcoming, media(curriculum))


def _strips(pictures: Pictures, decks: Sequence[Deck]) -> dict[str, bytes]:
    """The first slides of each deck as a small picture, in the editions of one language."""
    return {
        one.picture: pictures.strip(one, IN_A_STRIP)
        for one in decks
        if one.maker.edition in LANGUAGES
    }


def _files(
    upcoming: Path, decks: Sequence[Deck], strips: Mapping[str, bytes]
) -> dict[str, DeckFile]:
    """What the pages tell of each deck that stands in the new site, by its path."""
    made: dict[str, DeckFile] = {}
    for one in decks:
        path, outline = upcoming / one.path, one.maker.outline
        if path.is_file():
            made[one.path] = DeckFile(
                outline.id, outline.title, outline.purpose, outline.of, outline.day,
                one.maker.edition, one.path, path.stat().st_size, len(one.slides) - one.hidden,
                one.hidden, one.minutes, one.picture if one.picture in strips else "",
            )  # fmt: skip
    return made
