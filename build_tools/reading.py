"""The edge where sources come in: every file is read once, and bad files are findings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from build_tools.check import check
from build_tools.findings import Finding, Place, stands_an_error
from build_tools.load import load
from build_tools.model import Curriculum
from build_tools.render.deck.own_check import template_findings

SOURCE_FOLDERS = ("curriculum", "modules", "quizzes")
MAX_BYTES = 1_000_000


class Sources(NamedTuple):
    """The bytes of every source file by its path from the root, and what could not be read."""

    files: dict[str, bytes]
    findings: tuple[Finding, ...]


class Read(NamedTuple):
    """The curriculum (None where there is none to speak of) and every finding, sorted by place."""

    curriculum: Curriculum | None
    findings: tuple[Finding, ...]

    def stops(self, *, release: bool = False) -> bool:
        """True if a build must stop: any error, and for a release any warning too."""
        return self.curriculum is None or stands_an_error(self.findings, release=release)


def read_sources(root: Path) -> Sources:
    """Everything under the source folders; hidden files are left alone.

    A file that is a link, too big or unreadable is a finding and is left out.
    """
    files: dict[str, bytes] = {}
    findings: list[Finding] = []
    for folder in SOURCE_FOLDERS:
        for path in _walk(root / folder, root, findings):
            name = path.relative_to(root).as_posix()
            content = _read(path, name, findings)
            if content is not None:
                files[name] = content
    return Sources(files, tuple(findings))


def _walk(folder: Path, root: Path, findings: list[Finding]) -> Iterator[Path]:
    """The files below a folder in a settled order; links to folders are reported, never followed."""
    if not folder.is_dir():
        return
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        place = Place(folder.relative_to(root).as_posix())
        findings.append(Finding(place, "file-unreadable", f"{error.strerror or error}."))
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name.endswith("~"):
            continue
        if entry.is_symlink():
            place = Place(entry.relative_to(root).as_posix())
            findings.append(Finding(place, "file-symlink", f"`{entry.name}` is a symbolic link."))
        elif entry.is_dir():
            yield from _walk(entry, root, findings)
        else:
            yield entry


def _read(path: Path, name: str, findings: list[Finding]) -> bytes | None:
    """The bytes of one file, or None with a finding."""
    try:
        if not path.is_file():
            findings.append(Finding(Place(name), "file-unreadable", "This is not a regular file."))
            return None
        size = path.stat().st_size
        if size > MAX_BYTES:
            message = f"The file has {size:,} bytes; {MAX_BYTES:,} are allowed."
            findings.append(Finding(Place(name), "file-too-big", message))
            return None
        return path.read_bytes()
    except OSError as error:
        findings.append(Finding(Place(name), "file-unreadable", f"{error.strerror or error}."))
        return None


def read(root: Path) -> Read:
    """The sources below a root, read once, loaded and checked."""
    sources = read_sources(root)
    loaded = load(sources.files, {finding.place.path for finding in sources.findings})
    found = {*sources.findings, *loaded.findings}
    if loaded.curriculum:
        found |= {*check(loaded.curriculum), *template_findings(loaded.curriculum)}
    return Read(loaded.curriculum, tuple(sorted(found)))
