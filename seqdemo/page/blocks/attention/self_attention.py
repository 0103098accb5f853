"""Self-attention, from similarities without parameters to every layer and head."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from seqdemo.page.blocks.asking import equation, lead, question, section
from seqdemo.page.blocks.attention.maps import maps
from seqdemo.page.blocks.formula import formulas, symbol_of
from seqdemo.page.blocks.moments import each, moving, share, thumbnail, walk
from seqdemo.page.html.figures import signed
from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.state import sheet_style, tile
from seqdemo.page.html.wording import Words, percent
from seqdemo.trace import Block, Panel

START = 0
"""The letter that looks at first."""
Scores = Sequence[tuple[str, Panel]]
"""What a weight is made of: symbols and numbers."""


def attention(block: Block, words: Words) -> Html:
    """Four steps for one letter at a time, at first the first one, then all maps."""
    names = [words["attention.at"].format(n=n + 1, letter=read.read) for n, read in enumerate(block.letters)]
    steps = (
        ("plain", "y_i = Σ_j softmax(x_i · x_j / sqrt{d}) x_j", _plain),
        ("learned", "y_i = Σ_j softmax(q_i · k_j / sqrt{d} + b_{j-i}) v_j", _learned),
        ("heads", "y_i = W_O [y_i^1; y_i^2; …]", _heads),
        ("residual", "x_i ← x_i + y_i", _residual),
    )
    return el(
        "div",
        lead(words["attention.lead"]),
        walk(names, START, words),
        *(_section(name, line, drawn(block, words), words) for name, line, drawn in steps),
        section(words["attention.maps"], el("p", words["attention.maps.told"]), maps(block, words)),
        equation(
            ("Attention(Q, K, V) = softmax(Q K^T / sqrt{d_k} + B) V", "Q = X W_Q", "K = X W_K", "V = X W_V"),
            words,
            words["attention.signs"],
        ),
        question("attention", words),
        class_="moments",
        style=share(START, len(names)),
    )


def _section(name: str, line: str, drawn: Html, words: Words) -> Html:
    told = el("p", words[f"attention.{name}.told"])
    return section(words[f"attention.{name}"], told, formulas([line]), el("div", drawn, class_="scroll"))


def _plain(block: Block, words: Words) -> Html:
    """Nothing is learned: how alike the letters' vectors are, and what that gathers."""
    scores = (("x_i · x_j / sqrt{d}", block.panel("similarity")),)
    return _gathering(block, scores, ("plain", "entered", "mixed"), words)


def _learned(block: Block, words: Words) -> Html:
    """The first head of the first layer."""
    scores = (("q_i · k_j / sqrt{d}", block.panel("score-1")), ("b_{j-i}", block.panel("near-1")))
    return _gathering(block, scores, ("weight-1", "value-1", "gathered-1"), words)


def _gathering(block: Block, scores: Scores, ids: tuple[str, str, str], words: Words) -> Html:
    """One row a letter: its scores, its weight, and the vector that is weighed; below, the sum."""
    weights, values, gathered = map(block.panel, ids)
    panels = [panel for _, panel in scores]
    heads = (el("th", symbol_of(line), scope="col") for line, _ in scores)
    named = (el("th", words[f"attention.{name}"], scope="col") for name in ("weight", "vector"))
    head = el("thead", el("tr", el("th", words["attention.letter"], scope="col"), *heads, *named))
    count = len(block.letters)
    bodies = each(count, START, lambda n: (_pair(block, n, m, panels, weights, values) for m in range(count)), "tbody")
    label = el("th", words["attention.sum"], scope="row", colspan=1 + len(panels))
    total = el("tfoot", el("tr", label, el("td", "100%"), el("td", moving(gathered), class_="vector")))
    return el("table", head, *bodies, total, class_="terms", style=sheet_style(values))


def _pair(block: Block, at: int, other: int, scores: Iterable[Panel], weights: Panel, values: Panel) -> Html:
    return el(
        "tr",
        _letter(block, other),
        *(el("td", signed(panel.values[at, other])) for panel in scores),
        _weight(weights.values[at, other]),
        el("td", tile(values, other), class_="vector"),
        class_="own" if other == at else None,
    )


def _letter(block: Block, at: int) -> Html:
    read = block.letters[at]
    return el("th", thumbnail(read), el("span", f"{at + 1} {read.read}"), scope="row", class_="pictured")


def _heads(block: Block, words: Words) -> Html:
    """The weights of all heads of the first layer, side by side."""
    panels = [panel for panel in block.panels if panel.id.startswith("weight-")]
    heads = (el("th", words["attention.head"].format(n=n + 1), scope="col") for n in range(len(panels)))
    head = el("thead", el("tr", el("th", words["attention.letter"], scope="col"), *heads))
    count = len(block.letters)
    bodies = each(count, START, lambda n: (_headed(block, n, m, panels) for m in range(count)), "tbody")
    return el("table", head, *bodies, class_="terms")


def _headed(block: Block, at: int, other: int, panels: Iterable[Panel]) -> Html:
    weights = (_weight(panel.values[at, other]) for panel in panels)
    return el("tr", _letter(block, other), *weights, class_="own" if other == at else None)


def _weight(value: float) -> Html:
    """A share as a bar and in per cent."""
    return el("td", el("span", class_="bar", style=f"--share:{value:.4f}"), " ", percent(float(value)), class_="weight")


def _residual(block: Block, words: Words) -> Html:
    """What went in, what attention adds, and their sum, each with its length."""
    names = (("entered", "x_i"), ("added", "y_i"), ("sum", "x_i + y_i"))
    return el("ul", *(_vector(block.panel(name), line, words) for name, line in names), class_="vectors")


def _vector(panel: Panel, line: str, words: Words) -> Html:
    size, lengths = panel.values.shape[1], np.linalg.norm(panel.values, axis=1)
    told = each(
        len(lengths), START, lambda n: [words["attention.length"].format(length=f"{lengths[n]:.2f}", count=size)]
    )
    return el("li", symbol_of(line), moving(panel), el("div", *told, class_="quiet"))
