"""Every rule has a folder with a small mistake, and the mistake gives exactly the expected findings.

A folder holds `fault.yaml` (edits of the sound curriculum in `_base`) and `expected.txt`. Run with
TOT_UPDATE=1 to write the expected files anew, then read the difference.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from build_tools import authoring
from build_tools.build import with_overflows
from build_tools.reading import Read, read
from build_tools.rules import RULES
from build_tools.translation import stamped, units
from tests import deck_case, template_case
from tests.figure_case import deck_ruler

FAULTS = Path(__file__).parent / "faults"
NAMES = sorted(path.name for path in FAULTS.iterdir() if path.name != "_base")


def test_every_rule_has_a_folder() -> None:
    assert sorted(RULES) == NAMES


def test_the_base_is_sound() -> None:
    assert read(FAULTS / "_base").findings == ()


@pytest.mark.parametrize("name", NAMES)
def test_fault(name: str, tmp_path: Path) -> None:
    fault = yaml.safe_load((FAULTS / name / "fault.yaml").read_text(encoding="utf-8"))
    root = tmp_path / "root"
    shutil.copytree(FAULTS / "_base", root)
    plant(root, fault)
    found = read(root)
    if fault.get("decks") and found.curriculum is not None:
        worded = replace(found.curriculum, words=deck_case.curriculum().words)
        found = with_overflows(found, worded, deck_ruler())
    assert name in {finding.rule for finding in found.findings}
    text = printed(found)
    expected = FAULTS / name / "expected.txt"
    if os.environ.get("TOT_UPDATE"):
        expected.write_text(text, encoding="utf-8", newline="\n")
    assert text == expected.read_text(encoding="utf-8")


def printed(found: Read) -> str:
    return "".join(f"{finding}\n" for finding in found.findings)


def plant(root: Path, fault: dict[str, Any]) -> None:
    for edit in fault.get("edit", []):
        path = root / edit["path"]
        text = path.read_text(encoding="utf-8")
        assert edit["old"] in text, edit
        new = edit["new"].replace("<200B>", "\u200b")
        path.write_text(text.replace(edit["old"], new), encoding="utf-8", newline="\n")
    for made in fault.get("make", []):
        make(root, made)
    if fault.get("stamp"):
        stamp_everything(root)


def make(root: Path, made: dict[str, Any]) -> None:
    path = root / made["path"]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    if made["as"] == "text":
        path.write_text(made["text"], encoding="utf-8", newline="\n")
    elif made["as"] == "latin-1":
        path.write_text(made["text"], encoding="latin-1", newline="\n")
    elif made["as"] == "zeros":
        path.write_bytes(bytes(made["bytes"]))
    elif made["as"] == "link":
        path.symlink_to(made["to"])
    elif made["as"] == "pipe":
        os.mkfifo(path)
    elif made["as"] == "template":
        path.write_bytes(template_case.changed(made["edition"], {made["old"]: made["new"]}))
    else:
        raise ValueError(made["as"])


def stamp_everything(root: Path) -> None:
    curriculum = read(root).curriculum
    assert curriculum is not None
    named = [unit.address for unit in units(curriculum) if unit.en and unit.lo]
    authoring.record(root, curriculum, named, stamped)
