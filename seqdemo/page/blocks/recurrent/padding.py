"""Padding and mini-batches: the batch with its zeros, how it is packed, and what reading the zeros would do."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from seqdemo.page.blocks.asking import equation, lead, question, section
from seqdemo.page.blocks.moments import thumbnail
from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.state import sheet_style, tile
from seqdemo.page.html.wording import Words
from seqdemo.trace import Block

WAYS = ("alone", "packed", "plain")


def padding(block: Block, words: Words) -> Html:
    return el(
        "div",
        lead(words["padding.lead"]),
        section(
            words["padding.batch"],
            el("p", words["padding.batch.told"]),
            el("div", _batch(block, words), class_="scroll"),
        ),
        section(
            words["padding.states"],
            el("p", words["padding.states.told"]),
            el("div", _states(block, words), class_="scroll"),
        ),
        equation(("h_t = f(x_t, h_{t-1})", "h = h_T", "T ≤ T_max"), words, words["padding.signs"]),
        question("padding", words),
    )


def lengths(block: Block) -> list[int]:
    return [int(length) for length in block.panel("lengths").values[:, 0]]


def _batch(block: Block, words: Words) -> Html:
    """A row for each sequence, a column for each step; below, how many sequences each step has."""
    together = block.panel("together")
    head = el("thead", el("tr", el("td"), *(el("th", name, scope="col") for name in together.rows)))
    rows = (
        el("tr", el("th", name, scope="row"), *_cells(block, n)) for n, name in enumerate(block.panel("lengths").rows)
    )
    counts = (el("td", f"{count:.0f}") for count in together.values[:, 0])
    foot = el("tfoot", el("tr", el("th", words["padding.together"], scope="row"), *counts))
    return el("table", head, el("tbody", *rows), foot, class_="batch")


def _cells(block: Block, row: int) -> Iterable[Html]:
    sizes = lengths(block)
    first = sum(sizes[:row])
    for step in range(max(sizes)):
        real = step < sizes[row]
        yield el("td", thumbnail(block.letters[first + step])) if real else el("td", "0", class_="zero")


def _states(block: Block, words: Words) -> Html:
    """The last state of each sequence by three ways, with how far each is from the sequence read alone."""
    heads = (el("th", words[f"padding.{way}"], scope="col") for way in WAYS)
    head = el("thead", el("tr", el("td"), *heads))
    rows = (_row(block, n, name, words) for n, name in enumerate(block.panel("lengths").rows))
    return el("table", head, el("tbody", *rows), class_="batch states")


def _row(block: Block, row: int, name: str, words: Words) -> Html:
    cells = (
        el(
            "td",
            el("span", tile(block.panel(way), row), style=sheet_style(block.panel(way))),
            _far(block, way, row, words),
        )
        for way in WAYS
    )
    return el("tr", el("th", name, scope="row"), *cells)


def _far(block: Block, way: str, row: int, words: Words) -> Html | None:
    """How long the difference is, in per cent of the state itself."""
    if way == "alone":
        return None
    own = block.panel("alone").values[row]
    share = float(np.linalg.norm(block.panel(way).values[row] - own)) / max(1e-9, float(np.linalg.norm(own)))
    return el(
        "span", words["padding.far"].format(share=f"{100 * share:.0f}%"), class_="far" if share > 0.005 else "quiet"
    )
