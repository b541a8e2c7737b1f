"""How wide a text is and where its lines end, measured in the fonts that readers see."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
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
_RUN = re.compile(f"[{_LAO}]+|[^{_LAO}]+")


class Ruler:
    """Widths and line ends of text; made once a build from the bytes of the fonts."""

    def __init__(self, fonts: Mapping[tuple[Language, bool], bytes]) -> None:
        """A ruler over font files (woff2, woff or ttf), keyed by language and "is bold".

        A font is unpacked when it is first needed.
        """
        self._files = dict(fonts)
        self._font = lru_cache(maxsize=None)(self._unpack)
        self._ems = lru_cache(maxsize=65536)(self._measure)

    def _unpack(self, language: Language, bold: bool) -> hb.Font:
        """The font of a language and weight, ready for shaping."""
        return _shaper(self._files[language, bold])

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
        words = text.split()
        whole = " ".join(words)
        if self.width(whole, size, bold) <= width * SAFETY:
            return [whole] if whole else []
        room = width * SAFETY - (LAO_MARGIN * size if has_lao(text) else 0)
        kept = tuple(term for term in keep if term in whole)
        return self._fill(words, room / size, bold, kept)

    def _fill(
        self, words: Sequence[str], room: float, bold: bool, keep: Sequence[str]
    ) -> list[str]:
        """Lines of at most `room` ems; a word goes on a line of its own rather than being cut."""
        lines: list[str] = []
        line = ""
        for word in words:
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
        return [*lines, line] if line else lines

    def _pieces(self, word: str, room: float, bold: bool, keep: Sequence[str]) -> list[str]:
        """The unbreakable pieces of a word; a kept text too wide for any line is cut into syllables."""
        made: list[str] = []
        for piece in pieces(word, keep):
            made += [piece] if self._ems(piece, bold) <= room else pieces(piece)
        return made

    def _measure(self, text: str, bold: bool) -> float:
        """The width in ems, each run of one script shaped in its own font."""
        return sum(_shape(self._font(_language(run), bold), run) for run in _RUN.findall(text))


def pieces(word: str, keep: Iterable[str] = ()) -> list[str]:
    """A text without spaces cut where a line may end: between Lao syllables, after "-" and "/"."""
    ends = _ends(word)
    for term in keep:
        start = word.find(term)
        while start >= 0:
            ends -= set(range(start + 1, start + len(term)))
            start = word.find(term, start + 1)
    cuts = [0, *sorted(ends), len(word)]
    return [word[start:end] for start, end in itertools.pairwise(cuts) if start < end]


def _ends(word: str) -> set[int]:
    """Offsets inside the word where a line may end; marks of punctuation stay with their word."""
    found = [match.span() for match in _PIECE.finditer(word)]
    ends: set[int] = set()
    for (start, end), (_, after) in itertools.pairwise(found):
        before, next_ = word[start:end], word[end:after]
        opens = _OPENER.fullmatch(before[-1]) is not None
        closes = _CLOSER.match(next_) is not None
        if not (opens or closes or _BARE.fullmatch(before)):
            ends.add(end)
    return ends


def _language(run: str) -> Language:
    """The language whose font draws this run."""
    return "lo" if has_lao(run) else "en"


def _shaper(data: bytes) -> hb.Font:
    """A HarfBuzz font from the bytes of a font file, unpacked if it is a web font."""
    unpacked = BytesIO()
    font = TTFont(BytesIO(data))
    font.flavor = None
    font.save(unpacked)
    return hb.Font(hb.Face(unpacked.getvalue()))


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
