"""Recurrent layers over padded sequences of fixed shape: each sequence is read to its own end, without packing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import torch
from jaxtyping import Float, Int
from torch import Tensor, nn

Cell = Literal["rnn", "lstm", "gru"]
CELLS: dict[Cell, Callable[..., nn.RNNBase]] = {"rnn": nn.RNN, "lstm": nn.LSTM, "gru": nn.GRU}


class Recurrent(nn.Module):
    """h_t = cell([x_t; 1], h_{t-1}), from left to right or both ways.

    Cells: RNN (Elman 1990), LSTM (Hochreiter and Schmidhuber 1997, Gers et al. 2000), GRU (Cho et al. 2014).

    Padding is moved in front of the letters and set to zero. Cells without a bias stay at zero on zeros, so every
    sequence starts from zero at its own first letter, and all end together; the input 1 of each letter is their bias.
    Batches keep one shape, and nothing waits for the lengths.
    """

    def __init__(
        self, cell: Cell, inputs: int, hidden: int, layers: int, bidirectional: bool, dropout: float = 0.0
    ) -> None:
        super().__init__()
        self.size = hidden * (1 + bidirectional)
        sizes = [inputs] + [self.size] * (layers - 1)
        self.forwards = nn.ModuleList(_layer(cell, size, hidden) for size in sizes)
        self.backwards = nn.ModuleList(_layer(cell, size, hidden) for size in sizes if bidirectional)
        self.dropout = nn.Dropout(dropout)

    def forward(
        self, x: Float[Tensor, "batch letter input"], lengths: Int[Tensor, "batch"]
    ) -> tuple[Float[Tensor, "batch letter unit"], tuple[Float[Tensor, "batch unit"], ...]]:
        """The last layer's outputs, 0 on padding, and its states after the last letter (h; of an LSTM h and c).

        Padding stands behind the letters, both directions side by side, forwards first.
        """
        real = torch.arange(x.shape[1], device=x.device) < lengths[:, None]
        states: list[tuple[Tensor, ...]] = []
        for number, layer in enumerate(self.forwards):
            dropped = self.dropout(x) if number else x
            letters = torch.cat([dropped, torch.ones_like(x[..., :1])], dim=-1) * real[..., None]
            x, last = _forwards(layer, letters, lengths[:, None])
            states = [last]
            if self.backwards:
                back, first = _run(self.backwards[number], letters.flip(1))
                x, states = torch.cat([x, back.flip(1)], dim=-1), [last, first]
        return x, tuple(torch.cat(each, dim=-1) for each in zip(*states, strict=True))


def _layer(cell: Cell, inputs: int, hidden: int) -> nn.RNNBase:
    return CELLS[cell](inputs + 1, hidden, bias=False, batch_first=True)


def _forwards(
    layer: nn.Module, letters: Float[Tensor, "batch letter input"], lengths: Int[Tensor, "batch 1"]
) -> tuple[Float[Tensor, "batch letter unit"], tuple[Float[Tensor, "batch unit"], ...]]:
    """Each row is turned until its padding stands in front, read, and turned back."""
    size = letters.shape[1]
    place = torch.arange(size, device=letters.device)
    outputs, last = _run(layer, _taken(letters, (place + lengths) % size))
    return _taken(outputs, (place - lengths) % size), last


def _taken(x: Float[Tensor, "batch letter size"], places: Tensor) -> Float[Tensor, "batch letter size"]:
    return x.gather(1, places[..., None].expand_as(x))


def _run(
    layer: nn.Module, letters: Float[Tensor, "batch letter input"]
) -> tuple[Float[Tensor, "batch letter unit"], tuple[Float[Tensor, "batch unit"], ...]]:
    outputs, last = layer(letters)
    return outputs, tuple(state[0] for state in (last if isinstance(last, tuple) else (last,)))
