"""Interface words can be filled in: their slots are those that the program fills."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.check.slots import SLOTS
from build_tools.findings import Finding
from build_tools.model import Curriculum

_SLOT = re.compile(r"\{([a-z]+)\}")


def check_words(curriculum: Curriculum) -> Iterator[Finding]:
    """A finding for every word with a slot that the program does not fill, or with a stray brace."""
    for word in curriculum.words.values():
        filled = SLOTS.get(word.id, "").split()
        for language, text in (("en", word.en), ("lo", word.lo or "")):
            unknown = sorted(set(_SLOT.findall(text)) - set(filled))
            if unknown:
                known = ", ".join(f"`{{{name}}}`" for name in filled) or "none"
                message = f"The word `{word.id}` has no slot `{unknown[0]}`; its slots: {known}."
                yield Finding(word.at(language), "word-slots", message)
            if re.search(r"[{}]", _SLOT.sub("", text)):
                message = f"The word `{word.id}` has a brace that is not part of a slot."
                yield Finding(word.at(language), "word-slots", message)
