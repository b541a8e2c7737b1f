"""Written records with their codes and digests: they pin the format in both languages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from build_tools.record import Bank, Fault, Result, code, digest, read_text, to_json, unread
from build_tools.record.bank import BankItem, Owner
from tests.quiz_case import read_yaml
from tests.record_case import in_node

CASES = Path(__file__).parent / "cases/records"
_BANK = json.loads((CASES / "bank.json").read_text(encoding="utf-8"))
BANK = Bank(**{
    **_BANK,
    "items": {id: BankItem(**item) for id, item in _BANK["items"].items()},
    "owners": {id: Owner(**owner) for id, owner in _BANK["owners"].items()},
})  # fmt: skip
NAMES = sorted(path.stem for path in CASES.glob("*.txt"))


@pytest.mark.parametrize("name", NAMES)
def test_a_file_and_its_code_are_the_same_record(name: str) -> None:
    file, text = (
        (CASES / f"{name}.{kind}").read_text(encoding="utf-8") for kind in ("json", "txt")
    )
    (result,) = read_text(file, BANK)
    assert isinstance(result, Result)
    assert read_text(text, BANK) == [result]
    assert (to_json(result, BANK), code(result, BANK) + "\n") == (file, text)
    assert digest(result) == json.loads(file)["digest"]
    told = [[file, text.strip()]]
    assert in_node(BANK, [["told", file], ["told", text]]) == [told, told]


def test_what_an_older_record_names_is_listed_where_nobody_knows_it() -> None:
    (older,) = read_text((CASES / "older.txt").read_text(encoding="utf-8"), BANK)
    assert isinstance(older, Result) and unread(older, BANK) == ["#0a1b2c"]


@pytest.mark.parametrize("case", read_yaml(CASES / "refused.yaml"), ids=lambda case: case["why"])
def test_a_damaged_record_is_refused_with_its_reason(case: dict[str, str]) -> None:
    whole = (CASES / case["of"]).read_text(encoding="utf-8")
    assert case["change"] in whole
    text = whole.replace(case["change"], case["to"], 1)
    expected = Fault(case["fault"], case.get("detail", ""))
    assert read_text(text, BANK) == [expected]
    assert in_node(BANK, [["told", text]]) == [[[expected.name, expected.detail]]]
