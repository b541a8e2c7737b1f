"""The evidence of a tool."""

from __future__ import annotations

from build_tools.model import Curriculum, Tool
from build_tools.tools import TOOLS, Calculator


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
