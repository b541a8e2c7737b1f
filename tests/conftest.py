"""What many tests share: the real curriculum, the built site and a real browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from build_tools.build import Order, build
from build_tools.load import load
from build_tools.model import Curriculum
from build_tools.reading import SOURCE_FOLDERS, read_sources
from tests.browser_case import served

ROOT = Path(__file__).parent.parent

CHROMIUM_FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--host-resolver-rules=MAP pi.test 127.0.0.1",
]  # fmt: skip


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's root."""
    return ROOT


@pytest.fixture(scope="session")
def curriculum() -> Curriculum:
    """The real curriculum."""
    whole = load(read_sources(ROOT).files).curriculum
    assert whole is not None
    return whole


def chromium() -> str:
    """The path of the Chromium that `tot test` names in TOT_CHROMIUM, or of the one on the PATH."""
    names = ("chromium", "chromium-browser", "google-chrome")
    path = os.environ.get("TOT_CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    assert path, "No Chromium found: run ./tot test, which finds or installs one."
    return path


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens empty pages with the network off, `new_page(width=320, java_script_enabled=False)`."""
    opened: list[BrowserContext] = []

    def made(*, width: int = 360, height: int = 800, **settings: Any) -> Page:
        viewport: Any = {"width": width, "height": height}
        opened.append(browser.new_context(viewport=viewport, offline=True, **settings))
        return opened[-1].new_page()

    yield made
    for context in opened:
        context.close()


def a_root(folder: Path) -> Path:
    """A project root in this folder: its own sources, the real machine and packages."""
    for name in SOURCE_FOLDERS:
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for name in ("build_tools", "node_modules"):
        (folder / name).symlink_to(ROOT / name)
    return folder


@pytest.fixture(scope="session")
def built_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A root in which the whole real curriculum has been built into `site/`."""
    root = a_root(tmp_path_factory.mktemp("built"))
    said: list[str] = []
    ok, read = build(root, Order(), said.append)
    assert ok, [str(finding) for finding in read.findings if finding.level == "error"] + said
    return root


@pytest.fixture(scope="session")
def site(built_root: Path) -> Path:
    """The built site."""
    return built_root / "site"


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """The address at which the built site is served."""
    with served(site) as address:
        yield address


@pytest.fixture(params=["file", "http"])
def base(request: pytest.FixtureRequest, site: Path) -> str:
    """The address of the site: its folder, or a server on this machine."""
    if request.param == "file":
        return site.as_uri()
    return str(request.getfixturevalue("server"))


@pytest.fixture(params=["file", "http", "pi"])
def anywhere(request: pytest.FixtureRequest, site: Path) -> str:
    """The address of the site: its folder, this machine, or plain http by a name that is not trusted."""
    if request.param == "file":
        return site.as_uri()
    address = str(request.getfixturevalue("server"))
    return address.replace("127.0.0.1", "pi.test") if request.param == "pi" else address
