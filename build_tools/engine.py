"""The engine behind the site: mkdocs with its theme wraps our pages. Only this file knows it."""

from __future__ import annotations

import io
import json
import logging
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from build_tools.model import LANGUAGES, Curriculum, Language
from build_tools.output import write
from build_tools.render.values import date_text

WORDS = (
    "menu", "close-menu", "dark-colours", "search", "search-loading", "search-failed",
    "search-close", "search-unmark", "my-learning", "progress-begun", "progress-read",
    "progress-done", "progress-nowhere", "progress-newer", "progress-broken", "before-right",
    "before-partly", "before-wrong",
)  # fmt: skip
"""The interface words that the theme prints."""


class EngineFailed(Exception):
    """The engine stopped; the message is its log."""


def build_site(
    root: Path,
    pages: Mapping[str, bytes],
    navs: Mapping[Language, Sequence[object]],
    curriculum: Curriculum,
) -> dict[str, bytes]:
    """Every page of the site by its path; raises EngineFailed.

    Works in `.build/`: `pages/` holds the tree that the engine reads, `engine/` what it wrote.
    """
    build = root / ".build"
    for folder in (build / "pages", build / "engine"):
        if folder.exists():
            shutil.rmtree(folder)
    write(build / "pages", pages)
    settings = json.dumps(_settings(curriculum, navs), ensure_ascii=False, indent=1)
    write(build, {"mkdocs.yml": settings.encode(), "engine.yml": b"{}\n"})
    released = datetime.combine(curriculum.cover.released, time(), UTC)
    with _environment(
        TOT_ENGINE=str((build / "engine.yml").resolve()),
        NO_MKDOCS_2_WARNING="1",
        SOURCE_DATE_EPOCH=str(int(released.timestamp())),
    ):
        _run(build / "mkdocs.yml")
    made = build / "engine"
    files = {path.relative_to(made).as_posix(): path for path in made.rglob("*") if path.is_file()}
    return {
        name: path.read_bytes()
        for name, path in sorted(files.items())
        if _is_wanted(name, curriculum.cover.address)
    }


def _is_wanted(name: str, address: str | None) -> bool:
    """True for pages; the theme's styles, scripts, icons and search are not used."""
    return name.endswith(".html") or (name == "sitemap.xml" and address is not None)


def _settings(curriculum: Curriculum, navs: Mapping[Language, Sequence[object]]) -> dict[str, Any]:
    """What `.build/mkdocs.yml` adds to the hand-written `mkdocs.yml`; JSON is YAML."""
    cover = curriculum.cover
    languages = [_language(curriculum, language, navs[language]) for language in LANGUAGES]
    return {
        "INHERIT": "../mkdocs.yml",
        "site_name": cover.title.of("lo"),
        "site_url": f"{cover.address.rstrip('/')}/" if cover.address else "",
        "docs_dir": "pages",
        "site_dir": "engine",
        "theme": {"custom_dir": "../build_tools/theme"},
        "extra": {
            "course": cover.id,
            "licence": cover.licence,
            "not_found": {language: _not_found(curriculum, language) for language in LANGUAGES},
        },
        "plugins": {"i18n": {"languages": languages}},
    }


def _language(curriculum: Curriculum, language: Language, nav: Sequence[object]) -> dict[str, Any]:
    """The settings of one language; the default one comes first and stands at the root."""
    cover = curriculum.cover
    other: Language = "en" if language == "lo" else "lo"
    released = date_text(cover.released.isoformat(), language)
    return {
        "locale": language,
        "name": curriculum.word("language-name", language),
        "default": language == cover.languages.default,
        "site_name": cover.title.of(language),
        "nav": nav,
        "extra": {
            "words": {word: curriculum.word(word, language) for word in WORDS},
            "other": {"language": other, "name": curriculum.word("language-name", other)},
            "version_line": curriculum.word(
                "version-and-date", language, version=cover.version, date=released
            ),
            "licence_page": "notices.html" if language == "lo" else "en/notices.html",
        },
    }


def _not_found(curriculum: Curriculum, language: Language) -> dict[str, str]:
    """What the page for wrong addresses says in one language."""
    return {
        name: curriculum.word(f"not-found-{name}", language) for name in ("title", "text", "home")
    }


def _run(settings: Path) -> None:
    """Nothing; runs the engine once, keeping its log to itself unless it fails."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    with _log() as log:
        try:
            config = load_config(str(settings), strict=True)
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
            config.plugins.on_shutdown()
        except MkDocsException as error:
            raise EngineFailed(f"{log.getvalue()}{error}") from error


@contextmanager
def _log() -> Iterator[io.StringIO]:
    """What the engine logs meanwhile, which then goes nowhere else."""
    logger = logging.getLogger("mkdocs")
    kept = io.StringIO()
    handler = logging.StreamHandler(kept)
    handler.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    level, passes_on = logger.level, logger.propagate
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    try:
        yield kept
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
        logger.propagate = passes_on


@contextmanager
def _environment(**values: str) -> Iterator[None]:
    """Nothing; sets environment variables meanwhile."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
