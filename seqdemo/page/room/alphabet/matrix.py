"""Which letter was read as which: a table with a row for each letter that was meant."""

from __future__ import annotations

from collections.abc import Sequence

from seqdemo.letters import ALPHABET
from seqdemo.page.html.colour import level
from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.wording import Words


def matrix(title: str, counts: Sequence[Sequence[int]], words: Words) -> Html:
    """Each cell is as dark as the share of its row; what is wrong prints its number."""
    head = el("tr", el("td"), *(el("th", label, scope="col") for label in ALPHABET))
    rows = (el("tr", el("th", label, scope="row"), *(_cell(row, n, n == place) for n in range(len(row))))
            for place, (label, row) in enumerate(zip(ALPHABET, counts, strict=True)))  # fmt: skip
    wrong = sum(map(sum, counts)) - sum(row[n] for n, row in enumerate(counts))
    caption = el("caption", title, ". ", words["room.alphabet.wrong"].format(count=wrong))
    table = el("table", caption, el("thead", head), el("tbody", *rows), class_="taken-for")
    return el("div", table, class_="scroll", tabindex=0, role="region", aria_label=title)


def _cell(row: Sequence[int], place: int, right: bool) -> Html:
    count = row[place] or None
    return el("td", count, class_=f"h{level(row[place] / (sum(row) or 1))}{' right' if right else ''}")
