"""The page of the translation in a browser: lines open to sections, without scripts and on paper."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page

from build_tools import assets
from build_tools.model import Curriculum, Language, LedgerEntry
from build_tools.output import write
from build_tools.render.measure import Ruler
from build_tools.render.pages import render_pages
from build_tools.render.pages.page import Site
from build_tools.render.pages.status import status_page
from build_tools.translation import digest, states, units
from tests.pages_case import DECKS, DOWNLOADS, NOTICES, ROOT, small_curriculum
from tests.test_engine import build

OFFICE = "ພະແນກ ແຮງງານ"


@pytest.fixture(scope="module")
def reviewed() -> Curriculum:
    """The small curriculum with one section and one term reviewed."""
    whole = small_curriculum()
    module = whole.module("basics")
    ledger = {
        **module.ledger,
        **entry(whole, "basics/first-steps/lesson#people-and-risks", OFFICE),
    }
    shared = {**whole.ledger, **entry(whole, "curriculum/terms#risk", "District <office>")}
    return replace(whole, modules=(replace(module, ledger=ledger),), ledger=shared)


def entry(whole: Curriculum, address: str, office: str) -> dict[str, LedgerEntry]:
    unit = next(unit for unit in units(whole) if unit.address == address)
    values = {"of": digest(unit.en), "lo": digest(unit.lo or ""), "state": "reviewed"}
    return {unit.key: LedgerEntry.model_validate({**values, "by": office, "on": "2026-11-05"})}


@pytest.fixture(scope="module")
def folder(reviewed: Curriculum, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its site in a folder."""
    pages = render_pages(reviewed, states(reviewed), Ruler({}), DECKS, NOTICES)
    site = tmp_path_factory.mktemp("status")
    write(site, build(tmp_path_factory.mktemp("engine"), pages))
    write(site, {**assets.site_assets(ROOT), **DOWNLOADS})
    return site


def line(page: Page, title: str) -> list[str]:
    """What the line of this title opens to, a row each."""
    fold = page.locator("details", has=page.locator("summary", has_text=title))
    return [" ".join(row.split()) for row in fold.locator("li").all_inner_texts()]


@pytest.mark.parametrize("width", [360, 1280])
def test_a_lesson_opens_to_its_sections_without_scripts(
    folder: Path, new_page: Callable[..., Page], width: int
) -> None:
    page = new_page(width=width, java_script_enabled=False)
    page.goto((folder / "en/status.html").as_uri())
    fold = page.locator("details").first
    assert not fold.locator("li").first.is_visible()
    fold.locator("summary").click()
    rows = line(page, "First steps: *stars*")
    assert rows[0] == "(status-lesson-top) (draft)"
    assert (
        rows[1] == f"People & their risks (reviewed) (status-reviewed-by {OFFICE} 5 November 2026)"
    )
    assert rows[2] == "The line (stale)"
    assert rows[3:] == ["(status-questions) (draft)"]
    assert all(row.is_visible() for row in fold.locator("li").all())
    assert fold.locator("li [lang=lo]").all_inner_texts() == [OFFICE]
    page.get_by_role("link", name="People & their risks").click()
    assert page.url.endswith("/en/basics/first-steps.html#people-and-risks")
    assert page.locator("h2:target").inner_text() == "People & their risks"


def test_sections_without_lao_are_english_that_is_marked(
    folder: Path, new_page: Callable[..., Page]
) -> None:
    page = new_page()
    page.goto((folder / "status.html").as_uri())
    fold = page.locator("details").nth(1)
    fold.locator("summary").click()
    assert [" ".join(row.split()) for row in fold.locator("li").all_inner_texts()][:2] == [
        "(ລາວ status-lesson-top) (ລາວ missing)", "Start (ລາວ missing)",
    ]  # fmt: skip
    assert fold.locator("li a [lang=en]").all_inner_texts() == ["Start"]


def test_shared_texts_open_only_to_say_who_reviewed_them(
    folder: Path, new_page: Callable[..., Page]
) -> None:
    page = new_page()
    page.goto((folder / "status.html").as_uri())
    folds = page.locator("h2#shared-texts ~ div details")
    assert folds.count() == 1
    folds.locator("summary").click()
    said = " ".join(folds.locator("li").inner_text().split())
    assert said.startswith(
        "(ລາວ glossary) (ລາວ reviewed) 1 (ລາວ status-reviewed-by District <office>"
    )
    assert folds.locator("li [lang=en]").inner_text() == "District <office>"


def test_on_paper_every_line_is_open_and_afterwards_as_before(
    folder: Path, new_page: Callable[..., Page]
) -> None:
    page = new_page()
    page.goto((folder / "status.html").as_uri())
    page.locator("details summary").first.click()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    opened = page.locator("article details[open]").count()
    assert opened == page.locator("article details").count() > 1
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("article details[open]").count() == 1


@pytest.mark.parametrize("language", ["lo", "en"])
def test_every_text_is_counted_once(reviewed: Curriculum, language: Language) -> None:
    standing = states(reviewed)
    _, page = status_page(Site(reviewed, standing, Ruler({}), {}, ()), language)
    counted = map(int, re.findall(rb"<td(?: data-state=\"\w+\")?>(\d+)</td>", page))
    assert sum(counted) == len(standing)


def test_the_page_is_light(curriculum: Curriculum) -> None:
    site = Site(curriculum, states(curriculum), Ruler({}), {}, ())
    for language in ("lo", "en"):
        _, page = status_page(site, language)
        assert len(gzip.compress(page)) < 5_000 + 600 * len(list(curriculum.lessons))
        assert page.count(b"<details>") >= len(list(curriculum.lessons))
