"""Rows as a PO file and back, for those who work with a PO editor."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import polib

from build_tools.exchange.guide import help_lines, hint_lines, state_line
from build_tools.exchange.returned import Back, Fault, Returned
from build_tools.exchange.rows import Row
from build_tools.model import Curriculum, Term
from build_tools.translation import ledger_of

_VERSION = re.compile(r"^version: (\S+)$", re.MULTILINE)


def po_file(
    curriculum: Curriculum, rows: Sequence[Row], hints: Mapping[str, tuple[Term, ...]]
) -> bytes:
    """The rows as entries: the key is the context, the notes for translators stand above."""
    cover = curriculum.cover
    file = polib.POFile(wrapwidth=0)
    pairs = help_lines(curriculum)
    file.header = "\n".join([lo for lo, _ in pairs] + [""] + [en for _, en in pairs])
    file.metadata = {
        "Project-Id-Version": f"{cover.id} {cover.version}", "Language": "lo",
        "MIME-Version": "1.0", "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit", "Plural-Forms": "nplurals=1; plural=0;",
    }  # fmt: skip
    for row in rows:
        entry = ledger_of(curriculum, row.unit.ledger).get(row.unit.key)
        notes = [state_line(curriculum, row, entry), *hint_lines(hints[row.key]),
                 f"version: {row.version}"]  # fmt: skip
        file.append(
            polib.POEntry(
                msgctxt=row.key, msgid=row.en, msgstr=row.lo, comment="\n".join(notes),
                occurrences=[(row.place.path, str(row.place.line))],
                flags=["fuzzy"] if row.state == "stale" else [],
            )
        )  # fmt: skip
    return f"{file}\n".encode()


def read_po(name: str, content: bytes) -> Back:
    """The entries of a PO file; old entries (`#~`) are left out."""
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
        entries = polib.pofile(text, encoding="utf-8")
    except UnicodeDecodeError:
        return Back((), (Fault(name, "This is not UTF-8 text; save the file as UTF-8."),))
    except (OSError, ValueError) as error:
        found = re.search(r"\(line (\d+)\)", str(error))
        place = f"{name}, line {found[1]}" if found else name
        return Back((), (Fault(place, "This cannot be read as a PO file."),))
    made: list[Returned] = []
    faults: list[Fault] = []
    for entry in entries:
        place = f"line {entry.linenum}"
        if entry.obsolete:
            continue
        if not entry.msgctxt:
            faults.append(Fault(f"{name}, {place}", "This entry has no key (msgctxt)."))
            continue
        found = _VERSION.search(entry.comment)
        made.append(Returned(name, {"lo": f"{place} ({entry.msgctxt})"}, entry.msgctxt,
                             found[1] if found else "", entry.msgstr, unsure=entry.fuzzy))  # fmt: skip
    if not made and not faults:
        faults.append(Fault(name, "This file has no entries; is it a PO file?"))
    return Back(tuple(made), tuple(faults))
