"""How decks present the organisation that teaches: its name, logo, colour, fonts and templates."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from build_tools.model.base import Edition, Part, Text, Words

ACCENTS = ("teal", "navy", "terracotta", "slate", "green", "plum")
LEAST_CONTRAST = 4.5
"""What text needs to be read on a projector and by weak eyes (WCAG 2, level AA)."""
_OWN = re.compile(r"#[0-9A-Fa-f]{6}")


def luminance(colour: str) -> float:
    """How light a colour `0B6E6E` is, from 0 (black) to 1 (white), as WCAG 2 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _accent(value: str) -> str:
    """The name or colour itself; raises ValueError for what no slide can be painted with."""
    if value in ACCENTS:
        return value
    if not _OWN.fullmatch(value):
        known = ", ".join(f"`{name}`" for name in ACCENTS)
        raise ValueError(f'it is neither a colour such as "#0B6E6E" nor one of {known}')
    reached = contrast(value[1:], "FFFFFF")
    # Cut off, not rounded: 4.49 must not read as the 4.5 that is asked for.
    shown = int(reached * 10) / 10
    if reached < LEAST_CONTRAST:
        message = f"its contrast with white is {shown}:1, and text needs {LEAST_CONTRAST}:1"
        raise ValueError(f"{message}; take a darker colour")
    return value


Accent = Annotated[
    str,
    AfterValidator(_accent),
    Field(json_schema_extra={"anyOf": [{"enum": list(ACCENTS)}, {"pattern": f"^{_OWN.pattern}$"}]}),
]
"""A colour of ours by its name, or one of their own that white text can be read on."""


class DeckTemplates(Part):
    """Templates of their own by edition: paths of `.pptx` files in `curriculum/deck/`."""

    lo: Words | None = None
    en: Words | None = None
    lo_en: Words | None = Field(None, alias="lo-en")

    def of(self, edition: Edition) -> str | None:
        """The path of the template of this edition, or None."""
        return {"lo": self.lo, "en": self.en, "lo-en": self.lo_en}[edition]


class DeckLook(Part):
    """How decks present the organisation that teaches; paths begin below `curriculum/`."""

    organisation: Text
    logo: Words | None = None
    accent: Accent = "teal"
    lao_font: Words = "Phetsarath OT"
    latin_font: Words = "Calibri"
    template: DeckTemplates | None = None

    def template_of(self, edition: Edition) -> str | None:
        """The path of the host's own template of this edition, or None."""
        return self.template.of(edition) if self.template else None
