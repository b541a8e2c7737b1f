"""Objectives can be measured, belong to their lesson, and are assessed at their level."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.findings import Finding
from build_tools.lao import fold
from build_tools.model import Curriculum, Module, Objective

VAGUE = (
    "know",
    "understand",
    "be aware",
    "learn",
    "appreciate",
    "realise",
    "realize",
    "be familiar",
)
"""Words for what nobody can see; not the verb of an objective."""
VAGUE_LAO = ("ຮູ້", "ເຂົ້າໃຈ", "ຮັບຮູ້", "ຕະໜັກ", "ຮຽນຮູ້", "ຊາບ")


def check_objectives(curriculum: Curriculum) -> Iterator[Finding]:
    """Every finding about objectives."""
    for module in curriculum.modules:
        for objective in module.file.objectives:
            yield from _verb(objective)
            yield from _assessed(module, objective, curriculum.broken)
        yield from _listed(module, curriculum.broken)


def _verb(objective: Objective) -> Iterator[Finding]:
    """A finding for a verb that cannot be seen, or that the text does not begin with."""
    english = objective.text.en.lower()
    for verb in VAGUE:
        if re.match(rf"{verb}\b", english) or objective.verb.lower() == verb:
            message = f"“{verb}” cannot be seen or measured."
            yield Finding(objective.at("verb"), "objective-verb", message)
            return
    if not english.startswith(objective.verb.lower()):
        message = f"The text does not begin with its verb “{objective.verb}”."
        yield Finding(objective.text.at("en"), "objective-verb", message)
    lao = fold(objective.text.lo or "")
    vague = next((verb for verb in VAGUE_LAO if lao.startswith(fold(verb))), None)
    if vague:
        message = f"“{vague}” cannot be seen or measured."
        yield Finding(objective.text.at("lo"), "objective-verb", message)


def _assessed(module: Module, objective: Objective, broken: frozenset[str]) -> Iterator[Finding]:
    """A finding for an objective of a written lesson that nothing assesses as it should be."""
    lessons = {lesson.id: lesson for lesson in module.lessons}
    if objective.lesson not in lessons or f"quizzes/{module.id}.yaml:*" in broken:
        return
    if objective.assessed_by == "item":
        levels = [item.bloom for item in module.items if item.objective == objective.id]
        if objective.bloom in levels or any(name in broken for name in _item_ids(module, broken)):
            return
        message = f"No item assesses `{objective.id}` at the level “{objective.bloom}”."
    else:
        activities = lessons[objective.lesson].en.boxes("activity")
        named = {name for box in activities for name in box.attributes.get("assesses", "").split()}
        if objective.id in named:
            return
        message = f"No activity assesses `{objective.id}`."
    yield Finding(objective.at("id"), "objective-unassessed", message)


def _item_ids(module: Module, broken: frozenset[str]) -> frozenset[str]:
    """Ids of items that the lesson's boxes name and that could not be loaded."""
    named = {name for lesson in module.lessons for box in lesson.en.boxes("items")
             for name in box.uses()}  # fmt: skip
    return broken & named


def _listed(module: Module, broken: frozenset[str]) -> Iterator[Finding]:
    """A finding where lesson and module do not give a lesson the same objectives."""
    for lesson in module.lessons:
        given = {o.id for o in module.file.objectives if o.lesson == lesson.id} - broken
        listed = set(lesson.front.objectives)
        place = lesson.front.at("objectives")
        for missing in sorted(given - listed):
            message = f"module.yaml gives this lesson `{missing}`; the lesson does not list it."
            yield Finding(place, "objective-unlisted", message)
        others = {o.id for o in module.file.objectives} - given
        for foreign in sorted(listed & others):
            message = f"module.yaml gives `{foreign}` to another lesson."
            yield Finding(place, "objective-unlisted", message)
