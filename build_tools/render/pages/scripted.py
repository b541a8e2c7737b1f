"""A page that scripts make: its frame, and what the scripts say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from build_tools.render.pages.page import Page
from build_tools.render.pages.source import chunk, document, heading
from build_tools.render.pages.templates import fill
from build_tools.render.tools.frame import script_data
from build_tools.render.values import date_text

TOT = "assets/tot"
LONGEST = {"name": 80, "group": 20}
"""Letters of what a learner writes; a record holds no more."""


def learn(*names: str) -> tuple[str, ...]:
    """The scripts of these names that stand below `web/learn/`."""
    return tuple(f"{TOT}/learn/{name}.js" for name in names)


def scripted_page(
    page: Page,
    kind: str,
    styles: Sequence[str],
    scripts: Sequence[str],
    words: Iterable[str],
    more: Mapping[str, object] | None = None,
    **values: object,
) -> tuple[str, bytes]:
    """The path and the bytes of a page whose title word and template have the name `kind`.

    `words` are the interface words that its scripts say; `more` is what else they are given, `values`
    what the template asks for.
    """
    cover = page.curriculum.cover
    released = date_text(cover.released.isoformat(), page.language)
    data = script_data({
        "language": page.language,
        "version_line": page.word("version-and-date", version=cover.version, date=released),
        "words": {word: page.word(word) for word in words},
        **(more or {}),
    })  # fmt: skip
    title = page.word(kind)
    head = {"title": title, "wide": True, "styles": list(styles), "scripts": list(scripts)}
    body = fill(kind, page=page, longest=LONGEST, data=data, **values)
    return page.file, document(head, [heading(1, title, "top"), chunk(body)])
