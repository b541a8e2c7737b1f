"""What is generated into docs/ is up to date, and every rule and box is documented."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from build_tools.findings import Place
from build_tools.guide import guide_files
from build_tools.load.boxes import BOXES, box_findings
from build_tools.markdown import parse_blocks
from build_tools.rules import RULES
from build_tools.schemas import schema_files

ROOT = Path(__file__).parent.parent
BASE = ROOT / "tests/faults/_base"
EXAMPLES = {
    path.stem: path.read_text("utf-8") for path in (ROOT / "docs/authors/boxes").glob("*.md")
}
SAMPLE = {
    p.relative_to(BASE).as_posix(): p.read_text("utf-8") for p in BASE.rglob("*.*") if p.is_file()
}
GENERATED = guide_files(EXAMPLES, SAMPLE) | schema_files()


@pytest.mark.parametrize("path", sorted(GENERATED))
def test_generated_file_is_up_to_date(path: str) -> None:
    if os.environ.get("TOT_UPDATE"):
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(GENERATED[path], encoding="utf-8", newline="\n")
    assert (ROOT / path).read_text("utf-8") == GENERATED[path], "TOT_UPDATE=1 makes it anew"


def test_every_box_has_an_example_without_a_finding() -> None:
    assert set(EXAMPLES) == set(BOXES)
    for name, text in EXAMPLES.items():
        tokens, _ = parse_blocks(text)
        opening = tokens[0]
        assert (opening.type, opening.info) == ("box_open", name)
        assert list(box_findings(opening, Place(name))) == []


def test_every_rule_has_its_line_in_the_guide() -> None:
    lines = (ROOT / "docs/authors/rules.md").read_text("utf-8").splitlines()
    for name in RULES:
        assert sum(line.startswith(f"| `{name}` |") for line in lines) == 1
