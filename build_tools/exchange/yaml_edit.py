"""Finds the exact range of one value in a YAML text, so that nothing else of the file changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import yaml

from build_tools.exchange.edits import Edit
from build_tools.exchange.scalars import scalar

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Value(NamedTuple):
    """A scalar or a list in the text; `style` is that of a scalar, `entries` are those of a list."""

    start: int
    end: int
    style: str = ""
    flow: bool = False
    entries: tuple[Value, ...] = ()


class Block(NamedTuple):
    """A mapping: whether it stands in braces, the column of its keys, and its scalars and lists."""

    flow: bool
    column: int
    fields: Mapping[str, Value]


class Blocks:
    """Every mapping of a YAML text, by the line and column (from 1) where it begins.

    Works on events, like `yaml_text`: only they say where a value ends.
    """

    def __init__(self, text: str) -> None:
        """The mappings of a text that `read_yaml` can read."""
        self.text = text
        self.found: dict[tuple[int, int], Block] = {}
        self._next: Callable[[], Any] = _Loader(text).get_event
        while not isinstance(event := self._next(), yaml.StreamEndEvent):
            if isinstance(event, yaml.NodeEvent):
                self._value(event)

    def _value(self, event: Any) -> Value:
        """The range of the value that begins with this event."""
        start = event.start_mark.index
        if isinstance(event, yaml.MappingStartEvent):
            return Value(start, self._mapping(event), flow=bool(event.flow_style))
        if isinstance(event, yaml.SequenceStartEvent):
            entries: list[Value] = []
            last: Any
            while not isinstance(last := self._next(), yaml.SequenceEndEvent):
                entries.append(self._value(last))
            flow = bool(event.flow_style)
            end = _end(last) if flow or not entries else entries[-1].end
            return Value(start, end, "", flow, tuple(entries))
        # A block scalar ends where the next token begins; the empty lines between are not its own.
        end = start + len(self.text[start : _end(event)].rstrip())
        return Value(start, max(start, end), event.style or "")

    def _mapping(self, event: Any) -> int:
        """The end of the mapping that has begun; of a repeated field the first is kept."""
        fields: dict[str, Value] = {}
        column, end = event.start_mark.column, event.start_mark.index
        key: Any
        while not isinstance(key := self._next(), yaml.MappingEndEvent):
            if not fields:
                column = key.start_mark.column
            self._value(key)
            value = self._value(self._next())
            fields.setdefault(str(getattr(key, "value", "")), value)
            end = value.end
        flow = bool(event.flow_style)
        at = (event.start_mark.line + 1, event.start_mark.column + 1)
        self.found[at] = Block(flow, column, fields)
        return _end(key) if flow else end

    def edit(self, at: tuple[int, int], field: str, text: str, after: str, key: str) -> Edit:
        """The edit that writes a text into a field, or adds the field below the field `after`."""
        block = self.found[at]
        old = block.fields.get(field)
        if old is not None:
            # The lines of a block would swallow a remark that stands behind the old value.
            remark = self.text[old.end : self._line_end(old.end)].strip() and "\n" in text
            flow = block.flow or bool(remark)
            new = scalar(text, old.style, flow=flow, indent=self._indent(block, old))
            gap = " " if self.text[old.start - 1 : old.start] == ":" else ""
            return Edit(old.start, old.end, gap + new, key)
        above = block.fields[after]
        new = scalar(text, "", flow=block.flow, indent=block.column + 2)
        if block.flow:
            return Edit(above.end, above.end, f", {field}: {new}", key)
        end = self._line_end(above.end)
        return Edit(end, end, f"\n{' ' * block.column}{field}: {new}", key)

    def edit_list(self, at: tuple[int, int], field: str, texts: Sequence[str], key: str) -> Edit:
        """The edit that writes the entries of a list, in braces or line by line as it was."""
        block = self.found[at]
        old = block.fields[field]
        flow = old.flow or block.flow
        made = [scalar(text, "", flow=flow, indent=0) for text in texts]
        if flow:
            return Edit(old.start, old.end, f"[{', '.join(made)}]", key)
        column = old.start - (self.text.rfind("\n", 0, old.start) + 1)
        return Edit(old.start, old.end, f"\n{' ' * column}".join(f"- {one}" for one in made), key)

    def _indent(self, block: Block, old: Value) -> int:
        """How far the lines of a value stand in: as before if it was a block."""
        lines = self.text[old.start : old.end].split("\n")[1:] if old.style in ("|", ">") else []
        first = next((line for line in lines if line.strip()), "")
        return len(first) - len(first.lstrip(" ")) or block.column + 2

    def _line_end(self, index: int) -> int:
        """The end of the line of an index; a remark behind a value stays there."""
        end = self.text.find("\n", index)
        return len(self.text) if end < 0 else end


def _end(event: Any) -> int:
    """Where an event ends in the text."""
    return int(event.end_mark.index)
