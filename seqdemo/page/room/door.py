"""The way into a room: a code for phones, a button for a teacher; and what is kept, said before anyone joins."""

from __future__ import annotations

from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.wording import Words
from seqdemo.room.rooms import LENGTH


def place(words: Words) -> Html:
    """Where a room will stand; the script shows the door, and then fills the body."""
    trouble = el("p", class_="slip trouble", role="alert")
    return el("section", el("h2", words["room.title"]), trouble, _door(words), el("div", class_="body"), id="room",
              data_page="room", hidden=True, class_="room")  # fmt: skip


def _door(words: Words) -> Html:
    field = el("input", id="room-code", name_="room", maxlength=LENGTH, required=True, autocomplete="off",
               autocapitalize="characters", spellcheck="false", placeholder="BCDF")  # fmt: skip
    enter = el("button", words["room.join"], class_="primary")
    form = el("form", el("label", el("span", words["room.code"], class_="label"), field), enter, id="join")
    return el("div", form, el("p", words["room.kept"], class_="quiet"), class_="door card")


def opener(words: Words) -> Html:
    """For the page for teachers."""
    button = el("button", words["room.open"], type="button", data_room="open", class_="primary")
    return el("div", el("h3", words["room.title"]), el("p", words["room.about"], class_="quiet"),
              el("p", words["room.kept"], class_="quiet"), button)  # fmt: skip


def way(words: Words) -> Html:
    """For everyone: to the door."""
    return el("button", words["room.enter"], type="button", data_show="room", aria_pressed="false")


def chip(words: Words) -> Html:
    """Brings whoever is in a room back to it from elsewhere on the page."""
    return el("button", words["room.back"], type="button", data_room="back", class_="in-room", hidden=True)
