"""The engine wraps the pages of the small curriculum, the same each time and asking nothing of others."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from build_tools import assets
from build_tools.engine import EngineFailed, build_site
from build_tools.model import LANGUAGES
from build_tools.render.pages import nav
from tests.pages_case import ROOT, small_curriculum, small_pages
from tests.site_case import pages_of, target


def build(
    folder: Path, pages: dict[str, bytes] | None = None, address: str | None = None
) -> dict[str, bytes]:
    """The site of the small curriculum, built in a folder that holds only what the engine reads."""
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "build_tools/theme", folder / "build_tools/theme")
    whole = small_curriculum()
    whole = replace(whole, cover=whole.cover.model_copy(update={"address": address}))
    navs = {language: nav(whole, language) for language in LANGUAGES}
    return build_site(folder, pages or small_pages(), navs, whole)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return {**build(tmp_path_factory.mktemp("engine")), **assets.site_assets(ROOT)}


def test_same_source_same_bytes(site: dict[str, bytes], tmp_path: Path) -> None:
    again = {**build(tmp_path), **assets.site_assets(ROOT)}
    assert again == site


def test_lao_stands_at_the_root_and_english_below_en(site: dict[str, bytes]) -> None:
    pages = pages_of(site)
    sources = {path.removesuffix(".md").removeprefix("lo/") for path in small_pages()}
    assert set(pages) == {f"{path}.html" for path in sources} | {"404.html"}
    for path, page in pages.items():
        assert page.language == ("en" if path.startswith("en/") else "lo"), path


def test_the_switch_leads_to_the_same_page_and_back(site: dict[str, bytes]) -> None:
    pages = pages_of(site)
    del pages["404.html"]
    for path, page in pages.items():
        other = target(path, page.switch["href"])
        assert other == (path.removeprefix("en/") if path.startswith("en/") else f"en/{path}")
        assert page.switch["lang"] == page.switch["hreflang"] == pages[other].language
        assert target(other, pages[other].switch["href"]) == path


def test_only_what_pages_use_is_kept(site: dict[str, bytes]) -> None:
    rest = {path for path in site if path.startswith("assets/") or not path.endswith(".html")}
    assert rest == set(assets.site_assets(ROOT))


def test_nasty_titles_stay_words(site: dict[str, bytes]) -> None:
    page = site["en/basics/first-steps.html"].decode()
    words = "First steps: *stars*, _lines_ &amp; &lt;tags&gt; [x] {y} `z` #1"
    assert f"<title>{words} - A small curriculum</title>" in page
    assert f'aria-current="page"><span>{words}</span>' in page
    assert f'<h1 id="top">{words}</h1>' in page
    assert '<a href="#people-and-risks">People &amp; their risks</a>' in page


def test_only_the_open_module_lists_its_lessons(site: dict[str, bytes]) -> None:
    def navigation(path: str) -> str:
        return site[path].decode().split('id="tot-nav"', 1)[1].split("</nav>", 1)[0]

    assert "second-steps.html" in navigation("basics/first-steps.html")
    assert "second-steps.html" not in navigation("index.html")


def test_the_page_for_wrong_addresses_stands_alone(site: dict[str, bytes]) -> None:
    page = pages_of(site)["404.html"]
    text = site["404.html"].decode()
    assert page.links == ["index.html", "en/index.html"]
    assert not re.search(r"<(link|script|img)\b|url\(", text)
    assert '<section lang="lo">' in text and '<section lang="en">' in text


def test_a_published_site_has_a_map_and_absolute_ways_home(tmp_path: Path) -> None:
    site = build(tmp_path, address="https://example.org/course")
    assert b"<loc>https://example.org/course/en/basics/index.html</loc>" in site["sitemap.xml"]
    assert b'href="https://example.org/course/en/index.html"' in site["404.html"]
    assert (
        b'<link rel="canonical" href="https://example.org/course/glossary.html">'
        in site["glossary.html"]
    )


def test_a_failure_shows_the_log_of_the_engine(tmp_path: Path) -> None:
    pages = {path: page for path, page in small_pages().items() if path != "en/glossary.md"}
    with pytest.raises(EngineFailed, match=r"glossary\.md"):
        build(tmp_path, pages)


def test_a_build_prints_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    build(tmp_path)
    assert tuple(capfd.readouterr()) == ("", "")


def test_a_bare_mkdocs_build_ends_with_one_line(tmp_path: Path) -> None:
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    done = subprocess.run([sys.executable, "-m", "mkdocs", "build"], cwd=tmp_path, capture_output=True,
                          text=True, check=False)  # fmt: skip
    said = f"{done.stdout}{done.stderr}".strip()
    assert done.returncode != 0
    assert "run `./tot build`" in said and len(said.splitlines()) == 1
    assert not (tmp_path / "site").exists()


def test_the_theme_speaks_lao_wholly() -> None:
    def words(text: str) -> dict[str, str]:
        return dict(re.findall(r'^  "([^"]+)": "(.*?)",?$', text, re.MULTILINE))

    theme = files("material") / "templates/partials/languages/en.html"
    english = words(theme.read_text("utf-8"))
    lao = words((ROOT / "build_tools/theme/partials/languages/lo.html").read_text("utf-8"))
    assert list(lao) == list(english) and len(lao) == 55
    settings = {
        "direction",
        "search.config.lang",
        "search.config.pipeline",
        "search.config.separator",
    }
    same = {key for key in lao if lao[key] == english[key]}
    assert same <= settings and lao["language"] == "lo"
