"""Where lines of Lao end in Chromium, with our spans and without, and how many ends tear a word.

`python -m bench.linebreaks [SITE] [PAGES]` opens the Lao pages of a built site (`site/` unless
named; a number takes every n-th page only) in nine widths. Printed are, for each width, the line
ends and those that are bad. An end is good at a space and where Node's dictionary sees the edge of
a word, save inside a glossary term or a name, before a closing sign or ໆ, after an opening one.
A name or word of more than LONG letters may end a line between the shorter words it is made of.
The header is left out: its row of buttons, with the name of the site, is no column of text.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page, sync_playwright

from build_tools.lao import is_lao
from build_tools.load import load
from build_tools.reading import read_sources
from build_tools.render.keep import names

ROOT = Path(__file__).parent.parent
COLUMNS = range(210, 391, 22)
"""Widths of the text in CSS pixels: from a table's cell or a small phone to a large phone."""
BESIDE = 32
"""Pixels of a narrow window beside the text."""
LONG = 11
MOST = 40
"""Torn words that are printed, the most frequent first."""
CLOSING = ".,;:!?)]}»”’%ໆຯ"
OPENING = "([{«“‘"
SEGMENTER = """
const { readFileSync } = require("fs");
const [texts, long] = JSON.parse(readFileSync(0));
const segmenter = new Intl.Segmenter("lo", { granularity: "word" });
const words = (text) => [...segmenter.segment(text)];
const room = (text) => text.replace(/[\\u0eb1\\u0eb4-\\u0ebc\\u0ec8-\\u0ecd]/g, "").length;
const isWord = (text) => words(text).length === 1;
const inner = ({ segment, index }) => room(segment) <= long ? [] : [...Array(segment.length).keys()]
  .filter((place) => place && isWord(segment.slice(0, place)) && isWord(segment.slice(place)))
  .map((place) => index + place);
const edges = (text) => words(text).flatMap((one) => [one.index, ...inner(one)]);
console.log(JSON.stringify(texts.map(edges)));
"""

Runs = list[tuple[str, list[int]]]


class Measured(NamedTuple):
    """The line ends of one width, how many are bad, and the torn words."""

    ends: int
    bad: int
    torn: Counter[str]


def edges_of_words(texts: Sequence[str]) -> list[list[int]]:
    """Where the dictionary of Node sees words begin in each text."""
    node = shutil.which("node")
    assert node, "This bench asks Node for the edges of Lao words."
    given = json.dumps([texts, LONG])
    done = subprocess.run(
        [node, "-e", SEGMENTER], input=given, capture_output=True, text=True, check=True
    )
    edges: list[list[int]] = json.loads(done.stdout)
    return edges


def allowed(text: str, edges: Iterable[int], known: re.Pattern[str]) -> set[int]:
    """Where a line of this text may begin."""
    good = set(edges)
    for name in known.finditer(text):
        if len(letters(name[0])) <= LONG:
            good -= set(range(name.start() + 1, name.end()))
        good |= {name.start(), name.end()}
    good |= {space.end() for space in re.finditer(r"\s+", text)}
    return {
        place
        for place in good
        if place == len(text) or (text[place] not in CLOSING and text[place - 1] not in OPENING)
    }


def letters(text: str) -> str:
    """The text without marks above and below, which take no room on the line."""
    return re.sub("[\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd]", "", text)


def names_of_curriculum() -> re.Pattern[str]:
    """What finds the glossary's Lao forms and the names of provinces, the longest first."""
    curriculum = load(read_sources(ROOT).files).curriculum
    assert curriculum is not None
    ordered = sorted(set(names(curriculum)), key=lambda form: (-len(form), form))
    return re.compile("|".join(re.escape(form) for form in ordered))


def is_beside_lao(text: str, end: int) -> bool:
    """True if a line ends after or before Lao; ends within Latin words and numbers do not count."""
    return is_lao(text[:end].rstrip()[-1:] or " ") or is_lao(text[end])


