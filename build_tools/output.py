"""The edge where results go out: a build appears as a whole, or the old one stays."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping
from pathlib import Path

NEXT, READY, PREVIOUS = "next", "next.ready", "previous"
MANIFEST = "manifest.json"


class Blocked(Exception):
    """Another program holds a file of the site; the message names it."""


def begin(root: Path, *, keep_site: bool = False) -> Path:
    """An empty `.build/next/` to build into, or one that holds a copy of the present site."""
    upcoming = root / ".build" / NEXT
    _remove(upcoming)
    if keep_site and (root / "site").is_dir():
        shutil.copytree(root / "site", upcoming)
    else:
        upcoming.mkdir(parents=True)
    return upcoming


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Nothing; writes the files below the folder, leaving those alone that hold the same bytes."""
    for name, content in files.items():
        path = folder / name
        if path.is_file() and path.read_bytes() == content:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def write_manifest(folder: Path, version: str) -> bytes:
    """The bytes of `manifest.json`, written: schema 1, curriculum version, every other file."""
    files = [_entry(folder, path) for path in sorted(folder.rglob("*")) if path.is_file()]
    listed = sorted((f for f in files if f["path"] != MANIFEST), key=lambda f: str(f["path"]))
    manifest = {"schema": 1, "version": version, "files": listed}
    content = (json.dumps(manifest, indent=1, ensure_ascii=False) + "\n").encode()
    (folder / MANIFEST).write_bytes(content)
    return content


def _entry(folder: Path, path: Path) -> dict[str, str | int]:
    """Path, bytes and sha256 of one file."""
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    return {"path": path.relative_to(folder).as_posix(), "bytes": len(content), "sha256": digest}


def publish(root: Path) -> None:
    """Nothing; `.build/next/` becomes `site/`. Raises Blocked, with the old site still in place.

    Each step is one rename, and `recover` knows what to do after any of them, so a build that is
    killed at any moment leaves a whole site.
    """
    build, site = root / ".build", root / "site"
    (build / READY).write_text("")
    _remove(build / PREVIOUS)
    if site.exists():
        _move(site, build / PREVIOUS, site)
    try:
        _move(build / NEXT, site, build / NEXT)
    except Blocked:
        if (build / PREVIOUS).exists():
            (build / PREVIOUS).rename(site)
        raise
    (build / READY).unlink()
    _remove(build / PREVIOUS)


def recover(root: Path) -> None:
    """Nothing; completes or reverts a swap that was cut off, and clears what a build left behind."""
    build, site = root / ".build", root / "site"
    if not build.is_dir():
        return
    if not site.exists() and (build / READY).exists() and (build / NEXT).is_dir():
        (build / NEXT).rename(site)
    elif not site.exists() and (build / PREVIOUS).is_dir():
        (build / PREVIOUS).rename(site)
    (build / READY).unlink(missing_ok=True)
    _remove(build / NEXT)
    _remove(build / PREVIOUS)


def _move(old: Path, new: Path, held: Path) -> None:
    """Nothing; renames a folder, or raises Blocked with the file in `held` that another program holds."""
    try:
        old.rename(new)
    except PermissionError as error:
        name = next((path for path in sorted(held.rglob("*")) if _is_held(path)), held)
        raise Blocked(f"{name} is open in another program; close it and build again.") from error


def _is_held(path: Path) -> bool:
    """True if the file cannot be opened for writing."""
    if not path.is_file():
        return False
    try:
        with path.open("r+b"):
            return False
    except OSError:
        return True


def _remove(path: Path) -> None:
    """Nothing; removes a folder or file if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
