"""The cells of the tables that show how a tool works, in both languages."""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.model import Tool
from build_tools.model.tools import ToolRow
from build_tools.render.deck.plan import Cells
from build_tools.render.deck.say import Line, Said, Voice, prefixed
from build_tools.render.runs import TextRun
from build_tools.render.tools.worked import InputLine, Worked
from build_tools.render.values import source_label
from build_tools.tools import TOOLS, Sorting
from build_tools.tools.values import verdict

EMPTY = Said(Line((), "en"))
"""A cell to write in."""
INPUT_HEADS = ("tool-symbol", "tool-number", "tool-value", "tool-from")
STEP_HEADS = ("deck-tool-step", "tool-formula", "deck-tool-numbers", "tool-result")


def _head(voice: Voice, *names: str) -> tuple[Said, ...]:
    """A header row of interface words."""
    return tuple(voice.word(name) for name in names)


def _both(voice: Voice, english: str, lao: str) -> Said:
    """Two printed versions of one thing."""
    return voice.said((TextRun(english),), (TextRun(lao),))


def input_cells(voice: Voice, english: Worked, lao: Worked) -> Cells:
    """Every input with its sign, its value and who says so; then every choice with its option."""
    rows = [
        (
            voice.same(one.input.symbol, "en"),
            voice.text(one.title),
            _both(voice, one.value, two.value),
            _origin(voice, one),
        )
        for one, two in zip(english.inputs(), lao.inputs(), strict=True)
    ]
    chosen = [
        (EMPTY, voice.text(choice.title), voice.text(option.title), EMPTY)
        for choice in english.tool.choices
        for option in choice.options
        if english.given.choices[choice.id] == option.id
    ]
    return (
        _head(voice, *INPUT_HEADS),
        *rows,
        *chosen,
    )


def _origin(voice: Voice, line: InputLine) -> Said:
    """Who says what an input is, and when: its first source; the notes name all of them."""
    if line.parameter.fact is None:
        return voice.word("tool-invented")
    fact = voice.curriculum.facts[line.parameter.fact]
    if not fact.sources:
        return voice.word(f"confidence-{fact.confidence}")
    return voice.same(source_label(voice.curriculum.sources[fact.sources[0]]), "en")


def step_cells(voice: Voice, english: Worked, lao: Worked) -> Cells:
    """Every step with its sign, its formula in signs and with numbers, and its result."""
    rows = [
        (
            prefixed(f"{one.output.symbol} = ", voice.text(one.title)),
            _both(voice, one.signs, two.signs),
            _both(voice, one.numbers, two.numbers),
            _both(voice, one.result, two.result),
        )
        for one, two in zip(english.steps(), lao.steps(), strict=True)
    ]
    return (_head(voice, *STEP_HEADS), *rows)


def examples(tool: Tool) -> tuple[ToolRow, ...]:
    """The first card of each verdict; the others are left to the groups."""
    first: dict[str, ToolRow] = {}
    for row in tool.rows:
        if row.key:
            first.setdefault(_verdict(tool, row), row)
    return tuple(first.values())


def _verdict(tool: Tool, row: ToolRow) -> str:
    """The verdict on a card."""
    sorting = TOOLS[tool.id]
    assert isinstance(sorting, Sorting)
    return verdict(sorting, tool, row.key)


def card_cells(voice: Voice, tool: Tool, rows: Sequence[ToolRow]) -> Cells:
    """Cards of a sorting with their verdicts."""
    verdicts = {one.id: voice.text(one.title) for one in tool.verdicts}
    cards = ((voice.text(row.text), verdicts[_verdict(tool, row)]) for row in rows)
    return (_head(voice, "sorting-line", "sorting-result"), *cards)


def empty_cells(voice: Voice, tool: Tool, rows: Sequence[ToolRow]) -> Cells:
    """Rows of a sorting under the heads of its columns, to be filled in."""
    heads = (*_head(voice, "sorting-line"), *(voice.text(column.title) for column in tool.columns))
    return (heads, *((voice.text(row.text), *(EMPTY for _ in tool.columns)) for row in rows))
