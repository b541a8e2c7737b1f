"""Bytes over the wire of each kind of page, and the time until a lesson can be read on a slow line.

`python -m bench.weight [SITE]` reads a built site (`./tot build` first) and opens it in Chromium
over http. The server sends what web servers usually compress (pages, styles, scripts, drawings)
with gzip -6, fonts as they are, and lets all be kept; header bytes are not counted. Printed are, in
each language: a first visit with nothing kept, and a later page with only what is new; the growth
of a lesson's page from 8 to 200 lessons; and the first and the largest paint of text on two profiles
of a phone with a processor four times slower than this one.
"""

from __future__ import annotations

import gzip
import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from bench.synthetic import curriculum_files
from build_tools import assets, engine
from build_tools.load import load
from build_tools.model import LANGUAGES
from build_tools.render.measure import Ruler
from build_tools.render.pages import nav, render_pages
from build_tools.translation import states

ROOT = Path(__file__).parent.parent
KINDS = {
    "lesson": "foundations/life-cycle-risks.html",
    "lesson with a tool": "programme-design/benefit-level.html",
    "both languages": "foundations/life-cycle-risks.lo-en.html",
    "home": "index.html",
    "learning": "learning/index.html",
    "module": "foundations/index.html",
    "training": "tracks/officials-workshop.html",
    "test": "tests/foundations-pre.html",
    "tools": "tools/index.html",
    "calculator": "tools/grant-value.html",
    "sorting": "tools/budget-sorting.html",
    "decks": "decks.html",
    "glossary": "glossary.html",
    "facts": "facts.html",
    "status": "status.html",
    "collect": "trainer/collect.html",
    "result": "learning/result.html",
    "certificate": "learning/certificate.html",
    "verify": "trainer/verify.html",
    "notices": "notices.html",
}
"""One page of each kind."""
FIRST = KINDS["lesson"]
TYPES = {
    ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml",
    ".js": "text/javascript; charset=utf-8", ".woff2": "font/woff2",
}  # fmt: skip
LINES = {"fast 3G": (1_600_000, 150), "slow 3G": (400_000, 400)}
"""Bits a second and milliseconds there and back."""
PAINTS = """() => new Promise((done, fail) => {
    const first = performance.getEntriesByName("first-contentful-paint")[0];
    new PerformanceObserver(list => done([first.startTime, list.getEntries().pop().startTime]))
        .observe({ type: "largest-contentful-paint", buffered: true });
    setTimeout(() => fail(new Error("nothing was painted")), 9000);
})"""


class Sent(NamedTuple):
    """One answer of the server."""

    path: str
    bytes: int


def zipped(path: Path) -> bytes:
    """A file as it goes over the wire."""
    data = path.read_bytes()
    return data if path.suffix == ".woff2" else gzip.compress(data, 6, mtime=0)


