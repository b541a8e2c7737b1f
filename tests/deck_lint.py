"""What a finished deck lacks for people who cannot see it well, hear it well or read it easily.

`lint` opens a .pptx from its bytes and looks at what PowerPoint's own checker looks at, and at what
that one does not know: languages of runs, notes, sections, sizes, contrast on coloured cards.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any, NamedTuple

from pptx import Presentation
from pptx.oxml.ns import qn

from build_tools.lao import has_lao
from build_tools.model import Edition
from tests.deck_chart_lint import chart_findings
from tests.deck_frames import SHAPES, Sheet, is_decorative, kind_of, names, place_of, said
from tests.deck_look import Look, Words, contrast

P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
TITLES = ("title", "ctrTitle")
LAO = "lo-LA"
SMALLEST = 12
"""Points of the smallest text anywhere: footers and slide numbers."""
BODY = {"lo": 18, "en": 18, "lo-en": 16}
IN_FIGURE = {"lo": 16, "en": 16, "lo-en": 15}
SECOND = 15
"""English lines of the bilingual edition."""
QUIET = 14
"""Sources, captions and what stands on covers beside the title."""
QUIET_BOXES = ("caption", "source", "organisation", "details", "info", "title-en")
LARGE, LARGE_BOLD = 24, 18.66
"""Points from which text is large, so that a contrast of 3 is enough."""
ENOUGH, ENOUGH_LARGE = 4.5, 3.0


class Found(NamedTuple):
    """A finding: its rule, where, and what was found there."""

    rule: str
    place: str
    what: str = ""


@dataclass(frozen=True)
class _Page:
    """A slide of a deck, the number it has and the edition of the deck."""

    slide: Any
    number: int
    edition: Edition

    @property
    def place(self) -> str:
        """Where findings are."""
        return f"slide {self.number}"

    @cached_property
    def shapes(self) -> list[Any]:
        """The elements that stand on the slide itself."""
        return [one for one in self.slide.shapes._spTree if one.tag in SHAPES]

    @cached_property
    def words(self) -> list[Words]:
        """Every run on the slide."""
        return [one for one in Look(Sheet(self.slide)).words() if one.text.strip()]

    @property
    def visible(self) -> bool:
        """True unless the slide is hidden."""
        return self.slide._element.get("show") not in ("0", "false")


def lint(data: bytes, edition: Edition) -> list[Found]:
    """Every finding in a deck."""
    presentation = Presentation(BytesIO(data))
    pages = [
        _Page(slide, number, edition) for number, slide in enumerate(presentation.slides, start=1)
    ]
    found = [*_sections(presentation), *_double_titles(pages), *_layouts(presentation)]
    for page in pages:
        for rule in RULES:
            found += rule(page)
    return found


def _title(page: _Page) -> Iterator[Found]:
    """A title is there, and is what a screen reader says first."""
    titles = [one for one in page.shapes if _is_title(one)]
    if not titles or not said(titles[0]).strip():
        yield Found("title-missing", page.place)
    elif page.shapes[0] is not titles[0]:
        yield Found("title-not-first", page.place, names(page.shapes[0]).get("name", ""))


def _is_title(element: Any) -> bool:
    """True for the placeholder of a title."""
    place = place_of(element)
    return place is not None and kind_of(place) in TITLES


def _double_titles(pages: list[_Page]) -> Iterator[Found]:
    """Titles differ, because they are how one finds a slide."""
    first: dict[str, str] = {}
    for page in pages:
        title = next((said(one).strip() for one in page.shapes if _is_title(one)), "")
        if title and title in first:
            yield Found("title-twice", page.place, f"{title} ({first[title]})")
        first.setdefault(title, page.place)


def _alt(page: _Page) -> Iterator[Found]:
    """What is not text has words for it; the shapes of a group share the group's."""
    for element in page.shapes:
        wordless = element.tag != qn("p:sp") or (
            place_of(element) is None and not said(element).strip()
        )
        if wordless and not _is_described(element):
            yield Found("alt-missing", page.place, names(element).get("name", ""))


def _is_described(element: Any) -> bool:
    """True for a shape that has alt text or needs none."""
    return bool(names(element).get("descr", "").strip()) or is_decorative(element)


def _headers(page: _Page) -> Iterator[Found]:
    """Tables have a header row."""
    for table in page.slide._element.iter(qn("a:tbl")):
        properties = table.find(qn("a:tblPr"))
        if properties is None or properties.get("firstRow") not in ("1", "true"):
            yield Found("header-row-missing", page.place)


def _empty(page: _Page) -> Iterator[Found]:
    """No placeholder is left empty, on hidden slides either."""
    for element in page.shapes:
        held = element.tag == qn("p:sp") and place_of(element) is not None
        if held and not _is_title(element) and not said(element).strip():
            yield Found("placeholder-empty", page.place, names(element).get("name", ""))


