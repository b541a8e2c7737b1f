"""Paragraphs as XML: every run says its language, so that fonts and spelling follow the script."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from build_tools.lao import is_lao
from build_tools.model import Language
from build_tools.render.deck.arrange import Paragraph, Paragraphs
from build_tools.render.deck.look import AUTO_NUMBER, Level, fill
from build_tools.render.deck.say import Line
from build_tools.render.deck.xml import el
from build_tools.render.runs import TextRun

LANGUAGE_TAGS: dict[Language, dict[str, str]] = {
    "lo": {"lang": "lo-LA", "altLang": "en-US"},
    "en": {"lang": "en-US"},
}
Relate = Callable[[str], str]
"""Gives the relation id of an outside address."""


def by_script(text: str, language: Language) -> Iterator[tuple[str, Language]]:
    """The text cut where the script changes; signs and digits stay with what precedes them."""
    spoken, held = language, ""
    for character in text:
        script: Language | None = None
        if is_lao(character):
            script = "lo"
        elif character.isalpha():
            script = "en"
        if script is not None and script != spoken:
            if any(one.isalnum() for one in held):
                kept, opening = _opening(held)
                yield kept, spoken
                held = opening
            spoken = script
        held += character
    if held:
        yield held, spoken


def _opening(text: str) -> tuple[str, str]:
    """The text, and the opening brackets at its end that belong to what follows."""
    kept = text.rstrip('([“‘«"')
    return kept, text[len(kept) :]


class TextWriter:
    """Writes paragraphs; `mark` is the word for missing Lao in the language of the edition."""

    def __init__(self, mark: str, mark_colour: str, relate: Relate) -> None:
        """A writer for one slide."""
        self.mark, self.mark_colour, self.relate = mark, mark_colour, relate

    def fill(self, body: Any, paragraphs: Paragraphs, bullet: str = "none") -> None:
        """Nothing; replaces the paragraphs of a text body."""
        for old in list(body.p_lst):
            body.remove(old)
        for paragraph in paragraphs:
            body.append(self.paragraph(paragraph, bullet))

    def paragraph(
        self, paragraph: Paragraph, bullet: str = "none", look: Level | None = None
    ) -> Any:
        """A paragraph; `look` writes size and pitch out, for cells, which know no list style."""
        properties = el("a:pPr", lvl=paragraph.level or None)
        if look is not None:
            properties = el("a:pPr", _pitch(look), el("a:spcBef", el("a:spcPts", val=0)))
        if paragraph.start is not None:
            auto = el("a:buAutoNum", type=AUTO_NUMBER[bullet], startAt=paragraph.start)
            properties.append(auto)
        made = el("a:p", properties if len(properties) or properties.attrib else None)
        made.extend(self._runs(paragraph, look))
        tags = LANGUAGE_TAGS[paragraph.line.language]
        made.append(el("a:endParaRPr", **tags, sz=look.size * 100 if look else None))
        return made

    def _runs(self, paragraph: Paragraph, look: Level | None) -> Iterator[Any]:
        """The runs of a paragraph, with the mark of missing Lao before them."""
        line = paragraph.line
        if line.missing:
            space = "" if paragraph.only_mark else " "
            for text, language in by_script(f"[{self.mark}]{space}", "lo"):
                yield self._run(TextRun(text, bold=True), language, look, self.mark_colour)
            if paragraph.only_mark:
                return
        for run in trimmed(line):
            for text, language in by_script(run.text, line.language):
                piece = TextRun(text, run.bold, run.italic, run.href)
                yield self._run(piece, language, look, None)

    def _run(self, run: TextRun, language: Language, look: Level | None, paint: str | None) -> Any:
        """One run; Lao has no italics."""
        heavy = run.bold or (look is not None and look.bold)
        paint = paint or (look.colour if look else None)
        link = None
        if run.href is not None and run.href.startswith("https://"):
            link = el("a:hlinkClick", r_id=self.relate(run.href))
        properties = el(
            "a:rPr",
            fill(paint) if paint else None,
            link,
            **LANGUAGE_TAGS[language],
            sz=look.size * 100 if look else None,
            b=1 if heavy else None,
            i=1 if run.italic and language == "en" else None,
        )
        return el("a:r", properties, el("a:t", text=run.text))


def trimmed(line: Line) -> list[TextRun]:
    """The runs of a line without space at its two ends and without empty runs."""
    runs = [run for run in line.runs if run.text]
    if runs:
        first = runs[0]
        runs[0] = TextRun(first.text.lstrip(), first.bold, first.italic, first.href)
        last = runs[-1]
        runs[-1] = TextRun(last.text.rstrip(), last.bold, last.italic, last.href)
    return [run for run in runs if run.text]


def _pitch(look: Level) -> Any:
    """The line pitch of a look."""
    if look.pitch is None:
        return el("a:lnSpc", el("a:spcPct", val=100_000))
    return el("a:lnSpc", el("a:spcPts", val=round(look.pitch * 100)))
