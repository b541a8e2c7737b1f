"""The ledger: states, stamps, reviews."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from build_tools import authoring
from build_tools.model import Curriculum, LedgerEntry
from build_tools.reading import read
from build_tools.status import keys, status_text
from build_tools.translation import digest, reviewed, stamped, states, units, with_lines

BASE = Path(__file__).parent / "faults/_base"
KEY = "basics/first-steps/lesson#the-line"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path / "root")
    return tmp_path / "root"


def current(root: Path) -> Curriculum:
    curriculum = read(root).curriculum
    assert curriculum is not None
    return curriculum


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_white_space_does_not_make_a_text_stale() -> None:
    assert digest("a  b\n c") == digest("a b c") != digest("a b d")


def test_states_follow_the_texts(root: Path) -> None:
    english = root / "modules/basics/first-steps/lesson.en.md"
    lao = root / "modules/basics/first-steps/lesson.lo.md"
    assert states(current(root))[KEY] == "draft"
    authoring.record(root, current(root), [KEY], lambda u: reviewed(u, "Office “A”", "2026-11-01"))
    assert states(current(root))[KEY] == "reviewed"
    edit(lao, "ຍ່າງເບິ່ງ", "ຍ່າງໄປເບິ່ງ")
    assert states(current(root))[KEY] == "draft"
    edit(english, "Walk round.", "Walk round the room.")
    assert states(current(root))[KEY] == "stale"
    authoring.record(root, current(root), [KEY], stamped)
    assert states(current(root))[KEY] == "draft"
    lao.unlink()
    assert states(current(root))[KEY] == "missing"


def test_only_named_texts_are_stamped(root: Path) -> None:
    for wrong in ("basics/first-steps/lesson#the-lines", "all", "*"):
        with pytest.raises(authoring.Refused, match="there is no text"):
            authoring.record(root, current(root), [KEY, wrong], stamped)


def test_status_counts_every_text(root: Path) -> None:
    curriculum = current(root)
    assert len(states(curriculum)) == len([u for u in units(curriculum) if u.en])
    text = status_text(curriculum)
    assert "objectives without proof: 0" in text
    assert "one-day: 1 of 4 rows" in text
    assert KEY in set(keys(curriculum, "draft"))
    (root / "modules/basics/translation.yaml").unlink()
    assert KEY in set(keys(current(root), "unstamped"))


@given(
    st.dictionaries(
        st.from_regex(r"[a-z]{1,5}#[a-z]{1,5}", fullmatch=True), st.text("ab", min_size=1)
    )
)
def test_ledger_lines_are_sorted_and_kept(lines: dict[str, str]) -> None:
    written = {key: f"{key}: {{of: {value}}}" for key, value in lines.items()}
    text = with_lines("", written)
    assert text.splitlines() == [written[key] for key in sorted(written, key=lambda k: written[k])]
    assert with_lines(text, {}) == text
    assert with_lines(text, written) == text


def test_a_reviewer_with_quotes_is_written_as_yaml(root: Path) -> None:
    authoring.record(
        root, current(root), [KEY], lambda u: reviewed(u, 'The "Lao" \\ office', "2026-11-02")
    )
    entry = current(root).module("basics").ledger["first-steps/lesson#the-line"]
    assert isinstance(entry, LedgerEntry)
    assert (entry.state, entry.by, entry.on) == ("reviewed", 'The "Lao" \\ office', "2026-11-02")


def test_new_files_are_made_once(root: Path) -> None:
    made = authoring.make_new(root, current(root), "finance", "Finance")
    made += authoring.make_new(root, current(root), "finance/costing", "Costing")
    assert all((root / name).is_file() for name in made)
    rules = {finding.rule for finding in read(root).findings if finding.level == "error"}
    assert rules == set()
    for path in ("finance", "finance/costing", "Finance", "nothing/here"):
        with pytest.raises(authoring.Refused):
            authoring.make_new(root, current(root), path, "Again")
