"""The tables of the report as files for other programs: CSV and Parquet."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from build_tools.results.report import Table

NUMBERS = {"pre", "post", "gain", "difficulty", "discrimination"}
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for the start of a formula: group codes are typed by learners."""


def csv_bytes(table: Table) -> bytes:
    """The table as CSV, with the mark by which Excel knows UTF-8."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(table.columns)
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> Any:
    """The value as a cell; a text that looks like a formula is made plain text."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def parquet_bytes(table: Table) -> bytes:
    """The table as Parquet."""
    schema = pa.schema([(name, _kind(name)) for name in table.columns])
    columns = list(zip(*table.rows, strict=True)) or [()] * len(table.columns)
    arrays = [pa.array(values, field.type) for values, field in zip(columns, schema, strict=True)]
    file = BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), file)
    return file.getvalue()


def _kind(name: str) -> pa.DataType:
    """The type of a column."""
    if name.endswith("people"):
        return pa.int64()
    if name == "few":
        return pa.bool_()
    return pa.float64() if name in NUMBERS else pa.string()
