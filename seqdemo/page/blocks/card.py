"""The card of a building block: what it is, its picture, its equation, and a question."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from seqdemo.page.blocks.attention.self_attention import attention
from seqdemo.page.blocks.recurrent.cell import cell
from seqdemo.page.blocks.recurrent.gradient import gradient
from seqdemo.page.blocks.recurrent.padding import padding
from seqdemo.page.blocks.recurrent.shapes import shapes
from seqdemo.page.blocks.report.wrong import wrong
from seqdemo.page.blocks.words.embedding import embedding
from seqdemo.page.blocks.words.handed import handed
from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.wording import Words, stage_name
from seqdemo.trace import Block

DRAWN: Mapping[str, Callable[[Block, Words], Html]] = {
    "cell": cell,
    "attention": attention,
    "embedding": embedding,
    "handed": handed,
    "padding": padding,
    "gradient": gradient,
    "shapes": shapes,
    "wrong": wrong,
}
"""How each block is drawn."""


def place(words: Words) -> Html:
    """Where a block opens."""
    close = el("button", "×", type="button", data_shut=True, aria_label=words["block.close"], class_="shut")
    heading = el("div", el("h2", words["block.how"], id="block-title"), close, class_="heading")
    trouble = el("p", class_="slip trouble", role="alert")
    return el("dialog", heading, trouble, el("div", class_="body"), id="block", aria_labelledby="block-title")


def doors(names: Sequence[str], part: str, words: Words) -> Html | None:
    """The buttons that open the blocks of a part."""
    if not names:
        return None
    label = el("p", words["block.how"], class_="label")
    return el("div", label, *(_door(name, part, None, words) for name in names), class_="doors")


def card(block: Block, names: Sequence[str], words: Words) -> Html:
    """The block among the others of its part, which are a press away."""
    others = el("div", *(_door(name, block.part, block.id, words) for name in names), class_="segments")
    title = el("h3", words[f"block.{block.id}"], el("span", stage_name(block.part, words), class_="quiet"))
    return el("article", others if len(names) > 1 else None, title, DRAWN[block.id](block, words))


def _door(name: str, part: str, shown: str | None, words: Words) -> Html:
    pressed = None if shown is None else str(name == shown).lower()
    return el("button", words[f"block.{name}"], type="button", data_block=name, data_of_part=part, aria_pressed=pressed,
              aria_haspopup=None if shown else "dialog")  # fmt: skip
