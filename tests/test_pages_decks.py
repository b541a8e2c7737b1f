"""The page of all decks: every file once, under the training, the module or the tools it is for."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest
from lxml import html

from build_tools.model import EDITIONS, Curriculum, Edition, Language, Text
from build_tools.render.measure import Ruler
from build_tools.render.pages import DeckFile
from build_tools.render.pages.decks import PICTURE, decks_page
from build_tools.render.pages.page import Site
from tests.pages_case import ROOT, small_curriculum

ROOM = 60_000
"""The bytes that the page may have for the decks of the whole curriculum."""


def deck(
    name: str, purpose: str, of: str, day: int | None = None, title: str = "A title",
    editions: Iterable[Edition] = EDITIONS, minutes: int = 90, slides: int = 24, hidden: int = 3,
) -> list[DeckFile]:  # fmt: skip
    """A deck in these editions; each has one slide more than the edition before."""
    return [
        DeckFile(name, Text(en=title, lo=title), purpose, of, day, edition,
                 f"downloads/decks/{name}.{edition}.pptx", 190_000, slides + place if slides else 0,
                 hidden, minutes, f"assets/decks/{name}.{edition}.svg")
        for place, edition in enumerate(editions)
    ]  # fmt: skip


def page_of(
    files: Iterable[DeckFile], language: Language = "en", curriculum: Curriculum | None = None
) -> html.HtmlElement:
    """The page with these decks."""
    site = Site(curriculum or small_curriculum(), {}, Ruler({}), {f.path: f for f in files}, ())
    path, made = decks_page(site, language)
    assert path == f"{language}/decks.md"
    return html.fromstring(f"<div>{made.decode()}</div>")


def links(page: html.HtmlElement) -> list[str]:
    return [str(link.get("href")) for link in page.findall(".//li//ul//a")]


TRAINING = [
    *deck("one-day-post-test", "post-test", "one-day", title="After"),
    *deck("one-day-pre-test", "pre-test", "one-day", title="Before"),
    *deck("one-day-day-2", "day", "one-day", 2, title="Second"),
    *deck("one-day-day-1", "day", "one-day", 1, title="First"),
]


def test_days_come_in_order_and_then_the_tests() -> None:
    page = page_of(TRAINING)
    assert [(link.text_content(), link.get("href")) for link in page.findall(".//h3/a")] == [
        ("First", "tracks/one-day.html#day-1"), ("Second", "tracks/one-day.html#day-2"),
        ("Before", "tracks/one-day.html"), ("After", "tracks/one-day.html"),
    ]  # fmt: skip


def test_trainings_come_before_modules_and_tools_and_those_in_a_room_first() -> None:
    files = [
        *deck("tools", "tools", "tools"), *deck("basics", "module", "basics"),
        *deck("alone-pre-test", "pre-test", "alone"), *TRAINING,
    ]  # fmt: skip
    page = page_of(files)
    jumps = [link.get("href") for link in page.findall(".//ul[@class='tot-chips tot-jump']//a")]
    assert jumps == ["#training-one-day", "#training-alone", "#modules", "#tools"]
    assert re.findall(r"(?m)^## .*\{ (#[\w-]+)", page.text_content()) == jumps
    assert [link.get("href") for link in page.findall(".//h3/a")][-2:] == [
        "basics/index.html", "tools/index.html",
    ]  # fmt: skip


def test_every_file_is_offered_once_and_its_link_names_the_deck() -> None:
    page = page_of(TRAINING)
    assert sorted(links(page)) == sorted(f"../{file.path}" for file in TRAINING)
    first = page.find(".//li//ul").findall(".//a")
    assert [link.text_content() for link in first] == [
        "First: (edition-lo) (file-size-kb 190)", "First: (edition-en) (file-size-kb 190)",
        "First: (edition-lo-en) (file-size-kb 190)",
    ]  # fmt: skip
    assert all("download" in link.attrib for link in first)


@pytest.mark.parametrize(("language", "made", "shown", "slides"), [
    ("lo", EDITIONS, "lo", 24), ("en", EDITIONS, "en", 25),
    ("en", ("lo", "lo-en"), "lo-en", 25), ("lo", ("en",), "en", 24),
])  # fmt: skip
def test_the_picture_and_the_slides_are_of_the_edition_nearest_to_the_reader(
    language: Language, made: tuple[Edition, ...], shown: Edition, slides: int
) -> None:
    page = page_of(deck("basics", "module", "basics", editions=made), language)
    picture = page.find(".//img")
    assert picture.get("src").endswith(f"assets/decks/basics.{shown}.svg")
    assert picture.get("loading") == "lazy" and "A title" in picture.get("alt")
    assert (int(picture.get("width")), int(picture.get("height"))) == PICTURE
    assert f"slides-and-hidden {slides} 3)" in page.text_content()


def test_what_is_not_known_is_not_said() -> None:
    bare = deck("basics", "module", "basics", minutes=0, slides=0, hidden=0)
    page = page_of([file._replace(size=0, picture="") for file in bare])
    assert page.find(".//img") is None and len(links(page)) == 3
    card = page.find(".//li[@class='tot-card']").text_content().split()
    assert card == ["A", "title", *(word for edition in EDITIONS
                                    for word in ("A", "title:", f"(edition-{edition})"))]  # fmt: skip


def test_hidden_slides_are_said_only_where_there_are_some() -> None:
    page = page_of(deck("basics", "module", "basics", hidden=0))
    assert "(slides-count 25)" in page.text_content()
    assert "hidden" not in page.find(".//li[@class='tot-card']").text_content()


def test_a_site_without_decks_says_so() -> None:
    page = page_of([])
    assert "(decks-none)" in page.text_content() and page.findall(".//ul") == []


def test_decks_of_what_is_gone_are_not_shown() -> None:
    assert "(decks-none)" in page_of(deck("gone", "module", "gone")).text_content()


def test_pictures_have_the_room_that_the_style_keeps() -> None:
    style = (ROOT / "build_tools/web/decks.css").read_text("utf-8")
    assert f"aspect-ratio:{PICTURE[0]}/{PICTURE[1]};" in style


@pytest.mark.parametrize("language", ["lo", "en"])
def test_the_page_of_the_whole_curriculum_is_light(
    curriculum: Curriculum, language: Language
) -> None:
    files = deck("tools", "tools", "tools", title=curriculum.word("tools", language))
    for module in curriculum.modules:
        files += deck(module.id, "module", module.id, title=module.file.title.of(language))
    for track in curriculum.tracks:
        title = track.title.of(language)
        for purpose in ("pre-test", "post-test"):
            files += deck(f"{track.id}-{purpose}", purpose, track.id, title=f"{purpose}: {title}")
        for number, day in enumerate(track.days, start=1):
            name = f"{track.id}-day-{number}"
            files += deck(name, "day", track.id, number, title=day.title.of(language))
    site = Site(curriculum, {}, Ruler({}), {file.path: file for file in files}, ())
    _, made = decks_page(site, language)
    assert len(files) >= 3 * 24 and len(made) < ROOM
