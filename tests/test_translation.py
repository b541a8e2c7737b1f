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


def test_comments_stay_above_their_lines() -> None:
    old = '# Head\nb#b: {of: 1}\n# of a\na#a: {of: 2, by: "x, {y}"}\n# end\n'
    new = with_lines(old, {"aa#a": "aa#a: {of: 3}", "b#b": "b#b: {of: 4}"})
    assert new.splitlines() == [
        "# of a", 'a#a: {of: 2, by: "x, {y}"}', "aa#a: {of: 3}", "# Head", "b#b: {of: 4}", "# end",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "unknown",
    [
        "a#a:\n  of: 1\n",
        "a#a: {of: 1,\n  lo: 2}\n",
        "a#a: {of: 1} # a remark\n",
        "a#a: {of: 1}\na#a: {of: 2}\n",
        "a#a: {of: 1, more: 2}\n",
        "---\n",
    ],
)
def test_a_ledger_that_is_not_understood_is_left_alone(root: Path, unknown: str) -> None:
    ledger = root / "modules/basics/translation.yaml"
    curriculum = current(root)
    before = ledger.read_text("utf-8") + unknown
    ledger.write_text(before, "utf-8")
    addresses = ["curriculum/cover", "basics/module#title"]
    cover = root / "curriculum/translation.yaml"
    other = cover.read_bytes() if cover.exists() else None
    with pytest.raises(authoring.Refused, match=r"translation\.yaml: line \d+ is not"):
        authoring.record(root, curriculum, addresses, stamped)
    assert ledger.read_text("utf-8") == before
    assert (cover.read_bytes() if cover.exists() else None) == other


@pytest.mark.parametrize("name", ["foundations", "curriculum"])
def test_the_real_ledgers_are_understood(name: str) -> None:
    folder = Path(__file__).parent.parent
    text = authoring.ledger_path(folder, name).read_text("utf-8")
    assert with_lines(text, {}) == text


def test_a_reviewer_with_quotes_is_written_as_yaml(root: Path) -> None:
    authoring.record(
        root, current(root), [KEY], lambda u: reviewed(u, 'The "Lao" \\ office', "2026-11-02")
    )
    entry = current(root).module("basics").ledger["first-steps/lesson#the-line"]
    assert isinstance(entry, LedgerEntry)
    assert (entry.state, entry.by, entry.on) == ("reviewed", 'The "Lao" \\ office', "2026-11-02")


@pytest.mark.parametrize(
    "title", ["Costs: how much?", 'A "b" #1 [c] {d}, e', "ຄ່າ: {title}", "null"]
)
def test_any_title_can_be_written(root: Path, title: str) -> None:
    authoring.make_new(root, current(root), "finance", title)
    authoring.make_new(root, current(root), "finance/costing", title)
    module = current(root).module("finance")
    assert (module.file.title.en, module.lessons[0].en.title) == (title, title)


def test_new_files_are_made_once(root: Path) -> None:
    made = authoring.make_new(root, current(root), "finance", "Finance")
    made += authoring.make_new(root, current(root), "finance/costing", "Costing")
    assert all((root / name).is_file() for name in made)
    rules = {finding.rule for finding in read(root).findings if finding.level == "error"}
    assert rules == set()
    for path in ("finance", "finance/costing", "Finance", "nothing/here", "en", "finance/index"):
        with pytest.raises(authoring.Refused):
            authoring.make_new(root, current(root), path, "Again")
