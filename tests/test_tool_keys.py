"""Keys and verdicts that tools work out, and what is said where values or words do not fit."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from build_tools.check.tools import check_tools
from build_tools.model import ToolAnswer
from build_tools.model.tools import Named
from build_tools.tools import TOOLS, four_guarantees_matrix
from build_tools.tools.values import NoAnswer, key_of, verdict
from tests.test_tools import curriculum


def key(tool_id: str, output: str, parameters: Any, **changes: Any) -> Decimal | str:
    """The key of an item, with these changes to the lesson's values."""
    changes = {name.replace("_", "-"): value for name, value in changes.items()}
    answer = ToolAnswer(tool=tool_id, output=output, **{"with": changes})
    return key_of(TOOLS[tool_id], curriculum().tools[tool_id], answer, parameters)


def test_values_that_the_page_refuses_give_no_key() -> None:
    parameters = curriculum().parameters
    assert key("grant-costing", "cases", parameters, grant_take_up=100) == 2800
    for changes in ({"grant_take_up": 101}, {"exchange_rate": 0}):
        with pytest.raises(NoAnswer, match="goes from"):
            key("grant-costing", "cases", parameters, **changes)
    with pytest.raises(NoAnswer, match="reached-of-poor"):
        key("targeting-errors", "exclusion-error", parameters, targeting_poor_reached=31)


def test_a_division_by_nothing_is_a_finding_and_no_error() -> None:
    parameters = curriculum().parameters
    nothing = parameters["exchange-rate"].model_copy(
        update={"min": Decimal(0), "value": Decimal(0)}
    )
    wide = parameters["grant-overhead"].model_copy(update={"max": Decimal(100)})
    with pytest.raises(NoAnswer, match="cannot be worked out"):
        key("grant-costing", "total", {**parameters, "exchange-rate": nothing})
    changed = replace(curriculum(), parameters={**parameters, "grant-overhead": wide})
    assert ["`grant-overhead` is 100" in one.message for one in check_tools(changed)] == [True]
    assert list(check_tools(curriculum())) == []


def test_a_value_is_not_finer_than_its_step() -> None:
    parameters = curriculum().parameters
    fine = parameters["birth-rate"].model_copy(update={"value": Decimal("28.55")})
    changed = replace(curriculum(), parameters={**parameters, "birth-rate": fine})
    assert ["more decimals" in one.message for one in check_tools(changed)] == [True]


def test_an_option_that_only_the_words_have_gives_no_verdict() -> None:
    tool = curriculum().tools["four-guarantees-matrix"]
    columns = tuple(
        one.model_copy(update={"options": (*one.options, Named(id="point-5", title=one.title))})
        for one in tool.columns
    )
    answers = {one.id: "point-5" for one in columns}
    with pytest.raises(NoAnswer, match="no option `point-5`"):
        verdict(four_guarantees_matrix.TOOL, tool.model_copy(update={"columns": columns}), answers)
