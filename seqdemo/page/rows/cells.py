"""Gates and states of recurrent cells: one picture each, a line for each step and a column for each unit."""

from __future__ import annotations

import numpy as np

from seqdemo.page.html.frame import framed
from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.picture import indexed
from seqdemo.page.html.state import COLOURS, numbers
from seqdemo.page.html.terms import explained
from seqdemo.page.html.wording import Words
from seqdemo.page.rows.board import axis
from seqdemo.trace import Panel, Trace

_OPEN = (13, 148, 136)
_SIGNED = ("cell", "hidden")
"""What may be negative; all else are gates, between 0 and 1."""


def inside(trace: Trace, words: Words) -> Html | None:
    """All pictures of the last layer; None for a model without cells."""
    panels = [panel for panel in trace.panels if panel.kind == "state" and panel.along == "rows"]
    if not panels:
        return None
    pictures = el("div", *(_figure(panel, words) for panel in panels), class_="cells")
    return framed("inside", words["panel.inside.title"], words, pictures, _key(panels, words))


def _figure(panel: Panel, words: Words) -> Html:
    title, told = words.get(f"panel.{panel.id}.title", panel.title), words.get(f"panel.{panel.id}.help", "")
    caption = el("figcaption", el("h3", explained(title, words)), el("p", explained(told, words), class_="quiet"))
    label = words["rows.inside.picture"].format(title=title, units=len(panel.columns), help=told)
    picture = el("div", class_="map", style=f"--light:url({picture_of(panel)})", role="img", aria_label=label)
    lane = el("div", el("div", picture, class_="track"), class_="lane")
    return el("figure", caption, el("div", axis(), lane, class_="board"), data_panel=panel.id)


def picture_of(panel: Panel) -> str:
    """A data: address; see-through where a gate is closed or a state is zero, so that it suits any page."""
    if panel.id in _SIGNED:
        return indexed(numbers(panel.values), COLOURS)
    shades = np.array([(*_OPEN, alpha) for alpha in range(256)], np.uint8)
    return indexed(np.rint(255 * np.clip(panel.values, 0, 1)).astype(np.uint8), shades)


def _key(panels: list[Panel], words: Words) -> Html:
    """What the colours mean."""
    gates = any(panel.id not in _SIGNED for panel in panels)
    names = ("rows.closed", "rows.open") if gates else ()
    spans = (
        el("span", words[name], class_=name.partition(".")[2]) for name in (*names, "state.negative", "state.positive")
    )
    return el("p", *spans, class_="key")
