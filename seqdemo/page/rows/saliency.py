"""How far back readers remember: the rows' shares in the gradient of the answer, one line for each model.

An answer brings the line of its own model. Those of the others take longer than the answer, so they are asked for when
somebody looks at the chart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from seqdemo.page.html.charts.chart import Axis, Chart, Line, chart, swatch
from seqdemo.page.html.charts.scale import Scale
from seqdemo.page.html.figures import count, ten_to_the
from seqdemo.page.html.frame import framed
from seqdemo.page.html.kind import ROWS
from seqdemo.page.html.markup import Html, el, join
from seqdemo.page.html.terms import explained
from seqdemo.page.html.wording import Words, percent
from seqdemo.page.rows.board import TICKS
from seqdemo.trace import Panel, Trace

LEAST = 1e-6
"""Smaller shares are drawn as if they were so large."""
_FLAT = -3
"""The scale begins at this power of ten or below: where nothing has vanished, nothing should look as if it had."""
_ALONG = Scale(1.0, float(ROWS), tuple(map(float, TICKS)))


@dataclass(frozen=True)
class Remembered:
    """How much a model's answer depends on each row."""

    title: str
    panel: Panel
    picked: bool
    """Its line stands out."""


def saliency(trace: Trace, words: Words) -> Html | None:
    """The panel with the line of the model that answered; None where there is nothing to look back on."""
    own = trace.panel("recall")
    if own is None:
        return None
    alone = _drawn([Remembered(words["rows.saliency.own"], own, True)], words)
    return framed("recall", words["panel.recall.title"], words, el("div", alone, class_="lookback"))


def abreast(models: Sequence[Remembered], words: Words) -> Html:
    """The lines of several models, with their names."""
    names = (
        el("li", swatch(n), el("span", explained(model.title, words)), class_="picked" if model.picked else None)
        for n, model in enumerate(models)
    )
    return join(el("ul", *names, class_="titles"), _drawn(models, words))


def _drawn(models: Sequence[Remembered], words: Words) -> Html:
    lines = tuple(_line(n, model) for n, model in enumerate(models))
    return el("div", chart(_chart(lines, words), words), class_="learned")


def _line(number: int, model: Remembered) -> Line:
    shares = enumerate(model.panel.values[:, 0], 1)
    points = tuple((float(row), max(LEAST, min(1.0, float(share)))) for row, share in shares)
    return Line(f"recall-{number}", model.title, number, points, picked=model.picked)


def _chart(lines: tuple[Line, ...], words: Words) -> Chart:
    x = Axis(words["rows.saliency.row"], _ALONG, count, lambda row: words["rows.saliency.told"].format(row=count(row)))
    shares = [share for line in lines for _, share in line.points]
    y = Axis(words["rows.saliency.share"], _scale(shares), ten_to_the, told)
    return Chart("recall", words["rows.saliency"], words["rows.saliency.note"], x, y, lines)


def _scale(shares: Sequence[float]) -> Scale:
    """From the power of ten below the least share to the one above the greatest."""
    first, last = min(_FLAT, floor(log10(min(shares)) + 1e-9)), ceil(log10(max(shares)) - 1e-9)
    return Scale(10.0**first, 10.0**last, tuple(10.0**power for power in range(first, last + 1)), by_ratio=True)


def told(share: float) -> str:
    """A share down to a millionth."""
    if share <= LEAST:
        return "<0.0001%"
    return percent(share) if share >= 0.0005 else f"{100 * share:.1g}%"
