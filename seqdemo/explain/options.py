"""What a visitor may choose beside letters and model."""

from __future__ import annotations

from dataclasses import dataclass

MOST_BEAMS = 8


@dataclass(frozen=True)
class Options:
    """How an answer is looked for."""

    beam: int = 1
    """So many beginnings of a word are kept at every step, 1..MOST_BEAMS; models that write one letter ignore it."""
    covered: tuple[int, ...] = ()
    """Rows of the image, from 0, that are hidden from a model that reads row by row; others ignore it."""
    brief: bool = False
    """Only what a card among others shows: what a step looks at is not measured from outside where the model tells it,
    and reasoning is told the truth only after a wrong answer."""
