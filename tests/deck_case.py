"""The curriculum of `tests/cases/deck`, with every kind of slide, and its decks opened again."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from pptx import Presentation

from build_tools.load import load
from build_tools.model import Curriculum, Edition, Module
from build_tools.render.deck import Outline, deck, module_outline
from build_tools.render.deck.decks import DeckMaker, DeckSlide
from tests.figure_case import deck_ruler as ruler

ROOT = Path(__file__).parents[1]
CASES = Path(__file__).parent / "cases" / "deck"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


@cache
def curriculum() -> Curriculum:
    """The sample curriculum, with the interface words of the real one."""
    files = {
        path.relative_to(CASES).as_posix(): path.read_bytes()
        for path in CASES.rglob("*")
        if path.is_file()
    }
    words = "curriculum/words.yaml"
    loaded = load(files | {words: (ROOT / words).read_bytes()})
    assert loaded.curriculum is not None
    assert not [str(one) for one in loaded.findings if one.level == "error"]
    return loaded.curriculum


def module() -> Module:
    """Its one module."""
    return curriculum().modules[0]


def outline() -> Outline:
    """The deck of that module."""
    return module_outline(module())


@cache
def made(edition: Edition) -> bytes:
    """Its deck in one edition."""
    return deck(curriculum(), outline(), edition, ruler()).data


@cache
def planned(edition: Edition) -> tuple[DeckSlide, ...]:
    """The slides of its deck before they are written."""
    return DeckMaker(curriculum(), outline(), edition, ruler(), edition != "en").slides()


def opened(data: bytes) -> Any:
    """The deck read back by python-pptx."""
    return Presentation(BytesIO(data))


def slides(data: bytes) -> list[Any]:
    """The slides of a deck."""
    return list(opened(data).slides)


def texts(shape: Any) -> list[str]:
    """The paragraphs of a shape."""
    return ["".join(t.text or "" for t in p.iter(f"{A}t")) for p in shape._element.iter(f"{A}p")]


def runs(slide: Any) -> Iterator[tuple[Any, str]]:
    """The properties and the words of every run on a slide and in its notes."""
    for root in (slide._element, slide.notes_slide._element):
        for run in root.iter(f"{A}r"):
            yield run.find(f"{A}rPr"), run.find(f"{A}t").text or ""
