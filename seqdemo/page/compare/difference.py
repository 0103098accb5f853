"""What one answer believes more and less than another: the same panel of both, one minus the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from seqdemo.page.html.frame import framed
from seqdemo.page.html.heatmap import row_head
from seqdemo.page.html.markup import Html, el, packed
from seqdemo.page.html.picture import data_uri
from seqdemo.page.html.wording import Words, percent, symbol
from seqdemo.trace import Panel, Trace

_KINDS = ("heatmap", "matrix", "bars", "map")
_PRINTED = 12
"""So many of the strongest cells print their numbers."""
_VISIBLE = 0.005
"""A smaller difference would be printed as 0."""
_SCALE = 0.2
"""The strongest colours stand for at least this difference, so that trifles look like trifles."""
_FINE = 30
"""A table with more columns needs room of its own."""


@dataclass(frozen=True, eq=False)
class Side:
    """One of two answers that are laid beside each other."""

    trace: Trace
    title: str


@dataclass(frozen=True, eq=False)
class _Both:
    """The same panel of two answers, turned as the page draws it: `a` and `b` of shape (down, across)."""

    one: Panel
    other: Panel
    a: NDArray[np.float32]
    b: NDArray[np.float32]
    turned: bool
    """Its columns stand for what the panels' rows stand for."""

    @property
    def values(self) -> NDArray[np.float32]:
        return self.a - self.b

    @property
    def most(self) -> float:
        """The greatest difference, whatever its sign."""
        return float(np.abs(self.values).max(initial=0))


def difference(one: Side, other: Side, words: Words) -> Html:
    """A menu of the panels that both have and that fit onto each other, and a signed map of each.

    The one with the greatest difference shows; the page's script changes that.
    """
    pairs = comparable(one.trace, other.trace)
    title = words["difference.title"].format(one=one.title, other=other.title)
    if not pairs:
        return framed("difference", title, words, el("p", words["difference.none"], class_="quiet"), place="pair")
    boths = [_both(*pair) for pair in pairs]
    first = max(boths, key=lambda both: both.most)
    maps = (_shown(both, one, other, both is not first, words) for both in boths)
    return framed("difference", title, words, _menu(boths, first, words), *maps, place="pair")


def comparable(one: Trace, other: Trace) -> list[tuple[Panel, Panel]]:
    """The panels, of each group the one that leads it, that both have with rows and columns for the same things."""
    pairs = [(panel, other.panel(panel.id)) for panel in one.panels if panel.group in ("", panel.id)]
    return [(panel, same) for panel, same in pairs if same is not None and _fit(panel, same)]


def _fit(one: Panel, other: Panel) -> bool:
    """Steps of writing are compared by their number, whatever was written."""
    rows = len(one.rows) == len(other.rows) and (one.along == "steps" or one.rows == other.rows)
    return one.kind in _KINDS and one.kind == other.kind and rows and sorted(one.columns) == sorted(other.columns)


def _both(one: Panel, other: Panel) -> _Both:
    order = [other.columns.index(name) for name in one.columns]
    a, b = one.values, other.values[:, order]
    turned = one.kind == "heatmap" and one.along != "rows"
    return _Both(one, other, a.T, b.T, True) if turned else _Both(one, other, a, b, False)


def _menu(boths: Sequence[_Both], first: _Both, words: Words) -> Html:
    options = (el("option", _name(both.one, words), value=both.one.id, selected=both is first) for both in boths)
    label = el("span", words["difference.panel"], class_="label")
    return el("label", label, el("select", *options, data_difference=True), class_="heads")


def _name(panel: Panel, words: Words) -> str:
    return words.get(f"panel.{panel.id}.title", panel.title)


def _shown(both: _Both, one: Side, other: Side, hidden: bool, words: Words) -> Html:
    scale = max(_SCALE, both.most)
    said = el("p", _says(both, one, other, words), class_="says")
    table = _table(both, one, other, scale, words)
    fine = both.values.shape[1] > _FINE
    wide = el("div", table, class_="wide", tabindex=0, role="region", aria_label=_name(both.one, words))
    return el(
        "div",
        said,
        wide if fine else table,
        _legend(one, other, scale, words),
        data_difference_of=both.one.id,
        hidden=hidden,
    )


def _says(both: _Both, one: Side, other: Side, words: Words) -> str:
    """Where they differ most, or that they hardly do."""
    values = both.values
    down, across = np.unravel_index(int(np.abs(values).argmax()), values.shape)
    if abs(values[down, across]) < _VISIBLE:
        return words["difference.same"]
    a, b = (percent(float(each[down, across])) for each in (both.a, both.b))
    place = _place(both, int(down), int(across), words)
    return words["difference.most"].format(place=place, one=one.title, other=other.title, a=a, b=b)


