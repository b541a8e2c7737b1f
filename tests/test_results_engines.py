"""DuckDB and a real PostgreSQL answer the same questions alike; what cannot be used says so in a line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from build_tools.cli import main
from build_tools.model import Curriculum
from build_tools.record import Bank, bank
from build_tools.results.engines import TABLES, Unusable, answers, engine
from build_tools.results.run import Read, read
from tests.postgres_case import PASSWORD, postgres
from tests.results_case import export, result


@pytest.fixture(scope="module")
def known(curriculum: Curriculum) -> Bank:
    return bank(curriculum)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with postgres() as address:
        yield address


@pytest.fixture(scope="module")
def folder(known: Bank, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Results of three owners, some repeated, of two years whose tests were not the same."""
    made = tmp_path_factory.mktemp("in")
    owners = ("officials-workshop", "foundations", "financing")
    ones = [
        result(known, n, owner=owners[n % 3], group=("", "ກ", 'a "b", c')[n % 3])
        for n in range(300)
    ]
    ones += [replace(one, made="2026-12-24T00:00:00Z", province="") for one in ones[:40]]
    for number, one in enumerate(ones[100:150]):
        test = one.tests["pre"]
        fewer = dict([*test.answers.items()][number % 3 :])
        ones.append(replace(one, tests={"pre": replace(test, answers=fewer)}, curriculum="2027.01.0",
                            made="2027-01-05T00:00:00Z"))  # fmt: skip
    (made / "tally.jsonl").write_text(export(ones, known), "utf-8")
    return made


@pytest.fixture(scope="module")
def found(curriculum: Curriculum, folder: Path) -> Read:
    return read(curriculum, folder)


def differences(one: list[dict[str, Any]], other: list[dict[str, Any]]) -> Iterator[float]:
    """How far the numbers of two answers are apart; everything else must be equal."""
    assert len(one) == len(other)
    for a, b in zip(one, other):
        assert a.keys() == b.keys()
        for name, value in a.items():
            if isinstance(value, float) and b[name] is not None:
                yield abs(value - b[name])
            else:
                assert value == b[name], name


def test_both_engines_agree(found: Read, server: str) -> None:
    ours = answers(found.local)
    with engine(server, found.local) as remote:
        theirs = answers(remote)
    assert ours["counted"] == [{"records": 390, "people": 300}]
    assert len({row["paper"] for row in ours["papers"]}) > 6
    for name, rows in ours.items():
        assert max(differences(rows, theirs[name]), default=0) < 1e-9, name


def test_the_report_is_the_same_and_the_tables_stay(
    folder: Path, server: str, tmp_path: Path
) -> None:
    for name, options in (("duckdb", []), ("postgres", ["--backend", server]),
                          ("again", ["--backend", server]),
                          ("file", ["--backend", f"duckdb://{tmp_path / 'own.ddb'}"])):  # fmt: skip
        ran = CliRunner().invoke(
            main, ["results", str(folder), "--to", str(tmp_path / name), *options]
        )
        assert ran.exit_code == 0, ran.output
        assert PASSWORD not in ran.output
    ours = {path.name: path.read_bytes() for path in (tmp_path / "duckdb").iterdir()}
    for name in ("postgres", "again", "file"):
        for file, content in ours.items():
            assert (tmp_path / name / file).read_bytes() == content, f"{name}: {file}"
    import ibis

    assert set(TABLES) <= set(ibis.connect(server).list_tables())


@pytest.mark.parametrize(
    "address",
    [
        "postgres://me:se%2Fcret@127.0.0.1:1/none",
        "nosuch://me:se%2Fcret@127.0.0.1/none",
        "mysql://me:se%2Fcret@127.0.0.1:1/none",
    ],
)
def test_an_engine_that_cannot_be_used_is_one_line_without_the_password(
    address: str, found: Read
) -> None:
    with pytest.raises(Unusable) as refused, engine(address, found.local):
        pass
    said = str(refused.value)
    assert "\n" not in said and "127.0.0.1" in said
    assert "se%2Fcret" not in said and "se/cret" not in said


@pytest.mark.parametrize("word", ["se/cret", "se#cret", "se?cret", "[secret", "se:c@ret"])
def test_a_password_that_breaks_the_address_is_not_told(word: str, found: Read) -> None:
    with (
        pytest.raises(Unusable) as refused,
        engine(f"postgres://me:{word}@127.0.0.1:1/db", found.local),
    ):
        pass
    said = str(refused.value)
    assert said.startswith("--backend postgres://127.0.0.1: ")
    assert word not in said and "'se'" not in said and "secret" not in said


def test_a_wrong_password_ends_with_1(folder: Path, server: str, tmp_path: Path) -> None:
    wrong = server.replace("a-word", "no-word")
    command = ["results", str(folder), "--to", str(tmp_path), "--backend", wrong]
    ran = CliRunner().invoke(main, command)
    assert ran.exit_code == 1 and "no-word" not in ran.output
    assert "password authentication failed" in ran.output
