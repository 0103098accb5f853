"""Many to one, one to many, many to many: the patterns, and which of them the model on the page is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from seqdemo.page.blocks.asking import equation, lead, question, section
from seqdemo.page.blocks.moments import thumbnail
from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.wording import Words, symbol
from seqdemo.trace import Block


@dataclass(frozen=True)
class Pattern:
    """Which steps have an input and which an output, and the families of tasks that it serves here."""

    inputs: str
    outputs: str
    families: tuple[str, ...]


PATTERNS: Mapping[str, Pattern] = {
    "many_one": Pattern("1111", "0001", ("row",)),
    "one_many": Pattern("1000", "1111", ()),
    "aligned": Pattern("1111", "1111", ("next",)),
    "delayed": Pattern("111000", "000111", ("swap",)),
}


def shapes(block: Block, words: Words) -> Html:
    patterns = (_card(name, pattern, block.kind in pattern.families, words) for name, pattern in PATTERNS.items())
    inputs, outputs = len(block.panel("inputs").rows), len(block.panel("outputs").rows)
    counted = words[f"shapes.counted.{block.kind}"].format(inputs=inputs, outputs=outputs)
    return el(
        "div",
        lead(words["shapes.lead"]),
        el("ul", *patterns, class_="patterns"),
        section(words["shapes.here"], el("p", counted), _flow(block, words)),
        equation(("h_t = f(x_t, h_{t-1})", "y_t = g(h_t)"), words, words["shapes.signs"]),
        question("shapes", words),
    )


def _card(name: str, pattern: Pattern, mine: bool, words: Words) -> Html:
    """A column for each step: its output above the cell, its input below."""
    columns = (
        el(
            "li",
            el("i", class_="reads" if out == "1" else "none"),
            el("i", class_="cell-of"),
            el("i", class_="feeds" if into == "1" else "none"),
        )
        for into, out in zip(pattern.inputs, pattern.outputs, strict=True)
    )
    title = el("h5", words[f"shapes.{name}"], el("span", words["shapes.mine"], class_="mine") if mine else None)
    picture = el("ol", *columns, class_="columns", aria_hidden="true")
    return el(
        "li", title, picture, el("p", words[f"shapes.{name}.told"], class_="quiet"), class_="own" if mine else None
    )


def _flow(block: Block, words: Words) -> Html:
    """What went into this answer, and what came out."""
    return el(
        "div",
        el("ol", *_inputs(block)),
        el("span", "→", aria_hidden="true"),
        el("ol", *_outputs(block, words)),
        class_="in-and-out",
    )


def _inputs(block: Block) -> Iterable[Html]:
    names = block.panel("inputs").rows
    pictured = len(names) == len(block.letters)
    return (el("li", thumbnail(block.letters[n]) if pictured else name) for n, name in enumerate(names))


def _outputs(block: Block, words: Words) -> Iterable[Html]:
    return (el("li", el("b", symbol(name, words))) for name in block.panel("outputs").rows)
