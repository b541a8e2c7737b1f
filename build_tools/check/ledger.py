"""Every Lao text stands in its ledger and was made from the English as it is now."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.findings import Finding
from build_tools.model import Curriculum
from build_tools.translation import CURRICULUM, ledger_of, state_of, units


def check_ledgers(curriculum: Curriculum) -> Iterator[Finding]:
    """A finding for every stale or unstamped unit, and for ledger lines of nothing."""
    known: dict[str, set[str]] = {CURRICULUM: set()}
    known |= {module.id: set() for module in curriculum.modules}
    for unit in units(curriculum):
        known[unit.ledger].add(unit.key)
        entry = ledger_of(curriculum, unit.ledger).get(unit.key)
        if unit.lo is None or not unit.en:
            continue
        if entry is None:
            message = f"`{unit.address}` has Lao that nobody has stamped."
            yield Finding(unit.place, "translation-unstamped", message)
        elif state_of(unit, entry) == "stale":
            message = f"The English of `{unit.address}` has changed since its Lao was made."
            yield Finding(unit.place, "translation-stale", message)
    for name, keys in known.items():
        for key, entry in ledger_of(curriculum, name).items():
            if key not in keys and not _is_broken(key, curriculum.broken):
                message = f"The ledger names `{key}`, which does not exist."
                yield Finding(entry.at(), "ledger-unknown", message)


def _is_broken(key: str, broken: frozenset[str]) -> bool:
    """True if the part that the key names, or its lesson, could not be loaded."""
    name = key.partition("#")[2]
    return name in broken or key.split("/")[0] in broken or any(p.endswith(":*") for p in broken)
