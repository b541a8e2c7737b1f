"""Synthetic curricula of any size: the module `foundations` again and again under other ids."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from build_tools.load import load
from build_tools.reading import read_sources

ROOT = Path(__file__).parent.parent
MODEL = "foundations"


def curriculum_files(modules: int) -> dict[str, bytes]:
    """The source files of a curriculum with this many modules of four lessons, by path."""
    real = read_sources(ROOT).files
    made = {path: content for path, content in real.items() if path.startswith("curriculum/")}
    theirs = {path: content for path, content in real.items() if MODEL in path}
    pattern = re.compile(rb"(?<![\w-])(" + b"|".join(_ids(real)) + rb")(?![\w-])")
    for number in range(modules):
        suffix = b"" if number == 0 else b"-%d" % number
        made["curriculum/facts.yaml"] += _shared_ids(real, pattern, suffix)
        for path, content in theirs.items():
            new_path = pattern.sub(rb"\1" + suffix, path.encode()).decode()
            made[new_path] = pattern.sub(rb"\1" + suffix, content)
    return made


def _shared_ids(files: Mapping[str, bytes], pattern: re.Pattern[bytes], suffix: bytes) -> bytes:
    """The facts that bear an id of a lesson, once more under the new id."""
    blocks = re.split(rb"(?m)^(?=- id: )", files["curriculum/facts.yaml"])
    alike = [block for block in blocks if pattern.match(block.partition(b"\n")[0][6:])]
    return b"".join(pattern.sub(rb"\1" + suffix, block) for block in alike) if suffix else b""


def _ids(files: Mapping[str, bytes]) -> list[bytes]:
    """The ids that must differ between modules, longest first."""
    curriculum = load(files).curriculum
    assert curriculum is not None
    module = curriculum.module(MODEL)
    names = {MODEL, *module.file.lessons}
    names |= {objective.id for objective in module.file.objectives}
    names |= {item.id for item in module.items}
    return [name.encode() for name in sorted(names, key=len, reverse=True)]


def plain_pages(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The same lessons as plain Markdown for mkdocs in folder mode: `lo/...md`, `en/...md`."""
    pages = {"lo/index.md": b"# Home\n", "en/index.md": b"# Home\n"}
    for path, content in files.items():
        found = re.match(r"modules/(.+)/lesson\.(en|lo)\.md$", path)
        if found:
            body = content.split(b"---\n", 2)[2]
            pages[f"{found[2]}/{found[1]}.md"] = re.sub(rb"(?m)^:::.*\n", b"", body)
    return pages
