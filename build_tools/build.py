"""The whole build, top to bottom: read all, check all, then render, write and publish."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from build_tools import assets, engine, output
from build_tools.model import EDITIONS, LANGUAGES, Curriculum, Edition, Module
from build_tools.model.whole import MissingWord
from build_tools.reading import Read, read
from build_tools.render.deck import TOOLBOX, deck, deck_path, is_draft, toolbox
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
    """What to build: `all`, `site` (pages; decks stay) or `decks`, of one module or edition."""

    part: str = "all"
    module: str | None = None
    edition: Edition | None = None
    release: bool = False


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
    for module in deck_modules(curriculum) if order.part != "site" else ():
        if order.module not in (None, module.id):
            continue
        for edition in EDITIONS if order.edition is None else (order.edition,):
            path, draft = deck_path(module, edition), is_draft(module, standing)
            say(path)
            made = deck(curriculum, module, edition, ruler, draft=draft)
            output.write(upcoming, {path: made.data})
            for line in made.over:
                say(f"  does not fit on its slide: {line}")
    folder = upcoming / DECKS
    if order.part == "site":
        _drop_gone(curriculum, upcoming)
    return {DECKS + path.name: path.stat().st_size for path in sorted(folder.glob("*.pptx"))}


def deck_modules(curriculum: Curriculum) -> tuple[Module, ...]:
    """The modules that have slides, and the one of all tools."""
    tools = (toolbox(curriculum),) if curriculum.tools else ()
    every = (*curriculum.modules, *tools)
    return tuple(one for one in every if any(lesson.slides for lesson in one.lessons))


def deck_ids(curriculum: Curriculum) -> list[str]:
    """What `build decks --module` can be asked for."""
    return [module.id for module in curriculum.modules] + [TOOLBOX] * bool(curriculum.tools)


def _drop_gone(curriculum: Curriculum, upcoming: Path) -> None:
    """Nothing; removes kept decks of modules that are no longer there."""
    known = {upcoming / deck_path(one, ed) for one in deck_modules(curriculum) for ed in EDITIONS}
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
