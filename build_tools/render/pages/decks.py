"""The page of all decks: what a trainer downloads for a day, a test, a module or the tools."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from build_tools.model import Language
from build_tools.render.pages import standing
from build_tools.render.pages.agenda import hours
from build_tools.render.pages.deck_file import TRAINING, DeckFile, training_anchor
from build_tools.render.pages.downloads import Download, decks, editions
from build_tools.render.pages.page import Page, Site
from build_tools.render.pages.source import chunk, document, heading
from build_tools.render.pages.templates import fill
from build_tools.render.pages.track import in_order

PICTURE = (989, 181)
"""Width and height of a strip of three slides: the page keeps this room for it, so does `decks.css`."""


@dataclass(frozen=True, slots=True)
class Card:
    """A deck on the page; `facts` say how long it is, `shown` is the edition they tell of."""

    title: Markup
    url: str
    shown: DeckFile
    facts: str
    files: tuple[Download, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The decks of one training, of the modules or of the tools; `about` says for whom they are."""

    anchor: str
    title: str
    language: Language
    about: tuple[str, ...]
    cards: tuple[Card, ...]


def decks_page(site: Site, language: Language) -> tuple[str, bytes]:
    """The path and the bytes of the page of all decks."""
    page = Page(site, language, "decks")
    title, font = page.word("decks"), site.curriculum.cover.deck.lao_font
    sections = [section for section in _sections(page) if section.cards]
    parts = [
        heading(1, title, "top"),
        *standing.notice(page, set(site.states.values()) & {"draft", "missing"}),
        chunk(fill("decks-opening", page=page, font=font, sections=sections)),
    ]
    for section in sections:
        other = section.language if section.language != language else None
        parts.append(heading(2, section.title, section.anchor, other))
        parts.append(chunk(fill("decks-section", page=page, section=section, picture=PICTURE)))
    return page.file, document({"title": title, "wide": True, "parts": ["decks"]}, parts)


def _sections(page: Page) -> Iterator[Section]:
    """Every section of the page, also those without decks: trainings, then modules, then tools."""
    here = page.language
    tracks = in_order(page.curriculum.tracks)
    for track in sorted(tracks, key=lambda track: track.delivery != "room"):
        about = (page.word(f"audience-{track.audience}"), page.word(f"delivery-{track.delivery}"))
        cards = tuple(_cards(page, track.id, TRAINING))
        title, language = page.plain(track.title), track.title.language_of(here)
        yield Section(training_anchor(track.id), title, language, about, cards)
    modules = tuple(
        card for module in page.curriculum.modules for card in _cards(page, module.id, ("module",))
    )
    yield Section("modules", page.word("modules"), here, (), modules)
    yield Section("tools", page.word("tools"), here, (), tuple(_cards(page, "tools", ("tools",))))


def _cards(page: Page, of: str, purposes: Sequence[str]) -> Iterator[Card]:
    """The decks of one module or track with these purposes, in the order of the purposes and days."""
    decks_of = {
        file.id: file
        for file in page.site.decks.values()
        if file.of == of and file.purpose in purposes
    }
    ordered = sorted(decks_of.values(), key=lambda f: (purposes.index(f.purpose), f.day or 0))
    for deck in ordered:
        shown = min(editions(page, deck.id), key=lambda file: _distance(file, page.language))
        yield Card(
            page.words(deck.title), _home(page, deck), shown, _facts(page, shown),
            decks(page, deck.id),
        )  # fmt: skip


def _distance(file: DeckFile, language: Language) -> int:
    """How far an edition is from the language of the reader."""
    return 0 if file.edition == language else 1 if file.edition == "lo-en" else 2


def _home(page: Page, file: DeckFile) -> str:
    """The address of the page that a deck belongs to."""
    if file.purpose in TRAINING:
        return page.url(f"tracks/{file.of}", f"day-{file.day}" if file.day else "")
    return page.url(f"{file.of}/index")


def _facts(page: Page, file: DeckFile) -> str:
    """How long a deck takes and how many slides it has, as far as that is known."""
    known = []
    if file.minutes:
        known.append(hours(page, file.minutes))
    if file.slides and file.hidden:
        known.append(page.word("slides-and-hidden", n=file.slides, hidden=file.hidden))
    elif file.slides:
        known.append(page.word("slides-count", n=file.slides))
    return " · ".join(known)
