"""Text as outlines of glyphs, so that a picture of it needs no font and is the same everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from io import BytesIO
from itertools import groupby
from math import dist
from typing import NamedTuple

import uharfbuzz as hb
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont

from build_tools.lao import is_lao
from build_tools.model import Language
from build_tools.render.measure import Faces

EM = 1000
"""Units in an em of every glyph here, whatever its font counts with."""
NEAR = 3
"""Units by which a control point may be off."""
Point = tuple[int, int]
Drawn = tuple[str, tuple[tuple[float, float], ...]]
"""A command of a pen and its points."""
_SIGNS = {"≠": (500, "m50-440h400v86h-400zm0 194h400v86h-400zm232-294l80 34-184 452-80-34z")}
"""Signs of our badges that the Latin font lacks: width and outline."""


class Glyph(NamedTuple):
    """What tells one outline from every other: its font, and its number there or the sign itself."""

    language: Language
    bold: bool
    id: int | str


class Placed(NamedTuple):
    """A glyph and where it stands, counted from the start of its text, downwards in y."""

    glyph: Glyph
    x: int
    y: int


class Shaped(NamedTuple):
    """The glyphs of a text that leave a mark, and its whole width; all in units of `EM`."""

    glyphs: tuple[Placed, ...]
    width: int


class Glyphs:
    """The outlines of text in the fonts that the ruler measures with."""

    def __init__(self, faces: Faces) -> None:
        """Glyphs of the first face of each language and weight."""
        self._faces = {key: first for key, (first, *_) in faces.items()}
        self._font = lru_cache(maxsize=None)(self._unpack)
        self.shaped = lru_cache(maxsize=8192)(self._shape)
        self.outline = lru_cache(maxsize=None)(self._draw)

    def _unpack(self, language: Language, bold: bool) -> hb.Font:
        """The font of a language and weight, ready for shaping."""
        unpacked = BytesIO()
        font = TTFont(BytesIO(self._faces[language, bold].data))
        font.flavor = None
        font.save(unpacked)
        return hb.Font(hb.Face(unpacked.getvalue()))

    def _shape(self, text: str, bold: bool) -> Shaped:
        """The glyphs of a text on one line, each run of one script in its own font."""
        made: list[Placed] = []
        width = 0.0
        for language, letters in groupby(text, key=_language):
            run = "".join(letters)
            if language is None:
                for sign in run:
                    made.append(Placed(Glyph("en", bold, sign), round(width), 0))
                    width += _SIGNS[sign][0]
            else:
                width = self._run(run, language, bold, width, made)
        return Shaped(tuple(one for one in made if self.outline(one.glyph)), round(width))

    def _run(
        self, run: str, language: Language, bold: bool, start: float, made: list[Placed]
    ) -> float:
        """Where the run ends; its glyphs are added to those that are `made`."""
        font = self._font(language, bold)
        buffer = hb.Buffer()
        buffer.add_str(run)
        buffer.guess_segment_properties()
        hb.shape(font, buffer, {})
        scale = EM / font.face.upem
        for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            x, y = start + at.x_offset * scale, -at.y_offset * scale
            made.append(Placed(Glyph(language, bold, info.codepoint), round(x), round(y)))
            start += at.x_advance * scale
        return start

    def _draw(self, glyph: Glyph) -> str:
        """The outline as the `d` of an SVG path; empty for a space."""
        if isinstance(glyph.id, str):
            return _SIGNS[glyph.id][1]
        font = self._font(glyph.language, glyph.bold)
        pen = RecordingPen()
        font.draw_glyph_with_pen(glyph.id, pen)
        return short_path(pen.value, EM / font.face.upem)


def _language(character: str) -> Language | None:
    """The language whose font draws this character; None for a sign of our own."""
    if character in _SIGNS:
        return None
    return "lo" if is_lao(character) else "en"


def short_path(drawn: Iterable[Drawn], scale: float) -> str:
    """An outline with y upwards as the `d` of an SVG path: short relative steps in whole units."""
    made = _Steps()
    for name, corners in drawn:
        points = [(round(x * scale), round(-y * scale)) for x, y in corners]
        if name in ("closePath", "endPath"):
            made.close()
        elif name == "moveTo":
            made.move(points[0])
        elif name == "lineTo":
            made.line(points[0])
        else:
            made.bend(points)
    return made.text()


class _Steps:
    """Steps of a path in their shortest form."""

    def __init__(self) -> None:
        """No steps yet."""
        self._parts: list[str] = []
        self._start = self._at = self._held = (0, 0)
        self._last = ""

    def text(self) -> str:
        """The steps as text."""
        return "".join(self._parts).replace(" -", "-")

    def close(self) -> None:
        """Nothing; goes back to the start of the outline."""
        self._add("z", [])
        self._at = self._held = self._start

    def move(self, to: Point) -> None:
        """Nothing; begins an outline."""
        self._add("m", [to])
        self._start = self._at = self._held = to

    def line(self, to: Point) -> None:
        """Nothing; goes straight to a point."""
        if to != self._at:
            self._add("l", [to])
            self._at = self._held = to

    def bend(self, points: Sequence[Point]) -> None:
        """Nothing; goes in a curve of degree two or three.

        A curve that goes on as the last one ended needs no control point of its own.
        """
        mirrored = 2 * self._at[0] - self._held[0], 2 * self._at[1] - self._held[1]
        control, to = points[-2:]
        if len(points) == 2 and self._last in "qt" and dist(control, mirrored) <= NEAR:
            self._add("t", [to])
            control = mirrored
        else:
            self._add("q" if len(points) == 2 else "c", points)
        self._at, self._held = to, control

    def _add(self, letter: str, points: Sequence[Point]) -> None:
        """Nothing; adds a command, its letter only where it is another than the last one's."""
        numbers = [one - base for point in points for one, base in zip(point, self._at)]
        if letter == "l" and 0 in numbers:
            letter = "v" if numbers[0] == 0 else "h"
            numbers = [sum(numbers)]
        lead = " " if letter == self._last and numbers else letter
        self._parts.append(lead + " ".join(map(str, numbers)))
        self._last = letter
