"""`Room`: what a room held when it was looked at; `Member`: one of its phones; `Stage`: what the class does now."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

COLOURS = ("red", "blue", "green", "yellow", "purple")
ANIMALS = ("otter", "fox", "owl", "bear", "cat", "duck", "frog", "hare", "seal", "deer", "crow", "wolf")
MOST_MEMBERS = len(COLOURS) * len(ANIMALS)
"""Numbers that have no common factor, so that each member's colour and animal are those of nobody else."""


@dataclass(frozen=True)
class Member:
    """A phone; it has no other name than a colour and an animal."""

    slot: int
    token: str
    """What the phone shows to come back to its place; no other phone knows it."""
    simulated: bool = False

    def text(self) -> str:
        """All but the slot, which stands in its name."""
        return json.dumps({"token": self.token, "simulated": self.simulated})

    @property
    def colour(self) -> str:
        return COLOURS[self.slot % len(COLOURS)]

    @property
    def animal(self) -> str:
        return ANIMALS[self.slot % len(ANIMALS)]


@dataclass(frozen=True)
class Stage:
    """What the teacher chose for the class to do, and how far that is."""

    kind: str
    serial: int
    settings: Mapping[str, Any]
    paused: bool = False
    told: bool = False
    """Whether the outcome was revealed."""

    def text(self) -> str:
        return json.dumps(asdict(self))


class Room:
    """A snapshot of one room."""

    def __init__(self, code: str, texts: Mapping[str, str], ink: Callable[[], Mapping[str, str]]) -> None:
        """`ink`: fetches the letters, which are large, when they are first wanted."""
        self.code = code
        self._texts = {name: json.loads(text) for name, text in texts.items()}
        self._fetch = ink

    @property
    def host(self) -> str:
        """What the teacher's browser shows."""
        return str(self._texts["host"])

    @property
    def key(self) -> str:
        """What the name of its reader ends with."""
        return str(self._texts["key"])

    @cached_property
    def members(self) -> tuple[Member, ...]:
        """In the order in which they joined."""
        found = {int(name[7:]): value for name, value in self._texts.items() if name.startswith("member:")}
        return tuple(Member(slot, **found[slot]) for slot in sorted(found))

    def member(self, token: object) -> Member | None:
        return next((each for each in self.members if each.token == token), None)

    @cached_property
    def stage(self) -> Stage | None:
        found = self._texts.get("stage")
        return Stage(**found) if found else None

    @property
    def serial(self) -> int:
        """The number of the last stage."""
        return int(self._texts["serial"])

    def said(self, name: str) -> dict[int, Any]:
        """What members said under a name in this stage, by slot."""
        start = f"say:{self.serial}:{name}:"
        return {int(key[len(start) :]): value for key, value in self._texts.items() if key.startswith(start)}

    def noted(self, name: str) -> Any:
        """What the server noted of this stage under a name; None for nothing."""
        return self._texts.get(f"note:{self.serial}:{name}")

    @cached_property
    def inks(self) -> dict[int, dict[str, Any]]:
        """The letters that were written in this room, as JSON, by slot and label."""
        found: dict[int, dict[str, Any]] = {}
        for name, text in self._fetch().items():
            slot, _, label = name.partition(":")
            found.setdefault(int(slot), {})[label] = json.loads(text)
        return found

    def ink(self, slot: int) -> dict[str, Any]:
        """The letters of one member, by label."""
        return self.inks.get(slot, {})

    def names_of_stages(self) -> list[str]:
        """What was said and noted in stages, as the store names it."""
        return [name for name in self._texts if name.startswith(("say:", "note:"))]
