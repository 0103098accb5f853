"""What a visitor may choose beside letters and model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from seqdemo.errors import InputError
from seqdemo.models.symbols import LIMIT as MOST_STEPS

__all__ = ["MOST_BEAMS", "MOST_STEPS", "Options"]

MOST_BEAMS = 8


@dataclass(frozen=True)
class Options:
    """How an answer is looked for, and what is changed by hand on the way."""

    beam: int = 1
    """So many beginnings of a word are kept at every step, 1..MOST_BEAMS; models that write one letter ignore it."""
    covered: tuple[int, ...] = ()
    """Rows of the image, from 0, that are hidden from a model that reads row by row; others ignore it."""
    brief: bool = False
    """Only what a card among others shows: what a step looks at is not measured from outside where the model tells it,
    and reasoning is told the truth only after a wrong answer."""
    read: Mapping[int, str] = field(default_factory=dict)
    """As which letter (A-Z) images are read for certain, by place, from 0.

    Models ignore it that name no letters before they reason: those with the report's CNN under an encoder, and those
    that only read.
    """
    look: Mapping[int, tuple[float, ...]] = field(default_factory=dict)
    """Where a decoder looks at some of its steps, from 0: a share for each image, in reading order, together 1.

    Models that do not look at single images ignore it.
    """

    def check(self, count: int) -> None:
        """That all of it concerns so many letters; raises InputError."""
        if any(place >= count for place in self.read):
            raise InputError("no_place", "There is no letter at the place that is to be read as another one.")
        if any(len(shares) != count for shares in self.look.values()):
            raise InputError("uneven_look", "To look at letters takes one share for each of them.")
