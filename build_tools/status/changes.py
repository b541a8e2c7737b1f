"""What changed in the English of a unit since its Lao was made, from older versions of its file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from typing import NamedTuple

from build_tools.load import load
from build_tools.model import Curriculum
from build_tools.status.word_diff import Piece, word_diff
from build_tools.translation import Unit, digest, entry_of, units

MAX_VERSIONS = 200
"""How far back in the history of a file is looked."""

_NEEDED = ("curriculum/curriculum.yaml", "curriculum/parameters.yaml")
_MARKS = {"same": ("", ""), "old": ("\x1b[31m[-", "-]\x1b[0m"), "new": ("\x1b[32m{+", "+}\x1b[0m")}
"""What stands round a piece; the colours are for terminals."""


class Version(NamedTuple):
    """A file as it once was: the commit and the day that brought it, its bytes."""

    commit: str
    day: str
    content: bytes


class Was(NamedTuple):
    """The English of a unit as it once was, and the version of the file that has it."""

    en: str
    version: Version


def changes_text(
    curriculum: Curriculum,
    files: Mapping[str, bytes],
    chosen: Iterable[Unit],
    versions: Callable[[str], Iterable[Version]],
    gap: str,
) -> Iterator[str]:
    """For each of these units what changed since its stamp, or why that is not known.

    `versions` gives those of a file, newest first; `gap` says what the history lacks.
    """
    for path, together in groupby(chosen, key=lambda unit: unit.place.path):
        stamps = [(unit, entry) for unit in together
                  if (entry := entry_of(curriculum, unit.address))]  # fmt: skip
        wanted = {entry.of for _, entry in stamps}
        found, count = _found(files, path, wanted, versions(path))
        for unit, entry in stamps:
            was = found.get(entry.of)
            yield _told(unit, was) if was else _untold(unit, count, gap)


def _found(
    files: Mapping[str, bytes], path: str, wanted: set[str], versions: Iterable[Version]
) -> tuple[dict[str, Was], int]:
    """By digest, the newest English that has it; and how many versions of the file were read."""
    beside = _beside(files, path)
    found: dict[str, Was] = {}
    count = 0
    for version in islice(versions, MAX_VERSIONS):
        count += 1
        old = load({**beside, path: version.content}).curriculum
        for unit in units(old) if old else ():
            if unit.place.path == path and (of := digest(unit.en)) in wanted:
                found.setdefault(of, Was(unit.en, version))
        if len(found) == len(wanted):
            break
    return found, count


def _beside(files: Mapping[str, bytes], path: str) -> dict[str, bytes]:
    """The files of today without which the loader leaves out what stands in this one."""
    parts = path.split("/")
    module = f"modules/{parts[1].removesuffix('.yaml')}/module.yaml"
    lesson = "/".join(parts[:3]) + "/" if len(parts) == 4 else None
    return {
        name: content
        for name, content in files.items()
        if name in (*_NEEDED, module)
        or name.startswith("curriculum/tools/")
        or (lesson and name.startswith(lesson))
    }


def _told(unit: Unit, was: Was) -> str:
    """The unit and its changes."""
    head = f"{unit.place}: changed since {was.version.day} ({was.version.commit})"
    return _block(unit, head, marked(word_diff(was.en, unit.en)))


def _untold(unit: Unit, count: int, gap: str) -> str:
    """The unit as it is, and why what changed is not known."""
    newest = "the newest " if count == MAX_VERSIONS else ""
    why = f"no version in git has the English of the stamp ({newest}{count} read)"
    if not count:
        why = "git knows no older version"
    head = f"{unit.place}: what changed is not known: {why}{'; ' + gap if gap else ''}."
    return _block(unit, f"{head}\nThe English now:", unit.en)


def _block(unit: Unit, head: str, body: str) -> str:
    """The address, what is said of it, and a text set in."""
    lines = (f"    {line}".rstrip() for line in body.strip().split("\n"))
    return "\n".join((unit.address, head, *lines, ""))


def marked(pieces: Sequence[Piece]) -> str:
    """The pieces as `[-old-]{+new+}`; of what did not change, only the lines beside a change."""
    made = []
    for number, piece in enumerate(pieces):
        text = piece.text
        if piece.kind == "same":
            text = _near(text, before=number > 0, after=number < len(pieces) - 1)
        opening, closing = _MARKS[piece.kind]
        made.append(f"{opening}{text}{closing}")
    return "".join(made)


def _near(text: str, *, before: bool, after: bool) -> str:
    """A text cut to the lines that touch a change before or after it."""
    lines = text.split("\n")
    kept = [lines[0]] if before else []
    last = [lines[-1]] if after else []
    if len(lines) <= len(kept) + len(last) + 1:
        return text
    return "\n".join((*kept, "...", *last))
