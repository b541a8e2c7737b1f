"""The record of progress, tried in Node: what is sound stays, whatever is broken around it."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

from hypothesis import given, settings, strategies as st

from tests.node_case import run_node

LEARN = Path(__file__).parent.parent / "build_tools/web/learn"
COURSE = "sample"
FEW = settings(max_examples=15, deadline=None)
NOON, LATER = "2026-11-22T12:00:00Z", "2026-11-23T12:00:00Z"

ids = st.sampled_from(["a", "b", "c-d", "constructor", "9-lives", "e1"])
times = st.builds("2026-{:02}-{:02}T0{}:00:00Z".format, *map(st.integers, (1, 1, 0), (12, 28, 9)))
languages = st.sampled_from(["lo", "en"])
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
responses = st.one_of(texts, st.lists(ids, max_size=2), st.dictionaries(ids, ids, max_size=2))
marks = st.sampled_from([0, 0.25, 0.5, 1])
maybe_time = st.none() | times
lessons = st.fixed_dictionaries(
    {"opened": times, "read": maybe_time, "items": st.lists(ids, max_size=2)}
)
items = st.fixed_dictionaries({
    "tries": st.integers(1, 50), "first": marks, "best": marks, "given": responses,
    "language": languages, "at": times,
})  # fmt: skip
answers = st.dictionaries(
    ids, st.fixed_dictionaries({"given": st.none() | responses, "language": languages}), max_size=2
)
attempts = st.fixed_dictionaries({
    "began": times, "ended": maybe_time, "attempt": st.integers(1, 9), "place": st.integers(0, 10),
    "items": st.lists(ids, max_size=2), "answers": answers,
})  # fmt: skip
records = st.fixed_dictionaries({
    "schema": st.just(1), "course": st.just(COURSE),
    "learner": st.text("0123456789ABCDEFGHJKMNPQRSTVWXYZ", min_size=12, max_size=12),
    "place": st.none() | st.fixed_dictionaries(
        {"page": st.builds("{}/{}".format, ids, ids), "heading": st.just("") | ids}),
    "lessons": st.dictionaries(ids, lessons, max_size=2),
    "items": st.dictionaries(ids, items, max_size=2),
    "tests": st.dictionaries(ids, attempts, max_size=2),
    "own": st.fixed_dictionaries(dict.fromkeys(("name", "province", "group", "of"), texts)),
})  # fmt: skip
values = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=8) | times,
    lambda below: st.lists(below, max_size=3) | st.dictionaries(st.text(max_size=8), below),
    max_leaves=6,
)


def run(body: str, value: object) -> Any:
    """What the JavaScript function body returns, given `value`, the record's functions and merge."""
    script = (
        f"const record = require({json.dumps(str(LEARN / 'progress-record.js'))});"
        f"const merge = require({json.dumps(str(LEARN / 'progress-merge.js'))});"
        f"const run = (value) => {{ {body} }};"
        "let text = ''; process.stdin.on('data', (more) => { text += more; });"
        "process.stdin.on('end', () => console.log(JSON.stringify(run(JSON.parse(text)))));"
    )
    return json.loads(run_node(script, json.dumps(value)))


def parsed(texts: list[str]) -> list[Any]:
    return list(run(f"return value.map((text) => record.parse(text, '{COURSE}'))", texts))


def an_answer(**changed: object) -> dict[str, object]:
    return {
        "tries": 1, "first": 0, "best": 0, "given": "a", "language": "lo", "at": NOON, **changed
    }  # fmt: skip


@FEW
@given(st.lists(records, min_size=1, max_size=3))
def test_a_sound_record_is_read_as_it_was_written(cases: list[Any]) -> None:
    found = parsed([json.dumps(case) for case in cases])
    assert [one["fault"] for one in found] == [""] * len(cases)
    assert [one["record"] for one in found] == cases


@FEW
@given(st.lists(st.tuples(records, st.sampled_from(["lessons", "items", "tests"]), ids, values),
                min_size=1, max_size=3))  # fmt: skip
def test_what_is_sound_of_a_broken_record_is_kept(cases: list[Any]) -> None:
    texts = []
    for whole, part, name, value in cases:
        harmed = deepcopy(whole)
        harmed[part][name] = value
        texts.append(json.dumps(harmed))
    for (whole, part, name, _), found in zip(cases, parsed(texts), strict=True):
        assert found["fault"] == "broken"
        for other in ("lessons", "items", "tests"):
            kept = {key: one for key, one in whole[other].items() if (other, key) != (part, name)}
            assert found["record"][other] == kept
        assert found["record"]["learner"] == whole["learner"]
        assert found["record"]["own"] == whole["own"]


@FEW
@given(st.lists(st.one_of(values.map(json.dumps), st.text(max_size=20)), min_size=1, max_size=8))
def test_anything_else_is_broken_and_gives_an_empty_record(texts: list[str]) -> None:
    for found in parsed(texts):
        assert found["fault"] == "broken"
        assert found["record"]["items"] == {} and found["record"]["schema"] == 1
        assert len(found["record"]["learner"]) == 12


