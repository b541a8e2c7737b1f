"""Items as HTML: readable without a script, the same ids in both languages, nothing given away."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html.parser import HTMLParser

import pytest
from hypothesis import given, strategies as st

from build_tools.model import Item, Language, Text
from build_tools.model.items import MatchItem, SingleItem, SortItem
from build_tools.render.quiz import SHAPES, item_html, shuffled
from build_tools.scoring import key
from tests.quiz_case import NoLinks, make_items, sample_curriculum, sample_items

ITEMS = sample_items()
CURRICULUM = sample_curriculum()
EMPTY = {"input", "br", "img"}


@dataclass(frozen=True)
class Named:
    id: str


class Tags(HTMLParser):
    """Every tag with its attributes; raises AssertionError if a tag is not closed in turn."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def every(self, name: str) -> list[str | None]:
        """The values of an attribute, in order."""
        return [attributes[name] for _, attributes in self.tags if name in attributes]


def html(item: Item, language: Language) -> str:
    return item_html(CURRICULUM, item, language, NoLinks())


def data(text: str) -> dict[str, object]:
    found = re.search(r'<script type="application/json"[^>]*>(.*?)</script>', text, re.DOTALL)
    assert found
    values: dict[str, object] = json.loads(found[1])
    return values


def test_there_is_a_sample_of_every_type() -> None:
    assert set(ITEMS) == set(SHAPES)


@pytest.mark.parametrize("kind", sorted(SHAPES))
def test_both_languages_have_the_same_form(kind: str) -> None:
    lao, english = Tags(html(ITEMS[kind], "lo")), Tags(html(ITEMS[kind], "en"))
    for name in ("for", "name", "value", "data-part", "data-why", "data-item", "data-type"):
        assert lao.every(name) == english.every(name)
    for ids in (lao.every("id"), english.every("id")):
        assert len(set(ids)) == len(ids)
        assert set(lao.every("for")) <= set(ids)


@pytest.mark.parametrize("kind", sorted(SHAPES))
@pytest.mark.parametrize("language", ["lo", "en"])
def test_the_script_gets_the_key_and_its_words(kind: str, language: Language) -> None:
    given_data = data(html(ITEMS[kind], language))
    assert given_data["key"] == key(ITEMS[kind])
    assert given_data["language"] == language
    words = given_data["words"]
    assert isinstance(words, dict) and words["answer-right"] == CURRICULUM.word(
        "answer-right", language
    )


@pytest.mark.parametrize("kind", sorted(SHAPES))
def test_the_answer_tells_every_reason(kind: str) -> None:
    text = html(ITEMS[kind], "en")
    answer = text[text.index("<details") : text.index("</details>")]
    parts = ITEMS[kind].model_dump()
    reasons = [parts["rationale"], *(option["rationale"] for option in parts.get("options", ())),
               *(card["rationale"] for card in parts.get("cards", ()) if card["rationale"])]  # fmt: skip
    for reason in reasons:
        assert reason["en"] in answer


def test_no_blank_line_breaks_the_html_out_of_markdown() -> None:
    for item in ITEMS.values():
        assert not re.search(r"\n\s*\n", html(item, "lo"))


def test_texts_are_escaped_and_labels_have_no_links() -> None:
    single = ITEMS["single"]
    assert isinstance(single, SingleItem)
    wild = Text(en="</script><b>&\"'", lo="</script><b>&\"'")
    marked = Text(en="**Bold** and [a link](#away)", lo="**ໜາ** ແລະ [ບ່ອນອື່ນ](#away)")
    first = single.options[0].model_copy(update={"text": marked})
    made = html(
        single.model_copy(update={"stem": wild, "options": (first, *single.options[1:])}), "en"
    )
    assert made.count("</script>") == 1 and "<b>" not in made
    assert "<strong>Bold</strong> and a link" in made and "#away" not in made


def test_missing_lao_stands_in_english_under_a_notice() -> None:
    single = ITEMS["single"]
    assert isinstance(single, SingleItem)
    untranslated = single.model_copy(update={"stem": Text(en="Only English?")})
    made = html(untranslated, "lo")
    assert '<legend><span lang="en">Only English?</span></legend>' in made
    assert f'tot-item__notice">{CURRICULUM.word("missing", "lo")}<' in made
    assert "tot-item__notice" not in html(untranslated, "en")
    assert "tot-item__notice" not in html(single, "lo")
    match = ITEMS["match"]
    assert isinstance(match, MatchItem)
    pair = match.pairs[0].model_copy(update={"right": Text(en="Insurance")})
    listed = html(match.model_copy(update={"pairs": (pair, *match.pairs[1:])}), "lo")
    assert f'<option value="{pair.id}" lang="en">Insurance</option>' in listed


def test_options_stand_as_written_and_the_rest_is_mixed() -> None:
    def values(kind: str, name: str) -> list[str | None]:
        return Tags(html(ITEMS[kind], "lo")).every(name)

    assert values("single", "value") == ["benefit", "loan", "sale"]
    assert values("order", "data-part") != key(ITEMS["order"])["steps"]
    match, sort = ITEMS["match"], ITEMS["sort"]
    assert isinstance(match, MatchItem) and isinstance(sort, SortItem)
    rights = [value for value in values("match", "value") if value][:4]
    assert [each for each in rights if each != "fine"] != [pair.id for pair in match.pairs]
    assert values("sort", "data-part") != [card.id for card in sort.cards]


@given(
    st.text("abcdef", min_size=1),
    st.sets(st.text("abcdef", min_size=1), min_size=2),
    st.integers(0, 3),
)
def test_mixing_is_fixed_and_never_as_written(item_id: str, ids: set[str], more: int) -> None:
    parts = [Named(each) for each in sorted(ids)]
    extra = [Named(f"extra-{n}") for n in range(more)]
    mixed = shuffled(item_id, parts, extra)
    assert mixed == shuffled(item_id, parts, extra)
    assert sorted(each.id for each in mixed) == sorted(each.id for each in (*parts, *extra))
    assert [each for each in mixed if each in parts] != parts


def test_a_unit_stands_where_the_language_puts_it() -> None:
    assert 'q--cost-of-a-year--before">LAK<' in html(ITEMS["numeric"], "en")
    assert 'q--cost-of-a-year--after">ກີບ<' in html(ITEMS["numeric"], "lo")
    assert "LAK 1,800,000" in html(ITEMS["numeric"], "en")
    (children,) = make_items([{
        **ITEMS["numeric"].model_dump(), "unit": "children", "tolerance": "10",
    }])  # fmt: skip
    made = html(children, "lo")
    assert 'aria-describedby="q--cost-of-a-year--before q--cost-of-a-year--after"' in made
    assert "ເດັກ 1.800.000 ຄົນ (± 10)" in made


def test_the_answer_of_a_short_item_is_its_first_accepted_word() -> None:
    made = html(ITEMS["short"], "en")
    answer = made[made.index("<details") : made.index("</details>")]
    assert "<strong>risk pooling</strong>" in answer and "pooling of risk" not in answer
    assert "<strong>ການສະເລ່ຍຄວາມສ່ຽງ</strong>" in html(ITEMS["short"], "lo")
