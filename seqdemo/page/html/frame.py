"""The frame around every panel: its title, and help that opens beside it."""

from __future__ import annotations

from seqdemo.page.html.markup import Content, Html, el
from seqdemo.page.html.terms import explained
from seqdemo.page.html.wording import Words


def framed(id: str, title: str, words: Words, *content: Content, place: str = "panel") -> Html:
    """A section of the page; its help is the sentence `panel.{id}.help`, if there is one.

    `place` sets it apart from a panel of the same id that stands elsewhere on the page.
    """
    heading = el("div", el("h2", explained(title, words)), about(id, title, words), class_="heading")
    return el("section", heading, *content, id=f"{place}-{id}", class_=f"panel {id}", aria_label=title)


def about(id: str, title: str, words: Words) -> Html | None:
    """A question mark that opens the panel's help."""
    told = words.get(f"panel.{id}.help")
    mark = el("summary", "?", aria_label=words["help.about"].format(title=title))
    return el("details", mark, el("p", explained(told, words)), class_="help") if told else None
