"""The page of a module: what it is about, its lessons, its objectives and its slides."""

from __future__ import annotations

from build_tools.model import Language, Module
from build_tools.render.pages import standing
from build_tools.render.pages.downloads import decks
from build_tools.render.pages.page import Page, Site
from build_tools.render.pages.source import chunk, document, heading
from build_tools.render.pages.templates import fill
from build_tools.render.pages.tests_page import test_link


def module_page(site: Site, language: Language, module: Module) -> tuple[str, bytes]:
    """The path and the bytes of a module's page."""
    page = Page(site, language, f"{module.id}/index")
    title = page.plain(module.file.title)
    states = standing.under(site, f"{module.id}/module#", f"{module.id}/objectives#")
    needs = [site.curriculum.module(module_id) for module_id in module.file.needs]
    offered = decks(page, module.id)
    parts = [
        heading(1, title, "top"),
        *standing.notice(page, states),
        chunk(fill("module-opening", page=page, module=module, needs=needs)),
        *test_link(page, module.id, "pre"),
        heading(2, page.word("lessons"), "lessons"),
        chunk(fill("module-lessons", page=page, module=module)),
        *test_link(page, module.id, "post"),
    ]
    if offered:
        parts.append(heading(2, page.word("slides-for-trainers"), "slides"))
        parts.append(chunk(fill("module-decks", page=page, decks=offered)))
    return page.file, document({"title": title}, parts)
