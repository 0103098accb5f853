"""Vanishing gradients: what is left of the gradient at each row on its way back, and the factors that made it so."""

from __future__ import annotations

from seqdemo.page.blocks.asking import equation, lead, question, section
from seqdemo.page.blocks.moments import each, thumbnail, walk
from seqdemo.page.html.figures import decimal
from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.wording import Words
from seqdemo.trace import Block

FACTORS = 5
"""So many of the factors of a product are written out."""


def gradient(block: Block, words: Words) -> Html:
    """One row at a time, at first the top one, which is farthest from the answer."""
    left = block.panel("left")
    count = len(left.rows)
    names = [words["gradient.at"].format(row=name) for name in left.rows]
    return el(
        "div",
        lead(words["gradient.lead"]),
        walk(names, 0, words),
        el("ul", *(_side(block, n, words) for n in range(len(left.columns))), class_="pairing moments"),
        section(words["gradient.product"], *each(count, 0, lambda n: [_products(block, n, words)])),
        equation(
            ("{∂ L} / {∂ s_t} = {∂ L} / {∂ s_T} Π_{k=t+1}^T {∂ s_k} / {∂ s_{k-1}}",), words, words["gradient.signs"]
        ),
        question("gradient", words),
    )


def _side(block: Block, side: int, words: Words) -> Html:
    """Rows from top to bottom, each with a bar for what is left of the gradient there."""
    left = block.panel("left")
    most = float(left.values[:, side].max())
    bars = (
        el(
            "li",
            el("span", name),
            el("span", class_="bar", style=f"--share:{left.values[n, side] / most:.4f}"),
            el("b", decimal(float(left.values[n, side]))),
            data_go_to=n,
        )
        for n, name in enumerate(left.rows)
    )
    title = el("h5", words[f"gradient.{left.columns[side]}"])
    return el("li", title, thumbnail(block.letters[0]), el("ol", *bars, class_="along-rows"))


def _products(block: Block, at: int, words: Words) -> Html:
    """From the last row up to this one: the factors of the steps, and what they come to."""
    sides = block.panel("left").columns
    return el(
        "ul",
        *(el("li", el("b", words[f"gradient.{name}"]), " ", _product(block, at, n)) for n, name in enumerate(sides)),
    )


def _product(block: Block, at: int, side: int) -> str:
    factors = [float(factor) for factor in block.panel("factor").values[at:-1, side]][::-1]
    left = decimal(float(block.panel("left").values[at, side]))
    if len(factors) > FACTORS:
        named = [*map(_factor, factors[: FACTORS - 1]), "…", _factor(factors[-1])]
    else:
        named = list(map(_factor, factors)) or ["1"]
    return f"{' × '.join(named)} = {left}"


def _factor(value: float) -> str:
    return f"{value:.2f}"
