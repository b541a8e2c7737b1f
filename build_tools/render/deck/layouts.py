"""The layouts of an edition as tables of boxes and decorations; nothing here is XML."""

from __future__ import annotations

from dataclasses import dataclass, replace

from build_tools.model import Edition
from build_tools.render.deck import styles as s
from build_tools.render.deck.look import BODY_END, INSIDE, MARGIN, WIDTH, Style
from build_tools.render.deck.parts import Box, Decoration, Frame

MOST_MESSAGES = 5
MOST_CARDS = 4


@dataclass(frozen=True, slots=True)
class Layout:
    """One layout; `background` is a theme colour, and dark ones have a light footer."""

    name: str
    boxes: tuple[Box, ...]
    decorations: tuple[Decoration, ...] = ()
    background: str = "paper"

    @property
    def dark(self) -> bool:
        """True if text on this layout is light."""
        return self.background not in ("paper", "sand")

    def box(self, name: str) -> Box | None:
        """The box of this name, or None."""
        return next((box for box in self.boxes if box.name == name), None)


def body_top(edition: Edition) -> float:
    """Where the body begins: lower where an English line stands under the title."""
    return 1.98 if edition == "lo-en" else 1.72


def body(edition: Edition) -> Frame:
    """The whole area under the title."""
    top = body_top(edition)
    return Frame(MARGIN, top, INSIDE, BODY_END - top)


def titled(
    edition: Edition, name: str, *boxes: Box, decorations: tuple[Decoration, ...] = (),
    bar: str = "accent", badge: Decoration | None = None,
) -> Layout:  # fmt: skip
    """A layout with a title, its coloured bar at the edge, and perhaps a badge at the right."""
    width = INSIDE - (1.3 if badge else 0.0)
    if edition == "lo-en":
        titles = [
            Box("title", Frame(MARGIN, 0.36, width, 0.86), s.TITLE_BILINGUAL, "title"),
            Box("title-en", Frame(MARGIN, 1.24, width, 0.42), s.SUBTITLE),
        ]
    else:
        titles = [Box("title", Frame(MARGIN, 0.42, width, 1.05), s.TITLE, "title")]
    edge = Decoration("rect", Frame(0, 0.5, 0.22, body_top(edition) - 0.82), bar)
    signs = _badge(badge) if badge else ()
    return Layout(name, (*titles, *boxes), (edge, *signs, *decorations))


def _badge(sign: Decoration) -> tuple[Decoration, ...]:
    """A round badge at the top right; its `fill` colours the disc, the sign on it is white."""
    disc = Frame(WIDTH - MARGIN - 0.95, 0.46, 0.95, 0.95)
    if sign.text:
        return (replace(sign, shape="ellipse", frame=disc, text_colour="paper"),)
    inner = disc.inset(0.24, 0.26, 0.24, 0.26)
    return Decoration("ellipse", disc, sign.fill), replace(sign, frame=inner, fill="paper")


def badge(shape: str, fill: str, text: str = "") -> Decoration:
    """A sign for a badge."""
    return Decoration(shape, Frame(0, 0, 1, 1), fill, text, 44)


def paired(edition: Edition, name: str, frame: Frame, style: Style) -> tuple[Box, ...]:
    """One box, or for the bilingual edition two side by side: Lao left, English right."""
    if edition != "lo-en":
        return (Box(name, frame, style),)
    half = (frame.width - 0.7) / 2
    right = Frame(frame.x + half + 0.7, frame.y, half, frame.height)
    return (
        Box(name, Frame(frame.x, frame.y, half, frame.height), style),
        Box(f"{name}-en", right, style.as_second()),
    )


def rule(edition: Edition, frame: Frame) -> tuple[Decoration, ...]:
    """The thin line between the two languages; nothing in the other editions."""
    if edition != "lo-en":
        return ()
    line = Frame(frame.x + frame.width / 2 - 0.01, frame.y, 0.02, frame.height)
    return (Decoration("rect", line, "gold"),)


