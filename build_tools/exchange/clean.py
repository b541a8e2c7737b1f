"""A text as spreadsheets and PO editors hand it back, made fit for the sources."""

from __future__ import annotations

import hashlib
import re

from build_tools.lao import is_unseen
from build_tools.lao.lint import mended

_LINE_END = re.compile("_x000[dD]_\n?|\r\n?|[\v\f\x85\u2028\u2029]")
"""Excel writes a carriage return as `_x000D_`; text pasted from slides holds vertical tabs."""
_WIDE_SPACE = re.compile("[\u00a0\u2007\u202f]")
_BOX_LINE = re.compile(r"^:::.*$", re.MULTILINE)
_SMART_QUOTE = re.compile("[\u201c\u201d\u201e\u201f]")
_LINE_TAIL = re.compile(r"[ \t]+$", re.MULTILINE)


def clean(text: str) -> str:
    """The text without what programs put in unasked: odd line ends and spaces, unseen characters.

    Quotation marks round the attributes of a box are made straight again, and Lao is spelled in
    the one way of the sources where that is safe.
    """
    text = _WIDE_SPACE.sub(" ", _LINE_END.sub("\n", text))
    text = "".join(c for c in text if c == "\n" or not is_unseen(c))
    text = _BOX_LINE.sub(lambda line: _SMART_QUOTE.sub('"', line[0]), text)
    return _LINE_TAIL.sub("", mended(text)[0]).strip()


def fingerprint(text: str) -> str:
    """8 hex digits that change with every change of the cleaned text, line breaks included."""
    return hashlib.sha256(clean(text).encode()).hexdigest()[:8]
