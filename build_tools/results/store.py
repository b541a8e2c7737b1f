"""The embedded DuckDB that takes records in: a row a record first, then the tables of the queries."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from build_tools.forms import FORMS, Form
from build_tools.record import Bank
from build_tools.record.shape import LONGEST_GROUP, MOST_PARTS, UNSEEN

TEXTS = (
    "learner", "owner", "province", "group", "curriculum", "made", "digest", "pre_ended",
    "post_ended",
)  # fmt: skip
MARKS = pa.map_(pa.string(), pa.float64())
ROW = pa.schema([*((name, pa.string()) for name in TEXTS), *((form, MARKS) for form in FORMS)])
"""A record as a row: its texts, and the marks of each form by item."""
NAMES = ", ".join(f'"{name}"' for name in ROW.names)
JSON_COLUMNS = {
    "kind": "VARCHAR", "schema": "VARCHAR", "course": "VARCHAR", "curriculum": "VARCHAR",
    "learner": "VARCHAR", "province": "VARCHAR", "group": "VARCHAR", "of": "VARCHAR",
    "made": "VARCHAR", "tests": "STRUCT(pre STRUCT(ended VARCHAR), post STRUCT(ended VARCHAR))",
    "digest": "VARCHAR", "marks": "STRUCT(pre MAP(VARCHAR, DOUBLE), post MAP(VARCHAR, DOUBLE))",
}  # fmt: skip
FROM_JSON = """
SELECT learner, "of" AS owner, province, "group", curriculum, made, digest,
  tests.pre.ended AS pre_ended, tests.post.ended AS post_ended, marks.pre AS pre, marks.post AS post,
  coalesce(kind = 'tot-result' AND schema = '1' AND course = $course, false) AS ours
