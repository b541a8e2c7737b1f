"""What is wrong in the sources: a finding names its place, its rule and the way to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import NamedTuple

from build_tools.rules import RULES, Level


class Place(NamedTuple):
    """A place in a source file: path from the project's root, line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """The place as editors and terminals link it."""
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One author mistake; `rule` is a name of `rules.RULES`, which also gives the level and the fix."""

    place: Place
    rule: str
    message: str
    hint: str = ""

    def __post_init__(self) -> None:
        """Nothing; raises KeyError for a rule that the rule list does not know."""
        RULES[self.rule]

    @property
    def level(self) -> Level:
        """`error` or `warning`, as the rule list says."""
        return RULES[self.rule].level

    @property
    def fix(self) -> str:
        """How to mend it: what the rule says, and the nearest known name where there is one."""
        return f"{RULES[self.rule].fix} {self.hint}".strip()

    def __str__(self) -> str:
        """Two lines for a terminal: `path:line:column: level: rule: message` and the fix."""
        return f"{self.place}: {self.level}: {self.rule}: {self.message}\n    fix: {self.fix}"


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A sentence with the nearest known name, or an empty text when none is near."""
    near = get_close_matches(name, list(known), n=1, cutoff=0.6)
    return f"Did you mean `{near[0]}`?" if near else ""


def stands_an_error(findings: Sequence[Finding], *, release: bool = False) -> bool:
    """True if a build must stop: any error, and for a release any warning too."""
    return any(release or finding.level == "error" for finding in findings)
