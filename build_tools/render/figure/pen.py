"""The pen that writes labels: one size for a whole figure, in the languages of an edition."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from build_tools.model import Curriculum, Edition, Language, Text
from build_tools.render.figure.palette import Role
from build_tools.render.figure.shapes import Drawing, Label, Paragraph, Shape, overflows
from build_tools.render.measure import Ruler
from build_tools.render.runs import plain

WIDTH = {"wide": 960.0, "tall": 320.0}
ROOM: dict[Edition, float] = {"lo": 405, "en": 405, "lo-en": 384}
"""Height of a wide figure: with 960 units of width it fills the body of a 16:9 slide."""
SIZES: dict[Shape, tuple[float, ...]] = {"wide": (24, 22, 20), "tall": (18, 17, 16)}
"""Label sizes from comfortable to the floor; 20 wide units are 18 points on a slide."""
BILINGUAL_FLOOR = 18.0
"""The size that a wide figure with both languages may fall to: 16 points on a slide."""
SMALLEST: dict[Shape, float] = {"wide": 18, "tall": 15}
SECOND = 0.85
"""The English under the Lao, and notes under labels, against the label's size."""
SLACK: dict[Language, float] = {"lo": 1.03, "en": 1.16}
"""Phones and laptops draw with other faces than the measured ones, Latin wider by a sixth."""
SLIDE_SLACK = 1.03
"""Bilingual figures stand on slides only, whose Latin face has the measured widths."""
EM = 1000
_PIECE = re.compile(r"[0-9.,-]|[^0-9.,-]+")


@dataclass(frozen=True, slots=True)
class Pen:
    """What every kind of figure draws with."""

    curriculum: Curriculum
    edition: Edition
    ruler: Ruler
    shape: Shape
    size: float
    keep: tuple[str, ...] = ()

    @property
    def width(self) -> float:
        """The width of the canvas."""
        return WIDTH[self.shape]

    @property
    def room(self) -> float | None:
        """The height a figure may have; None where it may grow."""
        return ROOM[self.edition] if self.shape == "wide" else None

    @property
    def sizes(self) -> tuple[float, ...]:
        """The sizes to try, the most comfortable first."""
        below = (BILINGUAL_FLOOR,) if self.edition == "lo-en" and self.shape == "wide" else ()
        return SIZES[self.shape] + below

    @property
    def language(self) -> Language:
        """The language of numbers: the first of the edition."""
        return "en" if self.edition == "en" else "lo"

    def slack(self, language: Language) -> float:
        """How much wider than measured a text of this language may turn out."""
        return SLIDE_SLACK if self.edition == "lo-en" else SLACK[language]

    @property
    def small(self) -> float:
        """The size of notes."""
        return min(self.size, max(self.size * SECOND, SMALLEST[self.shape]))

    def label(
        self, text: Text, width: float, *, bold: bool = False, role: Role = "ink"
    ) -> tuple[Paragraph, ...]:
        """The paragraphs of a label, Lao first and smaller English under it in a bilingual edition."""
        return self._write(text, width, self.size, bold, role)

    def note(self, text: Text, width: float, *, role: Role = "muted") -> tuple[Paragraph, ...]:
        """The paragraphs of a remark under a label."""
        return self._write(text, width, self.small, False, role, before=self.size * 0.2)

    def item(self, text: Text, width: float, *, gap: float = 0.3) -> tuple[Paragraph, ...]:
        """The paragraphs of a list entry, lines after the mark indented, `gap` ems above it."""
        indent = self.small * 0.8
        made = self._write(text, width - indent, self.small, False, "ink", before=self.size * gap)
        return tuple(
            replace(paragraph, indent=indent, bullet=index == 0)
            for index, paragraph in enumerate(made)
        )

    def number(self, text: str, *, bold: bool = True, role: Role = "ink") -> tuple[Paragraph, ...]:
        """The paragraph of a value or ordinal, on one line."""
        return (self._value(text, self.size, bold, role),)

    def tick(self, text: str) -> tuple[Paragraph, ...]:
        """The paragraph of a mark of a scale."""
        return (self._value(text, self.small, False, "muted"),)

    def thousandths(self, text: str, bold: bool) -> int:
        """The width of a value in thousandths of an em.

        Digits and marks are measured one by one and words whole: `web/chart.js`, which knows the
        pieces but not the font, adds up the same whole numbers.
        """
        return sum(round(self.ruler.width(piece, EM, bold)) for piece in _PIECE.findall(text))

    def thousandth(self, size: float) -> float:
        """The room that a thousandth of an em takes; Latin faces draw digits in every language."""
        return size * self.slack("en") / EM

    def _value(self, text: str, size: float, bold: bool, role: Role) -> Paragraph:
        """A text of one line that is mostly digits."""
        widest = self.thousandths(text, bold) * self.thousandth(size)
        return Paragraph(self.language, (text,), text, size, widest, bold, role)

    def _write(
        self, text: Text, width: float, size: float, bold: bool, role: Role, before: float = 0
    ) -> tuple[Paragraph, ...]:
        """The paragraphs of a text in every language of the edition that has it."""
        first = self._one(text, self.language, width, size, bold, role)
        made = [replace(first, before=before)]
        if self.edition == "lo-en" and text.lo is not None:
            second = max(size * SECOND, SMALLEST[self.shape] - 1)
            quiet: Role = "muted" if role == "ink" else role
            made.append(self._one(text, "en", width, second, False, quiet))
        return tuple(made)

    def _one(
        self, text: Text, wanted: Language, width: float, size: float, bold: bool, role: Role
    ) -> Paragraph:
        """A text in one language, in as few lines as the width allows, these of even length."""
        language = text.language_of(wanted)
        words = plain(self.curriculum, text.of(wanted), wanted)
        keep = self.keep if language == "lo" else ()
        lines = self._balanced(words, size, width / self.slack(language), bold, keep)
        return self._paragraph(words, language, lines, size, bold, role)

    def _balanced(
        self, words: str, size: float, width: float, bold: bool, keep: tuple[str, ...]
    ) -> tuple[str, ...]:
        """The lines of the narrowest wrapping that has no more lines and no wider ones than this width."""
        lines = self.ruler.wrap(words, size, width, bold, keep)
        if len(lines) < 2:
            return tuple(lines)
        low, high = width / 2, width
        for _ in range(6):
            middle = (low + high) / 2
            tried = self.ruler.wrap(words, size, middle, bold, keep)
            if len(tried) == len(lines) and self._widest(tried, size, bold) <= middle:
                high, lines = middle, tried
            else:
                low = middle
        return tuple(lines)

    def _widest(self, lines: list[str], size: float, bold: bool) -> float:
        """The width of the longest line."""
        return max(self.ruler.width(line, size, bold) for line in lines)

    def _paragraph(
        self, text: str, language: Language, lines: tuple[str, ...], size: float, bold: bool,
        role: Role,
    ) -> Paragraph:  # fmt: skip
        """A paragraph that knows how wide it may become in another face."""
        widest = max((self.ruler.width(line, size, bold) for line in lines), default=0.0)
        return Paragraph(language, lines, text, size, widest * self.slack(language), bold, role)


def height(*labels: tuple[Paragraph, ...]) -> float:
    """The height of the tallest of these texts."""
    return max((Label(paragraphs).height for paragraphs in labels), default=0)


def fitted(pen: Pen, build: Callable[[Pen], Drawing]) -> Drawing:
    """The drawing in the largest size in which everything fits, else in the smallest size."""
    drawing = build(pen)
    for size in pen.sizes:
        drawing = build(replace(pen, size=size))
        if not overflows(drawing):
            break
    return drawing
