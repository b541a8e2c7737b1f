"""Bytes that the interactive tools add to a page, plain and as a web server sends them (gzip).

`python -m bench.tools` reads the built site (`./tot build site` first) and prints: what every page
with a tool loads once, and what each tool adds to that: its own script and style, and its HTML in
the Lao page.
"""

from __future__ import annotations

import gzip
import sys
from pathlib import Path

from lxml import html

from build_tools.tools import TOOLS, Calculator

ROOT = Path(__file__).parent.parent
SITE = ROOT / "site"
SHARED = ("lao.js", "scoring.js", "tools/exact.js", "tool-file.js", "tool.css")
OF_CALCULATORS = (
    "worked.js", "chart.js", "tool-field.js", "tool-paper.js", "tool.js", "figure.css"
)  # fmt: skip
OF_SORTINGS = ("sorting.js", "sorting.css")


def weight(data: bytes) -> tuple[int, int]:
    """Bytes as they are and gzipped."""
    return len(data), len(gzip.compress(data, 9, mtime=0))


def scripts(*names: str) -> tuple[int, int]:
    """The summed weight of files of `site/assets/tot/`; those that a tool does not have count 0."""
    paths = [SITE / "assets/tot" / name for name in names]
    weights = [weight(path.read_bytes()) for path in paths if path.is_file()]
    return sum(one for one, _ in weights), sum(two for _, two in weights)


def of_page(tool: str) -> tuple[int, int]:
    """The weight of the tool's own HTML on its Lao page."""
    tree = html.parse(str(SITE / f"tools/{tool}.html"))
    (element,) = tree.xpath("//*[contains(concat(' ', @class, ' '), ' tot-tool ')]")
    return weight(html.tostring(element, encoding="utf-8"))


def main() -> None:
    """Nothing; prints the table."""
    if not (SITE / "tools").is_dir():
        sys.exit("There is no site/tools/: run ./tot build first.")
    rows = [
        ("every tool, once for all", *scripts(*SHARED), 0, 0),
        ("every calculator", *scripts(*OF_CALCULATORS), 0, 0),
        ("every sorting", *scripts(*OF_SORTINGS), 0, 0),
    ]
    for name in TOOLS:
        own = scripts(f"tools/{name}.js", f"tools/{name}.css")
        rows.append((name, *own, *of_page(name)))
    print(f"{'':28}{'script and style':>24}{'HTML (Lao page)':>24}")
    print(f"{'':28}{'plain':>12}{'gzip':>12}{'plain':>12}{'gzip':>12}")
    for name, *numbers in rows:
        print(f"{name:28}" + "".join(f"{number:>12,}" for number in numbers))
    calculators = [name for name, tool in TOOLS.items() if isinstance(tool, Calculator)]
    first = sum(row[2] for row in rows[:2]) + sum(
        row[2] + row[4] for row in rows if row[0] == calculators[0]
    )
    print(f"first calculator on a cold phone: {first:,} bytes gzipped ({calculators[0]})")


if __name__ == "__main__":
    main()
