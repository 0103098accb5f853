"""What letters usually follow which: a letter model of the training words, counted and learned.

The counted half knows rare endings by heart, the learned half guesses what it never saw; mixed, each covers the other.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import torch
from jaxtyping import Float, Int
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

from seqdemo.models.symbols import END, START, SYMBOLS
from seqdemo.sequences.words import SWAP_NORMAL, SWAP_WITH_RARE

Ints = NDArray[np.int64]
_BASE = START + 1


class CountedLetters(nn.Module):
    """Letter n-grams of the training words, smoothed after Kneser and Ney (1995), with three discounts (Chen 1999).

    p_n(s | context) = (c(context, s) - D) / c(context) + h(context) p_{n-1}(s); D: 1, 2 or 3 times a little less than
    1, for what was counted once, twice or more often; h: the share that these took away. Of the longest contexts, c
    counts symbols, of shorter ones, in how many longer ones a symbol stood.
    """

    def __init__(self, order: int, rare: bool = False) -> None:
        super().__init__()
        self.order = order
        for n, table in enumerate(_counted(order, rare)):
            for name, column in table.items():
                self.register_buffer(f"{name}_{n}", torch.from_numpy(column), persistent=False)

    def forward(self, context: Int[Tensor, "*batch window"]) -> Float[Tensor, "*batch symbol"]:
        """Probabilities of the next symbol; START stands before a word's beginning."""
        likely = torch.full((*context.shape[:-1], SYMBOLS), 1 / SYMBOLS, device=context.device)
        symbols = torch.arange(SYMBOLS, device=context.device)
        for n in range(self.order):
            key = _key(context[..., context.shape[-1] - n :])
            own = self._found("shares", "pairs", n, key[..., None] * _BASE + symbols, 0.0)
            likely = own + self._found("held", "contexts", n, key, 1.0)[..., None] * likely
        return likely

    def _found(
        self, name: str, keys: str, n: int, key: Int[Tensor, "*batch"], missing: float
    ) -> Float[Tensor, "*batch"]:
        """What a table has for a key."""
        known = self.get_buffer(f"{keys}_{n}")
        place = torch.searchsorted(known, key).clamp(max=len(known) - 1)
        return torch.where(known[place] == key, self.get_buffer(f"{name}_{n}")[place], missing)


def _key(context: Int[Tensor, "*batch n"]) -> Int[Tensor, "*batch"]:
    """One number for a context."""
    key = torch.zeros(context.shape[:-1], dtype=torch.long, device=context.device)
    for n in range(context.shape[-1]):
        key = key * _BASE + context[..., n]
    return key


@cache
def _counted(order: int, rare: bool) -> tuple[dict[str, NDArray[Any]], ...]:
    """For each length of context, the shorter first, the columns of `_smoothed`."""
    windows = training_windows(order, rare)
    pairs, counts = np.unique(windows @ _BASE ** np.arange(order - 1, -1, -1), return_counts=True)
    tables = [_smoothed(pairs, counts)]
    for n in range(order - 1, 0, -1):
        pairs, counts = np.unique(pairs % _BASE**n, return_counts=True)
        tables.insert(0, _smoothed(pairs, counts))
    return tuple(tables)


def _smoothed(pairs: Ints, counts: Ints) -> dict[str, NDArray[Any]]:
    """Sorted keys of (context, symbol) and what each keeps; sorted keys of contexts and what is held back there."""
    contexts, context_of = np.unique(pairs // _BASE, return_inverse=True)
    once, twice, thrice, oftener = np.bincount(np.minimum(counts, 5), minlength=5)[1:5].clip(min=1)
    little = once / (once + 2 * twice)
    discounts = 1 - 2 * little * twice / once, 2 - 3 * little * thrice / twice, 3 - 4 * little * oftener / thrice
    taken = np.maximum(discounts, 0)[np.minimum(counts, 3) - 1]
    totals = np.bincount(context_of, counts)
    shares, held = (counts - taken) / totals[context_of], np.bincount(context_of, taken) / totals
    return {"pairs": pairs, "shares": shares.astype(np.float32), "contexts": contexts, "held": held.astype(np.float32)}


@cache
def training_windows(size: int, rare: bool = False) -> Ints:
    """Every symbol of every training word, and the end, with the `size - 1` symbols before it: (windows, size)."""
    words = (SWAP_WITH_RARE if rare else SWAP_NORMAL).words("train")
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
