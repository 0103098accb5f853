"""A heat-map panel as a table: one column per image or step, one row per letter."""

from __future__ import annotations

from functools import lru_cache

from seqdemo.page.html.colour import level
from seqdemo.page.html.kind import along
from seqdemo.page.html.markup import Html, el, join, packed
from seqdemo.page.html.picture import data_uri
from seqdemo.page.html.wording import Words, percent, symbol
from seqdemo.trace import Panel, Trace

MANY = 9
"""More columns than these have little room."""
_TOLD = 0.005
"""Less is not said aloud: of 26 letters, most are about zero, and a page of hidden numbers takes long to lay out."""


def heatmap(panel: Panel, trace: Trace, words: Words) -> Html:
    """The panel turned on its side, so that its columns stand under the images or letters that they speak of.

    The strongest cell of a column prints its number. Every cell holds its own for the pointer; those that are not about
    zero tell it to screen readers, too.
    """
    columns = range(len(panel.rows))
    head = el("thead", el("tr", el("td", class_="corner"), *(_head(panel, trace, n, words) for n in columns)))
    best = panel.values.argmax(axis=1)
    rows = (
        el(
            "tr",
            row_head(name, words),
            *(_cell(panel, n, m, best[n] == m) for n in columns),
            data_letter=name if panel.sets else None,
        )
        for m, name in enumerate(panel.columns)
    )
    table = el(
        "table",
        el("caption", words.get(f"panel.{panel.id}.caption", panel.title), " ", words["heat.rest"], class_="unseen"),
        head,
        el("tbody", *rows, data_rows=packed([symbol(name, words) for name in panel.columns])),
        class_="heat many" if len(columns) > MANY else "heat",
        tabindex=0,
        data_steps=panel.along == along(trace),
        data_sets=panel.sets or None,
        data_columns=packed([_name(panel, n, words) for n in columns]),
    )
    return join(table, el("p", words[f"set.{panel.sets}.how"], class_="how")) if panel.sets else table


def _head(panel: Panel, trace: Trace, position: int, words: Words) -> Html:
    """What a column is about: an image with its number, or a letter that was written."""
    if panel.along == "steps":
        sign = "letter" if len(panel.rows[position]) == 1 else "letter sign"
        shown = el("span", _name(panel, position, words), class_=sign)
        return el("th", shown, scope="col", class_=_state(panel, position))
    picture = None
    if len(trace.letters) == len(panel.rows):
        read = trace.letters[position]
        picture = el("img", src=data_uri(read.image, read.ink), alt="", width=28, height=28)
    pair = "pair" if position in trace.swapped else None
    return el("th", picture, _title(panel, position, words), scope="col", class_=_state(panel, position) or pair)


def _title(panel: Panel, position: int, words: Words) -> Html:
    """What a column is called; where many leave no room for words, its number is seen, and all of it is heard."""
    name, number = _name(panel, position, words), panel.rows[position]
    if len(panel.rows) <= MANY or name == number:
        return el("span", name)
    return join(el("i", name), el("span", number, aria_hidden="true"))


def _name(panel: Panel, position: int, words: Words) -> str:
    """What a column is called."""
    name = panel.rows[position]
    if panel.along == "steps":
        return symbol(name, words)
    if position in panel.marked:
        return words["heat.answer"]
    return words["heat.after"].format(position=name) if panel.faded or panel.marked else name


def row_head(name: str, words: Words) -> Html:
    """A letter, or a sign such as the end of a word."""
    return el("th", symbol(name, words), scope="row", class_=None if len(name) == 1 else "sign")


def _cell(panel: Panel, position: int, letter: int, strongest: bool) -> Html:
    value = float(panel.values[position, letter])
    number = f"{100 * value:.0f}" if strongest else None
    return _drawn(level(value), number, _state(panel, position), percent(value), value >= _TOLD)


@lru_cache(maxsize=4096)
def _drawn(shade: int, number: str | None, state: str | None, told: str, heard: bool) -> Html:
    """A cell. Most say the same as many others: of 26 letters, most are about zero."""
    classes = " ".join(filter(None, [f"h{shade}", "best" if number else "", state]))
    shown = el("b", number, aria_hidden="true") if number else None
    return el("td", shown, el("i", told) if heard else None, class_=classes, data_p=told)


def _state(panel: Panel, position: int) -> str | None:
    if position in panel.overruled:
        return "told"
    return "marked" if position in panel.marked else "faded" if position in panel.faded else None


def legend(words: Words) -> Html:
    """What the colours mean."""
    swatches = (el("span", f"{share}%", class_=f"h{level(share / 100)}") for share in (0, 1, 5, 20, 50, 100))
    return el("p", el("span", words["heat.legend"], class_="quiet"), join(*swatches), class_="legend")
