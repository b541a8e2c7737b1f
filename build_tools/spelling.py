"""The letters of a source file: what is misspelt in it as findings, and the text mended."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.findings import Finding, Place
from build_tools.lao import invisible_name, is_unseen
from build_tools.lao.lint import Fault, faults, mended

BYTE_ORDER_MARK = "\ufeff"
BY_FIX = "`tot check --fix` does it."
"""What a finding says where the program can mend."""
_AS_WRITTEN = re.compile(r"https?://[^\s<>()\[\]\"']+|\bwrong:(?: *\[[^\]]*\]|(?:[ \r]*\n +- .*)+)")
"""Addresses, and the wrong forms of a term, which are misspelt on purpose."""
_NAMED = 4
"""Characters that a message names one by one; more are shown as they are."""


def misspelt(path: str, text: str) -> Iterator[Finding]:
    """A finding for every fault of the letters of a file."""
    if text.isascii() and text.isprintable():
        return
    for fault in faults(_without_quoted(text)):
        line = text.count("\n", 0, fault.start) + 1
        column = fault.start - text.rfind("\n", 0, fault.start)
        place = Place(path, line, column)
        yield fault_finding(place, fault, f"Here stands {named(text[fault.start : fault.end])}")


def fault_finding(place: Place, fault: Fault, says: str) -> Finding:
    """The finding for a fault: what the message says of it, and what should stand there."""
    if fault.replacement is None:
        return Finding(place, fault.rule, f"{says}.")
    should = f"; it should be {named(fault.replacement)}" if fault.replacement else ""
    return Finding(place, fault.rule, f"{says}{should}.", BY_FIX)


def named(written: str) -> str:
    """The characters by their names, where they are few or cannot be seen; else in quotes."""
    if len(written) > _NAMED and not any(map(is_unseen, written)):
        return f"“{written}”"
    return ", ".join(map(invisible_name, written))


def mended_text(text: str) -> tuple[str, int]:
    """The text of a file without the faults that can be mended safely, and how many were."""
    return mended(text, _without_quoted)


def _without_quoted(text: str) -> str:
    """The text, letter for letter, with `_` for what is kept as it is written.

    Invisible characters stay in sight: they help nowhere.
    """
    return _AS_WRITTEN.sub(
        lambda kept: "".join(c if c == "\n" or is_unseen(c) else "_" for c in kept[0]), text
    )
