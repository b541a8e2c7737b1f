"""A figure as it stands on a page: both shapes, its title, and a chart's numbers as a table."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from build_tools.model import Curriculum, Language, Text
from build_tools.model.figures import BarFigure, Figure, SeriesFigure
from build_tools.render.figure.bar import bar_text
from build_tools.render.figure.drawing import draw
from build_tools.render.figure.shapes import Shape
from build_tools.render.figure.svg import svg
from build_tools.render.measure import Ruler
from build_tools.render.runs import plain
from build_tools.render.values import quantity


def figure_html(
    figure: Figure,
    curriculum: Curriculum,
    language: Language,
    ruler: Ruler,
    prefix: str,
    shapes: Sequence[Shape] = ("wide", "tall"),
) -> str:
    """A `figure` element; the style sheet shows the wide or the tall picture by the width of the page.

    Ids on the page start with `prefix` and the id of the figure.
    """
    title, alt, spoken = captions(figure, curriculum, language)
    name = f"{prefix}-{figure.id}"
    made = [f'<figure class="tot-figure" id="{name}">']
    for shape in shapes:
        drawing = draw(figure, curriculum, language, ruler, shape=shape)
        picture = svg(drawing, title, alt, spoken, f"{name}-{shape}")
        made.append(f'<div class="tot-{shape}">{picture}</div>')
    if isinstance(figure, BarFigure | SeriesFigure):
        made.append(_table(figure, curriculum, language))
    made.append(f"<figcaption{_lang(figure.title, language)}>{escape(title)}</figcaption>")
    return "\n".join([*made, "</figure>"])


def captions(
    figure: Figure, curriculum: Curriculum, language: Language
) -> tuple[str, str, Language]:
    """The title of a figure, what it shows in words, and the language of these words."""
    title, alt = (_words(curriculum, text, language) for text in (figure.title, figure.alt))
    return title, alt, figure.alt.language_of(language)


def _words(curriculum: Curriculum, text: Text, language: Language) -> str:
    """The words of a text, or the English ones where the Lao is missing."""
    return plain(curriculum, text.of(language), language)


def _lang(text: Text, language: Language) -> str:
    """The attribute that marks English standing in for missing Lao."""
    return ' lang="en"' if text.language_of(language) != language else ""


def _table(figure: BarFigure | SeriesFigure, curriculum: Curriculum, language: Language) -> str:
    """The numbers of a chart, folded away."""
    summary = escape(curriculum.word("figure-data", language))
    if isinstance(figure, BarFigure):
        head = ""
        rows = [(bar.label, [bar_text(curriculum, figure, bar, language)]) for bar in figure.bars]
    else:
        names = "".join(_cell(curriculum, s.label, language, "col") for s in figure.series)
        head = f"<thead><tr><td></td>{names}</tr></thead>"
        rows = [
            (name, [quantity(curriculum, series.values[index], figure.unit, language)
                    for series in figure.series])
            for index, name in enumerate(figure.categories)
        ]  # fmt: skip
    body = "".join(
        f"<tr>{_cell(curriculum, name, language, 'row')}"
        + "".join(f"<td>{escape(value)}</td>" for value in values)
        + "</tr>"
        for name, values in rows
    )
    return (
        f'<details class="tot-figure-data"><summary>{summary}</summary>'
        f'<div class="tot-table" tabindex="0" role="group" aria-label="{summary}">'
        f"<table>{head}<tbody>{body}</tbody></table></div></details>"
    )


def _cell(curriculum: Curriculum, text: Text, language: Language, scope: str) -> str:
    """A heading cell of the table."""
    words = escape(_words(curriculum, text, language))
    return f'<th scope="{scope}"{_lang(text, language)}>{words}</th>'
