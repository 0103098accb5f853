"""How each kind of panel is drawn into a picture: a block of a known size, which is laid out before it is drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from seqdemo.page.export.sheet import Sheet
from seqdemo.page.export.typeface import width_of
from seqdemo.page.html.kind import last_row
from seqdemo.page.html.state import COLOURS, numbers
from seqdemo.page.html.wording import Words, percent, symbol
from seqdemo.trace import Panel, Trace

SMALL = 8.0
"""Size of what stands at an axis, in points."""
_ROW = 0.185
"""Height of a line of a table, in inches."""
_PRINTED = 0.005
"""A smaller number would be printed as 0."""
_TICKS = (1, 7, 14, 21, 28)


@dataclass(frozen=True)
class Block:
    """A part of a picture in inches; `draw` is told its upper left corner."""

    width: float
    height: float
    draw: Callable[[Sheet, float, float], None]


def heatmap(panel: Panel, trace: Trace, words: Words) -> Block:
    """Along letters and steps one column for each, as on the page; along the rows of an image one line for each."""
    return _by_rows(panel, words) if panel.along == "rows" else _upright(panel, trace, words)


def _upright(panel: Panel, trace: Trace, words: Words) -> Block:
    count, width = len(panel.rows), 0.46 if len(panel.rows) <= 9 else 0.36
    names = [symbol(name, words) for name in panel.columns]
    left = max(0.25, *(width_of(name, SMALL) + 0.1 for name in names))
    pictured = panel.along == "letters" and len(trace.letters) == count
    head = 0.24 + (width if pictured else 0)

    def draw(sheet: Sheet, x: float, y: float) -> None:
        for n, name in enumerate(panel.rows):
            middle = x + left + (n + 0.5) * width
            sheet.text(middle, y + 0.1, _column(panel, name, n, words), SMALL, sheet.look.quiet, across="center")
            if pictured:
                read = trace.letters[n]
                sheet.letter(middle - width / 2 + 0.03, y + 0.22, width - 0.06, read.image, read.ink)
        for n, name in enumerate(names):
            sheet.text(x + left - 0.07, y + head + (n + 0.5) * _ROW, name, SMALL, across="right")
        values = panel.values.T
        sheet.cells(x + left, y + head, width, _ROW, values)
        _best(sheet, x + left, y + head, width, _ROW, values, values.argmax(axis=0), range(count))

    return Block(left + count * width, head + len(names) * _ROW, draw)


def _column(panel: Panel, name: str, n: int, words: Words) -> str:
    if panel.along == "steps":
        return symbol(name, words)
    return "→" if n in panel.marked else name


def _by_rows(panel: Panel, words: Words) -> Block:
    """A line for each step, a column for each answer; where the lines are many, only some of them are numbered."""
    steps, count = panel.values.shape
    height, width = (0.15 if steps > 1 else 0.4), (0.183 if count > 9 else 0.9)
    left, head = 0.35, 0.24

    def draw(sheet: Sheet, x: float, y: float) -> None:
        for n, name in enumerate(panel.columns):
            sheet.text(x + left + (n + 0.5) * width, y + 0.12, symbol(name, words), SMALL, across="center")
        for step in range(steps):
            _row_number(sheet, x + left - 0.07, y + head + (step + 0.5) * height, last_row(panel, step))
        sheet.cells(x + left, y + head, width, height, panel.values)

    return Block(left + count * width, head + steps * height, draw)


def _row_number(sheet: Sheet, x: float, y: float, row: int) -> None:
    if row in _TICKS:
        sheet.text(x, y, str(row), SMALL, sheet.look.quiet, across="right")


def matrix(panel: Panel, trace: Trace, words: Words) -> Block:
    """A line for each letter that was written, a column for each image, in the order in which they were read."""
    width, height, head = (0.46, 0.3, 0.64) if len(panel.columns) <= 9 else (0.36, 0.26, 0.54)
    names = [symbol(name, words) for name in panel.rows]
    left = max(0.25, *(width_of(name, SMALL) + 0.1 for name in names))

    def draw(sheet: Sheet, x: float, y: float) -> None:
        for n, name in enumerate(panel.columns):
            middle = x + left + (n + 0.5) * width
            sheet.text(middle, y + 0.1, symbol(name, words), SMALL, sheet.look.quiet, across="center")
            if name.isdecimal() and int(name) <= len(trace.letters):
                read = trace.letters[int(name) - 1]
                sheet.letter(middle - width / 2 + 0.03, y + 0.2, width - 0.06, read.image, read.ink)
        for n, name in enumerate(names):
            sheet.text(x + left - 0.07, y + head + (n + 0.5) * height, name, SMALL, across="right")
        sheet.cells(x + left, y + head, width, height, panel.values)
        _best(sheet, x + left, y + head, width, height, panel.values, range(len(names)), panel.values.argmax(axis=1))

    return Block(left + len(panel.columns) * width, head + len(names) * height, draw)


def _best(
    sheet: Sheet,
    x: float,
    y: float,
    width: float,
    height: float,
    values: NDArray[np.float32],
    rows: Sequence[int] | NDArray[np.int64],
    columns: Sequence[int] | NDArray[np.int64],
) -> None:
    """The number of hundredths in the strongest cells."""
    for row, column in zip(rows, columns, strict=True):
        value = float(values[row, column])
        if value >= _PRINTED:
            sheet.text(
                x + (column + 0.5) * width,
                y + (row + 0.5) * height,
                f"{100 * value:.0f}",
                7.5,
                sheet.on(value),
                across="center",
            )


def bars(panel: Panel, trace: Trace, words: Words) -> Block:
    """Upright bars, the tallest with its number; along the rows of an image they lie."""
    values = np.maximum(panel.values[:, 0].astype(np.float64), 0)
    most = float(values.max()) or 1.0
    return _lying(values / most, panel) if panel.along == "rows" else _standing(values / most, panel)


def _lying(shares: NDArray[np.float64], panel: Panel) -> Block:
    def draw(sheet: Sheet, x: float, y: float) -> None:
        for n, share in enumerate(shares):
            _row_number(sheet, x + 0.28, y + (n + 0.5) * 0.15, last_row(panel, n))
            sheet.box(x + 0.35, y + n * 0.15 + 0.02, max(0.01, 3 * float(share)), 0.11, sheet.look.accent)

    return Block(3.4, len(shares) * 0.15, draw)


def _standing(shares: NDArray[np.float64], panel: Panel) -> Block:
    width, tall = (0.62 if len(shares) <= 6 else 0.3), 1.3
    best = int(shares.argmax())

    def draw(sheet: Sheet, x: float, y: float) -> None:
        for n, (name, share) in enumerate(zip(panel.rows, shares, strict=True)):
            middle, high = x + (n + 0.5) * width, max(0.012, tall * float(share))
            color = sheet.look.accent if n == best else sheet.look.quiet
            sheet.box(middle - width * 0.36, y + 0.2 + tall - high, width * 0.72, high, color)
            sheet.text(middle, y + tall + 0.33, name.replace("-", "−"), SMALL, across="center")
        sheet.text(
            x + (best + 0.5) * width, y + 0.1, percent(float(panel.values[best, 0])), SMALL, bold=True, across="center"
        )

    return Block(max(1.2, len(shares) * width), tall + 0.45, draw)


def ranking(panel: Panel, trace: Trace, words: Words) -> Block:
    """Candidates from the top down: a bar for the probability, then the logarithms that it comes from."""
    names = [name or words["answer.nothing"] for name in panel.rows]
    left = max(width_of(name, 9) for name in names) + 0.15
    places = [left, *(left + 2.6 + 0.85 * n for n in range(len(panel.columns) - 1))]

    def draw(sheet: Sheet, x: float, y: float) -> None:
        for place, column in zip(places, panel.columns, strict=True):
            away = 0.0 if column == panel.columns[0] else 0.7
            sheet.text(
                x + place + away,
                y + 0.1,
                words[f"ranking.{column}"],
                7,
                sheet.look.quiet,
                across="right" if away else "left",
            )
        for n, name in enumerate(names):
            middle = y + 0.35 + n * 0.26
            sheet.text(x, middle, name, 9, bold=n == 0)
            first, *others = map(float, panel.values[n])
            sheet.box(x + left, middle - 0.07, max(0.01, 1.7 * first), 0.14, sheet.look.accent)
            sheet.text(x + left + 1.7 * first + 0.08, middle, percent(first), SMALL)
            for place, value in zip(places[1:], others, strict=True):
                sheet.text(x + place + 0.7, middle, _logarithm(value), SMALL, across="right")

    return Block(places[-1] + (0.75 if len(places) > 1 else 2.4), 0.3 + len(names) * 0.26, draw)


def _logarithm(value: float) -> str:
    return f"{value:.2f}".replace("-", "−") if isfinite(value) else "−∞"


def field(panel: Panel, trace: Trace, words: Words) -> Block:
    """Two quantities against each other."""
    rows, columns = panel.values.shape
    cell, left = 0.13, 0.4

    def draw(sheet: Sheet, x: float, y: float) -> None:
        sheet.cells(x + left, y, cell, cell, panel.values)
        for n, name in enumerate(panel.rows):
            if rows <= 9 or n % 2 == 0:
                sheet.text(
                    x + left - 0.06, y + (n + 0.5) * cell, name.replace("-", "−"), 7, sheet.look.quiet, across="right"
                )
        for n, name in enumerate(panel.columns):
            sheet.text(x + left + (n + 0.5) * cell, y + rows * cell + 0.1, name, 7, sheet.look.quiet, across="center")

    return Block(left + columns * cell, rows * cell + 0.2, draw)


def state(panel: Panel, trace: Trace, words: Words) -> Block:
    """A line for each step, a column for each unit; blue is negative, orange positive."""
    steps, units = panel.values.shape
    by_rows = panel.along == "rows"
    names = [symbol(name, words) for name in panel.rows]
    left = 0.35 if by_rows else max(0.25, *(width_of(name, SMALL) + 0.1 for name in names))
    width, height = min(5.0, max(2.2, units * 0.03)), 0.08 if by_rows else 0.17

    def draw(sheet: Sheet, x: float, y: float) -> None:
        sheet.picture(x + left, y, width, steps * height, COLOURS[numbers(panel.values)])
        sheet.box(x + left, y, width, steps * height, "none", edge=sheet.look.line)
        for n, name in enumerate(names):
            if by_rows:
                _row_number(sheet, x + left - 0.07, y + (n + 0.5) * height, last_row(panel, n))
            else:
                sheet.text(x + left - 0.07, y + (n + 0.5) * height, name, SMALL, across="right")
        sheet.text(
            x + left + width,
            y + steps * height + 0.12,
            f"{words['picture.unit']} 1–{units}",
            7,
            sheet.look.quiet,
            across="right",
        )

    return Block(left + width, steps * height + 0.24, draw)


DRAWERS: dict[str, Callable[[Panel, Trace, Words], Block]] = {
    "heatmap": heatmap,
    "bars": bars,
    "ranking": ranking,
    "matrix": matrix,
    "map": field,
    "state": state,
}
"""How each kind of panel is drawn."""
