"""Modules, tracks and lists of ids make sense: nothing needs itself, nothing is listed twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_tools.findings import Finding, Place
from build_tools.model import Curriculum, Lesson, Track


def check_frame(curriculum: Curriculum) -> Iterator[Finding]:
    """Every finding about modules that need themselves, empty tracks and ids listed twice."""
    for module in curriculum.modules:
        for number, need in enumerate(module.file.needs):
            if need == module.id:
                message = f"The module `{need}` needs itself."
                yield Finding(module.file.at("needs", number), "value-wrong", message)
    for track in curriculum.tracks:
        yield from _track(track)
    for lesson in curriculum.lessons:
        yield from _lists(lesson)


def _track(track: Track) -> Iterator[Finding]:
    """A finding for a track in a room without days, and for a day without sessions."""
    if track.delivery == "room" and not track.days:
        message = f"The track `{track.id}` is for a room and has no days."
        yield Finding(track.at("delivery"), "value-wrong", message)
    for day in track.days:
        if not day.sessions:
            yield Finding(day.at("sessions"), "value-wrong", "The day has no sessions.")


def _lists(lesson: Lesson) -> Iterator[Finding]:
    """A finding for ids listed twice in a lesson, and for a disagreement of fewer than two facts."""
    yield from _twice(lesson.front.objectives, lesson.front.at("objectives"))
    for prose in filter(None, (lesson.en, lesson.lo)):
        tools = prose.boxes("tool")
        if tools:
            yield from _twice([name for box in tools for name in box.uses()], tools[-1].place)
        for box in prose.boxes():
            for attribute in ("use", "facts", "assesses"):
                yield from _twice(box.attributes.get(attribute, "").split(), box.place)
            if box.name == "disagreement" and len(box.attributes.get("facts", "").split()) < 2:
                message = "A disagreement needs at least two facts."
                yield Finding(box.place, "value-wrong", message)


def _twice(names: Sequence[str], place: Place) -> Iterator[Finding]:
    """A finding for every name that stands more than once in a list."""
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield Finding(place, "value-wrong", f"`{name}` is listed twice.")
