"""A figure on a slide: the same drawing as on the page, as one group of native shapes."""

from __future__ import annotations

from typing import Any

from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE

from build_tools.model import Language
from build_tools.render.deck.xml import el, qn
from build_tools.render.figure.palette import Role
from build_tools.render.figure.paths import upright
from build_tools.render.figure.shapes import (
    Box,
    Connector,
    Drawing,
    Form,
    Label,
    Paragraph,
    Polyline,
    Side,
)
from build_tools.render.figure.svg import RADIUS, ROOF

EMU_PER_POINT = 12_700
ROUND_INSET = 0.29289
"""How far the text area of a rounded box keeps from its edge, times the radius."""
_SCHEME: dict[Role, tuple[str, dict[str, int]]] = {
    "accent": ("accent1", {}),
    "accent-2": ("accent2", {}),
    "accent-3": ("accent3", {}),
    "accent-4": ("accent4", {}),
    "accent-5": ("accent5", {}),
    "soft": ("accent1", {"lumMod": 15_000, "lumOff": 83_000, "satMod": 40_000}),
    "ink": ("tx1", {}),
    "muted": ("tx1", {"lumMod": 75_000, "lumOff": 27_000, "satMod": 30_000}),
    "paper": ("bg1", {}),
    "sand": ("bg2", {}),
    "rule": ("bg2", {"lumMod": 80_000, "satMod": 40_000}),
    "on-dark": ("bg1", {}),
    "on-light": ("tx1", {}),
}
_AUTOSHAPE: dict[Form, Any] = {
    "rect": MSO_SHAPE.RECTANGLE,
    "round": MSO_SHAPE.ROUNDED_RECTANGLE,
    "circle": MSO_SHAPE.OVAL,
    "roof": MSO_SHAPE.SNIP_2_SAME_RECTANGLE,
}
_SITES: dict[Side, int] = {"top": 0, "left": 1, "bottom": 2, "right": 3}
_CIRCLE_SITES: dict[Side, int] = {"top": 0, "left": 2, "bottom": 4, "right": 6}
LANG: dict[Language, str] = {"lo": "lo-LA", "en": "en-US"}
_ANCHOR = {"top": "t", "middle": "ctr", "bottom": "b"}
_ALIGN = {"start": "l", "middle": "ctr", "end": "r"}


def paint(role: Role) -> Any:
    """A fill in the theme colour of a role."""
    name, changes = _SCHEME[role]
    mods = [el(f"a:{change}", val=value) for change, value in changes.items()]
    return el("a:solidFill", el("a:schemeClr", *mods, val=name))


def place_figure(
    slide_shapes: Any,
    drawing: Drawing,
    left: int,
    top: int,
    width: int,
    height: int,
    language: Language,
    alt: str,
) -> Any:
    """The group of shapes, as large as the given area (EMU) allows and in its middle.

    `language` marks text that a trainer types into shapes without text; `alt` is what a screen
    reader says for the whole picture.
    """
    scale = min(width / drawing.width, height / drawing.height)
    x = left + round((width - drawing.width * scale) / 2)
    y = top + round((height - drawing.height * scale) / 2)
    group = slide_shapes.add_group_shape()
    # python-pptx measures the whole group again for each shape; `_frame` sets its size once.
    group.shapes._recalculate_extents = lambda: None
    _Stage(group, drawing, scale, x, y, language).build()
    frame = (x, y, round(drawing.width * scale), round(drawing.height * scale))
    _frame(group, frame)
    group._element.nvGrpSpPr.cNvPr.set("descr", alt)
    return group


def _frame(group: Any, frame: tuple[int, int, int, int]) -> None:
    """Nothing; the group covers exactly the drawing, its shapes keep their own coordinates."""
    x, y, cx, cy = frame
    properties = group._element.grpSpPr
    for old in properties.findall(qn("a:xfrm")):
        properties.remove(old)
    properties.insert(0, el(
        "a:xfrm",
        el("a:off", x=x, y=y), el("a:ext", cx=cx, cy=cy),
        el("a:chOff", x=x, y=y), el("a:chExt", cx=cx, cy=cy),
    ))  # fmt: skip


