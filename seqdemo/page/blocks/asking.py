"""What every block says around its picture: what it is, its equation, and a question whose answer is revealed."""

from __future__ import annotations

from collections.abc import Sequence

from seqdemo.page.blocks.formula import formulas
from seqdemo.page.html.markup import Content, Html, el
from seqdemo.page.html.wording import Words


def lead(text: str) -> Html:
    return el("p", text, class_="lead")


def section(title: str, *content: Content) -> Html:
    return el("section", el("h4", title), *content)


def equation(lines: Sequence[str], words: Words, told: str | None = None) -> Html:
    return section(words["block.equation"], formulas(lines), el("p", told, class_="quiet") if told else None)


def question(key: str, words: Words) -> Html:
    """The question `{key}.question`; its answer stays closed until it is asked for."""
    reveal = el("details", el("summary", words["block.reveal"]), el("p", words[f"{key}.answer"]))
    return el(
        "section", el("h4", words["block.question"]), el("p", words[f"{key}.question"]), reveal, class_="question"
    )
