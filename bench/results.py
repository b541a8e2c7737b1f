"""How long a report on a country's results takes: from Parquet, from JSON lines, from single files.

`python -m bench.results [--records N] [--files N]` makes N records (1,000,000 if not given) with the
20 answers of the two-day training through DuckDB, none of them through Python, and 2,000 single
records, and prints the seconds of `tot results` as a whole, its start and the sources included.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb

from build_tools.load import load
from build_tools.reading import read_sources
from build_tools.record import Bank, bank
from tests.results_case import file, result

ROOT = Path(__file__).parent.parent
OWNER = "officials-workshop"
LIMIT = 10
BASE = """
CREATE TABLE base AS SELECT i,
  replace(replace(replace(upper(lpad(to_base(i + 1, 30), 12, '0')), 'I', 'X'), 'L', 'Y'), 'O', 'Z') AS learner,
  ($provinces)[1 + (hash(i) % len($provinces))::INTEGER] AS province,
  'CLASS ' || (hash(i * 7) % 800) AS "group", md5(i::VARCHAR) AS digest,
  printf('2026-%02d-%02dT09:00:00Z', 1 + (hash(i * 3) % 12)::INTEGER, 1 + (hash(i) % 28)::INTEGER) AS made,
  map_from_entries(list_transform($pre, k -> {'key': k, 'value': (hash(k || i) % 3) / 2.0})) AS pre,
  map_from_entries(list_transform($post, k -> {'key': k, 'value': (1 + hash(k || i) % 3) / 3.0})) AS post
FROM range($records) t(i)"""
PARQUET = f"""
COPY (SELECT learner, '{OWNER}' AS owner, province, "group", '2026.11.0' AS curriculum, made, digest,
  made AS pre_ended, made AS post_ended, pre, post FROM base) TO $file (FORMAT parquet)"""
GIVEN = """{{'began': made, 'ended': made, 'attempt': 1, 'answers': map_from_entries(list_transform(
  map_keys({form}), k -> {{'key': k, 'value': {{'given': 'an-option', 'language': 'lo'}}}}))}}"""
JSON = f"""
COPY (SELECT 'tot-result' AS kind, 1 AS schema, $course AS course, '2026.11.0' AS curriculum, learner,
  'Somsak Vongsa' AS name, province, "group", '{OWNER}' AS "of", made,
  {{'lessons': 5, 'items': 20, 'first': 60, 'best': 80}} AS practice,
  {{'pre': {GIVEN.format(form="pre")}, 'post': {GIVEN.format(form="post")}}} AS tests, digest,
  {{'pre': pre, 'post': post}} AS marks FROM base) TO $file (FORMAT json)"""


def make(folder: Path, known: Bank, records: int) -> None:
    """Nothing; writes `parquet/all.parquet` and `lines/all.jsonl` with so many records."""
    con = duckdb.connect()
    con.execute("SET enable_progress_bar = false")
    owner = known.owners[OWNER]
    con.execute(BASE, {"provinces": [*known.provinces], "pre": [*owner.pre], "post": [*owner.post],
                       "records": records})  # fmt: skip
    for name, query in (("parquet/all.parquet", PARQUET), ("lines/all.jsonl", JSON)):
        file = folder / name
        file.parent.mkdir()
        values = {"file": str(file)} | ({"course": known.course} if query is JSON else {})
        con.execute(query, values)


def seconds(folder: Path) -> float:
    """The time of the whole command on the folder."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "build_tools.cli", "results", str(folder), "--to"]
    subprocess.run([*command, str(folder.parent / "out")], cwd=ROOT, check=True,
                   stdout=subprocess.DEVNULL)  # fmt: skip
    return time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--files", type=int, default=2_000)
    wanted = parser.parse_args()
    curriculum = load(read_sources(ROOT).files).curriculum
    assert curriculum is not None
    known = bank(curriculum)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(folder, known, wanted.records)
        print(f"{wanted.records:,} records of 20 answers on {os.cpu_count()} processors:")
        for kind in ("parquet", "lines"):
            taken = seconds(folder / kind)
            size = sum(one.stat().st_size for one in (folder / kind).iterdir()) / 1e6
            verdict = "under" if taken < LIMIT else "OVER"
            print(f"  {kind}, {size:,.0f} MB: {taken:.1f} s ({verdict} {LIMIT} s)")
        single = folder / "single"
        single.mkdir()
        for number in range(wanted.files):
            (single / f"{number}.json").write_text(file(result(known, number), known), "utf-8")
        empty = folder / "one"
        empty.mkdir()
        (single / "0.json").rename(empty / "0.json")
        taken = seconds(single) - seconds(empty)
        print(f"  single files: {(wanted.files - 1) / taken:,.0f} a second")


if __name__ == "__main__":
    main()
