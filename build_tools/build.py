"""The whole build, top to bottom: read all, check all, then render, write and publish."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from build_tools import assets, engine, output
from build_tools.model import EDITIONS, LANGUAGES, Curriculum, Edition
from build_tools.model.whole import MissingWord
from build_tools.reading import Read, read
from build_tools.render.deck import Outline, deck, outlines
from build_tools.render.measure import Ruler
from build_tools.render.pages import media, nav, render_pages
from build_tools.translation import states

DECKS = "downloads/decks/"
KEPT = {"all": None, "site": "downloads", "decks": "."}
"""What of the present site stays when a part of it is built."""


TROUBLES = (
    output.Blocked, output.Busy, assets.MissingPackage, engine.EngineFailed, MissingWord,
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
        if self.module is not None and outline.of != self.module:
            return False
        if self.track is not None and outline.of != self.track:
            return False
        return self.day is None or outline.day == self.day


def build(root: Path, order: Order, say: Callable[[str], None]) -> tuple[bool, Read]:
    """Whether a new site stands, and what was read; with an error the old site stays untouched."""
    found = read(root)
    if found.curriculum is None or found.stops(release=order.release):
        return False, found
    try:
        with output.alone(root):
            _make(root, found.curriculum, order, say)
    except TROUBLES as trouble:
        say(str(trouble))
        return False, found
    return True, found


def _make(root: Path, curriculum: Curriculum, order: Order, say: Callable[[str], None]) -> None:
    """Nothing; renders what was ordered beside the old site and then puts it in its place."""
    upcoming = output.begin(root, keep=KEPT[order.part])
    ruler = Ruler(assets.ruler_fonts(root))
    decks = _decks(curriculum, order, ruler, upcoming, say)
    if order.part != "decks":
        say("pages of both languages")
        _site(root, curriculum, decks, ruler, upcoming)
    output.write_manifest(upcoming, curriculum.cover.version)
    output.publish(root)


def _decks(
    curriculum: Curriculum, order: Order, ruler: Ruler, upcoming: Path, say: Callable[[str], None]
) -> dict[str, int]:
    """The size of every deck of the new site by its path, after those that were ordered are made."""
    standing = states(curriculum)
    for outline in filter(order.wants, outlines(curriculum)) if order.part != "site" else ():
        for edition in EDITIONS if order.edition is None else (order.edition,):
            path, draft = outline.path(edition), outline.is_draft(standing)
            say(path)
            made = deck(curriculum, outline, edition, ruler, draft=draft)
            output.write(upcoming, {path: made.data})
            for line in made.over:
                say(f"  does not fit on its slide: {line}")
    folder = upcoming / DECKS
    if order.part == "site":
        _drop_gone(curriculum, upcoming)
    return {DECKS + path.name: path.stat().st_size for path in sorted(folder.glob("*.pptx"))}


def _drop_gone(curriculum: Curriculum, upcoming: Path) -> None:
    """Nothing; removes kept decks of modules and tracks that are no longer there."""
    known = {upcoming / one.path(ed) for one in outlines(curriculum) for ed in EDITIONS}
    for path in (upcoming / DECKS).glob("*.pptx"):
        if path not in known:
            path.unlink()


def _site(
    root: Path, curriculum: Curriculum, decks: Mapping[str, int], ruler: Ruler, upcoming: Path
) -> None:
    """Nothing; writes pages, pictures, fonts, styles and scripts."""
    pages = render_pages(curriculum, states(curriculum), ruler, decks, assets.notices(root))
    navs = {language: nav(curriculum, language) for language in LANGUAGES}
    output.write(upcoming, engine.build_site(root, pages, navs, curriculum))
    output.write(upcoming, assets.site_assets(root))
    output.write(upcoming, media(curriculum))
