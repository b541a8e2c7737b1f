"""A class of learners with plausible answers: records of the real tests for the trainer's page."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from build_tools.forms import FORMS, Form
from build_tools.model import Curriculum, Language
from build_tools.record import Bank, Practice, Result, Taken, bank, code, marks, to_json
from build_tools.record.bank import BankItem
from build_tools.record.result import Answer, Response

OWNER = "officials-workshop"
NAMES = (
    "ນາງ ສົມພອນ ແກ້ວມະນີ", "ທ້າວ ບຸນມີ ສີສຸວັນ", "ທ່ານ ວິໄລ ພົມມະຈັນ", "Khamla Sayavong",
    "ນາງ ຈັນທະລາ ອິນທະວົງ", "Phonesavanh Xayasane", "ທ້າວ ຄຳໃສ", "ນາງ ມະນີວັນ ສຸກສະຫວັດ",
)  # fmt: skip
PLACES = (("salavan", "SV-1"), ("salavan", "sv-1"), ("savannakhet", "SK-2"), ("", ""))
SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def right(item: BankItem) -> Response:
    """The answer that earns the whole mark of an item."""
    key = item.key
    if "keys" in key:
        return tuple(key["keys"]) if item.type == "multiple" else str(key["keys"][0])
    if "places" in key:
        return dict(sorted(key["places"].items()))
    if "steps" in key:
        return tuple(key["steps"])
    return str(key["answer"]) if "answer" in key else str(key["accept"][0])


def slip(item: BankItem, chance: random.Random) -> Response:
    """An answer of somebody who does not know: nothing, or a mistake."""
    if chance.random() < 0.2:
        return None
    key = item.key
    if "keys" in key:
        wrong = [part for part in item.parts if part not in key["keys"]]
        chosen = chance.choice(wrong or list(item.parts))
        return (key["keys"][0], chosen) if item.type == "multiple" else chosen
    if "places" in key:
        places = dict(sorted(key["places"].items()))
        first, *_, last = places
        return {**places, first: places[last], last: places[first]}
    if "steps" in key:
        return (key["steps"][-1], *key["steps"][:-1])
    return "7" if "answer" in key else "?"


def taken(bank: Bank, owner: str, form: Form, ability: float, chance: random.Random) -> Taken:
    """A test by a learner who knows this share of it."""
    asked = bank.owners[owner].pre if form == "pre" else bank.owners[owner].post
    answers = {}
    for id in asked:
        item = bank.items[id]
        given = right(item) if chance.random() < ability else slip(item, chance)
        language: Language = chance.choice(("lo", "en"))
        answers[id] = Answer(given, language)
    day = 9 if form == "pre" else 10
    return Taken(f"2026-11-{day:02d}T01:00:00Z", f"2026-11-{day:02d}T01:20:00Z", 1, answers)


def learner(bank: Bank, number: int, owner: str = OWNER, **given: Any) -> Result:
    """A learner, always the same for a number; every seventh has not taken the post-test."""
    chance = random.Random(number)
    ability = chance.random()
    forms: dict[Form, Taken] = {"pre": taken(bank, owner, "pre", 0.15 + 0.5 * ability, chance)}
    if number % 7:
        forms["post"] = taken(bank, owner, "post", 0.4 + 0.55 * ability, chance)
    province, group = PLACES[number % len(PLACES)]
    fields: dict[str, Any] = {
        "course": bank.course, "curriculum": bank.curriculum,
        "learner": "".join(chance.choice(SYMBOLS) for _ in range(12)),
        "name": f"{NAMES[number % len(NAMES)]} {number}", "province": province, "group": group,
        "of": owner, "made": f"2026-11-10T{number % 24:02d}:{number % 60:02d}:00Z",
        "practice": Practice(4, 12, 61, 88), "tests": forms,
    }  # fmt: skip
    return Result(**(fields | given))


def class_of(curriculum: Curriculum, size: int, owner: str = OWNER) -> tuple[Bank, list[Result]]:
    """The bank of a curriculum and a class of this many learners."""
    made = bank(curriculum)
    return made, [learner(made, number, owner) for number in range(size)]


def write_class(folder: Path, results: Iterable[Result], bank: Bank) -> list[Path]:
    """The files of these results, one a learner."""
    paths = []
    for number, result in enumerate(results):
        paths.append(folder / f"result-{number:03d}.json")
        paths[-1].write_text(to_json(result, bank), encoding="utf-8")
    return paths


def codes(results: Iterable[Result], bank: Bank) -> str:
    """These results as codes in one message."""
    return "\n\n".join(code(result, bank) for result in results)


def line(result: Result, bank: Bank) -> str:
    """A result as a line of the tally's export."""
    given = {form: marks(result, form, bank) for form in FORMS if form in result.tests}
    value = json.loads(to_json(result, bank)) | {"marks": given}
    return json.dumps(value, ensure_ascii=False) + "\n"
