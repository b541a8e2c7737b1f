"""What leaves `tot results` for others: statements for a record store, records without names."""

from __future__ import annotations

import json
import re
import stat
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from click.testing import CliRunner, Result as Ran

from build_tools.cli import main
from build_tools.model import Curriculum
from build_tools.record import Bank, Result, bank, marks, read_text
from tests.results_case import NAMES, export, file, result


@pytest.fixture(scope="module")
def known(curriculum: Curriculum) -> Bank:
    return bank(curriculum)


@pytest.fixture
def ones(known: Bank, tmp_path: Path) -> list[Result]:
    """Records, as a tally's export and two files of their own."""
    made = [result(known, number) for number in range(30)]
    (tmp_path / "in").mkdir()
    (tmp_path / "in/tally.jsonl").write_text(export(made[2:], known), "utf-8")
    for number in range(4):
        (tmp_path / f"in/{number}.json").write_text(file(made[number], known), "utf-8")
    return made


def run(folder: Path, to: Path, *options: str) -> Ran:
    return CliRunner().invoke(main, ["results", str(folder), "--to", str(to), *options])


def statements(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_statements_say_what_the_records_say(
    known: Bank, ones: list[Result], tmp_path: Path
) -> None:
    ran = run(tmp_path / "in", tmp_path / "out", "--xapi", str(tmp_path / "x/all.jsonl"))
    assert ran.exit_code == 0, ran.output
    said = statements(tmp_path / "x/all.jsonl")
    assert len(said) == sum(11 * len(one.tests) for one in ones)
    assert len({UUID(one["id"]) for one in said}) == len(said)
    assert {UUID(one["id"]).version for one in said} == {5}
    by_thing = {(s["actor"]["account"]["name"], s["object"]["id"]): s for s in said}
    for one in ones:
        for form, test in one.tests.items():
            earned = marks(one, form, known)
            whole = by_thing[one.learner, f"urn:{known.course}:test/officials-workshop-{form}"]
            assert whole["verb"]["id"].endswith("/completed") and whole["timestamp"] == test.ended
            assert whole["result"]["score"]["scaled"] == pytest.approx(
                sum(earned.values()) / 10, abs=1e-6
            )
            for item, mark in earned.items():
                answered = by_thing[one.learner, f"urn:{known.course}:item/{item}"]
                assert answered["verb"]["id"].endswith("/answered")
                assert answered["result"]["success"] == (mark == 1)
                assert answered["result"]["score"]["scaled"] == pytest.approx(mark, abs=1e-6)
    text = (tmp_path / "x/all.jsonl").read_text("utf-8")
    assert not any(name in text for name in NAMES)


def test_statements_keep_their_ids(known: Bank, ones: list[Result], tmp_path: Path) -> None:
    first, again = tmp_path / "first.jsonl", tmp_path / "again.jsonl"
    assert run(tmp_path / "in", tmp_path / "out", "--xapi", str(first)).exit_code == 0
    (tmp_path / "in/tally.jsonl").write_text(export(ones[::-1], known), "utf-8")
    assert run(tmp_path / "in", tmp_path / "out", "--xapi", str(again)).exit_code == 0
    assert first.read_bytes() == again.read_bytes()


def test_records_without_names_can_be_read_again(
    known: Bank, ones: list[Result], tmp_path: Path
) -> None:
    key, out = tmp_path / "keys/key", tmp_path / "out"
    ran = run(tmp_path / "in", out, "--anonymise", str(key))
    assert ran.exit_code == 0 and "30 records without names" in ran.output
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert re.fullmatch("[0-9a-f]{64}\n", key.read_text())
    text = (out / "results.jsonl").read_text("utf-8")
    for one in ones:
        assert one.learner not in text and one.name not in text
    read = read_text(text, known)
    assert len(read) == 30 and all(isinstance(one, Result) for one in read)
    for kind in ("jsonl", "parquet"):
        folder = tmp_path / kind
        folder.mkdir()
        (folder / f"results.{kind}").write_bytes((out / f"results.{kind}").read_bytes())
        assert run(folder, tmp_path / f"{kind}-out").exit_code == 0
        for table in ("overview", "provinces", "groups", "objectives", "items"):
            mine = (tmp_path / f"{kind}-out/{table}.csv").read_bytes()
            assert mine == (out / f"{table}.csv").read_bytes(), table


def test_the_same_key_gives_the_same_hashes_and_another_key_others(
    ones: list[Result], tmp_path: Path
) -> None:
    texts = []
    for key in ("one", "one", "two"):
        assert (
            run(tmp_path / "in", tmp_path / "out", "--anonymise", str(tmp_path / key)).exit_code
            == 0
        )
        texts.append((tmp_path / "out/results.jsonl").read_text("utf-8"))
    assert texts[0] == texts[1]
    learners = [{json.loads(line)["learner"] for line in text.splitlines()} for text in texts]
    assert len(learners[0]) == 30 and not learners[0] & learners[2]


def test_their_order_does_not_follow_the_names_of_files(
    known: Bank, ones: list[Result], tmp_path: Path
) -> None:
    written = []
    for order in (range(2, 30), range(29, 1, -1)):
        (tmp_path / "in/tally.jsonl").write_text(export([ones[n] for n in order], known), "utf-8")
        out = tmp_path / "out"
        assert run(tmp_path / "in", out, "--anonymise", str(tmp_path / "key")).exit_code == 0
        written.append([(out / f"results.{kind}").read_bytes() for kind in ("jsonl", "parquet")])
        assert not [*out.glob("*.part")]
    assert written[0] == written[1]


def test_a_file_that_is_no_key_is_left_alone(ones: list[Result], tmp_path: Path) -> None:
    key = tmp_path / "letter"
    key.write_text("Dear office")
    ran = run(tmp_path / "in", tmp_path / "out", "--anonymise", str(key))
    assert ran.exit_code == 1 and "holds no key" in ran.output
    assert key.read_text() == "Dear office" and not (tmp_path / "out/results.jsonl").exists()
