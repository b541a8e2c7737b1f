"""The teaching calculators and sorting tables: pure definitions, by id."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.tools import budget_sorting, grant_costing
from build_tools.tools.base import (
    Bars as Bars,
    Calculator as Calculator,
    Choice as Choice,
    Column as Column,
    Definition as Definition,
    Given as Given,
    Input as Input,
    Limit as Limit,
    Lines as Lines,
    Output as Output,
    Results as Results,
    Sorting as Sorting,
)

TOOLS: Mapping[str, Definition] = {
    module.TOOL.id: module.TOOL for module in (grant_costing, budget_sorting)
}
"""Every tool by its id, in the order of the page of tools."""
