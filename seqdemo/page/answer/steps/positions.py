"""Letter by letter: what each stage of a model says of one image, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from seqdemo.page.answer.steps.steps import likeliest, player
from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.picture import data_uri
from seqdemo.page.html.wording import Words, percent, stage_name, symbol
from seqdemo.trace import Panel, Trace

Stage = tuple[str, Panel]
"""Its name in the diagram, and the panel of what it says."""


def controls(trace: Trace, words: Words) -> Html:
    """Play, slider and a button for each letter; the last one shows first, since the answer stands there."""
    chips = (
        el(
            "button",
            read.read,
            type="button",
            data_step=n,
            aria_label=words["steps.chip"].format(n=n + 1, symbol=read.read),
        )
        for n, read in enumerate(trace.letters)
    )
    count = len(trace.letters)
    return player(count, words, el("div", *chips, class_="chips"), start=count - 1)


def views(trace: Trace, stages: Sequence[Stage], words: Words) -> Html:
    """One view for each letter, of which the script shows one; at first the last."""
    return el("div", *(_view(n, trace, stages, words) for n in range(len(trace.letters))), class_="views positions")


def _view(at: int, trace: Trace, stages: Sequence[Stage], words: Words) -> Html:
    read = trace.letters[at]
    image = el("img", src=data_uri(read.image, read.ink), alt="", width=28, height=28)
    columns = (
        el(
            "div",
            el("span", stage_name(stage, words), class_="label"),
            el("ol", *likeliest(panel, at, words), class_="top"),
            class_="out",
        )
        for stage, panel in stages
    )
    return el(
        "div",
        el("p", _says(at, stages, words), class_="says"),
        el("div", image, *columns, class_="cell"),
        class_="view",
        data_view=at,
        hidden=at != len(trace.letters) - 1,
    )


def _says(at: int, stages: Sequence[Stage], words: Words) -> str:
    """What every stage finds likeliest."""
    told = (
        words["positions.stage"].format(stage=stage_name(stage, words), **_best(panel, at, words))
        for stage, panel in stages
    )
    return words["positions.says"].format(n=at + 1, told=", ".join(told))


def _best(panel: Panel, at: int, words: Words) -> dict[str, str]:
    column = int(panel.values[at].argmax())
    return {"letter": symbol(panel.columns[column], words), "percent": percent(float(panel.values[at, column]))}
