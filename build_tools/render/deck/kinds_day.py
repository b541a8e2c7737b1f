"""The slides of a training day around its lessons: cover, agenda, breaks, activities, wrap-up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_tools.findings import Place
from build_tools.model import (
    ActivitySession,
    BreakSession,
    Day,
    Language,
    Lesson,
    LessonSession,
    PlannedSession,
    Prose,
    Session,
    Text,
    Track,
)
from build_tools.model.activities import RoomActivity
from build_tools.render.deck.kinds import activity_boxes, cover_boxes
from build_tools.render.deck.notes import note_lines, with_cue
from build_tools.render.deck.plan import Plan
from build_tools.render.deck.say import (
    Entries,
    Runs,
    Said,
    Voice,
    bold,
    entries,
    joined,
    with_suffix,
)
from build_tools.render.runs import list_items
from build_tools.render.timetable import later, on_the_day


def opening(voice: Voice, track: Track, number: int, day: Day) -> list[Plan]:
    """The cover of the day and its agenda."""
    boxes = cover_boxes(voice, voice.text(track.title))
    said = voice.word("day-title", n=number, title=voice.text(day.title))
    note = (voice.word("day-cover-note"),)
    cover = Plan("cover", "Cover", said, boxes, note, place=day.at("title"))
    return [cover, _agenda(voice, track, number, day)]


def _agenda(voice: Voice, track: Track, number: int, day: Day) -> Plan:
    """What happens when: a row for each stretch of work between two breaks, and for each break."""
    head = (voice.word("agenda-time"), voice.word("agenda-session"))
    rows = tuple(_stretches(voice, track, day))
    said = voice.word("agenda-title", n=number)
    note = (voice.word("agenda-note"),)
    place = day.at("sessions")
    return Plan("agenda", "Table", said, {}, note, table=(head, *rows), place=place)


def _stretches(voice: Voice, track: Track, day: Day) -> Iterator[tuple[Said, ...]]:
    """The rows of the agenda."""
    held: list[Said] = []
    began = day.start
    for start, session, minutes in on_the_day(voice.curriculum, track, day):
        if isinstance(session, BreakSession):
            if held:
                yield _times(voice, began, start), joined(held, "; ")
            began, held = later(start, minutes), []
            yield _times(voice, start, began), bold(session_title(voice, session))
        else:
            held.append(session_title(voice, session))
    if held:
        yield _times(voice, began, day.end), joined(held, "; ")


def _times(voice: Voice, start: str, end: str) -> Said:
    """From when to when."""
    return voice.same(f"{start}-{end}", "en")


def session_title(voice: Voice, session: Session) -> Said:
    """What a session is called."""
    match session:
        case LessonSession():
            return voice.text(voice.curriculum.lesson(session.lesson).title)
        case PlannedSession():
            return voice.text(session.planned)
        case BreakSession():
            return voice.word(f"break-{session.break_}")
        case ActivitySession():
            return voice.text(voice.curriculum.activities[session.activity].title)


def pause(
    voice: Voice, session: BreakSession, start: str, until: str, after: Session | None
) -> list[Plan]:
    """A break: when the room comes back, and to what."""
    boxes: dict[str, Entries] = {
        "lead": entries([voice.word("break-back-at")]),
        "time": entries([voice.same(until, "en")]),
    }
    if after is not None:
        coming = voice.word("break-next", title=session_title(voice, after))
        boxes["next"] = entries([coming])
    said = with_suffix(session_title(voice, session), f" {start}-{until}")
    return [
        Plan("pause", "Break", said, boxes, (voice.word("break-note"),), session.minutes,
             place=session.at("minutes"))
    ]  # fmt: skip


def planned(voice: Voice, title: Text, minutes: int, place: Place) -> list[Plan]:
    """A lesson without slides yet: this one says so, its notes what to do with the time."""
    boxes = {"lesson": entries([voice.word("planned-on-slide")])}
    spoken = (voice.word("planned-note"),)
    return [Plan("planned", "Section", voice.text(title), boxes, spoken, minutes, place=place)]


def activity(voice: Voice, shown: RoomActivity, minutes: int) -> list[Plan]:
    """A room activity: its steps beside time, form and materials."""
    steps = [voice.text(step) for step in shown.steps]
    needed = None if shown.materials is None else voice.text(shown.materials)
    boxes = activity_boxes(voice, steps, minutes, shown.form, needed)
    spoken = [*note_lines(voice, shown.notes)]
    if shown.result is not None:
        spoken.append(with_cue(voice.word("tool-exercise-result"), voice.text(shown.result)))
    return [
        Plan(shown.id, "Activity", voice.text(shown.title), boxes, tuple(spoken), minutes,
             split="body", place=shown.at("id"))
    ]  # fmt: skip


def wrap_up(voice: Voice, lessons: Sequence[Lesson], minutes: int) -> Plan:
    """What the day was about; the notes hold a sentence of each lesson that the room may recall."""
    titles = [voice.text(lesson.title) for lesson in lessons]
    told = [
        with_cue(voice.text(lesson.title), message)
        for lesson in lessons
        for message in _first_message(voice, lesson)
    ]
    spoken = (voice.word("wrap-up-note"), *told)
    boxes = {"lead": entries([voice.word("wrap-up-lead")]), "body": entries(titles)}
    return Plan("wrap-up", "Objectives", voice.word("wrap-up-title"), boxes, spoken, minutes,
                split="body")  # fmt: skip


def _first_message(voice: Voice, lesson: Lesson) -> tuple[Said, ...]:
    """The first key message of a lesson; nothing where it has none."""
    lao = None if lesson.lo is None else _first_item(voice, lesson.lo, "lo")
    return voice.pairs(_first_item(voice, lesson.en, "en"), lao)


def _first_item(voice: Voice, prose: Prose, language: Language) -> tuple[Runs, ...]:
    """The first item of the key messages of a lesson in one language; nothing without a list."""
    boxes = prose.boxes("key-messages")
    return tuple(
        item for box in boxes[:1] for item in list_items(voice.curriculum, box.tokens, language)[:1]
    )
