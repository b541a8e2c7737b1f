"""The small rules behind the pages: addresses, times, order, sizes, disagreements."""

from __future__ import annotations

import pytest

from build_tools.model import Fact, Language, Term, Text
from build_tools.render.measure import Ruler
from build_tools.render.pages import nav
from build_tools.render.pages.agenda import hours, rows
from build_tools.render.pages.downloads import decks
from build_tools.render.pages.facts import disagreements
from build_tools.render.pages.glossary import in_order, letter
from build_tools.render.pages.page import Page, Site
from build_tools.render.timetable import later, total
from tests.pages_case import DECKS, small_curriculum


def page(language: Language = "lo", path: str = "basics/first-steps") -> Page:
    return Page(Site(small_curriculum(), {}, Ruler({}), DECKS, ()), language, path)


@pytest.mark.parametrize(("here", "target", "address"), [
    ("index", "glossary", "glossary.html"),
    ("index", "basics/index", "basics/index.html"),
    ("basics/index", "basics/first-steps", "first-steps.html"),
    ("basics/first-steps", "index", "../index.html"),
    ("tracks/alone", "basics/first-steps", "../basics/first-steps.html"),
])  # fmt: skip
def test_pages_point_to_pages_of_their_language(here: str, target: str, address: str) -> None:
    assert page("lo", here).url(target) == page("en", here).url(target) == address


@pytest.mark.parametrize(("language", "here", "address"), [
    ("lo", "index", "downloads/a.pptx"), ("lo", "basics/index", "../downloads/a.pptx"),
    ("en", "index", "../downloads/a.pptx"), ("en", "basics/index", "../../downloads/a.pptx"),
])  # fmt: skip
def test_both_languages_share_files(language: Language, here: str, address: str) -> None:
    assert page(language, here).file_url("downloads/a.pptx") == address


def test_citations_are_numbered_by_first_use() -> None:
    writing = page()
    assert writing.citation("flyer") == ("#source-flyer", "1")
    assert writing.citation("census") == ("#source-census", "2")
    assert writing.citation("flyer") == ("#source-flyer", "1")


@pytest.mark.parametrize(("start", "minutes", "end"), [
    ("08:30", 0, "08:30"), ("08:30", 45, "09:15"), ("11:50", 20, "12:10"), ("23:50", 20, "00:10"),
])  # fmt: skip
def test_clock(start: str, minutes: int, end: str) -> None:
    assert later(start, minutes) == end


def test_agenda_counts_from_the_minutes() -> None:
    track = next(track for track in small_curriculum().tracks if track.id == "one-day")
    made = list(rows(page("en", "tracks/one-day"), track, track.days[0].sessions, "08:30"))
    assert [(row.start, row.kind, row.minutes) for row in made] == [
        ("08:30", "lesson", 30), ("09:00", "break", 15), ("09:15", "planned", 50),
        ("10:05", "activity", 10),
    ]  # fmt: skip
    assert total(small_curriculum(), track, track.sessions) == 90


def test_self_paced_minutes_are_those_of_one_learner() -> None:
    track = next(track for track in small_curriculum().tracks if track.id == "alone")
    assert [row.minutes for row in rows(page(), track, track.lessons)] == [2, 3, 5]


@pytest.mark.parametrize(("minutes", "words"), [
    (59, "(minutes-count 59)"), (60, "(hours-count 1)"), (90, "(hours-minutes 1 30)"),
])  # fmt: skip
def test_hours(minutes: int, words: str) -> None:
    assert hours(page("en"), minutes) == words


def test_decks_are_offered_where_they_were_made() -> None:
    offered = decks(page("en"), "basics")
    assert [(deck.url, deck.size) for deck in offered] == [
        ("../../downloads/decks/basics.lo.pptx", "(file-size-mb 1.2)"),
        ("../../downloads/decks/basics.lo-en.pptx", ""),
    ]
    assert decks(page(), "unknown") == ()


def fact(fact_id: str, *conflicts: str) -> Fact:
    return Fact(id=fact_id, ref="S1", statement=Text(en=fact_id), confidence="derived",
                conflicts_with=conflicts)  # fmt: skip


def test_disagreements_are_found_from_either_side() -> None:
    facts = {f.id: f for f in (fact("a"), fact("b", "c"), fact("c"), fact("d", "b"), fact("e"),
                               fact("f", "g"), fact("g", "f"))}  # fmt: skip
    assert disagreements(facts) == [["b", "c", "d"], ["f", "g"]]


def term(lo: str, en: str) -> Term:
    return Term(id="x", en=(en,), lo=lo, definition=Text(en="x"), status="proposed")


@pytest.mark.parametrize(("lo", "first"), [
    ("ເງິນອຸດໜູນ", "ງ"), ("ໜ່ວຍບໍລິການ", "ຫ"), ("ການ", "ກ"), ("ໂຄງການ", "ຄ"), ("SDG", "S"),
])  # fmt: skip
def test_terms_stand_under_their_first_consonant(lo: str, first: str) -> None:
    assert letter(term(lo, "x"), "lo") == first


def test_terms_are_in_the_order_of_each_language() -> None:
    terms = [term("ສັງຄົມ", "society"), term("ເງິນ", "Money"), term("ການ", "work")]
    assert [t.lo for t in in_order(terms, "lo")] == ["ການ", "ເງິນ", "ສັງຄົມ"]
    assert [t.en[0] for t in in_order(terms, "en")] == ["Money", "society", "work"]


def test_navigation_names_every_page_once() -> None:
    def paths(entries: object) -> list[str]:
        if isinstance(entries, str):
            return [entries]
        if isinstance(entries, dict):
            return [path for value in entries.values() for path in paths(value)]
        assert isinstance(entries, list)
        return [path for entry in entries for path in paths(entry)]

    found = paths(nav(small_curriculum(), "lo"))
    assert sorted(found) == sorted(set(found)) == [
        "basics/first-steps.md", "basics/index.md", "basics/second-steps.md", "decks.md", "facts.md",
        "glossary.md", "index.md", "learning/index.md", "notices.md", "status.md",
        "tracks/alone.md", "tracks/one-day.md", "trainer/collect.md", "trainer/verify.md",
    ]  # fmt: skip
