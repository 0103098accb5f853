"""The decoder step by step: what goes in, where it looks, what it keeps in mind, what comes out.

Everything is in the page at once; the script only chooses the step that shows.
"""

from __future__ import annotations

from collections.abc import Iterable

from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.picture import data_uri
from seqdemo.page.html.state import change, sheet_style, tile
from seqdemo.page.html.wording import Words, percent, symbol
from seqdemo.trace import Panel, Trace

TOP = 5
"""So many of the likeliest letters are shown at each step."""
_VISIBLE = 0.0005
"""Less likely ones are left out: they would read 0%."""
_LOOKS = ("attention", "alignment")
"""The panels that say how much each image matters at a step."""


def controls(panel: Panel, words: Words) -> Html:
    """Play, slider and a button for each letter; they stay in sight while the tables below are looked at."""
    chips = (_chip(n, name, words) for n, name in enumerate(panel.rows))
    return player(len(panel.rows), words, el("div", *chips, class_="chips"))


def player(count: int, words: Words, *below: Html, pace: int | None = None, start: int | None = None) -> Html:
    """Play and slider over so many steps; `pace` in milliseconds a step, `start` the step that shows first."""
    at = (start or 0) + 1
    play = el("button", el("span", words["steps.play"]), type="button", data_play=True, aria_pressed="false")
    slider = el("input", type="range", min=1, max=count, value=at, step=1, data_slider=True, data_start=start,
                aria_label=words["steps.slider"], data_told=words["steps.at"])  # fmt: skip
    place = el("output", words["steps.at"].format(n=at, count=count), aria_hidden="true")
    label = el("b", words["steps.title"])
    return el(
        "section",
        el("div", label, play, slider, place, class_="playing"),
        *below,
        class_="controls",
        data_pace=pace,
        aria_label=words["steps.title"],
    )


def views(panel: Panel, trace: Trace, words: Words) -> Html:
    """One view for each step, of which the script shows one, over the images."""
    state = trace.panel("state")
    steps = (_view(step, panel, trace, state, words) for step in range(len(panel.rows)))
    return el("div", *steps, _images(trace, words), style=sheet_style(state) if state else None, class_="views")


def _chip(step: int, name: str, words: Words) -> Html:
    told = words["steps.chip"].format(n=step + 1, symbol=symbol(name, words))
    return el(
        "button",
        symbol(name, words),
        type="button",
        data_step=step,
        aria_label=told,
        class_=None if len(name) == 1 else "sign",
    )


def _view(step: int, panel: Panel, trace: Trace, state: Panel | None, words: Words) -> Html:
    inward = _inward(step, panel, state, words) if state is not None and step < len(state.rows) else ()
    outward = _part("out", words, el("ol", *likeliest(panel, step, words, panel.rows[step]), class_="top"))
    says = _says(step, panel, trace, words)
    return el("div", el("p", says, class_="says"), el("div", *inward, outward, class_="cell"), class_="view",
              data_view=step, data_says=says, hidden=step > 0)  # fmt: skip


def _inward(step: int, panel: Panel, state: Panel, words: Words) -> tuple[Html, Html]:
    """What the decoder is fed, and the state that it makes of it."""
    fed = panel.rows[step - 1] if step else "start"
    told = words["state.change"].format(change=f"{change(state, step):.2f}")
    return (
        _part("fed", words, el("b", symbol(fed, words), class_="symbol" if len(fed) == 1 else "symbol sign")),
        _part("kept", words, tile(state, step), el("span", told, class_="quiet")),
    )


def _part(name: str, words: Words, *content: Html) -> Html:
    return el("div", el("span", words[f"steps.{name}"], class_="label"), *content, class_=name)


def likeliest(panel: Panel, step: int, words: Words, written: str | None = None) -> Iterable[Html]:
    """The likeliest symbols with the first marked, or the one that was written even if it is not among them."""
    values = panel.values[step]
    order = [int(n) for n in (-values).argsort(kind="stable")[:TOP]]
    at = panel.columns.index(written) if written in panel.columns else order[0]
    shown = order if at in order else [*order[:-1], at]
    for n in (each for each in shown if each == at or values[each] >= _VISIBLE):
        value = float(values[n])
        bar = el("span", class_="bar", style=f"--share:{value:.3f}")
        sign = el("b", symbol(panel.columns[n], words))
        yield el("li", sign, bar, el("span", percent(value), class_="number"), class_="written" if n == at else None)


def _says(step: int, panel: Panel, trace: Trace, words: Words) -> str:
    name, fed = panel.rows[step], panel.rows[step - 1] if step else "start"
    value = float(panel.values[step, panel.columns.index(name)]) if name in panel.columns else 0.0
    facts = {"fed": symbol(fed, words), "written": symbol(name, words), "percent": percent(value)}
    return " ".join([words["steps.says"].format(**facts), *_looks(step, trace, words)])


def _looks(step: int, trace: Trace, words: Words) -> Iterable[str]:
    """At which image the decoder looks most, and without which it would have written something else."""
    for kind in _LOOKS:
        panel = trace.panel(kind)
        if panel is None or step >= len(panel.rows):
            continue
        best = int(panel.values[step].argmax())
        share, image = float(panel.values[step, best]), panel.columns[best]
        if image.isdecimal() and share > 0 and int(image) <= len(trace.letters):
            letter = trace.letters[int(image) - 1].read
            yield words[f"steps.{kind}"].format(image=image, letter=letter, percent=percent(share))


def _images(trace: Trace, words: Words) -> Html | None:
    """The images in reading order; the script gives each the share that it has at the step."""
    kinds = [kind for kind in _LOOKS if trace.panel(kind)]
    if not kinds:
        return None
    items = (
        el(
            "li",
            el("img", src=data_uri(read.image, read.ink), alt="", width=28, height=28),
            *(el("span", class_=f"bar {kind}", data_bar=kind) for kind in kinds),
            el("span", f"{n} {read.read}"),
            class_="pair" if n - 1 in trace.swapped else None,
        )
        for n, read in enumerate(trace.letters, 1)
    )
    key = (el("span", words[f"steps.bar.{kind}"], class_=f"key-of {kind}") for kind in kinds)
    label = el("div", el("span", words[f"steps.by.{kinds[0]}"]), el("span", *key, class_="key"), class_="label")
    return el("div", label, el("ol", *items, class_="looked-at"), class_="where", aria_hidden="true")
