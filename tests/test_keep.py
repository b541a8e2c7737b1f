"""What a line must not tear: the pieces of a text, and the spans round them on a page."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from build_tools.lao import WIDEST_IN_CELLS, fold, keeper, pieces, sort_key
from build_tools.lao.keep import WIDEST, letters
from build_tools.lao.unbroken import _WORDS, UNBROKEN
from build_tools.model import Curriculum
from build_tools.render.keep import keep_pages, keep_together, names

NAMES = ("ປົກປ້ອງສັງຄົມ", "ສະຫວັນນະເຂດ", "ແຂວງ ວຽງຈັນ", "ຄະນະກຳມະການປົກປ້ອງສັງຄົມຂັ້ນແຂວງ")
KEPT, IN_CELLS = keeper(NAMES), keeper(NAMES, WIDEST_IN_CELLS)
WORDS = ("ປົກປ້ອງສັງຄົມ", "ວຽງຈັນ", "ສະຫະປະຊາຊາດ", "ຂອງ", "ຢູ່", "ດີ", "ຄວາມ", "ສົງເຄາະ", "ເດືອນ")
CLOSING, OPENING = ".,;:!?)”", "(“"
SENTENCES = st.lists(
    st.sampled_from([*WORDS, *CLOSING, *OPENING, " ", "ໆ", "150.000 ກີບ", "NSSF", "&amp;", "85 %"])
).map("".join)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("ລະບົບປົກປ້ອງສັງຄົມຂອງລາວ", ["ປົກປ້ອງສັງຄົມ"]),
        ("ຢູ່ສະຫວັນນະເຂດ, ແລະ ວຽງຈັນ", ["ສະຫວັນນະເຂດ,", "ວຽງຈັນ"]),
        ("ອົງການສະຫະປະຊາຊາດ", ["ອົງການ", "ສະຫະປະຊາຊາດ"]),
        ("ເດັກ (ແລະ ແມ່) ຂອງເຮົາ.", ["(ແລະ", "ແມ່)", "ເຮົາ."]),
        ("ຕ່າງໆ, ນ້ອຍ ໆ", ["ຕ່າງໆ,", "ນ້ອຍ ໆ"]),
        ("ໜ້າທີ່ຫຍັງ?”", ["ຫຍັງ?”"]),
        ("ຈ່າຍ 150.000 ກີບ ຫຼື 85 %.", ["150.000 ກີບ", "85 %."]),
        ("ຈ່າຍ 3.024.000.000 ກີບ", []),
        ("ຄວາມສົງເຄາະ:", ["ເຄາະ:"]),
        ("Savannakhet, 12 (NSSF).", []),
        ("ລະບົບຄະນະກຳມະການປົກປ້ອງສັງຄົມຂັ້ນແຂວງ", ["ກຳມະການ", "ປົກປ້ອງສັງຄົມ"]),
    ],
)
def test_pieces(text: str, kept: list[str]) -> None:
    assert [piece for piece, whole in pieces(text, KEPT) if whole] == kept


@given(st.text(alphabet=[*map(chr, range(0x0E81, 0x0EE0)), *" .,()%19<&;a"]))
def test_any_text_comes_back_whole(text: str) -> None:
    made = pieces(text, KEPT)
    assert "".join(piece for piece, _ in made) == text
    assert all(piece for piece, _ in made)


@given(SENTENCES)
def test_no_line_begins_with_a_closing_sign_or_ends_with_an_opening_one(text: str) -> None:
    made = pieces(text, KEPT)
    for (before, _), (after, _) in pairwise(made):
        lao_before = re.search("[\u0e80-\u0eff]$", before)
        assert not (lao_before and after[0] in CLOSING + "ໆ"), made
        assert not (before[-1] in OPENING and re.match("[\u0e80-\u0ec4]", after)), made


@given(SENTENCES)
def test_a_piece_fits_a_narrow_cell(text: str) -> None:
    for piece, whole in pieces(text, KEPT):
        assert not whole or letters(re.sub(r"\W", "", piece.replace("ໆ", ""))) <= WIDEST, piece


HTML = st.lists(
    SENTENCES
    | st.sampled_from(
        [
            "<p>", "</p>", "<td>", "</td>", '<a href="ດີ.html" title="ສະຫະປະຊາຊາດ > ດີ.">', "</a>", "<br>",
            "<!-- ຂອງ ສະຫະປະຊາຊາດ. -->", "<script>'ສະຫະປະຊາຊາດ.' < 1</script>", '<span id="ດີ">',
            "<code>ດີ.</code>", "<svg><text>ດີ.</text></svg>", "</span>",
            "<select><option>ສະຫະປະຊາຊາດ.</option></select>", "<title>ດີ.</title>",
        ]
    )
).map("".join)  # fmt: skip


@given(HTML)
def test_a_page_without_our_spans_is_the_page_before(html: str) -> None:
    made = keep_together(html, KEPT, IN_CELLS)
    assert re.sub('<span class="n">([^<]*)</span>', r"\1", made) == html


@pytest.mark.parametrize(
    "name", ["head", "title", "script", "style", "code", "pre", "svg", "select"]
)
def test_some_elements_hold_no_spans(name: str) -> None:
    html = f'<{name} class="ດີ.">ສະຫະປະຊາຊາດ.<b>ດີ.</b></{name}>'
    kept = '<p><span class="n">ສະຫະປະຊາຊາດ.</span></p>'
    assert keep_together(f"{html}<p>ສະຫະປະຊາຊາດ.</p>", KEPT, IN_CELLS) == html + kept


def test_cells_of_tables_keep_shorter_words() -> None:
    kept = '<span class="n">{}</span>'.format
    long, short = "ປົກປ້ອງທາງສັງຄົມ", "ປົກປ້ອງສັງຄົມ"
    patterns = keeper([long, short]), keeper([long, short], WIDEST_IN_CELLS)
    html = "<p>{}</p><td><b>{}</b> {}</td><p>{}</p>".format
    made = keep_together(html(long, long, short, long), *patterns)
    assert made == html(kept(long), long, kept(short), kept(long))


def test_latin_pages_keep_every_byte_and_other_files_too(curriculum: Curriculum) -> None:
    files = {"en/a.html": b"<p>Words (NSSF), 85 %.</p>", "a.css": "/* ດີ. */".encode()}
    assert keep_pages(files, curriculum) == files


def test_names_of_the_real_glossary_and_of_provinces_are_kept(curriculum: Curriculum) -> None:
    kept = keeper(names(curriculum))
    for name in ("ການປົກປ້ອງສັງຄົມ", "ເງິນອຸດໜູນ", "ສະຫວັນນະເຂດ", "ຫຼວງພະບາງ"):
        assert pieces(f"ຢູ່ ({name}) ດີ", kept)[1] == (f"({name})", True)


def test_listed_words_are_clean_short_in_order_and_no_names(curriculum: Curriculum) -> None:
    words = _WORDS.split()
    assert words == sorted(UNBROKEN, key=lambda word: (sort_key(word), word))
    assert [word for word in words if fold(word) != word or letters(word) > WIDEST] == []
    assert UNBROKEN & set(names(curriculum)) == set()
