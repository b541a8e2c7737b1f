"""The page of the translation: which texts are reviewed, a draft, out of date or missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from build_tools.lao import has_lao
from build_tools.model import Heading, Language, Lesson, Module, Section
from build_tools.render.pages.page import Page, Site, spoken
from build_tools.render.pages.source import chunk, document, heading
from build_tools.render.pages.templates import fill
from build_tools.render.runs import runs_of
from build_tools.render.values import date_text
from build_tools.translation import entry_of

STATES = ("reviewed", "draft", "stale", "missing")


@dataclass(frozen=True, slots=True)
class Group:
    """Texts that the page names by one title: a section, or all slides of a lesson."""

    title: Markup
    url: str
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """How many texts of a group are in one state; `by` says who reviewed them, and when."""

    state: str
    count: int
    by: Markup


@dataclass(frozen=True, slots=True)
class Row:
    """A group as it is shown."""

    title: Markup
    url: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: its title and address, how many texts in each state, what it opens to."""

    title: Markup
    url: str
    counts: tuple[int, ...]
    rows: tuple[Row, ...]


def status_page(site: Site, language: Language) -> tuple[str, bytes]:
    """The path and the bytes of the page of the translation."""
    page = Page(site, language, "status")
    title = page.word("translation-status")
    parts = [heading(1, title, "top"), chunk(fill("status-opening", page=page, states=STATES))]
    for module in site.curriculum.modules:
        parts.append(heading(2, page.plain(module.file.title), module.id))
        parts.append(_table(page, _module(page, module)))
    parts.append(heading(2, page.word("status-shared"), "shared-texts"))
    parts.append(_table(page, _shared(page)))
    return page.file, document({"title": title, "parts": ["status"]}, parts)


def _table(page: Page, lines: Sequence[Line]) -> str:
    """The table of these lines."""
    return chunk(fill("status", page=page, states=STATES, lines=lines))


def _module(page: Page, module: Module) -> list[Line]:
    """The lines of a module: its lessons, then what it holds besides."""
    lessons = [(lesson, _of_lesson(page, module, lesson)) for lesson in module.lessons]
    taken = {address for _, groups in lessons for group in groups for address in group.addresses}
    rest = tuple(address for address in _under(page, f"{module.id}/") if address not in taken)
    title = Markup.escape(page.word("status-module-texts"))
    return [
        *(_line(page, page.lesson_title(lesson), page.lesson_url(lesson.id), groups)
          for lesson, groups in lessons),
        _line(page, title, "", [Group(title, "", rest)]),
    ]  # fmt: skip


def _of_lesson(page: Page, module: Module, lesson: Lesson) -> list[Group]:
    """The sections of a lesson, then its slides, its figures and its questions."""
    home = f"{lesson.module}/{lesson.id}"
    asked = tuple(f"{module.id}/quizzes#{item.id}" for item in module.items_of(lesson.id))
    sections = [
        Group(
            _section_title(page, lesson, section),
            page.lesson_url(lesson.id, section.id if section.id != "title" else "top"),
            (f"{home}/lesson#{section.id}",),
        )
        for section in lesson.en.sections
    ]
    others = (
        ("status-slides", _under(page, f"{home}/slides#")),
        ("status-figures", _under(page, f"{home}/figures#")),
        ("status-questions", asked),
    )
    return [*sections, *(Group(Markup.escape(page.word(word)), "", of) for word, of in others)]


def _section_title(page: Page, lesson: Lesson, section: Section) -> Markup:
    """The words of a section's heading, marked as English where its Lao is missing."""
    language = lesson.language_of(page.language)
    same = {other.id: other for other in lesson.prose(language).sections}
    for block in same.get(section.id, section).blocks:
        if isinstance(block, Heading):
            language = language if section.id in same else "en"
            words = "".join(run.text for run in runs_of(page.curriculum, block.tokens, language))
            return _words(page, words, language)
    return Markup.escape(page.word("status-lesson-top"))


def _shared(page: Page) -> list[Line]:
    """The lines of the texts that belong to no module."""
    tools = ((page.word("tools"), page.url("tools/index"), ("tools", "quizzes")),)
    named = (
        *(tools if page.curriculum.tools else ()),
        (page.word("facts-and-sources"), page.url("facts"), ("facts",)),
        (page.word("glossary"), page.url("glossary"), ("terms",)),
        (page.word("tracks"), "", ("tracks", "activities", "cover", "parameters")),
        (page.word("status-words"), "", ("words",)),
    )
    return [
        _line(page, title, url, [Group(title, "", _under(page, *starts))])
        for title, url, starts in (
            (Markup.escape(word), url, tuple(f"curriculum/{name}" for name in names))
            for word, url, names in named
        )
    ]


def _under(page: Page, *starts: str) -> tuple[str, ...]:
    """The addresses that begin with one of `starts`."""
    return tuple(address for address in page.site.states if address.startswith(starts))


def _line(page: Page, title: Markup, url: str, groups: Iterable[Group]) -> Line:
    """A line that opens to its groups, where these say more than its counts do."""
    rows = tuple(Row(group.title, group.url, marks)
                 for group in groups if (marks := _marks(page, group.addresses)))  # fmt: skip
    shown = [mark for row in rows for mark in row.marks]
    counts = tuple(sum(mark.count for mark in shown if mark.state == state) for state in STATES)
    opens = len(rows) > 1 or any(mark.by for mark in shown)
    return Line(title, url, counts, rows if opens else ())


def _marks(page: Page, addresses: Iterable[str]) -> tuple[Mark, ...]:
    """How many of these texts are in each state, and reviewed by whom and when."""
    found = Counter(
        (STATES.index(state), *_review(page, address, state))
        for address in addresses
        if (state := page.site.states.get(address))
    )
    return tuple(Mark(STATES[state], count, _by(page, on, office))
                 for (state, on, office), count in sorted(found.items()))  # fmt: skip


def _review(page: Page, address: str, state: str) -> tuple[str, str]:
    """The day of the review of a text and the reviewer's office; empty without one that stands."""
    entry = entry_of(page.curriculum, address) if state == "reviewed" else None
    return (entry.on or "", entry.by or "") if entry else ("", "")


def _by(page: Page, on: str, office: str) -> Markup:
    """Who reviewed a text, and when."""
    if not office:
        return Markup("")
    named = _words(page, office, "lo" if has_lao(office) else "en")
    said = Markup.escape(page.word("status-reviewed-by"))
    return said.format(office=named, date=date_text(on, page.language))


def _words(page: Page, words: str, language: Language) -> Markup:
    """Plain words, with their language where it is not that of the page."""
    html = spoken(words, language)
    if language == page.language:
        return html
    return Markup('<span lang="{}">{}</span>').format(language, html)
