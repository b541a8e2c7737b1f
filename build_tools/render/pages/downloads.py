"""The decks that can be downloaded, with their sizes where they are known."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from build_tools.model import EDITIONS
from build_tools.render.pages.deck_file import DeckFile
from build_tools.render.pages.page import Page
from build_tools.render.values import number


@dataclass(frozen=True, slots=True)
class Download:
    """A file to download: its address, which deck in which edition it is, and its size in words."""

    url: str
    title: Markup
    edition: str
    size: str


def editions(page: Page, deck_id: str) -> tuple[DeckFile, ...]:
    """The editions of a deck that were made, in the order of all editions."""
    made = {file.edition: file for file in page.site.decks.values() if file.id == deck_id}
    return tuple(made[edition] for edition in EDITIONS if edition in made)


def decks(page: Page, deck_id: str) -> tuple[Download, ...]:
    """The files of a deck, one for each edition that was made."""
    return tuple(
        Download(
            page.file_url(file.path),
            page.words(file.title),
            page.word(f"edition-{file.edition}"),
            _size(page, file.size),
        )
        for file in editions(page, deck_id)
    )


def _size(page: Page, size: int) -> str:
    """The size of a file as a reader with a slow line needs it; an empty text where unknown."""
    if size <= 0:
        return ""
    if size < 1_000_000:
        return page.word("file-size-kb", n=max(1, round(size / 1000)))
    return page.word("file-size-mb", n=number(Decimal(round(size / 100_000)) / 10, page.language))
