"""Which charts are drawn of the histories of a task, and which lines belong into each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from math import ceil, floor, log10

from seqdemo.page.html.charts.chart import Axis, Chart, Line, Points, chart
from seqdemo.page.html.charts.history import History, Search, looks, titled
from seqdemo.page.html.charts.palette import LIMIT
from seqdemo.page.html.charts.scale import Scale, counting, fitting, from_zero, of_shares
from seqdemo.page.html.figures import count, decimal, percent_tick, ten_to_the, tenths
from seqdemo.page.html.markup import Html
from seqdemo.page.html.wording import Words

FAINTEST = 1e-8
"""Smaller shares of a row in the answer are drawn as this one: figures are kept to so many places."""
_EVERY = 7
"""Every so many rows have their number on the axis."""


def charts(histories: Sequence[History], longest: int | None, words: Words) -> list[Html]:
    """Loss, right answers during training and by length, rows remembered; losses of rarer kinds come last."""
    losses = _losses(histories, words)
    right = [_accuracy(histories, words), _longer(histories, words), _by_length(histories, longest, words)]
    found = [*losses[:1], *right, _reliability(histories, words), _saliency(histories, words), *losses[1:]]
    return [chart(drawn, words) for drawn in found if drawn is not None]


def _losses(histories: Sequence[History], words: Words) -> list[Chart]:
    """One chart for each kind of loss, the most frequent first: only losses of one kind can be compared.

    None for an exact reasoner, of which next to nothing is learned.
    """
    kinds = Counter(history.objective for history in histories if history.curve("loss") and not history.exact)
    return [_loss(kind, histories, words) for kind, _ in kinds.most_common()]


def _loss(objective: str, histories: Sequence[History], words: Words) -> Chart:
    alike = [history for history in histories if history.objective == objective]
    scale = fitting([y for history in alike for _, y in history.curve("loss")])
    lines = _lines(histories, lambda history: _held(history.curve("loss"), scale) if history in alike else (), words)
    kind = words.get(f"learned.loss.{objective}", "")
    y = Axis(words["learned.loss.axis"], scale, ten_to_the if scale.by_ratio else decimal, decimal)
    return Chart(f"loss-{objective}", words["learned.loss"], kind, _seen(lines, alike, words), y, lines)


def _held(points: Points, scale: Scale) -> Points:
    """A loss of 0 has no place where equal ratios are equally far apart."""
    return tuple((x, y) for x, y in points if scale.holds(y))


def _accuracy(histories: Sequence[History], words: Words) -> Chart | None:
    return _rising("accuracy", History.accuracy_curve, histories, words)


def _longer(histories: Sequence[History], words: Words) -> Chart | None:
    return _rising("longer", lambda history: history.curve("longer"), histories, words)


def _rising(id: str, take: Callable[[History], Points], histories: Sequence[History], words: Words) -> Chart | None:
    """Right answers on the validation writers by what had been seen; histories that count something else stay away."""
    having = [history for history in histories if take(history) and not history.exact]
    if not having:
        return None
    unit = Counter(history.unit for history in having).most_common()[0][0]
    alike = [history for history in having if history.unit == unit]
    lines = _lines(histories, lambda history: take(history) if history in alike else (), words)
    lines += _limits(histories, take, lines, words)
    away = ", ".join(history.title for history in having if history not in alike)
    note = " ".join([words[f"learned.{id}.note"], *([words["learned.away"].format(titles=away)] if away else [])])
    y = _share_axis(lines, words[f"learned.{id}.axis"])
    return Chart(id, words[f"learned.{id}"], note, _seen(lines, alike, words), y, lines)


def _limits(
    histories: Sequence[History], take: Callable[[History], Points], lines: Iterable[Line], words: Words
) -> tuple[Line, ...]:
    """The best of each exact reasoner, all along the axis: it does not come into being step by step."""
    end = max(x for line in lines for x, _ in line.points)
    tops = (
        (history, max(share for _, share in take(history))) for history in histories if history.exact and take(history)
    )
    return tuple(
        Line(history.name, titled(history, words), LIMIT, ((0.0, top), (float(end), top))) for history, top in tops
    )


def _by_length(histories: Sequence[History], longest: int | None, words: Words) -> Chart | None:
    """Right answers on the test writers by number of letters; None where there is only one length."""
    searches: tuple[Search, ...] = ("greedy", "beam")
    lines = tuple(
        line for search in searches for line in _lines(histories, _of_length(search), words, search == "beam")
    )
    lengths = sorted({x for line in lines for x, _ in line.points})
    if len(lengths) < 2:
        return None
    x = Axis(words["learned.length.letters"], counting(lengths), count, lambda n: words["learned.letters"].format(n=n))
    y = _share_axis(lines, words["learned.length.axis"])
    border = None
    if longest is not None and lengths[-1] > longest:
        border = (longest + 0.5, words["learned.length.border"])
    return Chart("length", words["learned.length"], words["learned.length.note"], x, y, lines, border)


def _of_length(search: Search) -> Callable[[History], Points]:
    return lambda history: tuple(history.by_length.get(search, {}).items())


def _reliability(histories: Sequence[History], words: Words) -> Chart | None:
    """How often readers were right, by how sure they were; who is as sure as right lies on the diagonal."""
    lines = _lines(histories, _doubts, words)
    if not lines:
        return None
    spreads = {history.name: _over_writers(history) for history in histories}
    lines = tuple(replace(line, spread=spreads[line.key]) for line in lines)
    scale = of_shares((0.0, 1.0))
    errors = ", ".join(f"{history.title} {history.ece:.3f}" for history in histories if history.ece is not None)
    x, y = (Axis(words[f"learned.reliability.{name}"], scale, percent_tick, tenths) for name in ("sure", "right"))
    diagonal = Line("diagonal", words["learned.reliability.diagonal"], LIMIT, ((0.0, 0.0), (1.0, 1.0)))
    bands = words["learned.reliability.bands"] if any(line.spread for line in lines) else ""
    note = words["learned.reliability.note"].format(errors=errors)
    return Chart("reliability", words["learned.reliability"], f"{note} {bands}".strip(), x, y, (*lines, diagonal))


def _doubts(history: History) -> Points:
    """To a tenth of a percent, as the table tells them."""
    return tuple((round(each.confidence, 3), each.right) for each in history.reliability)


def _over_writers(history: History) -> tuple[tuple[float, float], ...]:
    """The interval of every point; none where one is unknown."""
    found = [each.within for each in history.reliability if each.within is not None]
    return tuple(found) if len(found) == len(history.reliability) else ()


def _saliency(histories: Sequence[History], words: Words) -> Chart | None:
    """How much of the answer hangs on each row of the image."""
    lines = _lines(histories, _looked_back, words)
    if not lines:
        return None
    rows = max(len(line.points) for line in lines)
    across = Scale(1.0, rows, (1.0, *range(_EVERY, rows + 1, _EVERY)))
    told = words["learned.saliency.told"]
    x = Axis(words["learned.saliency.row"], across, count, lambda row: told.format(row=count(row)))
    down = _powers([share for line in lines for _, share in line.points])
    y = Axis(words["learned.saliency.axis"], down, ten_to_the, lambda share: _faint(share, words))
    return Chart("remembered", words["learned.saliency"], words["learned.saliency.note"], x, y, lines)


def _looked_back(history: History) -> Points:
    return tuple((float(row), max(share, FAINTEST)) for row, share in enumerate(history.saliency, 1))


def _powers(values: Sequence[float]) -> Scale:
    """By ratio, over whole powers of ten, at least one."""
    first = floor(log10(min(values)))
    last = max(first + 1, ceil(log10(max(values))))
    return Scale(10.0**first, 10.0**last, tuple(10.0**power for power in range(first, last + 1)), by_ratio=True)


def _faint(share: float, words: Words) -> str:
    told = f"{decimal(100 * max(share, FAINTEST))}%"
    return words["learned.saliency.less"].format(share=told) if share <= FAINTEST else told


def _lines(
    histories: Sequence[History], take: Callable[[History], Points], words: Words, second: bool = False
) -> tuple[Line, ...]:
    """A line for each history that has points, in the look that it has everywhere."""
    taken = ((look, history, take(history)) for history, look in zip(histories, looks(histories), strict=True))
    return tuple(
        Line(history.name, titled(history, words), look, points, second) for look, history, points in taken if points
    )


def _seen(lines: Iterable[Line], histories: Sequence[History], words: Words) -> Axis:
    unit = ".letters" if histories[0].unit == "letters" else ""
    scale = from_zero([x for line in lines for x, _ in line.points])
    return Axis(words[f"learned.seen{unit}"], scale, count, lambda n: words[f"learned.told{unit}"].format(n=count(n)))


def _share_axis(lines: Iterable[Line], title: str) -> Axis:
    return Axis(title, of_shares([y for line in lines for _, y in line.points]), percent_tick, tenths)