def test_a_record_cut_off_anywhere_is_broken() -> None:
    whole = run(f"return record.empty('{COURSE}')", None)
    whole["items"]["one"] = an_answer()
    text = json.dumps(whole)
    assert {found["fault"] for found in parsed([text[:n] for n in range(len(text))])} == {"broken"}


def test_records_of_another_course_and_of_newer_programs_are_told_apart() -> None:
    whole = run(f"return record.empty('{COURSE}')", None)
    cases = [json.dumps(whole | change) for change in (
        {"course": "another"}, {"schema": 2}, {"schema": 99, "items": "moved"}, {"schema": 0},
        {"schema": "1"}, {"schema": 1.5})]  # fmt: skip
    assert [found["fault"] for found in parsed(cases)] == [
        "other", "newer", "newer", "broken", "broken", "broken"
    ]  # fmt: skip


UPGRADE = """
const steps = {
  1: (old) => ({ ...old, items: old.answers, trace: "1" }),
  2: (old) => ({ ...old, items: Object.fromEntries(
    Object.entries(old.items).map(([id, one]) => [id, { ...one, tries: 7 }])), trace: old.trace + "2" }),
  3: (old) => ({ ...old, own: { ...old.own, name: old.trace + "3" } }),
};
return value.map(([text, schema, until]) => record.parse(text, 'sample', schema,
  Object.fromEntries(Object.entries(steps).filter(([step]) => step < until))));
"""


def test_older_records_are_upgraded_step_by_step() -> None:
    old = run(f"return record.empty('{COURSE}')", None)
    old |= {"answers": {"one": an_answer()}, "items": None}
    done, short = run(UPGRADE, [[json.dumps(old), 4, 4], [json.dumps(old), 4, 3]])
    assert done["fault"] == ""
    assert done["record"]["own"]["name"] == "123"
    assert done["record"]["items"] == {"one": an_answer(tries=7)}
    assert short["fault"] == "broken", "no step leads to schema 4"


def test_states_of_lessons_and_answers_under_old_ids() -> None:
    said = run(
        """
        const kept = record.empty('sample');
        const seen = [];
        const look = () => seen.push(record.lessonState(kept, "a"));
        look();
        kept.lessons.a = { opened: "t", read: null, items: ["x", "y"] }; look();
        kept.lessons.a.read = "t"; look();
        const given = { response: "r", mark: 0.5, language: "lo", at: "t" };
        record.answer(kept, { item: "x", ...given }); look();
        record.answer(kept, { item: "old-y", ...given }); look();
        record.rename(kept, "y", ["older-y", "old-y"]); look();
        record.answer(kept, { item: "y", ...given, mark: 0.25 });
        return [seen, kept.items];
        """,
        None,
    )
    assert said[0] == ["", "begun", "read", "read", "read", "done"]
    answer = {"first": 0.5, "best": 0.5, "given": "r", "language": "lo", "at": "t"}
    assert said[1] == {"x": {"tries": 1, **answer}, "y": {"tries": 2, **answer}}


@FEW
@given(st.lists(st.tuples(records, records), min_size=1, max_size=2))
def test_two_records_put_together_lose_nothing(pairs: list[Any]) -> None:
    merged = run("return value.map(([here, file]) => merge(here, file))", pairs)
    again = run("return value.map(([here, file]) => merge(here, file))",
                [[one, file] for one, (_, file) in zip(merged, pairs, strict=True)])  # fmt: skip
    assert again == merged, "loading the same file twice changes nothing"
    assert [one["fault"] for one in parsed([json.dumps(one) for one in merged])] == [""] * len(
        pairs
    )
    for both, (here, file) in zip(merged, pairs, strict=True):
        assert both["learner"] == file["learner"]
        for part in ("lessons", "items", "tests"):
            assert both[part].keys() == here[part].keys() | file[part].keys()
        for name, one in both["items"].items():
            known = [record["items"][name] for record in (here, file) if name in record["items"]]
            assert one["best"] == max(each["best"] for each in known)
            assert one["at"] == max(each["at"] for each in known)


def test_the_newer_answer_and_the_newer_attempt_count() -> None:
    here, file = (run(f"return record.empty('{COURSE}')", None) for _ in range(2))
    here["items"] = {"one": an_answer(tries=4, best=1, given="b"), "two": an_answer(at=LATER)}
    file["items"] = {"one": an_answer(at=LATER, given="c"), "two": an_answer(given="z")}
    attempt = {"began": NOON, "ended": None, "attempt": 1, "place": 0, "items": [], "answers": {}}
    here["tests"] = {"pre": attempt, "post": attempt | {"began": LATER}}
    file["tests"] = {"pre": attempt | {"ended": NOON}, "post": attempt | {"ended": NOON}}
    both = run("return merge(value[0], value[1])", [here, file])
    assert both["items"] == {
        "one": an_answer(tries=4, best=1, given="c", at=LATER), "two": an_answer(at=LATER)
    }  # fmt: skip
    assert both["tests"] == {"pre": file["tests"]["pre"], "post": here["tests"]["post"]}
