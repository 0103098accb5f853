"""What the teacher leads from, and the class sees on the projector."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from seqdemo.page.html.markup import Html, el, join, packed
from seqdemo.page.html.wording import Words
from seqdemo.page.room.members import badge
from seqdemo.room.room import Room

_SIMULATED = 8
"""Phones that a rehearsal adds at a press."""


@dataclass(frozen=True)
class Wall:
    """What there is to see."""

    room: Room
    inner: Html | None
    """What the class does; None: nothing yet."""
    offered: Mapping[str, Html]
    """What can be chosen for it, by kind."""


def lead(text: str, order: str, act: Mapping[str, object] | None = None, **attributes: str | bool) -> Html:
    """A button for the teacher."""
    told = {"order": order} if act is None else {"order": order, "act": act}
    return el("button", text, type="button", data_lead=packed(told), **attributes)


def wall(of: Wall, words: Words) -> Html:
    """The code to join by, and below it what the class does or could do."""
    return join(_invitation(of, words), of.inner if of.room.stage else _offers(of, words), _orders(of.room, words))


def _invitation(of: Wall, words: Words) -> Html:
    """Large while phones are joining, a strip once something is going on."""
    code = el("b", of.room.code, class_="password", lang="en", aria_label=" ".join(of.room.code))
    told = el("p", words["room.code"], " ", code)
    link = el("div", class_="qr", data_join=of.room.code, data_label=words["room.qr"])
    count = el("p", words["room.count"].format(count=len(of.room.members)), role="status")
    people = el("ul", *(el("li", badge(member, words)) for member in of.room.members), class_="people")
    within = el("div", told, count, None if of.room.stage else people)
    return el("div", link, within, class_="invitation going" if of.room.stage else "invitation")


def _offers(of: Wall, words: Words) -> Html:
    """What a class can do."""
    cards = (el("section", el("h3", words[f"room.{kind}"]), el("p", words[f"room.{kind}.about"], class_="quiet"), html,
                class_="card") for kind, html in of.offered.items())  # fmt: skip
    return el("div", *cards, class_="offers")


def _orders(room: Room, words: Words) -> Html:
    """Pause, next and the end, which only the teacher has."""
    if room.stage is None:
        rehearse = lead(words["room.simulate"].format(count=_SIMULATED), "simulate", {"count": _SIMULATED})
        return el("div", rehearse, lead(words["room.close"], "close", class_="end"), class_="orders")
    pause = lead(words["room.go"], "go") if room.stage.paused else lead(words["room.pause"], "pause")
    return el("div", pause, lead(words["room.next"], "leave"), class_="orders")
