"""The first page: what this is, for whom, and how to start."""

from __future__ import annotations

from build_tools.model import Curriculum, Language, LessonSession
from build_tools.render.pages import standing
from build_tools.render.pages.page import Page, Site
from build_tools.render.pages.source import chunk, document, heading
from build_tools.render.pages.templates import fill
from build_tools.render.pages.track import in_order, outline


def first_lesson(curriculum: Curriculum) -> str | None:
    """The lesson that a newcomer starts with: the first one of the first track."""
    for track in in_order(curriculum.tracks):
        for session in track.sessions:
            if isinstance(session, LessonSession):
                return session.lesson
    return next((lesson.id for lesson in curriculum.lessons), None)


def home_page(site: Site, language: Language) -> tuple[str, bytes]:
    """The path and the bytes of the first page."""
    page = Page(site, language, "index")
    curriculum = site.curriculum
    title = page.plain(curriculum.cover.title)
    tracks = [(track, outline(page, track)) for track in in_order(curriculum.tracks)]
    states = set(site.states.values())
    parts = [
        heading(1, title, "top"),
        chunk(fill("home-opening", page=page, first=first_lesson(curriculum))),
        chunk(fill("continue", page=page)),
        *standing.notice(page, states & {"draft", "missing"}),
        heading(2, page.word("choose-path"), "paths"),
        chunk(fill("home-tracks", page=page, tracks=tracks)),
        heading(2, page.word("how-to-start"), "start"),
        chunk(fill("home-start", page=page)),
        heading(2, page.word("modules"), "modules"),
        chunk(fill("home-modules", page=page, modules=curriculum.modules)),
        *_tools(page),
        heading(2, page.word("audience-trainers"), "trainers"),
        chunk(fill("home-trainers", page=page)),
        heading(2, page.word("home-offline-title"), "offline"),
        chunk(fill("home-offline", page=page)),
    ]
    return page.file, document({"title": title, "home": True, "wide": True}, parts)


def _tools(page: Page) -> list[str]:
    """The way to the tools; nothing where there are none."""
    if not page.curriculum.tools:
        return []
    return [heading(2, page.word("tools"), "tools"), chunk(fill("home-tools", page=page))]
