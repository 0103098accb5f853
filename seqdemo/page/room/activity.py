"""`Activity`: something that a class does together in a room."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from seqdemo.page.core.resources import Resources
from seqdemo.page.html.markup import Html
from seqdemo.room.room import Member, Room

Asked = Mapping[str, Any]


class Activity(Protocol):
    """The stage of a room is of its kind while it is called; what is wrong in what was asked raises InputError."""

    def choices(self, resources: Resources, lang: str) -> Html | None:
        """What a teacher chooses before it begins: its buttons say in `data-lead` what `begun` gets. None: not here."""

    def begun(self, resources: Resources, asked: Asked) -> dict[str, Any]:
        """The settings of a stage, from what a teacher chose."""

    def wall(self, resources: Resources, room: Room, lang: str) -> Html:
        """What the teacher and the class see; its buttons say in `data-lead` what `led` gets."""

    def phone(self, resources: Resources, room: Room, member: Member, lang: str) -> Html:
        """What a phone shows; its buttons say in `data-act` what `done` gets."""

    def done(self, resources: Resources, room: Room, member: Member, act: Asked) -> Mapping[str, Any]:
        """What a phone says from now on, by name, after what was done there; None takes something back."""

    def led(self, resources: Resources, room: Room, act: Asked) -> Mapping[str, Any]:
        """What the room notes from now on, by name, after an order of the teacher; None takes something back."""

    def settled(self, resources: Resources, room: Room) -> Mapping[int, Mapping[str, Any]]:
        """What became known meanwhile, by slot and name."""

    def rehearsed(self, resources: Resources, room: Room, member: Member, chance: random.Random) -> Sequence[Asked]:
        """What a simulated phone does next, in this order."""
