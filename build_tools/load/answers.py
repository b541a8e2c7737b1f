"""Keys that a tool works out: resolved once, so that nobody after the loader meets an open one."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from build_tools.findings import Finding, did_you_mean
from build_tools.model import Item, Tool, ToolAnswer
from build_tools.model.evidence import Parameter
from build_tools.model.items import NumericItem, SingleItem
from build_tools.tools import TOOLS
from build_tools.tools.values import NoAnswer, key_of

Tools = Mapping[str, Tool]
Parameters = Mapping[str, Parameter]
PARAMETERS = "curriculum/parameters.yaml"


def tool_answer(item: Item) -> ToolAnswer | None:
    """How a tool works out the key of an item; None where the key is written."""
    answer = getattr(item, "answer", None)
    return answer if isinstance(answer, ToolAnswer) else None


def resolved(
    item: Item, tools: Tools, parameters: Parameters, findings: list[Finding], broken: set[str]
) -> Item | None:
    """The item with its key; None with a finding where no tool works the key out.

    What could not be loaded, and is in `broken`, is not complained about again.
    """
    answer = tool_answer(item)
    if answer is None:
        return item
    if {answer.tool, f"curriculum/tools/{answer.tool}.yaml:*", f"{PARAMETERS}:*"} & broken:
        return None
    if answer.tool not in tools or answer.tool not in TOOLS:
        known = sorted(TOOLS.keys() & tools.keys())
        message, hint = f"There is no tool `{answer.tool}`.", did_you_mean(answer.tool, known)
        findings.append(Finding(answer.at("tool"), "id-unknown", message, hint))
        return None
    try:
        key = key_of(TOOLS[answer.tool], tools[answer.tool], answer, parameters)
        return _keyed(item, answer, key)
    except NoAnswer as why:
        findings.append(Finding(answer.at("output"), "item-key", str(why)))
    except KeyError as missing:
        message = f"parameters.yaml has no `{missing.args[0]}`, which `{answer.tool}` needs."
        if missing.args[0] not in broken:
            findings.append(Finding(answer.at("tool"), "tool-input", message))
    return None


def _keyed(item: Item, answer: ToolAnswer, key: Decimal | str) -> Item:
    """The item that holds its key; raises NoAnswer where the key is of another kind."""
    answer._worked_out = key
    if isinstance(item, NumericItem) and isinstance(key, Decimal):
        return item
    if isinstance(item, SingleItem) and key in {option.id for option in item.options}:
        if any(option.key for option in item.options):
            raise NoAnswer(f"`{item.id}` has a key that is written and one that is worked out.")
        options = tuple(o.model_copy(update={"key": o.id == key}) for o in item.options)
        return item.model_copy(update={"options": options})
    raise NoAnswer(f"`{answer.output}` is `{key}`, which is no answer of `{item.id}`.")
