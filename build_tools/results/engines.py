"""The engine that answers: the embedded DuckDB, or the one whose address is given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any
from urllib.parse import unquote

import ibis
import pyarrow as pa
from ibis.backends import BaseBackend
from pyarrow.csv import WriteOptions, write_csv

from build_tools.results import queries

TABLES = ("tot_learners", "tot_answers")
BATCH = 100_000


class Unusable(Exception):
    """The engine cannot be used; the message is one line without the password."""


@contextmanager
def engine(address: str | None, local: BaseBackend) -> Iterator[BaseBackend]:
    """The engine with the tables in it: `local`, which has them, or the one at the address.

    There they replace the tables of the same names and stay, for questions of one's own.
    """
    if address is None:
        yield local
        return
    try:
        remote = ibis.connect(address)
        for name in TABLES:
            _hand_over(local, remote, name)
        yield remote
        remote.disconnect()
    except Exception as error:  # every engine has errors of its own
        raise Unusable(_one_line(address, error)) from error


def _hand_over(local: BaseBackend, remote: BaseBackend, name: str) -> None:
    """Nothing; writes a table of the local engine into the other one."""
    table = local.table(name)
    remote.create_table(name, schema=table.schema(), overwrite=True)
    for batch in table.to_pyarrow_batches(chunk_size=BATCH):
        part = pa.Table.from_batches([batch])
        if remote.name == "postgres":
            _copy(remote.con, name, part)
        else:
            remote.insert(name, part)


def _copy(connection: Any, name: str, part: pa.Table) -> None:
    """Nothing; hands rows to PostgreSQL by COPY: with INSERT a country takes an hour."""
    text = BytesIO()
    write_csv(part, text, WriteOptions(include_header=False))
    with (
        connection.transaction(),
        connection.cursor() as cursor,
        cursor.copy(f"COPY {name} FROM STDIN (FORMAT csv)") as copy,
    ):
        copy.write(text.getvalue())


def _one_line(address: str, error: Exception) -> str:
    """What went wrong, without the password of the address, even one that breaks the address."""
    scheme, _, rest = address.partition("://")
    user, _, place = rest.rpartition("@")
    password = user.partition(":")[2]
    secrets = {
        password,
        *re.split(r"[/?#:@\[\]]", password),
        *re.findall("password=([^&#]*)", rest),
    }
    said = " ".join(str(error).split()) or type(error).__name__
    for secret in sorted(secrets | set(map(unquote, secrets)), key=len, reverse=True):
        said = said.replace(secret, "***") if secret else said
    return f"--backend {scheme}://{re.split('[/?#:]', place)[0]}: {said}"


def answers(backend: BaseBackend) -> dict[str, list[dict[str, Any]]]:
    """The rows of every question by its name."""
    learners, given = map(backend.table, TABLES)
    with queries.newest(learners).cache() as kept:
        asked = queries.asked(kept, given)
        questions = {
            "counted": queries.counted(learners),
            "cells": queries.cells(kept),
            "months": queries.months(kept),
            "papers": queries.papers(asked),
            "items": queries.items(asked),
        }
        return {name: question.to_pyarrow().to_pylist() for name, question in questions.items()}
