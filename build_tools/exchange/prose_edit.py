"""Writes sections into the Lao twin of a lesson; what is not named stays letter for letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from build_tools.exchange.edits import Edit
from build_tools.exchange.rows import INTRO, Row
from build_tools.exchange.scalars import scalar
from build_tools.exchange.yaml_edit import Blocks
from build_tools.load.prose import TOP
from build_tools.model import Lesson, Prose

_FENCE = "---\n"


def twin_edits(text: str, lesson: Lesson, new: Mapping[str, tuple[Row, str]]) -> Iterator[Edit]:
    """The edits of `lesson.lo.md` that bring the new texts in, by key; the twin is there."""
    assert lesson.lo is not None
    starts = _starts(text, lesson.lo)
    for key, (row, words) in new.items():
        section = _section_id(row)
        if section == TOP and row.path != INTRO:
            front = Blocks(text.split(_FENCE)[1])
            edit = front.edit((1, 1), "title", words, "title", key)
            shift = len(_FENCE)
            yield edit._replace(start=edit.start + shift, end=edit.end + shift)
        elif section in starts:
            start = starts[section]
            while text[start].isspace():
                start += 1
            following = min((at for at in starts.values() if at > start), default=len(text))
            end = start + len(text[start:following].rstrip())
            yield Edit(start, end, words, key)
        else:
            yield _inserted(text, lesson, starts, section, words, key)


def new_twin(lesson: Lesson, new: Mapping[str, tuple[Row, str]]) -> list[Edit]:
    """A whole new twin, in the order of the English, as edits of an empty text."""
    order = [section.id for section in lesson.en.sections]
    chosen = sorted(new.values(), key=lambda one: (order.index(_section_id(one[0])), one[0].path))
    edits: list[Edit] = []
    for row, words in chosen:
        if _section_id(row) == TOP and row.path != INTRO:
            title = scalar(words, "", flow=False, indent=2)
            edits.append(Edit(0, 0, f"{_FENCE}title: {title}\n{_FENCE}", row.key))
        else:
            edits.append(Edit(0, 0, f"\n{words}\n", row.key))
    return edits


def _section_id(row: Row) -> str:
    """The id of the section that a row is."""
    return row.unit.key.partition("/lesson#")[2]


def _starts(text: str, prose: Prose) -> dict[str, int]:
    """Where each section with text of its own begins."""
    lines = [0]
    for line in text.split("\n"):
        lines.append(lines[-1] + len(line) + 1)
    return {s.id: lines[s.place.line - 1] for s in prose.sections if s.blocks}


def _inserted(
    text: str, lesson: Lesson, starts: Mapping[str, int], section: str, words: str, key: str
) -> Edit:
    """The edit that puts a section before the next one, in English order, that is there."""
    order = [one.id for one in lesson.en.sections]
    after: Iterable[str] = order[order.index(section) + 1 :]
    following = next((starts[name] for name in after if name in starts), None)
    if following is not None:
        return Edit(following, following, f"{words}\n\n", key)
    end = len(text.rstrip())
    return Edit(end, end, f"\n\n{words}", key)