def cover(edition: Edition) -> Layout:
    """The first slide of a lesson."""
    both = edition == "lo-en"
    boxes = [
        Box("title", Frame(0.9, 1.5, 11.5, 1.9 if both else 2.3), s.COVER_TITLE, "title"),
        *([Box("title-en", Frame(0.9, 3.45, 11.5, 0.6), s.COVER_SECOND)] if both else []),
        Box("subtitle", Frame(0.9, 4.2, 11.5, 0.85), s.COVER_LINE),
        Box("organisation", Frame(0.9, 0.5, 11.5, 0.8), s.COVER_SMALL),
        Box("details", Frame(0.9, 5.05, 11.5, 1.2), replace(s.COVER_SMALL, anchor="b")),
    ]
    band = Decoration("woven", Frame(0, 6.42, WIDTH, 0.62), "gold")
    lines = [Decoration("rect", Frame(0, y, WIDTH, 0.05), "terracotta") for y in (6.3, 7.11)]
    accent = Decoration("rect", Frame(0.9, 4.08, 1.6, 0.05), "gold")
    return Layout("Cover", tuple(boxes), (band, *lines, accent), background="navy")


def section(edition: Edition) -> Layout:
    """A divider."""
    boxes = [
        Box("title", Frame(0.9, 1.9, 11.5, 1.9), s.SECTION_TITLE, "title"),
        *([Box("title-en", Frame(0.9, 3.95, 11.5, 0.6), s.COVER_SECOND)]
          if edition == "lo-en" else []),
        Box("lesson", Frame(0.9, 4.75, 11.5, 0.9), replace(s.COVER_LINE, colour="sand")),
    ]  # fmt: skip
    line = Decoration("rect", Frame(0.9, 4.62, 1.6, 0.05), "gold")
    return Layout("Section", tuple(boxes), (line,), background="accent")


def content(edition: Edition) -> Layout:
    """Bullets."""
    frame = body(edition)
    boxes = paired(edition, "body", frame, s.BODY)
    return titled(edition, "Content", *boxes, decorations=rule(edition, frame))


def objectives(edition: Edition) -> Layout:
    """A lead line and numbered objectives."""
    whole = body(edition)
    frame = Frame(whole.x, whole.y + 0.72, whole.width, whole.height - 0.72)
    lead = Frame(whole.x, whole.y, whole.width, 0.5)
    boxes = (*paired(edition, "lead", lead, s.LEAD), *paired(edition, "body", frame, s.NUMBERED))
    return titled(edition, "Objectives", *boxes, decorations=rule(edition, whole))


def comparison(edition: Edition) -> Layout:
    """Two cards with a coloured head."""
    whole = body(edition)
    width, head = (whole.width - 0.5) / 2, 0.95 if edition == "lo-en" else 0.72
    boxes, shapes = list[Box](), list[Decoration]()
    for name, x, paint in (("left", whole.x, "accent"), ("right", whole.x + width + 0.5, "slate")):
        card = Frame(x, whole.y, width, whole.height)
        top = Frame(x, whole.y, width, head)
        shapes += [Decoration("rect", card, "sand"), Decoration("rect", top, paint)]
        boxes += [
            Box(f"{name}-head", top.inset(0.25, 0.05, 0.25, 0.05), s.COLUMN_HEAD),
            Box(name, card.inset(0.3, head + 0.25, 0.3, 0.15), s.COLUMN_BODY),
        ]
    return titled(edition, "Comparison", *boxes, decorations=tuple(shapes))


def table(edition: Edition) -> Layout:
    """A native table."""
    return titled(edition, "Table", Box("table", body(edition), s.CELL, "tbl"))


def figure(edition: Edition) -> Layout:
    """A diagram or chart with a caption; the picture stands in `figure_frame`."""
    caption = Frame(MARGIN, 6.38, INSIDE, 0.44)
    return titled(edition, "Figure", Box("caption", caption, s.CAPTION))


def figure_frame(edition: Edition) -> Frame:
    """Where a diagram or chart stands."""
    whole = body(edition)
    return Frame(whole.x, whole.y, whole.width, 6.3 - whole.y)


