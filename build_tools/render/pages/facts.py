"""The page of all facts and sources, where facts that disagree stand side by side."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.model import Fact, Language
from build_tools.render.pages import standing
from build_tools.render.pages.evidence import fact_line, source_list
from build_tools.render.pages.page import Page, Site
from build_tools.render.pages.source import chunk, document, heading
from build_tools.render.pages.templates import fill


def disagreements(facts: Mapping[str, Fact]) -> list[list[str]]:
    """The groups of facts that name each other as conflicting, each in the order of the file."""
    near: dict[str, set[str]] = {
        fact_id: set(fact.conflicts_with) for fact_id, fact in facts.items()
    }
    for fact_id, fact in facts.items():
        for other in fact.conflicts_with:
            near[other].add(fact_id)
    groups: list[list[str]] = []
    seen: set[str] = set()
    for fact_id in facts:
        if near[fact_id] and fact_id not in seen:
            group = _reached(fact_id, near)
            seen |= group
            groups.append([other for other in facts if other in group])
    return groups


def _reached(start: str, near: Mapping[str, set[str]]) -> set[str]:
    """Every fact that can be reached from one by steps of disagreement."""
    found, waiting = set[str](), [start]
    while waiting:
        fact_id = waiting.pop()
        if fact_id not in found:
            found.add(fact_id)
            waiting.extend(near[fact_id])
    return found


def facts_page(site: Site, language: Language) -> tuple[str, bytes]:
    """The path and the bytes of the page of facts and sources."""
    page = Page(site, language, "facts")
    facts, title = site.curriculum.facts, page.word("facts-and-sources")
    for source_id in site.curriculum.sources:
        page.citation(source_id)
    parts = [
        heading(1, title, "top"),
        *standing.notice(page, standing.under(site, "curriculum/facts#")),
        chunk(fill("facts-opening", page=page)),
    ]
    if groups := disagreements(facts):
        parts.append(heading(2, page.word("box-disagreement"), "disagreements"))
        for group in groups:
            lines = [fact_line(page, fact_id) for fact_id in group]
            parts.append(chunk(fill("fact-cards", page=page, lines=lines)))
    lines = [fact_line(page, fact_id) for fact_id in facts]
    parts.append(heading(2, page.word("all-facts"), "facts"))
    parts.append(chunk(fill("facts", page=page, lines=lines)))
    parts.append(heading(2, page.word("sources"), "page-sources"))
    parts.append(source_list(page, site.curriculum.sources.values()))
    return page.file, document({"title": title}, parts)
