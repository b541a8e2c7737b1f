"""The slides that show a part of the lesson: activity, key messages, quotation, disagreement."""

from __future__ import annotations

from collections.abc import Callable

from build_tools.model import Box, Language, Text
from build_tools.model.slides import (
    ActivitySlide,
    DisagreementSlide,
    KeyMessagesSlide,
    QuoteSlide,
)
from build_tools.render.deck.evidence import source_line, sources_line
from build_tools.render.deck.kinds import activity_boxes, notes
from build_tools.render.deck.plan import Plan
from build_tools.render.deck.say import (
    Entries,
    LessonVoice,
    Runs,
    Said,
    Voice,
    entries,
    joined,
)
from build_tools.render.runs import TextRun, list_items, paragraphs
from build_tools.render.values import date_text, fact_value, source_label

_Part = Callable[[LessonVoice, Box, Language], tuple[Runs, ...]]


def activity(voice: LessonVoice, slide: ActivitySlide) -> list[Plan]:
    """An activity: time, form and materials in the panel, its steps beside it."""
    english, lao = _twins(voice, slide.use)
    minutes = int(english.attributes["minutes"])
    needed = None
    if "materials" in english.attributes:
        needed = _attribute(voice, english, lao, "materials")
    steps = _both(voice, english, lao, _steps)
    boxes = activity_boxes(voice, steps, minutes, english.attributes["form"], needed)
    said = _attribute(voice, english, lao, "title")
    around = _both(voice, english, lao, _around)
    boxed = _trainer(voice, slide.use) if slide.notes is None else ()
    spoken = notes(voice, slide, *around, *boxed)
    return [Plan(slide.id, "Activity", said, boxes, spoken, minutes, split="body")]


def _twins(voice: LessonVoice, box_id: str) -> tuple[Box, Box | None]:
    """The activity box in English and in Lao."""
    lesson = voice.lesson
    return lesson.activity(box_id, "en"), lesson.activity(box_id, "lo") if lesson.lo else None


def _attribute(voice: LessonVoice, english: Box, lao: Box | None, name: str) -> Said:
    """An attribute that differs between the languages."""
    there = None if lao is None else (TextRun(lao.attributes[name]),)
    return voice.said((TextRun(english.attributes[name]),), there)


def _both(voice: LessonVoice, english: Box, lao: Box | None, part: _Part) -> tuple[Said, ...]:
    """The same part of both boxes."""
    return voice.pairs(part(voice, english, "en"), part(voice, lao, "lo") if lao else None)


def _steps(voice: LessonVoice, box: Box, language: Language) -> tuple[Runs, ...]:
    """The items of the first list of a box."""
    return list_items(voice.curriculum, box.tokens, language)


def _around(voice: LessonVoice, box: Box, language: Language) -> tuple[Runs, ...]:
    """The paragraphs of a box that are not items of its list: introduction and expected result."""
    steps = set(_steps(voice, box, language))
    every = paragraphs(voice.curriculum, box.tokens, language)
    return tuple(one for one in every if one not in steps)


def _all(voice: LessonVoice, box: Box, language: Language) -> tuple[Runs, ...]:
    """Every paragraph of a box."""
    return paragraphs(voice.curriculum, box.tokens, language)


def _trainer(voice: LessonVoice, activity_id: str) -> tuple[Said, ...]:
    """What the trainer boxes in the section of this activity say."""
    found = {language: _boxes_near(voice, activity_id, language) for language in ("en", "lo")}
    made: list[Said] = []
    for number, english in enumerate(found["en"]):
        lao = found["lo"][number] if voice.lesson.lo else None
        made += _both(voice, english, lao, _all)
    return tuple(made)


def _boxes_near(voice: LessonVoice, activity_id: str, language: Language) -> list[Box]:
    """The trainer boxes that stand in one section with an activity."""
    for section in voice.lesson.prose(language).sections:
        boxes = [block for block in section.blocks if isinstance(block, Box)]
        if any(box.id == activity_id for box in boxes):
            return [box for box in boxes if box.name == "trainer"]
    return []


def key_messages(voice: LessonVoice, slide: KeyMessagesSlide) -> list[Plan]:
    """The key messages, a row for each."""
    (english, *_), lao = voice.lesson.en.boxes("key-messages"), None
    if voice.lesson.lo:
        (lao, *_) = voice.lesson.lo.boxes("key-messages")
    messages = _both(voice, english, lao, _steps)
    said = voice.word("deck-key-messages", n=voice.number)
    cards = tuple(
        {"number": entries([voice.same(str(number), "en")]), "message": entries([message])}
        for number, message in enumerate(messages, start=1)
    )
    spoken = notes(voice, slide)
    return [Plan(slide.id, "Key messages", said, {}, spoken, slide.minutes, cards=cards)]


def quote(voice: LessonVoice, slide: QuoteSlide) -> list[Plan]:
    """A short quotation and its source."""
    source = voice.curriculum.sources[slide.source]
    boxes = {
        "quote": entries([voice.text(slide.quote)]),
        "source": entries([source_line(voice, f"{source_label(source)}: {source.title}")]),
    }
    said = voice.word("box-quote")
    return [Plan(slide.id, "Quote", said, boxes, notes(voice, slide), slide.minutes)]


def disagreement(voice: LessonVoice, slide: DisagreementSlide) -> list[Plan]:
    """Facts that differ as cards side by side, each with its source and date."""
    cards = tuple(_fact_card(voice, fact) for fact in slide.facts)
    said, spoken = voice.text(slide.title), notes(voice, slide)
    return [Plan(slide.id, "Disagreement", said, {}, spoken, slide.minutes, cards=cards)]


def _fact_card(voice: Voice, fact_id: str) -> dict[str, Entries]:
    """What one fact says: its number, its statement, and who said it when."""
    curriculum = voice.curriculum
    fact = curriculum.facts[fact_id]
    card = {"statement": entries([voice.text(fact.statement)])}
    if fact.value is not None:
        value = Text(
            en=fact_value(curriculum, fact_id, "en"), lo=fact_value(curriculum, fact_id, "lo")
        )
        card["value"] = entries([voice.text(value)])
    foot = [*sources_line(voice, fact.sources)]
    if fact.as_of is not None:
        day = Text(en=date_text(fact.as_of, "en"), lo=date_text(fact.as_of, "lo"))
        foot.append(voice.word("deck-data-of", date=voice.text(day)))
    if fact.confidence in ("derived", "general-knowledge-unverified"):
        foot.append(voice.word(f"confidence-{fact.confidence}"))
    return card | {"source": entries([joined(foot)] if foot else [])}
