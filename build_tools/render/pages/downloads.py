"""The decks that can be downloaded, with their sizes where they are known."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from build_tools.model import EDITIONS
from build_tools.render.pages.page import Page
from build_tools.render.values import number


@dataclass(frozen=True, slots=True)
class Download:
    """A file to download: its address, what it is called, and its size in words."""

    url: str
    name: str
    size: str


def decks(page: Page, stem: str) -> tuple[Download, ...]:
    """The decks of a module or of a day of a track, one for each edition that was made."""
    paths = ((edition, f"downloads/decks/{stem}.{edition}.pptx") for edition in EDITIONS)
    return tuple(
        Download(page.file_url(path), page.word(f"edition-{edition}"), _size(page, path))
        for edition, path in paths
        if path in page.site.decks
    )


def _size(page: Page, path: str) -> str:
    """The size of a file as a reader with a slow line needs it; an empty text where unknown."""
    size = page.site.decks[path]
    if size <= 0:
        return ""
    if size < 1_000_000:
        return page.word("file-size-kb", n=max(1, round(size / 1000)))
    return page.word("file-size-mb", n=number(Decimal(round(size / 100_000)) / 10, page.language))
