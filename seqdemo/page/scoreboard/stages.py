"""Where errors arise: what vision, reasoning and both together get right, by number of letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from seqdemo.page.html.charts.chart import Axis, Chart, Line, chart, swatch
from seqdemo.page.html.charts.scale import counting, of_shares
from seqdemo.page.html.figures import count, percent_tick, tenths
from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.wording import Words
from seqdemo.page.scoreboard.score import Score, Stages

_KINDS: tuple[tuple[str, Callable[[Stages], float | None]], ...] = (
    ("vision", lambda stages: stages.vision),
    ("reasoning", lambda stages: stages.reasoning),
    ("rule", lambda stages: stages.rule),
)


def stages(scores: Sequence[Score], words: Words) -> Html | None:
    """One small chart for each variant of which more than one number of letters was measured, on equal axes."""
    shown = [score for score in scores if len(score.stages_by_length) > 1]
    if not shown:
        return None
    drawn = [(score, _lines(score, words)) for score in shown]
    shares = [y for _, lines in drawn for line in lines for _, y in line.points]
    y = Axis(words["learned.length.axis"], of_shares(shares), percent_tick, tenths)
    figures = (chart(_chart(score, lines, y, words), words) for score, lines in drawn)
    return el("div", _legend(words), el("div", *figures, class_="charts small"))


def _legend(words: Words) -> Html:
    """Which line is which, the same in every chart."""
    names = ("answers", *(kind for kind, _ in _KINDS))
    return el("ul", *(el("li", swatch(n), words[f"board.{name}"]) for n, name in enumerate(names)), class_="key")


def _chart(score: Score, lines: tuple[Line, ...], y: Axis, words: Words) -> Chart:
    lengths = sorted({x for line in lines for x, _ in line.points})
    x = Axis(words["learned.length.letters"], counting(lengths), count, lambda n: words["learned.letters"].format(n=n))
    return Chart(f"stages-{score.history.name}", score.history.title, score.task_title, x, y, lines)


def _lines(score: Score, words: Words) -> tuple[Line, ...]:
    answers = tuple((float(n), share) for n, share in score.by_length.items())
    found = [Line("stage-answers", words["board.answers"], 0, answers, picked=True)] if answers else []
    for look, (kind, take) in enumerate(_KINDS, 1):
        points = tuple(
            (float(n), share) for n, each in score.stages_by_length.items() if (share := take(each)) is not None
        )
        if points:
            found.append(Line(f"stage-{kind}", words[f"board.{kind}"], look, points))
    return tuple(found)
