"""The source files with new Lao in them: every other byte of them stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from build_tools.exchange.edits import Edit, Placed, apply
from build_tools.exchange.prose_edit import new_twin, twin_edits
from build_tools.exchange.returned import Fault
from build_tools.exchange.rows import Row
from build_tools.exchange.wanted import Change
from build_tools.exchange.yaml_edit import Blocks
from build_tools.load.text import BYTE_ORDER_MARK
from build_tools.model import Curriculum, Lesson


class Written(NamedTuple):
    """The changed files, where each change stands in them, and what could not be written."""

    files: dict[str, bytes]
    placed: dict[str, list[Placed]]
    faults: list[Fault]


def written(
    files: Mapping[str, bytes], curriculum: Curriculum, changes: Iterable[Change]
) -> Written:
    """The files that these changes touch, changed."""
    by_path: dict[str, list[Change]] = {}
    lessons = {_twin_path(lesson): lesson for lesson in curriculum.lessons}
    homes = {lesson.id: path for path, lesson in lessons.items()}
    for change in changes:
        by_path.setdefault(_path(change.row, homes), []).append(change)
    made = Written({}, {}, [])
    for path, group in by_path.items():
        lesson = lessons.get(path)
        if lesson is not None and lesson.lo is None and path in files:
            message = f"{path} cannot be read; mend it first (`tot check` says what is wrong)."
            made.faults.append(Fault(group[0].source.at("lo"), message))
            continue
        old, crlf, mark = _decoded(files.get(path, b""))
        edits = list(_twin(old, lesson, group) if lesson else _yaml(old, group))
        text, made.placed[path] = apply(old, edits)
        made.files[path] = (mark + (text.replace("\n", "\r\n") if crlf else text)).encode()
    return made


def _twin_path(lesson: Lesson) -> str:
    """The path of the Lao twin of a lesson."""
    return lesson.en.path.replace("lesson.en.md", "lesson.lo.md")


def _path(row: Row, homes: Mapping[str, str]) -> str:
    """The file that holds the Lao of a row."""
    if row.part is not None:
        return row.part.at().path
    return homes[row.unit.key.partition("/lesson#")[0]]


def _decoded(content: bytes) -> tuple[str, bool, str]:
    """The text with plain line ends, whether it had those of Windows, and its byte order mark."""
    text = content.decode("utf-8")
    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    return text.removeprefix(mark).replace("\r\n", "\n").replace("\r", "\n"), "\r\n" in text, mark


def _twin(text: str, lesson: Lesson, changes: Iterable[Change]) -> Iterable[Edit]:
    """The edits of the Lao twin of a lesson."""
    new = {change.row.key: (change.row, change.text) for change in changes}
    return new_twin(lesson, new) if lesson.lo is None else twin_edits(text, lesson, new)


def _yaml(text: str, changes: Iterable[Change]) -> Iterator[Edit]:
    """The edits of a YAML file."""
    blocks = Blocks(text)
    for row, new, _ in changes:
        assert row.part is not None
        place = row.part.at()
        at = (place.line, place.column)
        if row.is_list:
            yield blocks.edit_list(at, "lo", new.split("\n"), row.key)
        else:
            yield blocks.edit(at, "lo", new, "en", row.key)
