"""A lesson in two columns: what stands beside what, in which language, and what is said of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from lxml import html

from build_tools.load.prose import read_lesson
from build_tools.model import Block, Box, Curriculum, Heading, Language
from build_tools.model.lesson import TwinFrontMatter
from build_tools.render.measure import Ruler
from build_tools.render.pages.page import Site
from build_tools.render.pages.pairs import pairs
from build_tools.render.pages.sides import sides_page
from build_tools.translation import states
from tests.pages_case import small_curriculum, small_pages

HEAD = "---\ntitle: A title\n---\n## Part {#part}\n\n"


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of one section with this text."""
    read = read_lesson(TwinFrontMatter, "lesson.lo.md", HEAD + text, [])
    assert read is not None
    return read[1].sections[-1].blocks


def names(side: tuple[Block, ...]) -> list[str]:
    """What the blocks of one cell are, in short."""
    return [
        "heading" if isinstance(one, Heading)
        else " ".join((one.name, *one.uses())) if isinstance(one, Box)
        else "+".join(t.type.removesuffix("_open") for t in one.tokens if t.level == 0 and t.nesting >= 0)
        for one in side
    ]  # fmt: skip


def paired(lao: str, english: str) -> list[tuple[list[str], list[str]]]:
    return [(names(left), names(right)) for left, right in pairs(blocks(lao), blocks(english))]


def test_equal_sections_stand_piece_by_piece() -> None:
    text = "One.\n\nTwo.\n\n- a\n- b\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n::: note\nThree.\n:::\n"
    kinds = ["heading", "paragraph", "paragraph", "bullet_list", "table", "note"]
    assert paired(text, text) == [([kind], [kind]) for kind in kinds]


def test_every_piece_of_a_section_stands_once_and_in_order() -> None:
    text = 'One.\n\n1. a\n\n   b\n\n> c\n\n::: items {use="one two"}\n:::\n\nFour.\n'
    made = [token for left, _ in pairs(blocks(text), blocks(text)) for one in left
            for token in one.tokens]  # fmt: skip
    assert made == [token for one in blocks(text) for token in one.tokens]


def test_a_run_that_is_cut_otherwise_stays_whole_beside_the_other() -> None:
    lao, english = "One and two.\n\n::: note\nX.\n:::\n", "One.\n\nTwo.\n\n::: note\nX.\n:::\n"
    assert paired(lao, english) == [
        (["heading"], ["heading"]), (["paragraph"], ["paragraph+paragraph"]), (["note"], ["note"]),
    ]  # fmt: skip


def test_sections_with_other_boxes_stand_whole_beside_each_other() -> None:
    assert paired("One.\n", "One.\n\n::: note\nX.\n:::\n\nTwo.\n") == [
        (["heading", "paragraph"], ["heading", "paragraph", "note", "paragraph"])
    ]


def test_each_thing_that_a_box_uses_has_a_pair_of_its_own() -> None:
    text = '::: items {use="one two"}\n:::\n'
    assert paired(text, text)[1:] == [
        (["items one"], ["items one"]), (["items two"], ["items two"]),
    ]  # fmt: skip


def test_a_section_without_lao_is_one_pair() -> None:
    (pair,) = pairs((), blocks("One.\n\nTwo.\n"))
    assert names(pair[0]) == [] and len(pair[1]) == 2


def with_english_structure() -> Curriculum:
    """The small curriculum, whose first lesson has its English prose as its Lao, too."""
    whole = small_curriculum()
    (module,) = whole.modules
    first, *others = module.lessons
    twin = replace(first, lo=replace(first.en, title="ບາດກ້າວ"))
    return replace(whole, modules=(replace(module, lessons=(twin, *others)),))


def page_of(language: Language, lesson_id: str, whole: Curriculum) -> html.HtmlElement:
    """The two columns of a lesson, as a page of this language shows them."""
    site = Site(whole, states(whole), Ruler({}), {}, ())
    path, page = sides_page(site, language, whole.lesson(lesson_id))
    assert path == f"{language}/basics/{lesson_id}.lo-en.md"
    return html.fromstring(page.decode().split("---\n", 2)[2])


def cells(page: html.HtmlElement, group: str) -> list[tuple[str, str]]:
    """The words of both cells of every row of a group."""
    (body,) = page.xpath(f"//tbody[@id='{group}']")
    rows = (row.xpath("td") for row in body.xpath("tr"))
    return [(" ".join(lao.text_content().split()), " ".join(english.text_content().split()))
            for lao, english in rows]  # fmt: skip