def _languages(page: _Page) -> Iterator[Found]:
    """Every run on the slide and in its notes says its language, and Lao is said to be Lao."""
    roots = [(page.place, page.slide._element)]
    if page.slide.has_notes_slide:
        roots.append((f"{page.place} notes", page.slide.notes_slide._element))
    for place, root in roots:
        yield from _languages_in(root, place)


def _languages_in(root: Any, place: str) -> Iterator[Found]:
    """The same for any part."""
    for run in root.iter(qn("a:r"), qn("a:fld")):
        text, look = run.findtext(qn("a:t")) or "", run.find(qn("a:rPr"))
        tag = None if look is None else look.get("lang")
        if not tag:
            yield Found("lang-missing", place, text)
        elif has_lao(text) and tag != LAO:
            yield Found("lang-not-lao", place, text)
    for end in root.iter(qn("a:endParaRPr"), qn("a:defRPr")):
        if end.get("lang") == "":
            yield Found("lang-missing", place, "end of a paragraph")


def _notes(page: _Page) -> Iterator[Found]:
    """A visible slide has notes."""
    slide = page.slide
    body = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
    if page.visible and (body is None or not body.text.strip()):
        yield Found("notes-missing", page.place)


def _contrast(page: _Page) -> Iterator[Found]:
    """Words differ enough from what is behind them."""
    for one in page.words:
        large = one.size >= LARGE or (one.bold and one.size >= LARGE_BOLD)
        ratio = contrast(one.colour, one.ground)
        if ratio < (ENOUGH_LARGE if large else ENOUGH):
            yield Found("contrast-low", page.place, f"{one.box}: {ratio:.2f}: {one.text}")


def _sizes(page: _Page) -> Iterator[Found]:
    """No words are smaller than the floor of their box."""
    for one in page.words:
        if one.size < _floor(one, page):
            yield Found("size-small", page.place, f"{one.box}: {one.size:g} pt: {one.text}")


def _floor(one: Words, page: _Page) -> float:
    """The smallest size that words may have where they stand."""
    if one.foot:
        return SMALLEST
    if one.box.startswith(QUIET_BOXES) or page.slide.slide_layout.name == "Sources":
        return QUIET
    usual = (IN_FIGURE if one.depth else BODY)[page.edition]
    return SECOND if page.edition == "lo-en" and one.lang != LAO else usual


def _links(page: _Page) -> Iterator[Found]:
    """A link has words."""
    for link in page.slide._element.iter(qn("a:hlinkClick")):
        holder = link.getparent()
        words = said(holder.getparent()) if holder.tag == qn("a:rPr") else holder.get("descr", "")
        if not words.strip():
            yield Found("link-without-text", page.place)


def _charts(page: _Page) -> Iterator[Found]:
    """Charts say their language, and their words can be read."""
    look = Look(Sheet(page.slide))
    for shape in page.slide.shapes:
        if getattr(shape, "has_chart", False):
            root = shape.chart._chartSpace
            for rule, what in chart_findings(root, look, IN_FIGURE[page.edition]):
                yield Found(rule, page.place, f"{shape.name}: {what}")


RULES: tuple[Callable[[_Page], Iterator[Found]], ...] = (
    _title, _alt, _headers, _empty, _languages, _notes, _contrast, _sizes, _links, _charts,
)  # fmt: skip
"""What is asked of each slide."""


def _sections(presentation: Any) -> Iterator[Found]:
    """Section names differ, and every slide is in exactly one section."""
    root = presentation.part._element
    sections = list(root.iter(f"{P14}section"))
    for name, count in Counter(one.get("name") for one in sections).items():
        if count > 1:
            yield Found("section-twice", "sections", str(name))
    listed = Counter(one.get("id") for one in root.iter(f"{P14}sldId"))
    for number, one in enumerate(root.iter(qn("p:sldId")), start=1):
        if listed[one.get("id")] != 1:
            yield Found("section-wrong", f"slide {number}", f"in {listed[one.get('id')]} sections")


def _layouts(presentation: Any) -> Iterator[Found]:
    """What layouts and master draw is marked as decoration, and says nothing that matters."""
    for master in presentation.slide_masters:
        for page in (master, *master.slide_layouts):
            place = "master" if page is master else f"layout {page.name}"
            for element in page.shapes._spTree:
                if element.tag not in SHAPES or place_of(element) is not None:
                    continue
                if not _is_described(element):
                    yield Found("decoration-unmarked", place, names(element).get("name", ""))
                if is_decorative(element) and any(one.isalnum() for one in said(element)):
                    yield Found("decoration-says", place, said(element))
            yield from _languages_in(page._element, place)