def activity(edition: Edition) -> Layout:
    """A gold panel with minutes, form and materials; the steps beside it."""
    whole = body(edition)
    panel = Frame(whole.x, whole.y, 3.7 if edition == "lo-en" else 3.1, whole.height)
    left = panel.x + panel.width + 0.4
    boxes = (
        Box("body", Frame(left, whole.y, WIDTH - MARGIN - left, whole.height), s.STEPS),
        Box("minutes", panel.inset(0.3, 0.2, 0.2, panel.height - 1.35), s.MINUTES),
        Box("info", panel.inset(0.3, 1.6, 0.2, 0.2), s.INFO),
    )
    line = Decoration("rect", Frame(panel.x + 0.3, panel.y + 1.45, 0.9, 0.04), "ink")
    shapes = (Decoration("rect", panel, "gold"), line)
    return titled(edition, "Activity", *boxes, decorations=shapes, bar="gold")


def _stem(edition: Edition, height: float, edge: str) -> tuple[Frame, tuple[Decoration, ...]]:
    """The sand card at the top of a question or answer: the frame of its text, its shapes."""
    whole = body(edition)
    card = Frame(whole.x, whole.y, whole.width, height)
    line = Frame(whole.x, whole.y, 0.1, height)
    shapes = (Decoration("rect", card, "sand"), Decoration("rect", line, edge))
    return card.inset(0.35, 0.1, 0.3, 0.1), shapes


def question(edition: Edition, name: str, height: float, style: Style) -> Layout:
    """A stem and its lettered options, or how to answer an open question."""
    stem, shapes = _stem(edition, height, "slate")
    top = body_top(edition) + height + 0.25
    options = Box("body", Frame(1.0, top, WIDTH - MARGIN - 1.0, BODY_END - top), style)
    return titled(edition, name, Box("stem", stem, s.STEM), options, decorations=shapes,
                  bar="slate", badge=badge("ellipse", "slate", "?"))  # fmt: skip


def question_lists(edition: Edition) -> Layout:
    """A stem and two lists: numbers left, letters right."""
    stem, shapes = _stem(edition, 1.2, "slate")
    top = body_top(edition) + 1.42
    width = (INSIDE - 0.9) / 2
    number = replace(s.LETTERED, bullet="number")
    boxes = (
        Box("stem", stem, s.STEM),
        Box("left", Frame(MARGIN + 0.2, top, width, BODY_END - top), number),
        Box("right", Frame(MARGIN + width + 0.7, top, width, BODY_END - top), s.LETTERED),
    )
    return titled(edition, "Question lists", *boxes, decorations=shapes, bar="slate",
                  badge=badge("ellipse", "slate", "?"))  # fmt: skip


def answer(edition: Edition, name: str, height: float, style: Style) -> Layout:
    """The key in a card, the rationale under it."""
    key, shapes = _stem(edition, height, "green")
    top = body_top(edition) + height + 0.25
    why = Box("body", Frame(MARGIN, top, INSIDE, BODY_END - top), s.RATIONALE)
    return titled(edition, name, Box("key", key, style), why, decorations=shapes, bar="green",
                  badge=badge("tick", "green"))  # fmt: skip


def key_messages(edition: Edition, count: int) -> Layout:
    """As many rows as there are messages, each with a numbered badge."""
    whole = body(edition)
    gap = 0.16
    height = min((whole.height - gap * (count - 1)) / count, 1.5)
    boxes, shapes = list[Box](), list[Decoration]()
    for number in range(count):
        row = Frame(whole.x, whole.y + number * (height + gap), whole.width, height)
        size = min(height - 0.24, 0.7)
        disc = Frame(row.x + 0.25, row.y + (height - size) / 2, size, size)
        shapes.append(Decoration("rect", row, "sand"))
        shapes.append(Decoration("ellipse", disc, "accent", str(number + 1), 24))
        boxes.append(Box(f"message-{number + 1}", row.inset(1.25, 0.06, 0.3, 0.06), s.MESSAGE))
    return titled(edition, f"Key messages {count}", *boxes, decorations=tuple(shapes))


