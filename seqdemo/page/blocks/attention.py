"""Self-attention, from similarities without parameters to every layer and head."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from seqdemo.page.blocks.asking import equation, lead, question, section
from seqdemo.page.blocks.formula import formula, symbol_of
from seqdemo.page.blocks.maps import maps
from seqdemo.page.blocks.moments import each, share, thumbnail, walk
from seqdemo.page.html.figures import count as whole
from seqdemo.page.html.markup import Content, Html, el
from seqdemo.page.html.state import sheet_style, tile
from seqdemo.page.html.wording import Words, percent
from seqdemo.trace import Block, Panel


def attention(block: Block, words: Words) -> Html:
    """Four steps for one letter at a time, at first the first one, then all maps."""
    count, start = len(block.letters), 0
    names = [words["attention.at"].format(n=n + 1, letter=read.read) for n, read in enumerate(block.letters)]
    steps = (
        ("plain", "y_i = Σ_j softmax(x_i · x_j / sqrt{d}) x_j", lambda n: _plain(block, n, words)),
        ("learned", "y_i = Σ_j softmax(q_i · k_j / sqrt{d} + b_{j-i}) v_j", lambda n: _learned(block, n, words)),
        ("heads", "y_i = W_O [y_i^1; y_i^2; …]", lambda n: _heads(block, n, words)),
        ("residual", "x_i ← x_i + y_i", lambda n: _residual(block, n, words)),
    )
    sections = (
        section(
            words[f"attention.{name}"],
            el("p", words[f"attention.{name}.told"]),
            el("div", formula(line), class_="formulas"),
            el("div", *each(count, start, lambda n, drawn=drawn: [drawn(n)]), class_="scroll"),
        )
        for name, line, drawn in steps
    )
    return el(
        "div",
        lead(words["attention.lead"]),
        walk(names, start, words),
        *sections,
        section(words["attention.maps"], el("p", words["attention.maps.told"]), maps(block, words)),
        equation(
            ("Attention(Q, K, V) = softmax(Q K^T / sqrt{d_k} + B) V", "Q = X W_Q", "K = X W_K", "V = X W_V"),
            words,
            words["attention.signs"],
        ),
        question("attention", words),
        class_="moments",
        style=share(start, count),
    )


def _plain(block: Block, at: int, words: Words) -> Html:
    """Nothing is learned: how alike the letters' vectors are, and what that gathers."""
    columns = (("x_i · x_j / sqrt{d}", block.panel("similarity")),)
    return _gathering(block, at, columns, block.panel("plain"), block.panel("entered"), block.panel("mixed"), words)


def _learned(block: Block, at: int, words: Words) -> Html:
    """The first head of the first layer."""
    columns = (("q_i · k_j / sqrt{d}", block.panel("score-1")), ("b_{j-i}", block.panel("near-1")))
    return _gathering(
        block, at, columns, block.panel("weight-1"), block.panel("value-1"), block.panel("gathered-1"), words
    )


def _gathering(
    block: Block,
    at: int,
    scores: Iterable[tuple[str, Panel]],
    weights: Panel,
    values: Panel,
    gathered: Panel,
    words: Words,
) -> Html:
    """One row a letter: its scores, its weight, and the vector that is weighed; below, the sum."""
    scores = list(scores)
    heads = (el("th", symbol_of(line), scope="col") for line, _ in scores)
    named = (el("th", words[f"attention.{name}"], scope="col") for name in ("weight", "vector"))
    head = el("tr", el("th", words["attention.letter"], scope="col"), *heads, *named)
    rows = (_pair(block, at, n, [panel for _, panel in scores], weights, values) for n in range(len(block.letters)))
    total = el("tr", el("th", words["attention.sum"], scope="row"), *(el("td") for _ in scores),
               el("td", "100 %"), el("td", el("span", tile(gathered, at), style=sheet_style(gathered))))  # fmt: skip
    return el(
        "table", el("thead", head), el("tbody", *rows, style=sheet_style(values)), el("tfoot", total), class_="terms"
    )


def _pair(block: Block, at: int, other: int, scores: Iterable[Panel], weights: Panel, values: Panel) -> Html:
    weight = float(weights.values[at, other])
    return el(
        "tr",
        _letter(block, other),
        *(el("td", _number(panel.values[at, other])) for panel in scores),
        el("td", el("span", class_="bar", style=f"--share:{weight:.4f}"), " ", percent(weight), class_="weight"),
        el("td", tile(values, other)),
        class_="own" if other == at else None,
    )


def _letter(block: Block, at: int) -> Html:
    read = block.letters[at]
    return el("th", thumbnail(read), el("span", f"{at + 1} {read.read}"), scope="row", class_="pictured")


def _heads(block: Block, at: int, words: Words) -> Html:
    """The weights of all heads of the first layer, side by side."""
    panels = [panel for panel in block.panels if panel.id.startswith("weight-")]
    heads = (el("th", words["attention.head"].format(n=n + 1), scope="col") for n in range(len(panels)))
    rows = (
        el(
            "tr",
            _letter(block, n),
            *(_weight(panel.values[at, n]) for panel in panels),
            class_="own" if n == at else None,
        )
        for n in range(len(block.letters))
    )
    head = el("thead", el("tr", el("th", words["attention.letter"], scope="col"), *heads))
    return el("table", head, el("tbody", *rows), class_="terms")


def _weight(value: float) -> Html:
    return el("td", el("span", class_="bar", style=f"--share:{value:.4f}"), " ", percent(float(value)), class_="weight")


def _residual(block: Block, at: int, words: Words) -> Html:
    """What went in, what attention adds, and their sum, each with its length."""
    names = (("entered", "x_i"), ("added", "y_i"), ("sum", "x_i + y_i"))
    return el("ul", *(_vector(block.panel(name), line, at, words) for name, line in names), class_="vectors")


def _vector(panel: Panel, line: str, at: int, words: Words) -> Html:
    length = float(np.linalg.norm(panel.values[at]))
    told: Content = words["attention.length"].format(length=f"{length:.2f}", count=whole(panel.values.shape[1]))
    return el("li", symbol_of(line), tile(panel, at), el("span", told, class_="quiet"), style=sheet_style(panel))


def _number(value: float) -> str:
    return f"{value:+.2f}".replace("-", "−")
