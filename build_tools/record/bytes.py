"""Bytes of records: written, read and digested; the twin of `web/learn/bytes.js`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from hashlib import sha512

SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base32: capital letters and digits without I, L, O and U."""
VALUES = {symbol: value for value, symbol in enumerate(SYMBOLS)}
EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
LAST = 0xFFFFFFFF
LAO = 0x8000
"""Added to the length of a text of Lao and ASCII letters: it takes a byte a letter, its last one."""
_LAO_TEXT = re.compile("[\\x00-\\x7f]*[\u0e80-\u0eff][\\x00-\\x7f\u0e80-\u0eff]*")
_TIME = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")


class NoRecord(ValueError):
    """The bytes or the text are not what a writer of this schema makes."""


@lru_cache(maxsize=8192)
def id_hash(name: str, size: int) -> bytes:
    """The first bytes of the SHA-512 of an id; "#" and hexadecimal digits stand for these bytes."""
    if re.fullmatch(f"#[0-9a-f]{{{2 * size}}}", name):
        return bytes.fromhex(name[1:])
    return sha512(name.encode()).digest()[:size]


def seconds(time: object) -> int | None:
    """A time `2026-11-22T09:00:00Z` as seconds since 2020; None for anything else."""
    if not isinstance(time, str) or not _TIME.fullmatch(time):
        return None
    try:
        after = int((datetime.fromisoformat(time) - EPOCH).total_seconds())
    except ValueError:
        return None
    return after if 0 <= after <= LAST else None


def time_text(after: int) -> str:
    """The time so many seconds after the beginning of 2020."""
    return (EPOCH + timedelta(seconds=after)).strftime("%Y-%m-%dT%H:%M:%SZ")


def encode(data: bytes) -> str:
    """The bytes in base32, the last symbol filled up with zeros."""
    bits = len(data) * 8
    size = -(-bits // 5)
    value = int.from_bytes(data, "big") << (size * 5 - bits)
    return "".join(SYMBOLS[value >> (5 * place) & 31] for place in reversed(range(size)))


def decode(text: str) -> bytes | None:
    """The bytes of a base32 text; None for text that no bytes are written as."""
    held = bits = 0
    made = bytearray()
    for symbol in text:
        if symbol not in VALUES:
            return None
        held = (held << 5 | VALUES[symbol]) & 0xFFF
        bits += 5
        if bits >= 8:
            bits -= 8
            made.append(held >> bits & 255)
    return bytes(made) if bits < 5 and not held & ((1 << bits) - 1) else None


class Writer:
    """Puts values behind each other as bytes."""

    def __init__(self) -> None:
        """Nothing written yet."""
        self.all = bytearray()

    def raw(self, data: bytes) -> None:
        """Nothing; writes these bytes."""
        self.all += data

    def number(self, value: int, size: int) -> None:
        """Nothing; writes a number in so many bytes, the highest first."""
        self.all += value.to_bytes(size, "big")

    def id(self, name: str, size: int) -> None:
        """Nothing; writes the first bytes of the id's digest."""
        self.all += id_hash(name, size)

    def time(self, text: str) -> None:
        """Nothing; writes a time, which `seconds` can read."""
        after = seconds(text)
        assert after is not None, text
        self.number(after, 4)

    def text(self, text: str) -> None:
        """Nothing; writes the length in two bytes and the text, as `Reader.text` reads it."""
        is_lao = _LAO_TEXT.fullmatch(text) is not None
        data = bytes(ord(letter) & 255 for letter in text) if is_lao else text.encode()
        self.number(len(data) + (LAO if is_lao else 0), 2)
        self.raw(data)


class Reader:
    """Takes what a Writer wrote; raises NoRecord where the bytes end or are no text."""

    def __init__(self, data: bytes) -> None:
        """At the first of these bytes."""
        self.all, self.place = data, 0

    def raw(self, size: int) -> bytes:
        """The next bytes."""
        start, self.place = self.place, self.place + size
        if self.place > len(self.all):
            raise NoRecord("the bytes end")
        return self.all[start : self.place]

    def number(self, size: int) -> int:
        """The number in the next bytes."""
        return int.from_bytes(self.raw(size), "big")

    def id(self, names: Mapping[bytes, str], size: int) -> str:
        """The id that the next bytes stand for, or "#" and the bytes in hexadecimal digits."""
        found = self.raw(size)
        return names.get(found, f"#{found.hex()}")

    def time(self) -> str:
        """The time in the next four bytes."""
        return time_text(self.number(4))

    def text(self) -> str:
        """The text of the length in the next two bytes: UTF-8, or with LAO a byte a letter."""
        size = self.number(2)
        if size >= LAO:
            data = self.raw(size - LAO)
            return "".join(chr(byte if byte < 128 else 0xE00 + byte) for byte in data)
        try:
            return self.raw(size).decode()
        except UnicodeDecodeError:
            raise NoRecord("the bytes are no text") from None

    def is_at_end(self) -> bool:
        """True if every byte was taken."""
        return self.place == len(self.all)
