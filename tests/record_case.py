"""Records for tests: a bank with an item of every type, learners who answer at random, the twin."""

from __future__ import annotations

import json
import random
from dataclasses import asdict, replace
from functools import cache
from typing import Any

from build_tools.forms import FORMS, Form
from build_tools.model import Language
from build_tools.record import Answer, Bank, Practice, Result, Taken
from build_tools.record.bank import BankItem, Owner, bank_item
from build_tools.record.bytes import SYMBOLS, time_text
from build_tools.record.result import answer
from build_tools.record.shape import LONGEST_ANSWER, is_response
from tests.node_case import run_node
from tests.quiz_case import ROOT, WEB
from tests.scoring_case import ITEMS, ODD, Learner

SCRIPTS = ("lao.js", "scoring.js", "learn/bytes.js", "learn/record-code.js", "learn/record.js")
NACL = ROOT / "node_modules/tweetnacl/nacl-fast.min.js"
TWIN = f"""
globalThis.nacl = require({json.dumps(str(NACL))});
for (const path of {json.dumps([str(WEB / name) for name in SCRIPTS])}) require(path);
const {{ bank, calls }} = JSON.parse(require("fs").readFileSync(0, "utf8"));
const record = globalThis.tot.record;
const doers = {{
  ...record,
  told: (text) => record.readText(text, bank).map((one) => one.fault
    ? [one.fault, one.detail] : [record.file(one.record), record.code(one.record, bank)]),
  made: (text) => {{
    const [{{ record: one }}] = record.readText(text, bank);
    const marks = Object.fromEntries(Object.keys(one.tests)
      .map((form) => [form, record.marks(one, form, bank)]));
    return {{ scores: record.scores(one, bank), marks, unread: record.unread(one, bank) }};
  }},
  timed: (texts) => {{
    const start = performance.now();
    texts.forEach((text) => record.readText(text, bank));
    return performance.now() - start;
  }},
  make: (progress, owner, now) => record.make(progress, owner, bank, now),
}};
process.stdout.write(JSON.stringify(calls.map(([name, ...given]) => doers[name](...given))));
"""
TITLE = {"en": "Sample", "lo": "ຕົວຢ່າງ"}
NAMES = ("ນາງ ຄຳແພງ ວົງສຸວັນ", "ທ້າວ ນ້ຳເງິນ ໄຊຍະສານ", "Noy", "", "ໜູ່ ໝ້າຍ ຫຼ້າ", "Éva Müller", "𝒩!")  # fmt: skip
GROUPS = ("", "SVK-1", "ກຸ່ມ ໒", "a" * 20)
TYPED = ("1.500", "1,500", "໑໕໐໐", "ນ້ໍາໃຈ", "budget", "#a1b2", "e\u0301", "\u200b12", "")


def in_node(bank: Bank, calls: list[list[Any]]) -> list[Any]:
    """What the JavaScript twins give back for these calls."""
    given = json.dumps({"bank": asdict(bank), "calls": calls})
    answers: list[Any] = json.loads(run_node(TWIN, given))
    return answers


@cache
def sample_bank() -> Bank:
    """A bank with every item of the scoring tests, each in both forms of its own or another owner."""
    items: dict[str, BankItem] = {}
    for number, item in enumerate(ITEMS):
        named = item.model_copy(update={"id": f"item-{number}", "aliases": (f"old-{number}",)})
        of = {"objective": f"objective-{number % 5}", "lesson": f"lesson-{number % 3}"}
        items[named.id] = replace(bank_item(named, f"module-{number % 2}", TITLE), **of)
    ids = tuple(items)
    owners = {
        f"module-{number}": Owner(
            "module", TITLE, 30, ("lesson-0",), ids[number::8], ids[-1 - number :: -8]
        )
        for number in range(8)
    }
    provinces = {"attapeu": TITLE, "sekong": TITLE}
    return Bank("sample", "2026.11.0", TITLE, items, owners, {}, {}, {}, provinces)


def is_whole(item: BankItem, given: Any) -> bool:
    """True if the response names only what the item has, and places everything it asks to place."""
    if isinstance(given, dict):
        return given.keys() == item.key["places"].keys() and {*given.values()} <= {*item.parts}
    named = {given} if isinstance(given, str) else set(given)
    return item.type in ("numeric", "short") or named <= {*item.parts}


class Learners:
    """Learners whose records are the same every time; their answers are often nearly right."""

    def __init__(self, bank: Bank, seed: int) -> None:
        self.bank, self.chance, self.learner = bank, random.Random(seed), Learner(seed)
        self.is_odd = False

    def record(self) -> Result:
        """The record of one learner."""
        bank, chance = self.bank, self.chance
        self.is_odd = chance.random() < 0.5
        owner = chance.choice(tuple(bank.owners))
        forms: tuple[Form, ...] = chance.choice((FORMS, ("pre",), ("post",)))
        percent = chance.randrange(101)
        return Result(
            bank.course,
            chance.choice((bank.curriculum, bank.curriculum, "2025.01.17")),
            "".join(chance.choices(SYMBOLS, k=12)),
            chance.choice(NAMES),
            chance.choice(("", *bank.provinces)),
            chance.choice(GROUPS),
            owner,
            self.time(),
            Practice(chance.randrange(20), chance.randrange(900), percent, 100 - percent // 2),
            {form: self.test(owner, form) for form in forms},
        )

    def time(self) -> str:
        return time_text(self.chance.randrange(2**32))

    def test(self, owner: str, form: Form) -> Taken:
        ids = getattr(self.bank.owners[owner], form)
        answers = {self.called(item): self.answer(item) for item in ids}
        return Taken(self.time(), self.time(), self.chance.randrange(1, 9), answers)

    def called(self, item: str) -> str:
        """The item's id, or now and then an older one, or one that no bank knows."""
        others = (*self.bank.items[item].aliases, f"gone-{item}") if self.is_odd else ()
        return self.chance.choice((item,) * 18 + others)

    def answer(self, item: str) -> Answer:
        asked = self.bank.items[item]
        given: Any = self.learner.reply(asked.type, asked.key)
        if self.is_odd and self.chance.random() < 0.1:
            given = self.chance.choice((*ODD, *TYPED, "old-option", ["old-option"]))
        if isinstance(given, str):
            given = given[:LONGEST_ANSWER]
        given = given if is_response(given) and (self.is_odd or is_whole(asked, given)) else None
        if isinstance(given, dict):
            given = {thing: given[thing] for thing in sorted(given)}
        given = tuple(given) if isinstance(given, list) else given
        language: Language = self.chance.choice(("lo", "en"))
        return answer(given, language, typed=asked.type in ("numeric", "short"))


def records(bank: Bank, number: int, seed: int = 7) -> list[Result]:
    """So many records of learners."""
    made = Learners(bank, seed)
    return [made.record() for _ in range(number)]
