"""The shapes of an opened slide in drawing order, and where each of them stands, in points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from pptx.oxml.ns import qn

EMU_PER_POINT = 12_700
SHAPES = tuple(qn(f"p:{name}") for name in ("sp", "pic", "graphicFrame", "grpSp", "cxnSp"))
GROUP = qn("p:grpSp")
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


class Area(NamedTuple):
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    def holds(self, other: Area, slack: float = 0.0) -> bool:
        """True if the other lies inside this one, but for `slack` at each side."""
        return (
            self.x - slack <= other.x
            and self.y - slack <= other.y
            and other.x + other.width <= self.x + self.width + slack
            and other.y + other.height <= self.y + self.height + slack
        )


NOWHERE = Area(0, 0, 0, 0)


class Placed(NamedTuple):
    """A shape, its area, and how deep in groups it stands: 0 on the slide itself."""

    element: Any
    area: Area
    depth: int


def names(element: Any) -> Any:
    """The `cNvPr` of a shape: its id, name and alt text."""
    return element.find(f"./*/{qn('p:cNvPr')}")


def place_of(element: Any) -> Any:
    """The `ph` of a placeholder, or None."""
    return element.find(f"./*/{qn('p:nvPr')}/{qn('p:ph')}")


def kind_of(place: Any) -> str:
    """The kind of a placeholder as the file means it."""
    return str(place.get("type", "obj"))


def is_decorative(element: Any) -> bool:
    """True if screen readers pass over the shape."""
    return any(one.get("val") != "0" for one in names(element).iter(DECORATIVE))


def said(element: Any) -> str:
    """All words in a shape."""
    return "".join(one.text or "" for one in element.iter(qn("a:t")))


@dataclass(frozen=True)
class Sheet:
    """A slide or a layout (python-pptx) with what it inherits from: layout, then master."""

    page: Any

    @cached_property
    def parents(self) -> tuple[Any, ...]:
        """The pages this one inherits from, the nearest first."""
        layout = getattr(self.page, "slide_layout", None)
        if layout is not None:
            return (layout, layout.slide_master)
        master = getattr(self.page, "slide_master", None)
        return () if master is None else (master,)

    @cached_property
    def master(self) -> Any:
        """The slide master."""
        return self.parents[-1]

    @cached_property
    def background(self) -> Any:
        """The nearest background."""
        pages = (self.page, *self.parents)
        grounds = (one._element.find(f"./{qn('p:cSld')}/{qn('p:bg')}") for one in pages)
        return next((one for one in grounds if one is not None), None)

    def ancestors(self, element: Any) -> Iterator[Any]:
        """The placeholders of layout and master that a placeholder inherits from."""
        place = place_of(element)
        for page in self.parents if place is not None else ():
            found = _like(page, place, by_index=page is not self.master)
            if found is not None:
                yield found
                place = place_of(found)

    def drawn_below(self) -> Iterator[Placed]:
        """What master and layout draw behind this page."""
        page, below = self.page, list[Any]()
        for parent in self.parents:
            if page._element.get("showMasterSp") in ("0", "false"):
                break
            below.append(parent)
            page = parent
        for parent in reversed(below):
            yield from (one for one in Sheet(parent).placed() if place_of(one.element) is None)

    def placed(self) -> Iterator[Placed]:
        """Every shape, with those in groups, in drawing order."""
        yield from self._placed(self.page.shapes._spTree, (1.0, 1.0, 0.0, 0.0), 0)

    def _placed(self, tree: Any, move: tuple[float, ...], depth: int) -> Iterator[Placed]:
        """The shapes of a tree whose own coordinates are moved like this."""
        for element in tree:
            if element.tag not in SHAPES:
                continue
            x, y, width, height = self._area(element)
            area = Area(x * move[0] + move[2], y * move[1] + move[3],
                        width * move[0], height * move[1])  # fmt: skip
            yield Placed(element, area, depth)
            if element.tag == GROUP:
                yield from self._placed(element, _inner(element, area), depth + 1)

    def _area(self, element: Any) -> Area:
        """Where a shape says it stands, or the placeholder it inherits from."""
        for one in (element, *self.ancestors(element)):
            found = _transform(one)
            if found is not None:
                return _rectangle(found, "a:off", "a:ext")
        return NOWHERE


def _transform(element: Any) -> Any:
    """The `xfrm` of a shape, or None."""
    if element.tag == qn("p:graphicFrame"):
        return element.find(qn("p:xfrm"))
    properties = element.find(qn("p:grpSpPr" if element.tag == GROUP else "p:spPr"))
    return None if properties is None else properties.find(qn("a:xfrm"))


def _rectangle(transform: Any, corner: str, size: str) -> Area:
    """The rectangle that a transform names."""
    start, extent = transform.find(qn(corner)), transform.find(qn(size))
    x, y, width, height = start.get("x"), start.get("y"), extent.get("cx"), extent.get("cy")
    return Area(*(int(one) / EMU_PER_POINT for one in (x, y, width, height)))


def _inner(group: Any, area: Area) -> tuple[float, ...]:
    """How the coordinates inside a group become those of the slide."""
    found = _transform(group)
    if found is None or found.find(qn("a:chExt")) is None:
        return (1.0, 1.0, 0.0, 0.0)
    own = _rectangle(found, "a:chOff", "a:chExt")
    across = area.width / own.width if own.width else 1.0
    down = area.height / own.height if own.height else 1.0
    return (across, down, area.x - own.x * across, area.y - own.y * down)


def _like(page: Any, place: Any, *, by_index: bool) -> Any:
    """The placeholder of a page that this one takes after."""
    kind = kind_of(place)
    for element in page.shapes._spTree:
        other = place_of(element) if element.tag in SHAPES else None
        if other is None:
            continue
        if by_index and other.get("idx", "0") == place.get("idx", "0"):
            return element
        if not by_index and kind_of(other) == _of_master(kind):
            return element
    return None


def _of_master(kind: str) -> str:
    """The kind of placeholder of the master that serves a kind of a layout."""
    if kind in ("title", "ctrTitle"):
        return "title"
    return kind if kind in ("dt", "ftr", "sldNum") else "body"