def _place(both: _Both, down: int, across: int, words: Words) -> str:
    """Where a cell stands, in words."""
    kind = both.one.along if both.one.kind == "heatmap" else both.one.kind
    names = {"row": _down(both, words)[down], "column": _across(both, words)[across]}
    return words[f"difference.at.{kind}"].format(**names, n=across + 1)


def _table(both: _Both, one: Side, other: Side, scale: float, words: Words) -> Html:
    values = both.values
    fine = values.shape[1] > _FINE
    printed = _strongest(values, fine)
    down, across = _down(both, words), _across(both, words)
    heads = (_head(both, n, name, one, other) for n, name in enumerate(across))
    rows = (
        el("tr", row_head(name, words), *(_cell(both, m, n, printed[m, n], scale, words) for n in range(len(across))))
        for m, name in enumerate(down)
    )
    caption = words["difference.caption"].format(panel=_name(both.one, words), one=one.title, other=other.title)
    kinds = ("heat", "signed", "fine" if fine else "many" if len(across) > 9 else "")
    return el(
        "table",
        el("caption", caption, class_="unseen"),
        el("thead", el("tr", el("td", class_="corner"), *heads)),
        el("tbody", *rows, data_rows=packed(down)),
        class_=" ".join(filter(None, kinds)),
        tabindex=0,
        data_columns=packed(across),
    )


def _strongest(values: NDArray[np.float32], one_a_row: bool) -> NDArray[np.bool_]:
    """The cells that print their numbers; where cells are narrow, neighbours would print over each other."""
    strengths = np.abs(values)
    if one_a_row:
        strengths = np.where(strengths == strengths.max(axis=1, keepdims=True), strengths, 0)
    bar = np.sort(strengths, axis=None)[-min(_PRINTED, strengths.size)]
    return np.asarray(strengths >= max(bar, _VISIBLE))


def _cell(both: _Both, down: int, across: int, printed: bool, scale: float, words: Words) -> Html:
    """Empty where both agree to within half a point; a number for screen readers and the pointer in all others."""
    value = float(both.values[down, across])
    if abs(value) < _VISIBLE:
        return el("td", el("i", "0"), data_p="0")
    a, b = (percent(float(each[down, across])) for each in (both.a, both.b))
    told = words["difference.cell"].format(difference=_points(value), a=a, b=b)
    number = el("b", _points(value), aria_hidden="true") if printed else None
    much = f"--much:{sqrt(min(1.0, abs(value) / scale)):.2f}"
    return el("td", number, el("i", told), class_="more" if value > 0 else "less", style=much, data_p=told)


def _points(value: float) -> str:
    """A difference of probabilities in whole percentage points, with its sign."""
    return f"{100 * value:+.0f}".replace("-", "−")


def _down(both: _Both, words: Words) -> list[str]:
    return _columns(both, words) if both.turned else _rows(both, words)


def _across(both: _Both, words: Words) -> list[str]:
    return _rows(both, words) if both.turned else _columns(both, words)


def _columns(both: _Both, words: Words) -> list[str]:
    return [_word(name, words) for name in both.one.columns]


def _rows(both: _Both, words: Words) -> list[str]:
    """What both call them; of steps in which they wrote different letters, both letters."""
    pairs = zip(both.one.rows, both.other.rows, strict=True)
    return [_word(a, words) if a == b else f"{_word(a, words)}/{_word(b, words)}" for a, b in pairs]


def _word(name: str, words: Words) -> str:
    """A letter, a sign, a column such as `probability`, or a step with a real minus sign."""
    return words.get(f"difference.{name}", symbol(name, words)).replace("-", "−")


def _head(both: _Both, place: int, name: str, one: Side, other: Side) -> Html:
    """A column that stands for an image shows it, or both where they are different ones."""
    of_images = both.one.kind == "matrix" or (both.turned and both.one.along == "letters")
    images = _images(name, one, other) if of_images else ()
    return el("th", el("div", *images), el("span", name), scope="col")


def _images(number: str, one: Side, other: Side) -> tuple[Html, ...]:
    if not number.isdecimal():
        return ()
    place = int(number) - 1
    reads = [side.trace.letters[place] for side in (one, other) if place < len(side.trace.letters)]
    shown = dict.fromkeys(data_uri(read.image, read.ink) for read in reads)
    return tuple(el("img", src=address, alt="", width=28, height=28) for address in shown)


def _legend(one: Side, other: Side, scale: float, words: Words) -> Html:
    """From the strongest blue to the strongest orange, with what they stand for."""
    ends = (
        el("span", words["difference.more"].format(title=side.title, points=f"{100 * scale:.0f}"), class_=kind)
        for side, kind in ((other, "less"), (one, "more"))
    )
    return el("p", *ends, class_="signs")
