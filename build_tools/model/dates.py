"""Dates as sources give them: a year, a month or a day, and periods of these."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

_ONE = r"\d{4}(?:-\d{2}(?:-\d{2})?)?"
AS_OF_PATTERN = rf"^(n\.d\.|{_ONE}(/{_ONE})?)$"
DAY_PATTERN = r"^\d{4}-\d{2}-\d{2}$"
MONTH_PATTERN = r"^\d{4}-\d{2}(-\d{2})?$"


def is_as_of(text: str) -> bool:
    """True for a date or period that exists in the calendar, and for "n.d."."""
    if not re.match(AS_OF_PATTERN, text):
        return False
    return text == "n.d." or all(map(_exists, text.split("/")))


def _exists(text: str) -> bool:
    """True if the calendar has this year, month or day."""
    parts = [int(part) for part in text.split("-")] + [1, 1]
    try:
        date(parts[0], parts[1], parts[2])
    except ValueError:
        return False
    return True


def _real(text: str) -> str:
    """The text itself; raises ValueError where the calendar does not have it."""
    if not is_as_of(text):
        raise ValueError("the calendar has no such date")
    return text


AsOf = Annotated[str, StringConstraints(pattern=AS_OF_PATTERN), AfterValidator(_real)]
"""A date as the source gives it: a year, a month, a day, two of these joined by "/", or n.d."""
Month = Annotated[str, StringConstraints(pattern=MONTH_PATTERN), AfterValidator(_real)]
"""A month or a day: 2026-02 or 2026-02-15."""
IsoDay = Annotated[str, StringConstraints(pattern=DAY_PATTERN), AfterValidator(_real)]
"""A day: 2026-02-15."""
