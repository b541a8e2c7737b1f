"""The slides of a tool: its example as tables, its chart, and the card of its group exercise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from build_tools.model import Text, Tool
from build_tools.model.slides import ToolSlide
from build_tools.model.tools import ToolRow
from build_tools.render.deck.evidence import sources_line, tool_sources
from build_tools.render.deck.kinds import activity_boxes, edit_data, notes
from build_tools.render.deck.notes import with_cue
from build_tools.render.deck.plan import Cells, Plan, share
from build_tools.render.deck.say import (
    Entries,
    LessonVoice,
    Said,
    Voice,
    bold,
    entries,
    joined,
    on_one_line,
)
from build_tools.render.deck.tool_cells import (
    card_cells,
    empty_cells,
    examples,
    input_cells,
    step_cells,
)
from build_tools.render.tools.chart import chart_figure
from build_tools.render.tools.worked import Worked, worked
from build_tools.tools import TOOLS, Calculator


def tool(voice: LessonVoice, slide: ToolSlide) -> list[Plan]:
    """The example, the chart and the exercise; the author's notes stand on the first slide."""
    shown = voice.curriculum.tools[slide.use]
    is_calculator = isinstance(TOOLS[shown.id], Calculator)
    first, *others = _calculation(voice, shown) if is_calculator else _sorting(voice, shown)
    evidence = sources_line(voice, tool_sources(voice.curriculum, shown))
    spoken = notes(voice, slide, *first.notes, _page(voice, shown))
    plans = [
        replace(first, notes=spoken),
        *(replace(plan, notes=(*plan.notes, *evidence)) for plan in others),
        _exercise(voice, shown),
    ]
    minutes = shared_minutes(slide.minutes, shown.exercise.minutes, len(plans))
    return [
        replace(plan, id=f"{slide.id}-{plan.id}", minutes=part)
        for plan, part in zip(plans, minutes, strict=True)
    ]


def shared_minutes(minutes: int, needed: int, slides: int) -> tuple[int, ...]:
    """The minutes of each slide: the exercise, the last one, has what it needs where the others
    are left a minute each; these share the rest."""
    work = minutes if slides == 1 else max(min(needed, minutes - slides + 1), 0)
    return (*(share(minutes - work, slides - 1) if slides > 1 else ()), work)


def _calculation(voice: Voice, shown: Tool) -> Iterator[Plan]:
    """A table of the inputs, one of the steps, and the chart if there is one."""
    english, lao = worked(voice.curriculum, shown, "en"), worked(voice.curriculum, shown, "lo")
    yield _table(
        voice,
        shown,
        "inputs",
        "tool-numbers",
        input_cells(voice, english, lao),
        "tool-estimate",
    )
    steps = _table(
        voice, shown, "steps", "tool-steps", step_cells(voice, english, lao), "tool-estimate"
    )
    yield replace(steps, notes=_in_words(voice, english))
    figure = chart_figure(english)
    if figure is not None:
        said, spoken = voice.text(figure.title), (voice.text(figure.alt), *edit_data(voice, figure))
        caption = _caption(voice, "tool-estimate")
        yield Plan("chart", "Figure caption", said, caption, spoken, figure=figure)


def _in_words(voice: Voice, shown: Worked) -> tuple[Said, ...]:
    """What is done at each step, in words."""
    return tuple(with_cue(voice.text(step.title), voice.text(step.words)) for step in shown.steps())


def _sorting(voice: Voice, shown: Tool) -> Iterator[Plan]:
    """A card for each verdict; what has no key as a table to fill in."""
    keyed = examples(shown)
    if keyed:
        cells = card_cells(voice, shown, keyed)
        yield replace(
            _table(voice, shown, "cards", "deck-tool-cards", cells, "sorting-exercise"),
            notes=tuple(_reason(voice, shown, row) for row in keyed),
        )
    unkeyed = [row for row in shown.rows if not row.key]
    if unkeyed:
        yield _table(
            voice,
            shown,
            "grid",
            "sorting-table",
            empty_cells(voice, shown, unkeyed),
            "sorting-exercise",
        )


def _reason(voice: Voice, shown: Tool, row: ToolRow) -> Said:
    """A card, how it answers each column, and why."""
    answers = [
        joined([voice.text(column.title), voice.text(option.title)], " ")
        for column in shown.columns
        for option in column.options
        if row.key[column.id] == option.id
    ]
    why = [voice.text(row.rationale)] if row.rationale else []
    return joined([bold(voice.text(row.text)), *answers, *why])


def _table(voice: Voice, shown: Tool, name: str, what: str, cells: Cells, caption: str) -> Plan:
    """A slide with a table; `what` is the word that says what the table shows of the tool."""
    said = joined([voice.text(shown.title), voice.word(what)])
    return Plan(name, "Table caption", said, _caption(voice, caption), table=cells)


def _caption(voice: Voice, word_id: str) -> dict[str, Entries]:
    """The sentence that says what a table or chart is not."""
    return {"caption": entries([on_one_line(voice.word(word_id))])}


def _exercise(voice: Voice, shown: Tool) -> Plan:
    """The card of the exercise; what must come out stands in the notes."""
    card = shown.exercise
    steps, needed = [voice.text(step) for step in card.steps], voice.text(card.materials)
    boxes = activity_boxes(voice, steps, card.minutes, "groups", needed)
    result = with_cue(voice.word("tool-exercise-result"), voice.text(card.result))
    said = voice.text(card.title)
    return Plan("exercise", "Activity", said, boxes, (result,), split="body")


def _page(voice: Voice, shown: Tool) -> Said:
    """Where the tool stands on the site."""
    page = Text(en=f"en/tools/{shown.id}.html", lo=f"tools/{shown.id}.html")
    return voice.word("deck-tool-page", page=voice.text(page))
