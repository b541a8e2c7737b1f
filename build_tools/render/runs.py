"""Text as runs of one look, for outputs that are not HTML: slides and paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from markdown_it.token import Token

from build_tools.markdown import parse_inline, split_role
from build_tools.model import Curriculum, Language
from build_tools.render.values import fact_text, term_text


@dataclass(frozen=True, slots=True)
class TextRun:
    """A piece of text in one look; `href` is an https address, a `lesson:` or a `#` link."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str | None = None


CLOSING = ".,;:!?)"
"""Marks that no space stands before, even where their word was left out."""
_LOOK = {"strong_open": ("bold", True), "strong_close": ("bold", False),
         "em_open": ("italic", True), "em_close": ("italic", False)}  # fmt: skip


def runs_of(
    curriculum: Curriculum, tokens: Iterable[Token], language: Language
) -> tuple[TextRun, ...]:
    """The runs of inline tokens; facts and terms are printed, citations are left out."""
    look, made = TextRun(""), list[TextRun]()
    for token in tokens:
        if token.type in _LOOK:
            name, value = _LOOK[token.type]
            look = replace(look, bold=value) if name == "bold" else replace(look, italic=value)
        elif token.type == "link_open":
            look = replace(look, href=str(token.attrGet("href")))
        elif token.type == "link_close":
            look = replace(look, href=None)
        else:
            text = _words(curriculum, token, language)
            if text:
                made.append(replace(look, text=text))
    return _tidy(made)


def _words(curriculum: Curriculum, token: Token, language: Language) -> str:
    """What one token prints."""
    if token.type == "myst_role":
        target, form = split_role(str(token.meta["name"]), token.content)
        if token.meta["name"] == "fact":
            return fact_text(curriculum, target, form, language)
        return term_text(curriculum, target, form, language)
    if token.type in ("softbreak", "hardbreak"):
        return " "
    return token.content if token.type in ("text", "code_inline", "text_special") else ""


def _tidy(made: Sequence[TextRun]) -> tuple[TextRun, ...]:
    """The runs with neighbours of one look joined, and no space left where a citation stood."""
    joined: list[TextRun] = []
    for run in made:
        if joined and replace(joined[-1], text="") == replace(run, text=""):
            joined[-1] = replace(run, text=joined[-1].text + run.text)
        else:
            joined.append(run)
    return tuple(replace(run, text=_close_up(run.text)) for run in joined)


def _close_up(text: str) -> str:
    """The text without double spaces and without a space before closing punctuation."""
    once = " ".join(text.split())
    if not once:
        return " " if text else ""
    lead = text[:1].isspace() and once[0] not in CLOSING
    tail = text[-1:].isspace()
    for mark in CLOSING:
        once = once.replace(f" {mark}", mark)
    return f"{' ' if lead else ''}{once}{' ' if tail else ''}"


def runs(curriculum: Curriculum, text: str, language: Language) -> tuple[TextRun, ...]:
    """The runs of one text of a YAML file."""
    return runs_of(curriculum, parse_inline(text), language)


def plain(curriculum: Curriculum, text: str, language: Language) -> str:
    """The words of one text, without marks."""
    return "".join(run.text for run in runs(curriculum, text, language)).strip()


def paragraphs(
    curriculum: Curriculum, tokens: Sequence[Token], language: Language
) -> tuple[tuple[TextRun, ...], ...]:
    """The runs of every paragraph and list item, in order."""
    inline = (token.children or () for token in tokens if token.type == "inline")
    return tuple(runs_of(curriculum, children, language) for children in inline)


def list_items(
    curriculum: Curriculum, tokens: Sequence[Token], language: Language
) -> tuple[tuple[TextRun, ...], ...]:
    """The runs of the items of the first list; nothing where there is no list."""
    made: list[tuple[TextRun, ...]] = []
    depth = 0
    for token in tokens:
        if token.type in ("ordered_list_open", "bullet_list_open"):
            depth += 1
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            depth -= 1
            if depth == 0:
                break
        elif depth == 1 and token.type == "inline":
            made.append(runs_of(curriculum, token.children or (), language))
    return tuple(made)
