"""The model: dates that exist, ids that are ids, texts in both languages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from pydantic import TypeAdapter, ValidationError

from build_tools.load.tree import load
from build_tools.model import Text
from build_tools.model.base import Id
from build_tools.model.dates import AsOf, is_as_of

BASE = Path(__file__).parent / "faults" / "_base"
COVER, SOURCES, TERMS = (f"curriculum/{n}.yaml" for n in ("curriculum", "sources", "terms"))
LEDGER, TRACK = "curriculum/translation.yaml", "curriculum/tracks/officials-room.yaml"
PARAMETERS, WORDS = "curriculum/parameters.yaml", "curriculum/words.yaml"
MODULE, SLIDES = "modules/basics/module.yaml", "modules/basics/first-steps/slides.yaml"


@pytest.mark.parametrize("text", ["2015", "2021-06", "2020-04-01", "2023-06-01/2025-05-31", "n.d."])
def test_a_date_that_exists(text: str) -> None:
    assert TypeAdapter(AsOf).validate_python(text) == text


@pytest.mark.parametrize(
    "text", ["2021-13", "2021-02-30", "2007-08/2018-19", "0000", "2021-6", "soon", ""]
)
def test_a_date_that_does_not_exist(text: str) -> None:
    assert not is_as_of(text)
    with pytest.raises(ValidationError):
        TypeAdapter(AsOf).validate_python(text)


@given(st.dates())
def test_every_day_of_the_calendar_is_a_date(day: date) -> None:
    assert is_as_of(day.isoformat())


@pytest.mark.parametrize("text", ["a", "life-cycle-risks", "r202", "a-1"])
def test_an_id(text: str) -> None:
    assert TypeAdapter(Id).validate_python(text) == text


@pytest.mark.parametrize("text", ["", "A", "a_b", "-a", "a-", "a--b", "1a", "ກ", "a b"])
def test_what_is_no_id(text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Id).validate_python(text)


def test_a_text_without_lao_answers_in_english_and_says_so() -> None:
    text = Text(en="risk")
    assert (text.of("lo"), text.language_of("lo")) == ("risk", "en")
    both = Text(en="risk", lo="ຄວາມສ່ຽງ")
    assert (both.of("lo"), both.language_of("lo")) == ("ຄວາມສ່ຽງ", "lo")


def found(path: str, text: str) -> list[str]:
    """The findings of the sound curriculum with this file in place of its own."""
    files = {
        str(one.relative_to(BASE)): one.read_bytes() for one in BASE.rglob("*") if one.is_file()
    }
    return [str(f) for f in load(files | {path: text.encode()}).findings if f.place.path == path]


SOURCE = "- {id: a, title: T, publisher: P, date: '2020', kind: derived, url: %s}"


@pytest.mark.parametrize("url", ["https://x.org", "http://x.org:80/a?b=[c]", "https://x.org?id=1"])
def test_an_address_of_the_web(url: str) -> None:
    assert found(SOURCES, SOURCE % f'"{url}"') == []


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:x", "https://[bad", "x.org", "https://", "https://a b"]
)
def test_another_address_is_a_finding(url: str) -> None:
    (finding,) = found(SOURCES, SOURCE % f'"{url}"')
    assert "value-wrong" in finding and "should be an address that begins with https://" in finding


PARAMETER = "- {id: a, title: {en: T, lo: ກ}, unit: lak, value: %s}"
TERM = "- {id: a, en: %s, lo: ກ, definition: {en: D, lo: ກ}, status: proposed}"


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        (WORDS, '- {id: a, en: " ", lo: ກ}', "`en`: this value should be a text that is not empty"),
        (WORDS, '- {id: a, en: b, lo: ""}', "`lo`: this value should be a text that is not empty"),
        (TERMS, TERM % "[]", "`en`: this value should be a list of 1 or more"),
        (TERMS, TERM % '[""]', "should be a text that is not empty"),
        (PARAMETERS, PARAMETER % "1e300", "at most 16 digits before the point and 8 after"),
        (PARAMETERS, PARAMETER % "1e-99999999", "at most 16 digits before the point and 8 after"),
        (PARAMETERS, PARAMETER % "1e99999999", "at most 16 digits before the point and 8 after"),
        (PARAMETERS, PARAMETER % ("9" * 25), "at most 16 digits before the point and 8 after"),
        (PARAMETERS, PARAMETER % "0e-99999", "at most 8 digits after the point"),
        (PARAMETERS, PARAMETER % "NaN", "`NaN` should be a number written with digits"),
        (PARAMETERS, PARAMETER % "[1]", "this value should be a number written with digits"),
        (PARAMETERS, "a: {id: a}", "The file must be a list"),
        (PARAMETERS, "- null", "nothing should be a block of fields"),
        (LEDGER, "- a", "The file must be a block of lines"),
        (LEDGER, "text", "The file must be a block of lines"),
        (LEDGER, "0", "The file must be a block of lines"),
        (LEDGER, "key: null", "nothing should be a block of fields"),
        (LEDGER, "key: text", "`text` should be a block of fields"),
        (COVER, "- a", "this value should be a block of fields"),
        (MODULE, "- a", "this value should be a block of fields"),
        (MODULE, "", "nothing should be a block of fields"),
        (TRACK, "text", "`text` should be a block of fields"),
        (
            SLIDES,
            "- {id: a, kind: bullets, title: {en: T, lo: ກ}, points: []}",
            "a list of 1 or more",
        ),
        (SLIDES, "- text", "`text` should be a block of fields"),
        (SLIDES, "- {id: a, kind: title, minutes: 900}", "`900` should be 600 or less"),
        (SLIDES, "- {id: a, kind: title, minutes: -1}", "`-1` should be 0 or more"),
    ],
)
def test_a_wrong_value_is_a_finding_in_plain_words(path: str, text: str, said: str) -> None:
    findings = found(path, text)
    assert len(findings) == 1 and said in findings[0], findings


COVER_LINES = """id: x
title: {en: T, lo: ກ}
version: 2026.11.0
released: 2026-11-30
languages: {source: en, default: lo}
licence: CC-BY-4.0
reading_speed: {en: 180, lo: 150}
deck: {organisation: {en: T, lo: ກ}}
address: null
"""


def test_the_cover_of_these_tests_is_sound() -> None:
    assert found(COVER, COVER_LINES) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("2026-11-30", "0001-11-30", "should be 2020-01-01 or more"),
        ("2026-11-30", "2300-11-30", "should be 2100-12-31 or less"),
        ("2026-11-30", "2026-11-31", "should be a date such as"),
        ("default: lo", "default: en", "`default`: `en` should be one of `lo`"),
        ("source: en", "source: lo", "`source`: `lo` should be one of `en`"),
        ("address: null", "address: javascript:x", "an address that begins with https://."),
        ("address: null", "address: http://x.org", "an address that begins with https://."),
        ("2026.11.0", "1.0", "should be year, month and a running number"),
    ],
)
def test_a_wrong_cover_is_a_finding(old: str, new: str, said: str) -> None:
    (finding,) = found(COVER, COVER_LINES.replace(old, new))
    assert said in finding


@pytest.mark.parametrize("session", ["null", "my lesson", "[lesson]", "{}"])
def test_what_is_no_session_is_a_finding(session: str) -> None:
    text = (
        "{id: a, title: {en: T}, intro: {en: I}, audience: officials, delivery: self-paced,"
        f" lessons: [{session}]}}"
    )
    (finding,) = found("curriculum/tracks/a.yaml", text)
    assert "a session has one of the fields" in finding


ENTRY = "key: {of: 01234567, lo: 01234567, state: reviewed%s}"


@pytest.mark.parametrize(
    "rest", ["", ", by: Office", ", on: 2026-11-01", ', by: " ", on: 2026-11-01']
)
def test_a_review_without_reviewer_or_day_is_a_finding(rest: str) -> None:
    (finding,) = found(LEDGER, ENTRY % rest)
    assert "value-wrong" in finding and "Value error" not in finding
    assert found(LEDGER, ENTRY % ", by: Office, on: 2026-11-01") == []


def test_a_finding_in_a_ledger_stands_at_its_line() -> None:
    (finding,) = found(LEDGER, f"\n\n{ENTRY % ''}")
    assert finding.startswith(f"{LEDGER}:3:6")


def test_a_wrong_entry_does_not_make_its_list_too_short() -> None:
    chart = (
        "- {id: a, kind: bar, unit: lak, title: {en: T}, alt: {en: A},"
        " bars: [{id: b, label: {en: L}, value: 1}, {id: c, label: {en: L}, value: x}]}"
    )
    findings = found("modules/basics/first-steps/figures.yaml", chart)
    assert len(findings) == 1 and "`x` should be a number" in findings[0]


@pytest.mark.parametrize("escape", ["\\u200b", "\\x07", "\\0", "\\r", "\\uFFFE", "\\u00ad"])
def test_an_escape_that_nobody_sees_is_a_finding(escape: str) -> None:
    (finding,) = found(WORDS, f'- {{id: a, en: "b{escape}{escape}c", lo: ກ}}')
    assert finding.startswith(f"{WORDS}:1:15") and "text-invisible" in finding


def test_a_line_break_and_a_tab_may_be_escapes() -> None:
    assert found(WORDS, '- {id: a, en: "b\\n\\tc", lo: ກ}') == []


def test_an_invisible_character_in_the_file_is_found_once() -> None:
    assert len(found(WORDS, '- {id: a, en: "b\u200bc", lo: ກ}')) == 1
