"""Bytes to text: UTF-8, one kind of line end, no invisible characters."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.findings import Finding, Place
from build_tools.lao import invisible_name, is_unseen

BYTE_ORDER_MARK = "\ufeff"


def decode(path: str, content: bytes, findings: list[Finding]) -> str | None:
    """The text of a file, or None with a finding; invisible characters are findings too."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = error.start - (content.rfind(b"\n", 0, error.start) + 1) + 1
        message = f"Byte {content[error.start]:#04x} is not UTF-8."
        findings.append(Finding(Place(path, line, column), "file-not-utf8", message))
        return None
    # Some editors of Windows begin every UTF-8 file with this mark; it says nothing.
    text = text.removeprefix(BYTE_ORDER_MARK)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    findings.extend(_invisible(path, text))
    return text


def _invisible(path: str, text: str) -> Iterator[Finding]:
    """A finding for every character of the text that nobody sees."""
    if text.isascii() and text.isprintable():
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.isprintable():
            continue
        for column, character in enumerate(line, 1):
            if is_unseen(character):
                message = f"Here stands {invisible_name(character)}."
                yield Finding(Place(path, number, column), "text-invisible", message)
