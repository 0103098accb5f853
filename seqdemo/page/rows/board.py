"""The image, what was believed after each of its rows, and on which rows the answer rests, side by side.

All share one vertical axis, the rows of the image, so that one cursor can move over all of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby, pairwise

from seqdemo.page.html.kind import ROWS, last_row
from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.picture import data_uri
from seqdemo.page.html.tinted import style
from seqdemo.page.html.wording import Words, percent, symbol
from seqdemo.trace import LetterRead, Panel, Trace

TICKS = (1, 7, 14, 21, 28)
"""Rows that are numbered on an axis."""


def board(trace: Trace, belief: Panel, words: Words) -> Html:
    """The lanes from left to right; of a reader that sees everything at once there is nothing to follow."""
    depends = trace.panel("recall")
    followed = (_answers(belief, words), _map(belief, words)) if len(belief.rows) > 1 else ()
    picture = _lane("picture", words["rows.image"], *_picture(trace.letters[0], trace.covered, words))
    return el("div", axis(), picture, *followed, _depends(depends, words) if depends else None, class_="board")


def axis() -> Html:
    """The numbers of some rows."""
    ticks = (el("span", row, style=f"--row:{row}") for row in TICKS)
    return el(
        "div", el("div", class_="over"), el("div", *ticks, class_="track"), class_="lane axis", aria_hidden="true"
    )


def _lane(name: str, title: str, *content: Html | None, below: Html | None = None) -> Html:
    return el("div", el("div", title, class_="over"), el("div", *content, class_="track"), below, class_=f"lane {name}")


def _picture(read: LetterRead, covered: tuple[int, ...], words: Words) -> tuple[Html, Html]:
    """The image under buttons that cover its rows."""
    image = el("img", src=data_uri(read.image, read.ink), alt="", width=ROWS, height=ROWS, draggable="false")
    rows = (
        el(
            "button",
            type="button",
            data_row=row,
            tabindex=0 if row == 0 else -1,
            aria_label=words["rows.row"].format(row=row + 1),
            aria_pressed=str(row in covered).lower(),
        )
        for row in range(ROWS)
    )
    return image, el("div", *rows, class_="rows", role="group", aria_label=words["rows.picture"])


def _answers(belief: Panel, words: Words) -> Html:
    """The likeliest answer after each step; where it stays the same for a while it is written once."""
    best = [int(n) for n in belief.values.argmax(axis=1)]
    steps = (_step(belief, step, column, words) for step, column in enumerate(best))
    return _lane("answers", words["rows.likeliest"], *steps, *_runs(belief, best, words))


def _step(belief: Panel, step: int, column: int, words: Words) -> Html:
    facts = {"row": last_row(belief, step), "answer": symbol(belief.columns[column], words)}
    told = words["rows.step"].format(**facts, percent=percent(float(belief.values[step, column])))
    return el("button", type="button", data_step=step, data_best=column, tabindex=-1, aria_label=told, title=told)


def _runs(belief: Panel, best: list[int], words: Words) -> Iterable[Html]:
    step = 0
    for column, same in groupby(best):
        length = len(list(same))
        name = symbol(belief.columns[column], words)
        yield el("b", name, aria_hidden="true", style=f"--from:{step};--length:{length};--letters:{len(name)}")
        step += length


def _map(belief: Panel, words: Words) -> Html:
    """Steps x answers as one picture, in the colours of a light and of a dark page."""
    picture = el("div", class_="map", style=style(belief.values), role="img", aria_label=words["rows.map"])
    names = (
        el("span", symbol(name, words), data_column=n, style=f"--column:{n}") for n, name in enumerate(belief.columns)
    )
    letters = el("div", *names, class_="names", style=f"--columns:{len(belief.columns)}", aria_hidden="true")
    return _lane("belief", words["rows.belief"], letters, picture, below=_groups(belief))


def _groups(belief: Panel) -> Html | None:
    """Where digits, capitals and small letters begin and end, for places too narrow for every name."""
    if any(len(name) > 1 for name in belief.columns):
        return None
    starts = [n for n, name in enumerate(belief.columns) if n == 0 or _sort(name) != _sort(belief.columns[n - 1])]
    groups = (
        el("span", f"{belief.columns[start]}–{belief.columns[end - 1]}", style=f"--length:{end - start}")
        for start, end in pairwise([*starts, len(belief.columns)])
    )
    return el("div", *groups, class_="groups", aria_hidden="true")


def _sort(name: str) -> tuple[bool, bool]:
    return name.isdecimal(), name.isupper()


def _depends(panel: Panel, words: Words) -> Html:
    """A bar for each row, the longest as wide as the lane."""
    shares = [float(value) for value in panel.values[:, 0]]
    most = max(shares)
    told = [words["rows.depends.row"].format(row=n, percent=percent(share)) for n, share in enumerate(shares, 1)]
    bars = (
        el("i", style=f"--share:{share / most if most else 0:.3f}", title=text)
        for share, text in zip(shares, told, strict=True)
    )
    picture = el("div", *bars, class_="depended", role="img", aria_label=told[shares.index(most)])
    return _lane("depends", words["rows.depends"], picture)
