"""Answers to letters that are turned, thinned, blurred, noisy or on other paper: one small chart for each task."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby

from seqdemo.page.html.charts.chart import Axis, Chart, Line, Points, chart, swatch
from seqdemo.page.html.charts.history import titled
from seqdemo.page.html.charts.palette import LIMIT
from seqdemo.page.html.charts.scale import Scale
from seqdemo.page.html.figures import percent_tick, tenths
from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.terms import explained
from seqdemo.page.html.wording import Words
from seqdemo.page.scoreboard.score import Benchmark, Distortion, Score
from seqdemo.page.scoreboard.score_table import looks_of

_SHARES = Scale(0.0, 1.0, (0.0, 0.25, 0.5, 0.75, 1.0))
"""The same for all, so that the charts can be compared."""
_WRITTEN: Mapping[str, Callable[[float], str]] = {
    "rotation": lambda degrees: f"{degrees:g}°".replace("-", "−"),
    "noise": lambda share: f"{100 * share:g}%",
    "blur": lambda pixels: f"{pixels:g}",
    "thickness": lambda times: f"{times:g} ×",
    "paper": lambda share: f"{100 * share:g}%",
}
"""How the strengths of each kind are written; other kinds are not known here, and not shown."""
KINDS = tuple(_WRITTEN)
Looking = tuple[Score, int]


def robustness(scores: Sequence[Score], measured: Benchmark, words: Words) -> Html | None:
    """The charts of every kind, of which the script shows one, and the buttons that choose it."""
    kinds = measured.distortions
    if not kinds:
        return None
    buttons = (
        el("button", words[f"board.{kind.name}"], type="button", data_hardship=kind.name, aria_pressed=_said(n == 0))
        for n, kind in enumerate(kinds)
    )
    chosen = el("div", *buttons, class_="segments", role="group", aria_label=words["board.hardships.choose"])
    box = el("input", type="checkbox", data_dotted=True)
    dotted = el("label", box, el("span", words["board.dotted"]), class_="switch")
    shown = (_of_kind(kind, n > 0, scores, words) for n, kind in enumerate(kinds))
    return el("div", el("div", chosen, dotted, class_="tools"), *shown)


def _said(value: bool) -> str:
    return "true" if value else "false"


def _of_kind(kind: Distortion, hidden: bool, scores: Sequence[Score], words: Words) -> Html:
    looking = [pair for pair in zip(scores, looks_of(scores), strict=True) if pair[0].history.name in kind.answers]
    charts = [list(of_task) for _, of_task in groupby(looking, key=lambda pair: pair[0].task)]
    # A model that serves two tasks was measured at the first.
    first = [of_task for n, of_task in enumerate(charts) if not _names(of_task) & _names(*charts[:n])]
    figures = (chart(_chart(kind, of_task, words), words) for of_task in first)
    told = el("p", explained(words[f"board.{kind.name}.note"], words), class_="quiet")
    return el("div", told, el("div", *figures, class_="charts small"), data_of_hardship=kind.name, hidden=hidden)


def _names(*groups: Iterable[Looking]) -> set[str]:
    return {score.history.name for group in groups for score, _ in group}


def _legend(of_task: Iterable[Looking], words: Words) -> Html:
    """The variants of a chart in their looks; a name that is pointed at lights its line up."""
    names = (
        el("span", swatch(look), titled(score.history, words), data_variant=score.history.name)
        for score, look in of_task
    )
    return el("span", *names, class_="key")


def _chart(kind: Distortion, of_task: Sequence[Looking], words: Words) -> Chart:
    write = _WRITTEN[kind.name]
    across = Scale(min(kind.strengths), max(kind.strengths), kind.strengths)
    x = Axis(words[f"board.{kind.name}.axis"], across, write, write)
    y = Axis(words["learned.length.axis"], _SHARES, percent_tick, tenths)
    lines = [line for score, look in of_task for line in _lines(kind, score, look, words)]
    first = of_task[0][0]
    return Chart(f"{kind.name}-{first.task}", first.task_title, _legend(of_task, words), x, y, tuple(lines))


def _lines(kind: Distortion, score: Score, look: int, words: Words) -> Iterable[Line]:
    """Answers, and dotted the letters that were read right; the reader of an exact reasoner is that of others."""
    name, title = score.history.name, titled(score.history, words)
    yield Line(name, title, look, _points(kind, kind.answers[name]))
    if name in kind.vision and look != LIMIT:
        yield Line(name, words["board.read"].format(title=title), look, _points(kind, kind.vision[name]), second=True)


def _points(kind: Distortion, shares: Sequence[float]) -> Points:
    return tuple(zip(kind.strengths, shares, strict=True))
