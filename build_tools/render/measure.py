"""How wide a text is and where its lines end, measured in the fonts that readers see."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

import uharfbuzz as hb
from fontTools.ttLib import TTFont

from build_tools.lao import has_lao
from build_tools.model import Language

SAFETY = 0.97
"""Part of a width that is filled: renderers differ by up to 3 %."""
LAO_MARGIN = 1.5
"""Ems left free where Lao wraps: programs break at words of their own dictionary, we at syllables."""
MISSING = 0.55
"""Ems of a character that the font lacks."""

_C = "\u0e81-\u0eae\u0edc-\u0edf"
_MARK = "\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd"
_TAIL = f"{_MARK}ະາຳຽ"
_T = "[\u0ec8-\u0ecb]?"
_F = "[ກງຍຢດນບມວ]"
# A closing consonant is followed by no vowel of its own, nor by ວ or ອ standing as its vowel.
_END = f"(?![{_TAIL}]|[ວອ]{_T}[ກງຍດນບມ](?![{_TAIL}]))"
_CLOSED = f"(?:{_F}(?![{_TAIL}]))?"
_MAYBE = f"(?:{_F}{_END})?"
_ONSET = f"(?:ຫ[ງຍວລຣ](?=[{_TAIL}])|[{_C}][ວຣລ](?=[{_TAIL}])|[{_C}]\u0ebc?)"
_RIME = "|".join((
    f"\u0ebb{_T}າ",
    f"[\u0eb1\u0ebb]{_T}(?:ວະ|ຽ{_MAYBE}|{_CLOSED})",
    f"[\u0eb4-\u0eb9]{_T}(?:ອ(?![{_TAIL}]))?(?:(?!ກວ່າ){_F}{_END})?",
    f"\u0ecd{_T}",
    f"{_T}[ະຳ]",
    f"{_T}[າຽ]{_MAYBE}",
    f"{_T}ວ{_F}{_END}",
    f"{_T}ອ(?![{_TAIL}]){_MAYBE}",
))  # fmt: skip
_SYLLABLE = "|".join((
    f"[ໄໃ]{_ONSET}{_T}",
    f"[ເແໂ]{_ONSET}(?:{_RIME}|{_T}{_MAYBE})",
    f"{_ONSET}(?:{_RIME})",
    f"[\u0ec0-\u0ec4]?[{_C}][{_MARK}]*[ະາຳຽ]?",
))  # fmt: skip
_LAO = "\u0e80-\u0eff"
_PIECE = re.compile(
    f"(?:{_SYLLABLE})[ໆຯ]*|[{_LAO}]|[^{_LAO}]+?(?:(?<=[-/])(?=[^\\W\\d])|(?=[{_LAO}])|$)"
)
_BARE = re.compile(f"[{_C}]")
_CLOSER = re.compile(r"[^\w(\[“‘«]+")
_OPENER = re.compile(r"[(\[“‘«]+")
_MEASURED = ("GDEF", "GPOS", "GSUB", "OS/2", "cmap", "head", "hhea", "hmtx", "kern", "maxp")
"""The tables of a font that say how wide text is."""
_RUN = re.compile(f"[{_LAO}]+|[^{_LAO}]+")
_RUN_WITH_SIGNS = re.compile(f"[{_LAO}][{_LAO} -@]*|[^{_LAO}]+")


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """A font file (woff2, woff or ttf) that may draw the text, and how much wider than it that may be.

    `signs` says of a Lao face that spaces, digits and marks behind Lao may be drawn in it too.
    """

    data: bytes
    widening: float = 1.0
    signs: bool = False

    def runs(self, text: str) -> list[str]:
        """The text cut where another face draws it, if this one draws its Lao."""
        return (_RUN_WITH_SIGNS if self.signs else _RUN).findall(text)


Faces = Mapping[tuple[Language, bool], tuple[Face, ...]]
"""The faces that readers may have, by language and "is bold"."""


class Ruler:
    """Widths and line ends of text; made once a build from the bytes of the fonts."""

    def __init__(self, faces: Faces) -> None:
        """A ruler over these faces; a font is unpacked when it is first needed."""
        self._faces = dict(faces)
        self._font = lru_cache(maxsize=None)(_shaper)
        self._run = lru_cache(maxsize=65536)(self._shape)
        self._ems = lru_cache(maxsize=65536)(self._measure)
        self._lines = lru_cache(maxsize=65536)(self._filled)

    def width(self, text: str, size: float, bold: bool = False) -> float:
        """The width of the text on one line, in the unit of `size`."""
        return self._ems(text, bold) * size

    def wrap(
        self, text: str, size: float, width: float, bold: bool = False, keep: Iterable[str] = ()
    ) -> list[str]:
        """The lines of the text: broken at spaces, in Lao also between syllables, never inside `keep`.

        A line passes the width only where one unbreakable piece does; a text of `keep` that is
        wider than a whole line is broken after all.
        """
        whole = " ".join(text.split())
        if self.width(whole, size, bold) <= width * SAFETY:
            return [whole] if whole else []
        room = width * SAFETY - (LAO_MARGIN * size if has_lao(text) else 0)
        kept = tuple(term for term in keep if term in whole)
        return list(self._lines(whole, room / size, bold, kept))

    def _filled(self, text: str, room: float, bold: bool, keep: Sequence[str]) -> tuple[str, ...]:
        """Lines of at most `room` ems; a word goes on a line of its own rather than being cut."""
        lines: list[str] = []
        line = ""
        for word in text.split():
            gap = " " if line else ""
            if self._ems(line + gap + word, bold) <= room:
                line += gap + word
                continue
            if self._ems(word, bold) <= room and self._ems(line, bold) >= room / 2:
                lines.append(line)
                line = word
                continue
            for piece in self._pieces(word, room, bold, keep):
                if line and self._ems(line + gap + piece, bold) > room:
                    lines.append(line)
                    line = piece
                else:
                    line += gap + piece
                gap = ""
        return (*lines, line) if line else tuple(lines)

    def _pieces(self, word: str, room: float, bold: bool, keep: Sequence[str]) -> list[str]:
        """The unbreakable pieces of a word; a kept text too wide for any line is cut into syllables."""
        made: list[str] = []
        for piece in pieces(word, keep):
            made += [piece] if self._ems(piece, bold) <= room else pieces(piece)
        return made

    def _measure(self, text: str, bold: bool) -> float:
        """The width in ems with the faces that make the text widest."""
        return max(
            sum(self._run(lao if has_lao(run) else latin, run) for run in lao.runs(text))
            for lao in self._faces["lo", bold]
            for latin in self._faces["en", bold]
        )

    def _shape(self, face: Face, run: str) -> float:
        """The width in ems of a run in one face."""
        return _shape(self._font(face.data), run) * face.widening


def pieces(word: str, keep: Iterable[str] = ()) -> list[str]:
    """A text without spaces cut where a line may end: between Lao syllables, after "-" and "/"."""
    ends = set(_ends(word))
    for term in keep:
        start = word.find(term)
        while start >= 0:
            ends -= set(range(start + 1, start + len(term)))
            start = word.find(term, start + 1)
    cuts = [0, *sorted(ends), len(word)]
    return [word[start:end] for start, end in itertools.pairwise(cuts) if start < end]


@lru_cache(maxsize=65536)
def _ends(word: str) -> frozenset[int]:
    """Offsets inside the word where a line may end; marks of punctuation stay with their word."""
    found = [match.span() for match in _PIECE.finditer(word)]
    ends: set[int] = set()
    for (start, end), (_, after) in itertools.pairwise(found):
        before, next_ = word[start:end], word[end:after]
        opens = _OPENER.fullmatch(before[-1]) is not None
        closes = _CLOSER.match(next_) is not None
        if not (opens or closes or _BARE.fullmatch(before)):
            ends.add(end)
    return frozenset(ends)


def _shaper(data: bytes) -> hb.Font:
    """A HarfBuzz font from the bytes of a font file, without the outlines, which take long to unpack."""
    font = TTFont(BytesIO(data))
    tables = {tag: font.getTableData(tag) for tag in _MEASURED if tag in font}
    face = hb.Face.create_for_tables(lambda _face, tag, _data: tables.get(tag), None)
    return hb.Font(face)


def _shape(font: hb.Font, run: str) -> float:
    """The width in ems of a run of one script."""
    buffer = hb.Buffer()
    buffer.add_str(run)
    buffer.guess_segment_properties()
    hb.shape(font, buffer, {})
    em = font.face.upem
    return sum(
        at.x_advance / em if glyph.codepoint else MISSING
        for glyph, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    )
