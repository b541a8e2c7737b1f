"""What a deck holds and what is wrong with it: for ours and for those of others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from openxml_audit.validator import OpenXmlValidator  # type: ignore[import-untyped]
from pptx import Presentation
from pptx.oxml.ns import qn

from build_tools.model import Edition
from tests.deck_lint import lint

PARTS: dict[str, tuple[str, ...]] = {
    "template": ("ppt/theme/", "ppt/slideMasters/", "ppt/slideLayouts/", "ppt/notesMasters/",
                 "ppt/handoutMasters/", "ppt/tableStyles.xml"),
    "notes": ("ppt/notesSlides/",),
    "charts": ("ppt/charts/", "ppt/embeddings/"),
    "slides": ("ppt/slides/",),
}  # fmt: skip
"""The parts of a package by what they serve; the rest is lists, properties and the zip itself."""


def shares(data: bytes) -> dict[str, int]:
    """Bytes in the zip by what they serve."""
    made = dict.fromkeys((*PARTS, "rest"), 0)
    with ZipFile(BytesIO(data)) as package:
        for info in package.infolist():
            serves = (name for name, paths in PARTS.items() if info.filename.startswith(paths))
            made[next(serves, "rest")] += info.compress_size
    return {**made, "rest": len(data) - sum(made.values()) + made["rest"]}


def quality(path: Path, edition: Edition) -> dict[str, int | str]:
    """Rows of the table that compares decks."""
    data = path.read_bytes()
    presentation: Any = Presentation(BytesIO(data))
    slides = list(presentation.slides)
    shapes = [shape for slide in slides for shape in slide.shapes]
    texts = [one for one in shapes if one.has_text_frame and one.text_frame.text.strip()]
    runs = [run for slide in slides for run in _runs(slide)]
    said = sum(bool(run.find(qn("a:rPr")).get("lang")) for run in runs if _styled(run))
    found = lint(data, edition)
    titles = [slide.shapes.title.text_frame.text for slide in slides if slide.shapes.title]
    audit = OpenXmlValidator().validate(path)
    return {
        "slides": len(slides),
        "titles found, all different": f"{len(titles)}, {_yes(len(set(titles)) == len(slides))}",
        "text in placeholders": sum(one.is_placeholder for one in texts),
        "text in loose boxes": sum(not one.is_placeholder for one in texts),
        "native tables": sum(one.has_table for one in shapes),
        "native charts": sum(one.has_chart for one in shapes),
        "diagrams as groups": sum(one.shape_type == 6 for one in shapes),
        "slides with notes": sum(_has_notes(slide) for slide in slides),
        "layouts used": len({slide.slide_layout.name for slide in slides}),
        "runs that say their language": f"{said} of {len(runs)}",
        "openxml-audit findings": len(audit.errors),
        "lint findings": len(found),
        **{f"  {rule}": count for rule, count in sorted(Counter(f.rule for f in found).items())},
    }


def _runs(slide: Any) -> Iterator[Any]:
    """The runs on a slide and in its notes."""
    yield from slide._element.iter(qn("a:r"))
    if slide.has_notes_slide:
        yield from slide.notes_slide._element.iter(qn("a:r"))


def _styled(run: Any) -> bool:
    """True for a run with properties."""
    return run.find(qn("a:rPr")) is not None


def _has_notes(slide: Any) -> bool:
    """True for a slide with words in its notes."""
    frame = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
    return frame is not None and bool(frame.text.strip())


def _yes(value: bool) -> str:
    """The answer in a word."""
    return "yes" if value else "no"
