"""Slides and findings of all decks when every text of the curriculum is twice as long.

`python -m bench.doubled` plans the decks of modules and tools in the three editions as the
curriculum stands, with every text said twice, and with every point, row and list item said twice
as well. Printed are the slides of each and the boxes that are reported as too small, by the kind of
box.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from time import process_time
from typing import Any

from markdown_it.token import Token

from build_tools import assets
from build_tools.load import load
from build_tools.model import EDITIONS, Curriculum, Edition, Source, Text, Word
from build_tools.model.base import Part
from build_tools.model.lesson import Box, FrontMatter, Prose
from build_tools.model.slides import TableSlide
from build_tools.reading import read_sources
from build_tools.render.deck.decks import DeckMaker, DeckSlide
from build_tools.render.deck.outline import MODULE_DECKS
from build_tools.render.deck.outlines import outlines
from build_tools.render.measure import Ruler

ROOT = Path(__file__).parent.parent
TITLED = (FrontMatter, Prose, Source)
"""What has a title in one language."""
WORDS = ("title", "materials")
"""Attributes of a box that are read."""


def doubled(value: Any, *, points: bool = False) -> Any:
    """The value with every text in it said twice; `points`: every point, row and list item too."""
    if isinstance(value, Mapping):
        return {key: doubled(one, points=points) for key, one in value.items()}
    if type(value) is tuple:
        return tuple(doubled(one, points=points) for one in value)
    if isinstance(value, Token):
        return _token(value)
    if isinstance(value, Part):
        return value.model_copy(update=_changes(value, type(value).model_fields, points=points))
    if is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in fields(value)]
        return replace(value, **_changes(value, names, points=points))
    return value


def _changes(value: Any, names: Iterable[str], *, points: bool) -> dict[str, Any]:
    """The fields of these names with every text in them said twice."""
    changes = {name: doubled(getattr(value, name), points=points) for name in names}
    return changes | _own(value, changes, points=points)


def _own(value: Any, changes: Mapping[str, Any], *, points: bool) -> dict[str, Any]:
    """What is special in this kind of value; `changes` are its fields with their texts doubled."""
    if isinstance(value, Text) or (isinstance(value, Word) and not value.id.startswith("unit-")):
        made: dict[str, Any] = {"en": twice(value.en), "lo": value.lo and twice(value.lo)}
        return made | _points(changes, points=points)
    if isinstance(value, TITLED):
        return {"title": twice(value.title)}
    if isinstance(value, Box):
        named = {k: twice(v) if k in WORDS else v for k, v in value.attributes.items()}
        return {"attributes": named, "tokens": _items(changes["tokens"], points=points)}
    if isinstance(value, TableSlide):
        return {"rows": changes["rows"] * (1 + points)}
    return _points(changes, points=points)


def twice(text: str) -> str:
    """The text said twice."""
    return f"{text} {text}"


def _points(changes: Mapping[str, Any], *, points: bool) -> dict[str, Any]:
    """The points of a slide, a column or a point, twice."""
    return {"points": changes["points"] * 2} if points and "points" in changes else {}


def _token(token: Token) -> Token:
    """A token of prose; one with words has them twice."""
    if token.type != "inline":
        return token
    between = Token("text", "", 0, content=" ")
    return token.copy(children=[*(token.children or ()), between, *(token.children or ())])


def _items(tokens: tuple[Token, ...], *, points: bool) -> tuple[Token, ...]:
    """The tokens of a box with every item of its lists twice."""
    made: list[Token] = []
    begins: list[int] = []
    for token in tokens:
        if token.type == "list_item_open":
            begins.append(len(made))
        made.append(token)
        if token.type == "list_item_close":
            begin = begins.pop()
            made += made[begin:] if points else ()
    return tuple(made)


def planned(curriculum: Curriculum, edition: Edition, ruler: Ruler) -> Iterator[DeckSlide]:
    """Every slide of every deck of a module, and of the deck of tools, in one edition."""
    for outline in outlines(curriculum):
        if outline.purpose not in MODULE_DECKS:
            continue
        yield from DeckMaker(curriculum, outline, edition, ruler, edition != "en").slides()


def kind(slide: DeckSlide, box: str) -> str:
    """The kind of a box: its layout and its name without its number."""
    layout = slide.fitted.layout.name.rstrip("0123456789 ")
    return f"{layout}, {box.split(':')[0].rstrip('0123456789').rstrip('-')}"


def main() -> None:
    """Nothing; prints the table."""
    curriculum = load(read_sources(ROOT).files).curriculum
    if curriculum is None:
        raise SystemExit("The curriculum cannot be read: run ./tot check.")
    runs = {
        "as it stands": curriculum,
        "texts doubled": doubled(curriculum),
        "texts and points doubled": doubled(curriculum, points=True),
    }
    for name, whole in runs.items():
        for edition in EDITIONS:
            ruler = Ruler(assets.deck_fonts(ROOT))
            began = process_time()
            slides = list(planned(whole, edition, ruler))
            seconds = process_time() - began
            over = Counter(kind(slide, one.box) for slide in slides for one in slide.fitted.over)
            print(f"{name}, {edition}: {len(slides)} slides, {over.total()} boxes too small, "
                  f"{seconds:.1f} s of CPU")  # fmt: skip
            for what, count in sorted(over.items()):
                print(f"    {count:4} {what}")


if __name__ == "__main__":
    main()
