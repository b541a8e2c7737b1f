"""Fonts, styles and scripts that the site carries, and the licences under which it may."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from itertools import takewhile
from pathlib import Path

from build_tools.model import Language
from build_tools.render.measure import Face, Faces
from build_tools.render.pages import Notice

LAO_FONT = "@fontsource/noto-sans-lao"
LATIN_FONT = "@fontsource/carlito"
SLIDE_FONT = "@fontsource/phetsarath"
"""As wide as Phetsarath OT, the Lao face of slides; its bold is not, since Phetsarath OT has none."""
MADE_BOLD = 1.04
"""How much wider Office makes a face that has no bold of its own."""
_SCRIPTS: tuple[tuple[Language, str, str], ...] = (
    ("lo", LAO_FONT, "lao"), ("en", LATIN_FONT, "latin")
)  # fmt: skip
SITE_FONTS = {
    "noto-sans-lao-400.woff2": "noto-sans-lao-lao-400-normal.woff2",
    "noto-sans-lao-700.woff2": "noto-sans-lao-lao-700-normal.woff2",
}
"""The fonts of the site and their names in the package. Latin letters use the reader's own font."""
SCRIPTS = {
    "nacl.js": ("tweetnacl", "nacl-fast.min.js"),
    "qrcode.js": ("qrcode-generator", "dist/qrcode.js"),
    "jsqr.js": ("jsqr", "dist/jsQR.js"),
    "write-excel-file.js": ("write-excel-file", "bundle/write-excel-file.min.js"),
}
"""The scripts of others below `assets/vendor/`: signatures and digests, QR codes made and read, XLSX."""


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
             for path in sorted(web.rglob("*")) if path.suffix in (".css", ".html", ".js", ".svg")}  # fmt: skip
    fonts = _package(root, LAO_FONT) / "files"
    for name, original in SITE_FONTS.items():
        files[f"assets/fonts/{name}"] = (fonts / original).read_bytes()
    for name, (package, original) in SCRIPTS.items():
        files[f"assets/vendor/{name}"] = (_package(root, package) / original).read_bytes()
    return files


def ruler_fonts(root: Path) -> Faces:
    """What `Ruler` measures figures on pages in: the Lao face of the site, a usual Latin one."""
    return {
        (language, bold): (_face(root, package, script, weight),)
        for language, package, script in _SCRIPTS
        for bold, weight in ((False, 400), (True, 700))
    }


def deck_fonts(root: Path) -> Faces:
    """What `Ruler` measures slides in: Lao may also be drawn in Phetsarath OT, the face they name."""
    fonts = dict(ruler_fonts(root))
    plain = _face(root, SLIDE_FONT, "lao", 400, signs=True)
    fonts["lo", False] += (plain,)
    fonts["lo", True] += (replace(plain, widening=MADE_BOLD),)
    return fonts


def _face(root: Path, package: str, script: str, weight: int, *, signs: bool = False) -> Face:
    """One file of a font package."""
    name = f"{package.rpartition('/')[2]}-{script}-{weight}-normal.woff2"
    return Face((_package(root, package) / "files" / name).read_bytes(), signs=signs)


def notices(root: Path) -> tuple[Notice, ...]:
    """What the site carries of others: the Lao font and the scripts."""
    packages = (LAO_FONT, *(package for package, _ in SCRIPTS.values()))
    return tuple(_npm_notice(root, name) for name in packages)


def _npm_notice(root: Path, name: str) -> Notice:
    """The notice of an npm package."""
    folder = _package(root, name)
    facts = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    licence = folder / "LICENSE"
    text = (
        licence.read_text("utf-8") if licence.is_file() else _head_comment(folder / facts["main"])
    )
    address = facts.get("homepage") or _web_address(facts["repository"])
    return Notice(name, facts["version"], facts["license"], address, text.strip())


def _web_address(repository: str | Mapping[str, str]) -> str:
    """Where a repository is read: `git+https://host/name.git` without what only git needs."""
    address = repository if isinstance(repository, str) else repository["url"]
    return address.removeprefix("git+").removesuffix(".git").replace("git://", "https://")


def _head_comment(script: Path) -> str:
    """The lines of comment that a script begins with, where its copyright and licence stand."""
    lines = takewhile(lambda line: line.startswith("//"), script.read_text("utf-8").splitlines())
    return "\n".join(line.strip("/- ") for line in lines)
