"""The numbers that a decoder keeps in mind, as small pictures: one tile a step, one pixel a unit.

All tiles are one PNG, below one another, so that hundreds of units at a dozen steps are a few thousand bytes.
"""

from __future__ import annotations

from math import ceil, sqrt

import numpy as np
from numpy.typing import NDArray

from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.picture import Bytes, indexed
from seqdemo.page.html.wording import Words, symbol
from seqdemo.trace import Panel

_NEGATIVE, _POSITIVE = (37, 99, 235), (234, 88, 12)
_MIDDLE = 127
"""The colour number of zero; 0 is -1, 254 is +1, and 255 is no unit at all."""


def shape(units: int) -> tuple[int, int]:
    """Height and width of a tile: about twice as wide as high, the width a multiple of 8."""
    width = 8 * max(1, round(sqrt(2 * units) / 8))
    return ceil(units / width), width


def sheet(panel: Panel) -> str:
    """All steps in one picture as a data: address; blue is negative, orange positive, zero see-through."""
    steps, units = panel.values.shape
    height, width = shape(units)
    tiles = np.full((steps, height * width), 255, np.uint8)
    tiles[:, :units] = numbers(panel.values)
    return indexed(tiles.reshape(steps * height, width), COLOURS)


def numbers(values: NDArray[np.float32]) -> Bytes:
    """The colour numbers of values with a sign; the largest hundredth of them share the strongest colours."""
    scale = max(1.0, float(np.percentile(np.abs(values), 99))) if values.size else 1.0
    return np.asarray(np.rint(_MIDDLE + _MIDDLE * np.clip(values / scale, -1, 1)), dtype=np.uint8)


def _colours() -> Bytes:
    """Red, green, blue and opacity of the 256 numbers; opacity grows with the root, so that small values show."""
    value = (np.arange(256) - _MIDDLE) / _MIDDLE
    value[255] = 0
    colours = np.where(value[:, None] < 0, _NEGATIVE, _POSITIVE)
    return np.column_stack([colours, np.rint(255 * np.sqrt(np.abs(value)))]).astype(np.uint8)


COLOURS = _colours()


def sheet_style(panel: Panel) -> str:
    """The style of an element in which `tile`s stand."""
    height, width = shape(panel.values.shape[1])
    return f"--sheet:url({sheet(panel)});--steps:{len(panel.rows)};--tile:{width}/{height}"


def tile(panel: Panel, step: int) -> Html:
    """The state at one step; it takes its picture from a `sheet_style` around it."""
    share = step / max(1, len(panel.rows) - 1)
    return el("span", class_="tile-of-state", style=f"--at:{share:.4f}", aria_hidden="true")


def change(panel: Panel, step: int) -> float:
    """By how much a unit changed since the step before, on average (at the first step: its size)."""
    before = panel.values[step - 1] if step else np.zeros_like(panel.values[0])
    return float(np.abs(panel.values[step] - before).mean())


def film(panel: Panel, words: Words) -> Html:
    """The tiles of all steps side by side, with the letter that was written at each and how much changed."""
    frames = (
        el(
            "li",
            el("b", symbol(name, words)),
            tile(panel, n),
            el("span", words["state.change"].format(change=f"{change(panel, n):.2f}"), class_="quiet"),
            data_step=n,
        )
        for n, name in enumerate(panel.rows)
    )
    key = el("p", *(el("span", words[f"state.{name}"], class_=name) for name in ("negative", "positive")), class_="key")
    return el("div", el("ol", *frames, class_="film"), key, style=sheet_style(panel))
