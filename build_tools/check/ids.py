"""Every id that is named exists, and every part that exists is used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from build_tools.check.uses import Use, parts_with_text, uses
from build_tools.findings import Finding, Place, did_you_mean
from build_tools.model import Curriculum, Item, Lesson, Part, PlannedSession
from build_tools.model.walk import texts
from build_tools.tools import TOOLS

LOCAL = frozenset({"figure", "activity", "item", "objective"})
"""Kinds that a lesson's boxes and slides can name only inside their own lesson."""

_OF_MODULES = frozenset({"lesson", "module", "objective"})
"""Kinds that a module.yaml defines; while one is broken, nobody knows which exist."""

_FILES = {
    "fact": "curriculum/facts.yaml",
    "term": "curriculum/terms.yaml",
    "source": "curriculum/sources.yaml",
    "room activity": "curriculum/activities.yaml",
}


def check_ids(curriculum: Curriculum) -> Iterator[Finding]:
    """Ids that name nothing, ids given twice, and parts that nothing names."""
    found = list(uses(curriculum))
    yield from _unknown(curriculum, found)
    yield from _duplicates(curriculum)
    for part in parts_with_text(curriculum):
        yield from _repeated_inside(part)
    yield from _reserved(curriculum)
    if not curriculum.broken:
        yield from _unused(curriculum, found)


def _unknown(curriculum: Curriculum, found: list[Use]) -> Iterator[Finding]:
    """A finding for every id that names nothing; ids of parts that failed to load are passed over."""
    everywhere = _known(curriculum)
    items = {item.id: item for item in curriculum.items}
    for use in found:
        is_local = use.lesson is not None and use.kind in LOCAL
        known = _local(use, items) if is_local else everywhere.get(use.kind, set())
        if use.id not in known and not _is_broken(use, curriculum.broken):
            message = f"There is no {use.kind} `{use.id}`{' in this lesson' if is_local else ''}."
            yield Finding(use.place, "id-unknown", message, did_you_mean(use.id, known))


def _known(curriculum: Curriculum) -> dict[str, set[str]]:
    """The ids of each kind that can be named from anywhere; planned lessons have no id yet."""
    modules = curriculum.modules
    return {
        "fact": set(curriculum.facts),
        "term": set(curriculum.terms),
        "source": set(curriculum.sources),
        "lesson": {lesson for module in modules for lesson in module.file.lessons},
        "module": {module.id for module in modules},
        "objective": {o.id for module in modules for o in module.file.objectives},
        "tool": set(curriculum.tools) & set(TOOLS),
        "room activity": set(curriculum.activities),
    }


def _local(use: Use, items: dict[str, Item]) -> set[str]:
    """The ids of this kind in the lesson of the use."""
    lesson = use.lesson
    assert lesson is not None
    if use.kind == "figure":
        return {figure.id for figure in lesson.figures}
    if use.kind == "activity":
        return {box.id for box in lesson.en.boxes("activity") if box.id}
    if use.kind == "item":
        return {item.id for item in items.values() if item.lesson == lesson.id}
    if use.kind == "objective":
        return set(lesson.front.objectives)
    return set()


def _is_broken(use: Use, broken: frozenset[str]) -> bool:
    """True if what is named was written but could not be loaded."""
    file = f"curriculum/tools/{use.id}.yaml" if use.kind == "tool" else _FILES.get(use.kind)
    if use.id in broken or f"{file}:*" in broken:
        return True
    if use.kind in _OF_MODULES and any(_is_module_file(name) for name in broken):
        return True
    if use.lesson is None:
        return False
    folder = f"modules/{use.lesson.module}/{use.lesson.id}"
    files = {"figure": f"{folder}/figures.yaml", "item": f"quizzes/{use.lesson.module}.yaml"}
    return f"{files.get(use.kind)}:*" in broken


def _is_module_file(name: str) -> bool:
    """True if what could not be loaded is a whole module.yaml."""
    return name.startswith("modules/") and name.endswith("/module.yaml:*")


def _reserved(curriculum: Curriculum) -> Iterator[Finding]:
    """A finding for a lesson named like its module's page, and for ids that the pages' own parts have."""
    for module in curriculum.modules:
        for number, name in enumerate(module.file.lessons):
            if name == "index":
                message = "`index` is the name of the module's own page."
                yield Finding(module.file.at("lessons", number), "id-reserved", message)
    for lesson in curriculum.lessons:
        named = [(section.id, section.place) for section in lesson.en.sections]
        named += [(box.id, box.place) for box in lesson.en.boxes() if box.id]
        for name, place in named:
            if name.startswith("tot-"):
                message = f"`{name}`: ids that begin with `tot-` are the program's own."
                yield Finding(place, "id-reserved", message)


