"""The style of each kind of box; sizes from comfortable to the floor for lo, en and lo-en."""

from __future__ import annotations

from dataclasses import replace

from build_tools.render.deck.look import Style

TITLE = Style(((32, 28, 24), (36, 32, 28, 24), (28, 24, 22, 20)), bold=True, colour="navy",
              anchor="ctr", gap=0.0)  # fmt: skip
TITLE_BILINGUAL = replace(TITLE, anchor="b")
SUBTITLE = Style(((20, 18, 16),) * 3, colour="grey", gap=0.0, second=True)
COVER_TITLE = Style(((48, 40, 36, 32), (54, 48, 40, 32), (40, 36, 32, 28)), bold=True,
                    colour="paper", anchor="b", gap=0.0)  # fmt: skip
COVER_SECOND = Style(((28, 24, 20),) * 3, colour="sand", gap=0.0, second=True)
COVER_LINE = Style(((24, 20, 18), (24, 20, 18), (22, 20, 18, 16)), colour="paper", gap=0.1)
COVER_SMALL = Style(((18, 16),) * 3, colour="gold", gap=0.1, quiet="sand")
BODY = Style(((28, 26, 24, 22, 20, 18), (28, 26, 24, 22, 20, 18), (24, 22, 20, 18, 16)),
             bullet="dot", gap=0.5)  # fmt: skip
PLAIN = replace(BODY, bullet="none")
NUMBERED = replace(BODY, bullet="number")
LETTERED = replace(
    BODY, bullet="letter", tiers=((26, 24, 22, 20, 18),) * 2 + ((22, 20, 18, 16),), gap=0.4
)
STEPS = replace(BODY, bullet="number", tiers=((24, 22, 20, 18),) * 2 + ((22, 20, 18, 16),), gap=0.4)
LEAD = Style(((22, 20, 18), (22, 20, 18), (20, 18, 16)), bold=True, colour="accent", gap=0.0)
COLUMN_HEAD = Style(((24, 22, 20, 18), (24, 22, 20, 18), (20, 18, 16)), bold=True,
                    colour="paper", anchor="ctr", gap=0.0, quiet="paper")  # fmt: skip
COLUMN_BODY = replace(BODY, tiers=((24, 22, 20, 18),) * 2 + ((20, 18, 16),))
STEM = Style(((26, 24, 22, 20, 18), (26, 24, 22, 20, 18), (22, 20, 18, 16)), bold=True,
             anchor="ctr", gap=0.0)  # fmt: skip
KEY = Style(((26, 24, 22, 20, 18), (26, 24, 22, 20, 18), (22, 20, 18, 16)), bold=True,
            anchor="ctr", gap=0.2)  # fmt: skip
KEY_LIST = replace(KEY, bold=False, bullet="dot", anchor="t", gap=0.25)
KEY_STEPS = replace(KEY_LIST, bullet="number")
HINT = Style(((22, 20, 18), (22, 20, 18), (20, 18, 16)), colour="grey", gap=0.3)
RATIONALE = Style(((22, 20, 18), (22, 20, 18), (20, 18, 16)), gap=0.4)
MINUTES = Style(((40, 36, 32), (40, 36, 32), (28, 24)), bold=True, gap=0.0, quiet="ink")
INFO = Style(((20, 18, 16), (20, 18, 16), (18, 16, 15)), gap=0.4, quiet="ink")
MESSAGE = Style(((26, 24, 22, 20, 18), (26, 24, 22, 20, 18), (22, 20, 18, 16)),
                anchor="ctr", gap=0.0)  # fmt: skip
BADGE = Style(((24, 20),) * 3, bold=True, colour="paper", anchor="ctr", align="ctr", gap=0.0,
              quiet="paper")  # fmt: skip
QUOTE = Style(((32, 28, 24, 20, 18), (34, 32, 28, 24, 20, 18), (26, 24, 22, 20, 18, 16)),
              anchor="ctr", gap=0.0)  # fmt: skip
SMALL = Style(((18, 16, 14), (18, 16, 14), (16, 14)), colour="grey", gap=0.3)
VALUE = Style(((36, 32, 28, 24, 20), (36, 32, 28, 24, 20), (28, 24, 20)), bold=True,
              colour="terracotta", gap=0.0)  # fmt: skip
VALUE_SMALL = replace(VALUE, tiers=((28, 24, 20),) * 3)
STATEMENT = Style(((22, 20, 18), (22, 20, 18), (20, 18, 16)), gap=0.4)
STATEMENT_SMALL = Style(((20, 18), (20, 18), (18, 16)), gap=0.3)
CAPTION = Style(((16, 14), (16, 14), (16, 14)), colour="grey", anchor="ctr", gap=0.0)
REFERENCES = Style(((18, 16, 14),) * 3, gap=0.45)
CELL = Style(((22, 20, 18), (22, 20, 18), (19, 18, 16)), gap=0.0)
NOTES = Style(((12,),) * 3, gap=0.3)
FOOT = Style(((12,),) * 3, gap=0.0)
RETURN = Style(((96, 80),) * 3, bold=True, colour="paper", anchor="ctr", gap=0.0)
SECTION_TITLE = replace(COVER_TITLE, tiers=((40, 36, 32), (44, 40, 36, 32), (36, 32, 28)))
