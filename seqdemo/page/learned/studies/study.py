"""`Study`: a recipe, and what came out with one thing changed at a time, as plain numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

BASE = "base"
"""The name of the outcome of the recipe as it is."""


@dataclass(frozen=True)
class Spread:
    """One figure over several seeds."""

    mean: float
    least: float
    most: float

    def apart(self, other: Spread) -> bool:
        """Whether no seed of the one came between the seeds of the other."""
        return self.least > other.most or self.most < other.least


@dataclass(frozen=True)
class Outcome:
    """What one change came to."""

    name: str
    title: str
    shares: Mapping[str, Spread]
    """Shares of 1 by figure: `accuracy`, `vision`, `reasoning_on_truth`."""
    by_length: Mapping[str, Mapping[int, Spread]]
    """The same by figure and number of letters."""
    losses: tuple[tuple[float, Spread], ...] = ()
    """Step, and the mean loss of the steps up to it."""


@dataclass(frozen=True)
class Group:
    """Changes of one kind, in their order, the recipe as it is among them."""

    name: str
    title: str
    outcomes: tuple[Outcome, ...]

    @property
    def base(self) -> Outcome:
        return next(outcome for outcome in self.outcomes if outcome.name == BASE)

    @property
    def changed(self) -> Iterable[Outcome]:
        return (outcome for outcome in self.outcomes if outcome.name != BASE)


@dataclass(frozen=True)
class Study:
    """All changes of one study, and how they were measured."""

    name: str
    title: str
    judged_by: Literal["answers", "loss"]
    seeds: int
    """How many runs there are of each change."""
    steps: int
    batch: int
    sequences: int
    """So many samples of the test writers each run was asked."""
    groups: tuple[Group, ...]
    tested: str
    """Whose letters: `unipen`, `emnist` or `pen`."""
    device: str
    date: str
    seconds: float
    """Of all runs together."""
