"""CPU time of load + check + HTML of both languages, next to mkdocs with Material on the same text.

`python -m bench.pages [MODULES] [ROUNDS]` measures two curricula: `prose` (lessons only, the same
text for both) and `whole` (with slides, figures and items, which ours also loads and checks; mkdocs
gets the texts of items and figures as lists). Ours and theirs run in one rotation; printed are the
seconds of each round, the median ratio, and how our time grows with the number of lessons.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from bench.synthetic import ROOT, curriculum_files, plain_pages, without_items
from build_tools.output import write

OURS = """
import sys
from pathlib import Path
from build_tools import assets
from build_tools.check import check
from build_tools.load import load
from build_tools.reading import read_sources
from build_tools.render.measure import Ruler
from build_tools.render.pages import render_pages
from build_tools.translation import states
curriculum = load(read_sources(Path(sys.argv[1])).files).curriculum
check(curriculum)
root = Path(sys.argv[2])
ruler = Ruler(assets.ruler_fonts(root))
render_pages(curriculum, states(curriculum), ruler, {}, assets.notices(root))
"""

MKDOCS = """site_name: The same text
docs_dir: docs
use_directory_urls: false
theme: {name: material, font: false}
markdown_extensions: [attr_list, tables, footnotes]
plugins:
  search: {}
  i18n:
    docs_structure: folder
    languages:
      - {locale: en, name: English, default: true}
      - {locale: th, name: Lao, build: true}
"""
"""The theme has no Lao; Thai stands in for it, which changes interface words only."""


def cpu(command: list[str], folder: Path) -> float:
    """CPU seconds of a command, user and system, with its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)


def ours(files: Mapping[str, bytes], folder: Path) -> list[str]:
    """Our command, with what it reads laid out in the folder."""
    write(folder, files)
    return [sys.executable, "-c", OURS, str(folder), str(ROOT)]


def theirs(files: Mapping[str, bytes], folder: Path, *, items: bool) -> list[str]:
    """Their command, with the same text laid out in the folder."""
    pages = plain_pages(files, items=items)
    write(folder / "docs", {path.replace("lo/", "th/", 1): text for path, text in pages.items()})
    write(folder, {"mkdocs.yml": MKDOCS.encode()})
    return [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(folder / "mkdocs.yml")]


def compare(
    name: str, files: Mapping[str, bytes], rounds: int, folder: Path, *, items: bool
) -> None:
    """Nothing; prints the rounds and the median ratio of one curriculum."""
    mine = ours(files, folder / "ours")
    other = theirs(files, folder / "theirs", items=items)
    pairs = [(cpu(mine, folder), cpu(other, folder)) for _ in range(rounds)]
    for one, two in pairs:
        print(f"{name}: ours {one:6.2f} s, mkdocs {two:6.2f} s, ratio {one / two:.2f}")
    print(f"{name}: median ratio {statistics.median(one / two for one, two in pairs):.2f}")


def main(modules: int, rounds: int) -> None:
    """Nothing; prints the figures."""
    whole = curriculum_files(modules)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        compare("prose", without_items(whole), rounds, folder / "prose", items=False)
        compare("whole", whole, rounds, folder / "whole", items=True)
        for count in (modules // 4, modules // 2, modules):
            command = ours(curriculum_files(count), folder / str(count))
            seconds = cpu(command, folder)
            print(
                f"growth: {count * 4} lessons {seconds:.2f} s, {seconds / count / 4:.3f} s a lesson"
            )


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    main(*(numbers + [50, 3][len(numbers) :]))
