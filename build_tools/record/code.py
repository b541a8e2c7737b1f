"""The body of a result record, its digest and its text code; the twin of `web/learn/record-code.js`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha512

from build_tools.forms import FORMS, Form
from build_tools.record.bank import Bank
from build_tools.record.bytes import NoRecord, Reader, Writer, decode, encode
from build_tools.record.result import (
    SCHEMA,
    Answer,
    Practice,
    Response,
    Result,
    Taken,
    answer,
    is_part,
    unread_things,
)

PREFIX = "TOTR1"
KINDS = ("none", "id", "list", "map", "text")
ENGLISH = 128
"""The bit of an answer's tag that says it was given on an English page."""
CHECK = 4
SPACES = "\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(
    map(chr, range(0x2000, 0x200B))
)
"""What JavaScript takes for spaces."""
_BETWEEN = f"[{SPACES}\u00ad\u200b-\u200f\u2010-\u2015\u2060\u2212-]"
_READ_AS = str.maketrans("abcdefghijklmnopqrstuvwxyzOIL", "ABCDEFGH1JK1MN0PQRSTUVWXYZ011")


def body(result: Result) -> bytes:
    """The bytes that a record's digest and its code are made of."""
    to = Writer()
    to.number(SCHEMA, 1)
    to.id(result.course, 3)
    year, month, patch = map(int, result.curriculum.split("."))
    for part in (year - 2000, month, patch):
        to.number(part, 1)
    to.raw(decode(result.learner + "0") or b"")
    to.text(result.name)
    to.text(result.group)
    to.id(result.province, 2)
    to.id(result.of, 3)
    to.time(result.made)
    practice = result.practice
    for value, size in (
        (practice.lessons, 2), (practice.items, 2), (practice.first, 1), (practice.best, 1),
    ):  # fmt: skip
        to.number(value, size)
    to.number(sum(1 << n for n, form in enumerate(FORMS) if form in result.tests), 1)
    for form in FORMS:
        if form in result.tests:
            _write_test(to, result.tests[form])
    return bytes(to.all)


def digest(result: Result) -> str:
    """The first 16 bytes of the SHA-512 of the body, in hexadecimal digits."""
    return sha512(body(result)).hexdigest()[:32]


def code(result: Result, bank: Bank) -> str:
    """The record as a text of capital letters and digits, for a QR code or a message."""
    return sealed(PREFIX, body(result))


def sealed(prefix: str, data: bytes) -> str:
    """A body as text: prefix, its length, itself and the first bytes of its digest."""
    length = encode((len(data) << 1).to_bytes(2, "big"))[:3]
    return prefix + length + encode(data + sha512(data).digest()[:CHECK])


