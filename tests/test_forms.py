"""Parallel forms of a test: the same objectives in both, each once, never more than asked for."""

from __future__ import annotations

from typing import Any, get_args

from hypothesis import given, strategies as st

from build_tools.forms import Form, form_items
from build_tools.model import Curriculum, Item, Module, ModuleFile, Objective, Text
from build_tools.model.course import Bloom
from build_tools.model.items import Accepted, ShortItem
from tests.figure_case import curriculum as empty

WORD = Text(en="Word", lo="ຄຳ")
USES = st.lists(st.sampled_from(["practice", "pre", "post"]), min_size=1, unique=True)
OBJECTIVE = st.fixed_dictionaries(
    {
        "bloom": st.sampled_from(get_args(Bloom)),
        "assessed_by": st.sampled_from(["item", "item", "item", "activity"]),
        "items": st.lists(USES, max_size=4),
    }
)
LESSONS = st.lists(st.lists(OBJECTIVE, max_size=3), max_size=6)
MOST = st.integers(min_value=0, max_value=20)


def made(lessons: list[list[dict[str, Any]]]) -> Curriculum:
    """A curriculum of one module: the objectives of each lesson and the uses of their items."""
    objectives: list[Objective] = []
    items: list[Item] = []
    for place, of_lesson in enumerate(lessons):
        for number, one in enumerate(of_lesson):
            name = f"o-{place}-{number}"
            objectives.append(
                Objective(
                    id=name, lesson=f"l-{place}", verb="name", bloom=one["bloom"], text=WORD,
                    assessed_by=one["assessed_by"],
                )
            )  # fmt: skip
            items += [
                ShortItem(
                    id=f"{name}-{n}", lesson=f"l-{place}", objective=name, bloom=one["bloom"],
                    use=tuple(use), type="short", stem=WORD, rationale=WORD,
                    accept=Accepted(en=("a",), lo=("ກ",)),
                )
                for n, use in enumerate(one["items"])
            ]  # fmt: skip
    names = tuple(f"l-{place}" for place in range(len(lessons)))
    file = ModuleFile(id="m", title=WORD, summary=WORD, lessons=names, objectives=tuple(objectives))
    return Curriculum(empty().cover, modules=(Module(file, (), tuple(items)),))


def asked(whole: Curriculum, use: Form, most: int) -> list[str]:
    """The objectives that one form of the test of all lessons asks about."""
    lessons = whole.modules[0].file.lessons
    return [str(item.objective) for item in form_items(whole, lessons, use, most)]


def one(bloom: str, *uses: list[str], by: str = "item") -> dict[str, Any]:
    return {"bloom": bloom, "assessed_by": by, "items": list(uses)}


@given(LESSONS, MOST)
def test_both_forms_ask_about_the_same_objectives_each_once(
    lessons: list[list[dict[str, Any]]], most: int
) -> None:
    whole = made(lessons)
    pre, post = asked(whole, "pre", most), asked(whole, "post", most)
    assert pre == post == sorted(set(pre))
    assert len(pre) <= most
    assert pre == asked(whole, "pre", most)


@given(LESSONS, MOST)
def test_every_item_is_the_first_of_its_objective_with_that_use(
    lessons: list[list[dict[str, Any]]], most: int
) -> None:
    whole = made(lessons)
    module = whole.modules[0]
    for use in get_args(Form):
        for item in form_items(whole, module.file.lessons, use, most):
            bank = [i for i in module.items if i.objective == item.objective and use in i.use]
            assert item is bank[0]
            assert module.objective(str(item.objective)).assessed_by == "item"


@given(LESSONS, MOST)
def test_no_objective_is_left_out_without_need(
    lessons: list[list[dict[str, Any]]], most: int
) -> None:
    possible = [
        [o for o in of_lesson if o["assessed_by"] == "item" and _in_both(o["items"])]
        for of_lesson in lessons
    ]
    all_of_them = sum(map(len, possible))
    expected = all_of_them if all_of_them <= most else min(most, sum(map(bool, possible)))
    assert len(asked(made(lessons), "pre", most)) == expected


def _in_both(items: list[list[str]]) -> bool:
    used = {use for item in items for use in item}
    return {"pre", "post"} <= used


def test_an_objective_without_one_of_both_forms_is_left_out_of_both() -> None:
    whole = made(
        [
            [one("apply", ["pre"]), one("apply", ["post"]), one("apply", ["practice"])],
            [one("apply", ["pre"], ["post"]), one("apply", ["pre"], ["post"], by="activity")],
        ]
    )
    assert asked(whole, "pre", 20) == asked(whole, "post", 20) == ["o-1-0"]


def test_each_lesson_keeps_its_highest_objective_where_there_are_too_many() -> None:
    both = (["pre"], ["post"])
    whole = made(
        [
            [one("remember", *both), one("analyse", *both), one("apply", *both)],
            [one("apply", *both), one("apply", *both)],
        ]
    )
    assert asked(whole, "pre", 5) == ["o-0-0", "o-0-1", "o-0-2", "o-1-0", "o-1-1"]
    assert asked(whole, "pre", 4) == asked(whole, "post", 2) == ["o-0-1", "o-1-0"]


def test_lessons_are_chosen_evenly_where_one_for_each_is_too_many() -> None:
    whole = made([[one("apply", ["pre"], ["post"])] for _ in range(7)])
    assert asked(whole, "post", 3) == ["o-0-0", "o-2-0", "o-4-0"]


def test_the_order_is_that_of_the_lessons_given() -> None:
    whole = made([[one("apply", ["pre"], ["post"])] for _ in range(3)])
    items = form_items(whole, ["l-2", "l-0", "l-2"], "pre", 20)
    assert [item.objective for item in items] == ["o-2-0", "o-0-0"]
    assert form_items(whole, ["l-9"], "pre", 20) == ()


def test_the_real_forms_are_parallel_and_share_no_item(curriculum: Curriculum) -> None:
    lessons = [lesson.id for lesson in curriculum.lessons]
    pre, post = (form_items(curriculum, lessons, use, 20) for use in get_args(Form))
    assert [item.objective for item in pre] == [item.objective for item in post]
    assert len(pre) == 20
    assert not {item.id for item in pre} & {item.id for item in post}
