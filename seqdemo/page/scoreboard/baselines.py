"""Other readers on the same letters, beside ours."""

from __future__ import annotations

from collections.abc import Callable

from seqdemo.page.html.figures import count, decimal, tenths
from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.table import Column, having_values, head, scrolling
from seqdemo.page.html.wording import Words
from seqdemo.page.scoreboard.score import Baseline, Benchmark
from seqdemo.page.scoreboard.score_table import bar

Figure = Column[Baseline]


def baselines(measured: Benchmark, words: Words) -> Html | None:
    """The table, the best reader first."""
    if not measured.baselines:
        return None
    order = sorted(measured.baselines, key=lambda baseline: -baseline.right.get("alone", 0))
    columns = having_values(_columns(measured, words), order)
    name = Figure(words["board.reader"], lambda baseline: _title(baseline, words), text=True)
    rows = [_row(baseline, n, columns, words) for n, baseline in enumerate(order)]
    caption, label = words["board.rivals.caption"], words["board.rivals"]
    return scrolling(caption, label, head([name, *columns]), rows, "standings")


def _columns(measured: Benchmark, words: Words) -> list[Figure]:
    return [
        *(
            Figure(_of(kind, measured, words), _share(kind), tenths, downwards=True, picture=_drawn(kind))
            for kind in ("alone", "every")
        ),
        Figure(words["board.rivals.ms"], lambda baseline: baseline.ms, lambda ms: f"{decimal(ms)} ms"),
        Figure(words["board.rivals.version"], lambda baseline: baseline.version, text=True, verbatim=True),
        Figure(words["board.rivals.settings"], lambda baseline: baseline.settings, text=True, verbatim=True),
    ]


def _of(kind: str, measured: Benchmark, words: Words) -> str:
    return words[f"board.rivals.{kind}"].format(n=count(measured.baseline_letters.get(kind, 0)))


def _share(kind: str) -> Callable[[Baseline], float | None]:
    return lambda baseline: baseline.right.get(kind)


def _drawn(kind: str) -> Callable[[Baseline], Html]:
    return lambda baseline: bar(baseline.right[kind])


def _title(baseline: Baseline, words: Words) -> str:
    """Programs have names of their own; methods are called differently in each language."""
    return words.get(f"board.rival.{baseline.name}", baseline.title)


def _row(baseline: Baseline, number: int, columns: list[Figure], words: Words) -> Html:
    card = el("small", baseline.name, class_="quiet", translate="no") if baseline.ours else None
    name = el("th", _title(baseline, words), card, scope="row", data_value=number)
    return el("tr", name, *(column.cell(baseline) for column in columns), class_="ours" if baseline.ours else None)
