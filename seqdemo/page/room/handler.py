"""Rooms as the page asks for them: a teacher leads, phones do, and both look again and again."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from seqdemo.errors import InputError
from seqdemo.page.core import language, validation
from seqdemo.page.core.replies import Reply
from seqdemo.page.core.resources import Resources
from seqdemo.page.core.texts import TEXTS
from seqdemo.page.html.markup import Html
from seqdemo.page.room.activity import Activity, Asked
from seqdemo.page.room.alphabet.handler import Alphabet
from seqdemo.page.room.compare.handler import Compare
from seqdemo.page.room.lesson.handler import Lesson
from seqdemo.page.room.phone import phone
from seqdemo.page.room.wall import Wall, wall
from seqdemo.room.room import Member, Room

ACTIVITIES: Mapping[str, Activity] = {"compare": Compare(), "alphabet": Alphabet(), "lesson": Lesson()}
"""By the kind of their stage, in the order in which a teacher is offered them."""
MOST_SIMULATED = 30


def _present(work: Callable[[Resources, Asked], Reply]) -> Callable[[Resources, Asked], Reply]:
    """Say of a room or a place that is gone that it is: the page then leaves it."""

    def answered(resources: Resources, asked: Asked) -> Reply:
        try:
            return work(resources, asked)
        except InputError as error:
            if error.key != "no_room":
                raise
            return {"error": language.complaint(error, language.chosen(asked.get("lang"), "")), "gone": True}

    return answered


def opened(resources: Resources, asked: Asked) -> Reply:
    """A new room of the code that the page chose; without a host where there is one of that code."""
    return {"host": resources.rooms.open(asked.get("code"), str(asked.get("address")))}


def joined(resources: Resources, asked: Asked) -> Reply:
    """A phone's place in a room."""
    room, member = resources.rooms.join(asked.get("code"), asked.get("token"), str(asked.get("address")))
    return {"code": room.code, "token": member.token} | _seen(resources, room, member, asked)


@_present
def looked(resources: Resources, asked: Asked) -> Reply:
    """What a phone shows now; short where it shows that already."""
    room, member = resources.rooms.attended(asked.get("code"), asked.get("token"))
    return _unless_same(_seen(resources, _settled(resources, room), member, asked), asked)


@_present
def acted(resources: Resources, asked: Asked) -> Reply:
    """What was done on a phone, and what it shows then."""
    rooms = resources.rooms
    room, member = rooms.attended(asked.get("code"), asked.get("token"))
    _done(resources, room, member, validation.mapping(asked.get("act"), "act"))
    return _seen(resources, rooms.room(room.code), member, asked)


@_present
def surveyed(resources: Resources, asked: Asked) -> Reply:
    """The wall now; short where it is the same."""
    room = resources.rooms.led(asked.get("code"), asked.get("host"))
    return _unless_same(_shown(resources, _settled(resources, room), asked), asked)


@_present
def led(resources: Resources, asked: Asked) -> Reply:
    """An order of the teacher: of the room itself, or of what it does."""
    rooms = resources.rooms
    room = rooms.led(asked.get("code"), asked.get("host"))
    order = validation.name(asked.get("order"), ORDERS, "order")
    ORDERS[order](resources, room, validation.mapping(asked.get("act", {}), "act"))
    return {"over": True} if order == "close" else _shown(resources, rooms.room(room.code), asked)


def _unless_same(reply: Reply, asked: Asked) -> Reply:
    return {"same": True} if reply["mark"] == asked.get("mark") else reply


def _begin(resources: Resources, room: Room, act: Asked) -> None:
    kind = validation.name(act.get("kind"), ACTIVITIES, "kind")
    resources.rooms.begin(room, kind, ACTIVITIES[kind].begun(resources, act))
    _rehearse(resources, resources.rooms.room(room.code))


def _turned(**changed: Any) -> Callable[[Resources, Room, Asked], None]:
    def turn(resources: Resources, room: Room, act: Asked) -> None:
        if room.stage:
            resources.rooms.move(room, replace(room.stage, **changed))

    return turn


def _note(resources: Resources, room: Room, act: Asked) -> None:
    if room.stage:
        resources.rooms.note(room, ACTIVITIES[room.stage.kind].led(resources, room, act))


def _simulate(resources: Resources, room: Room, act: Asked) -> None:
    """As many simulated phones as the teacher says, so that a lesson can be tried alone."""
    count = act.get("count")
    if type(count) is not int or not 1 <= count <= MOST_SIMULATED:
        raise InputError("bad_count", f"Choose 1 to {MOST_SIMULATED} simulated phones.")
    for _ in range(count):
        room, _ = resources.rooms.admit(room, simulated=True)
    _rehearse(resources, room)


def _rehearse(resources: Resources, room: Room) -> None:
    """Simulated phones do what others would."""
    for member in (each for each in room.members if each.simulated and room.stage):
        chance = random.Random(f"{room.serial} {member.slot}")
        for act in _activity(room).rehearsed(resources, room, member, chance):
            _done(resources, room, member, act)


ORDERS: Mapping[str, Callable[[Resources, Room, Asked], None]] = {
    "begin": _begin,
    "act": _note,
    "pause": _turned(paused=True),
    "go": _turned(paused=False),
    "tell": _turned(told=True),
    "leave": lambda resources, room, act: resources.rooms.move(room, None),
    "simulate": _simulate,
    "close": lambda resources, room, act: resources.rooms.close(room),
}
"""What a teacher may order."""


def _activity(room: Room) -> Activity:
    assert room.stage is not None
    return ACTIVITIES[room.stage.kind]


def _done(resources: Resources, room: Room, member: Member, act: Asked) -> None:
    """Act as a member; while the teacher pauses nobody can."""
    if room.stage is None:
        raise InputError("no_stage", "Nothing is going on in this room now.")
    if room.stage.paused:
        raise InputError("paused", "Your teacher has paused. Wait a moment.")
    resources.rooms.say(room, member.slot, _activity(room).done(resources, room, member, act))


def _settled(resources: Resources, room: Room) -> Room:
    """The room with what became known meanwhile."""
    found = _activity(room).settled(resources, room) if room.stage else {}
    for slot, values in found.items():
        resources.rooms.say(room, slot, values)
    return resources.rooms.room(room.code) if found else room


def _seen(resources: Resources, room: Room, member: Member, asked: Asked) -> Reply:
    code = language.chosen(asked.get("lang"), "")
    inner = _activity(room).phone(resources, room, member, code) if room.stage else None
    return _marked(room, phone(room, member, inner, TEXTS[code]))


def _shown(resources: Resources, room: Room, asked: Asked) -> Reply:
    code = language.chosen(asked.get("lang"), "")
    return _marked(room, wall(_wall(resources, room, code), TEXTS[code]))


def _marked(room: Room, html: Html) -> Reply:
    """With a mark that is another for any other picture, and one for what the room does."""
    stage = f"{room.stage.serial} {room.stage.told}" if room.stage else ""
    return {"mark": hashlib.sha256(html.encode()).hexdigest()[:16], "stage": stage, "html": html}


def _wall(resources: Resources, room: Room, code: str) -> Wall:
    if room.stage:
        return Wall(room, _activity(room).wall(resources, room, code), {})
    offered = {kind: each.choices(resources, code) for kind, each in ACTIVITIES.items()}
    return Wall(room, None, {kind: html for kind, html in offered.items() if html is not None})
