"""Fonts, styles and scripts that the site carries, and the licences under which it may."""

from __future__ import annotations

import json
from importlib.metadata import distribution
from pathlib import Path

from build_tools.model import Language
from build_tools.render.pages import Notice

LAO_FONT = "@fontsource/noto-sans-lao"
LATIN_FONT = "@fontsource/carlito"
SITE_FONTS = {
    "noto-sans-lao-400.woff2": "noto-sans-lao-lao-400-normal.woff2",
    "noto-sans-lao-700.woff2": "noto-sans-lao-lao-700-normal.woff2",
}
"""The fonts of the site and their names in the package. Latin letters use the reader's own font."""


class MissingPackage(Exception):
    """A package of package-lock.json is not installed; the message says how to get it."""


def _package(root: Path, name: str) -> Path:
    """The folder of an npm package; raises MissingPackage."""
    folder = root / "node_modules" / name
    if not (folder / "package.json").is_file():
        raise MissingPackage(f"{name} is not in node_modules/; `./tot build` fetches it.")
    return folder


def site_assets(root: Path) -> dict[str, bytes]:
    """Every file below `assets/` that all pages share, by its path in the site."""
    web = root / "build_tools" / "web"
    files = {f"assets/tot/{path.relative_to(web).as_posix()}": path.read_bytes()
             for path in sorted(web.rglob("*")) if path.suffix in (".css", ".js", ".svg")}  # fmt: skip
    fonts = _package(root, LAO_FONT) / "files"
    for name, original in SITE_FONTS.items():
        files[f"assets/fonts/{name}"] = (fonts / original).read_bytes()
    return files


def ruler_fonts(root: Path) -> dict[tuple[Language, bool], bytes]:
    """The fonts for `Ruler`: Lao, and a Latin one as wide as that of the decks."""
    fonts: dict[tuple[Language, bool], bytes] = {}
    for bold, weight in ((False, 400), (True, 700)):
        lao = _package(root, LAO_FONT) / "files" / f"noto-sans-lao-lao-{weight}-normal.woff2"
        latin = _package(root, LATIN_FONT) / "files" / f"carlito-latin-{weight}-normal.woff2"
        fonts["lo", bold], fonts["en", bold] = lao.read_bytes(), latin.read_bytes()
    return fonts


def notices(root: Path) -> tuple[Notice, ...]:
    """What the site carries of others: the Lao font and the styles of the theme."""
    return (_npm_notice(root, LAO_FONT), _theme_notice())


def _npm_notice(root: Path, name: str) -> Notice:
    """The notice of an npm package."""
    folder = _package(root, name)
    facts = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    text = (folder / "LICENSE").read_text(encoding="utf-8")
    return Notice(name, facts["version"], facts["license"], facts["homepage"], text.strip())


def _theme_notice() -> Notice:
    """The notice of mkdocs-material, whose styles every page uses."""
    package = distribution("mkdocs-material")
    text = package.read_text("licenses/LICENSE")
    if text is None:
        raise MissingPackage(
            "mkdocs-material is installed without its licence; delete .venv and build again."
        )
    return Notice(
        name="mkdocs-material",
        version=package.version,
        licence="MIT",
        address="https://squidfunk.github.io/mkdocs-material/",
        text=text.strip(),
    )