@contextmanager
def served(site: Path) -> Iterator[tuple[str, list[Sent]]]:
    """The address of a server of this site, and what it has sent; missing files count no bytes."""
    sent: list[Sent] = []

    class Answer(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            name = unquote(urlsplit(self.path).path).lstrip("/")
            path = site / name
            found = path.is_file()
            body = zipped(path) if found else b""
            sent.append(Sent(name, len(body)))
            self.send_response(200 if found else 404)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "max-age=3600")
            if found:
                self.send_header("Content-Type", TYPES[path.suffix])
                if path.suffix != ".woff2":
                    self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as http:
        threading.Thread(target=http.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{http.server_address[1]}", sent
        finally:
            http.shutdown()


def visit(context: BrowserContext, address: str, path: str, sent: list[Sent]) -> list[Sent]:
    """What a visit brings over the wire, heaviest first; what the context keeps is not sent again."""
    before = len(sent)
    page = context.new_page()
    page.goto(f"{address}/{path}", wait_until="networkidle")
    page.close()
    return sorted(sent[before:], key=lambda one: -one.bytes)


def first_visit(browser: Browser, site: Path, path: str) -> list[Sent]:
    """What a phone that knows nothing of the site must load for this page."""
    with served(site) as (address, sent):
        context = browser.new_context(viewport={"width": 360, "height": 740})
        found = visit(context, address, path, sent)
        context.close()
    return found


def later_visits(browser: Browser, site: Path, paths: list[str]) -> dict[str, list[Sent]]:
    """What each page adds for a phone that has read one lesson, and these pages before it."""
    with served(site) as (address, sent):
        context = browser.new_context(viewport={"width": 360, "height": 740})
        start = f"en/{FIRST}" if paths[0].startswith("en/") else FIRST
        visit(context, address, start, sent)
        found = {path: visit(context, address, path, sent) for path in paths}
        context.close()
    return found


def weight(sent: list[Sent]) -> int:
    """The bytes of a visit."""
    return sum(one.bytes for one in sent)


def lesson_at(modules: int) -> dict[str, int]:
    """The bytes of the first lesson's page in a curriculum of this many modules of four lessons."""
    curriculum = load(curriculum_files(modules)).curriculum
    assert curriculum is not None
    ruler = Ruler(assets.ruler_fonts(ROOT))
    pages = render_pages(curriculum, states(curriculum), ruler, {}, assets.notices(ROOT))
    navs = {language: nav(curriculum, language) for language in LANGUAGES}
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(ROOT / "mkdocs.yml", folder)
        (Path(folder) / "build_tools").symlink_to(ROOT / "build_tools")
        site = engine.build_site(Path(folder), pages, navs, curriculum)
    return {path: len(gzip.compress(site[path], 6, mtime=0)) for path in (FIRST, f"en/{FIRST}")}


def seconds_to_read(browser: Browser, site: Path, path: str, line: str) -> tuple[float, float]:
    """Seconds to the first and to the largest paint of text on a slow line and a slow phone."""
    bits, delay = LINES[line]
    with served(site) as (address, _):
        context = browser.new_context(viewport={"width": 360, "height": 740})
        page = context.new_page()
        control = context.new_cdp_session(page)
        control.send("Network.enable")
        control.send("Network.emulateNetworkConditions", {
            "offline": False, "latency": delay,
            "downloadThroughput": bits / 8, "uploadThroughput": bits / 16,
        })  # fmt: skip
        control.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        page.goto(f"{address}/{path}", wait_until="networkidle")
        first, largest = page.evaluate(PAINTS)
        context.close()
    return first / 1000, largest / 1000


def told(name: str, visits: Mapping[str, list[Sent]]) -> None:
    """Nothing; prints one line for each language."""
    for path, sent in visits.items():
        heaviest = ", ".join(f"{one.path} {one.bytes:,}" for one in sent[:3])
        print(
            f"{name:28}{'en' if path.startswith('en/') else 'lo':4}{weight(sent):>8,}  {heaviest}"
        )


def main(site: Path) -> None:
    """Nothing; prints the figures."""
    chromium = os.environ.get("TOT_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        print("first visit, bytes")
        for name, path in KINDS.items():
            told(name, {p: first_visit(browser, site, p) for p in (path, f"en/{path}")})
        print("a later lesson, bytes")
        for start in ("", "en/"):
            lessons = sorted(p.relative_to(site).as_posix() for p in site.glob(f"{start}*/*.lo-en.html")
                             if start or p.relative_to(site).parts[0] != "en")  # fmt: skip
            paths = [path.replace(".lo-en.html", ".html") for path in lessons]
            for path, sent in later_visits(
                browser, site, [p for p in paths if FIRST not in p]
            ).items():
                told(Path(path).stem, {path: sent})
        print("seconds to the first and the largest paint of the first lesson")
        for line in LINES:
            for path in (FIRST, f"en/{FIRST}"):
                first, largest = seconds_to_read(browser, site, path, line)
                print(f"{line:10}{path:44}{first:6.2f}{largest:6.2f}")
        browser.close()
    few, many = lesson_at(2), lesson_at(50)
    for path in few:
        print(f"{path}: 8 lessons {few[path]:,}, 200 lessons {many[path]:,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site")
