"""One deck for each module and edition: its lessons in order, planned, fitted, then written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from uuid import NAMESPACE_URL, uuid5

from build_tools.model import EDITIONS, Curriculum, Edition, Lesson, Module
from build_tools.model.slides import Slide
from build_tools.render.deck import kinds, kinds_lesson, kinds_question, kinds_sources
from build_tools.render.deck.fit import Fitted, Fitter
from build_tools.render.deck.layouts import layouts
from build_tools.render.deck.plan import Plan
from build_tools.render.deck.say import Voice, with_suffix
from build_tools.render.measure import Ruler

KINDS = {
    "title": kinds.title,
    "section": kinds.section,
    "objectives": kinds.objectives,
    "bullets": kinds.bullets,
    "two-columns": kinds.two_columns,
    "table": kinds.table,
    "figure": kinds.figure,
    "activity": kinds_lesson.activity,
    "question": kinds_question.question,
    "key-messages": kinds_lesson.key_messages,
    "quote": kinds_lesson.quote,
    "disagreement": kinds_lesson.disagreement,
    "sources": kinds_sources.sources,
}
"""What makes the plans of each kind of slide."""
