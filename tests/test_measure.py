"""Widths and line ends."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings, strategies as st

from build_tools import assets
from build_tools.render.measure import Ruler, pieces
from tests import figure_case as case

WORDS = (
    "ການປົກປ້ອງສັງຄົມ", "ສະຫວັດດີການ", "ຄອບຄົວ", "ເດັກ", "ຜູ້ສູງອາຍຸ", "ນ້ຳຖ້ວມ", "(ກອງທຶນ)", "ຕ່າງໆ",
    "ສປປ", "150.000", "50%", "NSSF", "registration", "self-employed", "a", "ແມ່,", "“ໃຜ?”",
)  # fmt: skip
TEXTS = st.lists(
    st.sampled_from(WORDS) | st.text("ກຂເແໄໃາະັົີຸ່້ຳວອນຫລໝaZ1.,()-/", min_size=1, max_size=12),
    max_size=12,
).map(" ".join)
KEPT = "ການປົກປ້ອງສັງຄົມຂັ້ນພື້ນຖານ"


@pytest.fixture(scope="module")
def ruler() -> Ruler:
    return case.ruler()


def test_widths_are_those_of_the_fonts(ruler: Ruler) -> None:
    assert ruler.width("", 20) == 0
    assert ruler.width("ການ", 20) == 2 * ruler.width("ການ", 10)
    assert ruler.width("Registration", 20, bold=True) > ruler.width("Registration", 20)
    # A tone mark takes no width of its own.
    assert ruler.width("ກ່", 20) == ruler.width("ກ", 20)
    both = ruler.width("ເດັກ", 20) + ruler.width(" child", 20)
    assert ruler.width("ເດັກ child", 20) == pytest.approx(both)


def test_a_character_that_the_font_lacks_has_an_average_width(ruler: Ruler) -> None:
    assert ruler.width("→", 20) == pytest.approx(11)


def test_the_widest_face_counts_and_its_widening() -> None:
    pages, slides = assets.ruler_fonts(case.ROOT), assets.deck_fonts(case.ROOT)
    (noto, office), (bold, made_bold) = slides["lo", False], slides["lo", True]
    assert slides["en", True][0].data == pages["en", True][0].data
    assert (noto.data, office.data) == (pages["lo", False][0].data, made_bold.data)
    ruler, text = Ruler(slides), "ສະຫວັດດີການ"
    alone = [Ruler({**pages, ("lo", False): (one,)}).width(text, 20) for one in (noto, office)]
    assert ruler.width(text, 20) == max(alone)
    made, drawn = (
        Ruler({**pages, ("lo", True): (one,)}).width(text, 20, bold=True)
        for one in (made_bold, bold)
    )
    assert made == pytest.approx(alone[1] * assets.MADE_BOLD)
    assert ruler.width(text, 20, bold=True) == max(made, drawn)


def test_signs_behind_lao_may_be_drawn_in_its_face() -> None:
    pages = assets.ruler_fonts(case.ROOT)
    office = assets.deck_fonts(case.ROOT)["lo", False][1]
    with_signs, without = (
        Ruler({**pages, ("lo", False): (replace(office, signs=signs),)}) for signs in (True, False)
    )
    assert with_signs.width("ປີ 2021", 20) > without.width("ປີ 2021", 20)
    assert with_signs.width("2021 NSSF", 20) == without.width("2021 NSSF", 20)


@pytest.mark.parametrize(
    "cut",
    [
        "ການ|ປົກ|ປ້ອງ|ສັງ|ຄົມ", "ສະ|ຫວັດ|ດີ|ການ", "ຫຼາຍ|ກວ່າ", "ດີ|ກວ່າ", "ບອກ|ວ່າ",
        "ຄອບ|ຄົວ|ຕົວ|ຢ່າງ", "ເຮັດ|ວຽກ", "ຊ່ວຍ|ເຫຼືອ", "ຜູ້|ສູງ|ອາ|ຍຸ", "ສປປ", "ທີ່|ກວດ|ສອບ",
        "ເຂົ້າ|ໃຈ|ໃນ|ການ", "ນ້ຳ|ໜັກ", "ເສດ|ຖະ|ກິດ", "ຕ່າງໆ", "(ກອງ|ທຶນ)", "ກອງ|ທຶນ|(NSSF)|ແມ່ນ",
        "self-|employed", "2021/22", "ຄ່າ|ປິ່ນ|ປົວ,", "ເດືອນ|ອອກ",
    ],
)  # fmt: skip
def test_lao_is_cut_between_syllables(cut: str) -> None:
    assert "|".join(pieces(cut.replace("|", ""))) == cut


def test_a_text_that_fits_stays_on_one_line(ruler: Ruler) -> None:
    text = "ການປົກປ້ອງສັງຄົມ"
    assert ruler.wrap(text, 20, ruler.width(text, 20) * 1.04) == [text]
    assert ruler.wrap("", 20, 100) == []


def test_a_line_ends_at_a_space_rather_than_in_a_word(ruler: Ruler) -> None:
    lines = ruler.wrap("ຊ່ວຍເຫຼືອຄອບຄົວ ທີ່ທຸກຍາກ", 20, 185)
    assert lines == ["ຊ່ວຍເຫຼືອຄອບຄົວ", "ທີ່ທຸກຍາກ"]


def test_a_kept_term_is_not_torn_while_a_line_can_hold_it(ruler: Ruler) -> None:
    text = f"ນະໂຍບາຍກ່ຽວກັບ{KEPT}ໃນແຂວງ"
    wide, narrow = 300, 120
    assert not any(KEPT in line for line in ruler.wrap(text, 20, wide))
    assert any(KEPT in line for line in ruler.wrap(text, 20, wide, keep=[KEPT]))
    assert ruler.wrap(KEPT, 20, narrow, keep=[KEPT]) == ruler.wrap(KEPT, 20, narrow)


def test_lao_leaves_room_for_other_dictionaries(ruler: Ruler) -> None:
    lines = ruler.wrap("ສະຫວັດດີການສັງຄົມ" * 4, 20, 200)
    assert len(lines) > 2
    assert all(ruler.width(line, 20) <= 200 - 1.5 * 20 for line in lines)


@settings(deadline=None, max_examples=200)
@given(TEXTS, st.integers(60, 400), st.booleans())
def test_wrapping_loses_nothing_and_keeps_to_the_width(text: str, width: int, bold: bool) -> None:
    ruler = case.ruler()
    lines = ruler.wrap(text, 20, width, bold, keep=[KEPT])
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(line == " ".join(line.split()) for line in lines)
    assert lines == ruler.wrap(text, 20, width, bold, keep=[KEPT])
    for line in lines:
        if ruler.width(line, 20, bold) > width:
            assert " " not in line and len(pieces(line)) == 1


@settings(deadline=None, max_examples=200)
@given(TEXTS)
def test_pieces_are_the_word_and_no_mark_stands_alone(text: str) -> None:
    for word in text.split():
        cut = pieces(word)
        assert "".join(cut) == word
        for before, after in itertools.pairwise(cut):
            assert before[-1] not in "(“" and after[0] not in ".,)%”ໆ"
