"""Phones as a class sees them: a colour and an animal each, never a name."""

from __future__ import annotations

from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.wording import Words
from seqdemo.room.room import Member


def called(member: Member, words: Words) -> str:
    """Such as "blue otter"."""
    return words["room.called"].format(colour=words[f"room.{member.colour}"], animal=words[f"room.{member.animal}"])


def badge(member: Member, words: Words) -> Html:
    """The same with its colour as a dot."""
    dot = el("i", class_=f"hand {member.colour}", aria_hidden="true")
    return el("span", dot, called(member, words), class_="badge")
