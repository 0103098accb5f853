"""The figures of all variants in one table, which the script sorts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from seqdemo.page.html.charts.chart import swatch
from seqdemo.page.html.charts.history import History, Search, looks, titled
from seqdemo.page.html.figures import count, duration, span, tenths
from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.table import Column, Value, having_values, head, scrolling
from seqdemo.page.html.wording import Words, device

Figure = Column[History]


def standings(histories: Sequence[History], words: Words) -> Html:
    """One row per variant, one column for each kind of figure that any of them has."""
    columns = having_values(_columns(histories, words), histories)
    looking = zip(histories, looks(histories), strict=True)
    rows = [_row(history, n, look, columns, words) for n, (history, look) in enumerate(looking)]
    name = Figure(words["standings.variant"], lambda history: history.title, text=True)
    header = head([name, *columns])
    return scrolling(words["standings.caption"], words["standings.title"], header, rows, "standings")


def _columns(histories: Sequence[History], words: Words) -> list[Figure]:
    return [
        Figure(words["standings.parameters"], lambda history: history.parameters, count),
        *_shares("greedy", histories, words),
        *_shares("beam", histories, words),
        Figure(
            words["standings.seeds"], lambda history: span(history.seeds) if len(history.seeds) > 1 else None, text=True
        ),
        Figure(words["standings.time"], lambda history: history.seconds, lambda seconds: duration(seconds, words)),
        Figure(words["standings.device"], lambda history: history.device and device(history.device, words), text=True),
        Figure(words["standings.date"], lambda history: history.date, text=True),
    ]


def _shares(search: Search, histories: Sequence[History], words: Words) -> list[Figure]:
    """Right answers by kind of length; a group only where there is another search to compare with."""
    kinds = dict.fromkeys(kind for history in histories for kind in history.shares.get(search, {}))
    several = any("beam" in history.shares for history in histories)
    group = words[f"standings.{search}"] if several else ""
    return [Figure(words[f"standings.{kind}"], _share(search, kind), tenths, group, True) for kind in kinds]


def _share(search: Search, kind: str) -> Callable[[History], Value]:
    return lambda history: history.shares.get(search, {}).get(kind)


def _row(history: History, number: int, look: int, columns: Sequence[Figure], words: Words) -> Html:
    name = el("th", swatch(look), titled(history, words), scope="row", data_value=number)
    return el("tr", name, *(column.cell(history) for column in columns), data_variant=history.name)
