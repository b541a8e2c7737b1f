"""The source files with their letters mended, and ledgers that still know every text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from build_tools.load import load
from build_tools.model import Curriculum, LedgerEntry
from build_tools.spelling import BY_FIX, BYTE_ORDER_MARK, mended_text
from build_tools.translation import CURRICULUM, digest, ledger_of, states, units
from build_tools.yaml_text import without_escapes


class NotMended(Exception):
    """The sources cannot be mended without harm; the message says what is in the way."""


class Mending(NamedTuple):
    """The files that change, by path, and how many places were mended in each text."""

    files: dict[str, bytes]
    counts: dict[str, int]


def mend(files: Mapping[str, bytes]) -> Mending:
    """What changes when all that can be mended safely in these sources is mended.

    No text loses its review by it; raises NotMended where that cannot be promised.
    """
    loaded = load(files)
    before = loaded.curriculum
    faulty = sorted({one.place.path for one in loaded.findings if one.hint == BY_FIX})
    if not faulty:
        return Mending({}, {})
    if before is None or before.broken:
        raise NotMended("some parts cannot be read, nor which reviews they have: mend those first.")
    texts = {path: _mended_file(files[path].decode()) for path in faulty}
    changed = {path: text.encode() for path, (text, _) in texts.items()}
    after = load({**files, **changed}).curriculum
    changed |= _ledgers(before, after, {**files, **changed}) if after else {}
    final = load({**files, **changed}).curriculum
    if final is None or not _keeps_reviews(before, final):
        raise NotMended("a ledger is not as `tot stamp` writes it: write it so, then mend again.")
    return Mending(changed, {path: count for path, (_, count) in texts.items()})


def _mended_file(content: str) -> tuple[str, int]:
    """The text of a file, mended, with the line ends and the byte order mark it has; how often."""
    body = content.removeprefix(BYTE_ORDER_MARK)
    text, count = mended_text(without_escapes(body))
    return content[: len(content) - len(body)] + text, count


def ledger_file(ledger: str) -> str:
    """The path of a ledger's file from the root."""
    return f"{CURRICULUM if ledger == CURRICULUM else f'modules/{ledger}'}/translation.yaml"


def _ledgers(before: Curriculum, after: Curriculum, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The ledgers, by path, with new digests of the texts that were mended."""
    old = {unit.address: unit for unit in units(before)}
    lines: dict[str, dict[str, tuple[LedgerEntry, LedgerEntry]]] = {}
    for unit in units(after):
        entry, was = ledger_of(before, unit.ledger).get(unit.key), old.get(unit.address)
        if entry is None or was is None or (was.en, was.lo) == (unit.en, unit.lo):
            continue
        known = {"of": (was.en, unit.en), "lo": (was.lo or "", unit.lo or "")}
        renewed = entry.model_copy(update={
            name: digest(new) for name, (then, new) in known.items()
            if getattr(entry, name) == digest(then)
        })  # fmt: skip
        lines.setdefault(ledger_file(unit.ledger), {})[unit.key] = (entry, renewed)
    return {path: _renewed(files[path].decode(), those).encode() for path, those in lines.items()}


def _renewed(ledger: str, lines: Mapping[str, tuple[LedgerEntry, LedgerEntry]]) -> str:
    """The text of a ledger with the digests of these lines (by key; old and new) replaced."""
    written = ledger.split("\n")
    for number, line in enumerate(written):
        key = line.partition(":")[0]
        if key in lines:
            old, new = lines[key]
            line = line.replace(f"of: {old.of}", f"of: {new.of}", 1)
            written[number] = line.replace(f"lo: {old.lo}", f"lo: {new.lo}", 1)
    return "\n".join(written)


def _keeps_reviews(before: Curriculum, after: Curriculum) -> bool:
    """True if every reviewed text still is, and no text became stale."""
    then, now = states(before), states(after)
    return all(
        now.get(address) == state or (state != "reviewed" and now.get(address) != "stale")
        for address, state in then.items()
    )
