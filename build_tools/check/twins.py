"""The Lao says what the English says: same structure, same references, same numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from build_tools.check.uses import parts_with_text
from build_tools.findings import Finding, Place
from build_tools.lao import western_digits
from build_tools.load.boxes import TRANSLATED
from build_tools.markdown import Reference, parse_inline, plain_text, references
from build_tools.model import Box, Curriculum, Lesson, Prose, Section, Text, Word
from build_tools.model.walk import texts

_COUNTED = {"list_item_open": "list items", "tr_open": "table rows", "strong_open": "bold passages"}
"""What a reader finds the same way in both languages, by the type of its token."""
_NUMBER = re.compile(r"\d+(?:[.,  ]\d{3})*(?:[.,]\d+)?")


def check_twins(curriculum: Curriculum) -> Iterator[Finding]:
    """Every finding about the Lao twin of a lesson or of a text in YAML."""
    for lesson in curriculum.lessons:
        yield from _lesson(lesson, curriculum.broken)
    for part in parts_with_text(curriculum):
        for text in texts(part):
            yield from _text(text)
    for word in curriculum.words.values():
        yield from _word(word)


def numbers(text: str) -> Counter[str]:
    """How often each number stands in the text; separators and Lao digits make no difference."""
    found = _NUMBER.findall(western_digits(text))
    return Counter(re.sub(r"\D", "", number) for number in found)


def _lesson(lesson: Lesson, broken: frozenset[str]) -> Iterator[Finding]:
    """What differs between the two files of a lesson."""
    if lesson.lo is None:
        path = lesson.en.path.replace("lesson.en.md", "lesson.lo.md")
        yield Finding(Place(path), "twin-missing", f"The lesson `{lesson.id}` has no Lao text.")
        return
    english, lao = lesson.en, lesson.lo
    headings = [_outline(prose) for prose in (english, lao)]
    if headings[0] != headings[1]:
        yield _difference("twin-headings", "headings", headings[0], headings[1], lao)
        return
    boxes = [[_box(box) for box in prose.boxes()] for prose in (english, lao)]
    if boxes[0] != boxes[1]:
        yield _difference("twin-boxes", "boxes", boxes[0], boxes[1], lao)
        return
    for left, right in zip(english.sections, lao.sections):
        yield from _section(left, right, lao)


def _outline(prose: Prose) -> list[str]:
    """The headings of a lesson as `## id`."""
    levels = {section.id: section.blocks[0] for section in prose.sections if section.blocks}
    return [f"{'#' * getattr(levels[name], 'level', 0)} {name}" for name in levels]


def _box(box: Box) -> str:
    """The opening line of a box without what is translated."""
    kept = {key: value for key, value in box.attributes.items() if key not in TRANSLATED}
    settings = "".join(f" {key}={value}" for key, value in sorted(kept.items()))
    translated = "".join(f" {key}=" for key in sorted(box.attributes) if key in TRANSLATED)
    return (
        f"{box.name} #{box.id}{settings}{translated}"
        if box.id
        else box.name + settings + translated
    )


def _difference(rule: str, what: str, english: list[str], lao: list[str], prose: Prose) -> Finding:
    """A finding at the first place where the Lao list leaves the English one."""
    pairs = zip([*english, "(nothing)"], [*lao, "(nothing)"])
    n, (left, right) = next((n, pair) for n, pair in enumerate(pairs) if pair[0] != pair[1])
    message = f"The {what} differ at number {n + 1}: English `{left}`, Lao `{right}`."
    blocks = (
        [b.place for b in prose.boxes()] if what == "boxes" else [s.place for s in prose.sections]
    )
    place = blocks[n] if n < len(blocks) else Place(prose.path)
    return Finding(place, rule, message)


def _section(english: Section, lao: Section, prose: Prose) -> Iterator[Finding]:
    """What differs in references and numbers between two sections of one id."""
    pairs = [[r for block in s.blocks for r in references(block.tokens)] for s in (english, lao)]
    for message, target in _reference_faults(pairs[0], pairs[1]):
        name = target.partition("|")[0]
        line = next((r.line for r in pairs[1] if r.target == name), lao.place.line - 1)
        yield Finding(prose.place_of(line, name), "twin-references", message)
    words = ["\n".join(plain_text(b.tokens) for b in s.blocks) for s in (english, lao)]
    titles = ["\n".join(" ".join(b.attributes.get(key, "") for key in TRANSLATED)
                        for b in s.blocks if isinstance(b, Box)) for s in (english, lao)]  # fmt: skip
    for message in _number_faults(words[0] + titles[0], words[1] + titles[1]):
        yield Finding(lao.place, "twin-numbers", f"{message} (section `{lao.id}`)")
    for token, what in _COUNTED.items():
        left, right = _count(english, token), _count(lao, token)
        if left != right:
            message = f"Section `{lao.id}`: the English has {left} {what}, the Lao {right}."
            yield Finding(lao.place, "twin-structure", message)


def _count(section: Section, token_type: str) -> int:
    """How often a token stands in a section."""
    tokens = (token for block in section.blocks for token in block.tokens)
    found = (one for token in tokens for one in (token, *(token.children or ())))
    return sum(one.type == token_type for one in found)


def _reference_faults(
    english: Iterable[Reference], lao: Iterable[Reference]
) -> Iterator[tuple[str, str]]:
    """What the Lao lacks or has too much of, each with the id concerned."""
    counts = [Counter(_compared(r) for r in side) for side in (english, lao)]
    for (kind, target), count in sorted((counts[0] - counts[1]).items()):
        yield (
            f"The Lao lacks the {kind} `{target}`" + (f" ({count} times)." if count > 1 else "."),
            target,
        )
    for kind, target in sorted(counts[1] - counts[0]):
        yield f"The Lao has the {kind} `{target}` more often than the English.", target


def _compared(reference: Reference) -> tuple[str, str]:
    """What must be the same in both languages: kind and id, and for facts the form."""
    form = f"|{reference.form}" if reference.kind == "fact" and reference.form != "value" else ""
    return reference.kind, reference.target + form


def _number_faults(english: str, lao: str) -> Iterator[str]:
    """Numbers that stand in one language only."""
    left, right = numbers(english), numbers(lao)
    if left == right:
        return
    missing = ", ".join(sorted((left - right).elements()))
    extra = ", ".join(sorted((right - left).elements()))
    parts = [
        f"only in the English: {missing}" if missing else "",
        f"only in the Lao: {extra}" if extra else "",
    ]
    yield f"Numbers differ: {'; '.join(part for part in parts if part)}."


def _text(text: Text) -> Iterator[Finding]:
    """What is wrong with the Lao of one text in YAML."""
    if text.lo is None:
        yield Finding(text.at("en"), "twin-missing", "This text has no Lao.")
        return
    sides = [parse_inline(side) for side in (text.en, text.lo)]
    if "{" in text.en + text.lo or "[" in text.en + text.lo:
        for message, _ in _reference_faults(references(sides[0]), references(sides[1])):
            yield Finding(text.at("lo"), "twin-references", message)
    for message in _number_faults(plain_text(sides[0]), plain_text(sides[1])):
        yield Finding(text.at("lo"), "twin-numbers", message)


def _word(word: Word) -> Iterator[Finding]:
    """What is wrong with the Lao of an interface word; its `{slots}` are the same in both."""
    if word.lo is None:
        yield Finding(word.at("id"), "twin-missing", f"The word `{word.id}` has no Lao.")
        return
    slots = [sorted(re.findall(r"\{\w+\}", side)) for side in (word.en, word.lo)]
    if slots[0] != slots[1]:
        message = f"The word `{word.id}` has other slots in Lao: {' '.join(slots[1]) or 'none'}."
        yield Finding(word.at("lo"), "twin-references", message)
