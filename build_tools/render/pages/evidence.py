"""What a page rests on: its facts, and its sources in the order in which it cites them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from build_tools.model import Fact, Source
from build_tools.model.dates import is_as_of
from build_tools.render.pages.page import Page
from build_tools.render.pages.source import chunk, heading
from build_tools.render.pages.templates import fill
from build_tools.render.values import date_text, quantity


@dataclass(frozen=True, slots=True)
class FactLine:
    """A fact as a page prints it; `cites` holds the address and the name of each of its sources."""

    fact: Fact
    statement: Markup
    value: str
    date: str
    confidence: str
    cites: tuple[tuple[str, str], ...]


def fact_line(page: Page, fact_id: str) -> FactLine:
    """A fact with its number, date, confidence and sources; cites them on the page."""
    fact = page.curriculum.facts[fact_id]
    value = ""
    if fact.value is not None:
        value = quantity(page.curriculum, fact.value, fact.unit, page.language)
    return FactLine(
        fact=fact,
        statement=page.html(fact.statement),
        value=value,
        date=date_text(fact.as_of, page.language),
        confidence=page.word(f"confidence-{fact.confidence}"),
        cites=tuple(_cite(page, source) for source in fact.sources),
    )


def _cite(page: Page, source_id: str) -> tuple[str, str]:
    """The address of a source in the page's list, and its number and publisher."""
    url, number = page.citation(source_id)
    return url, f"[{number}] {page.curriculum.sources[source_id].publisher}"


def numbers(page: Page, fact_ids: Iterable[str]) -> list[str]:
    """The folded list of the facts that a page uses; nothing where it uses none."""
    lines = [fact_line(page, fact_id) for fact_id in dict.fromkeys(fact_ids)]
    return [chunk(fill("numbers", page=page, lines=lines))] if lines else []


def sources(page: Page) -> list[str]:
    """The heading and the list of the sources that the page has cited so far, in their order."""
    cited = [page.curriculum.sources[source_id] for source_id in page.cited]
    if not cited:
        return []
    return [heading(2, page.word("sources"), "page-sources"), source_list(page, cited)]


def source_list(page: Page, listed: Iterable[Source]) -> str:
    """A numbered list of sources, each the target of its citations."""
    dated = [(source, source_date(page, source)) for source in listed]
    return chunk(fill("sources", page=page, sources=dated))


def source_date(page: Page, source: Source) -> Markup:
    """The date of a source in words; a remark about it stays in English."""
    if is_as_of(source.date):
        return Markup.escape(date_text(source.date, page.language))
    return Markup('<span lang="en">{}</span>').format(source.date)
