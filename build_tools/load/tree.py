"""The whole tree of files to one curriculum; a part that cannot be loaded is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from build_tools.findings import Finding, Place, did_you_mean
from build_tools.load.answers import resolved, tool_answer
from build_tools.load.deck_files import deck_files, named_files
from build_tools.load.parts import build, build_list
from build_tools.load.prose import read_lesson
from build_tools.load.text import decode
from build_tools.model import (
    Cover,
    Curriculum,
    Fact,
    Figure,
    Item,
    LedgerEntry,
    Lesson,
    LessonSession,
    Marked,
    Module,
    ModuleFile,
    Parameter,
    Province,
    RoomActivity,
    Slide,
    Source,
    Term,
    Tool,
    Track,
    Word,
)
from build_tools.model.lesson import FrontMatter, TwinFrontMatter
from build_tools.yaml_text import read_yaml

RESERVED = frozenset(
    ("en", "lo", "assets", "downloads", "learning", "search", "tests", "tools", "tracks", "trainer")
)
"""Folders of the site; a module of that name would overwrite them."""

MEDIA = (".png", ".jpg", ".jpeg", ".webp")


class Loaded(NamedTuple):
    """What the sources hold; `curriculum` is None where `curriculum.yaml` cannot be read."""

    curriculum: Curriculum | None
    findings: tuple[Finding, ...]


def load(files: Mapping[str, bytes], unreadable: Iterable[str] = ()) -> Loaded:
    """The curriculum in these files (path from the root to bytes) and every mistake of their shape.

    `unreadable` are paths that exist and could not be read; nothing calls them missing.
    """
    return _Loading(files, frozenset(unreadable)).load()


class _Loading:
    """One loading: the files still unread, the findings so far."""

    def __init__(self, files: Mapping[str, bytes], unreadable: frozenset[str]) -> None:
        """A loading that has read nothing."""
        self.files, self.unreadable, self.unread = files, unreadable, dict.fromkeys(files)
        self.findings: list[Finding] = []
        self.broken: set[str] = set()
        self.parts: dict[str, dict[str, Any]] = {}

    def load(self) -> Loaded:
        """The curriculum and the findings, sorted by place."""
        cover = self.one(Cover, "curriculum/curriculum.yaml")
        self.parts = {
            name: self.by_id(kind, f"curriculum/{name}.yaml") for name, kind in _LISTS.items()
        }
        self.parts["tools"] = {tool.id: tool for tool in self.folder(Tool, "curriculum/tools/")}
        tracks = tuple(sorted(self.folder(Track, "curriculum/tracks/"), key=_track_rank))
        ledger = self.ledger("curriculum/translation.yaml")
        modules = tuple(sorted(self.modules(), key=_module_rank(tracks)))
        tool_items = self.tool_items()
        files = self.deck_files(cover)
        self.report_unread()
        found = tuple(sorted(set(self.findings)))
        if cover is None:
            return Loaded(None, found)
        whole = Curriculum(cover=cover, tracks=tracks, modules=modules, tool_items=tool_items,
                           ledger=ledger, files=files, broken=frozenset(self.broken),
                           **self.parts)  # fmt: skip
        return Loaded(whole, found)

    def text(self, path: str, *, needed: bool = True) -> str | None:
        """The text of a file, or None; a needed file that is not there is a finding."""
        self.unread.pop(path, None)
        if path in self.files:
            return decode(path, self.files[path], self.findings)
        if needed and path not in self.unreadable:
            self.findings.append(Finding(Place(path), "file-missing", "The file is not there."))
        return None

    def yaml(self, path: str, *, needed: bool = True) -> Any:
        """The value of a YAML file; None where it cannot be read, and then its kind is broken."""
        text = self.text(path, needed=needed)
        if text is None:
            if path in self.files or path in self.unreadable or needed:
                self.broken.add(f"{path}:*")
            return None
        value, wrong = read_yaml(path, text)
        self.findings.extend(wrong)
        if wrong and value is None:
            self.broken.add(f"{path}:*")
        return value

    def one(self, kind: Any, path: str) -> Any:
        """The one object of a file."""
        value = self.yaml(path)
        if f"{path}:*" in self.broken:
            return None
        made = build(kind, value, Place(path), self.findings, self.broken)
        if made is None:
            self.broken.add(f"{path}:*")
        return made

    def many(self, kind: Any, path: str, *, needed: bool = True) -> list[Any]:
        """The objects of a list file."""
        return build_list(kind, self.yaml(path, needed=needed), path, self.findings, self.broken)

    def by_id(self, kind: Any, path: str) -> dict[str, Any]:
        """The objects of a list file of the curriculum, by id."""
        return {part.id: part for part in self.many(kind, path, needed=path in _NEEDED)}

    def folder(self, kind: Any, folder: str) -> list[Any]:
        """The objects of a folder that has a file for each, named by its id; in the order of names."""
        made: list[Any] = []
        for path in sorted(name for name in self.files if _is_in(folder, name)):
            part = self.one(kind, path)
            if part is not None and path != f"{folder}{part.id}.yaml":
                message = f"The id is `{part.id}`, the file is `{path.removeprefix(folder)}`."
                self.findings.append(Finding(part.at("id"), "value-wrong", message))
            made.append(part)
        return [part for part in made if part is not None]

    def ledger(self, path: str) -> dict[str, LedgerEntry]:
        """The entries of a ledger; a file that is not there is an empty ledger."""
        value = self.yaml(path, needed=False)
        if value is None:
            return {}
        if not isinstance(value, Marked):
            message = "The file must be a block of lines `key: {of: ..., lo: ..., state: ...}`."
            self.findings.append(Finding(Place(path), "value-wrong", message))
            return {}
        made = {key: build(LedgerEntry, entry, value.place(key), self.findings, set())
                for key, entry in value.items()}  # fmt: skip
        return {key: entry for key, entry in made.items() if entry is not None}

    def modules(self) -> tuple[Module, ...]:
        """Every folder of `modules/`, in order of its name."""
        names = sorted({path.split("/")[1] for path in self.files if path.count("/") >= 2
                        and path.startswith("modules/")})  # fmt: skip
        made = [self.module(name) for name in names]
        return tuple(module for module in made if module is not None)

    def module(self, name: str) -> Module | None:
        """A module with its lessons and items."""
        path = f"modules/{name}/module.yaml"
        if name in RESERVED:
            message = f"`{name}` is a folder of the site."
            self.findings.append(Finding(Place(path), "id-reserved", message))
        file = self.one(ModuleFile, path)
        ledger = self.ledger(f"modules/{name}/translation.yaml")
        items = self.items(f"quizzes/{name}.yaml", needed=file is not None)
        if file is None:
            self.unread = {p: None for p in self.unread if not p.startswith(f"modules/{name}/")}
            return None
        if file.id != name:
            message = f"The module's id is `{file.id}`, its folder is `{name}`."
            self.findings.append(Finding(file.at("id"), "value-wrong", message))
        lessons = [self.lesson(name, lesson) for lesson in file.lessons]
        kept = tuple(lesson for lesson in lessons if lesson is not None)
        return Module(file, kept, tuple(item for item in items if self.has_lesson(item)), ledger)

    def items(self, path: str, *, needed: bool) -> list[Item]:
        """The items of a bank, each with its key."""
        tools, parameters = self.parts["tools"], self.parts["parameters"]
        made = [(item, resolved(item, tools, parameters, self.findings, self.broken))
                for item in self.many(Item, path, needed=needed)]  # fmt: skip
        self.broken.update(item.id for item, kept in made if kept is None)
        return [kept for _, kept in made if kept is not None]

    def has_lesson(self, item: Item) -> bool:
        """True if the item says which lesson and objective it belongs to; else that is a finding."""
        missing = [name for name in ("lesson", "objective") if getattr(item, name) is None]
        for name in missing:
            message = f"The field `{name}` is missing."
            self.findings.append(Finding(item.at(), "field-missing", message))
            self.broken.add(item.id)
        return not missing

    def tool_items(self) -> tuple[Item, ...]:
        """The items of `quizzes/tools.yaml`; each asks about the tool that works out its key."""
        made = self.items("quizzes/tools.yaml", needed=False)
        for item in made:
            if tool_answer(item) is None:
                message = f"The key of `{item.id}` is not worked out by a tool."
                self.findings.append(Finding(item.at("id"), "item-key", message))
        return tuple(made)

    def lesson(self, module: str, name: str) -> Lesson | None:
        """A lesson with its twin, slides, figures and pictures."""
        folder = f"modules/{module}/{name}"
        english = self.prose(FrontMatter, f"{folder}/lesson.en.md", needed=True)
        lao = self.prose(TwinFrontMatter, f"{folder}/lesson.lo.md", needed=False)
        slides = self.many(Slide, f"{folder}/slides.yaml", needed=False)
        figures = self.many(Figure, f"{folder}/figures.yaml", needed=False)
        media = {path.removeprefix(f"{folder}/"): self.files[path] for path in list(self.unread)
                 if path.startswith(f"{folder}/") and path.endswith(MEDIA)}  # fmt: skip
        for picture in media:
            self.unread.pop(f"{folder}/{picture}")
        if english is None:
            self.broken.add(name)
            return None
        front, prose = english
        twin = lao[1] if lao else None
        return Lesson(name, module, front, prose, twin, tuple(slides), tuple(figures), media)

    def deck_files(self, cover: Cover | None) -> dict[str, bytes]:
        """The logo and the templates that the cover names; without a cover nobody knows them."""
        if cover is None:
            self.unread = {p: None for p in self.unread if not p.startswith("curriculum/deck/")}
            return {}
        for path in named_files(cover.deck):
            self.unread.pop(f"curriculum/{path}", None)
        return deck_files(cover.deck, self.files, self.unreadable, self.findings)

    def prose(self, kind: Any, path: str, *, needed: bool) -> Any:
        """Front matter and prose of a lesson file, or None."""
        text = self.text(path, needed=needed)
        return None if text is None else read_lesson(kind, path, text, self.findings)

    def report_unread(self) -> None:
        """Nothing; every file that nothing asked for is a finding."""
        for path in self.unread:
            if path.startswith("curriculum/releases/"):
                continue
            hint = did_you_mean(path.rsplit("/", 1)[-1], _known_names(path))
            message = "Nothing reads this file."
            self.findings.append(Finding(Place(path), "file-unknown", message, hint))


_LISTS: dict[str, Any] = {
    "sources": Source, "facts": Fact, "terms": Term, "provinces": Province,
    "parameters": Parameter, "words": Word, "activities": RoomActivity,
}  # fmt: skip
_NEEDED = frozenset({"curriculum/words.yaml"})


def _is_in(folder: str, path: str) -> bool:
    """True for a YAML file that stands directly in the folder."""
    name = path.removeprefix(folder)
    return name != path and name.endswith(".yaml") and "/" not in name


def _track_rank(track: Track) -> tuple[int, bool]:
    """Officials first, community last; for one audience, learning alone before the room."""
    audiences = ("officials", "leaders", "trainers", "community")
    return audiences.index(track.audience), track.delivery == "room"


def _module_rank(tracks: tuple[Track, ...]) -> Callable[[Module], tuple[int, str]]:
    """A key that puts modules in the order in which the tracks first use them."""
    used = [session.lesson for track in tracks for session in track.sessions
            if isinstance(session, LessonSession)]  # fmt: skip
    first = {lesson: n for n, lesson in reversed(list(enumerate(used)))}
    last = len(used)
    return lambda m: (min((first.get(name, last) for name in m.file.lessons), default=last), m.id)


def _known_names(path: str) -> tuple[str, ...]:
    """The file names that are read in the folder of this path."""
    if path.startswith("curriculum/"):
        return ("curriculum.yaml", "translation.yaml", *(f"{name}.yaml" for name in _LISTS))
    if path.startswith("modules/"):
        return ("module.yaml", "translation.yaml", "lesson.en.md", "lesson.lo.md", "slides.yaml",
                "figures.yaml")  # fmt: skip
    return ()
