"""One-hot and embedding: a symbol that the decoder read, its one-hot vector, its row, and its neighbours."""

from __future__ import annotations

import numpy as np

from seqdemo.page.blocks.asking import equation, lead, question, section
from seqdemo.page.blocks.moments import each, moving, share, walk
from seqdemo.page.html.figures import signed
from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.wording import Words, symbol
from seqdemo.trace import Block

NEAREST = 5
FIRST = 8
"""So many numbers of a row are written out."""


def embedding(block: Block, words: Words) -> Html:
    """One symbol that was read at a time, at first the second: before it there is only the start."""
    row = block.panel("row")
    count, start = len(row.rows), min(1, len(row.rows) - 1)
    names = [words["embedding.at"].format(n=n + 1, symbol=symbol(name, words)) for n, name in enumerate(row.rows)]
    size = words["embedding.size"].format(symbols=len(block.panel("near").columns), size=row.values.shape[1])
    return el(
        "div",
        lead(words["embedding.lead"]),
        walk(names, start, words),
        section(words["embedding.one_hot"], *each(count, start, lambda n: [_one_hot(block, n, words)])),
        section(
            words["embedding.row"],
            el("p", size, class_="quiet"),
            moving(row),
            *each(count, start, lambda n: [el("p", _numbers(block, n), class_="digits")]),
        ),
        section(
            words["embedding.near"],
            el("p", words["embedding.near.told"], class_="quiet"),
            *each(count, start, lambda n: [_nearest(block, n, words)]),
        ),
        equation(("e = E^T y", "cos(e_a, e_b) = {e_a · e_b} / ({|e_a|} {|e_b|})"), words, words["embedding.signs"]),
        question("embedding", words),
        class_="moments",
        style=share(start, count),
    )


def _one_hot(block: Block, step: int, words: Words) -> Html:
    """A cell for each symbol that there is: 1 at its own place, 0 elsewhere."""
    panel = block.panel("one_hot")
    cells = (
        el("li", el("span", symbol(name, words)), el("b", f"{value:.0f}"), class_="one" if value else None)
        for name, value in zip(panel.columns, panel.values[step], strict=True)
    )
    return el("ol", *cells, class_="one-hot")


def _numbers(block: Block, step: int) -> str:
    first = block.panel("row").values[step][:FIRST]
    return ", ".join(signed(value) for value in first) + ", …"


def _nearest(block: Block, step: int, words: Words) -> Html:
    """The other symbols whose rows point most nearly in the same direction."""
    near = block.panel("near")
    own = near.columns.index(near.rows[step])
    order = [int(n) for n in np.argsort(-near.values[step], kind="stable") if n != own][:NEAREST]
    rows = (
        el(
            "li",
            el("b", symbol(near.columns[n], words)),
            el("span", class_="bar", style=f"--share:{max(0.0, float(near.values[step, n])):.4f}"),
            el("span", signed(near.values[step, n]), class_="number"),
        )
        for n in order
    )
    return el("ol", *rows, class_="nearest")