def torn_word(text: str, place: int, good: Iterable[int]) -> str:
    """The word around a bad line end, the end marked."""
    spaces = [space.end() for space in re.finditer(r"\s+", text)]
    edges = {0, len(text), *good, *spaces}
    start = max(edge for edge in edges if edge < place)
    end = min(edge for edge in edges if edge > place)
    return f"{text[start:place]}|{text[place:end]}".strip()


def judge(runs: Runs, known: re.Pattern[str]) -> Measured:
    """How many of these line ends are bad, and the words they tear."""
    runs = [(text, [end for end in ends if is_beside_lao(text, end)]) for text, ends in runs]
    texts = sorted({text for text, _ in runs})
    edges = dict(zip(texts, edges_of_words(texts), strict=True))
    good = {text: allowed(text, edges[text], known) for text in texts}
    torn = Counter(
        torn_word(text, end, good[text]) for text, ends in runs for end in ends
        if end not in good[text]
    )  # fmt: skip
    return Measured(sum(len(ends) for _, ends in runs), torn.total(), torn)


def read_page(page: Page, path: Path) -> tuple[dict[int, Runs], dict[int, Runs], list[str]]:
    """The runs of a page in each width with spans and without, and what is wrong with its frame."""
    page.goto(path.resolve().as_uri())
    page.evaluate("document.fonts.ready")
    page.add_script_tag(path=ROOT / "bench" / "linebreaks.js")
    wrong = [f"{path}: span in {parent[:200]}" for parent in page.evaluate("straySpans()")]
    page.set_viewport_size({"width": 320, "height": 800})
    wide = page.evaluate("document.documentElement.scrollWidth")
    wrong += [f"{path}: {wide} px wide at 320"] * (wide > 320)
    wrong += [f"{path}: {text} sticks out at 320" for text in page.evaluate("spilled()")]
    spanned = runs_in_widths(page)
    page.evaluate("withoutSpans()")
    return spanned, runs_in_widths(page), wrong


def runs_in_widths(page: Page) -> dict[int, Runs]:
    """The runs of text with their line ends, for each width of the text."""
    made = {}
    for column in COLUMNS:
        page.set_viewport_size({"width": column + BESIDE, "height": 800})
        made[column] = [(text, ends) for text, ends in page.evaluate("lineEnds()")]
    return made


def report(name: str, runs: dict[int, Runs], known: re.Pattern[str]) -> Counter[str]:
    """The torn words; prints the figures of each width."""
    torn: Counter[str] = Counter()
    ends = bad = 0
    for column, found in runs.items():
        one = judge(found, known)
        print(f"{name} {column} px: {one.ends} line ends, {one.bad} bad, {one.bad / one.ends:.2%}")
        torn, ends, bad = torn + one.torn, ends + one.ends, bad + one.bad
    print(f"{name} all: {ends} line ends, {bad} bad, {bad / ends:.2%}")
    return torn


def main(site: Path, every: int) -> None:
    """Nothing; prints the figures and the words torn most."""
    pages = [
        path for path in sorted(site.rglob("*.html")) if path.relative_to(site).parts[0] != "en"
    ]
    spanned: dict[int, Runs] = {column: [] for column in COLUMNS}
    plain: dict[int, Runs] = {column: [] for column in COLUMNS}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page()
        for path in pages[::every]:
            ours, without, wrong = read_page(page, path)
            print(*wrong, sep="\n", end="\n" * bool(wrong))
            for column in COLUMNS:
                spanned[column] += ours[column]
                plain[column] += without[column]
        browser.close()
    known = names_of_curriculum()
    for name, runs in (("without spans", plain), ("with spans", spanned)):
        for word, times in report(name, runs, known).most_common(MOST):
            print(f"{times:6} {word}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else ROOT / "site", int((sys.argv[2:] or ["1"])[0]))
