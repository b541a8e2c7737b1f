"""The edge where `tot` writes into the sources: ledgers, and the files of new modules and lessons."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from build_tools.findings import did_you_mean
from build_tools.load.tree import RESERVED
from build_tools.mending import NotMended, ledger_file, mend as mended
from build_tools.model import Curriculum
from build_tools.model.base import ID_PATTERN
from build_tools.scaffold import new_lesson, new_module, with_lesson
from build_tools.translation import Unit, units, with_lines


class Refused(Exception):
    """What was asked cannot be written; the message says why."""


def record(
    root: Path, curriculum: Curriculum, addresses: Iterable[str], line: Callable[[Unit], str]
) -> int:
    """The number of units recorded, each by the line that `line` makes of it; all or none."""
    known = {unit.address: unit for unit in units(curriculum)}
    chosen: dict[str, dict[str, str]] = {}
    for address in addresses:
        unit = known.get(address)
        if unit is None:
            hint = did_you_mean(address, known)
            raise Refused(f"there is no text `{address}`. {hint}".strip())
        if unit.lo is None:
            raise Refused(f"`{address}` has no Lao yet; write it before it is stamped.")
        chosen.setdefault(unit.ledger, {})[unit.key] = line(unit)
    texts = {
        path: _with_lines(path, lines)
        for path, lines in ((ledger_path(root, name), lines) for name, lines in chosen.items())
    }
    for path, text in texts.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    return sum(len(lines) for lines in chosen.values())


def _with_lines(path: Path, lines: dict[str, str]) -> str:
    """The text of the ledger file with these lines; refuses a file it would have to guess at."""
    try:
        old = path.read_text(encoding="utf-8") if path.exists() else ""
        return with_lines(old, lines)
    except UnicodeDecodeError as error:
        raise Refused(f"{path}: the file is not UTF-8 text; mend it first.") from error
    except ValueError as error:
        raise Refused(f"{path}: {error}") from error


def ledger_path(root: Path, ledger: str) -> Path:
    """The file of a ledger."""
    return root / ledger_file(ledger)


def mend(root: Path, files: Mapping[str, bytes]) -> dict[str, int]:
    """How many places were mended in each of these source files (by path); all are written, or none."""
    try:
        mending = mended(files)
    except NotMended as error:
        raise Refused(f"nothing was mended: {error}") from error
    for path, content in mending.files.items():
        (root / path).write_bytes(content)
    return mending.counts


def make_new(root: Path, curriculum: Curriculum, path: str, title: str) -> list[str]:
    """The paths of the files made for a module (`finance`) or a lesson (`finance/costing`)."""
    module_id, _, lesson_id = path.partition("/")
    if not all(re.match(ID_PATTERN, name) for name in (module_id, *filter(None, [lesson_id]))):
        raise Refused(f"`{path}` is no id: lower-case words joined by hyphens, or MODULE/LESSON.")
    if module_id in RESERVED or lesson_id == "index":
        raise Refused(f"`{path}` is a place of the site itself; take another id.")
    if not lesson_id:
        return _write_new(root, new_module(module_id, title))
    if lesson_id in {lesson for module in curriculum.modules for lesson in module.file.lessons}:
        raise Refused(f"the lesson id `{lesson_id}` is used already.")
    module_file = root / "modules" / module_id / "module.yaml"
    if not module_file.is_file():
        raise Refused(f"there is no module `{module_id}`; make it first: tot new {module_id}")
    try:
        listed = with_lesson(module_file.read_text(encoding="utf-8"), lesson_id)
    except ValueError as error:
        raise Refused(str(error)) from error
    made = _write_new(root, new_lesson(curriculum, module_id, lesson_id, title))
    module_file.write_text(listed, encoding="utf-8", newline="\n")
    return made


def _write_new(root: Path, files: dict[str, str]) -> list[str]:
    """The paths, written; nothing that exists is touched."""
    for name in files:
        if (root / name).exists():
            raise Refused(f"{name} is there already.")
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8", newline="\n")
    return list(files)
