"""Which start and which step fit, letter by letter: one small map for each letter that was seen."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.tinted import style
from seqdemo.page.html.wording import Words, percent
from seqdemo.trace import Panel

_TOLD = 3
"""So many of the likeliest lines are named under each map."""
_VISIBLE = 0.0005
"""Less likely ones are left out: they would read 0%."""


def lines(panels: Sequence[Panel], words: Words) -> Html:
    """The maps in the order in which the letters were seen; the first panel is the last map."""
    last, *earlier = panels
    return el("ol", *(_map(n, panel, words) for n, panel in enumerate([*earlier, last], 1)), class_="lines")


def _map(seen: int, panel: Panel, words: Words) -> Html:
    steps = (el("span", name.replace("-", "−")) for name in panel.rows)
    starts = (el("span", name) for name in panel.columns)
    told = words["lines.after"].format(n=seen) + " " + "; ".join(_told(panel))
    picture = el("div", class_="map", style=style(panel.values), role="img", aria_label=told)
    grid = el(
        "div",
        el("div", *steps, class_="steps"),
        picture,
        el("div", *starts, class_="starts"),
        class_="area",
        style=f"--rows:{len(panel.rows)}",
    )
    likeliest = (el("li", name) for name in _told(panel))
    return el("li", el("b", words["lines.after"].format(n=seen)), grid, el("ol", *likeliest))


def _told(panel: Panel) -> list[str]:
    """The likeliest lines, such as `C +2: 93%`."""
    order = np.argsort(-panel.values, axis=None, kind="stable")[:_TOLD]
    found = [(divmod(int(at), len(panel.columns)), float(panel.values.flat[at])) for at in order]
    return [
        f"{panel.columns[start]} {panel.rows[step].replace('-', '−')}: {percent(value)}"
        for (step, start), value in found
        if value >= _VISIBLE
    ]
