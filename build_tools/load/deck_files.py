"""The files that the look of the decks names: a logo and templates, below `curriculum/deck/`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from io import BytesIO

from PIL import Image

from build_tools.findings import Finding, Place, did_you_mean
from build_tools.model import EDITIONS
from build_tools.model.deck_look import DeckLook

FOLDER = "curriculum/"
PICTURES = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG"}
"""How the names of logos end, and what such a file must hold."""


def named_files(deck: DeckLook) -> dict[str, Place]:
    """The paths that the look names, and where each is written."""
    logo = {deck.logo: deck.at("logo")} if deck.logo else {}
    return logo | _templates(deck)


def _templates(deck: DeckLook) -> dict[str, Place]:
    """The paths of the templates, and where each is written."""
    if deck.template is None:
        return {}
    paths = ((edition, deck.template.of(edition)) for edition in EDITIONS)
    return {path: deck.template.at(edition) for edition, path in paths if path}


def deck_files(
    deck: DeckLook, files: Mapping[str, bytes], unreadable: Collection[str], findings: list[Finding]
) -> dict[str, bytes]:
    """The sound files by the path that the look gives; the others are findings."""
    kept: dict[str, bytes] = {}
    for path, place in named_files(deck).items():
        endings = tuple(PICTURES) if path == deck.logo else (".pptx",)
        content = files.get(FOLDER + path)
        if not path.startswith("deck/") or not path.endswith(endings):
            wanted = f"a file `deck/...` whose name ends in {' or '.join(endings)}"
            findings.append(Finding(place, "value-wrong", f"`{path}` should be {wanted}."))
        elif content is None:
            if FOLDER + path not in unreadable:
                findings.append(_missing(path, place, files))
        elif path == deck.logo and not _is_picture(content, PICTURES[f".{path.split('.')[-1]}"]):
            kind = PICTURES[f".{path.split('.')[-1]}"]
            findings.append(Finding(place, "value-wrong", f"`{path}` is no {kind} picture."))
        else:
            kept[path] = content
    return kept


def _missing(path: str, place: Place, files: Mapping[str, bytes]) -> Finding:
    """The finding for a file that is not there, with the nearest name that is."""
    known = [name.removeprefix(FOLDER) for name in files if name.startswith(f"{FOLDER}deck/")]
    message = f"The file `{FOLDER}{path}` is not there."
    return Finding(place, "file-missing", message, did_you_mean(path, known))


def _is_picture(content: bytes, kind: str) -> bool:
    """True for a whole picture of this kind."""
    try:
        with Image.open(BytesIO(content), formats=(kind,)) as picture:
            picture.load()
            return picture.format == kind
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return False