class _Stage:
    """The group that a drawing is built into, with the drawing's place and scale on the slide."""

    def __init__(
        self, group: Any, drawing: Drawing, scale: float, x: int, y: int, language: Language
    ) -> None:
        """A pen that draws into this group, with its origin at (x, y) and its scale in EMU."""
        self.group, self.drawing, self.scale = group, drawing, scale
        self.x, self.y, self.language = x, y, language

    def build(self) -> None:
        """Nothing; puts every shape into the group, in the order of the drawing."""
        made: dict[int, Any] = {}
        boxes: dict[str, Any] = {}
        for index, shape in enumerate(self.drawing.shapes):
            if isinstance(shape, Box):
                made[index] = boxes[shape.id] = self.box(shape)
        for index, shape in enumerate(self.drawing.shapes):
            if isinstance(shape, Connector):
                made[index] = self.connector(shape, boxes)
            elif isinstance(shape, Polyline):
                made[index] = self.polyline(shape)
        tree = self.group._element
        for index in sorted(made):
            tree.append(made[index]._element)

    def length(self, units: float) -> int:
        """A length of the drawing in EMU."""
        return round(units * self.scale)

    def at(self, x: float, y: float) -> tuple[int, int]:
        """A point of the drawing on the slide."""
        return self.x + self.length(x), self.y + self.length(y)

    def box(self, box: Box) -> Any:
        """An autoshape, or a text box where there is neither fill nor edge."""
        place = (*self.at(box.x, box.y), self.length(box.w), self.length(box.h))
        if box.fill is None and box.edge is None:
            shape = self.group.shapes.add_textbox(*place)
        else:
            shape = self.group.shapes.add_shape(_AUTOSHAPE[box.form], *place)
            _unstyle(shape)
            shape._element.spPr.append(paint(box.fill) if box.fill else el("a:noFill"))
            edge = paint(box.edge) if box.edge else el("a:noFill")
            line = el("a:ln", edge, w=self.length(2) if box.edge else None)
            shape._element.spPr.append(line)
            if box.form == "round":
                shape.adjustments[0] = RADIUS / min(box.w, box.h)
            elif box.form == "roof":
                shape.adjustments[0] = ROOF
        shape.name = box.id
        self.text(shape._element, box)
        return shape

    def text(self, element: Any, box: Box) -> None:
        """Nothing; writes the text of a box into its shape, insets as measured."""
        label = box.label or Label(())
        inset, below = label.pad, 0.0
        if box.form == "round":
            inset = max(0.0, inset - RADIUS * ROUND_INSET)
        elif box.form == "roof":
            inset, below = max(0.0, inset - box.h * ROOF / 2), box.h * ROOF / 2
        body = el("p:txBody", el(
            "a:bodyPr", el("a:noAutofit"),
            wrap="none" if box.form == "circle" else "square",
            lIns=self.length(inset), tIns=self.length(label.pad_top),
            rIns=self.length(inset), bIns=self.length(below),
            anchor=_ANCHOR[label.anchor], rtlCol=0,
        ), el("a:lstStyle"))  # fmt: skip
        body.extend([self.paragraph(one, label) for one in label.paragraphs])
        if not label.paragraphs:
            body.append(el("a:p", el("a:endParaRPr", lang=LANG[self.language])))
        element.remove(element.txBody)
        element.append(body)

    def paragraph(self, paragraph: Paragraph, label: Label) -> Any:
        """A paragraph with exact line pitch; the program wraps it in the measured width."""
        points = self.scale / EMU_PER_POINT
        indent = self.length(paragraph.indent)
        mark = el("a:buChar", char="•") if paragraph.bullet else el("a:buNone")
        look: dict[str, Any] = {
            "lang": LANG[paragraph.language],
            "altLang": "en-US" if paragraph.language == "lo" else None,
            "sz": int(paragraph.size * points * 10) * 10,
            "b": int(paragraph.bold),
        }
        run = el(
            "a:r",
            el("a:rPr", paint(paragraph.role), **look, dirty=0),
            el("a:t", text=paragraph.text),
        )
        return el(
            "a:p",
            el(
                "a:pPr",
                el("a:lnSpc", el("a:spcPts", val=round(paragraph.pitch * points * 100))),
                el("a:spcBef", el("a:spcPts", val=round(paragraph.before * points * 100))),
                el("a:spcAft", el("a:spcPts", val=0)),
                mark,
                marL=indent,
                indent=-indent if paragraph.bullet else 0,
                algn=_ALIGN[label.align],
            ),
            run,
            el("a:endParaRPr", **look),
        )

    def connector(self, connector: Connector, boxes: dict[str, Any]) -> Any:
        """A connector that holds on to its two shapes."""
        (x1, y1), (x2, y2) = (self.at(*point) for point in self.drawing.ends(connector))
        shape = self.group.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, x1, y1, x2, y2)
        shape.name = f"{connector.start} - {connector.end}"
        _unstyle(shape)
        kind = {"straight": "straightConnector1", "elbow": "bentConnector3",
                "curve": "curvedConnector2"}[connector.route]  # fmt: skip
        if x1 == x2 or y1 == y2:
            kind = "straightConnector1"
        properties = shape._element.spPr
        properties.prstGeom.set("prst", kind)
        if kind != "straightConnector1" and upright(connector):
            _lay(properties, x1, y1, x2, y2)
        properties.append(self.line(connector.role, connector.weight, connector.arrow))
        held = shape._element.nvCxnSpPr.cNvCxnSpPr
        for tag, name, side in (
            ("a:stCxn", connector.start, connector.start_side),
            ("a:endCxn", connector.end, connector.end_side),
        ):
            circle = self.drawing.boxes[name].form == "circle"
            site = (_CIRCLE_SITES if circle else _SITES)[side]
            held.append(el(tag, id=boxes[name].shape_id, idx=site))
        return shape

    def polyline(self, polyline: Polyline) -> Any:
        """A free line through points."""
        first, *rest = (self.at(*point) for point in polyline.points)
        builder = self.group.shapes.build_freeform(*first)
        builder.add_line_segments(rest, close=False)
        shape = builder.convert_to_shape()
        _unstyle(shape)
        shape._element.spPr.append(el("a:noFill"))
        line = self.line(polyline.role, polyline.weight, polyline.arrow, bool(polyline.dash))
        shape._element.spPr.append(line)
        return shape

    def line(self, role: Role, weight: float, arrow: bool, dashed: bool = False) -> Any:
        """The look of a line."""
        return el(
            "a:ln",
            paint(role),
            el("a:prstDash", val="dash") if dashed else None,
            el("a:round"),
            el("a:tailEnd", type="triangle", w="lg", len="med") if arrow else None,
            w=self.length(weight),
        )


def _unstyle(shape: Any) -> None:
    """Nothing; takes the theme's effects and line away from a shape."""
    for style in shape._element.findall(qn("p:style")):
        shape._element.remove(style)


def _lay(properties: Any, x1: int, y1: int, x2: int, y2: int) -> None:
    """Nothing; turns a bent connector by a quarter, so that it leaves its first shape up or down.

    The preset leaves sideways; turned clockwise its length runs down and its breadth to the left.
    """
    across, along = abs(x2 - x1), abs(y2 - y1)
    middle_x, middle_y = (x1 + x2) / 2, (y1 + y2) / 2
    old = properties.find(qn("a:xfrm"))
    properties.remove(old)
    properties.insert(0, el(
        "a:xfrm",
        el("a:off", x=round(middle_x - along / 2), y=round(middle_y - across / 2)),
        el("a:ext", cx=along, cy=across),
        rot=5_400_000,
        flipH=1 if y2 < y1 else None,
        flipV=1 if x2 > x1 else None,
    ))  # fmt: skip
