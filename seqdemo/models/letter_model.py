"""What letters usually follow which: a letter model of the training words, counted and learned.

The counted half knows rare endings by heart, the learned half guesses what it never saw; mixed, each covers the other.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import torch
from jaxtyping import Float, Int
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

from seqdemo.models.symbols import END, START, SYMBOLS
from seqdemo.sequences.words import SWAP_NORMAL

Ints = NDArray[np.int64]
_BASE = START + 1


class CountedLetters(nn.Module):
    """Letter n-grams of the training words, smoothed after Witten and Bell (1991, method C).

    p_n(s | context) = (c(context, s) + t(context) p_{n-1}(s)) / (c(context) + t(context)); t: how many kinds of symbols
    were seen there.
    """

    def __init__(self, order: int) -> None:
        super().__init__()
        self.order = order
        for n, table in enumerate(_counted(order)):
            for name, column in table.items():
                self.register_buffer(f"{name}_{n}", torch.from_numpy(column), persistent=False)

    def forward(self, context: Int[Tensor, "*batch window"]) -> Float[Tensor, "*batch symbol"]:
        """Probabilities of the next symbol; START stands before a word's beginning."""
        likely = torch.full((*context.shape[:-1], SYMBOLS), 1 / SYMBOLS, device=context.device)
        symbols = torch.arange(SYMBOLS, device=context.device)
        for n in range(self.order):
            key = _key(context[..., context.shape[-1] - n :])
            together = self._count("pairs", n, key[..., None] * _BASE + symbols)
            total, kinds = self._count("totals", n, key), self._count("kinds", n, key)
            seen = (total > 0)[..., None]
            smoothed = (together + kinds[..., None] * likely) / (total + kinds).clamp(min=1)[..., None]
            likely = torch.where(seen, smoothed, likely)
        return likely

    def _count(self, name: str, n: int, key: Int[Tensor, "*batch"]) -> Float[Tensor, "*batch"]:
        """How often a key was counted; 0 if never."""
        keys = self.get_buffer(f"{'pair' if name == 'pairs' else 'context'}_keys_{n}")
        place = torch.searchsorted(keys, key).clamp(max=len(keys) - 1)
        return torch.where(keys[place] == key, self.get_buffer(f"{name}_{n}")[place], 0).float()


def _key(context: Int[Tensor, "*batch n"]) -> Int[Tensor, "*batch"]:
    """One number for a context."""
    key = torch.zeros_like(context[..., 0]) if context.shape[-1] else torch.zeros(context.shape[:-1], dtype=torch.long)
    for n in range(context.shape[-1]):
        key = key * _BASE + context[..., n]
    return key


@cache
def _counted(order: int) -> tuple[dict[str, Ints], ...]:
    """For each length of context: sorted keys of (context, symbol) pairs and of contexts, with their counts."""
    windows = training_windows(order)
    tables = []
    for n in range(order):
        context = np.zeros(len(windows), np.int64)
        for place in range(order - 1 - n, order - 1):
            context = context * _BASE + windows[:, place]
        pair_keys, pairs = np.unique(context * _BASE + windows[:, -1], return_counts=True)
        context_keys, kinds = np.unique(pair_keys // _BASE, return_counts=True)
        totals = np.bincount(np.searchsorted(context_keys, pair_keys // _BASE), pairs).astype(np.int64)
        tables.append(
            {"pair_keys": pair_keys, "pairs": pairs, "context_keys": context_keys, "kinds": kinds, "totals": totals}
        )
    return tuple(tables)


@cache
def training_windows(size: int) -> Ints:
    """Every symbol of every training word, and the end, with the `size - 1` symbols before it: (windows, size)."""
    words = SWAP_NORMAL.words("train")
    parts = []
    for length in sorted({len(word) for word in words}):
        letters = "".join(word for word in words if len(word) == length)
        lines = np.frombuffer(letters.encode(), np.uint8).reshape(-1, length).astype(np.int64) - ord("A")
        lines = np.pad(lines, ((0, 0), (size - 1, 0)), constant_values=START)
        lines = np.pad(lines, ((0, 0), (0, 1)), constant_values=END)
        parts.append(sliding_window_view(lines, size, axis=1).reshape(-1, size))
    return np.concatenate(parts)


class LearnedLetters(nn.Module):
    """p(s | last letters) by a feed-forward network over their embeddings (Bengio et al. 2003).

    It looks back a fixed number of letters, so that the ninth letter of a word is nothing new to it.
    """

    def __init__(self, window: int, embedding: int, hidden: int, dropout: float) -> None:
        super().__init__()
        self.embed = nn.Embedding(START + 1, embedding)
        self.first = nn.Linear(window * embedding, hidden)
        self.second = nn.Linear(hidden, hidden)
        self.name = nn.Linear(hidden, SYMBOLS)
        self.dropout = nn.Dropout(dropout)

    def forward(self, context: Int[Tensor, "*batch window"]) -> Float[Tensor, "*batch symbol"]:
        """Log-probabilities of the next symbol; START stands before a word's beginning."""
        x = self.dropout(self.embed(context)).flatten(-2)
        x = self.dropout(F.gelu(self.first(x)))
        x = x + self.dropout(F.gelu(self.second(x)))
        return F.log_softmax(self.name(x).float(), dim=-1)
