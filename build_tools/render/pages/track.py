"""The page of a track: for whom it is, and its agenda or its list of lessons."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model import Language, LessonSession, PlannedSession, Track
from build_tools.render.pages import standing
from build_tools.render.pages.agenda import day_hours, hours, rows
from build_tools.render.pages.deck_file import TRAINING, training_anchor
from build_tools.render.pages.downloads import decks
from build_tools.render.pages.page import Page, Site
from build_tools.render.pages.source import chunk, document, heading
from build_tools.render.pages.templates import fill
from build_tools.render.pages.tests_page import test_link
from build_tools.render.timetable import total

AUDIENCES = ("officials", "leaders", "trainers", "community")


def in_order(tracks: tuple[Track, ...]) -> list[Track]:
    """The tracks as readers look for them: by audience, learning alone before learning in a room."""
    return sorted(
        tracks, key=lambda t: (AUDIENCES.index(t.audience), t.delivery != "self-paced", t.id)
    )


def outline(page: Page, track: Track) -> list[str]:
    """A track in a few words: how it is taught, how long, how many lessons, how big the group."""
    lessons = [s for s in track.sessions if isinstance(s, LessonSession | PlannedSession)]
    written = sum(isinstance(session, LessonSession) for session in lessons)
    words = [page.word(f"delivery-{track.delivery}")]
    if track.days:
        days = len(track.days)
        words.append(page.word("days-count", n=days) if days > 1 else page.word("days-count-one"))
    words.append(hours(page, total(page.curriculum, track, track.sessions)))
    words.append(page.word("lessons-written", n=written, total=len(lessons)))
    if track.group:
        people, tables = track.group.people, track.group.tables
        one = page.word("unit-people", n=people)
        words.append(one if tables == 1 else page.word("group-size", people=people, tables=tables))
    return words


def track_page(site: Site, language: Language, track: Track) -> tuple[str, bytes]:
    """The path and the bytes of a track's page."""
    page = Page(site, language, f"tracks/{track.id}")
    title = page.plain(track.title)
    parts = [
        heading(1, title, "top"),
        *standing.notice(page, standing.under(site, f"curriculum/tracks#{track.id}")),
        chunk(fill("track-opening", page=page, track=track, outline=outline(page, track))),
        *test_link(page, track.id, "pre"),
    ]
    if track.lessons:
        parts.append(heading(2, page.word("lessons"), "lessons"))
        listed = list(rows(page, track, track.lessons))
        parts.append(chunk(fill("track-lessons", page=page, rows=listed)))
    parts.extend(_days(page, track))
    parts.extend(test_link(page, track.id, "post"))
    if any(file.of == track.id and file.purpose in TRAINING for file in site.decks.values()):
        parts.append(chunk(fill("track-decks", page=page, anchor=training_anchor(track.id))))
    return page.file, document({"title": title}, parts)


def _days(page: Page, track: Track) -> Iterator[str]:
    """The agenda of each day under its title."""
    for number, day in enumerate(track.days, 1):
        words = page.word("day-title", n=number, title=page.plain(day.title))
        yield heading(2, words, f"day-{number}")
        yield chunk(
            fill(
                "agenda",
                page=page,
                when=day_hours(page, track, day),
                rows=list(rows(page, track, day.sessions, day.start)),
                decks=decks(page, f"{track.id}-day-{number}"),
            )
        )
