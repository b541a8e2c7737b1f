"""CPU time of load + check + HTML of both languages, next to mkdocs with Material on the same text.

`python -m bench.pages [MODULES] [ROUNDS]` prints the ratio of every round (ours, then theirs, in one
rotation), their median, and how our time grows with the number of lessons.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.synthetic import ROOT, curriculum_files, plain_pages
from build_tools.output import write

OURS = """
import sys
from pathlib import Path
from build_tools import assets
from build_tools.reading import read
from build_tools.render.measure import Ruler
from build_tools.render.pages import render_pages
from build_tools.translation import states
found = read(Path(sys.argv[1]))
assert not found.stops(), found.findings[:5]
root = Path(sys.argv[2])
ruler = Ruler.from_fonts(assets.ruler_fonts(root))
pages = render_pages(found.curriculum, states(found.curriculum), ruler, {}, assets.notices(root))
print(len(pages), sum(map(len, pages.values())))
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


def cpu(command: list[str], folder: Path) -> float:
    """CPU seconds of a command, user and system, with its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)


def prepare(modules: int, folder: Path) -> tuple[list[str], list[str]]:
    """Our command and theirs, with everything they read laid out in the folder."""
    files = curriculum_files(modules)
    write(folder / "ours", files)
    pages = {path.replace("lo/", "th/", 1): text for path, text in plain_pages(files).items()}
    write(folder / "theirs/docs", pages)
    write(folder / "theirs", {"mkdocs.yml": MKDOCS.encode()})
    ours = [sys.executable, "-c", OURS, str(folder / "ours"), str(ROOT)]
    theirs = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "-q",
        "-f",
        str(folder / "theirs/mkdocs.yml"),
    ]
    return ours, theirs


def main(modules: int, rounds: int) -> None:
    """Nothing; prints the figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours, theirs = prepare(modules, folder)
        pairs = [(cpu(ours, folder), cpu(theirs, folder)) for _ in range(rounds)]
        ratios = [mine / other for mine, other in pairs]
        growth = {}
        for count in (modules // 4, modules // 2, modules):
            command, _ = prepare(count, folder / str(count))
            growth[count * 4] = round(cpu(command, folder), 2)
    for mine, other in pairs:
        print(f"ours {mine:6.2f} s   mkdocs {other:6.2f} s   ratio {mine / other:.3f}")
    print(json.dumps({"lessons": modules * 4, "median ratio": round(statistics.median(ratios), 3),
                      "our CPU seconds by lessons": growth}))  # fmt: skip


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    main(*(numbers + [50, 3][len(numbers) :]))
