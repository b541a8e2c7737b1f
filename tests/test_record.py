"""Result records: the same bytes, digests, scores and faults in Python and in JavaScript."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import asdict, replace
from time import perf_counter

import pytest
from hypothesis import given, strategies as st

from build_tools.model import Curriculum
from build_tools.record import (
    Answer,
    Bank,
    Fault,
    Result,
    Unfit,
    bank,
    bank_script,
    code,
    marks,
    read_text,
    scores,
    to_json,
    unread,
)
from build_tools.record.bytes import SYMBOLS, decode, encode, id_hash
from tests.record_case import in_node, records, sample_bank

BANK = sample_bank()
MADE = records(BANK, 400)
ONE = MADE[0]


def told(text: str, of: Bank = BANK) -> list[list[str]]:
    """What the reader says of a text, as the twin's driver says it."""
    return [
        [one.name, one.detail] if isinstance(one, Fault) else [to_json(one, of), code(one, of)]
        for one in read_text(text, of)
    ]


def renamed(result: Result) -> Result:
    """The record as it comes out of its code: what the bank does not know has no name any more."""
    (read,) = read_text(code(result, BANK), BANK)
    assert isinstance(read, Result)
    return read


def all_known(result: Result) -> bool:
    return not unread(result, BANK)


@given(st.binary(max_size=40))
def test_base32_gives_the_bytes_back(data: bytes) -> None:
    assert decode(encode(data)) == data


@pytest.mark.parametrize("text", ["0", "ZZ", "01", "U0", "O0", "00\u00c0", "0000000000001"])
def test_base32_refuses_what_no_bytes_are_written_as(text: str) -> None:
    assert decode(text) is None


def test_a_record_comes_back_from_its_file_and_from_its_code() -> None:
    for result in MADE:
        assert read_text(to_json(result, BANK), BANK) == [result]
        again = renamed(result)
        assert code(again, BANK) == code(result, BANK)
        assert read_text(to_json(again, BANK), BANK) == [again]
        if all_known(result):
            assert again == result
    assert sum(map(all_known, MADE)) > 20


def test_the_twin_writes_the_same_bytes() -> None:
    texts = [text for result in MADE for text in (to_json(result, BANK), code(result, BANK))]
    there = in_node(BANK, [["told", text] for text in texts])
    assert there == [told(text) for text in texts]
    assert all(len(one) == 1 and one[0][1].startswith("TOTR1") for one in there)


def test_the_twin_gives_the_same_scores() -> None:
    learners = records(BANK, 2000, seed=11)
    there = in_node(BANK, [["made", to_json(result, BANK)] for result in learners])
    for result, made in zip(learners, there, strict=True):
        assert made["marks"] == {form: marks(result, form, BANK) for form in result.tests}
        assert made["scores"] == scores(result, BANK)
        assert made["unread"] == unread(result, BANK)
    all_marks = [
        mark for made in there for form in made["marks"].values() for mark in form.values()
    ]
    types = {
        BANK.items[item].type for made in there for form in made["marks"].values() for item in form
    }
    assert len(all_marks) > 20_000 and {0, 1} < set(all_marks) and len(types) == 8


def damaged(text: str, chance: random.Random) -> Iterator[str]:
    """The text with a letter changed, added or lost, two swapped, cut at either end."""
    letters = SYMBOLS + 'OILU!{}",: \n-໑\u200b\u0301\U0001f600'
    at = chance.randrange(len(text) - 1)
    yield text[:at] + chance.choice(letters) + text[at + 1 :]
    yield text[:at] + chance.choice(letters) + text[at:]
    yield text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    yield text[:at] + text[at + 1 :]
    yield text[:at]
    yield text[at:]
    yield text[:at] + text[at + chance.randrange(9) :]


def test_the_twin_finds_the_same_faults_in_damaged_texts() -> None:
    chance = random.Random(5)
    whole = [text for result in MADE[:80] for text in (to_json(result, BANK), code(result, BANK))]
    texts = [each for text in whole for _ in range(4) for each in damaged(text, chance)]
    here = [told(text) for text in texts]
    assert in_node(BANK, [["told", text] for text in texts]) == here
    names = {fault for found in here for fault, _ in found}
    assert {"cut", "misread", "changed", "score", "incomplete", "not-a-record"} <= names
    assert len(texts) > 4000


