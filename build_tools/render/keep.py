"""Finished pages in which spans keep together what a line must not tear; no text changes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from build_tools.lao import WIDEST_IN_CELLS, has_lao, keeper, pieces
from build_tools.model import Curriculum
from build_tools.model.evidence import Province, Term

_WITHOUT_SPANS = "head|header|script|style|code|pre|svg|textarea|select|title"
"""What can hold no spans, or, as the header with its short labels, has no room for them."""
_TAG = re.compile(
    rf"""<!--.*?-->|<({_WITHOUT_SPANS})\b.*?</\1\s*>|<(?:[^<>"']|"[^"]*"|'[^']*')*>""",
    re.DOTALL | re.IGNORECASE,
)

_CELL = re.compile(r"<(/?)t[dh]\b", re.IGNORECASE)


def keep_pages(files: Mapping[str, bytes], curriculum: Curriculum) -> dict[str, bytes]:
    """The files of a site, every HTML page with its words kept together."""
    known = names(curriculum)
    kept, in_cells = keeper(known), keeper(known, WIDEST_IN_CELLS)
    return {
        path: keep_together(data.decode(), kept, in_cells).encode()
        if path.endswith(".html")
        else data
        for path, data in files.items()
    }


def names(curriculum: Curriculum) -> tuple[str, ...]:
    """The Lao forms of glossary terms and provinces, which no line should tear."""
    parts: tuple[Term | Province, ...] = (
        *curriculum.terms.values(),
        *curriculum.provinces.values(),
    )
    return tuple(form for part in parts for form in (part.lo, *part.variants))


def keep_together(html: str, kept: re.Pattern[str], in_cells: re.Pattern[str]) -> str:
    """The page with a `<span class="n">` round every piece found; to be done once to a page."""
    made: list[str] = []
    place, finds = 0, kept
    for tag in _TAG.finditer(html):
        made += [_spanned(html[place : tag.start()], finds), tag[0]]
        place = tag.end()
        if edge := _CELL.match(tag[0]):
            finds = kept if edge[1] else in_cells
    return "".join([*made, _spanned(html[place:], finds)])


def _spanned(text: str, kept: re.Pattern[str]) -> str:
    """A text between two tags, with its spans."""
    if not has_lao(text):
        return text
    return "".join(
        f'<span class="n">{piece}</span>' if whole else piece for piece, whole in pieces(text, kept)
    )
