"""The whole tree of pages, in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from build_tools.model import LANGUAGES, Curriculum, Language
from build_tools.render.measure import Ruler
from build_tools.render.pages.certificate import certificate_page
from build_tools.render.pages.collect import collect_page
from build_tools.render.pages.deck_file import DeckFile
from build_tools.render.pages.decks import decks_page
from build_tools.render.pages.facts import facts_page
from build_tools.render.pages.glossary import glossary_page
from build_tools.render.pages.home import home_page
from build_tools.render.pages.learning import learning_page
from build_tools.render.pages.lesson import lesson_page
from build_tools.render.pages.licences import licences_page
from build_tools.render.pages.module import module_page
from build_tools.render.pages.notices import Notice
from build_tools.render.pages.page import Site
from build_tools.render.pages.result import result_page
from build_tools.render.pages.sides import sides_page
from build_tools.render.pages.status import status_page
from build_tools.render.pages.tests_page import test_pages
from build_tools.render.pages.tool import tool_page, tools_page
from build_tools.render.pages.track import track_page
from build_tools.render.pages.verify import verify_page
from build_tools.render.tools.facts import in_order


def render_pages(
    curriculum: Curriculum,
    states: Mapping[str, str],
    ruler: Ruler,
    decks: Mapping[str, DeckFile],
    notices: Sequence[Notice],
) -> dict[str, bytes]:
    """Every page by its path: `lo/index.md`, `en/foundations/life-cycle-risks.md`."""
    site = Site(curriculum, states, ruler, decks, notices)
    return dict(page for language in LANGUAGES for page in _pages(site, language))


def _pages(site: Site, language: Language) -> Iterator[tuple[str, bytes]]:
    """Every page of one language."""
    yield home_page(site, language)
    yield learning_page(site, language)
    for module in site.curriculum.modules:
        yield module_page(site, language, module)
        for lesson in module.lessons:
            yield lesson_page(site, language, lesson)
            yield sides_page(site, language, lesson)
    for track in site.curriculum.tracks:
        yield track_page(site, language, track)
    yield from test_pages(site, language)
    yield result_page(site, language)
    yield certificate_page(site, language)
    yield verify_page(site, language)
    yield collect_page(site, language)
    if tools := in_order(site.curriculum):
        yield tools_page(site, language)
        yield from (tool_page(site, language, tool) for tool in tools)
    for write in (decks_page, glossary_page, facts_page, status_page, licences_page):
        yield write(site, language)


def media(curriculum: Curriculum) -> dict[str, bytes]:
    """The pictures of all lessons, by their path in the site."""
    return {
        f"assets/media/{lesson.id}/{name}": data
        for lesson in curriculum.lessons
        for name, data in lesson.media.items()
    }
