"""One-hot and embedding: what stands for a symbol that the decoder reads, and which symbols are near to it."""

from __future__ import annotations

from typing import cast

from torch.nn import functional as F

from seqdemo.explain.blocks.asked import Asked, matrix, numbers
from seqdemo.explain.common import letters_read, probabilities
from seqdemo.explain.word import run
from seqdemo.models.protocols import EncoderDecoder
from seqdemo.models.symbols import NAMES
from seqdemo.trace import Block, Panel


def embedding(asked: Asked) -> Block:
    """For each symbol that the decoder read: its one-hot vector, its row of E, and cosines to all rows of E."""
    model = cast(EncoderDecoder, asked.loaded.model)
    way = run(model, asked.letters, asked.options)
    letters = letters_read(probabilities(way.memory.vision[0]), way.images, asked.letters)
    table, fed = model.embed.weight.detach(), way.fed[0]
    names = tuple(NAMES[symbol] for symbol in fed.tolist())
    rows = F.one_hot(fed, len(table)).float()
    unit = F.normalize(table, dim=1)
    one_hot = matrix("one_hot", names, NAMES[: len(table)], rows)
    like = Panel("matrix", "fed", "fed", names, one_hot.columns, one_hot.values, along="steps")
    panels = (one_hot, numbers("row", like, rows @ table), matrix("near", names, one_hot.columns, unit[fed] @ unit.T))
    return Block("embedding", asked.part, "table", letters, panels)
