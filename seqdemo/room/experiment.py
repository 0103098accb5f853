"""`Experiment`: a class trains two arms, each phone one run; all of it is read from what the phones said.

A phone says `bet`, then `start`: {attempt, place in line}. When its run has ended, `result` is said for it: {attempt,
accuracy, order among the dots}. The room notes as `taken` which attempts the teacher took back, by slot.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from seqdemo.room.claims import Arm
from seqdemo.room.room import Room
from seqdemo.workshop.comparisons import SEEDS
from seqdemo.workshop.recipe import MAX_SEED

BETS = ("worse", "same", "better")
"""How the second arm will do beside the first."""
EVERY = 5
"""After so many further dots it is said what can be claimed."""


@dataclass(frozen=True)
class Dot:
    """The outcome of a phone's run."""

    slot: int
    accuracy: float


def arm(slot: int) -> int:
    """0 or 1; those who join one after the other are a pair."""
    return slot % 2


def partner(slot: int) -> int:
    """The other phone of a pair."""
    return slot ^ 1


class Experiment:
    """How far the class of a room is."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self.bets: dict[int, str] = room.said("bet")
        self._started: dict[int, dict[str, int]] = room.said("start")
        self._ended: dict[int, dict[str, Any]] = room.said("result")

    def seed(self, slot: int) -> int:
        """Of a phone's run: one that no other phone has, and none of the study that was made beforehand."""
        told = f"{self._room.code} {self._room.serial} {slot} {self.attempt(slot)}"
        return random.Random(told).randrange(max(SEEDS) + 1, MAX_SEED + 1)

    def attempt(self, slot: int) -> int:
        """The number of the run that a phone has or would start: another one after each that failed or was taken."""
        if slot not in self._started:
            return 0
        last = self._started[slot]["attempt"]
        return last if self._stands(slot) and not self.failed(slot) else last + 1

    def started(self, slot: int) -> bool:
        """Whether a phone's run waits, is trained or has come to a dot."""
        return self._stands(slot) and not self.failed(slot)

    def failed(self, slot: int) -> bool:
        found = self._result(slot)
        return found is not None and found["accuracy"] is None

    def start(self, slot: int) -> dict[str, int]:
        """What a phone says that starts now."""
        places = [each["place"] for each in self._started.values()]
        return {"attempt": self.attempt(slot), "place": max(places, default=-1) + 1}

    @cached_property
    def line(self) -> list[int]:
        """Slots of the runs that have not ended, the next first."""
        open_ = [slot for slot in self._started if self._stands(slot) and self._result(slot) is None]
        return sorted(open_, key=lambda slot: (self._started[slot]["place"], slot))

    @cached_property
    def dots(self) -> list[Dot]:
        """In the order in which they came."""
        found = {slot: result for slot in self._ended if (result := self._result(slot)) and not self.failed(slot)}
        slots = sorted(found, key=lambda slot: (found[slot]["order"], slot))
        return [Dot(slot, found[slot]["accuracy"]) for slot in slots]

    def ended(self, slot: int, accuracy: float | None, later: int) -> dict[str, Any]:
        """What is said for a phone whose run has ended, after some others; None: it failed."""
        orders = [each["order"] for each in self._ended.values()]
        return {"attempt": self._started[slot]["attempt"], "accuracy": accuracy,
                "order": max(orders, default=-1) + 1 + later}  # fmt: skip

    def taken(self, slot: int) -> dict[str, int]:
        """What the room notes when the teacher takes back a phone's run."""
        return {**(self._room.noted("taken") or {}), str(slot): self._started[slot]["attempt"]}

    def arms(self, count: int | None = None) -> tuple[Arm, Arm]:
        """The dots of both arms, or the first of them."""
        one, other = ([dot.accuracy for dot in self.dots[:count] if arm(dot.slot) == side] for side in (0, 1))
        return tuple(one), tuple(other)

    def looked(self, finished: bool) -> int:
        """So many dots stand behind what is said: all when everyone has one, else those of the last look."""
        return len(self.dots) if finished else len(self.dots) // EVERY * EVERY

    def pair(self, slot: int) -> tuple[float, float] | None:
        """What a phone and its partner came to, first arm first; None unless both have a dot."""
        found = {dot.slot: dot.accuracy for dot in self.dots}
        even = min(slot, partner(slot))
        return (found[even], found[even + 1]) if even in found and even + 1 in found else None

    @property
    def pairs(self) -> list[tuple[float, float]]:
        return [pair for dot in self.dots if arm(dot.slot) == 0 and (pair := self.pair(dot.slot))]

    def _stands(self, slot: int) -> bool:
        """Whether a phone has started, and was not taken back since."""
        taken = (self._room.noted("taken") or {}).get(str(slot), -1)
        return slot in self._started and self._started[slot]["attempt"] > taken

    def _result(self, slot: int) -> dict[str, Any] | None:
        """Of the run that a phone started last."""
        found = self._ended.get(slot)
        return found if found and self._stands(slot) and found["attempt"] == self._started[slot]["attempt"] else None
