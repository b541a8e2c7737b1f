"""A small curriculum for the tests of pages; `python -m tests.pages_case` writes the expected pages."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import yaml

from build_tools.load import load
from build_tools.model import Curriculum, Text, Word
from build_tools.output import write
from build_tools.render.measure import Ruler
from build_tools.render.pages import DeckFile, Notice, render_pages
from build_tools.translation import states

ROOT = Path(__file__).parent.parent
CASES = Path(__file__).parent / "cases/pages"
_BASICS = Text(en="Basics", lo="ພື້ນຖານ")
_DAY = Text(en="Day 1: The day")
_TEST = Text(en="Pre-test", lo="ແບບທົດສອບກ່ອນຮຽນ")
_FILES = (
    DeckFile("one-day-pre-test", _TEST, "pre-test", "one-day", None, "lo",
             "downloads/decks/one-day-pre-test.lo.pptx", 88_000, 12, 0, 20, ""),
    DeckFile("basics", _BASICS, "module", "basics", None, "lo-en",
             "downloads/decks/basics.lo-en.pptx", 0, 0, 0, 0, ""),
    DeckFile("basics", _BASICS, "module", "basics", None, "lo",
             "downloads/decks/basics.lo.pptx", 1_240_000, 24, 3, 90, "assets/decks/basics.lo.svg"),
    DeckFile("one-day-day-1", _DAY, "day", "one-day", 1, "en",
             "downloads/decks/one-day-day-1.en.pptx", 20_400, 31, 0, 60,
             "assets/decks/one-day-day-1.en.svg"),
)  # fmt: skip
DECKS = {file.path: file for file in _FILES}
PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 989 181"/>'
DOWNLOADS = {file.path: b"deck" for file in _FILES} | {
    file.picture: PICTURE for file in _FILES if file.picture
}
"""What the pages of decks link to and show."""
NOTICES = (
    Notice("a-font", "1.0", "OFL-1.1", "https://example.org/font", "Free *to* use\n\n<all>"),
)


def _word(word_id: str, text: str) -> Word:
    """A word that says its own id and its slots, so that a change of wording changes no page."""
    slots = "".join(f" {slot}" for slot in re.findall(r"\{\w+\}", text))
    return Word(id=word_id, en=f"({word_id}{slots})", lo=f"(ລາວ {word_id}{slots})")


@lru_cache(maxsize=1)
def small_curriculum() -> Curriculum:
    """The curriculum of `cases/pages/source`, with the ids of the real interface words."""
    source = CASES / "source"
    files = {path.relative_to(source).as_posix(): path.read_bytes()
             for path in sorted(source.rglob("*")) if path.is_file()}  # fmt: skip
    whole = load(files).curriculum
    assert whole is not None
    real = yaml.safe_load((ROOT / "curriculum/words.yaml").read_text("utf-8"))
    return replace(whole, words={word["id"]: _word(word["id"], word["en"]) for word in real})


def without_forms(page: bytes) -> bytes:
    """The page with each form of an item cut down to its id: forms have cases of their own."""
    form = re.compile(rb'<form class="tot-item" id="([^"]+)".*?</form>', re.DOTALL)
    return form.sub(rb"<form id=\1></form>", page)


@lru_cache(maxsize=1)
def small_pages() -> dict[str, bytes]:
    """The pages of the small curriculum; it has no figures, so nothing is measured."""
    whole = small_curriculum()
    return render_pages(whole, states(whole), Ruler({}), DECKS, NOTICES)


if __name__ == "__main__":
    write(CASES / "expected", {path: without_forms(page) for path, page in small_pages().items()})
