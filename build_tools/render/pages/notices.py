"""A work of others that the site carries, as its page of licences names it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """A work of others in the site: its name, what it is there for, and the text of its licence."""

    name: str
    version: str
    licence: str
    address: str
    text: str
