"""Prose as HTML: our own renderer over the parser's tokens; raw HTML never passes."""

from __future__ import annotations

import re
from collections.abc import Mapping, MutableMapping, Sequence
from html import escape
from inspect import getmembers, isfunction
from typing import Any, Protocol

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

from build_tools.lao import has_lao
from build_tools.lao.letters import LAO
from build_tools.markdown import parse_inline, split_role
from build_tools.markdown.parser import parser
from build_tools.model import Curriculum, Language
from build_tools.render.values import fact_text, term_text


class Links(Protocol):
    """Where things stand, seen from the page being written; every address is relative."""

    def lesson_url(self, lesson_id: str, fragment: str) -> str:
        """The address of a lesson, or of a heading in it."""

    def term_url(self, term_id: str) -> str:
        """The address of a glossary entry."""

    def citation(self, source_id: str) -> tuple[str, str]:
        """The address of a source in this page's list, and its number there."""

    def media_url(self, name: str) -> str:
        """The address of a picture that stands beside the lesson."""


_LAO_PASSAGE = re.compile(f"[{LAO}](?:[{LAO} ]*[{LAO}])?")


def mark_lao(words: str) -> str:
    """English HTML whose Lao passages are marked, so that a voice reads them as Lao."""
    return _LAO_PASSAGE.sub(r'<span lang="lo">\g<0></span>', words) if has_lao(words) else words


class ProseRenderer(RendererHTML):
    """markdown-it's HTML renderer with our roles, citations and links."""

    def __init__(self, curriculum: Curriculum, language: Language, links: Links) -> None:
        """A renderer for one page; terms are linked once, so a section needs one renderer."""
        self.curriculum, self.language, self.links = curriculum, language, links
        self.linked_terms: set[str] = set()
        of_plugins = parser().renderer
        assert isinstance(of_plugins, RendererHTML)
        own = {name: getattr(self, name) for name in _RULES}
        self.rules = {**of_plugins.rules, **own}

    def myst_role(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: Any) -> str:
        """A fact's value in a span, or a term as a link on its first use."""
        name, content = str(tokens[index].meta["name"]), tokens[index].content
        target, form = split_role(name, content)
        if name == "fact":
            text = fact_text(self.curriculum, target, form, self.language)
            return f'<span class="tot-fact">{self._marked(text)}</span>'
        text = escape(term_text(self.curriculum, target, form, self.language))
        if target in self.linked_terms:
            return text
        self.linked_terms.add(target)
        return f'<a class="tot-term" href="{escape(self.links.term_url(target))}">{text}</a>'

    def text(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        """Plain text; in English text a Lao passage says that it is Lao."""
        return self._marked(tokens[idx].content)

    def _marked(self, text: str) -> str:
        """The escaped text, with Lao passages marked where the page's text is English."""
        words = escape(text, quote=False)
        return mark_lao(words) if self.language == "en" else words

    def citation(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: Any) -> str:
        """The numbers of the cited sources, each a link to the list at the page's end."""
        made = []
        for source_id in tokens[index].meta["ids"]:
            url, label = self.links.citation(source_id)
            source = self.curriculum.sources[source_id]
            word = self.curriculum.word("source", self.language)
            name = escape(f"{word} {label}: {source.publisher}, {source.title}")
            made.append(f'<a href="{escape(url)}" aria-label="{name}">{label}</a>')
        return f'<span class="tot-cite">[{", ".join(made)}]</span>'

    def link_open(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: Any) -> str:
        """A link whose `lesson:` address is turned into the lesson's page."""
        href = str(tokens[index].attrGet("href"))
        if href.startswith("lesson:"):
            lesson, _, fragment = href.removeprefix("lesson:").partition("#")
            href = self.links.lesson_url(lesson, fragment)
        elif not href.startswith(("https://", "#")):
            return "<a>"
        return f'<a href="{escape(href)}">'

    def image(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: Any) -> str:
        """A picture of the lesson with its words."""
        token = tokens[index]
        url = self.links.media_url(str(token.attrGet("src")))
        return f'<img src="{escape(url)}" alt="{escape(token.content)}" loading="lazy">'

    def table_open(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: Any
    ) -> str:
        """A table in a frame that scrolls by itself on a phone."""
        name = escape(self.curriculum.word("table", self.language))
        return f'<div class="tot-table" tabindex="0" role="group" aria-label="{name}"><table>'

    def th_open(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: Any) -> str:
        """A head of a column; the empty corner above row heads is a cell like any other."""
        return (
            self.renderToken(tokens, index, options, env) if tokens[index + 1].content else "<td>"
        )

    def th_close(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: Any) -> str:
        """The end of a head, or of the empty corner."""
        return "</th>\n" if tokens[index - 1].content else "</td>\n"

    def table_close(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: Any
    ) -> str:
        """The end of the table and of its frame."""
        return "</table></div>"

    def html_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        """The source text of raw HTML, escaped: it is a finding and never reaches a page as HTML."""
        return escape(tokens[idx].content)

    html_inline = html_block


_RULES = tuple(
    name
    for name, member in getmembers(ProseRenderer, isfunction)
    if not name.startswith(("render", "_"))
)
"""The token types with a rule of their own; looked up once, because a page needs many renderers."""


def blocks_html(
    curriculum: Curriculum,
    tokens: Sequence[Token],
    language: Language,
    links: Links,
    environment: Mapping[str, Any] | None = None,
) -> str:
    """The HTML of block tokens; `environment` is the prose's, which holds its footnotes."""
    renderer = ProseRenderer(curriculum, language, links)
    env: MutableMapping[str, Any] = dict(environment or {})
    return str(renderer.render(tokens, parser().options, env))


def inline_html(curriculum: Curriculum, text: str, language: Language, links: Links) -> str:
    """The HTML of one text of a YAML file, without a paragraph round it."""
    renderer = ProseRenderer(curriculum, language, links)
    return renderer.renderInline(parse_inline(text), parser().options, {})
