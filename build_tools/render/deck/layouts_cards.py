"""The layouts of cards: one for each number of messages or facts."""

from __future__ import annotations

from dataclasses import replace

from build_tools.model import Edition
from build_tools.render.deck import styles as s
from build_tools.render.deck.frames import Layout, badge, body, titled
from build_tools.render.deck.parts import Box, Decoration, Frame


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
        shapes += [Decoration("rect", row, "sand"), Decoration("ellipse", disc, "accent")]
        boxes += [
            Box(f"number-{number + 1}", disc, s.BADGE),
            Box(f"message-{number + 1}", row.inset(1.25, 0.06, 0.3, 0.06), s.MESSAGE),
        ]
    return titled(edition, f"Key messages {count}", *boxes, decorations=tuple(shapes))


def disagreement(edition: Edition, count: int) -> Layout:
    """Cards beside each other, four of them in two rows: what each source says, and when."""
    whole, gap = body(edition), 0.25
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
    foot, top = (1.45, 0.9) if edition == "lo-en" else (1.4, 0.8)
    inner = card.inset(0.25, 0.2, 0.25, 0.15)
    below = Frame(inner.x, inner.y + inner.height - foot, inner.width, foot)
    return (
        Box(f"value-{number}", replace(inner, height=top), s.VALUE),
        Box(f"statement-{number}", inner.inset(0, top + 0.12, 0, foot + 0.06), s.STATEMENT),
        Box(f"source-{number}", below, replace(s.SMALL, anchor="b")),
    )


def _flat_card(edition: Edition, card: Frame, number: int) -> tuple[Box, ...]:
    """The number beside the statement, the source under both."""
    inner, foot, side = card.inset(0.2, 0.14, 0.15, 0.05), 0.72 if edition == "en" else 0.84, 1.3
    below = Frame(inner.x, inner.y + inner.height - foot, inner.width, foot)
    top = inner.inset(0, 0, 0, foot + 0.06)
    return (
        Box(f"value-{number}", replace(top, width=side), s.VALUE_SMALL),
        Box(f"statement-{number}", top.inset(side + 0.1, 0.02, 0, 0), s.STATEMENT_SMALL),
        Box(f"source-{number}", below, replace(s.SMALL, tiers=((14,),) * 3, anchor="b")),
    )
