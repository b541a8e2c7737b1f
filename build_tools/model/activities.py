"""What a room does between the lessons: it opens, wakes up, looks back, gives feedback, closes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from build_tools.model.base import Id, Part, Text

Form = Literal["solo", "pairs", "groups", "plenary"]


class RoomActivity(Part):
    """An activity that belongs to no lesson; agendas name it by its id.

    `steps` are for the slide; `notes` are for the trainer, one action a line; `result` is what must
    have come out at the end.
    """

    id: Id
    kind: Literal["opening", "energiser", "recap", "feedback", "test", "closing"]
    title: Text
    form: Form
    materials: Text | None = None
    steps: Annotated[tuple[Text, ...], Field(min_length=1, max_length=6)]
    notes: Text
    result: Text | None = None

    @property
    def actions(self) -> tuple[Text, ...]:
        """The notes line by line; in one piece where the Lao has other lines than the English."""
        english = self.notes.en.splitlines()
        lao = self.notes.lo.splitlines() if self.notes.lo else [None] * len(english)
        if len(lao) != len(english):
            return (self.notes,)
        return tuple(Text(en=one, lo=other) for one, other in zip(english, lao) if one)
