"""The teaching calculators and sorting tables: pure definitions, by id."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.tools import (
    budget_sorting,
    contribution_calculator,
    fiscal_space_ranking,
    four_guarantees_matrix,
    grant_costing,
    grant_value,
    grievance_triage,
    learning_gain,
    payment_cycle,
    sdg_by_hand,
    session_planner,
    targeting_errors,
    which_number,
)
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
    module.TOOL.id: module.TOOL
    for module in (
        grant_costing,
        contribution_calculator,
        grant_value,
        budget_sorting,
        fiscal_space_ranking,
        four_guarantees_matrix,
        targeting_errors,
        payment_cycle,
        sdg_by_hand,
        which_number,
        grievance_triage,
        session_planner,
        learning_gain,
    )
}
"""Every tool by its id, in the order of the page of tools."""
