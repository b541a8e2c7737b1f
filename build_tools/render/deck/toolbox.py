"""All tools as one module, so that they become a deck: a cover for each tool, then its slides."""

from __future__ import annotations

from build_tools.model import Curriculum, Language, Lesson, Module, ModuleFile, Prose, Text, Tool
from build_tools.model.lesson import FrontMatter, LessonMinutes
from build_tools.model.slides import TitleSlide, ToolSlide
from build_tools.render.runs import plain
from build_tools.render.tools.facts import in_order

TOOLBOX = "tools"
"""The id of the module; no written module may have it, because the site has a folder of that name."""
SHOWING = 10
"""Minutes to show the example of a tool, before the minutes of its exercise."""


def toolbox(curriculum: Curriculum) -> Module:
    """A module with a lesson for each tool, in the order of the tools."""
    shown = in_order(curriculum)
    title = Text(en=curriculum.word("tools", "en"), lo=curriculum.word("tools", "lo"))
    file = ModuleFile(
        id=TOOLBOX, title=title, summary=title, lessons=tuple(tool.id for tool in shown),
        objectives=(),
    )  # fmt: skip
    return Module(file, tuple(_lesson(curriculum, tool) for tool in shown), ())


def _lesson(curriculum: Curriculum, tool: Tool) -> Lesson:
    """A tool as a lesson without prose."""
    minutes = SHOWING + tool.exercise.minutes
    front = FrontMatter(
        title=_title(curriculum, tool, "en"), minutes=LessonMinutes(self=0, room=minutes),
        objectives=(), valid_as_of=f"{curriculum.cover.released:%Y-%m}",
    )  # fmt: skip
    slides = (
        TitleSlide(id="cover", kind="title"),
        ToolSlide(id="tool", kind="tool", use=tool.id, minutes=minutes),
    )
    english = Prose("", front.title, ())
    lao = None if tool.title.lo is None else Prose("", _title(curriculum, tool, "lo"), ())
    return Lesson(tool.id, TOOLBOX, front, english, lao, slides)


def _title(curriculum: Curriculum, tool: Tool, language: Language) -> str:
    """The title of a tool without its look."""
    return plain(curriculum, tool.title.of(language), language)
