"""A folder of results taken in: every record it holds, and what was refused with the reason."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from build_tools.forms import FORMS
from build_tools.record import Bank, Fault, Result, digest, marks, read_text
from build_tools.results.store import Store

KINDS = (".json", ".jsonl", ".txt", ".parquet")
BATCH = 10_000
UTF16 = (b"\xff\xfe", b"\xfe\xff")
MOST_BYTES = 20_000_000
"""A file of single records; exports of whole countries are .jsonl or .parquet and have no limit."""


class Refused(NamedTuple):
    """What was not taken in: the file, the place in it, the name of the fault and what is wrong."""

    file: str
    place: str
    fault: str
    detail: str


class Rows:
    """Records that the reader of records judged, handed to the store in batches."""

    def __init__(self, store: Store, bank: Bank) -> None:
        """Nothing waits yet."""
        self._store, self._bank, self._waiting = store, bank, list[dict[str, Any]]()

    def add(self, result: Result) -> None:
        """Nothing; the record is in the store after the next `flush`."""
        self._waiting.append(row(result, self._bank))
        if len(self._waiting) >= BATCH:
            self.flush()

    def flush(self) -> None:
        """Nothing; hands over what waits."""
        if self._waiting:
            self._store.take_rows(self._waiting)
        self._waiting = []


def row(result: Result, bank: Bank) -> dict[str, Any]:
    """The record as a row of the store."""
    made: dict[str, Any] = {
        "learner": result.learner, "owner": result.of, "province": result.province,
        "group": result.group, "curriculum": result.curriculum, "made": result.made,
        "digest": digest(result),
    }  # fmt: skip
    for form in FORMS:
        taken = result.tests.get(form)
        made[f"{form}_ended"] = taken.ended if taken else None
        made[form] = [*marks(result, form, bank).items()] if taken else None
    return made


def files(folder: Path) -> list[Path]:
    """The files below the folder that may hold results, in a settled order; links are not followed."""
    found = (path for path in folder.rglob("*") if path.suffix.lower() in KINDS)
    return sorted(path for path in found if path.is_file() and not path.is_symlink())


def take(folder: Path, store: Store, bank: Bank) -> list[Refused]:
    """What was refused; all other records of the folder are in the store."""
    rows, refused = Rows(store, bank), list[Refused]()
    for path in files(folder):
        name = os.fsencode(path.relative_to(folder).as_posix()).decode("utf-8", "replace")
        try:
            refused += _take(path, name, store, bank, rows)
        except OSError as error:
            refused.append(Refused(name, "", "not-a-record", error.strerror or str(error)))
    rows.flush()
    return refused


def _take(path: Path, name: str, store: Store, bank: Bank, rows: Rows) -> Iterator[Refused]:
    """What was refused of one file."""
    kind = path.suffix.lower()
    if kind == ".parquet":
        yield from _parquet(path, name, store)
        return
    texts = _left(path, store) if kind == ".jsonl" and not _is_utf16(path) else _whole(path)
    for place, text in texts:
        for found in read_text(text, bank):
            if isinstance(found, Fault):
                yield Refused(name, place, found.name, found.detail)
            else:
                rows.add(found)


def _parquet(path: Path, name: str, store: Store) -> Iterator[Refused]:
    """What was refused of an export of ours in Parquet."""
    try:
        places = store.take_parquet(path)
    except duckdb.Error:
        yield Refused(name, "", "not-a-record", "no export of ours")
        return
    except UnicodeEncodeError:
        yield Refused(name, "", "not-a-record", "rename the file: its name is no UTF-8")
        return
    for place in places:
        yield Refused(name, str(place + 1), "incomplete", "")


def _whole(path: Path) -> Iterable[tuple[str, str]]:
    """The text of a file."""
    if path.stat().st_size > MOST_BYTES:
        raise OSError(f"over {MOST_BYTES:,} bytes; exports end in .jsonl or .parquet")
    return [("", text_of(path.read_bytes()))]


def _left(path: Path, store: Store) -> Iterator[tuple[str, str]]:
    """The lines, with their numbers, that the store could not take in by itself."""
    try:
        left = set(store.take_json(path))
    except (duckdb.Error, UnicodeEncodeError):
        # Bytes or a file name that are no text: line by line, the good ones are read.
        yield from _lines(path)
        return
    if left:
        yield from (line for place, line in enumerate(_lines(path)) if place in left)


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    """The lines of a file that are not empty, with their numbers."""
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield str(number), text_of(line)


def results(folder: Path, bank: Bank) -> Iterator[Result]:
    """Every whole record of the folder with its name; exports in Parquet hold none."""
    for path in files(folder):
        kind = path.suffix.lower()
        if kind == ".parquet":
            continue
        in_lines = kind == ".jsonl" and not _is_utf16(path)
        for _, text in _lines(path) if in_lines else _whole(path):
            yield from (one for one in read_text(text, bank) if isinstance(one, Result))


def _is_utf16(path: Path) -> bool:
    """True for a file that a program on Windows wrote as "Unicode": its lines end in other bytes."""
    with path.open("rb") as file:
        return file.read(2) in UTF16


def text_of(content: bytes) -> str:
    """The text of a file as programs on Windows and phones write it."""
    if content[:2] in UTF16:
        return content.decode("utf-16", "replace")
    return content.decode("utf-8-sig", "replace")
