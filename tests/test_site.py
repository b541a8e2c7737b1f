"""Every page of the built site: links, languages, sub-resources, sameness of two builds."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from build_tools.build import Order, build
from build_tools.model import Curriculum
from tests.conftest import a_root

LAO = re.compile("[\u0e80-\u0eff]")
ENGLISH_PASSAGE = re.compile(r"(?:\b[A-Za-z][a-z]+\b[ ,]+){6,}")
SUB_RESOURCES = {
    "script": "src", "img": "src", "iframe": "src", "source": "src", "video": "src", "audio": "src",
    "object": "data", "embed": "src", "input": "src", "use": "href", "image": "href",
}  # fmt: skip


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, html.HtmlElement]:
    found = {p.relative_to(site).as_posix(): p for p in sorted(site.rglob("*.html"))}
    del found["assets/tot/learn/store.html"]  # no page: the hidden frame that keeps progress
    return {name: html.document_fromstring(p.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
            for name, p in found.items()}  # fmt: skip


def test_every_page_stands_in_both_languages(
    pages: dict[str, html.HtmlElement], curriculum: Curriculum
) -> None:
    lao = {name for name in pages if not name.startswith("en/")} - {"404.html"}
    english = {name.removeprefix("en/") for name in pages if name.startswith("en/")}
    assert lao == english
    for lesson in curriculum.lessons:
        assert f"{lesson.module}/{lesson.id}.html" in lao
    assert {"index.html", "foundations/index.html", "glossary.html", "facts.html", "status.html",
            "notices.html", *(f"tracks/{track.id}.html" for track in curriculum.tracks)} <= lao  # fmt: skip


def links(page: html.HtmlElement) -> Iterator[tuple[str, str, str]]:
    for element in page.iter():
        if isinstance(element.tag, str):
            for attribute in ("href", "src", "srcset", "data", "action", "poster"):
                value = element.get(attribute)
                if value and not (
                    element.tag == "data" or (attribute == "data" and element.tag != "object")
                ):
                    yield element.tag, attribute, value


def test_no_page_loads_anything_from_outside(
    pages: dict[str, html.HtmlElement], site: Path
) -> None:
    for name, page in pages.items():
        for tag, attribute, value in links(page):
            loads = SUB_RESOURCES.get(tag) == attribute or (tag == "link" and attribute == "href")
            if loads and urlsplit(value).scheme:
                assert value.startswith("data:"), f"{name}: {tag} {value}"
            assert not value.startswith("//"), f"{name}: {value}"
            assert attribute != "srcset", f"{name}: {value}"
    for style in site.rglob("*.css"):
        for address in re.findall(r"url\(\s*['\"]?([^'\")]+)", style.read_text("utf-8")):
            assert (
                address.startswith(("data:", "#")) or (style.parent / address).resolve().is_file()
            ), f"{style.name}: {address}"
        assert "@import" not in style.read_text("utf-8")


def test_no_link_is_dead(pages: dict[str, html.HtmlElement], site: Path) -> None:
    ids = {
        name: {e.get("id") for e in page.iter() if isinstance(e.tag, str) and e.get("id")}
        for name, page in pages.items()
    }
    for name, page in pages.items():
        if name == "404.html":
            continue
        for _tag, _, value in links(page):
            parts = urlsplit(value)
            if parts.scheme:
                assert parts.scheme in ("https", "http", "data") or value == "sms:", (
                    f"{name}: {value}"
                )
                continue
            assert not value.startswith("/"), f"{name}: {value} is absolute"
            path = (
                posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
                if parts.path
                else name
            )
            assert (site / path).is_file(), f"{name}: {value} leads nowhere"
            if parts.fragment and path in ids:
                assert unquote(parts.fragment) in ids[path], f"{name}: {value} has no such heading"


def test_ids_are_unique(pages: dict[str, html.HtmlElement]) -> None:
    for name, page in pages.items():
        ids = [e.get("id") for e in page.iter() if isinstance(e.tag, str) and e.get("id")]
        assert len(ids) == len(set(ids)), (
            f"{name}: {sorted(i for i in ids if ids.count(i) > 1)[:5]}"
        )


def language_of(element: html.HtmlElement) -> str:
    for node in (element, *element.iterancestors()):
        if node.get("lang"):
            return str(node.get("lang"))
    return ""


def texts(page: html.HtmlElement) -> Iterator[tuple[str, str]]:
    for element in page.iter():
        if isinstance(element.tag, str) and element.tag not in ("script", "style"):
            if element.text and element.text.strip():
                yield language_of(element), element.text
            parent = element.getparent()
            if parent is not None and element.tail and element.tail.strip():
                yield language_of(parent), element.tail


def test_every_text_says_its_language(pages: dict[str, html.HtmlElement]) -> None:
    for name, page in pages.items():
        expected = "en" if name.startswith("en/") else "lo"
        assert page.get("lang") == expected, name
        for language, text in texts(page):
            if LAO.search(text):
                assert language == "lo", f"{name}: {text[:60]}"
            elif ENGLISH_PASSAGE.search(text):
                assert language == "en", f"{name}: {text[:60]}"


def test_no_invisible_characters_and_no_marks_left(pages: dict[str, html.HtmlElement]) -> None:
    for name, page in pages.items():
        if name.endswith("notices.html"):
            continue
        text = page.text_content()
        assert not re.search("[\u200b\u200c\u200d\u2060\ufeff\u00ad]", text), name
        for mark in ("{fact}", "{term}", "[@", ":::", "{#", "]("):
            assert mark not in text, f"{name}: {mark}"


def test_the_draft_says_so(pages: dict[str, html.HtmlElement], curriculum: Curriculum) -> None:
    for lesson in curriculum.lessons:
        page = pages[f"{lesson.module}/{lesson.id}.html"]
        assert curriculum.word("draft", "lo") in page.text_content()


def test_the_manifest_names_every_file(site: Path, curriculum: Curriculum) -> None:
    manifest = json.loads((site / "manifest.json").read_text("utf-8"))
    files = {p.relative_to(site).as_posix(): p for p in site.rglob("*") if p.is_file()}
    assert manifest["version"] == curriculum.cover.version
    assert {entry["path"] for entry in manifest["files"]} == set(files) - {"manifest.json"}
    assert all(files[entry["path"]].stat().st_size == entry["bytes"] for entry in manifest["files"])


def test_two_builds_in_different_folders_are_the_same(site: Path, tmp_path: Path) -> None:
    other = a_root(tmp_path)
    ok, _ = build(other, Order(), lambda line: None)
    assert ok
    assert (other / "site/manifest.json").read_bytes() == (site / "manifest.json").read_bytes()


def test_one_deck_is_built_into_the_site_that_is_there(built_root: Path, tmp_path: Path) -> None:
    root = a_root(tmp_path)
    (root / "site").mkdir()
    (root / "site/old.txt").write_text("kept")
    ok, _ = build(root, Order("decks", module="foundations", edition="lo"), lambda line: None)
    assert ok
    manifest = json.loads((root / "site/manifest.json").read_text("utf-8"))
    paths = [entry["path"] for entry in manifest["files"]]
    assert paths == ["downloads/decks/foundations.lo.pptx", "old.txt"]
    whole = (built_root / "site" / paths[0]).read_bytes()
    assert (root / "site" / paths[0]).read_bytes() == whole


def test_an_error_leaves_the_site_untouched(tmp_path: Path) -> None:
    root = a_root(tmp_path)
    (root / "site").mkdir()
    (root / "site/index.html").write_text("the old site")
    facts = root / "curriculum/facts.yaml"
    facts.write_bytes(facts.read_bytes() + b"\xff\xfe")
    ok, read = build(root, Order(), lambda line: None)
    assert not ok
    assert "file-not-utf8" in {finding.rule for finding in read.findings}
    assert [p.name for p in (root / "site").iterdir()] == ["index.html"]


def test_a_missing_interface_word_is_named_and_the_site_stays(tmp_path: Path) -> None:
    root = a_root(tmp_path)
    (root / "site").mkdir()
    (root / "site/index.html").write_text("the old site")
    words = root / "curriculum/words.yaml"
    lines = [
        line for line in words.read_text("utf-8").splitlines() if "id: trainer-view," not in line
    ]
    words.write_text("\n".join(lines) + "\n", "utf-8")
    said: list[str] = []
    ok, _ = build(root, Order("site"), said.append)
    assert not ok
    assert "curriculum/words.yaml has no word `trainer-view`" in said[-1]
    assert [p.name for p in (root / "site").iterdir()] == ["index.html"]
