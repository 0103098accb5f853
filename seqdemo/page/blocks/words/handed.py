"""What the decoder gets: the encoder's last states as they are handed over, and what of its outputs comes along."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from seqdemo.page.blocks.asking import equation, lead, question, section
from seqdemo.page.blocks.formula import symbol_of
from seqdemo.page.blocks.moments import thumbnail
from seqdemo.page.html.figures import signed
from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.state import sheet_style, tile
from seqdemo.page.html.wording import Words
from seqdemo.trace import Block, Panel

STRONGEST = 6
SIGNS = {"hidden": "h", "cell": "c"}
READ, WRITTEN = "s_i = f([y_{i-1}; %s], s_{i-1})", "y_i ~ softmax(W_y tanh(W_o [s_i; %s] + b_o) + b_y)"
GATHERED = "Σ_j α_{ij} h_j"
EQUATIONS = {
    "none": ("s_i = f(y_{i-1}, s_{i-1})",),
    "deep": ("s_i = f(y_{i-1}, s_{i-1})",),
    "concat": (READ % "s_0",),
    "last": (READ % "s_0", WRITTEN % "s_0"),
    "aligned": (READ % "h_i", WRITTEN % "h_i"),
    "bahdanau": (READ % GATHERED, WRITTEN % GATHERED),
    "luong": ("s_i = f(y_{i-1}, s_{i-1})", WRITTEN % GATHERED),
}
"""Of the steps of the decoder, which starts from `_first`."""
OUTPUTS_GO = frozenset({"aligned", "bahdanau", "luong"})
"""Variants whose decoder gets outputs of the encoder for single letters."""


def handed(block: Block, words: Words) -> Html:
    """From the outputs for each letter to the decoder's first state."""
    return el(
        "div",
        lead(words["handed.lead"]),
        section(words["handed.outputs"], el("p", words[f"handed.{_fate(block)}"]), _outputs(block, words)),
        section(words["handed.ended"], el("p", words[f"handed.ended.{_ways(block)}"]), _states("ended", block, words)),
        section(
            words["handed.given"],
            el("p", words["handed.bridged" if _bridged(block) else "handed.unchanged"]),
            _states("handed", block, words),
            el("p", words[f"handed.kind.{block.kind}"]),
        ),
        equation((*_first(block), *EQUATIONS[block.kind]), words),
        question("handed", words),
    )


def _fate(block: Block) -> str:
    return "outputs.go" if block.kind in OUTPUTS_GO else "outputs.stay"


def _first(block: Block) -> tuple[str, ...]:
    """The decoder's first state; only a bridge makes something else of c than it is."""
    if block.kind == "deep":
        return ("s_0^1 = h_T^→", "s_0^2 = h_1^←")
    ended = "[h_T^→; h_1^←]" if _ways(block) == "two" else "h_T"
    if not _bridged(block):
        return (f"s_0 = {ended}",)
    cell = ("c_0 = W_c [c_T^→; c_1^←] + b_c",) if _ways(block) == "two" else ("c_0 = W_c c_T + b_c",)
    return (f"s_0 = tanh(W_h {ended} + b_h)", *(cell if block.has("handed_cell") else ()))


def _bridged(block: Block) -> bool:
    """Whether a layer stands between the encoder's last state and the decoder's first."""
    return not np.array_equal(block.panel("ended_hidden").values, block.panel("handed_hidden").values)


def _ways(block: Block) -> str:
    """`one` where the last state is the last output; `two` where half of it comes from the way back."""
    outputs, ended = block.panel("outputs").values, block.panel("ended_hidden").values[0]
    return "one" if np.allclose(outputs[-1], ended, atol=1e-6) else "two"


def _outputs(block: Block, words: Words) -> Html:
    panel = block.panel("outputs")
    items = (
        el(
            "li",
            thumbnail(block.letters[int(name) - 1]),
            tile(panel, n),
            el("b", f"{name} {block.letters[int(name) - 1].read}"),
        )
        for n, name in enumerate(panel.rows)
    )
    kind = "outputs" if block.kind in OUTPUTS_GO else "outputs stays"
    return el("ol", *items, class_=kind, style=sheet_style(panel), aria_label=words["handed.outputs"])


def _states(prefix: str, block: Block, words: Words) -> Html:
    panels = [block.panel(f"{prefix}_{name}") for name in SIGNS if block.has(f"{prefix}_{name}")]
    return el("ul", *(_state(panel, words) for panel in panels), class_="vectors")


def _state(panel: Panel, words: Words) -> Html:
    name = panel.id.split("_")[1]
    told = words["handed.numbers"].format(count=panel.values.shape[1])
    return el("li", el("span", symbol_of(SIGNS[name]), " ", words[f"cell.name.{name}"]), tile(panel, 0),
              el("span", told, " ", *_strongest(panel, words), class_="quiet"), style=sheet_style(panel))  # fmt: skip


def _strongest(panel: Panel, words: Words) -> Iterable[str]:
    values = panel.values[0]
    units = np.argsort(-np.abs(values), kind="stable")[:STRONGEST]
    yield words["handed.strongest"]
    yield " " + ", ".join(f"{n + 1}: {signed(values[n])}" for n in units)
