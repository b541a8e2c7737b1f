"""Room activities: their shape, the checks of their texts, their place in agendas."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest

from build_tools.check import check
from build_tools.load import load
from build_tools.load.boxes import FORMS
from build_tools.model import (
    ActivitySession,
    BreakSession,
    Curriculum,
    Language,
    RoomActivity,
    Text,
)
from build_tools.model.activities import Form
from build_tools.render.measure import Ruler
from build_tools.render.pages.agenda import rows
from build_tools.render.pages.page import Page, Site
from build_tools.translation import CURRICULUM, states
from tests.pages_case import small_curriculum

BASE = Path(__file__).parent / "faults/_base"
FILES = {path.relative_to(BASE).as_posix(): path.read_bytes()
         for path in BASE.rglob("*") if path.is_file()}  # fmt: skip
ACTIVITIES, TRACK = "curriculum/activities.yaml", "curriculum/tracks/one-day.yaml"
STEP = "{en: Write what you will use., lo: ຂຽນສິ່ງທີ່ທ່ານຈະນຳໃຊ້.}"


def found(path: str, old: str, new: str) -> list[tuple[str, str]]:
    """Rule and message of all findings, stamps apart, after one edit of the sound curriculum."""
    text = FILES[path].decode("utf-8")
    assert old in text
    loaded = load(FILES | {path: text.replace(old, new).encode("utf-8")})
    assert loaded.curriculum is not None
    findings = (*loaded.findings, *check(loaded.curriculum))
    return [(f.rule, f.message) for f in findings if not f.rule.startswith("translation-")]


def test_the_forms_are_those_of_an_activity_in_a_lesson() -> None:
    assert get_args(Form) == FORMS


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("kind: feedback", "kind: game", "value-wrong"),
        ("form: solo", "form: circle", "value-wrong"),
        ("  result: {", "  minutes: 5\n  result: {", "field-unknown"),
        (STEP, "\n    - ".join([STEP] * 6), "value-wrong"),
    ],
)
def test_a_wrong_activity_is_one_finding(old: str, new: str, rule: str) -> None:
    assert [name for name, _ in found(ACTIVITIES, old, new)] == [rule]


def test_a_file_that_cannot_be_read_is_one_finding() -> None:
    assert [rule for rule, _ in found(ACTIVITIES, "- id:", "- id: [")] == ["yaml-syntax"]


def test_the_title_stands_in_the_activity_alone() -> None:
    (finding,) = found(TRACK, "daily-feedback, minutes", "daily-feedback, title: {en: T}, minutes")
    assert finding == ("field-unknown", "Unknown field `title`.")


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("one card for each person", "'{fact}`rural-shares`'",
         ("id-unknown", "There is no fact `rural-shares`.")),
        ("Hand out the cards.", "Hand out <b>the</b> cards.",
         ("html-raw", "Raw HTML: `<b>`.")),
        ("A card from each person.", "The 20 cards.",
         ("twin-numbers", "Numbers differ: only in the English: 20.")),
        ("lo: ຄຳຄິດເຫັນ}", "lo: 'ຄຳຄິດເຫັນ [@census]'}",
         ("twin-references", "The Lao has the source `census` more often than the English.")),
    ],
)  # fmt: skip
def test_its_texts_are_checked_like_all_others(old: str, new: str, wanted: tuple[str, str]) -> None:
    assert wanted in found(ACTIVITIES, old, new)


def test_it_is_one_unit_of_the_ledger() -> None:
    curriculum = load(FILES).curriculum
    assert curriculum is not None
    assert states(curriculum)[f"{CURRICULUM}/activities#daily-feedback"] == "draft"


@pytest.mark.parametrize(("language", "title"), [("en", "Feedback"), ("lo", "ຄຳຄິດເຫັນ")])
def test_the_agenda_shows_its_title(language: Language, title: str) -> None:
    whole = small_curriculum()
    page = Page(Site(whole, {}, Ruler({}), {}, ()), language, "tracks/one-day")
    track = next(track for track in whole.tracks if track.id == "one-day")
    made = list(rows(page, track, track.days[0].sessions, "08:30"))[-1]
    assert (made.start, made.kind, made.minutes) == ("10:05", "activity", 10)
    assert title in made.title


@pytest.mark.parametrize(
    ("lao", "lines"),
    [("ກ.\nຂ.", [("A.", "ກ."), ("B.", "ຂ.")]), (None, [("A.", None), ("B.", None)]),
     ("ກ.", [("A.\nB.", "ກ.")])],
)  # fmt: skip
def test_notes_are_said_line_by_line(lao: str | None, lines: list[tuple[str, str | None]]) -> None:
    one = Text(en="A.", lo="ກ.")
    activity = RoomActivity(
        id="a", kind="recap", title=one, form="pairs", steps=(one,), notes=Text(en="A.\nB.", lo=lao)
    )
    assert [(action.en, action.lo) for action in activity.actions] == lines


def test_notes_have_the_same_lines_in_both_languages(curriculum: Curriculum) -> None:
    for activity in curriculum.activities.values():
        assert len(activity.actions) > 1, activity.id


def test_after_lunch_comes_an_energiser_and_the_day_ends_with_the_card(
    curriculum: Curriculum,
) -> None:
    """A day without lunch, such as a briefing, needs neither."""
    for track in curriculum.tracks:
        used: list[str] = []
        for day in track.days:
            named = [s.activity for s in day.sessions if isinstance(s, ActivitySession)]
            for before, after in pairwise(day.sessions):
                if isinstance(before, BreakSession) and before.break_ == "lunch":
                    assert isinstance(after, ActivitySession), (track.id, day.title.en)
                    assert curriculum.activities[after.activity].kind == "energiser"
                    used.append(after.activity)
                    assert "end-of-day-card" in named[-2:], (track.id, day.title.en)
        assert len(used) == len(set(used)), f"{track.id} plays a game twice"
