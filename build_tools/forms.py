"""Which items make the pre-test and the post-test of some lessons: two parallel forms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Literal, NamedTuple, get_args

from build_tools.model import Curriculum, Item, LessonSession, Module, Objective, Track
from build_tools.model.course import Bloom

Form = Literal["pre", "post"]
FORMS: tuple[Form, ...] = get_args(Form)
MOST = 10
"""Questions of a test at most: so many fit into the time that an agenda has for it."""
SLOW = ("match", "numeric", "order", "sort")
"""Types of items that take two minutes; the others take one."""
LEVELS: tuple[str, ...] = get_args(Bloom)


class Asked(NamedTuple):
    """An objective, and the item that asks about it in each form."""

    objective: Objective
    pre: Item
    post: Item


def form_items(
    curriculum: Curriculum, lesson_ids: Iterable[str], use: Form, most: int
) -> tuple[Item, ...]:
    """The items of one form, in the order of the lessons and of the objectives of each lesson.

    1. An objective that is assessed by items is asked about if its module has an item of it for
       each form; the first one in the bank is taken. So both forms ask about the same objectives.
    2. If these are more than `most`, each lesson keeps the one of the highest Bloom level, of equal
       ones the first.
    3. If these n are still too many, those at the places 0, n/most, 2n/most ... are kept, each
       place rounded down.
    """
    asked = [
        one for lesson_id in dict.fromkeys(lesson_ids) for one in _asked(curriculum, lesson_id)
    ]
    if len(asked) > most:
        lessons = groupby(asked, key=lambda one: one.objective.lesson)
        asked = [max(of_lesson, key=_level) for _, of_lesson in lessons]
    if len(asked) > most:
        asked = [asked[place * len(asked) // most] for place in range(most)]
    return tuple(one.pre if use == "pre" else one.post for one in asked)


def written_lessons(curriculum: Curriculum, track: Track) -> list[str]:
    """The lessons of a track that are written, in its order."""
    known = {lesson.id for lesson in curriculum.lessons}
    named = [one.lesson for one in track.sessions if isinstance(one, LessonSession)]
    return [lesson for lesson in named if lesson in known]


def tests(curriculum: Curriculum) -> dict[str, dict[Form, tuple[Item, ...]]]:
    """The items of the forms of every track that has tests and of every module, by its id.

    Owners whose lessons have no pair of parallel items yet are left out.
    """
    lessons = {
        track.id: written_lessons(curriculum, track)
        for track in curriculum.tracks
        if track.pre_test and track.post_test
    } | {module.id: [lesson.id for lesson in module.lessons] for module in curriculum.modules}
    made = {
        owner: {form: form_items(curriculum, named, form, MOST) for form in FORMS}
        for owner, named in lessons.items()
    }
    return {owner: forms for owner, forms in made.items() if forms["pre"]}


def minutes_of(item: Item) -> int:
    """The minutes that a question takes."""
    return 2 if item.type in SLOW else 1


def _asked(curriculum: Curriculum, lesson_id: str) -> Iterator[Asked]:
    """The objectives of a lesson that both forms can ask about."""
    for module in curriculum.modules:
        for objective in module.file.objectives:
            if objective.lesson == lesson_id and objective.assessed_by == "item":
                pre, post = (_first(module, objective, form) for form in FORMS)
                if pre and post:
                    yield Asked(objective, pre, post)


def _first(module: Module, objective: Objective, form: Form) -> Item | None:
    """The first item of the bank that asks about the objective in this form."""
    found = (i for i in module.items if i.objective == objective.id and form in i.use)
    return next(found, None)


def _level(one: Asked) -> int:
    """How high the objective stands in Bloom's order."""
    return LEVELS.index(one.objective.bloom)
