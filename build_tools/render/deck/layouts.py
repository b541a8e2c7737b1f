"""The layouts of an edition as tables of boxes and decorations; nothing here is XML."""

from __future__ import annotations

from dataclasses import replace

from build_tools.model import Edition
from build_tools.render.deck import styles as s
from build_tools.render.deck.frames import WIDE_HEM, Layout, body, paired, rule, titled
from build_tools.render.deck.layouts_cards import disagreement, key_messages
from build_tools.render.deck.layouts_day import pause
from build_tools.render.deck.layouts_quiz import answer, question, question_lists
from build_tools.render.deck.look import INSIDE, MARGIN, WIDTH
from build_tools.render.deck.parts import Box, Decoration, Frame

MOST_MESSAGES = 5
MOST_CARDS = 4
CAPTION = Frame(MARGIN, 6.25, INSIDE, 0.57)
"""Where the caption of a figure or a table stands."""


def cover(edition: Edition) -> Layout:
    """The first slide of a lesson."""
    both = edition == "lo-en"
    boxes = [
        Box("title", Frame(0.9, 1.5, 11.5, 1.9 if both else 2.3), s.COVER_TITLE, "title"),
        *([Box("title-en", Frame(0.9, 3.45, 11.5, 0.6), s.COVER_SECOND)] if both else []),
        Box("subtitle", Frame(0.9, 4.2, 11.5, 0.85), s.COVER_LINE),
        Box("organisation", Frame(0.9, 0.5, 8.6, 0.8), s.COVER_SMALL),
        Box("details", Frame(0.9, 5.0, 11.5, 1.1), replace(s.COVER_SMALL, anchor="b")),
    ]
    band = Decoration("woven", Frame(0, 6.42, WIDTH, 0.62), "gold")
    lines = [Decoration("rect", Frame(0, y, WIDTH, 0.05), "terracotta") for y in (6.3, 7.11)]
    accent = Decoration("rect", Frame(0.9, 4.08, 1.6, 0.05), "gold")
    return Layout("Cover", tuple(boxes), (band, *lines, accent), background="navy")


def section(edition: Edition) -> Layout:
    """A divider."""
    boxes = [
        Box("title", Frame(0.9, 1.9, 11.5, 1.9), s.SECTION_TITLE, "title"),
        *([Box("title-en", Frame(0.9, 3.95, 11.5, 0.6), replace(s.COVER_SECOND, colour="paper"))]
          if edition == "lo-en" else []),
        Box("lesson", Frame(0.9, 4.75, 11.5, 0.9), replace(s.COVER_LINE, quiet="paper")),
    ]  # fmt: skip
    line = Decoration("rect", Frame(0.9, 4.62, 1.6, 0.05), "gold")
    return Layout("Section", tuple(boxes), (line, WIDE_HEM), background="accent")


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


def table_caption(edition: Edition) -> Layout:
    """A native table with a caption."""
    boxes = (
        Box("table", above_caption(edition), s.CELL, "tbl"),
        Box("caption", CAPTION, s.CAPTION),
    )
    return titled(edition, "Table caption", *boxes)


def figure(edition: Edition) -> Layout:
    """A diagram or chart; the box `figure` only says where the picture stands."""
    return titled(edition, "Figure", Box("figure", body(edition), s.PLAIN, "obj"))


def figure_caption(edition: Edition) -> Layout:
    """A diagram or chart with a caption."""
    boxes = (
        Box("figure", above_caption(edition), s.PLAIN, "obj"),
        Box("caption", CAPTION, s.CAPTION),
    )
    return titled(edition, "Figure caption", *boxes)


def above_caption(edition: Edition) -> Frame:
    """The body without the line of its caption."""
    whole = body(edition)
    return Frame(whole.x, whole.y, whole.width, 6.2 - whole.y)


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


def quote(edition: Edition) -> Layout:
    """A quotation and who said it."""
    whole = body(edition)
    sign = Decoration("rect", Frame(0.75, whole.y, 1.1, 1.2), "none", "“", 115, "gold")
    text = Frame(2.1, whole.y + 0.1, 9.9, 3.6)
    boxes = (Box("quote", text, s.QUOTE), Box("source", Frame(2.1, 5.75, 9.9, 0.9), s.SMALL))
    line = Decoration("rect", Frame(2.1, 5.6, 1.6, 0.04), "gold")
    return titled(edition, "Quote", *boxes, decorations=(sign, line), bar="gold")


def sources(edition: Edition) -> Layout:
    """The list of sources."""
    return titled(edition, "Sources", Box("body", body(edition), s.REFERENCES))


def layouts(edition: Edition) -> tuple[Layout, ...]:
    """Every layout of the template of this edition, in the order PowerPoint shows them."""
    texts = (cover, section, content, objectives, comparison)
    single = (*texts, table, table_caption, figure, figure_caption, activity)
    return (
        *(make(edition) for make in single),
        question(edition, "Question", 1.6, s.LETTERED),
        question(edition, "Question long", 2.0, s.LETTERED),
        question(edition, "Question open", 3.0, s.HINT),
        question_lists(edition, "Question lists", 1.2),
        question_lists(edition, "Question lists long", 1.45),
        answer(edition, "Answer", 1.75, s.KEY),
        answer(edition, "Answer list", 3.35, s.KEY_LIST),
        answer(edition, "Answer steps", 3.35, s.KEY_STEPS),
        *(key_messages(edition, count) for count in range(1, MOST_MESSAGES + 1)),
        quote(edition),
        *(disagreement(edition, count) for count in range(1, MOST_CARDS + 1)),
        sources(edition),
        pause(edition),
    )


FOOTER = Frame(MARGIN, 7.0, 9.6, 0.3)
SLIDE_NUMBER = Frame(WIDTH - MARGIN - 0.6, 7.0, 0.6, 0.3)
