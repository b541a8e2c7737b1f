"""`tot results`: from a folder of real files to the report; what is damaged is refused with a reason."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result as Ran

from build_tools.cli import main
from build_tools.model import Curriculum
from build_tools.record import Bank, bank, code, marks
from build_tools.results.privacy import LEAST
from tests.results_case import NAMES, changed, export, file, result

OWNER = "officials-workshop"
TABLES = ("overview", "provinces", "groups", "months", "modules", "objectives", "items")
Command = Callable[..., Ran]


@pytest.fixture(scope="module")
def known(curriculum: Curriculum) -> Bank:
    return bank(curriculum)


@pytest.fixture
def results(tmp_path: Path) -> Command:
    """Runs `tot results` on the folder `in` and writes to `out`."""
    (tmp_path / "in").mkdir()

    def run(*options: str) -> Ran:
        command = ["results", str(tmp_path / "in"), "--to", str(tmp_path / "out"), *options]
        return CliRunner().invoke(main, command)

    return run


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8-sig", newline="") as text:
        return list(csv.DictReader(text))


def test_every_kind_of_file_counts_once(known: Bank, results: Command, tmp_path: Path) -> None:
    ones = [result(known, number) for number in range(60)]
    folder = tmp_path / "in"
    for number in range(10):
        (folder / f"{number}.json").write_text(file(ones[number], known), "utf-8")
    (folder / "win.TXT").write_text("ສະບາຍດີ " + code(ones[10], known).lower(), "utf-16")
    (folder / "sub").mkdir()
    (folder / "sub/codes.txt").write_text("\n".join(code(one, known) for one in ones[11:20]))
    plain = "\n".join(json.dumps(json.loads(file(one, known))) for one in ones[18:30])
    (folder / "sub/plain.jsonl").write_text(f"\n{plain}\n\n", "utf-8")
    (folder / "tally.jsonl").write_text(export(ones[25:], known), "utf-8")
    (folder / "picture.png").write_bytes(b"not ours")
    ran = results()
    assert ran.exit_code == 0, ran.output
    assert "67 records of 60 people; 7 older or repeated ones left out." in ran.output
    (whole,) = rows(tmp_path / "out", "overview")
    both = [one for one in ones if "post" in one.tests]
    assert (whole["people"], whole["pre_people"], whole["both_people"]) == ("60", "60", "45")
    pre = {one.learner: mean([*marks(one, "pre", known).values()]) for one in ones}
    post = [mean([*marks(one, "post", known).values()]) for one in both]
    begun = mean([pre[one.learner] for one in both])
    assert float(whole["pre"]) == pytest.approx(mean([*pre.values()]), abs=1e-6)
    assert float(whole["post"]) == pytest.approx(mean(post), abs=1e-6)
    assert float(whole["gain"]) == pytest.approx((mean(post) - begun) / (1 - begun), abs=1e-6)


def mean(values: list[float]) -> float:
    return sum(values) / len(values)


def test_difficulty_and_discrimination_are_those_of_their_definitions(
    known: Bank, results: Command, tmp_path: Path
) -> None:
    ones = [result(known, number) for number in range(1, 40)]
    (tmp_path / "in/tally.jsonl").write_text(export(ones, known), "utf-8")
    assert results().exit_code == 0
    of_form = {form: [marks(one, form, known) for one in ones if form in one.tests]
               for form in ("pre", "post")}  # fmt: skip
    found = rows(tmp_path / "out", "items")
    assert len(found) == 20
    for row in found:
        had = of_form[row["form"]]  # type: ignore[index]
        own = [each[row["item"]] for each in had]
        rest = [mean([m for item, m in each.items() if item != row["item"]]) for each in had]
        assert float(row["difficulty"]) == pytest.approx(mean(own), abs=1e-6)
        wanted = pearson(own, rest)
        assert (row["discrimination"] == "") == (wanted is None)
        assert wanted is None or float(row["discrimination"]) == pytest.approx(wanted, abs=1e-6)
        assert row["few"] == ("yes" if len(had) < 20 else "no")


def pearson(one: list[float], other: list[float]) -> float | None:
    a, b = mean(one), mean(other)
    spread = sum((x - a) ** 2 for x in one) * sum((y - b) ** 2 for y in other)
    if spread < 1e-12:
        return None
    return float(sum((x - a) * (y - b) for x, y in zip(one, other)) / spread**0.5)


def test_a_newer_record_replaces_an_older_one(
    known: Bank, results: Command, tmp_path: Path
) -> None:
    ones = [result(known, number, province="attapeu") for number in range(4, 10)]
    newer = [replace(one, made="2026-12-01T00:00:00Z", province="sekong") for one in ones]
    (tmp_path / "in/b.jsonl").write_text(export(ones, known), "utf-8")
    (tmp_path / "in/a.jsonl").write_text(export(newer, known), "utf-8")
    assert results().exit_code == 0
    assert [row["province"] for row in rows(tmp_path / "out", "provinces")] == ["sekong"]


def test_no_name_and_no_learner_is_in_any_file(
    known: Bank, results: Command, tmp_path: Path
) -> None:
    ones = [result(known, number) for number in range(30)]
    (tmp_path / "in/Somsak Vongsa.jsonl").write_text(export(ones, known), "utf-8")
    assert results().exit_code == 0
    for path in (tmp_path / "out").iterdir():
        content = path.read_bytes()
        if path.suffix == ".parquet":
            content = str(pq.read_table(path).to_pylist()).encode()
        for secret in (*NAMES, *(one.learner for one in ones)):
            assert secret.encode() not in content, path.name


def test_small_groups_and_provinces_are_merged_in_every_file(
    known: Bank, results: Command, tmp_path: Path
) -> None:
    sizes = [("attapeu", "A", 8), ("attapeu", "B", 3), ("bokeo", "C", 6), ("sekong", "D", 2)]
    ones, number = [], 1
    for province, group, size in sizes:
        for _ in range(size):
            ones.append(result(known, number, province=province, group=group))
            number += 4
    (tmp_path / "in/tally.jsonl").write_text(export(ones, known), "utf-8")
    assert results().exit_code == 0
    out = tmp_path / "out"
    provinces = {row["province"]: row["people"] for row in rows(out, "provinces")}
    assert provinces == {"attapeu": "11", "other-provinces": "8"}
    groups = {(r["province"], r["group"]): r["people"] for r in rows(out, "groups")}
    assert groups == {("attapeu", "other-groups"): "11", ("other-provinces", "other-groups"): "8"}
    for table in TABLES:
        same = pq.read_table(out / f"{table}.parquet").to_pylist()
        assert len(same) == len(rows(out, table))
        assert all(row["people"] >= LEAST for row in same), table


def test_under_five_people_no_score_is_told(known: Bank, results: Command, tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"in/{number}.json").write_text(file(result(known, number), known), "utf-8")
    assert results().exit_code == 0
    for table in TABLES:
        for row in rows(tmp_path / "out", table):
            assert row["pre"] == row["post"] == row["gain"] == "", table


def test_equal_data_give_equal_bytes(known: Bank, results: Command, tmp_path: Path) -> None:
    ones = [result(known, number) for number in range(40)]
    written = []
    for order in (ones, ones[::-1]):
        (tmp_path / "in/tally.jsonl").write_text(export(order, known), "utf-8")
        assert results().exit_code == 0
        written.append({p.name: p.read_bytes() for p in (tmp_path / "out").iterdir()})
    assert written[0] == written[1]


def test_damaged_input_is_refused_with_its_reason(
    known: Bank, results: Command, tmp_path: Path
) -> None:
    folder, text = tmp_path / "in", file(result(known, 1), known)
    good = [export([result(known, number)], known) for number in range(2, 9)]
    lines = [*good, text.replace("\n", "")[:300] + "\n", "\n", "nonsense\n",
             changed(text, province="sekong") + "\n", changed(good[0], marks={"pre": {"x": 7}}) + "\n"]  # fmt: skip
    (folder / "tally.jsonl").write_text("".join(lines), "utf-8")
    (folder / "bytes.jsonl").write_bytes(b"\xff\xfe\x00\xd8 \n" + good[1].encode())
    (folder / "other.json").write_text(changed(text, course="another"), "utf-8")
    (folder / "newer.json").write_text(changed(text, schema=2), "utf-8")
    (folder / "cut.txt").write_text(code(result(known, 1), known)[:-9])
    (folder / "own.parquet").write_text("nonsense")
    (folder / "empty.json").write_text("")
    ran = results()
    assert ran.exit_code == 0, ran.output
    found = {(r["file"], r["place"]): r["fault"] for r in rows(tmp_path / "out", "refused")}
    assert found[("tally.jsonl", "8")] == "cut"
    assert found[("tally.jsonl", "10")] == "not-a-record"
    assert found[("tally.jsonl", "11")] == "changed"
    assert found[("other.json", "")] == "other-course"
    assert found[("newer.json", "")] == "newer"
    assert found[("own.parquet", "")] == found[("empty.json", "")] == "not-a-record"
    assert found[("cut.txt", "")] in ("cut", "misread")
    assert "of 7 people" in ran.output and "2 refused: cut" in ran.output
    assert results("--strict").exit_code == 1


def test_what_a_line_states_beside_its_record_is_doubted(
    known: Bank, results: Command, tmp_path: Path
) -> None:
    ones = [result(known, number) for number in range(1, 12)]
    lines = [json.loads(export([one], known)) for one in ones]
    item = next(iter(lines[0]["marks"]["pre"]))
    lines[0]["marks"]["pre"][item] = None
    lines[1]["marks"]["pre"] = {f"x{number}": 1 for number in range(999)}
    lines[2]["marks"]["pre"]["<b>Somsak Vongsa"] = 1
    lines[3]["tests"]["pre"]["ended"] = "Somsak Vongsa"
    lines[4]["made"] = "0000-01-01T00:00:00Z"
    lines[5]["group"] = "A\0\nB" * 9
    text = "".join(json.dumps(line) + "\n" for line in lines)
    (tmp_path / "in/tally.jsonl").write_text(text, "utf-8")
    ran = results("--xapi", str(tmp_path / "x.jsonl"))
    assert ran.exit_code == 0 and "8 records of 8 people" in ran.output, ran.output
    found = {row["place"]: row["detail"] for row in rows(tmp_path / "out", "refused")}
    assert found == {"4": "tests.pre", "5": "made", "6": "group"}
    for path in (tmp_path / "x.jsonl", *(tmp_path / "out").glob("*.[ch]*")):
        assert "Somsak" not in path.read_text("utf-8"), path.name


def test_the_name_of_a_file_is_only_a_name(known: Bank, results: Command, tmp_path: Path) -> None:
    ones = [result(known, number, province="attapeu") for number in range(1, 9)]
    folder = tmp_path / "in/province=sekong"
    folder.mkdir()
    for name in ("a*.jsonl", "ab.jsonl", "results[1].jsonl"):
        (folder / name).write_text(export(ones, known), "utf-8")
    for odd in (b"caf\xe9.jsonl", b"caf\xe9.json"):
        (folder / os.fsdecode(odd)).write_text("nonsense", "utf-8")
    (folder / "notepad.jsonl").write_text(export(ones, known), "utf-16")
    ran = results()
    assert ran.exit_code == 0 and "32 records of 8 people; 24 older" in ran.output, ran.output
    assert {row["province"] for row in rows(tmp_path / "out", "provinces")} == {"attapeu"}
    assert len(rows(tmp_path / "out", "refused")) == 2


@pytest.mark.parametrize("option", ["--to", "--xapi"])
def test_nothing_is_written_where_results_are_read(
    option: str, known: Bank, results: Command, tmp_path: Path
) -> None:
    (tmp_path / "in/1.json").write_text(file(result(known, 1), known), "utf-8")
    ran = results(option, str(tmp_path / "in/sub/x.jsonl"))
    assert ran.exit_code == 1 and "write to another folder" in ran.output
    assert [path.name for path in (tmp_path / "in").iterdir()] == ["1.json"]


def test_a_folder_without_results_is_one_line(results: Command, tmp_path: Path) -> None:
    ran = results()
    assert ran.exit_code == 1 and "holds no results that can be read." in ran.output
    assert CliRunner().invoke(main, ["results", str(tmp_path / "none")]).exit_code == 2


def test_a_group_code_is_no_formula_and_no_markup(
    known: Bank, results: Command, tmp_path: Path
) -> None:
    ones = [result(known, number, group="=<B>1") for number in range(1, 30)]
    (tmp_path / "in/tally.jsonl").write_text(export(ones, known), "utf-8")
    assert results().exit_code == 0
    assert {row["group"] for row in rows(tmp_path / "out", "groups")} == {"'=<B>1"}
    assert "<B>" not in (tmp_path / "out/report.en.html").read_text("utf-8")


def test_the_help_says_what_the_command_takes() -> None:
    said = CliRunner().invoke(main, ["results", "--help"]).output
    for option in ("--to", "--backend", "--xapi", "--anonymise", "--strict"):
        assert option in said
