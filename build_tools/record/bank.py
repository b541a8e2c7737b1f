"""What the readers of records know: the tests, their items and keys, and the names of everything."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from build_tools.forms import FORMS, Form, tests, written_lessons
from build_tools.model import Curriculum, Item, Text, Track
from build_tools.model.items import MatchItem, OrderItem, SortItem
from build_tools.record.bytes import id_hash
from build_tools.render.runs import plain
from build_tools.render.timetable import total
from build_tools.scoring import key

PATH = "learning/bank.js"
_TO_255 = "0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5]"
VERSION = rf"2(?:[01][0-9]{{2}}|2[0-4][0-9]|25[0-5])\.[0-9]{{2}}\.(?:{_TO_255})"
"""A version of the curriculum whose three numbers fit into a byte each, the year counted from 2000."""


class Unfit(Exception):
    """The curriculum has names that records cannot tell apart; the message says what to change."""


@dataclass(frozen=True, slots=True)
class BankItem:
    """An item of a test: what marking and reports need, and every id an answer may name."""

    type: str
    key: Mapping[str, Any]
    parts: tuple[str, ...]
    module: str
    lesson: str
    objective: str
    aliases: tuple[str, ...]
    stem: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Owner:
    """A track or module that has tests."""

    kind: str
    title: Mapping[str, str]
    minutes: int
    lessons: tuple[str, ...]
    pre: tuple[str, ...]
    post: tuple[str, ...]


@dataclass(frozen=True)
class Bank:
    """All tests of a course; `bank_script` gives the same to the pages."""

    course: str
    curriculum: str
    title: Mapping[str, str]
    items: Mapping[str, BankItem]
    owners: Mapping[str, Owner]
    modules: Mapping[str, Mapping[str, Any]]
    lessons: Mapping[str, Mapping[str, Any]]
    objectives: Mapping[str, Mapping[str, Any]]
    provinces: Mapping[str, Mapping[str, str]]

    @cached_property
    def names(self) -> Names:
        """What the bytes of ids stand for."""
        return Names(self)


class Names:
    """What each thing of a bank is called, by the bytes that stand for it in a record."""

    def __init__(self, bank: Bank) -> None:
        """Made once for a bank; raises Unfit where two ids begin with the same bytes."""
        self.items = {name: id for id, item in bank.items.items() for name in (id, *item.aliases)}
        self.item = _by_bytes("items", self.items, 3)
        self.owner = _by_bytes("tracks or modules", bank.owners, 3)
        self.province = _by_bytes("provinces", ("", *bank.provinces), 2)
        self.parts = {
            name: _by_bytes(f"parts of the item `{id}`", bank.items[id].parts, 2)
            for name, id in self.items.items()
        }


def _by_bytes(what: str, names: Iterable[str], size: int) -> dict[bytes, str]:
    """The names by the first bytes of their digest; raises Unfit where two are the same."""
    made: dict[bytes, str] = {}
    for name in names:
        other = made.setdefault(id_hash(name, size), name)
        if other != name:
            raise Unfit(
                f"Records cannot tell the {what} `{other}` and `{name}` apart: their ids have the"
                " same short digest. Give the newer one another id."
            )
    return made


def bank(curriculum: Curriculum) -> Bank:
    """The bank of a curriculum; raises Unfit where records could not be read back."""
    cover, asked = curriculum.cover, tests(curriculum)
    if not re.fullmatch(VERSION, cover.version):
        raise Unfit(
            f"Records cannot hold the version `{cover.version}`: write year, month and a number"
            " up to 255, like `2026.11.0`, in curriculum.yaml."
        )
    used = {item.id for forms in asked.values() for form in FORMS for item in forms[form]}
    made = Bank(
        course=cover.id, curriculum=cover.version, title=_words(curriculum, cover.title),
        items={item.id: bank_item(item, module.id, _words(curriculum, item.stem))
               for module in curriculum.modules for item in module.items if item.id in used},
        owners={owner: _owner(curriculum, owner, forms) for owner, forms in asked.items()},
        modules={module.id: {"title": _words(curriculum, module.file.title),
                             "lessons": [lesson.id for lesson in module.lessons]}
                 for module in curriculum.modules},
        lessons={lesson.id: {"title": _words(curriculum, lesson.title), "module": module.id}
                 for module in curriculum.modules for lesson in module.lessons},
        objectives={one.id: {"text": _words(curriculum, one.text), "module": module.id,
                             "lesson": one.lesson}
                    for module in curriculum.modules for one in module.file.objectives},
        provinces={one.id: {"en": one.en[0], "lo": one.lo}
                   for one in curriculum.provinces.values()},
    )  # fmt: skip
    if not all(max(len(owner.pre), len(owner.post)) <= 255 for owner in made.owners.values()):
        raise Unfit("A test has over 255 items.")
    assert made.names
    return made


def bank_script(bank: Bank) -> bytes:
    """`learning/bank.js`: the bank as a script that every page can load, without any network."""
    fields = asdict(bank)
    text = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
    for character in "\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return f"(globalThis.tot=globalThis.tot||{{}}).bank={text};\n".encode()


def _words(curriculum: Curriculum, text: Text) -> dict[str, str]:
    """The plain words of a text in both languages; English stands for missing Lao."""
    return {
        language: plain(curriculum, text.of(language), text.language_of(language))
        for language in ("en", "lo")
    }


def bank_item(item: Item, module: str, stem: Mapping[str, str]) -> BankItem:
    """An item of a module as records need it, its question in plain words."""
    return BankItem(
        type=item.type, key=key(item), parts=_parts(item), module=module,
        lesson=item.lesson or "", objective=item.objective or "", aliases=item.aliases, stem=stem,
    )  # fmt: skip


def _parts(item: Item) -> tuple[str, ...]:
    """The ids that an answer to the item may name."""
    if isinstance(item, MatchItem):
        return (*(pair.id for pair in item.pairs), *(extra.id for extra in item.extra))
    if isinstance(item, SortItem):
        return (*(card.id for card in item.cards), *(group.id for group in item.groups))
    if isinstance(item, OrderItem):
        return tuple(step.id for step in item.steps)
    return tuple(option.id for option in getattr(item, "options", ()))


def _owner(curriculum: Curriculum, owner: str, forms: Mapping[Form, tuple[Item, ...]]) -> Owner:
    """A track or module with the items of its tests."""
    found: Iterable[Track] = (track for track in curriculum.tracks if track.id == owner)
    track = next(iter(found), None)
    pre, post = (tuple(item.id for item in forms[form]) for form in FORMS)
    if track is not None:
        return Owner("track", _words(curriculum, track.title),
                     total(curriculum, track, track.sessions),
                     tuple(dict.fromkeys(written_lessons(curriculum, track))), pre, post)  # fmt: skip
    module = curriculum.module(owner)
    minutes = sum(lesson.front.minutes.self_ for lesson in module.lessons)
    lessons = tuple(lesson.id for lesson in module.lessons)
    return Owner("module", _words(curriculum, module.file.title), minutes, lessons, pre, post)
