"""The edge where translations go out to files and come back into the sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from build_tools.exchange import (
    Back,
    Outcome,
    Returned,
    Row,
    bring_back,
    hints,
    po_file,
    read_po,
    read_workbook,
    rows,
    workbook,
)
from build_tools.exchange.clean import fingerprint
from build_tools.model import Curriculum
from build_tools.reading import read_sources
from build_tools.render.deck.package import settle
from build_tools.translation import ledger_of

READERS = {".xlsx": read_workbook, ".po": read_po}
"""How a file that came back is read, by the ending of its name."""


class Unsaved(Exception):
    """A file that would be written anew holds work that was not brought back."""


def hand_out(
    curriculum: Curriculum, modules: Iterable[str], folder: Path
) -> Iterator[tuple[Path, int]]:
    """Every file written, with the number of its texts; raises Unsaved before it would lose work."""
    known = {row.key: row for row in rows(curriculum)}
    made = dict(_files(curriculum, known.values(), modules))
    for name, (content, _) in made.items():
        path = folder / name
        if path.exists() and path.read_bytes() != content and _holds_work(path, curriculum, known):
            message = (
                "holds Lao that was not brought back: run `tot translate in` on it, or move it."
            )
            raise Unsaved(f"{path} {message}")
    folder.mkdir(parents=True, exist_ok=True)
    for name, (content, count) in made.items():
        (folder / name).write_bytes(content)
        yield folder / name, count


def _files(
    curriculum: Curriculum, known: Iterable[Row], modules: Iterable[str]
) -> Iterator[tuple[str, tuple[bytes, int]]]:
    """The content of every file by its name, with the number of its texts."""
    by_ledger: dict[str, list[Row]] = {}
    for row in known:
        by_ledger.setdefault(row.unit.ledger, []).append(row)
    for module in modules:
        chosen = by_ledger.get(module, [])
        terms = hints(curriculum, chosen)
        sheet = settle(workbook(curriculum, chosen, terms), curriculum.cover.released)
        yield f"{module}.xlsx", (sheet, len(chosen))
        yield f"{module}.po", (po_file(curriculum, chosen, terms), len(chosen))


def _holds_work(path: Path, curriculum: Curriculum, known: Mapping[str, Row]) -> bool:
    """True if the file holds Lao or a review that the sources lack, or if nobody can tell."""
    back = _read(path)
    return bool(back.faults) or any(_is_work(one, curriculum, known) for one in back.rows)


def _is_work(one: Returned, curriculum: Curriculum, known: Mapping[str, Row]) -> bool:
    """True if a row was changed since it was handed out, and the sources do not say the same."""
    changed = not one.version.endswith(f".{fingerprint(one.lo)}")
    row = known.get(one.key)
    if row is None:
        return changed
    entry = ledger_of(curriculum, row.unit.ledger).get(row.unit.key)
    review = (entry.by, entry.on) if entry else ("", "")
    marked = bool(one.by or one.on) and (one.by, one.on) != review
    return marked or (changed and fingerprint(one.lo) != fingerprint(row.lo))


def _read(path: Path) -> Back:
    """The rows of a file that came back."""
    return READERS[path.suffix.lower()](path.name, path.read_bytes())


def bring_in(root: Path, paths: Iterable[Path]) -> Outcome:
    """What came of the files; the sources are written only if nothing is wrong with any of them."""
    backs = [_read(path) for path in paths]
    outcome = bring_back(read_sources(root).files, (row for back in backs for row in back.rows))
    unread = [fault for back in backs for fault in back.faults]
    told = {fault.place for fault in unread}
    # What could not be read counts as empty; that it is empty then says nothing of the file.
    faults = (*unread, *(fault for fault in outcome.faults if fault.place not in told))
    if faults:
        return Outcome({}, tuple(dict.fromkeys(faults)))
    for name, content in outcome.files.items():
        (root / name).write_bytes(content)
    return outcome