def unsealed(text: str) -> bytes | str:
    """The body of a code, whose text stands without its prefix; or the name of its fault."""
    symbols = re.sub(_BETWEEN, "", text).translate(_READ_AS)
    if len(symbols) < 3:
        return "cut"
    length = decode(symbols[:3] + "0")
    if length is None:
        return "misread"
    size = int.from_bytes(length, "big") >> 1
    end = 3 - (-(size + CHECK) * 8 // 5)
    if len(symbols) < end:
        return "cut"
    data = decode(symbols[3:end])
    if data is None or data[size:] != sha512(data[:size]).digest()[:CHECK]:
        return "misread"
    return data[:size]


def codes(text: str, prefix: str) -> list[str]:
    """The texts behind each prefix of a text. The letter O never stands inside a code, a 0 may."""
    strict, loose = (
        re.compile(f"[{SPACES}\u2010-\u2015-]*".join(read_as.get(one, one) for one in prefix),
                   re.ASCII | re.IGNORECASE)
        for read_as in ({"1": "[1IL]"}, {"1": "[1IL]", "O": "[O0]"})
    )  # fmt: skip
    return (strict if strict.search(text) else loose).split(text)[1:]


def read_body(data: bytes, bank: Bank) -> Result:
    """The record of a body; raises NoRecord where the bytes are none."""
    names, start = bank.names, Reader(data[4:])
    year, month, patch = (start.number(1) for _ in range(3))
    learner = encode(start.raw(8))[:12]
    name, group = start.text(), start.text()
    province, of = start.id(names.province, 2), start.id(names.owner, 3)
    made = start.time()
    practice = Practice(*(start.number(size) for size in (2, 2, 1, 1)))
    forms = start.number(1)
    tests: dict[Form, Taken] = {
        form: _read_test(start, bank) for n, form in enumerate(FORMS) if forms & 1 << n
    }
    if not start.is_at_end():
        raise NoRecord("there are bytes left")
    version = f"{2000 + year}.{month:02}.{patch}"
    return Result(
        bank.course, version, learner, name, province, group, of, made, practice, tests
    )  # fmt: skip


def _kind(answer: Answer) -> str:
    """How an answer is written; a text that looks like an id is marked as typed."""
    if answer.given is None:
        return "none"
    if isinstance(answer.given, str):
        return "text" if answer.typed or not is_part(answer.given) else "id"
    return "map" if isinstance(answer.given, Mapping) else "list"


def _write_test(to: Writer, test: Taken) -> None:
    """Nothing; writes a test with its answers."""
    to.time(test.began)
    to.time(test.ended)
    to.number(test.attempt, 2)
    to.number(len(test.answers), 1)
    for item, each in test.answers.items():
        kind = _kind(each)
        to.id(item, 3)
        to.number(KINDS.index(kind) + (ENGLISH if each.language == "en" else 0), 1)
        if kind == "text":
            to.text(str(each.given))
        else:
            _write_ids(to, each.given)


def _write_ids(to: Writer, given: Response) -> None:
    """Nothing; writes an answer that is one id, several, or a place for each thing."""
    if isinstance(given, Mapping):
        things = sorted(given)
        unread = bool(things) and things[0].startswith("#")
        to.number(len(things), 1)
        to.raw(bytes.fromhex(things[0][1:5]) if unread else _digest_of(things))
        for thing in things:
            to.id(given[thing], 2)
    elif isinstance(given, str):
        to.id(given, 2)
    elif given is not None:
        to.number(len(given), 1)
        for part in given:
            to.id(part, 2)


def _digest_of(things: list[str]) -> bytes:
    """Two bytes that tell these things from others."""
    return sha512(" ".join(things).encode()).digest()[:2]


def _read_test(start: Reader, bank: Bank) -> Taken:
    """A test with its answers."""
    began, ended, attempt = start.time(), start.time(), start.number(2)
    answers: dict[str, Answer] = {}
    for _ in range(start.number(1)):
        item, tag = start.id(bank.names.item, 3), start.number(1)
        if tag % ENGLISH >= len(KINDS):
            raise NoRecord("no such kind of answer")
        kind = KINDS[tag % ENGLISH]
        given = _read_given(start, kind, item, bank)
        answers[item] = answer(given, "en" if tag >= ENGLISH else "lo", typed=kind == "text")
    return Taken(began, ended, attempt, answers)


def _read_given(start: Reader, kind: str, item: str, bank: Bank) -> Response:
    """What was answered, its ids by the names of the bank."""
    parts = bank.names.parts.get(item, {})
    if kind == "none":
        return None
    if kind == "id":
        return start.id(parts, 2)
    if kind == "text":
        return start.text()
    size = start.number(1)
    if kind == "list":
        return tuple(start.id(parts, 2) for _ in range(size))
    found = start.raw(2)
    things = _things(bank, item)
    if len(things) != size or _digest_of(things) != found:
        things = unread_things(size, found.hex())
    return {thing: start.id(parts, 2) for thing in things}


def _things(bank: Bank, item: str) -> list[str]:
    """The sorted ids of what an item asks to place; none of items that the bank does not know."""
    known = bank.names.items.get(item)
    return sorted(bank.items[known].key.get("places", ())) if known else []
