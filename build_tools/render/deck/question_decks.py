"""The decks of the tests: questions to answer on paper before and after a training, and the answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from build_tools.forms import MOST, Form, form_items, minutes_of, written_lessons
from build_tools.model import Curriculum, Item, Lesson, Track
from build_tools.render.deck.kinds import cover_boxes
from build_tools.render.deck.kinds_question import item_plans
from build_tools.render.deck.outline import Chapter, Outline, Purpose, word_text
from build_tools.render.deck.plan import Plan
from build_tools.render.deck.say import Entries, Voice, entries

FORMS: Mapping[Purpose, Form] = {"pre-test": "pre", "post-test": "post"}
TO_EXPLAIN, TO_COLLECT = 2, 1
"""Minutes to say how to answer, and to collect the sheets."""
WAYS: Mapping[str, tuple[str, ...]] = {
    "test-write-choice": ("single", "multiple", "true-false"),
    "test-write-order": ("order",),
    "test-write-lists": ("match", "sort"),
}
"""How answers are written, by types of items; an open question says it on its own slide."""


def question_outlines(curriculum: Curriculum) -> tuple[Outline, ...]:
    """The decks of the tests of every track that is taught in a room."""
    rooms = [track for track in curriculum.tracks if track.delivery == "room"]
    return tuple(
        outline
        for track in rooms
        for purpose in FORMS
        for outline in _outlines(curriculum, track, purpose)
    )


def _outlines(curriculum: Curriculum, track: Track, purpose: Purpose) -> Iterator[Outline]:
    """The deck of one test; nothing where the track has no such test or nothing to ask yet."""
    if not (track.pre_test if purpose == "pre-test" else track.post_test):
        return
    lessons = {lesson.id: lesson for lesson in curriculum.lessons}
    items = form_items(curriculum, written_lessons(curriculum, track), FORMS[purpose], MOST)
    if items:
        asked = tuple((item, lessons[item.lesson or ""]) for item in items)
        yield QuestionDeck(curriculum, track, purpose, asked).outline()


@dataclass(frozen=True, slots=True)
class QuestionDeck:
    """One test of a track: its items, each with the lesson it is about."""

    curriculum: Curriculum
    track: Track
    purpose: Purpose
    items: tuple[tuple[Item, Lesson], ...]

    def outline(self) -> Outline:
        """The deck: the questions, then the answers."""
        title = word_text(self.curriculum, f"{self.purpose}-of", track=self.track.title)
        units = (f"curriculum/tracks#{self.track.id}", *self._units())
        chapters = tuple(
            Chapter(name, word_text(self.curriculum, f"test-{name}"), plans, units)
            for name, plans in (("questions", self.questions), ("answers", self.answers))
        )
        name = f"{self.track.id}-{self.purpose}"
        return Outline(name, title, self.purpose, self.track.id, chapters)

    def _units(self) -> Iterator[str]:
        """The texts of the items, and the titles of their lessons."""
        for item, lesson in self.items:
            yield f"{lesson.module}/quizzes#{item.id}"
            yield f"{lesson.module}/{lesson.id}/lesson#title"

    def questions(self, voice: Voice) -> Iterator[Plan]:
        """Cover, how to answer, a slide for each question with its key in the notes, and the end."""
        yield self._cover(voice)
        yield self._how(voice)
        for asked, _, item, lesson in self._pairs(voice):
            about = voice.word("test-lesson", lesson=voice.text(lesson.title))
            yield replace(asked, notes=(*asked.notes, about), minutes=minutes_of(item))
        yield self._end(voice)

    def answers(self, voice: Voice) -> Iterator[Plan]:
        """A slide for each answer; hidden before the training, shown after it."""
        hidden = self.purpose == "pre-test"
        for _, answered, _, lesson in self._pairs(voice):
            again = voice.word("test-look-again", lesson=voice.text(lesson.title))
            notes = (*answered.notes, again)
            yield replace(answered, notes=notes, minutes=0 if hidden else 1, hidden=hidden)

    def _pairs(self, voice: Voice) -> Iterator[tuple[Plan, Plan, Item, Lesson]]:
        """The slides of each question and its answer, numbered from 1."""
        for n, (item, lesson) in enumerate(self.items, start=1):
            titles = voice.word("test-question", n=n), voice.word("test-answer", n=n)
            asked, answered = item_plans(voice, item, item.id, titles)
            place = item.at("id")
            yield replace(asked, place=place), replace(answered, place=place), item, lesson

    def _cover(self, voice: Voice) -> Plan:
        """Which test this is, how many questions it has, how long they take."""
        minutes = sum(minutes_of(item) for item, _ in self.items)
        length = voice.word("test-length", n=len(self.items), minutes=minutes)
        title = voice.word(f"{self.purpose}-of", track=voice.text(self.track.title))
        notes = (voice.word("test-cover-note"),)
        return Plan("cover", "Cover", title, cover_boxes(voice, length), notes)

    def _how(self, voice: Voice) -> Plan:
        """How the answers are written, and what they are for."""
        body = _points(voice, "test-alone", "test-write")
        types = {item.type for item, _ in self.items}
        ways = [way for way, of_types in WAYS.items() if types.intersection(of_types)]
        body += entries([voice.word(way) for way in ways], level=1)
        body += _points(voice, "test-unsure", f"{self.purpose}-purpose")
        notes = (voice.word("test-how-note"),)
        title = voice.word("test-how")
        return Plan("how", "Content", title, {"body": body}, notes, TO_EXPLAIN, split="body")

    def _end(self, voice: Voice) -> Plan:
        """The sheets are collected before any answer is seen."""
        boxes = {"lesson": entries([voice.word(f"{self.purpose}-after")])}
        notes = (voice.word(f"{self.purpose}-end-note"),)
        return Plan("end", "Section", voice.word("test-end"), boxes, notes, TO_COLLECT)


def _points(voice: Voice, *word_ids: str) -> Entries:
    """Interface words as points."""
    return entries([voice.word(one) for one in word_ids])
