"""Search: what people type finds every page that a person would name, and hardly another."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from build_tools.lao import fold, spelled
from build_tools.model import Curriculum
from build_tools.render.search.data import LEFT_OUT, texts
from build_tools.render.search.text import SILENT, page_text
from tests.search_case import QUERIES, asked, is_judged


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, bytes]:
    """Every page of the real site by its path."""
    found = {p.relative_to(site).as_posix(): p.read_bytes() for p in sorted(site.rglob("*.html"))}
    return {path: page for path, page in found.items() if not path.startswith("assets/")}


def data_of(site: Path, language: str) -> dict[str, object]:
    script = (site / f"search/{language}.js").read_text("utf-8")
    found: dict[str, object] = json.loads(script.removeprefix("totSearch.data(")[:-3])
    return found


def test_the_set_has_thirty_queries_of_each_language() -> None:
    for language in ("lo", "en"):
        assert len({case["query"] for case in QUERIES if case["language"] == language}) == 30


def test_recall_precision_and_first_hit(site: Path) -> None:
    wanted = found = both = first = 0
    wrong: list[str] = []
    for language in ("lo", "en"):
        cases = [case for case in QUERIES if case["language"] == language]
        data = (site / f"search/{language}.js").read_bytes()
        answers = asked(data, [case["query"] for case in cases])
        for case, answer in zip(cases, answers):
            right, hits = set(case["pages"]), {page for page in answer["pages"] if is_judged(page)}
            wanted, found, both = wanted + len(right), found + len(hits), both + len(right & hits)
            is_first = answer["pages"][0] in case["first"] if answer["pages"] else False
            first += is_first
            if hits != right or not is_first:
                wrong.append(
                    f"{language} {case['query']}: missing {sorted(right - hits)}, "
                    f"besides {sorted(hits - right)}, first {answer['pages'][:1]}"
                )
    recall, precision, top = both / wanted, both / found, first / len(QUERIES)
    report = f"recall {recall:.3f}, precision {precision:.3f}, first hit right {top:.3f}"
    print(report, *wrong, sep="\n")
    assert recall == 1.0 and precision >= 0.98 and top >= 0.95, "\n".join((report, *wrong))


@pytest.mark.parametrize("language", ["lo", "en"])
def test_nothing_visible_was_changed_to_fold_the_words(
    pages: dict[str, bytes], language: str
) -> None:
    """The browser only makes the letters of the data small, because they are folded already."""
    for page in texts(pages, language):  # type: ignore[arg-type]
        if page.path.endswith("glossary.html"):
            continue  # it shows wrong spellings too, to say that they are wrong
        for text in page.texts():
            assert spelled(text) == text, page.path
            assert fold(text) == text.lower(), page.path


@pytest.mark.parametrize("language", ["lo", "en"])
def test_the_data_is_hardly_larger_than_the_words(
    site: Path, pages: dict[str, bytes], language: str
) -> None:
    size = (site / f"search/{language}.js").stat().st_size
    raw = sum(len(text.encode()) for page in texts(pages, language) for text in page.texts())  # type: ignore[arg-type]
    print(f"{language}: {size} bytes for {raw} bytes of text, {size / raw:.2f} times")
    assert size < 1.3 * raw


@pytest.mark.parametrize("language", ["lo", "en"])
def test_every_entry_can_be_linked_to(site: Path, pages: dict[str, bytes], language: str) -> None:
    for path, _, entries in data_of(site, language)["pages"]:  # type: ignore[attr-defined]
        ids = set(re.findall(r'\bid="([^"]+)"', pages[path].decode()))
        assert entries[0][0] == "" and entries[0][1], f"{path}: the page itself comes first"
        assert {entry[0] for entry in entries[1:]} <= ids, path


def test_pages_about_the_site_and_doubles_are_left_out(site: Path) -> None:
    for language in ("lo", "en"):
        paths = [page[0] for page in data_of(site, language)["pages"]]  # type: ignore[attr-defined]
        assert len(paths) > 50 and len(set(paths)) == len(paths)
        assert not [path for path in paths if path.endswith((*LEFT_OUT, ".lo-en.html"))]
        assert all(path.startswith("en/") == (language == "en") for path in paths)


def test_answers_are_not_given_away(site: Path, curriculum: Curriculum) -> None:
    script = (site / "search/en.js").read_text("utf-8")
    rationales = [item.rationale.en for item in curriculum.items if item.rationale]
    plain = [text for text in rationales if "{" not in text and "[" not in text and "*" not in text]
    assert len(plain) > 50
    assert not [text for text in plain if json.dumps(text)[1:-1] in script]


def test_what_is_silent_is_on_the_pages(pages: dict[str, bytes]) -> None:
    """A class that was renamed would silently begin to be read."""
    found = {name for page in pages.values() for name in re.findall(rb"tot-[\w-]+", page)}
    known = {name.decode() for name in found}
    gone = SILENT - known - {"tot-stale", "tot-item__notice"}  # these stand only on some days
    assert not gone


def test_a_page_is_cut_at_its_headings() -> None:
    page = (
        b'<article class="md-content__inner"><h1 id="top">A title</h1><p>Of the <b>page</b>.</p>'
        b'<h2 id="one">One</h2><p>First <span class="tot-cite">[1]</span>.</p><p>Second</p>'
        b'<details class="tot-item__answer">The key</details>'
        b"<svg><text><tspan>\xe0\xba\x81</tspan><tspan>\xe0\xba\x82 a</tspan><tspan>b</tspan></text></svg>"
        b'<ul class="tot-facts"><li id="fact-a">A fact</li></ul><div hidden>No</div></article>'
    )
    read = page_text("a.html", page)
    assert [(entry.id, entry.heading, entry.text) for entry in read.entries] == [
        ("", "A title", "Of the page."),
        ("one", "One", "First. Second ກຂ a b"),
        ("fact-a", "", "A fact"),
    ]
    with pytest.raises(LookupError):
        page_text("b.html", b"<p>no article</p>")


def test_every_province_has_its_own_names(curriculum: Curriculum) -> None:
    names = [
        fold(name)
        for province in curriculum.provinces.values()
        for name in (*province.en, province.lo, *province.variants)
    ]
    assert len(curriculum.provinces) == 18
    assert len(names) == len(set(names))


SMALL = {
    "words": {},
    "lists": 0,
    "names": [
        ["insurance", 2, "ປະກັນສັງຄົມ", "NSSF", "social insurance"],
        ["", 1, "ເຊກອງ", "Sekong", "Xekong"],
    ],
    "pages": [
        ["a.html", "", [["", "First", "Policies for children. LAK 150,000 a month."],
                        ["b", "Self-employed people", "The pilot of NSSF"]]],
        ["c.html", "", [["", "ໜ້າທີສອງ", "ໝໍ້ນ້ຳ ແລະ ຄົນພິການ ຢູ່ເຊກອງ"],
                        ["d", "ໂຮງໝໍ", "ກອງທຶນ ປະກັນສັງຄົມ"]]],
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("policy", ["a"]), ("child", ["a"]), ("children's", []), ("self employed", ["a"]),
        ("self-employed", ["a"]), ("150.000", ["a"]), ("150000", ["a"]), ("50,000", []),
        ("pilots", ["a"]), ("ilo", ["a"]), ("lots", []), ("nssf", ["a", "c"]),
        ("social insurance", ["a", "c"]), ("Xekong", ["c"]), ("xekong pilot", []),
        ("ພິການ", ["c"]), ("ຫມໍ", ["c"]), ("ນໍ້າ", ["c"]), ("first MONTH", ["a"]), ("  ", []),
        ('"*+', []), ("toString", []), ("constructor", []),
    ],
)  # fmt: skip
def test_what_a_query_means(query: str, found: list[str]) -> None:
    data = f"totSearch.data({json.dumps(SMALL)})".encode()
    assert sorted(asked(data, [query])[0]["pages"]) == found


def test_words_begin_where_a_hit_begins_if_any_does() -> None:
    data = f"totSearch.data({json.dumps(SMALL)})".encode()
    doctor, nssf, run_together, wrong = asked(data, ["ໝໍ", "NSSF", "ພິການກອງທຶນ", "social insurence"])
    assert doctor["sections"] == [["d"]], "a doctor is no pot"
    assert nssf["also"] == ["ປະກັນສັງຄົມ"], "the page names both; the other form is told"
    assert run_together["pages"] == [] and run_together["pieces"] == [["ພິການ", "ກອງທຶນ"]]
    assert wrong["nearest"] == ["ປະກັນສັງຄົມ"]
