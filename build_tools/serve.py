"""A local preview: builds again when a source is saved, and reloads the open pages."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

QUIET_SECONDS = 0.4
"""Editors write a file in several steps; a build waits until this long nothing has changed."""

RELOAD = b"""<script>(function(){var seen;setInterval(function(){var r=new XMLHttpRequest();
r.open("GET","/__version");r.onload=function(){if(seen&&seen!==r.responseText)location.reload();
seen=r.responseText};r.send()},1000)})()</script>"""


class Preview(SimpleHTTPRequestHandler):
    """Serves the site; every page asks once a second whether a newer build is there."""

    version = 0

    def do_GET(self) -> None:
        """Nothing; answers with the version, a page with the reload script, or a plain file."""
        if self.path == "/__version":
            self._send(str(Preview.version).encode(), "text/plain")
            return
        path = Path(self.translate_path(self.path))
        # A folder without its slash is redirected by the library: relative links need the slash.
        if path.is_dir() and urlsplit(self.path).path.endswith("/"):
            path /= "index.html"
        if path.suffix == ".html" and path.is_file():
            self._send_page(path)
        else:
            super().do_GET()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Nothing; for an unknown address answers with the site's own page."""
        page = Path(self.directory) / "404.html"
        if code == 404 and self.command == "GET" and page.is_file():
            self._send_page(page, 404)
        else:
            super().send_error(code, message, explain)

    def _send_page(self, path: Path, status: int = 200) -> None:
        """Nothing; sends a page with the reload script."""
        page = path.read_bytes().replace(b"</body>", RELOAD + b"</body>")
        self._send(page, "text/html; charset=utf-8", status)

    def _send(self, content: bytes, kind: str, status: int = 200) -> None:
        """Nothing; sends an answer that browsers do not keep."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *arguments: object) -> None:
        """Nothing; requests are not logged."""


class _Changes(FileSystemEventHandler):
    """Notes that something changed."""

    def __init__(self) -> None:
        """A watcher that has seen nothing."""
        self.changed = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Nothing; sets the flag for events that write."""
        if event.event_type in ("created", "modified", "deleted", "moved"):
            self.changed.set()


def listen(root: Path, host: str, port: int) -> ThreadingHTTPServer:
    """A server of `site/` that holds its port and waits; raises OSError if it cannot have it."""
    return ThreadingHTTPServer((host, port), partial(Preview, directory=str(root / "site")))


def serve(
    server: ThreadingHTTPServer, root: Path, folders: tuple[str, ...], rebuild: Callable[[], bool]
) -> None:
    """Nothing; serves until interrupted. `rebuild` gives True if a new site stands."""
    changes, observer = _Changes(), Observer()
    for folder in folders:
        if (root / folder).is_dir():
            observer.schedule(changes, str(root / folder), recursive=True)
    observer.start()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        _rebuild_on_change(changes.changed, rebuild)
    finally:
        server.shutdown()
        observer.stop()
        observer.join()


def _rebuild_on_change(changed: threading.Event, rebuild: Callable[[], bool]) -> None:
    """Never comes back; builds after each burst of changes."""
    while True:
        changed.wait()
        while changed.is_set():
            changed.clear()
            changed.wait(QUIET_SECONDS)
        if rebuild():
            Preview.version += 1
