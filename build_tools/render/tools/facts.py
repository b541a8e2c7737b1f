"""The tools that can be shown, and the evidence that each rests on."""

from __future__ import annotations

from build_tools.model import Curriculum, Tool
from build_tools.tools import TOOLS, Calculator


def in_order(curriculum: Curriculum) -> list[Tool]:
    """The tools that have words, in the order of their definitions."""
    return [curriculum.tools[tool_id] for tool_id in TOOLS if tool_id in curriculum.tools]


def facts_of(curriculum: Curriculum, tool: Tool) -> tuple[str, ...]:
    """The facts that a tool rests on: those behind its inputs and its rows, then those it names."""
    definition = TOOLS[tool.id]
    inputs = definition.inputs if isinstance(definition, Calculator) else ()
    used = [
        *(curriculum.parameters[one.id].fact for one in inputs),
        *(row.fact for row in tool.rows),
        *tool.facts,
    ]
    return tuple(dict.fromkeys(fact for fact in used if fact))
