"""Synthetic curricula of any size: the module `foundations` again and again under other ids."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from build_tools.load import load
from build_tools.model import LANGUAGES, Language, Part
from build_tools.model.walk import texts
from build_tools.reading import read_sources

ROOT = Path(__file__).parent.parent
MODEL = "foundations"


def curriculum_files(modules: int) -> dict[str, bytes]:
    """The source files of a curriculum with this many modules of four lessons, by path."""
    real = read_sources(ROOT).files
    made = {path: content for path, content in real.items()
            if path.startswith("curriculum/") and "tracks/" not in path}  # fmt: skip
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


def plain_pages(files: Mapping[str, bytes], *, items: bool) -> dict[str, bytes]:
    """The same lessons as plain Markdown for mkdocs in folder mode: `lo/...md`, `en/...md`.

    With `items`, each page also has the texts of its lesson's items and figures.
    """
    curriculum = load(files).curriculum
    assert curriculum is not None
    pages = {f"{language}/index.md": b"# Home\n" for language in LANGUAGES}
    for module in curriculum.modules:
        for lesson in module.lessons:
            for language in LANGUAGES:
                prose = lesson.prose(language)
                body = "\n".join(section.source for section in prose.sections)
                shown = (*module.items_of(lesson.id), *lesson.figures) if items else ()
                lists = "\n\n".join(_listed(part, language) for part in shown)
                text = re.sub(r"(?m)^:::.*\n", "", f"# {body}\n\n{lists}\n")
                pages[f"{language}/{module.id}/{lesson.id}.md"] = text.encode()
    return pages


def _listed(part: Part, language: Language) -> str:
    """The texts of an item or figure as a paragraph and a list."""
    words = [text.of(language) for text in texts(part)]
    return "\n".join([words[0], "", *(f"- {other}" for other in words[1:])])


def without_items(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The curriculum reduced to the prose of its lessons: no slides, figures or items."""
    made = {
        path: content
        for path, content in files.items()
        if not path.endswith(("slides.yaml", "figures.yaml", "translation.yaml"))
    }
    for path, content in files.items():
        if path.startswith("quizzes/"):
            made[path] = b"[]\n"
        elif path.endswith(".md"):
            made[path] = re.sub(rb"(?m)^::: (items|figure) .*\n:::\n", b"", content)
        elif path.endswith("module.yaml"):
            made[path] = content.replace(b"assessed_by: item", b"assessed_by: activity")
    return made
