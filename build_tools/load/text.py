"""Bytes to text: UTF-8, one kind of line end, letters as they should be written."""

from __future__ import annotations

from build_tools.findings import Finding, Place
from build_tools.spelling import BYTE_ORDER_MARK as BYTE_ORDER_MARK, misspelt


def decode(path: str, content: bytes, findings: list[Finding]) -> str | None:
    """The text of a file, or None with a finding; what is misspelt in it are findings too."""
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
    findings.extend(misspelt(path, text))
    return text
