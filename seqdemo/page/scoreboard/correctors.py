"""Other correctors of the same swapped words, beside ours."""

from __future__ import annotations

from collections.abc import Callable

from seqdemo.page.html.figures import decimal, tenths
from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.table import Column, having_values, head, scrolling
from seqdemo.page.html.wording import Words
from seqdemo.page.scoreboard.score import Benchmark, Corrector
from seqdemo.page.scoreboard.score_table import bar

Figure = Column[Corrector]
_KINDS = ("accuracy", "challenge", "longer")
"""Figures by number of letters."""


def correctors(measured: Benchmark, words: Words) -> Html | None:
    """The table, the best corrector of listed words first."""
    if not measured.correctors:
        return None
    order = sorted(measured.correctors, key=lambda corrector: -corrector.listed["accuracy"])
    columns = having_values(_columns(words), order)
    name = Figure(words["board.corrector"], lambda corrector: corrector.title, text=True)
    rows = [_row(corrector, n, columns) for n, corrector in enumerate(order)]
    caption, label = words["board.correctors.caption"], words["board.correctors"]
    return scrolling(caption, label, head([name, *columns]), rows, "standings")


def _columns(words: Words) -> list[Figure]:
    return [
        *(
            Figure(
                words[f"board.correctors.{kind}"],
                _share(known, kind),
                tenths,
                words[f"board.correctors.{known}"],
                downwards=True,
                picture=_drawn(known, kind),
            )
            for known in ("listed", "unlisted")
            for kind in _KINDS
        ),
        Figure(words["board.correctors.ms"], lambda corrector: corrector.ms, lambda ms: f"{decimal(ms)} ms"),
        Figure(words["board.rivals.version"], lambda corrector: corrector.version, text=True, verbatim=True),
        Figure(words["board.rivals.settings"], lambda corrector: corrector.settings, text=True, verbatim=True),
    ]


def _share(known: str, kind: str) -> Callable[[Corrector], float | None]:
    return lambda corrector: getattr(corrector, known).get(kind)


def _drawn(known: str, kind: str) -> Callable[[Corrector], Html]:
    return lambda corrector: bar(getattr(corrector, known)[kind])


def _row(corrector: Corrector, number: int, columns: list[Figure]) -> Html:
    card = el("small", corrector.name, class_="quiet", translate="no") if corrector.ours else None
    name = el("th", corrector.title, card, scope="row", data_value=number)
    return el("tr", name, *(column.cell(corrector) for column in columns), class_="ours" if corrector.ours else None)
