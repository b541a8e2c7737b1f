"""A lesson in less time than it was planned for: which of its slides are shown, which kept hidden."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from typing import NamedTuple

from build_tools.render.deck.plan import Plan

WORTH = {"activity": 8, "tool": 8, "figure": 4, "question": 4, "disagreement": 3}
"""How much a slide gives in a short lesson: doing before looking, looking before listening."""
OTHER = 2
DOING = ("activity", "tool", "question")
FRAME = ("title", "section", "objectives", "key-messages", "sources")
"""Kinds that are shown in any case: they say where one is."""


class Scene(NamedTuple):
    """What one slide of `slides.yaml` becomes: its kind, and slides that belong together."""

    kind: str
    plans: tuple[Plan, ...]

    @property
    def minutes(self) -> int:
        """The minutes of all its slides."""
        return sum(plan.minutes for plan in self.plans)


def shortened(scenes: Sequence[Scene], minutes: int) -> list[Scene]:
    """The scenes of a lesson in so many minutes: none is lost, those that do not fit are hidden.

    Shown are the first that teaches, and those that together are worth most in the time that is
    left; minutes that are over go to the last slide that has any, for questions from the room.
    """
    frame = {place for place, scene in enumerate(scenes) if scene.kind in FRAME}
    room = max(minutes - sum(scenes[place].minutes for place in frame), 0)
    taught = _first_taught(scenes)
    if taught is not None and scenes[taught].minutes <= room:
        frame.add(taught)
        room -= scenes[taught].minutes
    shown = frame | _chosen(scenes, frame, room)
    made = [scene if place in shown else hidden(scene) for place, scene in enumerate(scenes)]
    return _filled_up(made, minutes - sum(scene.minutes for scene in made))


def _first_taught(scenes: Sequence[Scene]) -> int | None:
    """The place of the first scene that teaches, so that no lesson begins with a question."""
    return next((n for n, one in enumerate(scenes) if one.kind not in (*FRAME, *DOING)), None)


def _chosen(scenes: Sequence[Scene], frame: Set[int], room: int) -> frozenset[int]:
    """The places of the scenes that are worth most in this time; of equal ways the fuller one."""
    best: dict[int, tuple[int, frozenset[int]]] = {0: (0, frozenset())}
    for place, scene in enumerate(scenes):
        if place in frame:
            continue
        gain = WORTH.get(scene.kind, OTHER) * scene.minutes
        for used, (worth, chosen) in list(best.items()):
            after = used + scene.minutes
            if after <= room and worth + gain > best.get(after, (-1, frozenset()))[0]:
                best[after] = (worth + gain, chosen | {place})
    return max(best.items(), key=lambda way: (way[1][0], way[0]))[1][1]


def hidden(scene: Scene) -> Scene:
    """The scene kept for questions: hidden and without minutes."""
    return scene._replace(
        plans=tuple(replace(plan, hidden=True, minutes=0) for plan in scene.plans)
    )


def _filled_up(scenes: list[Scene], spare: int) -> list[Scene]:
    """The scenes with the minutes that are left, or that lack, on the last slides that have any."""
    made = list(scenes)
    for place in reversed(range(len(made))):
        plans = list(made[place].plans)
        for number in reversed(range(len(plans))):
            if spare and plans[number].minutes:
                after = max(plans[number].minutes + spare, 0)
                spare -= after - plans[number].minutes
                plans[number] = replace(plans[number], minutes=after)
        made[place] = made[place]._replace(plans=tuple(plans))
    return made
