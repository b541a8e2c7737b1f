"""The closed set of boxes: which attributes each needs, allows, and what they must be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, get_args

from markdown_it.token import Token

from build_tools.findings import Finding, Place, did_you_mean
from build_tools.model.activities import Form
from build_tools.model.base import ID_PATTERN
from build_tools.model.lesson import BoxName

FORMS = get_args(Form)


class BoxShape(NamedTuple):
    """What a box is for, and the attributes it must and may have."""

    means: str
    needs: tuple[str, ...] = ()
    allows: tuple[str, ...] = ()


BOXES: dict[str, BoxShape] = {
    "activity": BoxShape("What learners do, step by step.", ("id", "title", "minutes", "form"), ("materials", "assesses")),
    "case": BoxShape("A true or invented Lao example, worked through.", ("id", "title")),
    "trainer": BoxShape("For the trainer: what to say, expected answers, common errors.", (), ("id",)),
    "figure": BoxShape("A figure of this lesson's figures.yaml.", ("use",)),
    "disagreement": BoxShape("Facts that differ, side by side, and what differs.", ("facts",)),
    "tool": BoxShape("An interactive calculator.", ("use",)),
    "quote": BoxShape("At most 40 words of a source.", ("source",)),
    "items": BoxShape("Items of the bank, to practise here.", ("use",)),
    "key-messages": BoxShape("The three to five sentences to take home."),
    "note": BoxShape("What is open, and as of when; a side remark.", (), ("id", "title")),
}  # fmt: skip

assert set(BOXES) == set(get_args(BoxName))

TRANSLATED = ("title", "materials")
"""Attributes that differ between the languages."""


def box_findings(token: Token, place: Place) -> Iterator[Finding]:
    """What is wrong with the opening line of a box."""
    name, meta = token.info, token.meta
    if not meta["closed"]:
        yield Finding(place, "box-unclosed", f"The box `{name}` is not closed.")
    shape = BOXES.get(name)
    if shape is None:
        yield Finding(place, "box-unknown", f"Unknown box `{name}`.", did_you_mean(name, BOXES))
        return
    if not meta["readable"]:
        yield Finding(place, "box-unknown", "The attributes between `{` and `}` cannot be read.")
        return
    attributes: dict[str, str] = meta["attributes"]
    for missing in [need for need in shape.needs if not attributes.get(need)]:
        yield Finding(place, "box-unknown", f"The box `{name}` needs `{_written(missing)}`.")
    for other in sorted(set(attributes) - set(shape.needs) - set(shape.allows)):
        hint = did_you_mean(other, (*shape.needs, *shape.allows))
        yield Finding(place, "box-unknown", f"The box `{name}` has no attribute `{other}`.", hint)
    yield from _wrong_values(attributes, place)


def _written(attribute: str) -> str:
    """How an attribute is written in the opening line."""
    return "#id" if attribute == "id" else f"{attribute}="


def _wrong_values(attributes: dict[str, str], place: Place) -> Iterator[Finding]:
    """Attributes whose value is of the wrong kind."""
    if "id" in attributes and not re.match(ID_PATTERN, attributes["id"]):
        message = f"`{attributes['id']}` is no id: lower-case words joined by hyphens."
        yield Finding(place, "value-wrong", message)
    if "minutes" in attributes and not re.fullmatch(r"[1-9]\d{0,2}", attributes["minutes"]):
        yield Finding(
            place, "value-wrong", f"`minutes={attributes['minutes']}` is no number of minutes."
        )
    if "form" in attributes and attributes["form"] not in FORMS:
        hint = did_you_mean(attributes["form"], FORMS)
        message = f"`form={attributes['form']}` is none of {', '.join(FORMS)}."
        yield Finding(place, "value-wrong", message, hint)
