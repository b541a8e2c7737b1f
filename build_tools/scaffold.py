"""The files of a new module or lesson: the frame is there, the author writes what is inside."""

from __future__ import annotations

import json

from build_tools.model import Curriculum

LESSON_EN = """---
title: {title}
minutes: {{self: 10, room: 45}}
objectives: []
valid_as_of: {month}
---
"""
MODULE = """id: {id}
title: {{en: {title}, lo: null}}
summary: {{en: {title}, lo: null}}
lessons: []
needs: []
objectives: []
"""


def new_module(module_id: str, title: str) -> dict[str, str]:
    """The files of a module without lessons, by path."""
    return {
        f"modules/{module_id}/module.yaml": MODULE.format(id=module_id, title=_quoted(title)),
        f"quizzes/{module_id}.yaml": "[]\n",
    }


def new_lesson(
    curriculum: Curriculum, module_id: str, lesson_id: str, title: str
) -> dict[str, str]:
    """The files of a lesson that has a title and nothing else, by path.

    Its Lao stays missing until somebody writes `lesson.lo.md`; `tot check` says what is next.
    """
    folder = f"modules/{module_id}/{lesson_id}"
    month = curriculum.cover.released.strftime("%Y-%m")
    return {
        f"{folder}/lesson.en.md": LESSON_EN.format(title=_quoted(title), month=month),
        f"{folder}/slides.yaml": "[]\n",
        f"{folder}/figures.yaml": "[]\n",
    }


def _quoted(title: str) -> str:
    """The title in double quotes: JSON is YAML, whatever marks the title holds."""
    return json.dumps(title, ensure_ascii=False)


def with_lesson(module_yaml: str, lesson_id: str) -> str:
    """The text of module.yaml with the lesson at the end of its `lessons:` line."""
    head, mark, rest = module_yaml.partition("\nlessons: [")
    if not mark:
        raise ValueError("module.yaml has no line `lessons: [...]`; add the lesson there by hand.")
    inside, _, after = rest.partition("]")
    entries = [entry.strip() for entry in inside.split(",") if entry.strip()]
    return f"{head}{mark}{', '.join([*entries, lesson_id])}]{after}"
