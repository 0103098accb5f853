"""Sliders with which a step is told how much to look at each image; the script sets them to the present step."""

from __future__ import annotations

from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.picture import data_uri
from seqdemo.page.html.wording import Words
from seqdemo.trace import Trace


def sharing(trace: Trace, words: Words) -> Html:
    """How to set where a step looks: by a cell of the table above, or by a slider for each image."""
    sliders = (_slider(image, trace, words) for image in range(len(trace.letters)))
    told = el("p", data_told=words["set.look.step"], class_="of-step")
    return el(
        "div",
        el("p", words["set.look.how"], class_="how"),
        el("details", el("summary", words["set.look.shares"]), told, el("ol", *sliders, class_="shares")),
        class_="sharing",
    )


def _slider(image: int, trace: Trace, words: Words) -> Html:
    read = trace.letters[image]
    name = words["set.look.share"].format(image=image + 1, letter=read.read)
    picture = el("img", src=data_uri(read.image, read.ink), alt="", width=28, height=28)
    slider = el("input", type="range", min=0, max=100, step=1, value=0, data_share=image, aria_label=name)
    return el("li", el("label", picture, el("span", image + 1), slider), el("output"))
