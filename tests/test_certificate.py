"""Certificates: made from a record, written as a code, countersigned, and refused once changed."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from build_tools.record import code, scores, to_json
from build_tools.record.bytes import time_text
from tests.node_case import run_node
from tests.quiz_case import WEB
from tests.record_case import NACL, SCRIPTS, records, sample_bank
from tests.test_signing import KEY

BANK = sample_bank()
MOST = 200
TWIN = f"""
globalThis.nacl = require({json.dumps(str(NACL))});
const scripts = {json.dumps([*SCRIPTS, "learn/signing.js", "learn/certificate.js"])};
scripts.forEach((name) => require({json.dumps(str(WEB))} + "/" + name));
const {{ bank, calls }} = JSON.parse(require("fs").readFileSync(0, "utf8"));
const {{ certificate, record }} = globalThis.tot;
const doers = {{
  made: (text) => certificate.make(record.readText(text, bank)[0].record, bank),
  code: (one) => certificate.code(one),
  sign: (one, key) => certificate.sign(one, key),
  read: (text) => certificate.read(text, bank),
  readAll: (text) => certificate.readAll(text, bank),
}};
process.stdout.write(JSON.stringify(calls.map(([name, ...given]) => doers[name](...given))));
"""


def told(*calls: list[Any]) -> list[Any]:
    """What the script of certificates gives back for these calls."""
    answers: list[Any] = json.loads(
        run_node(TWIN, json.dumps({"bank": asdict(BANK), "calls": calls}))
    )
    return answers


@cache
def made() -> list[dict[str, Any] | None]:
    """The certificates of many learners, None for those without a post-test."""
    texts = [to_json(record, BANK) for record in records(BANK, MOST)]
    return told(*(["made", text] for text in texts))


def one() -> dict[str, Any]:
    """A certificate with both scores."""
    return next(each for each in made() if each and each["pre"] is not None)


@cache
def signed() -> tuple[dict[str, Any], str]:
    """The same countersigned, and its code."""
    (certificate,) = told(["sign", one(), KEY])
    (text,) = told(["code", certificate])
    return certificate, text


def test_a_certificate_says_what_the_record_says() -> None:
    pairs = list(zip(records(BANK, MOST), made(), strict=True))
    assert {each is None for _, each in pairs} == {True, False}
    for record, each in pairs:
        known = scores(record, BANK)
        assert (each is not None) == ("post" in known)
        if each is None:
            continue
        ends = [test.ended for test in record.tests.values()]
        assert (each["name"], each["of"], each["date"]) == (record.name, record.of, max(ends))
        assert each["minutes"] == BANK.owners[record.of].minutes
        assert each["digest"] == json.loads(to_json(record, BANK))["digest"]
        for form in ("pre", "post"):
            whole = known.get(form, {}).get("all")
            assert (each[form] is None) == (whole is None)
            assert whole is None or abs(each[form] - whole) < 0.00051


def test_codes_come_back_countersigned_and_not() -> None:
    certificates = [each for each in made() if each]
    signatures = told(*(["sign", each, KEY] for each in certificates[:20]))
    assert all(len(each["signature"]) == 128 for each in signatures)
    texts = told(*(["code", each] for each in [*certificates, *signatures]))
    read = told(*(["read", text] for text in texts))
    plain, countersigned = read[: len(certificates)], read[len(certificates) :]
    for each, back in zip(certificates, plain, strict=True):
        assert back == {"certificate": each, "signed": False, "valid": None}
    for each, back in zip(signatures, countersigned, strict=True):
        assert back == {"certificate": each, "signed": True, "valid": True}
        assert back["certificate"]["office"] == KEY["office"]


def test_a_code_is_read_as_it_comes_back_from_a_message() -> None:
    certificate, text = signed()
    ways = [
        text.lower(), f"Here it is: {text}", f"{text} \u2013 thank you",
        " ".join(text[n : n + 5] for n in range(0, len(text), 5)), text.replace("0", "O"),
        f"{text[:40]}\r\n{text[40:90]}-\n{text[90:]}",
    ]  # fmt: skip
    for back in told(*(["read", way] for way in ways)):
        assert back == {"certificate": certificate, "signed": True, "valid": True}
    plain = told(["code", one()])[0]
    both = told(["readAll", f"A\r\n{text}\r\n\r\nB\r\n{plain}\r\n"])[0]
    assert [each["signed"] for each in both] == [True, False]


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        (lambda text: "", "not-a-certificate"),
        (lambda text: "TOTC", "not-a-certificate"),
        (lambda text: text.replace("TOTC1", ""), "not-a-certificate"),
        (lambda text: code(records(BANK, 1)[0], BANK), "a-result"),
        (lambda text: text[:-1], "cut"),
        (lambda text: text[:60], "cut"),
        (lambda text: "TOTC1", "cut"),
        (lambda text: text[:40] + ("0" if text[40] != "0" else "2") + text[41:], "misread"),
        (lambda text: text[:40] + text[41] + text[40] + text[42:], "misread"),
    ],
)
def test_a_damaged_code_is_refused_with_the_reason(changed: Any, fault: str) -> None:
    assert told(["read", changed(signed()[1])]) == [{"fault": fault}]


def test_other_courses_and_newer_schemas_are_refused() -> None:
    texts = told(["code", {**one(), "course": "other"}], ["code", {**one(), "schema": 2}])
    faults = told(*(["read", text] for text in texts))
    assert faults == [{"fault": "other-course"}, {"fault": "newer"}]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "Someone else"), ("of", "module-7"), ("minutes", 6000), ("pre", None),
        ("post", 0.999), ("date", time_text(5)), ("digest", "0" * 32), ("office", "Ministry"),
        ("curriculum", "2026.12.0"), ("public", "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"),
    ],
)  # fmt: skip
def test_a_field_changed_after_signing_breaks_the_signature(field: str, value: Any) -> None:
    """The forger works the check number out anew, as any program can."""
    certificate = signed()[0]
    assert certificate[field] != value
    (text,) = told(["code", {**certificate, field: value}])
    (read,) = told(["read", text])
    assert (read["signed"], read["valid"]) == (True, False)


def test_a_signature_taken_away_leaves_a_self_reported_certificate() -> None:
    bare = {name: value for name, value in signed()[0].items() if name in one()}
    (text,) = told(["code", bare])
    assert told(["read", text])[0] == {"certificate": one(), "signed": False, "valid": None}


def test_nothing_longer_than_a_page_would_make_is_read() -> None:
    texts = told(["code", {**one(), "name": "ກ" * 81}], ["code", {**one(), "post": 1.001}])
    assert told(*(["read", text] for text in texts)) == [{"fault": "misread"}] * 2


@settings(max_examples=8, deadline=None)
@given(st.lists(st.text(max_size=60), min_size=25, max_size=25), st.randoms(use_true_random=False))
def test_no_text_breaks_the_reader(texts: list[str], chance: Any) -> None:
    code_of = signed()[1]
    places = [chance.randrange(5, len(code_of)) for _ in texts]
    broken = [code_of[:at] + text + code_of[at + len(text) :]
              for at, text in zip(places, texts, strict=True)]  # fmt: skip
    for back in told(*(["read", text] for text in [*texts, *broken])):
        assert back.get("fault") or back["valid"] is True
