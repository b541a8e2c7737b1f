"""The edge where older versions of the sources come in: git, asked once for what changed when."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from build_tools.reading import SOURCE_FOLDERS
from build_tools.status import Version

_LOG = ("-c", "core.quotePath=false", "-c", "log.showRoot=true", "log", "--raw", "--no-abbrev",
        "--no-color", "--relative", "--find-renames", "--full-history", "--topo-order", "-m",
        "--format=commit %H %cs", "--", *SOURCE_FOLDERS)  # fmt: skip
"""Every parent of a merge is looked at: the English of a stamp may have come by any of them."""


class Change(NamedTuple):
    """A file that a commit brought: its name before and after, and its content by its git id."""

    commit: str
    day: str
    was: str
    path: str
    blob: str


@dataclass(frozen=True, slots=True)
class History:
    """What git knows of the sources below a root, newest first; `gap` says what it lacks."""

    root: Path
    changes: tuple[Change, ...]
    gap: str = ""

    def versions(self, path: str) -> Iterator[Version]:
        """Each content that a file has had, newest first, under whatever name."""
        names = {path}
        for change in self.changes:
            if change.path in names:
                names.add(change.was)
        brought: dict[str, Change] = {}
        for change in self.changes:
            if change.path in names:
                brought.setdefault(change.blob, change)
        for blob, change in brought.items():
            content = _git(self.root, "cat-file", "blob", blob)
            yield Version(change.commit, change.day, content)


class GitFailed(OSError):
    """Git did not do what it was asked; the message is what it said."""


def history(root: Path) -> History:
    """The history of the sources below a root; without git an empty one that says so."""
    try:
        log = _git(root, *_LOG).decode("utf-8", "replace")
        shallow = _git(root, "rev-parse", "--is-shallow-repository").strip() == b"true"
    except FileNotFoundError:
        return History(root, (), "git is not installed on this computer")
    except GitFailed as failed:
        return History(root, (), f"this folder has no history of git ({failed})")
    gap = "this copy has only the newest commits (`git fetch --unshallow` brings the others)"
    return History(root, tuple(_changes(log)), gap if shallow else "")


def _git(root: Path, *arguments: str) -> bytes:
    """What git prints; raises GitFailed, or FileNotFoundError where there is no git."""
    done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().split("\n")
        raise GitFailed(said[0].removeprefix("fatal: "))
    return done.stdout


def _changes(log: str) -> Iterator[Change]:
    """The changes in a log; a file that a commit removed is none."""
    commit = day = ""
    for line in log.split("\n"):
        if line.startswith("commit "):
            _, commit, day = line.split(" ")
        elif line.startswith(":"):
            modes, *names = line.split("\t")
            *_, blob, status = modes.split(" ")
            if status != "D":
                yield Change(commit[:8], day, names[0], names[-1], blob)
