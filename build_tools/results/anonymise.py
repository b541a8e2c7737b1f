"""Records without names: who somebody is stands in them as a keyed hash."""

from __future__ import annotations

import hmac
import json
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from build_tools.forms import FORMS
from build_tools.record import Bank, Result, digest, marks, to_json
from build_tools.record.bytes import encode

KEY_BYTES = 32
SYMBOLS = 12
"""Length of a learner's id; the hash stands in its place and is written with the same symbols."""


def hashed(key: bytes, kind: str, text: str) -> str:
    """Twelve symbols that follow from key and text; without the key nobody can find them by trying."""
    made = hmac.new(key, f"{kind}\n{text}".encode(), sha256).digest()
    return encode(made)[:SYMBOLS]


def anonymised(result: Result, key: bytes) -> Result:
    """The record with hashes for its name and its learner's id; the same person stays the same."""
    name = " ".join(result.name.split())
    return replace(
        result,
        learner=hashed(key, "learner", result.learner),
        name=hashed(key, "name", name) if name else "",
    )


def line(result: Result, bank: Bank) -> str:
    """The record as a line of an export: the file of the record on one line, and its marks."""
    value = json.loads(to_json(result, bank))
    value["marks"] = {form: marks(result, form, bank) for form in FORMS if form in result.tests}
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def lines(results: Iterator[Result], bank: Bank, key: bytes) -> Iterator[str]:
    """A line for every record, each digest once."""
    seen: set[str] = set()
    for result in results:
        found = digest(result)
        if found not in seen:
            seen.add(found)
            yield line(anonymised(result, key), bank)
