"""From a model and letters to the numbers of one building block: which there are, and where they work."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import torch

from seqdemo.checkpoints import Loaded
from seqdemo.explain import check
from seqdemo.explain.blocks.asked import Asked
from seqdemo.explain.blocks.attention import attention
from seqdemo.explain.blocks.cell import cell
from seqdemo.explain.blocks.embedding import embedding
from seqdemo.explain.blocks.gradient import gradient
from seqdemo.explain.blocks.handed import handed
from seqdemo.explain.blocks.padding import padding
from seqdemo.explain.blocks.shapes import shapes
from seqdemo.explain.blocks.wrong import MODEL, wrong
from seqdemo.models.cnn_gru import CnnGru
from seqdemo.models.row_rnn import RowRnn
from seqdemo.models.seq2seq import Seq2Seq
from seqdemo.models.transformer import Transformer
from seqdemo.trace import Block

__all__ = ["BLOCKS", "Asked", "computed", "offered"]

BLOCKS: Mapping[str, Callable[[Asked], Block]] = {
    "cell": cell,
    "attention": attention,
    "embedding": embedding,
    "handed": handed,
    "padding": padding,
    "gradient": gradient,
    "shapes": shapes,
    "wrong": wrong,
}
"""How the numbers of each block are found."""

_OFFERED: Mapping[type, Mapping[str, tuple[str, ...]]] = {
    CnnGru: {"gru1": ("cell", "padding", "shapes"), "gru2": ("cell", "shapes")},
    Seq2Seq: {"encoder": ("cell", "handed", "padding", "shapes"), "decoder": ("handed", "cell", "embedding", "shapes")},
    Transformer: {"encoder": ("attention", "shapes"), "decoder": ("attention", "embedding", "shapes")},
    RowRnn: {"rows": ("cell", "gradient", "shapes")},
}
"""The blocks of each part of a model, those that say most first."""


def offered(loaded: Loaded, part: str) -> tuple[str, ...]:
    """The blocks that work in a part of a model; none where nothing was learned, or nothing is known of it."""
    of_model = _OFFERED.get(type(loaded.model), {})
    config = getattr(loaded.model, "config", None)
    found = () if getattr(config, "cell", "") == "jordan" else of_model.get(part, ())
    return (*found, "wrong") if found and loaded.name == MODEL else found


@torch.inference_mode()
def computed(name: str, asked: Asked) -> Block:
    """The numbers of a block that is `offered`; raises InputError if the model cannot answer the letters."""
    check(asked.loaded, asked.letters, asked.options)
    return BLOCKS[name](asked)
