"""A page being written: where it stands, its language, and the sources it cites."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from build_tools.model import Curriculum, Language, Lesson, Text
from build_tools.render.measure import Ruler
from build_tools.render.pages.deck_file import DeckFile
from build_tools.render.pages.notices import Notice
from build_tools.render.prose import inline_html, mark_lao
from build_tools.render.runs import plain


@dataclass(frozen=True, slots=True)
class Site:
    """What every page is made from; `decks` are the decks that were made, by path."""

    curriculum: Curriculum
    states: Mapping[str, str]
    ruler: Ruler
    decks: Mapping[str, DeckFile]
    notices: Sequence[Notice]


class Page:
    """One page in one language; it answers as `Links`, with addresses relative to itself."""

    def __init__(self, site: Site, language: Language, path: str) -> None:
        """A page at `path`, counted from the top of its language and without an ending."""
        self.site, self.language, self.path = site, language, path
        self.curriculum = site.curriculum
        self.cited: dict[str, int] = {}

    @property
    def file(self) -> str:
        """The path of the page in the tree that the engine reads."""
        return f"{self.language}/{self.path}.md"

    def url(self, path: str, fragment: str = "") -> str:
        """The address of a page in the same language."""
        here = posixpath.dirname(self.path) or "."
        address = posixpath.relpath(f"{path}.html", here)
        return f"{address}#{fragment}" if fragment else address

    def file_url(self, path: str) -> str:
        """The address of a file that both languages share: an asset or a download."""
        return "../" * (self.path.count("/") + (self.language == "en")) + path

    def lesson_url(self, lesson_id: str, fragment: str = "") -> str:
        """The address of a lesson, or of a heading in it."""
        return self.url(f"{self.curriculum.lesson(lesson_id).module}/{lesson_id}", fragment)

    def term_url(self, term_id: str) -> str:
        """The address of a glossary entry."""
        return self.url("glossary", term_id)

    def fact_url(self, fact_id: str) -> str:
        """The address of a fact on the page of all facts."""
        return self.url("facts", f"fact-{fact_id}")

    def tool_url(self, tool_id: str) -> str:
        """The address of a tool's own page."""
        return self.url(f"tools/{tool_id}")

    def citation(self, source_id: str) -> tuple[str, str]:
        """The address of a source in this page's list, and its number there."""
        number = self.cited.setdefault(source_id, len(self.cited) + 1)
        return f"#source-{source_id}", str(number)

    def media_url(self, name: str) -> str:
        """The address of a picture that stands beside the lesson of this page."""
        return self.file_url(f"assets/media/{posixpath.basename(self.path)}/{name}")

    def word(self, word_id: str, **values: object) -> str:
        """An interface word in the page's language."""
        return self.curriculum.word(word_id, self.language, **values)

    def html(self, text: Text) -> Markup:
        """A text as HTML, marked as English where its Lao is missing."""
        language = text.language_of(self.language)
        html = inline_html(self.curriculum, text.of(language), language, self)
        return Markup(html if language == self.language else f'<span lang="en">{html}</span>')

    def link_words(self, text: Text) -> Markup:
        """The words of a text as HTML without links, to stand inside a link."""
        language = text.language_of(self.language)
        words = escape(plain(self.curriculum, text.of(language), language))
        marked = Markup(mark_lao(words) if language == "en" else words)
        return (
            marked
            if language == self.language
            else Markup('<span lang="en">{}</span>').format(marked)
        )

    def words(self, text: Text) -> Markup:
        """The words of a text without its links, for what is a link itself."""
        return self._marked(self.plain(text), text.language_of(self.language))

    def lesson_title(self, lesson: Lesson) -> Markup:
        """The title of a lesson, marked as English where its Lao is missing."""
        return self._marked(lesson.prose(self.language).title, lesson.language_of(self.language))

    def _marked(self, words: str, language: Language) -> Markup:
        """Plain words, with their language where it is not that of the page."""
        html = spoken(words, language)
        return (
            html if language == self.language else Markup('<span lang="en">{}</span>').format(html)
        )

    def plain(self, text: Text) -> str:
        """The words of a text."""
        language = text.language_of(self.language)
        return plain(self.curriculum, text.of(language), language)


def spoken(words: str, language: Language) -> Markup:
    """Plain words as HTML; Lao among English words says that it is Lao."""
    html = Markup.escape(words)
    return Markup(mark_lao(html)) if language == "en" else html
