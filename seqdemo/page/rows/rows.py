"""One character that was read row by row: a cursor moves down over all its pictures.

Everything is in the page at once; the script only moves the cursor.
"""

from __future__ import annotations

from collections.abc import Iterable

from seqdemo.page.answer.steps.steps import likeliest, player
from seqdemo.page.html.frame import framed
from seqdemo.page.html.kind import ROWS, last_row
from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.wording import Words, percent, symbol
from seqdemo.page.rows.board import board
from seqdemo.page.rows.cells import inside
from seqdemo.page.rows.forms_of_sequence import forms
from seqdemo.page.rows.saliency import saliency
from seqdemo.trace import Panel, Trace

PACE = 260
"""Milliseconds that the cursor stays on a row while it plays."""
_GATES = {"forget": "lstm", "update": "gru"}
"""Which kind of cell has a gate of that name."""


def by_rows(trace: Trace, words: Words) -> Html:
    """The image beside what was believed of it, the cells, and how far back they remember."""
    belief = trace.panel("vision")
    assert belief is not None
    steps = len(belief.rows)
    title = words["panel.vision.title"]
    shown = framed("vision", title, words, board(trace, belief, words), _tools(trace, steps, words),
                   _views(trace, belief, words), _numbers(belief, words))  # fmt: skip
    reads = steps > 1
    return el(
        "div",
        shown,
        inside(trace, words),
        saliency(trace, words) if reads else None,
        forms(words),
        class_="byrow" if reads else "byrow once",
        style=f"--steps:{steps};--at:{steps - 1}",
    )


def controls(trace: Trace, words: Words) -> Html | None:
    """Play and slider; the answers beside the image take the place of buttons for each step."""
    belief = trace.panel("vision")
    steps = len(belief.rows) if belief else 1
    if steps == 1:
        return None
    place = words["steps.at" if steps == ROWS else "steps.at.strip"]
    return player(steps, Words({**words, "steps.at": place}), pace=PACE, start=steps - 1)


def _tools(trace: Trace, steps: int, words: Words) -> Html:
    """Buttons that hide rows from the network, for those who cannot or do not want to tap on them."""
    label = words["rows.cover" if steps == ROWS else "rows.cover.strip"]
    cover = el("button", label, type="button", data_cover=True) if steps > 1 else None
    uncover = el("button", words["rows.uncover"], type="button", data_uncover=True, disabled=not trace.covered)
    return el("div", cover, uncover, el("span", words["rows.hint"], class_="quiet"), class_="covering")


def _views(trace: Trace, belief: Panel, words: Words) -> Html:
    """One view for each step, of which the script shows one; at first the last."""
    last = len(belief.rows) - 1
    views = (
        el(
            "div",
            el("p", _says(belief, step, words), *_open(trace, step, words), class_="says"),
            el("ol", *likeliest(belief, step, words), class_="top"),
            class_="view",
            data_view=step,
            data_says=" ".join([_says(belief, step, words), *_gates(trace, step, words)]),
            hidden=step != last,
        )
        for step in range(len(belief.rows))
    )
    return el("div", *views, class_="views out")


def _says(belief: Panel, step: int, words: Words) -> str:
    values = belief.values[step]
    first, second = (int(n) for n in (-values).argsort(kind="stable")[:2])
    sentence = words["rows.says" if len(belief.rows) > 1 else "rows.says.once"]
    return sentence.format(
        row=last_row(belief, step),
        first=symbol(belief.columns[first], words),
        chance=_share(values[first]),
        second=symbol(belief.columns[second], words),
        other=_share(values[second]),
    )


def _open(trace: Trace, step: int, words: Words) -> Iterable[Html]:
    return (el("span", " ", told, class_="gates") for told in _gates(trace, step, words))


def _gates(trace: Trace, step: int, words: Words) -> Iterable[str]:
    """How far the gates are open at a step, where there are any."""
    gates = {panel.id: _share(panel.values[step].mean()) for panel in trace.panels if panel.kind == "state"}
    for gate in _GATES.keys() & gates.keys():
        yield words[f"rows.gates.{_GATES[gate]}"].format(**gates)


def _share(value: float) -> str:
    """A probability that no line break takes apart."""
    return percent(float(value)).replace(" ", "\u00a0")


def _numbers(belief: Panel, words: Words) -> Html:
    """The two likeliest answers after each step as a table."""
    names = ("row", "answer", "chance", "then", "chance")
    heads = (el("th", words[f"rows.numbers.{name}"], scope="col") for name in names)
    rows = (el("tr", *_row(belief, step, words)) for step in range(len(belief.rows)))
    caption = el("caption", words["panel.vision.caption"], class_="unseen")
    table = el("table", caption, el("thead", el("tr", *heads)), el("tbody", *rows))
    return el("details", el("summary", words["rows.numbers"]), el("div", table, class_="scroll"), class_="numbers")


def _row(belief: Panel, step: int, words: Words) -> Iterable[Html]:
    yield el("th", last_row(belief, step), scope="row")
    for n in (-belief.values[step]).argsort(kind="stable")[:2]:
        yield el("td", symbol(belief.columns[int(n)], words))
        yield el("td", percent(float(belief.values[step, int(n)])))
