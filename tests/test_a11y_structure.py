"""Headings, landmarks, titles, tables, pictures and names of links on every page of the real site."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html

Pages = dict[str, html.HtmlElement]


@pytest.fixture(scope="module")
def pages(site: Path) -> Pages:
    parser = html.HTMLParser(encoding="utf-8")
    return {p.relative_to(site).as_posix(): html.document_fromstring(p.read_bytes(), parser=parser)
            for p in sorted(site.rglob("*.html")) if p.name != "404.html" and "assets" not in p.parts}  # fmt: skip


def test_headings_step_down_one_by_one(pages: Pages) -> None:
    for name, page in pages.items():
        levels = [int(one.tag[1]) for one in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
        assert levels.count(1) == 1 and levels[0] == 1, name
        assert all(below - above <= 1 for above, below in pairwise(levels)), f"{name}: {levels}"


def test_landmarks_and_the_way_to_the_content(pages: Pages) -> None:
    for name, page in pages.items():
        for landmark in ("header", "main", "footer"):
            assert len(page.xpath(f"//body//{landmark}[not(ancestor::main)]")) == 1, name
        navigations = page.xpath("//nav")
        assert all(one.get("aria-label") or one.get("aria-labelledby") for one in navigations), name
        first = page.xpath("//body//a")[0]
        assert first.get("class") == "tot-skip" and page.xpath(
            f"//main//*[@id='{first.get('href')[1:]}']"
        ), name


def test_titles_differ(pages: Pages) -> None:
    for start in ("", "en/"):
        titles = [page.findtext(".//title") for name, page in pages.items()
                  if name.startswith("en/") == bool(start)]  # fmt: skip
        assert len(titles) == len(set(titles)) > 50
        assert all(titles)


def test_tables_have_headings_and_a_name(pages: Pages) -> None:
    seen = 0
    for name, page in pages.items():
        for table in page.xpath("//table"):
            seen += 1
            heads = table.xpath(".//th")
            assert heads and all(one.text_content().strip() for one in heads), (
                f"{name}: {table.text_content()[:60]}"
            )
            assert all(one.get("scope") or one.getparent().getparent().tag == "thead"
                       for one in table.xpath(".//th")), f"{name}: {table.text_content()[:60]}"  # fmt: skip
            frame = table.getparent()
            named = table.xpath("./caption") or {"aria-label", "aria-labelledby"} & {
                *table.keys(), *frame.keys()
            }  # fmt: skip
            assert named, f"{name}: {table.text_content()[:60]}"
    assert seen > 20


def without_name(page: html.HtmlElement) -> Iterator[str]:
    """Links, buttons, frames and pictures that say nothing to those who do not see them."""
    for one in page.xpath("//a[@href]|//button|//summary|//*[@role='group' and @tabindex]"):
        text = " ".join(one.text_content().split()) if one.get("role") != "group" else ""
        if not (text or one.get("aria-label") or one.get("aria-labelledby")):
            yield html.tostring(one, encoding="unicode")[:120]
    for one in page.xpath("//img[not(@alt)]"):
        yield html.tostring(one, encoding="unicode")[:120]
    for one in page.xpath(
        "//svg[not(@aria-hidden='true') and not(@aria-labelledby) and not(@aria-label)]"
    ):
        yield html.tostring(one, encoding="unicode")[:120]


def test_everything_has_a_name(pages: Pages) -> None:
    for name, page in pages.items():
        assert list(without_name(page)) == [], name


def test_a_link_to_the_other_language_says_so(pages: Pages) -> None:
    for name, page in pages.items():
        switch = page.xpath("//header//a[@hreflang]")
        assert len(switch) == 1 and switch[0].get("lang") == switch[0].get("hreflang"), name
        for one in page.xpath("//a[@href and not(@hreflang or contains(@href, ':'))]"):
            other = "/en/" in f"/{one.get('href')}" and not name.startswith("en/")
            assert not other or one.get("lang") == "en", f"{name}: {one.get('href')}"