@given(st.text(max_size=300) | st.text(SYMBOLS + "toilTOR1 -\n", max_size=300).map("TOTR1".__add__))
def test_no_text_is_too_strange(text: str) -> None:
    assert all(isinstance(one, Fault) for one in read_text(text, BANK))


def meant(text: str) -> str:
    """The symbols of a code as they are read."""
    return text.replace("O", "0").replace("I", "1").replace("L", "1")


def test_every_change_of_a_code_is_refused() -> None:
    whole = code(ONE, BANK)
    for at in range(len(whole)):
        for letter in SYMBOLS:
            changed = whole[:at] + letter + whole[at + 1 :]
            if meant(changed) == meant(whole):
                continue
            (found,) = read_text(changed, BANK)
            assert isinstance(found, Fault)
            allowed = {"not-a-record"} if at < 5 else {"misread", "cut"} if at < 8 else {"misread"}
            assert found.name in allowed


def test_every_cut_and_swap_of_a_code_is_refused() -> None:
    whole = code(ONE, BANK)
    for at in range(5, len(whole)):
        assert read_text(whole[:at], BANK) == [Fault("cut")]
    for at in range(len(whole) - 1):
        swapped = whole[:at] + whole[at + 1] + whole[at] + whole[at + 2 :]
        if meant(swapped) != meant(whole):
            (found,) = read_text(swapped, BANK)
            assert isinstance(found, Fault), at


def test_codes_are_found_among_other_words() -> None:
    first, second = (code(one, BANK) for one in MADE[:2])
    grouped = "-".join(first[at : at + 4] for at in range(0, len(first), 4)).lower()
    chat = f"[09:12] ນາງ ຄຳ: ສະບາຍດີ {grouped}\nຂອບໃຈ\n[09:13] Noy: {second[:40]}\n{second[40:]} thanks!"
    assert [code(one, BANK) for one in read_text(chat, BANK) if isinstance(one, Result)] == [first, second]  # fmt: skip
    typed = first.replace("TOTR1", "t0trl").replace("1", "l").replace("0", "o")
    assert read_text(typed, BANK) == read_text(first, BANK)
    assert told(chat + typed[1:]) == in_node(BANK, [["told", chat + typed[1:]]])[0]


CHANGED = [
    ("name", "Somebody else", "changed"),
    ("made", "2026-11-22T09:00:00Z", "changed"),
    ("learner", "0" * 12, "changed"),
    ("digest", "0" * 32, "changed"),
    ("course", "another", "other-course"),
    ("schema", 2, "newer"),
    ("schema", 0, "incomplete"),
    ("name", "a\u200bb", "incomplete"),
    ("name", "a" * 81, "incomplete"),
    ("name", "\ud800", "incomplete"),
    ("group", None, "incomplete"),
    ("of", "nobody", "incomplete"),
    ("curriculum", "2256.11.0", "incomplete"),
    ("curriculum", "2026.11.256", "incomplete"),
    ("curriculum", "2255.99.255", "changed"),
    ("made", "2026-02-30T09:00:00Z", "incomplete"),
    ("made", "2026-02-03T24:00:00Z", "incomplete"),
    ("made", "2019-12-31T23:59:59Z", "incomplete"),
    ("practice", {"lessons": 1.5}, "incomplete"),
    ("tests", {}, "incomplete"),
    ("kind", "else", "not-a-record"),
    ("scores", {}, "score"),
]


@pytest.mark.parametrize(("field", "value", "fault"), CHANGED)
def test_a_changed_file_is_refused(field: str, value: object, fault: str) -> None:
    one = next(made for made in MADE if made.curriculum == BANK.curriculum)
    text = json.dumps({**json.loads(to_json(one, BANK)), field: value})
    (found,) = read_text(text, BANK)
    assert isinstance(found, Fault) and found.name == fault
    assert fault != "incomplete" or found.detail == field
    assert in_node(BANK, [["told", text]]) == [[[found.name, found.detail]]]


def test_a_changed_answer_or_score_is_refused() -> None:
    one = next(m for m in MADE if m.curriculum == BANK.curriculum and "post" in m.tests)
    value = json.loads(to_json(one, BANK))
    value["scores"]["post"]["all"] = round(value["scores"]["post"]["all"] + 0.001, 4)
    assert read_text(json.dumps(value), BANK) == [Fault("score")]
    value = json.loads(to_json(one, BANK))
    next(iter(value["tests"]["post"]["answers"].values()))["given"] = "changed"
    assert read_text(json.dumps(value), BANK) == [Fault("changed")]


