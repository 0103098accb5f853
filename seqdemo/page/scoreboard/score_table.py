"""Every variant at every task in one table, with bars where people would rather look than read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from seqdemo.page.html.charts.chart import swatch
from seqdemo.page.html.charts.history import looks, titled
from seqdemo.page.html.figures import count, decimal, duration, tenths
from seqdemo.page.html.markup import Html, el, join
from seqdemo.page.html.table import Column, having_values, head, scrolling
from seqdemo.page.html.wording import Words
from seqdemo.page.scoreboard.score import Score

Figure = Column[Score]
_STAGES: tuple[tuple[str, Callable[[Score], float | None]], ...] = (
    ("vision", lambda score: score.stages.vision),
    ("reasoning", lambda score: score.stages.reasoning),
    ("rule", lambda score: score.stages.rule),
)
_WIDE, _HIGH = 10, 30
"""Width and height of one length's bar."""


def score_table(scores: Sequence[Score], words: Words) -> Html:
    """The table, and above it which family of tasks is to be seen."""
    limits = {score.task: score for score in scores if score.history.exact}
    columns = having_values(_columns(limits, words), scores)
    name = Figure(words["standings.variant"], lambda score: score.history.title, text=True)
    rows = [
        _row(score, n, look, columns, words)
        for n, (score, look) in enumerate(zip(scores, looks_of(scores), strict=True))
    ]
    caption, label = words["board.caption"], words["board.scores"]
    return join(_families(scores, words), scrolling(caption, label, head([name, *columns]), rows, "standings"))


def looks_of(scores: Sequence[Score]) -> list[int]:
    """The look of each variant is the one that it has among those of its task."""
    tasks = (list(of_task) for _, of_task in groupby(scores, key=lambda score: score.task))
    return [look for of_task in tasks for look in looks([score.history for score in of_task])]


def _families(scores: Sequence[Score], words: Words) -> Html:
    names = dict.fromkeys(score.family for score in scores)
    buttons = [el("button", words["board.every"], type="button", data_family="", aria_pressed="true")]
    buttons += [
        el("button", words[f"family.{name}"], type="button", data_family=name, aria_pressed="false") for name in names
    ]
    return el("div", *buttons, class_="segments", role="group", aria_label=words["board.families"])


def _columns(limits: Mapping[str, Score], words: Words) -> list[Figure]:
    return [
        Figure(words["standings.accuracy"], lambda score: score.right, tenths, downwards=True,
               picture=lambda score: _bar(score.right, _limit(limits, score))),
        Figure(words["board.lengths"], lambda score: "" if score.by_length else None, sorts=False,
               picture=lambda score: _lengths(score, limits.get(score.task), words)),
        *(Figure(words[f"board.{name}"], take, tenths, downwards=True) for name, take in _STAGES),
        Figure(words["standings.parameters"], lambda score: score.history.parameters, count),
        Figure(words["board.size"], lambda score: score.size, lambda size: f"{decimal(size / 1e6)} MB"),
        Figure(words["board.cost"], _ms, lambda ms: f"{decimal(ms)} ms"),
        Figure(words["board.ratio"], _ratio, lambda ratio: f"{ratio:.1f} ×"),
        Figure(words["standings.time"], lambda score: score.history.seconds, lambda time: duration(time, words)),
    ]  # fmt: skip


def _ms(score: Score) -> float | None:
    return None if score.cost is None else score.cost.ms


def _ratio(score: Score) -> float | None:
    return None if score.cost is None else score.cost.ratio


def _limit(limits: Mapping[str, Score], score: Score) -> float | None:
    return limits[score.task].right if score.task in limits else None


def _bar(share: float | None, limit: float | None = None) -> Html:
    """A share as a bar, with a mark where the limit is; what it says stands beside it as text."""
    mark = None if limit is None else el("i", style=f"--at:{limit:.4f}")
    return el("span", mark, class_="bar", style=f"--share:{share or 0:.4f}", aria_hidden="true")


def bar(share: float) -> Html:
    return _bar(share)


def _lengths(score: Score, limit: Score | None, words: Words) -> Html:
    """One small bar for each number of letters, and a dashed mark where the exact reasoner stands."""
    at_most = limit.by_length if limit is not None else {}
    bars, marks = [], []
    for n, (length, share) in enumerate(score.by_length.items()):
        bars.append(f"M{n * _WIDE + 1} {_HIGH}v{-_HIGH * share:.1f}h{_WIDE - 2}V{_HIGH}z")
        if length in at_most:
            marks.append(f"M{n * _WIDE} {_HIGH * (1 - at_most[length]):.1f}h{_WIDE}")
    told = ", ".join(f"{length}: {tenths(share)}" for length, share in score.by_length.items())
    wide = _WIDE * len(score.by_length)
    paths = el("path", d="".join(bars)), el("path", d="".join(marks), class_="mark")
    label = words["board.lengths.told"].format(told=told)
    drawn = el("svg", *paths, viewBox=f"0 0 {wide} {_HIGH}", width=wide, role="img", aria_label=label)
    return el("span", drawn, title=told, class_="lengths")


def _row(score: Score, number: int, look: int, columns: Sequence[Figure], words: Words) -> Html:
    history = score.history
    card = el("small", f"{score.task_title} · {history.name}", class_="quiet")
    name = el("th", swatch(look), titled(history, words), card, scope="row", data_value=number)
    return el(
        "tr", name, *(column.cell(score) for column in columns), data_variant=history.name, data_kind=score.family
    )
