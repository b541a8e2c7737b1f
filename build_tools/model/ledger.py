"""The record of translations: which Lao was made from which English, and who reviewed it."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import StringConstraints, model_validator

from build_tools.model.base import Part, Words
from build_tools.model.dates import IsoDay

DIGEST_PATTERN = r"^[0-9a-f]{8}$"
Digest = Annotated[str, StringConstraints(pattern=DIGEST_PATTERN)]
"""The first 8 hex digits of a SHA-256 of a text whose white space was folded."""


class LedgerEntry(Part):
    """One line of a ledger; `by` and `on` are the reviewer's office and the date."""

    of: Digest
    lo: Digest
    state: Literal["draft", "reviewed"]
    by: Words | None = None
    on: IsoDay | None = None

    @model_validator(mode="after")
    def _reviewed_by_someone(self) -> Self:
        """The entry itself; raises ValueError where a review names no reviewer or no day."""
        if self.state == "reviewed" and not (self.by and self.on):
            raise ValueError("a reviewed text says who reviewed it (`by`) and when (`on`)")
        return self
