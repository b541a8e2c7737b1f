"""What many tests share: the real curriculum, the built site and a real browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from build_tools.load import load
from build_tools.model import Curriculum
from build_tools.reading import read_sources

ROOT = Path(__file__).parent.parent

CHROMIUM_FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium: the one that `tot test` names in TOT_CHROMIUM, or the one on the PATH."""
    names = ("chromium", "chromium-browser", "google-chrome")
    path = os.environ.get("TOT_CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    assert path, "No Chromium found: run ./tot test, which finds or installs one."
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield opened
        opened.close()
