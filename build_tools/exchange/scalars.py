"""A text as a YAML scalar that is read back as the very same text."""

from __future__ import annotations

import json
import re
from typing import Any

import yaml

from build_tools.yaml_text import read_yaml

_SENTENCE_END = re.compile(r"(?<=[.!?]) (?=\S)")
_STR = "tag:yaml.org,2002:str"
_RESOLVER: Any = yaml.resolver.Resolver()


def scalar(text: str, style: str, *, flow: bool, indent: int) -> str:
    """The text as a scalar in this style (`''` is plain), or in the nearest one that can hold it.

    `indent` is how far the lines of a block stand in; a block inside `{...}` cannot be.
    """
    if not flow and "\n" not in text and style == ">":
        return _block(">-", _SENTENCE_END.sub("\n", text), indent)
    if not flow and ("\n" in text or style == "|"):
        return _block("|-", text, indent)
    if style == "'" and "\n" not in text:
        return "'" + text.replace("'", "''") + "'"
    if not style and is_plain(text, flow=flow):
        return text
    return json.dumps(text, ensure_ascii=False)


def is_plain(text: str, *, flow: bool) -> bool:
    """True if the text can stand without quotes, and no YAML program takes it for a number or a date."""
    if "\n" in text or _RESOLVER.resolve(yaml.ScalarNode, text, (True, False)) != _STR:
        return False
    whole = f"{{k: {text}\n, z: {text}, end: z}}" if flow else f"k: {text}\nz: {text}\nend: z"
    value, findings = read_yaml("", whole)
    return not findings and value == {"k": text, "z": text, "end": "z"}


def _block(header: str, text: str, indent: int) -> str:
    """A block scalar whose lines stand in by `indent`; empty lines stay empty."""
    lines = (f"{' ' * indent}{line}" if line else "" for line in text.split("\n"))
    return "\n".join([header, *lines])
