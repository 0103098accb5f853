"""The candidates of a search, best first."""

from __future__ import annotations

from math import isfinite

from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.wording import Words, percent
from seqdemo.trace import Panel


def ranking(panel: Panel, words: Words) -> Html:
    """One row per candidate: its probability as a bar and as a number, and the logarithms that it comes from."""
    rows = (_row(n, name, panel, words) for n, name in enumerate(panel.rows))
    heads = (el("th", words[f"ranking.{name}"], scope="col") for name in ("word", *panel.columns))
    caption = el("caption", words.get(f"panel.{panel.id}.caption", panel.title), class_="unseen")
    return el("table", caption, el("thead", el("tr", *heads)), el("tbody", *rows), class_="ranking")


def _row(n: int, name: str, panel: Panel, words: Words) -> Html:
    cells = (_CELLS[column](float(value)) for column, value in zip(panel.columns, panel.values[n], strict=True))
    word = el("th", name or words["answer.nothing"], scope="row")
    return el("tr", word, *cells, class_="best" if n == 0 else None)


def _probability(value: float) -> Html:
    bar = el("span", class_="bar", style=f"--share:{value:.3f}")
    return el("td", bar, el("span", percent(value), class_="number"))


def _logarithm(value: float) -> Html:
    return el("td", f"{value:.2f}".replace("-", "−") if isfinite(value) else "−∞", class_="number")


def _tick(value: float) -> Html:
    return el("td", "✓" if value else "–")


_CELLS = {
    "probability": _probability,
    "log_probability": _logarithm,
    "spelling": _logarithm,
    "reading": _logarithm,
    "listed": _tick,
}
