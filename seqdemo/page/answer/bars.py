"""A bars panel as a table that looks like a bar chart."""

from __future__ import annotations

from dataclasses import replace

from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.wording import Words, percent, symbol
from seqdemo.trace import Panel, Trained

_SEEN = 0.005
"""Less of a step that the task does not have is not shown."""


def of_training(panel: Panel, trained: Trained | None) -> Panel:
    """The panel without steps that training did not have, unless one of them is probable."""
    if panel.id != "step" or trained is None:
        return panel
    steps = range(trained.lowest, trained.highest + 1)
    kept = [n for n, name in enumerate(panel.rows) if int(name) in steps or panel.values[n, 0] >= _SEEN]
    return replace(panel, rows=tuple(panel.rows[n] for n in kept), values=panel.values[kept])


def bars(panel: Panel, words: Words) -> Html:
    """One upright bar per row of the panel, in reading order, the tallest in full colour."""
    values = [float(value) for value in panel.values[:, 0]]
    best = max(range(len(values)), key=values.__getitem__)
    heads = (el("th", symbol(name, words).replace("-", "−"), scope="col") for name in panel.rows)
    cells = (_bar(value, n == best) for n, value in enumerate(values))
    caption = el("caption", words.get(f"panel.{panel.id}.caption", panel.title), class_="unseen")
    return el("table", caption, el("thead", el("tr", *heads)), el("tbody", el("tr", *cells)), class_="bars")


def _bar(value: float, strongest: bool) -> Html:
    number = el("b", percent(value)) if strongest else el("i", percent(value))
    state = "best" if strongest else None
    return el("td", el("span", class_="bar"), number, class_=state, style=f"--share:{value:.3f}")
