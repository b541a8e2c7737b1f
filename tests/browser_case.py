"""A site under test: served to this machine, and watched for what a browser complains about."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Page, Request

LEFT = "net::ERR_ABORTED"  # the page was left before the answer came; a missing file says otherwise


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which this machine serves the folder to itself."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as http:
        threading.Thread(target=http.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{http.server_address[1]}"
        http.shutdown()


def watched(page: Page, within: str = "") -> list[str]:
    """What goes wrong on the page from now on: scripts, messages, requests failed or led outside."""
    wrong: list[str] = []

    def failed(request: Request) -> None:
        if request.failure != LEFT:
            wrong.append(f"{request.failure}: {request.url}")

    page.on("requestfailed", failed)
    page.on("request", lambda r: None if r.url.startswith(within) else wrong.append(r.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda m: wrong.append(m.text) if m.type in ("error", "warning") else None)
    return wrong