def _duplicates(curriculum: Curriculum) -> Iterator[Finding]:
    """Lessons, objectives and items whose id another module has too, and tracks of one id."""
    seen: dict[tuple[str, str], Place] = {}
    for kind, name, part in _global_ids(curriculum):
        if (kind, name) in seen:
            message = f"The {kind} id `{name}` is used before, at {seen[kind, name]}."
            yield Finding(part, "id-repeated", message)
        seen[kind, name] = part


def _global_ids(curriculum: Curriculum) -> Iterator[tuple[str, str, Place]]:
    """Kind, id and place of everything whose id must be unique in the curriculum."""
    for track in curriculum.tracks:
        yield "track", track.id, track.at("id")
    for module in curriculum.modules:
        file = module.file
        yield from (("lesson", name, file.at("lessons", n)) for n, name in enumerate(file.lessons))
        yield from (("objective", o.id, o.at("id")) for o in file.objectives)
    for item in curriculum.items:
        yield "item", item.id, item.at("id")
        yield from (("item", old, item.at("aliases", n)) for n, old in enumerate(item.aliases))


def _repeated_inside(part: Part) -> Iterator[Finding]:
    """A finding for an id that two neighbours in a list of the part share: options, steps, bars."""
    for name in type(part).model_fields:
        entries = getattr(part, name)
        if not isinstance(entries, tuple):
            continue
        seen: set[str] = set()
        for entry in entries:
            if not isinstance(entry, Part):
                continue
            own = str(getattr(entry, "id", ""))
            if own and own in seen:
                message = f"The id `{own}` stands twice in `{name}`."
                yield Finding(entry.at("id"), "id-repeated", message)
            seen.add(own)
            yield from _repeated_inside(entry)


def _unused(curriculum: Curriculum, found: list[Use]) -> Iterator[Finding]:
    """A warning for every source, room activity, figure, fact and term that nothing uses.

    Facts and terms may wait for lessons that are still planned; they are reported once none is.
    """
    used = {(use.kind, use.id) for use in found}
    for source in curriculum.sources.values():
        if ("source", source.id) not in used:
            yield Finding(source.at("id"), "id-unused", f"Nothing cites the source `{source.id}`.")
    for activity in curriculum.activities.values():
        if ("room activity", activity.id) not in used:
            message = f"No agenda names the room activity `{activity.id}`."
            yield Finding(activity.at("id"), "id-unused", message)
    for lesson in curriculum.lessons:
        yield from _unused_figures(lesson)
    sessions = (session for track in curriculum.tracks for session in track.sessions)
    if not any(isinstance(session, PlannedSession) for session in sessions):
        yield from _unused_evidence(curriculum, found)


def _unused_evidence(curriculum: Curriculum, found: list[Use]) -> Iterator[Finding]:
    """Facts and terms that no text uses.

    A fact that only disagrees with a used one, or that a used one is derived from, is used; a term
    is used where one of its English forms stands in a text.
    """
    taught = {use.id for use in found if use.kind == "fact" and use.place.path != _FILES["fact"]}
    reached = _reached(curriculum, taught)
    for fact in curriculum.facts.values():
        if fact.id not in reached:
            yield Finding(fact.at("id"), "id-unused", f"No lesson uses the fact `{fact.id}`.")
    named = {use.id for use in found if use.kind == "term"}
    words = _english(curriculum)
    for term in curriculum.terms.values():
        if term.id not in named and not _stands(term.en, words):
            yield Finding(term.at("id"), "id-unused", f"No text uses the term `{term.id}`.")


def _reached(curriculum: Curriculum, taught: set[str]) -> set[str]:
    """The taught facts, those they disagree with and those they are derived from."""
    reached, waiting = set[str](), list(taught)
    while waiting:
        fact = curriculum.facts.get(waiting.pop())
        if fact is not None and fact.id not in reached:
            reached.add(fact.id)
            waiting += [*fact.conflicts_with, *fact.derived_from]
    return reached


def _english(curriculum: Curriculum) -> str:
    """All English that a reader meets, in lower case."""
    prose = (section.source for lesson in curriculum.lessons for section in lesson.en.sections)
    others = (text.en for part in parts_with_text(curriculum) for text in texts(part))
    return "\n".join((*prose, *others)).lower()


def _stands(forms: Iterable[str], words: str) -> bool:
    """True if one of the forms stands in the words as a whole word (or its plural)."""
    return any(
        form.lower() in words and re.search(rf"\b{re.escape(form.lower())}s?\b", words)
        for form in forms
    )


def _unused_figures(lesson: Lesson) -> Iterator[Finding]:
    """Figures of a lesson that neither its prose nor its slides show."""
    shown = {name for box in lesson.en.boxes("figure") for name in box.uses()}
    shown |= {str(getattr(slide, "use", "")) for slide in lesson.slides}
    for figure in lesson.figures:
        if figure.id not in shown:
            yield Finding(figure.at("id"), "id-unused", f"Nothing shows the figure `{figure.id}`.")
