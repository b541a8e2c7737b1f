"""The content of planned slides for other makers of decks: Markdown for pandoc, data for PptxGenJS."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from build_tools.model import Curriculum, Edition, Language
from build_tools.model.figures import BarFigure, SeriesFigure
from build_tools.render.deck.arrange import Filled
from build_tools.render.deck.chart import TYPES
from build_tools.render.deck.decks import DeckSlide
from build_tools.render.deck.plan import Plan
from build_tools.render.deck.say import Said
from build_tools.render.figure import draw
from build_tools.render.figure.bar import bar_number
from build_tools.render.figure.shapes import Box
from build_tools.render.measure import Ruler
from build_tools.render.runs import plain

Content = dict[str, Any]
_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|$^~@])")


class Teller:
    """Says planned slides as plain values: title, points, tables, charts, diagrams, notes."""

    def __init__(self, curriculum: Curriculum, edition: Edition, ruler: Ruler) -> None:
        self.curriculum, self.edition, self.ruler = curriculum, edition, ruler
        self.language: Language = "en" if edition == "en" else "lo"

    def slide(self, one: DeckSlide) -> Content:
        """A slide; a figure is a chart with its numbers, or a diagram with its boxes."""
        plan = one.fitted.plan
        made: Content = {
            "title": _said(plan.title),
            "points": list(_points(one.fitted.boxes)),
            "table": [[_said(cell) for cell in row] for row in plan.table],
            "notes": [_said(one) for one in plan.notes if one.main.text],
            **self._figure(plan),
        }
        return made

    def _figure(self, plan: Plan) -> Content:
        """The figure of a slide, if it has one."""
        figure = plan.figure
        if figure is None:
            return {}
        alt = plain(self.curriculum, figure.alt.of(self.language), self.language)
        if isinstance(figure, BarFigure | SeriesFigure):
            return {"alt": alt, "chart": self._chart(figure)}
        drawing = draw(figure, self.curriculum, self.edition, self.ruler)
        boxes = [one for one in drawing.boxes.values() if one.label is not None]
        size = [drawing.width, drawing.height]
        return {"alt": alt, "diagram": [_box(one) for one in boxes], "size": size}

    def _chart(self, figure: BarFigure | SeriesFigure) -> Content:
        """The numbers of a chart."""
        if isinstance(figure, BarFigure):
            names = [bar.label for bar in figure.bars]
            numbers = [float(bar_number(self.curriculum, bar)) for bar in figure.bars]
            rows = [(figure.title, numbers)]
        else:
            names = list(figure.categories)
            rows = [(one.label, [float(value) for value in one.values]) for one in figure.series]
        return {
            "kind": figure.kind,
            "type": TYPES[figure.kind].name,
            "names": [name.of(self.language) for name in names],
            "series": [[label.of(self.language), values] for label, values in rows],
        }


def _said(said: Said) -> str:
    """A text in the languages of the edition."""
    return " / ".join(line.text for line in said.lines)


def _points(boxes: Sequence[Filled]) -> Iterator[tuple[int, str]]:
    """Level and words of every paragraph that is not of the title."""
    for one in boxes:
        if not one.box.name.startswith("title"):
            for paragraph in one.paragraphs:
                yield paragraph.level % 2, paragraph.line.text


def _box(box: Box) -> Content:
    """A box of a diagram."""
    words = [paragraph.text for paragraph in box.label.paragraphs] if box.label else []
    return {"at": [box.x, box.y, box.w, box.h], "text": "\n".join(words)}


def markdown(slides: Iterable[Content]) -> str:
    """The slides for pandoc: one heading each, lists, pipe tables, notes.

    It knows no charts and no diagrams: a chart becomes a table, a diagram a list.
    """
    return "\n".join(line for slide in slides for line in _markdown(slide))


def _markdown(slide: Content) -> Iterator[str]:
    """The lines of a slide."""
    yield f"## {_quoted(slide['title'])}\n"
    for level, text in slide["points"]:
        yield f"{'    ' * level}- {_quoted(text)}"
    for box in slide.get("diagram", ()):
        yield f"- {_quoted(box['text'])}"
    yield ""
    yield from _pipes(slide["table"] or _sheet(slide.get("chart")))
    if slide["notes"]:
        yield "::: notes\n"
        yield from (f"{_quoted(note)}\n" for note in slide["notes"])
        yield ":::\n"


def _sheet(chart: Content | None) -> list[list[str]]:
    """The numbers of a chart as rows."""
    if chart is None:
        return []
    columns = [[name, *(f"{value:g}" for value in values)] for name, values in chart["series"]]
    return [list(row) for row in zip(["", *chart["names"]], *columns)]


def _pipes(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A table."""
    for number, row in enumerate(rows):
        yield f"| {' | '.join(_quoted(cell) for cell in row)} |"
        if number == 0:
            yield "|" + "---|" * len(row)
    if rows:
        yield ""


def _quoted(text: str) -> str:
    """A text on one line without signs that Markdown takes for its own."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))