def test_an_older_copy_reads_what_it_knows() -> None:
    test = ONE.tests.get("pre") or ONE.tests["post"]
    item = next(iter(BANK.owners[ONE.of].pre))
    older = replace(BANK, items={id: one for id, one in BANK.items.items() if id != item})
    answered = replace(
        ONE, tests={"pre": replace(test, answers={item: Answer("budget", "en", True)})}
    )
    (read,) = read_text(code(answered, BANK), older)
    assert isinstance(read, Result)
    (name,) = read.tests["pre"].answers
    assert name.startswith("#") and unread(read, older) == [name]
    assert read.tests["pre"].answers[name].given == "budget"
    assert scores(read, older) == {} and code(read, older) == code(answered, BANK)


def test_lines_of_an_export_are_read_one_by_one() -> None:
    lines = [json.dumps({**json.loads(to_json(one, BANK)), "marks": {}}) for one in MADE[:3]]
    lines[1] = lines[1][:200]
    text = "\ufeff" + "\r\n".join(lines) + "\r\n"
    first, cut, third = read_text(text, BANK)
    assert (first, cut, third) == (MADE[0], Fault("cut"), MADE[2])
    assert in_node(BANK, [["told", text]]) == [told(text)]


def test_records_of_the_real_course(curriculum: Curriculum) -> None:
    real = bank(curriculum)
    made = records(real, 100)
    texts = [text for one in made for text in (to_json(one, real), code(one, real))]
    assert in_node(real, [["told", text] for text in texts]) == [told(text, real) for text in texts]


@pytest.mark.parametrize("what", ["items", "owners", "provinces", "parts"])
def test_ids_with_the_same_digest_stop_the_build(what: str) -> None:
    names: list[str] = []
    seen: dict[bytes, str] = {}
    size = 2 if what in ("provinces", "parts") else 3
    for number in range(2**14):
        other = seen.setdefault(id_hash(f"a-{number}", size), f"a-{number}")
        if other != f"a-{number}":
            names = [other, f"a-{number}"]
            break
    assert names, "the birthday of digests did not come"
    item = BANK.items["item-0"]
    owner = BANK.owners["module-0"]
    clashing = {
        "items": {"items": {names[0]: item, "other": replace(item, aliases=(names[1],))}},
        "owners": {"owners": dict.fromkeys(names, owner)},
        "provinces": {"provinces": {name: {"en": "-", "lo": "-"} for name in names}},
        "parts": {"items": {"item-0": replace(item, parts=tuple(names))}},
    }[what]
    with pytest.raises(Unfit, match=f"{names[0]}.*{names[1]}.*another id"):
        assert replace(BANK, **clashing).names


def test_a_version_that_no_record_can_hold_stops_the_build(curriculum: Curriculum) -> None:
    cover = curriculum.cover.model_copy(update={"version": "2026.11.256"})
    with pytest.raises(Unfit, match=r"2026\.11\.256"):
        bank(replace(curriculum, cover=cover))


def test_the_script_of_the_bank_is_the_bank(curriculum: Curriculum) -> None:
    made = bank(curriculum)
    script = bank_script(made).decode()
    assert script.startswith("(globalThis.tot=globalThis.tot||{}).bank=")
    held = json.loads(script.partition(".bank=")[2].removesuffix(";\n"))
    assert held == json.loads(json.dumps(asdict(made)))
    asked = {item for owner in made.owners.values() for item in (*owner.pre, *owner.post)}
    assert set(made.items) == asked
    assert all(
        made.objectives[item.objective]["module"] == item.module for item in made.items.values()
    )
    assert all(lesson in made.lessons for owner in made.owners.values() for lesson in owner.lessons)


def test_a_hostile_text_is_read_in_no_time() -> None:
    size = 300_000
    texts = ["a" + " " * size + "b", "T " * size, "TOTR1" * (size // 5), "{" * size, "[" * size,
             "TOTR1" + "0" * size, '{"kind": "tot-result", "schema": 1' + " " * size]  # fmt: skip
    start = perf_counter()
    here = [told(text) for text in texts]
    assert in_node(BANK, [["told", text] for text in texts]) == here
    assert perf_counter() - start < 20
