"""The words of the house: frozen objects that every part of the machine speaks of."""

from build_tools.model.activities import RoomActivity as RoomActivity
from build_tools.model.base import (
    EDITIONS as EDITIONS,
    LANGUAGES as LANGUAGES,
    Edition as Edition,
    Language as Language,
    Marked as Marked,
    Part as Part,
    Text as Text,
)
from build_tools.model.course import (
    ActivitySession as ActivitySession,
    BreakSession as BreakSession,
    Cover as Cover,
    Day as Day,
    LessonSession as LessonSession,
    ModuleFile as ModuleFile,
    Objective as Objective,
    PlannedSession as PlannedSession,
    Session as Session,
    Track as Track,
)
from build_tools.model.evidence import (
    Fact as Fact,
    Parameter as Parameter,
    Province as Province,
    Source as Source,
    Term as Term,
    Word as Word,
)
from build_tools.model.figures import Figure as Figure
from build_tools.model.items import Item as Item
from build_tools.model.ledger import LedgerEntry as LedgerEntry
from build_tools.model.lesson import (
    Block as Block,
    Box as Box,
    Heading as Heading,
    Lesson as Lesson,
    Prose as Prose,
    Run as Run,
    Section as Section,
)
from build_tools.model.slides import Slide as Slide
from build_tools.model.tools import Tool as Tool, ToolAnswer as ToolAnswer
from build_tools.model.whole import (
    Curriculum as Curriculum,
    Module as Module,
)