@pytest.mark.parametrize("language", ["lo", "en"])
def test_lao_stands_left_and_says_its_language(language: Language) -> None:
    page = page_of(language, "first-steps", small_curriculum())
    rows = page.xpath("//table[@class='tot-sides']/*/tr")
    assert len(rows) > 8
    for row in rows:
        assert [cell.get("lang") for cell in row] == ["lo", "en"]
    assert [th.text_content() for th in rows[0]] == ["(ລາວ language-name)", "(language-name)"]


def test_no_id_is_double_and_links_of_both_columns_find_theirs() -> None:
    page = page_of("lo", "first-steps", with_english_structure())
    ids = Counter(page.xpath("//@id"))
    assert set(ids.values()) == {1}
    targets = [link for link in page.xpath("//a/@href") if link.startswith("#")]
    assert {"#the-line", "#source-census"} <= set(targets)
    assert {link[1:] for link in targets} <= set(ids)
    assert {"draw-the-line", "en-draw-the-line"} <= set(ids)


def test_footnotes_of_both_columns_have_ids_of_their_own() -> None:
    read = read_lesson(TwinFrontMatter, "l.md", f"{HEAD}One[^a].\n\n[^a]: A note.\n", [])
    whole = small_curriculum()
    (module,) = whole.modules
    noted = replace(module.lessons[1], en=read[1], lo=read[1]) if read else module.lessons[1]
    whole = replace(whole, modules=(replace(module, lessons=(module.lessons[0], noted)),))
    page = page_of("lo", "second-steps", whole)
    notes = [one for one in page.xpath("//@id") if one.startswith("fn")]
    assert len(notes) == len(set(notes)) == 4
    assert {link[1:] for link in page.xpath("//a/@href") if link.startswith("#fn")} == set(notes)


def test_both_columns_count_sources_alike() -> None:
    page = page_of("en", "first-steps", small_curriculum())
    rows = page.xpath("//tbody[@id='people-and-risks']/tr")
    lao, english = (
        {link.get("href"): link.text for td in row.xpath(f"td[{n}]") for link in td.xpath(".//*[@class='tot-cite']/a")}
        for row in rows[-1:] for n in (1, 2)
    )  # fmt: skip
    assert lao == english == {"#source-census": "1"}
    assert len(page.xpath("//ol[@class='tot-sources']/li")) == 2


def test_states_are_said_in_the_language_of_the_page() -> None:
    for language, words in (("lo", "(ລາວ stale)"), ("en", "(stale)")):
        page = page_of(language, "first-steps", small_curriculum())  # type: ignore[arg-type]
        (badge,) = page.xpath("//tbody[@id='the-line']/tr/td[@lang='lo']/*[@data-state]")
        assert (badge.get("data-state"), badge.text) == ("stale", words)
        assert badge.get("lang") == (None if language == "lo" else "en")


def test_a_lesson_without_lao_says_so_in_every_section_and_keeps_its_english() -> None:
    page = page_of("lo", "second-steps", small_curriculum())
    ((lao, english),) = cells(page, "start")
    assert lao == "(ລາວ missing)" and "A lesson without Lao." in english
    assert cells(page, "page-title") == [("(ລາວ missing)", "Second steps")]


def test_objectives_terms_and_numbers_stand_in_both_languages() -> None:
    page = page_of("lo", "first-steps", small_curriculum())
    assert cells(page, "page-objectives")[1] == (
        "(ລາວ draft) ບອກຊື່ ຄວາມສ່ຽງຢ່າງໜຶ່ງ", "Name one risk",
    )  # fmt: skip
    assert cells(page, "page-terms")[1:] == [("(ລາວ draft) ຄວາມສ່ຽງ", "risk, hazard")]
    ((lao, english),) = cells(page, "page-numbers")[1:]
    assert "(ລາວ unit-percent 70)" in lao and "(unit-percent 70)" in english


def test_an_item_can_be_read_with_its_key_and_reasons_and_not_be_tried() -> None:
    page = page_of("en", "first-steps", with_english_structure())
    lao, english = next(pair for pair in cells(page, "the-line") if "Which is a risk?" in pair[1])
    for words in ("✓ Illness It may happen.", "✗ A festival It is a joy.", "A risk is bad."):
        assert words in english
    assert "✓ ເຈັບປ່ວຍ ມັນອາດເກີດ." in lao
    assert not page.xpath("//form | //input | //details")


def test_lessons_lead_to_it_and_it_leads_back() -> None:
    for language in ("lo", "en"):
        lesson = small_pages()[f"{language}/basics/first-steps.md"].decode()
        sides = small_pages()[f"{language}/basics/first-steps.lo-en.md"].decode()
        assert '<a href="first-steps.lo-en.html">' in lesson
        assert '<a href="first-steps.html">' in sides