FROM read_json($path, format = 'newline_delimited', ignore_errors = true, columns = {columns},
  hive_partitioning = false)"""
FROM_PARQUET = f"SELECT {NAMES}, true AS ours FROM read_parquet($path, hive_partitioning = false)"
TIME = "'\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ'"


def _are_marks(form: Form) -> str:
    """The condition that a form has no marks, or a number from 0 to 1 for each of not too many items."""
    marks = f"map_values({form})"
    return (
        f"({form} IS NULL OR (cardinality({form}) <= {MOST_PARTS} AND"
        f" list_bool_and(list_transform({marks}, m -> coalesce(m BETWEEN 0 AND 1, false)))))"
    )


WHOLE = f"""ours
  AND coalesce(regexp_full_match(learner, '[0-9A-HJKMNP-TV-Z]{{12}}')
  AND regexp_full_match(digest, '[0-9a-f]{{32}}') AND owner IN (SELECT id FROM owners)
  AND (province = '' OR province IN (SELECT id FROM provinces))
  AND length("group") <= {LONGEST_GROUP} AND NOT regexp_matches("group", '[{UNSEEN}]')
  AND regexp_full_match(curriculum, '\\d{{4}}\\.\\d\\d\\.\\d{{1,3}}')
  AND regexp_full_match(made, {TIME}) AND made BETWEEN '2020' AND '2156'
  AND try_strptime(made, '%Y-%m-%dT%H:%M:%SZ') IS NOT NULL
  AND regexp_full_match(coalesce(pre_ended, made), {TIME})
  AND regexp_full_match(coalesce(post_ended, made), {TIME})
  AND (cardinality(pre) > 0 OR cardinality(post) > 0)
  AND {" AND ".join(map(_are_marks, FORMS))}, false)"""


class Store:
    """Records being taken in; `con` is the open DuckDB."""

    def __init__(self, con: duckdb.DuckDBPyConnection, bank: Bank) -> None:
        """An empty store for the records of a course; those of owners it lacks are not whole."""
        self.con, self.course, self.parts = con, bank.course, list[str]()
        con.execute("SET enable_progress_bar = false")
        for name, ids in (("owners", bank.owners), ("provinces", bank.provinces)):
            con.execute(
                f"CREATE TABLE {name} AS SELECT unnest($ids::VARCHAR[]) AS id", {"ids": [*ids]}
            )
        self.take_rows(())

    def take_rows(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Nothing; takes records in that the reader of records has judged."""
        taken = pa.Table.from_pylist(list(rows), schema=ROW)
        self.con.register("taken", taken)
        self._take("SELECT *, true AS ours FROM taken", judge="true")
        self.con.unregister("taken")

    def take_json(self, path: Path) -> list[int]:
        """The places (from 0) of the lines that are not whole records with marks; takes the others in."""
        columns = (
            "{" + ", ".join(f"'{name}': '{kind}'" for name, kind in JSON_COLUMNS.items()) + "}"
        )
        source = FROM_JSON.format(columns=columns)
        return self._take(source, path=_only(path), course=self.course)

    def take_parquet(self, path: Path) -> list[int]:
        """The places (from 0) of the rows that are not whole records; takes the others in."""
        return self._take(FROM_PARQUET, path=_only(path))

    def _take(self, source: str, judge: str = WHOLE, **values: str) -> list[int]:
        """The places of what a source holds that is not whole; the rest is taken in.

        A table of its own for each source: DuckDB fills a new one with all processors.
        """
        name = f"taken_{len(self.parts)}"
        self.con.execute(
            f"CREATE TABLE {name} AS SELECT {NAMES}, {judge} AS whole FROM ({source})", values
        )
        self.parts.append(name)
        left = self.con.execute(f"SELECT rowid FROM {name} WHERE NOT whole ORDER BY rowid")
        return [place for (place,) in left.fetchall()]

    def gather(self) -> None:
        """Nothing; makes `raw`, in which every whole record has a number."""
        first = 0
        selected = []
        for name in self.parts:
            selected.append(
                f"SELECT (rowid + {first})::INTEGER AS record, * FROM {name} WHERE whole"
            )
            found = self.con.execute(f"SELECT count(*) FROM {name}").fetchone()
            first += found[0] if found else 0
        self.con.execute(f"CREATE VIEW raw AS {' UNION ALL '.join(selected)}")

    def asked(self) -> list[str]:
        """The ids of all items that some record has a mark of, sorted."""
        parts = [f"SELECT DISTINCT unnest(map_keys({form})) AS id FROM raw" for form in FORMS]
        found = self.con.execute(f"SELECT id FROM ({' UNION '.join(parts)}) ORDER BY id")
        return [item for (item,) in found.fetchall()]

    def settle(self, numbers: Mapping[str, int]) -> None:
        """Nothing; makes the tables `tot_learners` and `tot_answers`; items by their numbers."""
        table = pa.table({"id": [*numbers], "item": pa.array(numbers.values(), pa.int32())})
        self.con.register("numbers", table)
        self.con.execute(f"CREATE TABLE tot_learners AS {_learners()}")
        self.con.execute(f"CREATE TABLE tot_answers AS {' UNION ALL '.join(map(_answers, FORMS))}")
        self.con.unregister("numbers")
        self.con.execute("DROP VIEW raw")
        for name in ("owners", "provinces", *self.parts):
            self.con.execute(f"DROP TABLE {name}")


def _only(path: Path) -> str:
    """The path as DuckDB takes it, its wildcards as plain letters; UnicodeEncodeError if it is no text."""
    return re.sub(r"([*?[])", r"[\1]", str(path)).encode().decode()


def _learners() -> str:
    """The query for a row a record: texts, mean mark, number of items and paper of each form.

    A paper is the set of items that a form had: with the years, forms change.
    """
    tests = ", ".join(
        f"list_avg(map_values({form})) AS {form}, cardinality({form})::INTEGER AS {form}_items,"
        f" list_sum(list_transform(map_keys({form}), k -> (hash(k) >> 9)::BIGINT))::BIGINT AS {form}_paper, {form}_ended"
        for form in FORMS
    )
    return (
        'SELECT record, learner, owner, province, upper(trim("group")) AS "group",'
        f" curriculum, made, digest, {tests} FROM raw"
    )


def _answers(form: Form) -> str:
    """The query for a row an answer of one form."""
    return (
        f"SELECT record, {FORMS.index(form)}::SMALLINT AS form, item, mark FROM (SELECT record,"
        f" unnest(map_keys({form})) AS id, unnest(map_values({form})) AS mark"
        f" FROM raw) JOIN numbers USING (id)"
    )
