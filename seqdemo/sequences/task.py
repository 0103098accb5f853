"""What every task says of itself, whatever is to be done with its letters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from seqdemo.handwriting.letter import MAX_LETTERS

Family = Literal["next", "swap", "row", "letter"]


@dataclass(frozen=True)
class Task:
    """Its name in addresses and in the API, its titles, and how many letters its samples have."""

    name: str
    title: str
    title_ko: str
    shortest: int
    longest: int
    """Fewest and most letters of a sample."""

    family: ClassVar[Family]
    """What it has in common with its like."""
    fewest: ClassVar[int] = 1
    most: ClassVar[int] = MAX_LETTERS
    """Fewest and most letters that its models can be asked about."""

    @property
    def papers(self) -> tuple[str, ...]:
        """The backgrounds that letters may be written on."""
        return ("black",)

    @property
    def trained_as(self) -> str:
        """The task, by name, whose models answer this one."""
        return self.name

    @property
    def figure(self) -> str:
        """Under which name the metrics of a model state the accuracy to this task."""
        return "accuracy"
