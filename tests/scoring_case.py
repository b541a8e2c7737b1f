"""Items by their key alone, and someone who answers them at random."""

from __future__ import annotations

import random
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from pydantic import TypeAdapter

from build_tools.model import Item
from build_tools.render.values import number
from build_tools.scoring import key
from tests.quiz_case import CASES, read_yaml, sample_items

ODD: tuple[Any, ...] = (None, "", "a", 7, 0.5, True, [], ["a", "a"], ["a", 1], [["a"]], {}, {"a": None}, {"a": ["b"]},
       {"constructor": "a"}, "9" * 5000, ["__proto__"], {"__proto__": "a"})  # fmt: skip


def whole_item(shape: Mapping[str, Any]) -> Item:
    """An item of this type and key; its texts say nothing."""
    text = {"en": "-"}

    def filled(part: dict[str, Any], *fields: str) -> dict[str, Any]:
        return {**dict.fromkeys(fields, text), **part}

    wording = {"options": ["text"], "pairs": ["left", "right"], "extra": ["right"],
               "steps": ["text"], "groups": ["text"], "cards": ["text"]}  # fmt: skip
    fields = dict(shape)
    for name in wording.keys() & fields.keys():
        words = [] if shape["type"] == "true-false" else wording[name]
        fields[name] = [filled(part, *words) for part in fields[name]]
    common = {"id": "item", "lesson": "lesson", "objective": "objective", "bloom": "apply"}
    item: Item = TypeAdapter(Item).validate_python(
        {**common, "stem": text, "rationale": text, **fields}
    )
    return item


MARKS = [
    (whole_item(case["item"]), each["response"], each["mark"])
    for case in read_yaml(CASES / "scoring/marks.yaml")
    for each in case["marks"]
]
ITEMS = (*{id(item): item for item, _, _ in MARKS}.values(), *sample_items().values())


class Learner:
    """Someone who answers at random, often nearly right; the same every time."""

    def __init__(self, seed: int = 202) -> None:
        self.chance = random.Random(seed)

    def answer(self, item: Item) -> Any:
        return (
            self.chance.choice(ODD)
            if self.chance.random() < 0.1
            else self.reply(item.type, key(item))
        )

    def reply(self, kind: str, known: Mapping[str, Any]) -> Any:
        if "answer" in known:
            return self.typed_number(known["answer"])
        if "accept" in known:
            return self.typed_word(known["accept"])
        if "places" in known:
            return self.placed(known["places"])
        return self.chosen(kind, known)

    def chosen(self, kind: str, known: Mapping[str, list[str]]) -> Any:
        if kind in ("single", "true-false"):
            return self.chance.choice([*known["keys"], "a", "b", "c", "true", "false"])
        ids = [
            *known.get("steps", known.get("keys", [])),
            *self.chance.choice([[], [], ["c"], ["z"]]),
        ]
        for _ in range(self.chance.randrange(4)):
            ids.insert(self.chance.randrange(len(ids)), ids.pop())
        return ids[: self.chance.choice([len(ids), len(ids), len(ids) - 1])]

    def placed(self, places: Mapping[str, str]) -> dict[str, str]:
        to = [*places.values(), "z"]
        return {thing: self.chance.choice([place, *to]) for thing, place in places.items()
                if self.chance.random() < 0.9}  # fmt: skip

    def typed_number(self, answer: str) -> str:
        value = Decimal(answer) + Decimal(
            self.chance.choice(["0", "0", "0.01", "-0.010", "0.011", "1"])
        )
        written = self.chance.choice(
            [f"{value:f}", f"{value:,f}", number(value, "lo"), f"{value:,f} %"]
        )
        return self.scribble(written.replace(",", self.chance.choice([",", ",", " ", "\u00a0"])))

    def typed_word(self, accept: list[str]) -> str:
        word = self.chance.choice([*accept, "ນ້ໍາໃຈ", "ນໍ້າໃຈ", "something else"])
        return self.scribble(
            self.chance.choice([word, word.upper(), f" «{word}». ", word.replace(" ", "  ")])
        )

    def scribble(self, text: str) -> str:
        """The text, sometimes with a letter more or less."""
        if self.chance.random() < 0.7:
            return text
        at = self.chance.randrange(len(text) + 1)
        letters = "0123456789.,- ໕່ໍາ\u200b\u202f%₭−"
        return text[:at] + self.chance.choice(["", self.chance.choice(letters)]) + text[at + 1 :]
