"""A question and its answer: two slides, which survive printing, phones and other programs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from build_tools.model import LANGUAGES, Item, Text
from build_tools.model.items import (
    Extra,
    MatchItem,
    MultipleItem,
    NumericItem,
    Option,
    OrderItem,
    Pair,
    ShortItem,
    SingleItem,
    SortItem,
    TrueFalseItem,
    Verdict,
)
from build_tools.model.slides import QuestionSlide
from build_tools.render.deck.evidence import item_sources, sources_line
from build_tools.render.deck.kinds import notes
from build_tools.render.deck.notes import with_cue
from build_tools.render.deck.plan import Plan, share
from build_tools.render.deck.say import (
    Entries,
    LessonVoice,
    Said,
    Voice,
    bold,
    entries,
    joined,
    prefixed,
)
from build_tools.render.quiz import shuffled
from build_tools.render.values import number, quantity


def question(voice: LessonVoice, slide: QuestionSlide) -> list[Plan]:
    """The question and, after it, its key and rationale."""
    item = next(item for item in voice.module.items if item.id == slide.use)
    place = {"lesson": voice.number, "n": _number(voice, slide)}
    titles = voice.word("deck-question", **place), voice.word("deck-answer", **place)
    asked, answered = _plans(voice, item, slide.id, titles)
    ask, tell = share(slide.minutes, 2)
    how = () if slide.notes else (_how(voice, item),)
    spoken = notes(voice, slide, *how, *asked.notes)
    answered = _sourced(voice, item, answered)
    return [replace(asked, notes=spoken, minutes=ask), replace(answered, minutes=tell)]


def item_plans(
    voice: Voice, item: Item, plan_id: str, titles: tuple[Said, Said]
) -> tuple[Plan, Plan]:
    """An item as a question, its key in the notes, and as an answer with the rationale."""
    asked, answered = _plans(voice, item, plan_id, titles)
    return _sourced(voice, item, asked), _sourced(voice, item, answered)


def _sourced(voice: Voice, item: Item, plan: Plan) -> Plan:
    """The slide with the sources of its item at the end of the notes."""
    line = sources_line(voice, item_sources(voice.curriculum, item))
    return replace(plan, notes=(*plan.notes, *line))


def _plans(voice: Voice, item: Item, plan_id: str, titles: tuple[Said, Said]) -> tuple[Plan, Plan]:
    """Question and answer; only the answer's notes repeat the options, which the question shows."""
    key, why = key_of(voice, item), (with_cue(voice.word("deck-why"), voice.text(item.rationale)),)
    layout, boxes = _asked(voice, item)
    right = voice.word("deck-key")
    told = (with_cue(right, *key),) if len(key) == 1 else (right, *key)
    asked = Plan(
        plan_id, layout, titles[0], {"stem": entries([voice.text(item.stem)]), **boxes},
        (*told, *_reasons(voice, item, named=False), *why), split=_split(layout),
    )  # fmt: skip
    answered = Plan(
        f"{plan_id}-answer", _answer_layout(item, key), titles[1],
        {"key": entries(key), "body": entries([voice.text(item.rationale)])},
        (*_reasons(voice, item, named=True), *why), split="key" if len(key) > 1 else None,
    )  # fmt: skip
    return asked, answered


def _how(voice: Voice, item: Item) -> Said:
    """What to do with a question for which the author wrote nothing."""
    return voice.word("deck-ask-hands" if _options(item) else "deck-ask-write")


def _answer_layout(item: Item, key: Sequence[Said]) -> str:
    """The layout of an answer: one line, a list, or steps in their order."""
    if isinstance(item, OrderItem):
        return "Answer steps"
    return "Answer" if len(key) == 1 else "Answer list"


def _split(layout: str) -> str | None:
    """The box that may go on to a further slide: options, or lines that all have the same letters."""
    return {"Question": "body", "Question lists": "left"}.get(layout)


def _number(voice: LessonVoice, slide: QuestionSlide) -> int:
    """The place of a question among those of its lesson, counted from 1."""
    asked = [one.id for one in voice.lesson.slides if isinstance(one, QuestionSlide)]
    return asked.index(slide.id) + 1


