"""A bars panel as a table that looks like a bar chart."""

from __future__ import annotations

from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.wording import Words, percent, symbol
from seqdemo.trace import Panel


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
