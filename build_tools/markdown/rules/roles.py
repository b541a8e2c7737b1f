"""Roles: `` {fact}`id` ``, `` {fact}`id|date` ``, `` {term}`id` ``, `` {term}`given form <id>` ``."""

from __future__ import annotations

import re

FACT_FORMS = ("value", "full", "date", "source")
"""How a fact is printed: value with unit (the default), whole statement, date, or source."""

_GIVEN = re.compile(r"^(.*?)\s*<([^<>]+)>$", re.DOTALL)


def split_role(name: str, content: str) -> tuple[str, str]:
    """The id a role names, and its form: one of FACT_FORMS for a fact, the given words for a term.

    The form of a term without given words is an empty text.
    """
    content = " ".join(content.split())
    if name == "fact":
        fact_id, _, form = content.partition("|")
        return fact_id.strip(), form.strip() or "value"
    given = _GIVEN.match(content)
    return (given[2].strip(), given[1]) if given else (content, "")
