"""The report's six curves: loss and right answers of both stages during training."""

from __future__ import annotations

from collections.abc import Mapping

from seqdemo.page.html.charts.chart import Axis, Chart, Line, chart, swatch
from seqdemo.page.html.charts.history import History
from seqdemo.page.html.charts.scale import fitting, from_zero, of_shares
from seqdemo.page.html.figures import count, decimal, percent_tick, ten_to_the, tenths
from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.wording import Words

_LOSSES = ("gru1_loss", "gru2_loss")
_SHARES = ("gru1_accuracy", "gru2_accuracy", "train_accuracy", "valid_accuracy")
_LOOKS: Mapping[str, int] = {"gru1": 0, "gru2": 1, "train": 2, "valid": 3}
"""A stage looks the same in both charts."""


def stages(history: History, words: Words) -> Html | None:
    """The curves of one model; None where its history has not all six."""
    if not all(history.curve(figure) for figure in (*_LOSSES, *_SHARES)):
        return None
    drawn = (chart(_drawn(history, figures, words), words) for figures in (_LOSSES, _SHARES))
    heading = el("h3", words["stages.title"].format(title=history.title))
    first = {figure.partition("_")[0]: tenths(history.curve(figure)[0][1]) for figure in _SHARES}
    lead = el("p", words["stages.lead"].format(**first), class_="quiet")
    return el("section", heading, lead, el("div", *drawn, class_="charts"), class_="part study",
              id=f"stages-{history.name}")  # fmt: skip


def _drawn(history: History, figures: tuple[str, ...], words: Words) -> Chart:
    """The losses, or the shares of right answers."""
    kind = "loss" if figures is _LOSSES else "accuracy"
    lines = tuple(Line(figure, words[f"stages.{figure}"], _look(figure), history.curve(figure)) for figure in figures)
    every = [share for line in lines for _, share in line.points]
    scale = fitting(every) if kind == "loss" else of_shares(every)
    label, told = (ten_to_the if scale.by_ratio else decimal, decimal) if kind == "loss" else (percent_tick, tenths)
    seen = words["learned.told"]
    x = Axis(words["learned.seen"], from_zero([history.checks[-1].seen]), count, lambda n: seen.format(n=count(n)))
    y = Axis(words[f"stages.{kind}.axis"], scale, label, told)
    legend = el("ul", *(el("li", swatch(line.look), el("b", line.title)) for line in lines), class_="values")
    return Chart(f"{kind}-{history.name}", words[f"stages.{kind}"], words[f"stages.{kind}.note"], x, y, lines,
                 legend=legend)  # fmt: skip


def _look(figure: str) -> int:
    return _LOOKS[figure.partition("_")[0]]
