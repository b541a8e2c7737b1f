"""A deck, planned and written, and the findings about what does not fit on its slides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from itertools import groupby
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from build_tools.findings import Finding
from build_tools.model import Curriculum, Edition, Language
from build_tools.render.deck.arrange import Filled, Paragraph, Paragraphs
from build_tools.render.deck.decks import DeckMaker, DeckSlide
from build_tools.render.deck.layouts import FOOTER
from build_tools.render.deck.notes import note_paragraphs
from build_tools.render.deck.outline import Outline
from build_tools.render.deck.own import template_for
from build_tools.render.deck.package import packed
from build_tools.render.deck.parts import Box
from build_tools.render.deck.say import Line, one_line
from build_tools.render.deck.styles import FOOT
from build_tools.render.deck.text import LANGUAGE_TAGS
from build_tools.render.deck.write import Writer
from build_tools.render.deck.xml import el
from build_tools.render.measure import Ruler
from build_tools.render.runs import TextRun

SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"


@dataclass(frozen=True, slots=True)
class Deck:
    """One deck in one edition, every slide fitted; its bytes are made when they are asked for."""

    maker: DeckMaker
    slides: tuple[DeckSlide, ...]

    @property
    def path(self) -> str:
        """Where the deck stands in the site."""
        return self.maker.outline.path(self.maker.edition)

    @property
    def picture(self) -> str:
        """Where the picture of its first slides stands in the site."""
        return f"assets/decks/{self.maker.outline.id}.{self.maker.edition}.svg"

    @property
    def hidden(self) -> int:
        """How many of its slides a show passes over."""
        return sum(slide.fitted.plan.hidden for slide in self.slides)

    @property
    def minutes(self) -> int:
        """The minutes of all its slides."""
        return sum(slide.fitted.plan.minutes for slide in self.slides)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """A finding for every box whose text does not fit on its slide, and for the footer."""
        foot = Filled(Box("footer", FOOTER, FOOT), footer(self.maker))
        said = [
            (slide.fitted.plan.place, f"Slide `{slide.address}`", over)
            for slide in self.slides
            for over in slide.fitted.over
        ]
        title = self.maker.curriculum.cover.at("title")
        said += [(title, "Every slide", over) for over in self.maker.fitter.over(foot)]
        edition = self.maker.edition
        return tuple(
            Finding(place, "slide-overflow", f"{where} ({edition}): {over}.")
            for place, where, over in said
        )

    @property
    def data(self) -> bytes:
        """The deck as a file of PowerPoint."""
        return _written(self.maker, self.slides)


def deck(
    curriculum: Curriculum, outline: Outline, edition: Edition, ruler: Ruler, *, draft: bool = True
) -> Deck:
    """One deck; `draft` puts the draft mark on its slides where it shows Lao."""
    maker = DeckMaker(curriculum, outline, edition, ruler, draft and edition != "en")
    return Deck(maker, maker.slides())


def _written(maker: DeckMaker, slides: Sequence[DeckSlide]) -> bytes:
    """The presentation with these slides, settled."""
    curriculum, edition, ruler = maker.curriculum, maker.edition, maker.ruler
    template = template_for(curriculum, edition)
    presentation = template.presentation
    writer = Writer(template, curriculum, edition, ruler, maker.mark, footer(maker))
    ids = [
        writer.write(one.fitted, note_paragraphs(maker.voice, one.fitted.plan, one.chapter.start))
        for one in slides
    ]
    _add_sections(presentation, maker, slides, ids)
    _name(presentation, maker)
    return packed(presentation, curriculum.cover.released)


def footer(maker: DeckMaker) -> Paragraphs:
    """Curriculum, version and, until the Lao is reviewed, the draft mark."""
    curriculum, edition = maker.curriculum, maker.edition
    first: Language = "en" if edition == "en" else "lo"
    runs = [TextRun(f"{curriculum.cover.title.of(first)} · {curriculum.cover.version}")]
    if maker.draft:
        languages: tuple[Language, ...] = ("lo", "en") if edition == "lo-en" else ("lo",)
        marks = " / ".join(curriculum.word("deck-draft", language) for language in languages)
        runs += [TextRun(" · "), TextRun(marks, bold=True)]
    return (Paragraph(Line(tuple(runs), first)),)


def _add_sections(
    presentation: Any, maker: DeckMaker, slides: Sequence[DeckSlide], ids: Sequence[int]
) -> None:
    """Nothing; one section for each chapter, with ids made from the chapter's own."""
    listed = el("p14:sectionLst")
    pairs = groupby(zip(slides, ids), key=lambda pair: pair[0].chapter)
    for number, (chapter, group) in enumerate(pairs, start=1):
        members = [el("p14:sldId", id=slide_id) for _, slide_id in group]
        title = maker.voice.text(chapter.title).main.text
        name = f"{maker.curriculum.cover.id}/{maker.outline.id}/{number}/{chapter.id}"
        guid = uuid5(NAMESPACE_URL, name)
        section = el("p14:section", el("p14:sldIdLst", *members), name=f"{number}. {title}",
                     id="{" + str(guid).upper() + "}")  # fmt: skip
        listed.append(section)
    root = presentation.part._element
    for old in root.findall(f"{{{root.nsmap['p']}}}extLst"):
        root.remove(old)
    root.append(el("p:extLst", el("p:ext", listed, uri=SECTIONS)))


def _name(presentation: Any, maker: DeckMaker) -> None:
    """Nothing; title, subject and language of the document."""
    curriculum, edition = maker.curriculum, maker.edition
    cover = curriculum.cover
    properties = presentation.core_properties
    properties.title = one_line(curriculum, maker.outline.title, edition)
    properties.subject = one_line(curriculum, cover.title, edition)
    organisation = one_line(curriculum, cover.deck.organisation, edition)
    properties.author = properties.last_modified_by = organisation
    properties.language = LANGUAGE_TAGS["en" if edition == "en" else "lo"]["lang"]
    properties.version = cover.version
    properties.revision = 1
    properties.created = properties.modified = datetime.combine(cover.released, time())
