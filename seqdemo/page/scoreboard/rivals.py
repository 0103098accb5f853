"""Other readers on the same letters, beside ours."""

from __future__ import annotations

from collections.abc import Callable

from seqdemo.page.html.figures import count, decimal, tenths
from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.table import Column, having_values, head, scrolling
from seqdemo.page.html.wording import Words
from seqdemo.page.scoreboard.score import Benchmark, Rival
from seqdemo.page.scoreboard.score_table import bar

Figure = Column[Rival]


def rivals(measured: Benchmark, words: Words) -> Html | None:
    """The table, the best reader first."""
    if not measured.rivals:
        return None
    order = sorted(measured.rivals, key=lambda rival: -rival.right.get("alone", 0))
    columns = having_values(_columns(measured, words), order)
    name = Figure(words["board.reader"], lambda rival: _title(rival, words), text=True)
    rows = [_row(rival, n, columns, words) for n, rival in enumerate(order)]
    caption, label = words["board.rivals.caption"], words["board.rivals"]
    return scrolling(caption, label, head([name, *columns]), rows, "standings")


def _columns(measured: Benchmark, words: Words) -> list[Figure]:
    return [
        *(
            Figure(_of(kind, measured, words), _share(kind), tenths, downwards=True, picture=_drawn(kind))
            for kind in ("alone", "every")
        ),
        Figure(words["board.rivals.ms"], lambda rival: rival.ms, lambda ms: f"{decimal(ms)} ms"),
        Figure(words["board.rivals.version"], lambda rival: rival.version, text=True, verbatim=True),
        Figure(words["board.rivals.settings"], lambda rival: rival.settings, text=True, verbatim=True),
    ]


def _of(kind: str, measured: Benchmark, words: Words) -> str:
    return words[f"board.rivals.{kind}"].format(n=count(measured.rival_letters.get(kind, 0)))


def _share(kind: str) -> Callable[[Rival], float | None]:
    return lambda rival: rival.right.get(kind)


def _drawn(kind: str) -> Callable[[Rival], Html]:
    return lambda rival: bar(rival.right[kind])


def _title(rival: Rival, words: Words) -> str:
    """Programs have names of their own; methods are called differently in each language."""
    return words.get(f"board.rival.{rival.name}", rival.title)


def _row(rival: Rival, number: int, columns: list[Figure], words: Words) -> Html:
    card = el("small", rival.name, class_="quiet", translate="no") if rival.ours else None
    name = el("th", _title(rival, words), card, scope="row", data_value=number)
    return el("tr", name, *(column.cell(rival) for column in columns), class_="ours" if rival.ours else None)
