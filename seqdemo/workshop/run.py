"""`Run`: what came out of a recipe so far, and where it stands."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Literal

from seqdemo.workshop.protocol import BRIEF, Begun, Ended, Message, Moment, Point
from seqdemo.workshop.recipe import WorkshopRecipe

State = Literal["waiting", "starting", "running", "paused", "ended", "failed"]
OVER = ("ended", "failed")


@dataclass(eq=False)
class Run:
    """One recipe's run; any number of visitors may look at it."""

    recipe: WorkshopRecipe
    visitors: set[str]
    state: State = "waiting"
    begun: Begun | None = None
    points: list[Point] = field(default_factory=list)
    moments: list[Moment] = field(default_factory=list)
    ended: Ended | None = None
    asked: float = field(default_factory=time.monotonic)
    """When it was last asked for."""
    since: float = field(default_factory=time.monotonic)
    """When it was first asked for."""
    brief: bool = False
    """It is hardly looked at on the way, and keeps no snapshot but the last."""

    @property
    def key(self) -> str:
        return self.recipe.link

    @property
    def told(self) -> str:
        """What a worker is told to begin it."""
        return f"{self.key} {BRIEF}" if self.brief else self.key

    @property
    def accuracy(self) -> float | None:
        """Right answers on the test writers, once it is finished."""
        return self.ended.accuracy if self.ended else None

    @property
    def fitted(self) -> float:
        """Right answers to the samples that it learned from last."""
        return (self.points[-1].fitted or 0.0) if self.points else 0.0

    def take(self, said: Message) -> None:
        """Note what the worker said."""
        if isinstance(said, Begun):
            self.begun, self.state = said, "running"
        elif isinstance(said, Point):
            self.points.append(said)
        elif isinstance(said, Moment):
            self.moments.append(said)
        else:
            self.ended, self.state = said, "ended"
