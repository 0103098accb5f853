"""How much each step of the output has to do with each image: a table whose columns are the images."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from seqdemo.page.answer.words.sharing import sharing
from seqdemo.page.html.colour import level
from seqdemo.page.html.heatmap import row_head
from seqdemo.page.html.markup import Html, el, join, packed
from seqdemo.page.html.picture import data_uri
from seqdemo.page.html.terms import explained
from seqdemo.page.html.wording import Words, percent, symbol
from seqdemo.trace import Panel, Trace

_TAILS = ("peak", "bits")
_PRINTED = 0.005
"""A smaller number would be printed as 0."""


def matrices(panels: Sequence[Panel], trace: Trace, words: Words) -> Html:
    """Panels of one group as one table, of which the first shows, under a menu if there is anything to choose."""
    backwards = el("p", words["matrix.backwards"], class_="note") if _reads_backwards(panels[0]) else None
    above = el("div", _menu(panels, words) if len(panels) > 1 else None, backwards, class_="above")
    told = (_crossing(trace, panels[0], words), sharing(trace, words) if panels[0].sets else None)
    return join(above, _table(panels, trace, words), el("div", *told, class_="below") if any(told) else None)


def _table(panels: Sequence[Panel], trace: Trace, words: Words) -> Html:
    """One row per letter that was written, one column per image, in the order in which the encoder read them.

    The strongest cell of a row prints its number. Where the rows are distributions, their peak and their entropy
    stand at the end. Each panel is a body of the table.
    """
    first, images = panels[0], _images(panels[0], trace)
    tails = (
        el("th", explained(words[f"matrix.{name}"], words), scope="col", class_="tail")
        for name in _TAILS
        if _is_distribution(first)
    )
    heads = (_head(image, name, trace, words) for image, name in zip(images, first.columns, strict=True))
    return el(
        "table",
        el("caption", words.get(f"panel.{first.id}.caption", first.title), class_="unseen"),
        el("thead", el("tr", el("td", class_="corner"), *heads, *tails)),
        *(_body(panel, images, trace, words, panel is not first) for panel in panels),
        class_="heat matrix many" if len(images) > 9 else "heat matrix",
        style=f"--steps:{len(first.rows)}",
        tabindex=0,
        data_sets=first.sets or None,
        data_columns=packed([_name(image, name, words) for image, name in zip(images, first.columns, strict=True)]),
    )


def _body(panel: Panel, images: list[int | None], trace: Trace, words: Words, hidden: bool) -> Html:
    crossed = _crossed(trace, len(panel.rows))
    rows = (_row(panel, step, images, crossed, words) for step in range(len(panel.rows)))
    names = [symbol(name, words) for name in panel.rows]
    shares = _shares(panel, images, len(trace.letters))
    return el("tbody", *rows, hidden=hidden, data_panel=panel.id, data_shares=packed(shares), data_rows=packed(names))


def _menu(panels: Sequence[Panel], words: Words) -> Html:
    options = (el("option", name_of(panel, words), value=panel.id) for panel in panels)
    label = el("span", words["matrix.choose"], class_="label")
    return el("label", label, el("select", *options, data_group=panels[0].group), class_="heads")


def _crossing(trace: Trace, panel: Panel, words: Words) -> Html | None:
    """What the outlined cells mean."""
    if not _crossed(trace, len(panel.rows)):
        return None
    first, second = trace.swapped
    told = words["matrix.crossing"].format(a=first + 1, b=second + 1)
    return el("p", el("span", class_="outlined", aria_hidden="true"), told, class_="note crossing")


def _reads_backwards(panel: Panel) -> bool:
    numbers = [int(name) for name in panel.columns if name.isdecimal()]
    return len(numbers) > 1 and numbers[0] > numbers[-1]


def entropy(shares: NDArray[np.float32]) -> float:
    """Of a distribution, in bits: 0 if all of it lies on one image, 1 if two share it evenly, and so on."""
    positive = shares[shares > 0].astype(float)
    return float(max(0.0, -(positive * np.log2(positive)).sum()))


def _is_distribution(panel: Panel) -> bool:
    return "attention" in (panel.id, panel.group)


def _images(panel: Panel, trace: Trace) -> list[int | None]:
    """Which image each column stands for, from 0; None for one that stands for none."""
    places = [int(name) - 1 if name.isdecimal() else -1 for name in panel.columns]
    return [place if 0 <= place < len(trace.letters) else None for place in places]


def _shares(panel: Panel, images: list[int | None], count: int) -> list[list[float]]:
    """The numbers once more for the page's script, by step and image in reading order."""
    order = [images.index(place) if place in images else None for place in range(count)]
    return [[0 if at is None else round(float(row[at]), 3) for at in order] for row in panel.values]


def _crossed(trace: Trace, steps: int) -> frozenset[tuple[int, int | None]]:
    """The cells (step, image) in which two swapped letters come from each other's image."""
    if len(trace.swapped) != 2 or max(trace.swapped) >= steps:
        return frozenset()
    first, second = trace.swapped
    return frozenset({(first, second), (second, first)})


def _name(image: int | None, name: str, words: Words) -> str:
    return symbol(name, words) if image is None else str(image + 1)


def _head(image: int | None, name: str, trace: Trace, words: Words) -> Html:
    if image is None:
        return el("th", _name(image, name, words), scope="col")
    read = trace.letters[image]
    alt = words["strip.image"].format(position=image + 1, letter=read.read)
    picture = el("img", src=data_uri(read.image, read.ink), alt=alt, width=28, height=28)
    number = el("span", image + 1, aria_hidden="true")
    return el("th", picture, number, scope="col", class_="pair" if image in trace.swapped else None, data_image=image)


def _row(
    panel: Panel, step: int, images: list[int | None], crossed: frozenset[tuple[int, int | None]], words: Words
) -> Html:
    values = panel.values[step]
    best = int(values.argmax())
    cells = (
        _cell(float(value), n == best and value >= _PRINTED, (step, image) in crossed)
        for n, (image, value) in enumerate(zip(images, values, strict=True))
    )
    tails = _tails(values) if _is_distribution(panel) else ()
    return el(
        "tr",
        row_head(panel.rows[step], words),
        *cells,
        *tails,
        data_step=step,
        class_="told" if step in panel.overruled else None,
    )


def _cell(value: float, strongest: bool, crossed: bool) -> Html:
    number = el("b", f"{100 * value:.0f}", aria_hidden="true") if strongest else None
    classes = f"h{level(value)}{' best' if strongest else ''}{' crossed' if crossed else ''}"
    told = percent(value)
    return el("td", number, el("i", told), class_=classes, data_p=told)


def _tails(values: NDArray[np.float32]) -> tuple[Html, ...]:
    return tuple(el("td", text, class_="tail") for text in (percent(float(values.max())), f"{entropy(values):.2f}"))


def name_of(panel: Panel, words: Words) -> str:
    """`attention-1-2` is layer 1, head 2; the panel that has the group's own name is the mean of them all."""
    numbers = panel.id.removeprefix(f"{panel.group}-").split("-")
    if panel.id == panel.group:
        return words["matrix.mean"]
    return words["matrix.head"].format(layer=numbers[0], head=numbers[-1]) if len(numbers) == 2 else panel.title
