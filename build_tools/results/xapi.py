"""Statements for a learning record store (xAPI 1.0.3), one a line, the same for the same record."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from build_tools.forms import FORMS, Form
from build_tools.results.report import Asked
from build_tools.results.sums import rounded

VERBS = "http://adlnet.gov/expapi/verbs/"
KINDS = "http://adlnet.gov/expapi/activities/"


def statements(
    rows: Iterable[Mapping[str, Any]], asked: Mapping[int, Asked], course: str
) -> Iterator[str]:
    """One line for every answer and for every test; `rows` are answers with their record.

    The rows of a test stand behind each other.
    """
    before: tuple[str, Form] | None = None
    for row in rows:
        form = FORMS[row["form"]]
        test = f"{row['owner']}-{form}"
        if (row["digest"], form) != before:
            before = (row["digest"], form)
            score = row[form]
            yield _line(row, course, "completed", "assessment", f"test/{test}", score, test)
        item = asked[row["item"]].id
        yield _line(row, course, "answered", "question", f"item/{item}", row["mark"], test)


def _line(
    row: Mapping[str, Any], course: str, verb: str, kind: str, thing: str, score: float, test: str
) -> str:
    """One statement; its id follows from the digest of the record and the thing it is about."""
    digest, form, home = row["digest"], FORMS[row["form"]], f"urn:{course}:"
    made: dict[str, Any] = {
        "id": str(uuid5(_space(course), f"{digest}/{form}/{thing}")),
        "actor": {
            "objectType": "Agent",
            "account": {"homePage": f"{home}learners", "name": row["learner"]},
        },
        "verb": {"id": VERBS + verb, "display": {"en": verb}},
        "object": {
            "objectType": "Activity",
            "id": home + thing,
            "definition": {"type": KINDS + kind},
        },
        "result": {"score": {"scaled": rounded(score)}},
        "timestamp": row[f"{form}_ended"] or row["made"],
    }
    if verb == "completed":
        made["result"]["completion"] = True
    else:
        made["result"]["success"] = score > 1 - 1e-9
        parent = {"objectType": "Activity", "id": f"{home}test/{test}"}
        made["context"] = {"contextActivities": {"parent": [parent]}}
    return json.dumps(made, ensure_ascii=False, separators=(",", ":"))


def _space(course: str) -> UUID:
    """The space of names in which the ids of a course are made."""
    return uuid5(NAMESPACE_URL, f"urn:{course}")
