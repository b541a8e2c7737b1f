"""No value that an author may write, wherever it stands, ends the check in an exception."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from build_tools.check import check
from build_tools.check.slots import SLOTS
from build_tools.load import load
from build_tools.reading import read, read_sources

ROOT = Path(__file__).parent.parent
BASE = Path(__file__).parent / "faults" / "_base"
FILES = read_sources(BASE).files
HOSTILE: tuple[Any, ...] = (None, "", 0, "1e50", [], {}, "x")
MOST_OF_A_FILE = 45
"""Changes of one file, drawn with a settled seed, so that no file crowds out the others."""

Steps = tuple[int | str, ...]
Case = tuple[str, Steps, Any]


def nodes(value: Any, steps: Steps = ()) -> Iterator[Steps]:
    yield steps
    entries = (
        value
        if isinstance(value, dict)
        else dict(enumerate(value))
        if isinstance(value, list)
        else {}
    )
    for step, inner in entries.items():
        yield from nodes(inner, (*steps, step))


def cases() -> list[Case]:
    drawn = random.Random(2026)
    found: list[Case] = []
    for path in sorted(name for name in FILES if name.endswith(".yaml")):
        value = yaml.load(FILES[path], yaml.CSafeLoader)
        every = [(path, steps, hostile) for steps in nodes(value) for hostile in HOSTILE]
        whole = [case for case in every if not case[1]]
        inner = [case for case in every if case[1]]
        found += whole + drawn.sample(inner, min(MOST_OF_A_FILE, len(inner)))
    return found


def changed(path: str, steps: Steps, hostile: Any) -> bytes:
    value = copy.deepcopy(yaml.load(FILES[path], yaml.CSafeLoader))
    if not steps:
        value = hostile
    else:
        holder = value
        for step in steps[:-1]:
            holder = holder[step]
        holder[steps[-1]] = hostile
    text: str = yaml.safe_dump(value, allow_unicode=True, sort_keys=False)
    return text.encode("utf-8")


CASES = cases()


def name_of(case: Case) -> str:
    return f"{case[0]}#{'.'.join(map(str, case[1]))}={case[2]!r}"


def test_there_are_many_cases_of_every_file() -> None:
    assert len(CASES) > 350
    assert {case[0] for case in CASES} == {name for name in FILES if name.endswith(".yaml")}


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_a_hostile_value_is_a_finding_or_valid(case: Case) -> None:
    path, steps, hostile = case
    loaded = load(FILES | {path: changed(path, steps, hostile)})
    checked = check(loaded.curriculum) if loaded.curriculum else ()
    assert loaded.curriculum is not None or loaded.findings
    assert all(finding.message for finding in (*loaded.findings, *checked))


def test_a_bank_without_any_key_says_so() -> None:
    path = "quizzes/basics.yaml"
    (item,) = yaml.load(FILES[path], yaml.CSafeLoader)
    item["options"][0]["key"] = False
    bank = [copy.deepcopy(item) | {"id": f"item-{number}"} for number in range(9)]
    text = yaml.safe_dump(bank, allow_unicode=True).encode("utf-8")
    curriculum = load(FILES | {path: text}).curriculum
    assert curriculum is not None
    assert [finding.rule for finding in check(curriculum)].count("item-key") == 9


@pytest.mark.parametrize("name", ["facts", "terms", "sources", "parameters", "tools/learning-gain"])
def test_a_broken_file_is_reported_once(name: str) -> None:
    path = f"curriculum/{name}.yaml"
    loaded = load(FILES | {path: b"- {id: [\n"})
    assert loaded.curriculum is not None
    found = (*loaded.findings, *check(loaded.curriculum))
    assert [(finding.place.path, finding.rule) for finding in found] == [(path, "yaml-syntax")]


def test_a_broken_module_file_is_reported_once() -> None:
    path = "modules/basics/module.yaml"
    loaded = load(FILES | {path: b"id: [\n"})
    assert loaded.curriculum is not None
    found = (*loaded.findings, *check(loaded.curriculum))
    assert [(finding.place.path, finding.rule) for finding in found] == [(path, "yaml-syntax")]


def test_the_slots_are_those_of_the_words() -> None:
    curriculum = read(ROOT).curriculum
    assert curriculum is not None
    assert set(SLOTS) <= set(curriculum.words)
    for word_id, slots in SLOTS.items():
        for slot in slots.split():
            assert f"{{{slot}}}" in curriculum.words[word_id].en


MODULE = "modules/basics/module.yaml"
TRACK = "curriculum/tracks/one-day.yaml"
DAYS = "days:" + FILES[TRACK].decode("utf-8").partition("days:")[2]
LESSON = "modules/basics/first-steps/lesson.en.md"


@pytest.mark.parametrize(
    ("path", "old", "new", "wanted"),
    [
        (MODULE, "lessons: [first-steps]", "lessons: [first-steps]\nneeds: [basics]",
         "value-wrong: The module `basics` needs itself."),
        (MODULE, "lessons: [first-steps]", "lessons: [first-steps, index]",
         "id-reserved: `index` is the name of the module's own page."),
        (LESSON, "{#the-line}", "{#tot-objectives}",
         "id-reserved: `tot-objectives`: ids that begin with `tot-` are the program's own."),
        (LESSON, "{use=pick-a-risk}", '{use="pick-a-risk pick-a-risk"}',
         "value-wrong: `pick-a-risk` is listed twice."),
        (LESSON, "[name-a-risk, draw-a-line]", "[name-a-risk, name-a-risk, draw-a-line]",
         "value-wrong: `name-a-risk` is listed twice."),
        (LESSON, "::: quote {source=census}", '::: disagreement {facts="rural-share"}',
         "value-wrong: A disagreement needs at least two facts."),
        (TRACK, DAYS, "days: []\n",
         "value-wrong: The track `one-day` is for a room and has no days."),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_a_finding(path: str, old: str, new: str, wanted: str) -> None:
    text = FILES[path].decode("utf-8")
    assert old in text
    curriculum = load(FILES | {path: text.replace(old, new).encode("utf-8")}).curriculum
    assert curriculum is not None
    assert wanted in [f"{finding.rule}: {finding.message}" for finding in check(curriculum)]
