"""The way of a connector as points or curves, in the drawing's units."""

from __future__ import annotations

from math import floor

from build_tools.render.figure.shapes import Connector, Drawing, Point

HALF = 0.5 + 1e-6
"""A little more than a half: sums that differ in their last bits alone are rounded alike."""


def rounded(value: float) -> str:
    """A number with two decimals at most, a half upwards, without needless zeros."""
    # Not Python's own rounding: `web/chart.js` has to round alike.
    return f"{floor(value * 100 + HALF) / 100:.2f}".rstrip("0").rstrip(".")


def upright(connector: Connector) -> bool:
    """True if the connector leaves its first box at the top or bottom."""
    return connector.start_side in ("top", "bottom")


def corners(drawing: Drawing, connector: Connector) -> tuple[Point, ...]:
    """The points of a straight or elbow connector; for a curve its ends and the corner it rounds."""
    start, end = drawing.ends(connector)
    (x1, y1), (x2, y2) = start, end
    if connector.route == "straight" or x1 == x2 or y1 == y2:
        return start, end
    if connector.route == "curve":
        return start, ((x1, y2) if upright(connector) else (x2, y1)), end
    if upright(connector):
        middle = (y1 + y2) / 2
        return start, (x1, middle), (x2, middle), end
    middle = (x1 + x2) / 2
    return start, (middle, y1), (middle, y2), end


def path_data(drawing: Drawing, connector: Connector) -> str:
    """The `d` of an SVG path along the connector."""
    points = corners(drawing, connector)
    if connector.route == "curve" and len(points) == 3:
        (x1, y1), corner, (x2, y2) = points
        near = (x1 + corner[0]) / 2, (y1 + corner[1]) / 2
        far = (x2 + corner[0]) / 2, (y2 + corner[1]) / 2
        bends = (*near, *far, x2, y2)
        return f"M{rounded(x1)} {rounded(y1)}C{' '.join(map(rounded, bends))}"
    return lines(points)


def lines(points: tuple[Point, ...]) -> str:
    """The `d` of an SVG path from point to point."""
    return "M" + "L".join(f"{rounded(x)} {rounded(y)}" for x, y in points)
