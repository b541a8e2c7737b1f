"""Decks drawn by LibreOffice: every slide is there, and Lao is drawn in a Lao face.

One edition of the sample runs always; the other editions and the real decks are long proofs.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from build_tools.build import deck_modules
from build_tools.model import Curriculum, Edition
from build_tools.render.deck import deck
from tests import deck_case as case
from tests.figure_case import ruler

SLOW = pytest.mark.slow


def run(*command: Any) -> str:
    parts = [str(part) for part in command]
    return subprocess.run(parts, check=True, capture_output=True, text=True, timeout=300).stdout


def drawn(data: bytes, folder: Path) -> tuple[int, str]:
    """The number of pages and the list of fonts of the PDF that LibreOffice makes of a deck."""
    path = folder / "deck.pptx"
    path.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, path)
    pages = re.search(r"Pages:\s+(\d+)", run("pdfinfo", folder / "deck.pdf"))
    assert pages
    return int(pages[1]), run("pdffonts", folder / "deck.pdf")


def check_fonts(fonts: str, edition: Edition) -> None:
    assert "DejaVu" not in fonts
    assert "Carlito" in fonts or "Calibri" in fonts
    assert edition == "en" or "Phetsarath" in fonts


@pytest.mark.parametrize(
    "edition", ["lo-en", pytest.param("lo", marks=SLOW), pytest.param("en", marks=SLOW)]
)
def test_the_sample_deck(edition: Edition, tmp_path: Path) -> None:
    pages, fonts = drawn(case.made(edition), tmp_path)
    assert pages == len(case.planned(edition))
    check_fonts(fonts, edition)


@SLOW
@pytest.mark.parametrize("edition", ["lo", "en", "lo-en"])
def test_the_real_decks(edition: Edition, tmp_path: Path, curriculum: Curriculum) -> None:
    for module in deck_modules(curriculum):
        data = deck(curriculum, module, edition, ruler()).data
        pages, fonts = drawn(data, tmp_path)
        assert pages == len(case.slides(data))
        assert "DejaVu" not in fonts
