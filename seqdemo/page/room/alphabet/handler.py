"""`Alphabet`: phones write letters, the wall shows what is made of them, and the reader is trained on them."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from seqdemo.checkpoints import Loaded
from seqdemo.errors import InputError
from seqdemo.handwriting.pen import WILD, Style
from seqdemo.handwriting.strokes import Strokes
from seqdemo.letters import ALPHABET
from seqdemo.page.core import language, validation
from seqdemo.page.core.replies import Reply
from seqdemo.page.core.resources import Resources
from seqdemo.page.core.texts import TEXTS
from seqdemo.page.html.markup import Html
from seqdemo.page.html.wording import Words
from seqdemo.page.room.activity import Asked
from seqdemo.page.room.alphabet.phone import Offered, phone
from seqdemo.page.room.alphabet.result import Result
from seqdemo.page.room.alphabet.wall import VIEWS, Seen, choice, wall
from seqdemo.room import last_layer
from seqdemo.room.alphabet import LOOKS, all_of, ink_file, kept, readings, taken
from seqdemo.room.class_reader import BASES, check_enough, name, reader_of
from seqdemo.room.hands import left_out
from seqdemo.room.room import Member, Room
from seqdemo.sequences.samples import TASKS

_INK = 0.72
"""How much of its box a letter of the pen model fills."""
_TAKEN_OFF = 5
"""Drawings that can be put back."""


class Alphabet:
    """Letters stay in the room when the class turns to something else."""

    def choices(self, resources: Resources, lang: str) -> Html | None:
        return choice(TEXTS[lang])

    def begun(self, resources: Resources, asked: Asked) -> dict[str, Any]:
        reader_of(resources.models)
        return {}

    def wall(self, resources: Resources, room: Room, lang: str) -> Html:
        return wall(_seen(resources, room, lang), TEXTS[lang])

    def phone(self, resources: Resources, room: Room, member: Member, lang: str) -> Html:
        offered = _offered(resources, room, lang) if room.noted("trained") else ()
        return phone(room.code, member, room.said("written").get(member.slot, ""), offered, TEXTS[lang])

    def done(self, resources: Resources, room: Room, member: Member, act: Asked) -> Mapping[str, Any]:
        letters, known = _letters(resources, member, act), room.said("written").get(member.slot)
        resources.rooms.write(room, member.slot, letters)
        before = _written(room, member.slot) if known is None else known  # all ink takes long to look through
        return {"written": "".join(sorted({*before, *letters}))}

    def led(self, resources: Resources, room: Room, act: Asked) -> Mapping[str, Any]:
        order = next((order for order in _ORDERS if order in act), None)
        if order is None:
            raise InputError("bad_order", f"The order must be one of {', '.join(_ORDERS)}.")
        return _ORDERS[order](resources, room, act[order])

    def settled(self, resources: Resources, room: Room) -> Mapping[int, Mapping[str, Any]]:
        known = room.said("written")
        return {each.slot: {"written": _written(room, each.slot)} for each in room.members if each.slot not in known}

    def rehearsed(self, resources: Resources, room: Room, member: Member, chance: random.Random) -> Sequence[Asked]:
        return [{"pen": ALPHABET}]


def inked(resources: Resources, asked: Mapping[str, Any]) -> Reply:
    """The room's letters as an ink file, for its teacher."""
    return {"file": ink_file(resources.rooms.led(asked.get("code"), asked.get("host"))).decode()}


def _letters(resources: Resources, member: Member, act: Asked) -> dict[str, Any]:
    """What a phone wrote: a letter by hand, or some that were typed, in the pen model's hand."""
    if "pen" not in act:
        label, letter = taken(act.get("letter"))
        return {label: letter}
    text = validation.text(act["pen"], len(ALPHABET)).upper()
    style = Style(WILD, slant=member.slot % 7 * 5.0 - 15.0)
    inked = resources.pen.write(text, member.slot, style)
    return {str(each.label): kept(_inset(each.strokes)) for each in inked if each.strokes is not None}


def _inset(strokes: Strokes) -> Strokes:
    return Strokes(tuple((stroke - 0.5) * _INK + 0.5 for stroke in strokes.strokes))


def _written(room: Room, slot: int) -> str:
    return "".join(sorted(room.ink(slot)))


def _show(resources: Resources, room: Room, value: Any) -> dict[str, Any]:
    return {"show": validation.name(value, VIEWS, "view")}


def _drop(resources: Resources, room: Room, value: Any) -> dict[str, Any]:
    """Take a drawing off; the last few can be put back."""
    found = next((each for each in all_of(room) if each.name == value), None)
    if found is None:
        raise InputError("no_drawing", "This drawing is not there any more.")
    _put(resources, room, found.slot, found.label, None)
    return {"off": [*_off(room), [found.slot, found.label, found.strokes]][-_TAKEN_OFF:]}


def _restore(resources: Resources, room: Room, value: Any) -> dict[str, Any]:
    """Put the drawing back that was taken off last; one that was written anew meanwhile stays."""
    *rest, last = _off(room) or [None]
    if last and last[1] not in room.ink(last[0]):
        _put(resources, room, last[0], last[1], kept(Strokes.from_json(last[2])))
    return {"off": rest or None}


def _off(room: Room) -> list[Any]:
    return room.noted("off") or []


def _put(resources: Resources, room: Room, slot: int, label: str, letter: Any) -> None:
    resources.rooms.write(room, slot, {label: letter})
    resources.rooms.say(room, slot, {"written": _written(resources.rooms.room(room.code), slot)})


def _train(resources: Resources, room: Room, value: Any) -> dict[str, Any]:
    """Leave one hand out at a time: heavy, seconds for a class."""
    check_enough(room)
    reader, begun = reader_of(resources.models), time.perf_counter()
    ink = LOOKS.at(reader, all_of(room))
    found = left_out(ink, last_layer.shipped(reader))
    return {"trained": asdict(found) | {"seconds": time.perf_counter() - begun}, "show": "result"}


_ORDERS: Mapping[str, Callable[[Resources, Room, Any], dict[str, Any]]] = {
    "show": _show,
    "drop": _drop,
    "restore": _restore,
    "train": _train,
}
"""What a teacher may order, each with a value of its own."""


def _seen(resources: Resources, room: Room, lang: str) -> Seen:
    trained = room.noted("trained")
    return Seen(
        members=room.members,
        readings=tuple(readings(reader_of(resources.models), all_of(room))),
        show=room.noted("show") or VIEWS[0],
        off=len(_off(room)),
        result=Result.of(trained) if trained else None,
        enough=_enough(room),
        offered=_offered(resources, room, lang) if trained else (),
    )


def _enough(room: Room) -> bool:
    try:
        check_enough(room)
    except InputError:
        return False
    return True


def _offered(resources: Resources, room: Room, lang: str) -> tuple[Offered, ...]:
    """The class's reader, as models of the page's menus."""
    found = [resources.models[base] for base in BASES if base in resources.models]
    return tuple(_offer(room, each, lang) for each in found)


def _offer(room: Room, base: Loaded, lang: str) -> Offered:
    said = {code: _said(base, words, code) for code, words in TEXTS.items()}
    return Offered(name(room, base.name), base.task, language.title(TASKS[base.task], lang), said)


def _said(base: Loaded, words: Words, lang: str) -> dict[str, str]:
    title = words["room.alphabet.reader"].format(title=language.title(base, lang))
    return {"title": title, "label": title, "summary": words["room.alphabet.summary"]}
