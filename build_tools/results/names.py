"""What the ids of the report are called in each language."""

from __future__ import annotations

import re
from collections.abc import Iterable

from build_tools.model import Curriculum, Language, Text
from build_tools.model.base import ID_PATTERN
from build_tools.render.runs import plain
from build_tools.render.values import date_text
from build_tools.results.report import OTHER_GROUPS, OTHER_MONTHS, OTHER_PROVINCES, Asked

MERGED = {
    OTHER_PROVINCES: "results-other-provinces",
    OTHER_GROUPS: "results-other-groups",
    OTHER_MONTHS: "results-other-months",
}


def numbered(curriculum: Curriculum, ids: Iterable[str]) -> tuple[dict[str, int], dict[int, Asked]]:
    """A number for every id of an item, the same for its aliases, and what is known by number.

    What is no id gets none: marks of an export are taken as they are, and could name anything.
    """
    known = {item.id: item for item in curriculum.items}
    own = {alias: item.id for item in known.values() for alias in item.aliases} | {
        i: i for i in known
    }
    modules = {item.id: module.id for module in curriculum.modules for item in module.items}
    numbers: dict[str, int] = {}
    asked: dict[int, Asked] = {}
    by_own: dict[str, int] = {}
    for item_id in filter(re.compile(ID_PATTERN).match, sorted(ids)):
        name = own.get(item_id, item_id)
        number = numbers[item_id] = by_own.setdefault(name, len(by_own))
        item = known.get(name)
        asked[number] = (
            Asked(name, modules.get(name), item.objective, item.lesson) if item else Asked(name)
        )
    return numbers, asked


class Names:
    """The titles of everything that a report names, in one language; ids where nothing is known."""

    def __init__(self, curriculum: Curriculum, language: Language) -> None:
        """The titles of this curriculum."""
        self._language: Language = language
        self._curriculum = curriculum
        owners = {one.id: one.title for one in curriculum.tracks}
        self._modules = {one.id: one.file.title for one in curriculum.modules}
        self._owners = owners | self._modules
        self._lessons = {one.id: one.title for one in curriculum.lessons}
        self._objectives = {
            (module.id, one.id): one.text
            for module in curriculum.modules
            for one in module.file.objectives
        }
        self._stems = {item.id: item.stem for item in curriculum.items}

    def _text(self, text: Text | None, instead: str) -> str:
        """The words of a text, or the id where there is none."""
        if text is None:
            return instead
        return plain(self._curriculum, text.of(self._language), self._language)

    def owner(self, owner: str) -> str:
        """The title of a track or module."""
        return self._text(self._owners.get(owner), owner)

    def module(self, module: str | None) -> str:
        """The title of a module."""
        return self._text(self._modules.get(module or ""), module or "")

    def lesson(self, lesson: str | None) -> str:
        """The title of a lesson."""
        return self._text(self._lessons.get(lesson or ""), lesson or "")

    def objective(self, module: str | None, objective: str | None) -> str:
        """The words of an objective."""
        return self._text(self._objectives.get((module or "", objective or "")), objective or "")

    def item(self, item: str) -> str:
        """What an item asks."""
        return self._text(self._stems.get(item), item)

    def place(self, key: str) -> str:
        """A province, a group or a month; merged ones and those not stated in words."""
        if not key:
            return self._curriculum.word("collect-not-said", self._language)
        if key in MERGED:
            return self._curriculum.word(MERGED[key], self._language)
        province = self._curriculum.provinces.get(key)
        if province is None:
            return key
        return province.lo if self._language == "lo" else province.en[0]

    def month(self, key: str) -> str:
        """A month in words."""
        return self.place(key) if key in MERGED else date_text(key, self._language)
