"""How long the codes of records are, which QR code holds them, and how fast records are read.

`python -m bench.records`
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from time import perf_counter

from build_tools.forms import FORMS
from build_tools.load import load
from build_tools.reading import read_sources
from build_tools.record import Bank, Result, bank, code, read_text, to_json
from build_tools.record.result import Answer
from tests.record_case import Learners, in_node

ROOT = Path(__file__).parent.parent
ALPHANUMERIC = (25, 47, 77, 114, 154, 195, 224, 279, 335, 395, 468, 535, 619, 667, 758, 854, 938)
"""Characters that a QR code of each version from 1 holds, level L."""
NAMES = {"short": "ນາງ ຄຳ", "usual": "ນາງ ຄຳແພງ ວົງສຸວັນ", "longest": "ກ້ຳ" * 26 + "ນາ"}
MANY = 500


def version(length: int) -> int:
    """The QR version that holds so many characters."""
    return next(n for n, holds in enumerate(ALPHANUMERIC, 1) if length <= holds)


def whole(known: Bank, owner: str, name: str) -> Result:
    """A record of both forms in which every item has its right answer."""
    learners = Learners(known, 1)
    tests = {}
    for form in FORMS:
        answers = {item: right(known, item) for item in getattr(known.owners[owner], form)}
        tests[form] = replace(learners.test(owner, form), answers=answers)
    provinces = tuple(known.provinces)
    return replace(
        learners.record(), of=owner, name=name, group="SVK-2026-1", tests=tests,
        province=provinces[0], curriculum=known.curriculum,
    )  # fmt: skip


def right(known: Bank, item: str) -> Answer:
    """The right answer to an item."""
    key = known.items[item].key
    match known.items[item].type:
        case "numeric":
            return Answer(key["answer"], "lo")
        case "short":
            return Answer(key["accept"][0], "lo")
        case "match" | "sort":
            return Answer(key["places"], "lo")
        case "order":
            return Answer(tuple(key["steps"]), "lo")
        case "multiple":
            return Answer(tuple(key["keys"]), "lo")
        case _:
            return Answer(key["keys"][0], "lo")


def main() -> None:
    """Nothing; prints a line for each owner and the time of reading."""
    curriculum = load(read_sources(ROOT).files).curriculum
    assert curriculum is not None
    known = bank(curriculum)
    print(f"{'owner':24}" + "".join(f"{name:>16}" for name in NAMES))
    for owner in known.owners:
        lengths = [len(code(whole(known, owner, name), known)) for name in NAMES.values()]
        print(f"{owner:24}" + "".join(f"{n:>10} QR {version(n):<2}" for n in lengths))
    learners = Learners(known, 3)
    made = [learners.record() for _ in range(MANY)]
    for kind, texts in (("codes", [code(one, known) for one in made]),
                        ("files", [to_json(one, known) for one in made])):  # fmt: skip
        start = perf_counter()
        assert all(len(read_text(text, known)) == 1 for text in texts)
        print(f"Python: {MANY} {kind} in {perf_counter() - start:.2f} s")
        print(f"Node:   {MANY} {kind} in {in_node(known, [['timed', texts]])[0] / 1000:.2f} s")


if __name__ == "__main__":
    main()
