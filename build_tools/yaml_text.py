"""YAML to plain values: every scalar stays text, and every mapping knows where its fields stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import yaml

from build_tools.findings import Finding, Place
from build_tools.lao import INVISIBLE
from build_tools.lao.lint import Fault, faults
from build_tools.model import Marked
from build_tools.model.base import Mark
from build_tools.spelling import fault_finding, named

MAX_DEPTH = 20
"""Deeper nesting than this is no curriculum; it guards against files made to exhaust memory."""

_NULLS = frozenset({"", "~", "null"})
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|[\s\S])")


def _escaped(scalar: Any, text: str) -> str:
    """The value in double quotes as it is written, where it holds an escape; else nothing."""
    if scalar.style != '"':
        return ""
    written = text[scalar.start_mark.index : scalar.end_mark.index]
    return written if "\\" in written else ""


def _hidden(value: str, written: str) -> Iterator[Fault]:
    """The faults of a value that do not stand in it as it is written."""
    return (fault for fault in faults(value) if value[fault.start : fault.end] not in written)


def without_escapes(text: str) -> str:
    """The YAML text with characters for their escapes, where these hide a fault.

    Text after the first document, such as the prose of a lesson, is left alone, and so is what
    YAML cannot parse.
    """
    parts, end = [], 0
    for scalar in _scalars(text):
        written = _escaped(scalar, text)
        if written and any(one.replacement is not None for one in _hidden(scalar.value, written)):
            parts += [text[end : scalar.start_mark.index], _ESCAPE.sub(_written_out, written)]
            end = scalar.end_mark.index
    return "".join(parts) + text[end:]


def _scalars(text: str) -> Iterator[Any]:
    """The scalars of the first document, as far as it can be parsed."""
    try:
        for event in yaml.parse(text, Loader=_Loader):
            if isinstance(event, yaml.DocumentEndEvent):
                return
            if isinstance(event, yaml.ScalarEvent):
                yield event
    except yaml.YAMLError:
        return


def _written_out(escape: re.Match[str]) -> str:
    """The character itself for an escape of one that is not ASCII; any other as it is written."""
    code = escape[1] or escape[2] or escape[3]
    letter = chr(int(code, 16)) if code else ""
    plain = letter in INVISIBLE or (letter.isprintable() and not letter.isascii())
    return letter if plain else escape[0]


class _Refused(Exception):
    """Carries the finding that ends the reading of a file."""

    def __init__(self, place: Place, rule: str, message: str) -> None:
        """An exception around a finding."""
        super().__init__(message)
        self.finding = Finding(place, rule, message)


def read_yaml(path: str, text: str, *, first_line: int = 0) -> tuple[Any, tuple[Finding, ...]]:
    """The value of a YAML text (None where it cannot be read) and what is wrong with it.

    Mappings come as `Marked`, lists as lists, scalars as text, `null` as None: pydantic gives
    them their types, so `no` and `12:30` keep their meaning. `first_line` is the number of lines
    that stand before the text in its file.
    """
    return _Reading(path, first_line).read(text)


class _Reading:
    """One walk over the events of one document.

    Events, not nodes: libyaml builds nodes by recursion in C, and a deep file would end the
    process before any check could speak.
    """

    def __init__(self, path: str, first_line: int) -> None:
        """A walk that has found nothing yet."""
        self.path, self.first_line = path, first_line
        self.findings: list[Finding] = []
        self.text = ""
        self.next: Callable[[], Any] = lambda: None

    def read(self, text: str) -> tuple[Any, tuple[Finding, ...]]:
        """The value and the findings; a file that cannot be read to its end leaves no value."""
        self.text = text
        try:
            self.next = _Loader(text).get_event
            value = self.document()
        except yaml.YAMLError as error:
            self.findings.append(self.syntax(error))
        except _Refused as refused:
            self.findings.append(refused.finding)
        else:
            return value, tuple(self.findings)
        return None, tuple(self.findings)

    def document(self) -> Any:
        """The value of the one document of the file; an empty file is None."""
        self.next()
        first = self.next()
        if isinstance(first, yaml.StreamEndEvent):
            return None
        value = self.value(self.next(), 0)
        self.next()
        after = self.next()
        if isinstance(after, yaml.DocumentStartEvent):
            raise _Refused(self.place(after), "yaml-syntax", "A second document begins here.")
        return value

    def place(self, event: Any) -> Place:
        """The place of an event or an error's mark in the file."""
        mark = getattr(event, "start_mark", event)
        return Place(self.path, self.first_line + mark.line + 1, mark.column + 1)

    def syntax(self, error: yaml.YAMLError) -> Finding:
        """The finding for a text that YAML cannot parse."""
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
        marks = [getattr(error, name, None) for name in ("problem_mark", "context_mark")]
        if "end of stream" in problem:
            marks.reverse()
        mark = marks[0] or marks[1]
        place = self.place(mark) if mark is not None else Place(self.path)
        return Finding(place, "yaml-syntax", f"YAML: {problem}.")

    def value(self, event: Any, depth: int) -> Any:
        """The plain value that begins with this event."""
        if event.anchor:
            message = "A value is marked with `&` or used with `*`."
            raise _Refused(self.place(event), "yaml-alias", message)
        if depth > MAX_DEPTH:
            message = f"Nested deeper than {MAX_DEPTH} levels."
            raise _Refused(self.place(event), "yaml-depth", message)
        if event.tag:
            message = f"The tag `{event.tag}` is not allowed."
            self.findings.append(Finding(self.place(event), "yaml-tag", message))
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(event, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return [value for _, value in self.sequence(depth)]
        if event.style == '"':
            self.look_at_escapes(event)
        plain_null = not event.style and event.value in _NULLS
        return None if plain_null else event.value

    def look_at_escapes(self, scalar: Any) -> None:
        """Nothing; a fault that letters written as escapes make is a finding.

        One that stands in the file itself was found when the file was read.
        """
        written = _escaped(scalar, self.text)
        for fault in _hidden(scalar.value, written) if written else ():
            says = f"The value holds {named(scalar.value[fault.start : fault.end])}, written as an escape"
            self.findings.append(fault_finding(self.place(scalar), fault, says))

    def sequence(self, depth: int) -> Iterator[tuple[Mark, Any]]:
        """Mark and value of each entry of the list that has begun."""
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            yield event.start_mark, self.value(event, depth + 1)

    def mapping(self, start: Any, depth: int) -> Marked:
        """The fields of the mapping that has begun; of a repeated field the first is kept."""
        made = Marked()
        made.path, made.first_line, made.start = self.path, self.first_line, start.start_mark
        made.keys_at, made.values_at, made.entries_at = {}, {}, {}
        while not isinstance(key_event := self.next(), yaml.MappingEndEvent):
            key = str(self.value(key_event, depth + 1))
            event = self.next()
            entries: list[tuple[Mark, Any]] | None = None
            if isinstance(event, yaml.SequenceStartEvent) and not (event.anchor or event.tag):
                entries = list(self.sequence(depth + 1))
                value: Any = [entry for _, entry in entries]
            else:
                value = self.value(event, depth + 1)
            if key in made:
                message = f"`{key}` is written twice in this block."
                twice = self.place(key_event)
                self.findings.append(Finding(twice, "yaml-duplicate-key", message))
                continue
            made[key] = value
            made.keys_at[key], made.values_at[key] = key_event.start_mark, event.start_mark
            if entries is not None:
                made.entries_at[key] = [mark for mark, _ in entries]
        return made
