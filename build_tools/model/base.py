"""The ground of every object: frozen, strict about its fields, and knowing its place in the source."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal, Protocol, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
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

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""A text that is not empty."""

MAX_DIGITS, MAX_DECIMALS = 24, 8


def _printable(value: Decimal) -> Decimal:
    """The number itself; raises ValueError for a zero with endless decimals, which no limit counts."""
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or exponent < -MAX_DECIMALS:
        raise ValueError(f"a number has at most {MAX_DECIMALS} digits after the point")
    return value


Number = Annotated[
    Decimal,
    Field(max_digits=MAX_DIGITS, decimal_places=MAX_DECIMALS),
    AfterValidator(_printable),
]
"""A number that can be printed to its last digit: the decimal arithmetic of Python keeps 28."""

NOWHERE = Place("(made by the program)")


class Mark(Protocol):
    """Where the YAML parser stood, counted from 0."""

    line: int
    column: int


class Marked(dict[str, Any]):
    """A mapping read from a file, which knows the place of itself, its fields and their entries.

    Marks become places only when asked for: most of them never are.
    """

    path: str
    first_line: int
    start: Mark
    keys_at: dict[str, Mark]
    values_at: dict[str, Mark]
    entries_at: dict[str, list[Mark]]

    def place(self, field: str | None = None, index: int | None = None) -> Place:
        """The place of a field's value, of one entry of its list, or of the whole mapping."""
        mark = self.start if field is None else self.values_at.get(field, self.start)
        entries = self.entries_at.get(field, ()) if field and index is not None else ()
        if index is not None and index < len(entries):
            mark = entries[index]
        return self._place(mark)

    def key_place(self, field: str) -> Place:
        """The place of a field's name."""
        return self._place(self.keys_at.get(field, self.start))

    def _place(self, mark: Mark) -> Place:
        """A mark of the parser as a place in the file."""
        return Place(self.path, self.first_line + mark.line + 1, mark.column + 1)


class Part(BaseModel):
    """A part of the curriculum; unknown fields are refused, and `at` tells where a field was written."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    _written: Marked | None = PrivateAttr(default=None)

    @model_validator(mode="wrap")
    @classmethod
    def _keep_places(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        """The validated object, carrying the places of the mapping it came from."""
        made = handler(data)
        if isinstance(data, Marked):
            made._written = data
        return made

    def at(self, field: str | None = None, index: int | None = None) -> Place:
        """The place of a field (or of one entry of a list field), or of the whole object."""
        return NOWHERE if self._written is None else self._written.place(field, index)


class Text(Part):
    """A text in both languages, inline Markdown; `lo` is None while the translation is missing."""

    en: Words
    lo: Words | None = None

    def of(self, language: Language) -> str:
        """The text in this language, or the English one where the Lao is missing."""
        return self.lo if language == "lo" and self.lo is not None else self.en

    def language_of(self, language: Language) -> Language:
        """The language that `of` really answers in."""
        return "lo" if language == "lo" and self.lo is not None else "en"
