"""The ground of every object: frozen, strict about its fields, and knowing its place in the source."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    ModelWrapValidatorHandler,
    PrivateAttr,
    StringConstraints,
    model_validator,
)

from build_tools.findings import Place

Language = Literal["lo", "en"]
LANGUAGES: tuple[Language, ...] = ("lo", "en")
Edition = Literal["lo", "en", "lo-en"]
EDITIONS: tuple[Edition, ...] = ("lo", "en", "lo-en")

ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=80)]
"""A written id: lower-case words joined by hyphens, the same in both languages."""

NOWHERE = Place("(made by the program)")


class Marked(dict[str, Any]):
    """A mapping read from a file, with the place of itself and of each of its fields."""

    place: Place = NOWHERE
    marks: Mapping[str, Place] = {}


class Part(BaseModel):
    """A part of the curriculum; unknown fields are refused, and `at` tells where a field was written."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    _place: Place = PrivateAttr(default=NOWHERE)
    _marks: Mapping[str, Place] = PrivateAttr(default_factory=dict)

    @model_validator(mode="wrap")
    @classmethod
    def _keep_places(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        """The validated object, carrying the places of the mapping it came from."""
        made = handler(data)
        if isinstance(data, Marked):
            made._place, made._marks = data.place, data.marks
        return made

    def at(self, field: str | None = None, index: int | None = None) -> Place:
        """The place of a field (or of one entry of a list field), or of the whole object."""
        if field is None:
            return self._place
        key = field if index is None else f"{field}/{index}"
        return self._marks.get(key, self._marks.get(field, self._place))


class Text(Part):
    """A text in both languages, inline Markdown; `lo` is None while the translation is missing."""

    en: str
    lo: str | None = None

    def of(self, language: Language) -> str:
        """The text in this language, or the English one where the Lao is missing."""
        return self.lo if language == "lo" and self.lo is not None else self.en

    def language_of(self, language: Language) -> Language:
        """The language that `of` really answers in."""
        return "lo" if language == "lo" and self.lo is not None else "en"
