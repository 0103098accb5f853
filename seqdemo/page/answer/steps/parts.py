"""The inside of one part of a model: shapes, size, and its numbers at every step. The diagram opens one at a time."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from seqdemo.page.html.figures import count
from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.state import film, sheet_style, tile
from seqdemo.page.html.wording import Words, stage_name, symbol
from seqdemo.trace import Part, Trace

STRONGEST = 8
"""So many numbers are written out at each step."""


def opened(trace: Trace, name: str | None, words: Words, doors: Html | None = None) -> Html | None:
    """The card of a part by its name, if there is one; `doors` lead on to how the part works."""
    part = next((part for part in trace.parts if part.id == name), None)
    return None if part is None else _card(part, trace, words, doors)


def _card(part: Part, trace: Trace, words: Words, doors: Html | None) -> Html:
    title = stage_name(part.id, words)
    close = el("button", "×", type="button", data_part=part.id, aria_label=words["part.close"], class_="close")
    link = el("a", words["part.panel"], href=f"#panel-{part.shows}") if trace.panel(part.shows) else None
    facts = el(
        "dl",
        *_fact(words["part.takes"], shape(part.takes)),
        *_fact(words["part.gives"], shape(part.gives)),
        *_fact(words["part.parameters"], count(part.parameters)),
    )
    heading = el("div", el("h2", title), close, class_="heading")
    told = el("p", words[f"part.{part.id}"], class_="quiet") if f"part.{part.id}" in words else None
    body = el("div", el("div", told, facts, link, doors), *_numbers(part, words), class_="body")
    return el("section", heading, body, id=f"inside-{part.id}", class_="panel stage-inside", aria_label=title)


def shape(sizes: Iterable[int]) -> str:
    """Such as `5 × 28 × 28`."""
    return " × ".join(map(str, sizes))


def _fact(label: str, value: str) -> tuple[Html, Html]:
    return el("dt", label), el("dd", value)


def _numbers(part: Part, words: Words) -> Iterable[Html]:
    """All numbers as pictures, and the strongest ones in digits at each step."""
    steps = range(len(part.numbers.rows))
    shown = (_strongest(part, step, len(part.numbers.rows), words) for step in steps)
    if len(part.numbers.rows) > 1:
        yield film(part.numbers, words)
    else:
        yield el("div", tile(part.numbers, 0), style=sheet_style(part.numbers))
    yield el("div", *shown, class_="strongest")


def _strongest(part: Part, step: int, steps: int, words: Words) -> Html:
    values = part.numbers.values[step]
    units = np.argsort(-np.abs(values), kind="stable")[:STRONGEST]
    cells = (el("li", el("span", words["part.unit"].format(n=n + 1)), el("b", f"{values[n]:+.2f}")) for n in units)
    label = words["part.strongest"].format(step=symbol(part.numbers.rows[step], words), count=len(values))
    last = step == steps - 1
    return el("div", el("p", label, class_="label"), el("ol", *cells), data_inside=step, hidden=not last)
