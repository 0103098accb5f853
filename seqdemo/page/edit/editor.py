"""The panel under the pad in which one letter's image is changed; the script fills in which letter it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from seqdemo.page.html.frame import about
from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.wording import Words

_STEPS: Final[dict[str, float]] = {"turn": 5, "thickness": 0.1, "blur": 0.25, "noise": 0.05}
"""How far a slider moves at once, in the order in which they stand."""


Ranges = Mapping[str, tuple[float, float]]


def editor(ranges: Ranges, words: Words) -> Html:
    """Hidden until a letter is chosen; `ranges` has the ends of each slider."""
    close = el(
        "button", "×", type="button", data_edit="close", aria_label=words["editor.close"], title=words["editor.close"]
    )
    title = words["panel.editor.title"]
    heading = el(
        "div", el("h2", title, data_told=words["editor.of"]), about("editor", title, words), close, class_="heading"
    )
    paper = el(
        "label",
        el("input", type="checkbox", data_tune="background"),
        el("span", words["slider.background"]),
        class_="switch",
    )
    usual = el("button", words["editor.usual"], type="button", data_edit="usual")
    sliders = (_slider(name, ranges[name], step, words) for name, step in _STEPS.items())
    content = el("div", *sliders, el("div", paper, usual, class_="paper"), class_="sliders")
    strip = el("div", class_="tipping", data_none=words["tipping.none"])
    return el("section", heading, content, strip, id="editor", class_="panel", aria_label=title, hidden=True)


def _slider(name: str, ends: tuple[float, float], step: float, words: Words) -> Html:
    low, high = ends
    slider = el("input", type="range", min=f"{low:g}", max=f"{high:g}", step=f"{step:g}", data_tune=name)
    return el("label", el("span", words[f"slider.{name}"], class_="label"), slider, el("output"), class_="slider")
