"""JSON Schemas of every YAML file that authors write, and the editor settings that bind them."""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter

from build_tools.model import (
    Cover,
    Fact,
    Figure,
    Item,
    LedgerEntry,
    ModuleFile,
    Parameter,
    Province,
    RoomActivity,
    Slide,
    Source,
    Term,
    Tool,
    Track,
    Word,
)

FOLDER = "docs/authors/schemas"
KINDS: dict[str, tuple[Any, str]] = {
    "curriculum": (Cover, "curriculum/curriculum.yaml"),
    "track": (Track, "curriculum/tracks/*.yaml"),
    "sources": (list[Source], "curriculum/sources.yaml"),
    "facts": (list[Fact], "curriculum/facts.yaml"),
    "terms": (list[Term], "curriculum/terms.yaml"),
    "provinces": (list[Province], "curriculum/provinces.yaml"),
    "parameters": (list[Parameter], "curriculum/parameters.yaml"),
    "tool": (Tool, "curriculum/tools/*.yaml"),
    "words": (list[Word], "curriculum/words.yaml"),
    "activities": (list[RoomActivity], "curriculum/activities.yaml"),
    "module": (ModuleFile, "modules/*/module.yaml"),
    "slides": (list[Slide], "modules/*/*/slides.yaml"),
    "figures": (list[Figure], "modules/*/*/figures.yaml"),
    "items": (list[Item], "quizzes/*.yaml"),
    "translation": (dict[str, LedgerEntry], "**/translation.yaml"),
}
"""Name of the schema -> what one file holds, and which files."""


def schema_files() -> dict[str, str]:
    """Every generated file by its path: a schema for each kind, and `.vscode/settings.json`."""
    made = {f"{FOLDER}/{name}.json": _json(schema(kind)) for name, (kind, _) in KINDS.items()}
    bound = {f"./{FOLDER}/{name}.json": pattern for name, (_, pattern) in KINDS.items()}
    settings = {"files.encoding": "utf8", "files.eol": "\n", "yaml.schemas": bound}
    return made | {".vscode/settings.json": _json(settings)}


def schema(kind: Any) -> dict[str, Any]:
    """The JSON Schema of one kind of file, with the docstrings of the model as descriptions."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | TypeAdapter(
        kind
    ).json_schema(by_alias=True)


def _json(value: Any) -> str:
    """JSON with a settled look."""
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
