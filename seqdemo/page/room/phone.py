"""What a phone in a room shows around what the class does."""

from __future__ import annotations

from seqdemo.page.html.markup import Html, el, join
from seqdemo.page.html.wording import Words
from seqdemo.page.room.members import badge
from seqdemo.room.room import Member, Room


def phone(room: Room, member: Member, inner: Html | None, words: Words) -> Html:
    """Who the phone is, what it is asked, and the way out."""
    leave = el("button", words["room.leave"], type="button", data_room="leave")
    head = el("p", words["room.you"], " ", badge(member, words), class_="you")
    paused = room.stage is not None and room.stage.paused
    rest = el("p", words["room.paused"], class_="note") if paused else None
    waits = el("p", words["room.waits"], class_="wait")
    return join(el("div", head, leave, class_="heading"), rest, inner if inner is not None else waits)
