"""The slides that are written in `slides.yaml` alone: cover, dividers, points, columns, tables."""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.model import Figure, Text
from build_tools.model.figures import BarFigure, SeriesFigure
from build_tools.model.slides import (
    BulletsSlide,
    Column,
    FigureSlide,
    ObjectivesSlide,
    Point,
    SectionSlide,
    Slide,
    TableSlide,
    TitleSlide,
    TwoColumnsSlide,
)
from build_tools.render.deck.evidence import facts_sources, slide_sources, sources_line
from build_tools.render.deck.notes import note_lines
from build_tools.render.deck.plan import Plan
from build_tools.render.deck.say import (
    Entries,
    Entry,
    LessonVoice,
    Said,
    Voice,
    bold,
    entries,
    joined,
)
from build_tools.render.deck.toolbox import TOOLBOX
from build_tools.render.runs import TextRun
from build_tools.render.values import date_text


def written(voice: Voice, slide: Slide) -> tuple[Said, ...]:
    """The author's notes of a slide, a paragraph for each of their lines."""
    return () if slide.notes is None else note_lines(voice, slide.notes)


def notes(voice: LessonVoice, slide: Slide, *parts: Said) -> tuple[Said, ...]:
    """The author's notes of a slide, further parts, and the sources that the slide rests on."""
    return (*written(voice, slide), *parts, *sources_line(voice, slide_sources(voice, slide)))


def lesson_title(voice: LessonVoice) -> Said:
    """The title of the lesson."""
    lao = None if voice.lesson.lo is None else (TextRun(voice.lesson.lo.title),)
    return voice.said((TextRun(voice.lesson.front.title),), lao)


def title(voice: LessonVoice, slide: TitleSlide) -> list[Plan]:
    """The cover of the lesson: module, organisation, version and date, and the draft mark."""
    boxes = cover_boxes(voice, _where(voice))
    return [Plan(slide.id, "Cover", lesson_title(voice), boxes, notes(voice, slide), slide.minutes)]


def cover_boxes(voice: Voice, subtitle: Said) -> dict[str, Entries]:
    """What stands on every cover: organisation, version and date, and the draft mark."""
    cover = voice.curriculum.cover
    day = cover.released.isoformat()
    released = Text(en=date_text(day, "en"), lo=date_text(day, "lo"))
    details = voice.word("version-and-date", version=cover.version, date=voice.text(released))
    marks = [bold(voice.word("deck-draft"))] if voice.draft else []
    return {
        "subtitle": entries([subtitle]),
        "organisation": entries([voice.text(cover.deck.organisation)]),
        "details": entries([joined([details, *marks])]),
    }


def _where(voice: LessonVoice) -> Said:
    """The title of the module, and the number of the lesson in it where the deck is the module's."""
    module = voice.text(voice.module.file.title)
    if voice.in_day or voice.module.id == TOOLBOX:
        return module
    return voice.word("deck-lesson-of", n=voice.number, module=module)


def section(voice: LessonVoice, slide: SectionSlide) -> list[Plan]:
    """A divider with the lesson's title under its own."""
    boxes = {"lesson": entries([lesson_title(voice)])}
    said = voice.text(slide.title)
    return [Plan(slide.id, "Section", said, boxes, notes(voice, slide), slide.minutes)]


def objectives(voice: LessonVoice, slide: ObjectivesSlide) -> list[Plan]:
    """What learners can do afterwards, from the module's list."""
    wanted = [voice.module.objective(one) for one in voice.lesson.front.objectives]
    boxes = {
        "lead": entries([voice.word("deck-objectives-lead")]),
        "body": entries([voice.text(objective.text) for objective in wanted]),
    }
    said = voice.word("deck-objectives", n=voice.number)
    return [
        Plan(slide.id, "Objectives", said, boxes, notes(voice, slide), slide.minutes, split="body")
    ]


def activity_boxes(
    voice: Voice, steps: Sequence[Said], minutes: int, form: str, materials: Said | None
) -> dict[str, Entries]:
    """What stands on every activity: its steps, how long, how people sit, what they need."""
    needed = () if materials is None else (voice.word("materials-list", list=materials),)
    return {
        "body": entries(steps),
        "minutes": entries([voice.word("minutes-count", n=minutes)]),
        "info": entries([bold(voice.word(f"form-{form}")), *needed]),
    }


def points(voice: Voice, written: tuple[Point, ...]) -> Entries:
    """Points with their second level."""
    made: list[Entry] = []
    for point in written:
        made.append(Entry(voice.text(point)))
        made += entries([voice.text(below) for below in point.points], level=1)
    return tuple(made)


def bullets(voice: LessonVoice, slide: BulletsSlide) -> list[Plan]:
    """A list of points."""
    boxes = {"body": points(voice, slide.points)}
    said = voice.text(slide.title)
    return [
        Plan(slide.id, "Content", said, boxes, notes(voice, slide), slide.minutes, split="body")
    ]


def two_columns(voice: LessonVoice, slide: TwoColumnsSlide) -> list[Plan]:
    """Two lists beside each other."""
    boxes: dict[str, Entries] = {}
    for name, column in zip(("left", "right"), slide.columns):
        boxes |= _column(voice, name, column)
    said = voice.text(slide.title)
    return [Plan(slide.id, "Comparison", said, boxes, notes(voice, slide), slide.minutes)]


def _column(voice: Voice, name: str, column: Column) -> dict[str, Entries]:
    """The head and the points of one column."""
    return {
        f"{name}-head": entries([voice.text(column.title)]),
        name: points(voice, column.points),
    }


def table(voice: LessonVoice, slide: TableSlide) -> list[Plan]:
    """A native table; the first row is its header."""
    rows = tuple(tuple(voice.text(cell) for cell in row) for row in (slide.header, *slide.rows))
    said = voice.text(slide.title)
    return [Plan(slide.id, "Table", said, {}, notes(voice, slide), slide.minutes, table=rows)]


def figure(voice: LessonVoice, slide: FigureSlide) -> list[Plan]:
    """A figure of the lesson; a chart of facts names their sources under it."""
    shown = voice.lesson.figure(slide.use)
    used = [bar.fact for bar in getattr(shown, "bars", ()) if bar.fact]
    boxes: dict[str, Entries] = {}
    if used:
        boxes["caption"] = entries(sources_line(voice, facts_sources(voice.curriculum, used)))
    said, spoken = voice.text(shown.title), notes(voice, slide, *edit_data(voice, shown))
    layout = "Figure caption" if boxes else "Figure"
    return [Plan(slide.id, layout, said, boxes, spoken, slide.minutes, figure=shown)]


def edit_data(voice: Voice, shown: Figure) -> tuple[Said, ...]:
    """How to change the numbers of a chart; nothing for a diagram."""
    is_chart = isinstance(shown, BarFigure | SeriesFigure)
    return (voice.word("deck-edit-data"),) if is_chart else ()
