"""The search on 200 lessons in Chromium slowed down four times: time of a query, of loading, bytes.

`python -m bench.search [MODULES]` makes modules of four lessons (bench/synthetic.py) beside the real
curriculum's other pages, renders the pages without the engine (`render_pages`, each page wrapped in
the article that the engine gives it), and asks every query of tests/cases/search in a page opened
from a folder. Needs Chromium on the PATH or in TOT_CHROMIUM.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import sync_playwright

from bench.synthetic import ROOT, curriculum_files
from build_tools import assets
from build_tools.load import load
from build_tools.model import LANGUAGES, Curriculum, Language
from build_tools.output import write
from build_tools.render.measure import Ruler
from build_tools.render.pages import render_pages
from build_tools.render.search import search_files
from build_tools.render.search.data import texts
from build_tools.translation import states

SLOWER = 4
ROUNDS = 7
QUERIES = yaml.safe_load((ROOT / "tests/cases/search/queries.yaml").read_text("utf-8"))
HEADING = re.compile(r"^(#+) (.*) \{ #(\S+)(?: lang=(\S+))? \}$", re.MULTILINE)
PAGE = """<!doctype html><meta charset="utf-8"><script>
const began = performance.now(), given = {};
const totSearch = { data: (data) => { given.index = tot.search.prepare(data); given.ms = performance.now() - began; } };
</script><script src="lao.js"></script><script src="search.js"></script><script src="search/%s.js"></script>"""
ASK = """(queries) => queries.map((query) => {
  const began = performance.now();
  const { results } = tot.search.search(given.index, query);
  return [performance.now() - began, results.length];
})"""


def finished(pages: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """The pages as the engine finishes them, as far as the search reads them."""
    for path, page in pages.items():
        body = page.decode().split("---\n", 2)[2]
        body = HEADING.sub(r'<h\1 id="\3">\2</h\1>', body)
        body = re.sub(r"(</?h)(#+)", lambda found: found[1] + str(len(found[2])), body)
        name = re.sub(r"^lo/", "", path).replace(".md", ".html")
        text = re.sub(r"\\([^\w\s])", r"\1", body)
        yield name, f'<article class="md-content__inner">{text}</article>'.encode()


def site_of(modules: int) -> tuple[dict[str, bytes], Curriculum]:
    """The finished pages of a curriculum with this many modules, and the curriculum."""
    curriculum = load(curriculum_files(modules)).curriculum
    assert curriculum is not None
    ruler = Ruler(assets.ruler_fonts(ROOT))
    pages = render_pages(curriculum, states(curriculum), ruler, {}, assets.notices(ROOT))
    return dict(finished(pages)), curriculum


def measured(browser: Any, folder: Path, language: Language) -> None:
    """Nothing; prints the times of one language."""
    page = browser.new_page()
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto((folder / f"{language}.html").as_uri())
    page.wait_for_function("given.ms")
    queries = [case["query"] for case in QUERIES if case["language"] == language]
    asked = [[ms for ms, _ in page.evaluate(ASK, queries)] for _ in range(ROUNDS)]
    told("first asked", queries, asked[0])
    told(f"median of {ROUNDS}", queries, [statistics.median(times) for times in zip(*asked)])
    print(f"  loaded and made ready in {page.evaluate('given.ms'):.0f} ms")


def told(name: str, queries: list[str], times: list[float]) -> None:
    """Nothing; prints the median and the worst of the queries."""
    worst = queries[times.index(max(times))]
    middle = statistics.median(times)
    print(f"  {name}: median {middle:.1f} ms, worst {max(times):.1f} ms ({worst})")


def main(modules: int) -> None:
    """Nothing; prints the figures."""
    pages, curriculum = site_of(modules)
    files = search_files(pages, curriculum)
    path = os.environ.get("TOT_CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        web = ROOT / "build_tools/web"
        scripts = {file: (web / file).read_bytes() for file in ("lao.js", "search.js")}
        asking = {f"{language}.html": (PAGE % language).encode() for language in LANGUAGES}
        write(folder, files | scripts | asking)
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for language in LANGUAGES:
            read = texts(pages, language)
            raw = sum(len(text.encode()) for page in read for text in page.texts())
            size = len(files[f"search/{language}.js"])
            print(f"{language}: {len(read)} pages, {len(list(curriculum.lessons))} lessons; index "
                  f"{size:,} bytes, raw text {raw:,} bytes: {size / raw:.2f} times")  # fmt: skip
            measured(browser, folder, language)
        browser.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50)
