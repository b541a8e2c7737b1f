"""A fitted slide as a slide of PowerPoint: everything in the placeholders of its layout."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from build_tools.model import Curriculum, Edition, Figure, Language
from build_tools.model.figures import BarFigure, SeriesFigure
from build_tools.render.deck.arrange import Filled, Paragraphs
from build_tools.render.deck.cells import place_table
from build_tools.render.deck.chart import place_chart
from build_tools.render.deck.figure import place_figure
from build_tools.render.deck.fit import Fitted
from build_tools.render.deck.frames import Layout
from build_tools.render.deck.look import levels, list_style
from build_tools.render.deck.master import number_field
from build_tools.render.deck.own import Page, Template
from build_tools.render.deck.styles import FOOT
from build_tools.render.deck.text import TextWriter
from build_tools.render.deck.xml import el, emu, qn
from build_tools.render.figure import draw
from build_tools.render.measure import Ruler
from build_tools.render.runs import plain


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes slides into one presentation; `footer` is what stands at their foot."""

    template: Template
    curriculum: Curriculum
    edition: Edition
    ruler: Ruler
    mark: str
    footer: Paragraphs

    @property
    def language(self) -> Language:
        """The first language of the edition."""
        return "en" if self.edition == "en" else "lo"

    def write(self, fitted: Fitted, notes: Paragraphs) -> int:
        """The id of the new slide."""
        page = self.template.pages[fitted.layout.name]
        slide = self.template.presentation.slides.add_slide(page.source)
        paint = "gold" if fitted.layout.dark else "terracotta"
        writer = TextWriter(self.mark, paint, lambda address: _relate(slide.part, address))
        shapes = {shape.placeholder_format.idx: shape for shape in slide.placeholders}
        named = {name: shapes.pop(index) for name, index in page.places.items()}
        for one in fitted.boxes:
            self._fill(named.pop(one.box.name), one, fitted.tiers[one.box.name], writer)
        if fitted.table is not None:
            place_table(named.pop("table"), fitted.table, fitted.plan, self.edition, writer)
        for unused in (*named.values(), *shapes.values()):
            unused._element.getparent().remove(unused._element)
        if fitted.plan.figure is not None:
            self._figure(slide.shapes, fitted.plan.figure, fitted.layout)
        if fitted.layout.name != "Cover":
            self._feet(slide, page, writer, dark=fitted.layout.dark)
        if fitted.plan.hidden:
            slide._element.set("show", "0")
        self._notes(slide, notes)
        return int(slide.slide_id)

    def _fill(self, shape: Any, one: Filled, tier: int, writer: TextWriter) -> None:
        """Nothing; writes a box and its size, where it is not that of the layout.

        The layouts of a host's own template may have other sizes than were measured.
        """
        body = shape._element.txBody
        shape.name = one.box.name
        writer.fill(body, one.paragraphs, one.box.style.bullet)
        if tier or self.template.own:
            measured = list_style(one.box.style, tier, self.edition, painted=False)
            body.replace(body.find(qn("a:lstStyle")), measured)

    def _figure(self, shapes: Any, figure: Figure, layout: Layout) -> None:
        """Nothing; draws a diagram as a group, or a chart as a chart."""
        frame, alt = layout.place("figure"), self._alt(figure)
        x, y, width, height = (emu(one) for one in (frame.x, frame.y, frame.width, frame.height))
        if isinstance(figure, BarFigure | SeriesFigure):
            place_chart(shapes, figure, self.curriculum, self.edition, x, y, width, height, alt)
            return
        drawing = draw(figure, self.curriculum, self.edition, self.ruler)
        place_figure(shapes, drawing, x, y, width, height, self.language, alt)

    def _alt(self, figure: Figure) -> str:
        """What a screen reader says for a figure, in the languages of the edition."""
        languages: tuple[Language, ...] = (self.language,)
        if self.edition == "lo-en":
            languages = ("lo", "en")
        said = [
            plain(self.curriculum, figure.alt.of(language), figure.alt.language_of(language))
            for language in languages
        ]
        return " / ".join(dict.fromkeys(said))

    def _feet(self, slide: Any, page: Page, writer: TextWriter, *, dark: bool) -> None:
        """Nothing; adds footer and slide number, which python-pptx leaves on the layout.

        LibreOffice shows a footer of one plain run in a face of its own, so it is written out.
        """
        tree = slide.shapes._spTree
        for kind, name in (("ftr", "Footer"), ("sldNum", "Slide number")):
            shape_id = max(int(one.get("id")) for one in tree.iter(qn("p:cNvPr"))) + 1
            tree.append(_foot(kind, page.feet[kind], name, shape_id))
            if kind == "ftr":
                look = replace(levels(FOOT, 0, "en")[0], colour="paper" if dark else "grey")
                tree[-1].txBody.extend(writer.paragraph(one, look=look) for one in self.footer)
            else:
                tree[-1].txBody.append(el("a:p", number_field()))

    def _notes(self, slide: Any, notes: Paragraphs) -> None:
        """Nothing; writes the speaker notes."""
        page = slide.notes_slide
        writer = TextWriter(self.mark, "terracotta", lambda address: _relate(page.part, address))
        writer.fill(page.notes_placeholder._element.txBody, notes)


def _relate(part: Any, address: str) -> str:
    """The id of a relation to an outside address."""
    return str(part.relate_to(address, RT.HYPERLINK, is_external=True))


def _foot(kind: str, index: int, name: str, shape_id: int) -> Any:
    """An empty footer or slide number placeholder."""
    return el(
        "p:sp",
        el(
            "p:nvSpPr",
            el("p:cNvPr", id=shape_id, name=name),
            el("p:cNvSpPr", el("a:spLocks", noGrp=1)),
            el("p:nvPr", el("p:ph", type=kind, sz="quarter", idx=index)),
        ),
        el("p:spPr"),
        el("p:txBody", el("a:bodyPr"), el("a:lstStyle")),
    )
