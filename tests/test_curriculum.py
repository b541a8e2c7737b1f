"""The real curriculum: without a finding, and never reviewed by whoever wrote it."""

from __future__ import annotations

from pathlib import Path

from build_tools.build import checked
from build_tools.model import Curriculum
from build_tools.reading import read


def test_the_real_curriculum_has_no_finding(root: Path) -> None:
    assert [str(finding) for finding in checked(root, read(root)).findings] == []


def test_every_review_names_its_reviewer_and_date(curriculum: Curriculum) -> None:
    ledgers = [curriculum.ledger, *(module.ledger for module in curriculum.modules)]
    for ledger in ledgers:
        for key, entry in ledger.items():
            assert (entry.state == "reviewed") == bool(entry.by and entry.on), key


def test_every_fact_of_general_knowledge_says_so_and_no_key_rests_on_it_alone(
    curriculum: Curriculum,
) -> None:
    weak = {
        f.id for f in curriculum.facts.values() if f.confidence == "general-knowledge-unverified"
    }
    for module in curriculum.modules:
        for item in module.items:
            assert not item.facts or not set(item.facts) <= weak, item.id


def test_every_fact_has_evidence(curriculum: Curriculum) -> None:
    for fact in curriculum.facts.values():
        if fact.confidence == "derived":
            assert fact.derived_from, fact.id
        elif fact.confidence != "general-knowledge-unverified":
            assert fact.sources, fact.id
        for other in fact.conflicts_with:
            assert fact.id in curriculum.facts[other].conflicts_with, f"{fact.id} and {other}"
