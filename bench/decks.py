"""Our decks next to those of pandoc and PptxGenJS with the same content: speed, size, soundness.

`python -m bench.decks [--module M] [--edition E] [--rounds N] [--pptxgenjs FOLDER]` plans the deck
of one module, hands its titles, points, tables, charts and notes to the others, and prints

- slides per CPU second (user and system, with the start of the process; ours also reads the
  module's sources, measures and splits), the three in rotation, and the median ratios;
- how the time grows: the deck once, twice and four times as long, what a further slide costs, and
  the ratios without the start;
- the size of a deck of 40 slides without pictures, and what its bytes are made of;
- what is in the decks and what is wrong with them: our accessibility lint and openxml-audit.

FOLDER holds node_modules/pptxgenjs; it may also be named in the variable PPTXGENJS.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from bench.deck_ours import ALL, longer, shorter
from bench.deck_peers import Content, Teller, markdown
from bench.deck_quality import quality, shares
from bench.pages import cpu
from bench.synthetic import ROOT
from build_tools import assets
from build_tools.load import load
from build_tools.model import EDITIONS, Curriculum, Edition
from build_tools.output import write
from build_tools.reading import read_sources
from build_tools.render.deck import outlines
from build_tools.render.deck.decks import DeckMaker
from build_tools.render.measure import Ruler

FORTY = 40
GROWTH = (1, 2, 4)
SCRIPT = Path(__file__).with_name("decks_pptxgenjs.js")
Commands = dict[str, list[str]]


class Job(NamedTuple):
    """One deck for every maker: how many slides it has, the commands and where the decks stand."""

    slides: int
    commands: Commands
    made: Mapping[str, Path]


class Bench:
    """The module that is measured in one edition, laid out for each maker in a folder."""

    def __init__(self, module: str, edition: Edition, pptxgenjs: str, folder: Path) -> None:
        self.edition, self.pptxgenjs, self.folder = edition, pptxgenjs, folder
        self.ruler = Ruler(assets.deck_fonts(ROOT))
        write(folder / "source", sources(module))
        self.curriculum = curriculum_in(folder / "source")

    def contents(self, times: int, plans: int) -> list[Content]:
        """What the slides say."""
        outline = shorter(longer(outlines(self.curriculum)[0], times), plans)
        slides = DeckMaker(self.curriculum, outline, self.edition, self.ruler, True).slides()
        teller = Teller(self.curriculum, self.edition, self.ruler)
        return [teller.slide(one) for one in slides]

    def job(self, name: str, times: int = 1, plans: int = ALL) -> Job:
        """A deck: its content written for the others, and the commands of all three."""
        slides = self.contents(times, plans)
        lang = "en-US" if self.edition == "en" else "lo-LA"
        given = {
            f"{name}.md": markdown(slides).encode(),
            f"{name}.json": json.dumps({"lang": lang, "slides": slides}).encode(),
        }
        write(self.folder, given)
        text, data = (str(self.folder / one) for one in given)
        made = {maker: self.folder / f"{name}-{maker}.pptx" for maker in MAKERS}
        ours, pandoc, script = map(str, made.values())
        options = [self.edition, str(times), str(plans)]
        commands = {
            "ours": [sys.executable, "-m", "bench.deck_ours", str(self.folder / "source"),
                     *options, ours],
            "pandoc": ["pandoc", "-f", "markdown", "--slide-level", "2", text, "-o", pandoc],
            "PptxGenJS": ["node", str(SCRIPT), self.pptxgenjs, data, script],
        }  # fmt: skip
        return Job(len(slides), commands, made)

    def forty(self) -> int:
        """How many slides as written become 40 when those that do not fit are split."""
        counts = (plans for plans in range(FORTY, 0, -1) if len(self.contents(1, plans)) <= FORTY)
        return next(counts)


MAKERS = ("ours", "pandoc", "PptxGenJS")


def sources(module: str) -> dict[str, bytes]:
    """The source files of one module and of what all modules share."""
    files = read_sources(ROOT).files
    others = ("modules/", "quizzes/", "curriculum/tracks/")
    mine = (f"modules/{module}/", f"quizzes/{module}.yaml")
    return {
        path: content
        for path, content in files.items()
        if path.startswith(mine) or not path.startswith(others)
    }


def curriculum_in(folder: Path) -> Curriculum:
    """The curriculum whose sources stand in a folder."""
    found = load(read_sources(folder).files).curriculum
    assert found is not None
    return found


def rounds_of(job: Job, rounds: int, folder: Path) -> dict[str, list[float]]:
    """CPU seconds of every maker in every round, in rotation."""
    times: dict[str, list[float]] = {maker: [] for maker in MAKERS}
    for _ in range(rounds):
        for maker in MAKERS:
            times[maker].append(cpu(job.commands[maker], folder))
    return times


def print_speed(job: Job, times: Mapping[str, list[float]]) -> None:
    """Nothing; prints rates and ratios."""
    print(f"{job.slides} slides; slides per CPU second in each round, and the median:")
    for maker, seconds in times.items():
        rates = [job.slides / one for one in seconds]
        shown = " ".join(f"{rate:6.1f}" for rate in rates)
        print(f"  {maker:12}{shown}   {statistics.median(rates):6.1f}")
    for maker in MAKERS[1:]:
        ratio = statistics.median(two / one for one, two in zip(times["ours"], times[maker]))
        print(f"  ours is {ratio:.2f} times as fast as {maker}")


def print_growth(jobs: Sequence[Job], times: Sequence[Mapping[str, list[float]]]) -> None:
    """Nothing; prints the time of longer decks, and what each further slide costs."""
    print("CPU seconds as the deck grows (the fastest round), and milliseconds per further slide:")
    further = {}
    for maker in MAKERS:
        best = [min(one[maker]) for one in times]
        shown = ", ".join(f"{job.slides} slides {one:.2f} s" for job, one in zip(jobs, best))
        steps = [
            1000 * (after - before) / (more.slides - fewer.slides)
            for (fewer, before), (more, after) in pairwise(zip(jobs, best))
        ]
        print(f"  {maker:12}{shown}; " + ", ".join(f"{step:.1f} ms" for step in steps))
        further[maker] = (jobs[-1].slides - jobs[0].slides) / (best[-1] - best[0])
    for maker in MAKERS[1:]:
        ratio = further["ours"] / further[maker]
        print(f"  once started, ours is {ratio:.2f} times as fast as {maker}")


def print_shares(job: Job) -> None:
    """Nothing; prints sizes and what the bytes serve."""
    print(f"bytes of the first {job.slides} slides; no deck has pictures:")
    rows = {maker: {"whole": path.stat().st_size, **shares(path.read_bytes())}
            for maker, path in job.made.items()}  # fmt: skip
    print_table(rows)


def print_table(columns: Mapping[str, Mapping[str, int | str]]) -> None:
    """Nothing; prints a column for each maker."""
    names = dict.fromkeys(name for column in columns.values() for name in column)
    print(f"  {'':32}" + "".join(f"{maker:>16}" for maker in columns))
    for name in names:
        cells = (column.get(name, 0) for column in columns.values())
        shown = (f"{cell:>16,}" if isinstance(cell, int) else f"{cell:>16}" for cell in cells)
        print(f"  {name:32}" + "".join(shown))


def missing(pptxgenjs: str) -> Iterable[str]:
    """What the computer lacks, and how to get it."""
    if shutil.which("pandoc") is None:
        yield "pandoc is missing: install it with the system's package manager."
    if shutil.which("node") is None:
        yield "node is missing: install Node.js."
    if not (Path(pptxgenjs) / "node_modules/pptxgenjs").is_dir():
        yield "PptxGenJS is missing: `npm install pptxgenjs@4.0.1` in a folder, named by --pptxgenjs."


def main() -> None:
    """Nothing; prints the figures."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--module", default="financing")
    options.add_argument("--edition", default="en", choices=EDITIONS)
    options.add_argument("--rounds", default=3, type=int)
    options.add_argument("--pptxgenjs", default=os.environ.get("PPTXGENJS", "."))
    given = options.parse_args()
    lacks = list(missing(given.pptxgenjs))
    if lacks:
        sys.exit("\n".join(lacks))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bench = Bench(given.module, given.edition, str(Path(given.pptxgenjs).resolve()), folder)
        print(f"module {given.module}, edition {given.edition}")
        jobs = [bench.job(f"times-{times}", times) for times in GROWTH]
        times = [rounds_of(job, given.rounds, folder) for job in jobs]
        print_speed(jobs[0], times[0])
        print_growth(jobs, times)
        forty = bench.job("forty", plans=bench.forty())
        rounds_of(forty, 1, folder)
        print_shares(forty)
        print("what the decks of the whole module hold, and what is wrong with them:")
        print_table({maker: quality(path, given.edition) for maker, path in jobs[0].made.items()})


if __name__ == "__main__":
    main()