def _asked(voice: Voice, item: Item) -> tuple[str, dict[str, Entries]]:
    """The layout of a question, and what stands in its boxes beside the stem."""
    if isinstance(item, MatchItem):
        pairs: Sequence[Pair | Extra] = item.pairs
        sides = shuffled(item.id, pairs, item.extra)
        right = [side.right for side in sides]
        return "Question lists", _lists(voice, [pair.left for pair in item.pairs], right)
    if isinstance(item, SortItem):
        cards = [card.text for card in shuffled(item.id, item.cards)]
        return "Question lists", _lists(voice, cards, [group.text for group in item.groups])
    if isinstance(item, OrderItem):
        steps = [voice.text(step.text) for step in shuffled(item.id, item.steps)]
        return "Question", {"body": entries(steps)}
    if isinstance(item, NumericItem | ShortItem):
        return "Question open", {"body": entries([voice.word(f"hint-{item.type}")])}
    return "Question", {"body": entries([_choice(voice, option) for option in _options(item)])}


def _lists(voice: Voice, left: Sequence[Text], right: Sequence[Text]) -> dict[str, Entries]:
    """Two lists beside each other."""
    return {
        "left": entries([voice.text(text) for text in left]),
        "right": entries([voice.text(text) for text in right]),
    }


def _options(item: Item) -> tuple[Option | Verdict, ...]:
    """The options of an item; nothing where it has none."""
    if isinstance(item, SingleItem | MultipleItem | TrueFalseItem):
        return item.options
    return ()


def _choice(voice: Voice, option: Option | Verdict) -> Said:
    """The words of an option; those of a verdict are interface words."""
    if isinstance(option, Verdict):
        return voice.word(f"verdict-{option.id}")
    return voice.text(option.text)


def key_of(voice: Voice, item: Item) -> tuple[Said, ...]:
    """The right answer of an item, one line or several."""
    if isinstance(item, MatchItem):
        return tuple(
            joined([bold(voice.text(pair.left)), voice.text(pair.right)], ": ")
            for pair in item.pairs
        )
    if isinstance(item, SortItem):
        return tuple(_group(voice, item, group.id, group.text) for group in item.groups)
    if isinstance(item, OrderItem):
        return tuple(voice.text(step.text) for step in item.steps)
    if isinstance(item, NumericItem | ShortItem):
        return (voice.text(_typed(voice, item)),)
    return tuple(
        lettered(_choice(voice, option), place)
        for place, option in enumerate(_options(item))
        if option.key
    )


def lettered(said: Said, place: int) -> Said:
    """A text behind the letter that it has among the options."""
    return prefixed(f"{chr(ord('A') + place)}. ", said)


def _group(voice: Voice, item: SortItem, group_id: str, name: Text) -> Said:
    """A group and the cards that belong to it, on one line."""
    cards = [voice.text(card.text) for card in item.cards if card.group == group_id]
    return (
        joined([bold(voice.text(name)), joined(cards, "; ")], ": ") if cards else voice.text(name)
    )


def _typed(voice: Voice, item: NumericItem | ShortItem) -> Text:
    """The right number with its unit and tolerance, or the first word that counts as right."""
    if isinstance(item, ShortItem):
        return Text(en=item.accept.en[0], lo=next(iter(item.accept.lo), None))
    made = {}
    for language in LANGUAGES:
        answer = quantity(voice.curriculum, item.number, item.unit, language)
        near = f" (± {number(item.tolerance, language)})" if item.tolerance else ""
        made[language] = f"{answer}{near}"
    return Text(**made)


def _reasons(voice: Voice, item: Item, *, named: bool) -> tuple[Said, ...]:
    """Why each option or card is right or wrong, or every word that counts as right, for the notes.

    Options have their letters; where they are `named`, their words too.
    """
    if isinstance(item, ShortItem):
        accepted = Text(en=" / ".join(item.accept.en), lo=" / ".join(item.accept.lo) or None)
        return (with_cue(voice.word("deck-accepted"), voice.text(accepted)),)
    if isinstance(item, SortItem):
        return tuple(
            with_cue(voice.text(card.text), voice.text(card.rationale))
            for card in item.cards
            if card.rationale
        )
    made: list[Said] = []
    for place, option in enumerate(_options(item)):
        if option.rationale:
            why = voice.text(option.rationale)
            made.append(lettered(with_cue(_choice(voice, option), why) if named else why, place))
    return tuple(made)
