"""A finished deck as text, so that a change of wording, size or layout can be read as a diff."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.oxml.ns import qn

from tests.deck_frames import Sheet, kind_of, place_of
from tests.deck_look import Look

FOOT = ("ftr", "sldNum", "dt")


def snapshot(data: bytes, most: int | None = None) -> str:
    """Every slide with its boxes, their sizes and words; of the notes the clock alone.

    Of lines longer than `most` letters only the beginning is told.
    """
    slides = Presentation(BytesIO(data)).slides
    feet = dict.fromkeys(text for slide in slides for text in _footers(slide))
    lines = [f"footer: {text}" for text in feet]
    for number, slide in enumerate(slides, start=1):
        lines += ["", _head(number, slide), *_boxes(slide)]
    cut = (
        one if most is None or len(one) <= most else f"{one[:most].rstrip()} ..." for one in lines
    )
    return "\n".join(cut) + "\n"


def brief(data: bytes) -> str:
    """One line a slide: number, layout, clock and title; for decks made of slides of others."""
    slides = enumerate(Presentation(BytesIO(data)).slides, start=1)
    titled = (f"{_head(number, slide)} | {slide.shapes.title.text_frame.text}"
              for number, slide in slides)  # fmt: skip
    return "\n".join(titled) + "\n"


def _head(number: int, slide: Any) -> str:
    """Number, layout and clock of a slide."""
    hidden = " hidden" if slide._element.get("show") == "0" else ""
    notes = slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""
    clock = notes.split("\n")[0]
    return f"{number} {slide.slide_layout.name}{hidden} | {clock}"


def _footers(slide: Any) -> Iterator[str]:
    """The footer of a slide, if it has one."""
    for shape in slide.placeholders:
        if kind_of(place_of(shape._element)) == "ftr":
            yield shape.text_frame.text


def _boxes(slide: Any) -> Iterator[str]:
    """The boxes of a slide in reading order."""
    sizes: dict[tuple[int, str], dict[str, None]] = {}
    for one in Look(Sheet(slide)).words():
        sizes.setdefault((one.depth, one.box), {})[f"{one.size:g}"] = None
    for shape in slide.shapes:
        place = place_of(shape._element)
        if place is None or kind_of(place) not in FOOT:
            yield from _box(shape, sizes, 0)


def _box(shape: Any, sizes: dict[tuple[int, str], dict[str, None]], depth: int) -> Iterator[str]:
    """The name, the sizes and the words of a shape; what it shows where it is not text."""
    indent = "  " * (depth + 1)
    name = f"{indent}{shape.name} {'/'.join(sizes.get((depth, shape.name), ()))}".rstrip()
    if shape.shape_type == 6:
        yield f"{name} ({len(shape.shapes)} shapes)"
        for inner in shape.shapes:
            yield from _box(inner, sizes, depth + 1)
    elif shape.has_chart:
        yield f"{name} {shape.chart.chart_type.name}"
        yield from (f"{indent}  {line}" for line in _chart(shape.chart))
    elif shape.has_table:
        yield f"{name} (columns {', '.join(_widths(shape.table))} %)"
        for row in shape.table.rows:
            yield f"{indent}  " + " | ".join(one.text.replace("\n", " / ") for one in row.cells)
    elif shape.has_text_frame and shape.text_frame.text.strip():
        yield from _text(name, shape.text_frame, indent)


def _widths(table: Any) -> Iterator[str]:
    """The widths of the columns in parts of the table."""
    whole = sum(one.width for one in table.columns)
    yield from (f"{100 * one.width / whole:.0f}" for one in table.columns)


def _text(name: str, frame: Any, indent: str) -> Iterator[str]:
    """The words of a box: behind its name where they are one line, else under it."""
    paragraphs = frame.paragraphs
    if len(paragraphs) == 1:
        yield f"{name}: {_words(paragraphs[0])}"
        return
    yield name
    yield from (f"{indent}  {'- ' * one.level}{_words(one)}" for one in paragraphs)


def _words(paragraph: Any) -> str:
    """The words of a paragraph; what begins at a number of its own says so."""
    start = paragraph._p.find(f"{qn('a:pPr')}/{qn('a:buAutoNum')}")
    number = "" if start is None or start.get("startAt") is None else f"[{start.get('startAt')}] "
    return number + str(paragraph.text)


def _chart(chart: Any) -> Iterator[str]:
    """The data of a chart."""
    for plot in chart.plots:
        named = [str(one).replace("\n", " / ") for one in plot.categories]
        for series in plot.series:
            values = ", ".join(f"{one} {value:g}" for one, value in zip(named, series.values))
            yield f"{str(series.name).splitlines()[0]}: {values}"
