"""`Lesson`: the teacher advances, phones answer before the reveal, and the wall shows how the class is split."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any

from seqdemo.errors import InputError
from seqdemo.page.core.resources import Resources
from seqdemo.page.core.texts import TEXTS
from seqdemo.page.html.markup import Html
from seqdemo.page.lessons import handler as lessons
from seqdemo.page.lessons import table
from seqdemo.page.lessons.lesson import Lesson as Taught
from seqdemo.page.lessons.lesson import evidence
from seqdemo.page.room.activity import Asked
from seqdemo.page.room.lesson.views import Held, listed, on_phone, on_wall
from seqdemo.room.room import Member, Room


class Lesson:
    """Every lesson of the page can be held this way."""

    def choices(self, resources: Resources, lang: str) -> Html | None:
        found = [(number, lesson.name) for number, lesson in table.offered(resources).items()]
        return listed(found, TEXTS[lang]) if found else None

    def begun(self, resources: Resources, asked: Asked) -> dict[str, Any]:
        number = asked.get("lesson")
        if type(number) is not int or number not in table.offered(resources):
            raise InputError("unknown_lesson", "There is no such lesson. Choose one of the list.")
        return {"lesson": number}

    def wall(self, resources: Resources, room: Room, lang: str) -> Html:
        return on_wall(_held(resources, room, lang), TEXTS[lang])

    def phone(self, resources: Resources, room: Room, member: Member, lang: str) -> Html:
        return on_phone(_held(resources, room, lang), room.said("guess").get(member.slot), TEXTS[lang])

    def done(self, resources: Resources, room: Room, member: Member, act: Asked) -> Mapping[str, Any]:
        guess = act.get("guess")
        if type(guess) is not int or not 0 <= guess < len(_lesson(resources, room).options):
            raise InputError("bad_guess", "Choose one of the answers.")
        if room.stage is None or room.stage.told:
            raise InputError("told", "The answer has been revealed already.")
        return {"guess": guess}

    def led(self, resources: Resources, room: Room, act: Asked) -> Mapping[str, Any]:
        return {"split": True if act.get("split") else None}

    def settled(self, resources: Resources, room: Room) -> Mapping[int, Mapping[str, Any]]:
        return {}

    def rehearsed(self, resources: Resources, room: Room, member: Member, chance: random.Random) -> Sequence[Asked]:
        return [{"guess": chance.randrange(len(_lesson(resources, room).options))}]


def _lesson(resources: Resources, room: Room) -> Taught:
    assert room.stage is not None
    return table.offered(resources)[room.stage.settings["lesson"]]


def _held(resources: Resources, room: Room, lang: str) -> Held:
    assert room.stage is not None
    lesson, number = _lesson(resources, room), room.stage.settings["lesson"]
    taught = lessons.taught(number, lesson, evidence(lesson, resources), resources, lang)
    guesses = list(room.said("guess").values())
    counts = tuple(guesses.count(place) for place in range(len(taught.options)))
    split = bool(room.noted("split")) or room.stage.told
    return Held(taught, counts, len(room.members), split, room.stage.told)
