"""The edge where results go out: a build appears as a whole, or the old one stays."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

NEXT, READY, PREVIOUS, LOCK = "next", "next.ready", "previous", "lock"
MANIFEST = "manifest.json"


class Blocked(Exception):
    """Another program holds a file of the site; the message names it."""


class Busy(Exception):
    """Another build is at work; the message names the lock."""


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Nothing; no other build begins meanwhile, and what a killed one left is settled first."""
    lock = root / ".build" / LOCK
    lock.parent.mkdir(parents=True, exist_ok=True)
    if lock.exists() and _is_stale(lock):
        lock.unlink(missing_ok=True)
    try:
        handle = os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
    except FileExistsError as error:
        raise Busy(f"another build is running; if none is, delete {lock}") from error
    try:
        with os.fdopen(handle, "w") as file:
            file.write(str(os.getpid()))
        _settle(root)
        yield
    finally:
        lock.unlink(missing_ok=True)


def _is_stale(lock: Path) -> bool:
    """True if the lock names a process that has ended, or this one, which holds none yet."""
    try:
        pid = lock.read_text()
    except FileNotFoundError:
        return False
    return pid.isdecimal() and (int(pid) == os.getpid() or not _is_running(int(pid)))


def _is_running(pid: int) -> bool:
    """True if a process of this number is there."""
    if sys.platform == "win32":  # signal 0 would end the process there
        import ctypes

        handle = ctypes.windll.kernel32.OpenProcess(0x1000, False, pid)
        if handle:
            ctypes.windll.kernel32.CloseHandle(handle)
        return bool(handle)
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def begin(root: Path, *, keep: str | None = None) -> Path:
    """`.build/next/` to build into: empty, or with a copy of a folder of the present site."""
    upcoming = root / ".build" / NEXT
    _remove(upcoming)
    upcoming.mkdir(parents=True)
    if keep is not None and (root / "site" / keep).is_dir():
        shutil.copytree(root / "site" / keep, upcoming / keep, dirs_exist_ok=True)
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
    """Nothing; settles what a killed build left behind, unless a build is at work now."""
    if not any((root / ".build" / name).exists() for name in (NEXT, READY, PREVIOUS)):
        return
    with suppress(Busy), alone(root):
        pass


def _settle(root: Path) -> None:
    """Nothing; completes or reverts a swap that was cut off, and clears what a build left behind."""
    build, site = root / ".build", root / "site"
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
