"""Values into model objects: pydantic's errors become findings with a place and a near name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from build_tools.findings import Finding, Place, did_you_mean
from build_tools.model import Marked
from build_tools.model.base import ID_PATTERN, MAX_DECIMALS, MAX_DIGITS
from build_tools.model.course import CLOCK_PATTERN, VERSION_PATTERN, WEB_PATTERN
from build_tools.model.dates import AS_OF_PATTERN, DAY_PATTERN, MONTH_PATTERN
from build_tools.model.evidence import URL_PATTERN
from build_tools.model.ledger import DIGEST_PATTERN


def build(
    kind: Any, value: Any, where: Place, findings: list[Finding], broken: set[str]
) -> Any | None:
    """The object of this kind, or None with findings; its id is then kept in `broken`.

    `where` is the place to name when the value itself has none.
    """
    try:
        return _adapter(kind).validate_python(value)
    except ValidationError as errors:
        findings.extend(
            _finding(kind, value, error, where) for error in errors.errors() if not _follows(error)
        )
        if isinstance(value, Marked) and isinstance(value.get("id"), str):
            broken.add(value["id"])
        return None


def _follows(error: ErrorDetails) -> bool:
    """True for a list that is too short only because an entry of it is wrong, as is said already."""
    given, least = error["input"], error.get("ctx", {}).get("min_length", 0)
    return error["type"] == "too_short" and isinstance(given, list) and len(given) >= least


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    """The validator of a kind; making one costs more than validating a lesson."""
    return TypeAdapter(kind)


def build_list(
    kind: Any, value: Any, path: str, findings: list[Finding], broken: set[str]
) -> list[Any]:
    """The objects of a list file; a broken entry is left out, an empty file is an empty list."""
    if value is None:
        return []
    if not isinstance(value, list):
        findings.append(
            Finding(Place(path), "value-wrong", "The file must be a list (`- id: ...`).")
        )
        broken.add(f"{path}:*")
        return []
    made = (build(kind, entry, _place_in(value, n, path), findings, broken)
            for n, entry in enumerate(value))  # fmt: skip
    return _first_of_each_id([part for part in made if part is not None], findings)


def _place_in(entries: Sequence[Any], index: int, path: str) -> Place:
    """The place of an entry, or of the nearest one before it that has a place."""
    for entry in reversed(entries[: index + 1]):
        if isinstance(entry, Marked):
            return entry.place()
    return Place(path)


def _first_of_each_id(parts: list[Any], findings: list[Finding]) -> list[Any]:
    """The parts without those that repeat an id."""
    seen: dict[str, Any] = {}
    for part in parts:
        if part.id in seen:
            message = f"The id `{part.id}` is used before, at {seen[part.id].at('id')}."
            findings.append(Finding(part.at("id"), "id-repeated", message))
        else:
            seen[part.id] = part
    return list(seen.values())


def _finding(kind: Any, value: Any, error: ErrorDetails, where: Place) -> Finding:
    """One pydantic error in our words."""
    path = _real_path(value, error["loc"])
    name = str(error["loc"][-1]) if error["loc"] else ""
    if error["type"] == "extra_forbidden":
        hint = did_you_mean(name, _fields_at(kind, value, path[:-1]))
        return Finding(
            _place(value, path, where, key=True), "field-unknown", f"Unknown field `{name}`.", hint
        )
    if error["type"] == "missing":
        return Finding(
            _place(value, path, where), "field-missing", f"The field `{name}` is missing."
        )
    if error["type"].startswith("union_tag"):
        name = str(error.get("ctx", {}).get("discriminator", "")).strip("'")
        path = [*path, name]
    message = f"`{name}`: {_wanted(error)}" if path else _wanted(error)
    return Finding(_place(value, path, where), "value-wrong", message, _choice(error))


_SHAPES = {
    ID_PATTERN: "an id: lower-case words joined by hyphens, such as `life-cycle-risks`",
    CLOCK_PATTERN: 'a time in quotes, such as "08:30"',
    AS_OF_PATTERN: "a date: 2025, 2025-06, 2025-06-01, two of these joined by `/`, or n.d.",
    MONTH_PATTERN: "a month or a day: 2026-02 or 2026-02-15",
    DAY_PATTERN: "a day such as 2026-02-15",
    DIGEST_PATTERN: "a digest that `tot stamp` writes",
    VERSION_PATTERN: "year, month and a running number, such as 2026.11.0",
    WEB_PATTERN: "an address that begins with https://",
    URL_PATTERN: "an address that begins with https:// or http://",
}
_NUMBER = "a number written with digits and a point, such as 5.84"
_SMALL = (
    f"a number with at most {MAX_DIGITS - MAX_DECIMALS} digits before the point"
    f" and {MAX_DECIMALS} after it"
)
_DAY = "a date such as 2026-11-30"
_TYPES = {
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_parsing_size": "a whole number",
    "decimal_type": _NUMBER,
    "decimal_parsing": _NUMBER,
    "finite_number": _NUMBER,
    "decimal_max_digits": _SMALL,
    "decimal_max_places": _SMALL,
    "decimal_whole_digits": _SMALL,
    "greater_than": "more than {gt}",
    "greater_than_equal": "{ge} or more",
    "less_than_equal": "{le} or less",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "string_type": "a text",
    "string_too_short": "a text that is not empty",
    "string_too_long": "a text of at most {max_length} letters",
    "tuple_type": "a list: `[a, b]`",
    "too_short": "a list of {min_length} or more",
    "too_long": "a list of at most {max_length}",
    "model_type": "a block of fields",
    "model_attributes_type": "a block of fields",
    "date_type": _DAY,
    "date_parsing": _DAY,
    "date_from_datetime_parsing": _DAY,
    "date_from_datetime_inexact": _DAY,
}
"""Kind of pydantic's error -> what the value should be; `{...}` is filled from the error."""


