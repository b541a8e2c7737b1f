"""A drawing as inline SVG: no script, no reference to the outside, text as text."""

from __future__ import annotations

from html import escape

from build_tools.model import Language
from build_tools.render.figure.palette import LIGHT, Role
from build_tools.render.figure.paths import lines, path_data, rounded
from build_tools.render.figure.shapes import Box, Connector, Drawing, Label, Paragraph, Polyline

FONTS = "'Noto Sans Lao', system-ui, 'Segoe UI', Roboto, sans-serif"
BASELINE: dict[Language, float] = {"lo": 1.03, "en": 0.97}
"""Ems from the top of a line to its baseline; above Lao letters there is room for two marks."""
RADIUS = 8.0
ROOF = 0.5
"""How much of a roof's height its slanting corners take, as in the autoshape of slides."""


def svg(drawing: Drawing, title: str, desc: str, language: Language, prefix: str) -> str:
    """The picture as an `svg` element; ids start with `prefix`, colours follow `web/figure.css`.

    Every colour is also written as an attribute, which a style sheet overrules: the picture
    keeps its colours on paper and in programs that know no style sheet.
    """
    width, height = rounded(drawing.width), rounded(drawing.height)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 {rounded(drawing.width + 2)} '
        f'{rounded(drawing.height + 2)}" width="{width}" height="{height}" role="img" '
        f'lang="{language}" aria-labelledby="{prefix}-title {prefix}-desc" '
        f'font-family="{FONTS}">',
        f'<title id="{prefix}-title">{escape(title)}</title>',
        f'<desc id="{prefix}-desc">{escape(desc)}</desc>',
    ]
    if any(getattr(shape, "arrow", False) for shape in drawing.shapes):
        parts.append(_marker(prefix))
    parts += [_shape(drawing, shape, language, prefix) for shape in drawing.shapes]
    return "\n".join([*(part for part in parts if part), "</svg>"])


def _marker(prefix: str) -> str:
    """The head of arrows."""
    return (
        f'<defs><marker id="{prefix}-arrow" viewBox="0 0 10 10" refX="9" refY="5" '
        f'markerWidth="12" markerHeight="12" markerUnits="userSpaceOnUse" orient="auto">'
        f'<path d="M0 0L10 5L0 10z"{filled("muted")}/></marker></defs>'
    )


def filled(role: Role) -> str:
    """The attributes of a fill."""
    return f' class="tot-f-{role}" fill="{LIGHT[role]}"'


def stroked(
    role: Role, weight: float, dash: str = "", *, arrow: bool = False, prefix: str = ""
) -> str:
    """The attributes of a line."""
    made = f' class="tot-s-{role}" fill="none" stroke="{LIGHT[role]}"'
    made += f' stroke-width="{rounded(weight)}" stroke-linejoin="round"'
    made += f' stroke-dasharray="{dash}"' if dash else ""
    return made + (f' marker-end="url(#{prefix}-arrow)"' if arrow else "")


def _shape(
    drawing: Drawing, shape: Box | Connector | Polyline, language: Language, prefix: str
) -> str:
    """One shape with its text."""
    if isinstance(shape, Connector):
        stroke = stroked(shape.role, shape.weight, arrow=shape.arrow, prefix=prefix)
        return f'<path d="{path_data(drawing, shape)}"{stroke}/>'
    if isinstance(shape, Polyline):
        stroke = stroked(shape.role, shape.weight, shape.dash, arrow=shape.arrow, prefix=prefix)
        return f'<path d="{lines(shape.points)}"{stroke}/>'
    text = label_svg(shape, shape.label, language) if shape.label else ""
    return "\n".join(part for part in (_area(shape), text) if part)


def _area(box: Box) -> str:
    """The area of a box; nothing where it has neither fill nor edge."""
    if box.fill is None and box.edge is None:
        return ""
    paint = painted(box.fill, box.edge)
    x, y, w, h = map(rounded, (box.x, box.y, box.w, box.h))
    if box.form == "circle":
        cx, cy = rounded(box.x + box.w / 2), rounded(box.y + box.h / 2)
        return f'<circle cx="{cx}" cy="{cy}" r="{rounded(box.w / 2)}"{paint}/>'
    if box.form == "roof":
        cut = box.h * ROOF
        right, foot = box.x + box.w, box.y + box.h
        points = ((box.x, foot), (box.x, box.y + cut), (box.x + cut, box.y),
                  (right - cut, box.y), (right, box.y + cut), (right, foot))  # fmt: skip
        return f'<path d="{lines(points)}z"{paint}/>'
    corner = f' rx="{rounded(RADIUS)}"' if box.form == "round" else ""
    return f'<rect x="{x}" y="{y}" width="{w}" height="{h}"{corner}{paint}/>'


def painted(fill: Role | None, edge: Role | None) -> str:
    """The attributes of an area."""
    paint = filled(fill) if fill else ' fill="none"'
    if edge:
        paint = paint.replace('class="', f'class="tot-s-{edge} ', 1)
        paint += f' stroke="{LIGHT[edge]}" stroke-width="2"'
    return paint


def label_svg(box: Box, label: Label, language: Language) -> str:
    """The text of a box, a `text` element for each paragraph."""
    free = box.h - label.pad_top - label.height
    y = box.y + label.pad_top + {"top": 0.0, "middle": free / 2, "bottom": free}[label.anchor]
    x = {
        "start": box.x + label.pad,
        "middle": box.x + box.w / 2,
        "end": box.x + box.w - label.pad,
    }[label.align]
    made = []
    for paragraph in label.paragraphs:
        y += paragraph.before
        made.append(_paragraph(paragraph, x, y, label.align, language))
        y += paragraph.height - paragraph.before
    return "\n".join(made)


def _paragraph(paragraph: Paragraph, x: float, y: float, align: str, language: Language) -> str:
    """A paragraph, each line at its own place."""
    baseline = y + BASELINE[paragraph.language] * paragraph.size
    spans = []
    if paragraph.bullet:
        spans.append(f'<tspan x="{rounded(x)}" y="{rounded(baseline)}">•</tspan>')
    for index, text in enumerate(paragraph.lines):
        at = rounded(baseline + index * paragraph.pitch)
        spans.append(f'<tspan x="{rounded(x + paragraph.indent)}" y="{at}">{escape(text)}</tspan>')
    return f"{opening(paragraph, align, language)}{''.join(spans)}</text>"


def opening(paragraph: Paragraph, align: str, language: Language) -> str:
    """The tag that opens a paragraph; it names a language that is not the picture's."""
    look = f' font-size="{rounded(paragraph.size)}"'
    look += ' font-weight="700"' if paragraph.bold else ""
    look += f' text-anchor="{align}"' if align != "start" else ""
    look += f' lang="{paragraph.language}"' if paragraph.language != language else ""
    return f"<text{filled(paragraph.role)}{look}>"
