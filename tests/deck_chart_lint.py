"""What the words of a native chart lack: a language, a readable size, contrast inside its shapes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pptx.oxml.ns import qn

from build_tools.lao import has_lao
from tests.deck_look import Look, contrast

LAO = "lo-LA"
USUAL_SIZE = 1000
"""Hundredths of a point where a chart names no size."""
INSIDE = ("ctr", "inEnd", "inBase")
ENOUGH = 4.5
WRITTEN = ("c:catAx", "c:valAx", "c:dateAx", "c:legend", "c:dLbls", "c:dLbl", "c:title")
"""What may write words in a chart."""


def chart_findings(root: Any, look: Look, floor: float) -> Iterator[tuple[str, str]]:
    """Rule and place of every finding in a chart."""
    whole = _style(root)
    for tag in WRITTEN:
        for element in root.iter(qn(tag)):
            if _is_written(element):
                yield from _of_element(element, whole, floor, tag)
    if has_lao("".join(_texts(root))) and (whole is None or whole.get("lang") != LAO):
        yield "lang-not-lao", "names in the data"
    for series in root.iter(qn("c:ser")):
        yield from _of_labels(series, whole, look)


def _of_element(element: Any, whole: Any, floor: float, tag: str) -> Iterator[tuple[str, str]]:
    """Language and size of an axis, a legend or labels."""
    styles = [one for one in (_style(element), whole) if one is not None]
    if not next((one.get("lang") for one in styles if one.get("lang") is not None), None):
        yield "lang-missing", tag
    size = next((int(one.get("sz")) for one in styles if one.get("sz")), USUAL_SIZE) / 100
    if size < floor:
        yield "size-small", f"{tag}: {size:g} pt"


def _of_labels(series: Any, whole: Any, look: Look) -> Iterator[tuple[str, str]]:
    """Contrast of the labels that stand inside the shapes of a series."""
    labels = series.find(qn("c:dLbls"))
    place = None if labels is None else labels.find(qn("c:dLblPos"))
    if labels is None or place is None or place.get("val") not in INSIDE:
        return
    own = look.colour(_style(labels))
    colour = look.colour(whole) if own is None else own
    behind = look.colour(series.find(qn("c:spPr")))
    if colour is not None and behind is not None and contrast(colour, behind) < ENOUGH:
        yield "contrast-low", f"labels: {contrast(colour, behind):.2f}"


def _style(element: Any) -> Any:
    """The character style that an element of a chart names for its words, or None."""
    return element.find(f"{qn('c:txPr')}/{qn('a:p')}/{qn('a:pPr')}/{qn('a:defRPr')}")


def _is_written(element: Any) -> bool:
    """True unless the element is switched off."""
    gone = element.find(qn("c:delete"))
    shown = [element.find(qn(f"c:show{one}")) for one in ("Val", "CatName", "SerName", "Percent")]
    silent = element.tag in (qn("c:dLbls"), qn("c:dLbl")) and not any(
        one is not None and one.get("val") == "1" for one in shown
    )
    return not silent and (gone is None or gone.get("val") == "0")


def _texts(root: Any) -> Iterator[str]:
    """The names that stand in the data of a chart."""
    for cache in root.iter(qn("c:strCache")):
        yield from (one.text or "" for one in cache.iter(qn("c:v")))
