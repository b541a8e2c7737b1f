"""A fitted slide as a slide of PowerPoint: everything in the placeholders of its layout."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from build_tools.model import Curriculum, Edition, Figure, Language
from build_tools.model.figures import BarFigure, SeriesFigure
from build_tools.render.deck.arrange import Filled, Paragraphs
from build_tools.render.deck.cells import table_frame
from build_tools.render.deck.chart import place_chart
from build_tools.render.deck.figure import place_figure
from build_tools.render.deck.fit import Fitted
from build_tools.render.deck.frames import Layout
from build_tools.render.deck.look import Colour, levels, list_style
from build_tools.render.deck.master import number_field
from build_tools.render.deck.notes_part import notes_part
from build_tools.render.deck.own import Page, Template
from build_tools.render.deck.parts import filled_placeholder
from build_tools.render.deck.say import one_line
from build_tools.render.deck.styles import FOOT
from build_tools.render.deck.text import TextWriter
from build_tools.render.deck.xml import el, emu, qn
from build_tools.render.figure import draw
from build_tools.render.measure import Ruler


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
        slides = self.template.presentation.slides
        # `add_slide` of python-pptx copies every placeholder of the layout; here they are made full.
        relation_id, slide = slides.part.add_slide(page.source)
        slide_id = slides._sldIdLst.add_sldId(relation_id).id
        tree = slide.shapes._spTree
        paint = "gold" if fitted.layout.dark else "terracotta"
        writer = TextWriter(self.mark, paint, lambda address: _relate(slide.part, address))
        for one in fitted.boxes:
            tier = fitted.tiers[one.box.name]
            tree.append(self._filled(page, one, tier, len(tree), writer))
        if fitted.table is not None:
            tree.append(table_frame(fitted, page.places["table"], len(tree), self.edition, writer))
        if fitted.plan.figure is not None:
            self._figure(slide.shapes, fitted.plan.figure, fitted.layout)
        if fitted.layout.name != "Cover":
            self._feet(tree, page, writer, fitted.layout.foot_colour)
        if fitted.plan.hidden:
            slide._element.set("show", "0")
        self._notes(slide.part, len(slides), notes)
        return int(slide_id)

    def _filled(self, page: Page, one: Filled, tier: int, shape_id: int, writer: TextWriter) -> Any:
        """A placeholder with its text and its size, where it is not that of the layout.

        The layouts of a host's own template may have other sizes than were measured.
        """
        shape = filled_placeholder(one.box.name, shape_id, page.places[one.box.name])
        writer.fill(shape.txBody, one.paragraphs, one.box.style.bullet)
        if tier or self.template.own:
            measured = list_style(one.box.style, tier, self.edition, painted=False)
            shape.txBody.replace(shape.txBody.find(qn("a:lstStyle")), measured)
        return shape

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
        return one_line(self.curriculum, figure.alt, self.edition)

    def _feet(self, tree: Any, page: Page, writer: TextWriter, colour: Colour) -> None:
        """Nothing; adds footer and slide number.

        LibreOffice shows a footer of one plain run in a face of its own, so it is written out.
        """
        last = max(int(one.get("id")) for one in tree.iter(qn("p:cNvPr")))
        foot = filled_placeholder("Footer", last + 1, page.places["ftr"])
        look = replace(levels(FOOT, 0, "en")[0], colour=colour)
        foot.txBody.extend(writer.paragraph(one, look=look) for one in self.footer)
        number = filled_placeholder("Slide number", last + 2, page.places["sldNum"])
        number.txBody.append(el("a:p", number_field()))
        tree.extend((foot, number))

    def _notes(self, slide: Any, number: int, notes: Paragraphs) -> None:
        """Nothing; writes the speaker notes of the slide with this number."""
        part = notes_part(slide, number, self.template.notes)
        writer = TextWriter(self.mark, "terracotta", lambda address: _relate(part, address))
        writer.fill(part._element.cSld.spTree[-1].txBody, notes)


def _relate(part: Any, address: str) -> str:
    """The id of a relation to an outside address."""
    return str(part.relate_to(address, RT.HYPERLINK, is_external=True))