def _wanted(error: ErrorDetails) -> str:
    """What the value should be, in the words of an author."""
    context = error.get("ctx", {})
    kind = error["type"]
    if kind == "literal_error":
        wanted = f"one of {context['expected']}".replace("'", "`")
    elif kind.startswith("union_tag"):
        wanted = f"one of {context.get('expected_tags', 'the known kinds')}".replace("'", "`")
    elif kind == "string_pattern_mismatch":
        wanted = _SHAPES.get(context["pattern"], f"a text of the form {context['pattern']}")
    else:
        wanted = _TYPES.get(kind, "").format(**context)
    given = context.get("tag", error["input"])
    shown = "nothing" if given is None else "this value"
    if isinstance(given, str) and given.strip():
        shown = f"`{given}`"
    if not wanted:
        return f"{shown} is not right here: {error['msg'].removeprefix('Value error, ')}."
    return f"{shown} should be {wanted}."


def _choice(error: ErrorDetails) -> str:
    """A near name for a value of a closed list."""
    context = error.get("ctx", {})
    known = str(context.get("expected") or context.get("expected_tags") or "")
    names = [part.strip().strip("'") for part in known.replace(" or ", ",").split(",")]
    given = error["input"] if isinstance(error["input"], str) else context.get("tag", "")
    return did_you_mean(str(given), names) if given and names else ""


def _real_path(value: Any, location: tuple[int | str, ...]) -> list[int | str]:
    """The part of pydantic's location that exists in the value; names of union members are left out."""
    path: list[int | str] = []
    for n, step in enumerate(location):
        if isinstance(value, Marked) and step in value:
            value = value[str(step)]
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        elif n < len(location) - 1:
            continue
        path.append(step)
    return path


def _place(value: Any, path: Sequence[int | str], where: Place, *, key: bool = False) -> Place:
    """The place of the deepest mapping or field on the path."""
    place, mapping = where, None
    for n, step in enumerate(path):
        if isinstance(value, Marked):
            mapping, name = value, str(step)
            place = mapping.key_place(name) if key and n == len(path) - 1 else mapping.place(name)
            value = value.get(name)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            if mapping is not None:
                place = mapping.place(str(path[n - 1]), step)
            value = value[step]
    return place


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """The model classes inside an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)


def _fields_at(kind: Any, value: Any, path: Sequence[int | str]) -> set[str]:
    """The names of all fields that may stand at a path of the value."""
    models = list(_models(kind))
    for step in path:
        if isinstance(step, int):
            continue
        models = [inner for model in models for name, info in model.model_fields.items()
                  if step in (name, info.alias) for inner in _models(info.annotation)]  # fmt: skip
    return {info.alias or name for model in models for name, info in model.model_fields.items()}
