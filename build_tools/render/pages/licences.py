"""The page of licences: how the lessons may be used, and whose work the site carries."""

from __future__ import annotations

from build_tools.model import Language
from build_tools.render.pages.page import Page, Site
from build_tools.render.pages.source import chunk, document, heading
from build_tools.render.pages.templates import fill


def licences_page(site: Site, language: Language) -> tuple[str, bytes]:
    """The path and the bytes of the page of licences."""
    page = Page(site, language, "notices")
    title = page.word("notices")
    licence = site.curriculum.cover.licence
    parts = [
        heading(1, title, "top"),
        chunk(fill("notices-opening", page=page, licence=licence)),
        heading(2, page.word("notices-others"), "others"),
        chunk(fill("notices", page=page, notices=site.notices)),
    ]
    return page.file, document({"title": title}, parts)
