"""A heat-map panel as a table: one column per image, one row per letter."""

from __future__ import annotations

from seqdemo.render.colour import level
from seqdemo.render.markup import Html, el, join
from seqdemo.render.picture import data_uri
from seqdemo.render.wording import Words, percent
from seqdemo.trace import LetterRead, Panel


def heatmap(panel: Panel, letters: tuple[LetterRead, ...], words: Words) -> Html:
    """The panel turned on its side, so that its columns stand under the images that they speak of.

    The strongest cell of a column prints its number; every cell holds its own for screen readers and the pointer.
    """
    columns = range(len(panel.rows))
    head = el("thead", el("tr", el("td", class_="corner"), *(_head(panel, letters, n, words) for n in columns)))
    best = panel.values.argmax(axis=1)
    rows = (
        el("tr", el("th", name, scope="row"), *(_cell(panel, n, m, best[n] == m) for n in columns))
        for m, name in enumerate(panel.columns)
    )
    return el(
        "table",
        _caption(panel, words),
        head,
        el("tbody", *rows),
        class_="heat",
        tabindex=0,
    )


def _caption(panel: Panel, words: Words) -> Html:
    return el("caption", words.get(f"panel.{panel.id}.caption", panel.title), class_="unseen")


def _head(panel: Panel, letters: tuple[LetterRead, ...], position: int, words: Words) -> Html:
    """The image that a column stands under, and what the column is about."""
    picture = None
    if len(letters) == len(panel.rows):
        picture = el("img", src=data_uri(letters[position].image), alt="", width=28, height=28)
    text = words["heat.answer"] if position in panel.marked else panel.rows[position]
    if panel.faded or panel.marked:
        text = text if position in panel.marked else words["heat.after"].format(position=panel.rows[position])
    return el("th", picture, el("span", text), scope="col", class_=_state(panel, position))


def _cell(panel: Panel, position: int, letter: int, strongest: bool) -> Html:
    value = float(panel.values[position, letter])
    number = el("b", f"{100 * value:.0f}", aria_hidden="true") if strongest else None
    classes = " ".join(filter(None, [f"h{level(value)}", "best" if strongest else "", _state(panel, position)]))
    return el("td", number, el("i", percent(value)), class_=classes)


def _state(panel: Panel, position: int) -> str | None:
    return "marked" if position in panel.marked else "faded" if position in panel.faded else None


def legend(words: Words) -> Html:
    """What the colours mean."""
    swatches = (el("span", f"{share} %", class_=f"h{level(share / 100)}") for share in (0, 1, 5, 20, 50, 100))
    return el("p", el("span", words["heat.legend"], class_="quiet"), join(*swatches), class_="legend")
