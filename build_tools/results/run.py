"""From a folder of results to the report, the statements and the records without names."""

from __future__ import annotations

import os
import secrets
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import ibis

from build_tools.assets import MissingPackage as MissingPackage, site_assets
from build_tools.model import LANGUAGES, Curriculum
from build_tools.output import write
from build_tools.record import Bank, bank
from build_tools.results import queries
from build_tools.results.anonymise import KEY_BYTES, lines
from build_tools.results.engines import answers, engine
from build_tools.results.files import csv_bytes, parquet_bytes
from build_tools.results.intake import Refused, results, take
from build_tools.results.names import numbered
from build_tools.results.page import Counts, page
from build_tools.results.report import Answers, Asked, Table, tables
from build_tools.results.store import NAMES, Store
from build_tools.results.xapi import statements

FONTS = {weight: f"assets/fonts/noto-sans-lao-{weight}.woff2" for weight in (400, 700)}


class NoKey(Exception):
    """The file of the key holds no key; the message names it."""


class Read(NamedTuple):
    """A folder that was read: its tables in an embedded DuckDB, what is refused, what items mean."""

    local: Any
    bank: Bank
    refused: Sequence[Refused]
    asked: Mapping[int, Asked]


def read(curriculum: Curriculum, folder: Path) -> Read:
    """The records of the folder in the tables of a DuckDB in memory."""
    local = ibis.duckdb.connect()
    known = bank(curriculum)
    store = Store(local.con, known)
    refused = take(folder, store, known)
    store.gather()
    numbers, asked = numbered(curriculum, store.asked())
    store.settle(numbers)
    return Read(local, known, refused, asked)


def report(
    root: Path, curriculum: Curriculum, found: Read, folder: Path, address: str | None
) -> Counts:
    """What was read; the report stands in the folder, answered by the engine at the address.

    Where no record was read, the folder gets the list of what was refused alone.
    """
    listed = Table("refused", Refused._fields, tuple(found.refused))
    write(folder, {"refused.csv": csv_bytes(listed)})
    if not found.asked:
        return Counts(0, 0, 0, len(found.refused))
    with engine(address, found.local) as backend:
        rows = answers(backend)
    (counted,) = rows["counted"]
    older = counted["records"] - sum(cell["people"] for cell in rows["cells"])
    counts = Counts(counted["records"], counted["people"], older, len(found.refused))
    made = tables(Answers(asked=found.asked, **{n: r for n, r in rows.items() if n != "counted"}))
    fonts = {weight: site_assets(root)[name] for weight, name in FONTS.items()}
    reasons = Counter(one.fault for one in found.refused)
    files = {
        f"report.{language}.html": page(curriculum, language, made, counts, reasons, fonts)
        for language in LANGUAGES
    }
    for name, table in made.items():
        files |= {f"{name}.csv": csv_bytes(table), f"{name}.parquet": parquet_bytes(table)}
    write(folder, files)
    return counts


def write_statements(found: Read, file: Path) -> int:
    """The number of statements, written to the file as JSON lines."""
    learners, given = (found.local.table(f"tot_{name}") for name in ("learners", "answers"))
    rows = given.inner_join(queries.newest(learners), "record")
    ordered = rows.order_by("learner", "owner", "form", "item")
    each = (
        row for batch in ordered.to_pyarrow_batches(chunk_size=10_000) for row in batch.to_pylist()
    )
    return _write_lines(file, statements(each, found.asked, found.bank.course))


def write_anonymous(found: Read, folder: Path, to: Path, key_file: Path) -> int:
    """The number of records written without names to `results.jsonl`, and as Parquet for the fast way."""
    key = _key(key_file)
    file = to / "results.jsonl"
    count = _write_lines(file, lines(results(folder, found.bank), found.bank, key))
    _settle_order(file)
    store = Store(ibis.duckdb.connect().con, found.bank)
    store.take_json(file)
    store.gather()
    store.con.execute(f"COPY (SELECT {NAMES} FROM raw) TO $file (FORMAT parquet)",
                      {"file": str(to / "results.parquet")})  # fmt: skip
    return count


def _write_lines(file: Path, lines: Iterable[str]) -> int:
    """The number of lines; the file appears as a whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f"{file.name}.part")
    count = 0
    with part.open("w", encoding="utf-8", newline="\n") as out:
        for line in lines:
            out.write(f"{line}\n")
            count += 1
    part.replace(file)
    return count


def _settle_order(file: Path) -> None:
    """Nothing; orders the lines by their digests: files are often called by the names of people."""
    part = file.with_name(f"{file.name}.part")
    with file.open("rb") as lines, part.open("wb") as out:
        found: list[tuple[bytes, int]] = []
        end = 0
        for line in lines:
            found.append((sha256(line).digest(), end))
            end += len(line)
        for _, place in sorted(found):
            lines.seek(place)
            out.write(lines.readline())
    part.replace(file)


def _key(file: Path) -> bytes:
    """The key of a file; where there is none, a new one is made that only its owner can read."""
    if file.exists():
        try:
            key = bytes.fromhex(file.read_text("ascii").strip())
        except ValueError as error:
            raise NoKey(f"{file} holds no key.") from error
        if len(key) != KEY_BYTES:
            raise NoKey(f"{file} holds no key.")
        return key
    key = secrets.token_bytes(KEY_BYTES)
    file.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
        out.write(f"{key.hex()}\n")
    return key
