"""The record of translations: which Lao was made from which English, and who reviewed it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from build_tools.model.base import Part
from build_tools.model.dates import IsoDay

DIGEST_PATTERN = r"^[0-9a-f]{8}$"
Digest = Annotated[str, StringConstraints(pattern=DIGEST_PATTERN)]
"""The first 8 hex digits of a SHA-256 of a text whose white space was folded."""


class LedgerEntry(Part):
    """One line of a ledger; `by` and `on` are the reviewer's office and the date."""

    of: Digest
    lo: Digest
    state: Literal["draft", "reviewed"]
    by: str | None = None
    on: IsoDay | None = None