def quote(edition: Edition) -> Layout:
    """A quotation and who said it."""
    whole = body(edition)
    sign = Decoration("rect", Frame(0.75, whole.y, 1.1, 1.2), "none", "“", 115, "gold")
    text = Frame(2.1, whole.y + 0.1, 9.9, 3.6)
    boxes = (Box("quote", text, s.QUOTE), Box("source", Frame(2.1, 5.75, 9.9, 0.9), s.SMALL))
    line = Decoration("rect", Frame(2.1, 5.6, 1.6, 0.04), "gold")
    return titled(edition, "Quote", *boxes, decorations=(sign, line), bar="gold")


def disagreement(edition: Edition, count: int) -> Layout:
    """Cards beside each other, four of them in two rows: what each source says, and when."""
    whole, gap = body(edition), 0.3
    columns = 2 if count == 4 else count
    rows = count // columns
    width = (whole.width - gap * (columns - 1)) / columns
    height = (whole.height - gap * (rows - 1)) / rows
    boxes, shapes = list[Box](), list[Decoration]()
    for number in range(count):
        row, column = divmod(number, columns)
        card = Frame(
            whole.x + column * (width + gap), whole.y + row * (height + gap), width, height
        )
        edge = replace(card, height=0.08)
        shapes += [Decoration("rect", card, "sand"), Decoration("rect", edge, "terracotta")]
        boxes += (_flat_card if rows > 1 else _tall_card)(edition, card, number + 1)
    return titled(edition, f"Disagreement {count}", *boxes, decorations=tuple(shapes),
                  bar="terracotta", badge=badge("ellipse", "terracotta", "≠"))  # fmt: skip


def _tall_card(edition: Edition, card: Frame, number: int) -> tuple[Box, ...]:
    """Number, statement and source, one under the other."""
    foot = 1.65 if edition == "lo-en" else 1.4
    inner = card.inset(0.25, 0.2, 0.25, 0.15)
    below = Frame(inner.x, inner.y + inner.height - foot, inner.width, foot)
    return (
        Box(f"value-{number}", replace(inner, height=1.1), s.VALUE),
        Box(f"statement-{number}", inner.inset(0, 1.25, 0, foot + 0.1), s.STATEMENT),
        Box(f"source-{number}", below, replace(s.SMALL, anchor="b")),
    )


def _flat_card(edition: Edition, card: Frame, number: int) -> tuple[Box, ...]:
    """The number beside the statement, the source under both."""
    inner, foot, side = card.inset(0.2, 0.16, 0.2, 0.08), 0.62, 1.55
    below = Frame(inner.x, inner.y + inner.height - foot, inner.width, foot)
    top = inner.inset(0, 0, 0, foot + 0.06)
    return (
        Box(f"value-{number}", replace(top, width=side), replace(s.VALUE, anchor="t")),
        Box(f"statement-{number}", top.inset(side + 0.1, 0.04, 0, 0), s.STATEMENT_SMALL),
        Box(f"source-{number}", below, replace(s.SMALL, tiers=((14,),) * 3, anchor="b")),
    )


def sources(edition: Edition) -> Layout:
    """The list of sources."""
    return titled(edition, "Sources", Box("body", body(edition), s.REFERENCES))


def layouts(edition: Edition) -> tuple[Layout, ...]:
    """Every layout of the template of this edition, in the order PowerPoint shows them."""
    single = (cover, section, content, objectives, comparison, table, figure, activity)
    return (
        *(make(edition) for make in single),
        question(edition, "Question", 1.6, s.LETTERED),
        question(edition, "Question open", 3.0, s.HINT),
        question_lists(edition),
        answer(edition, "Answer", 1.75, s.KEY),
        answer(edition, "Answer list", 3.35, s.KEY_LIST),
        answer(edition, "Answer steps", 3.35, s.KEY_STEPS),
        *(key_messages(edition, count) for count in range(1, MOST_MESSAGES + 1)),
        quote(edition),
        *(disagreement(edition, count) for count in range(1, MOST_CARDS + 1)),
        sources(edition),
    )


FOOTER = Frame(MARGIN, 7.0, 10.5, 0.3)
SLIDE_NUMBER = Frame(WIDTH - MARGIN - 1.2, 7.0, 1.2, 0.3)
