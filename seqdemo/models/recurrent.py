"""Recurrent layers over padded sequences: each sequence is read to its own end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import torch
from jaxtyping import Float, Int
from torch import Tensor, nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

Cell = Literal["rnn", "lstm", "gru"]
CELLS: dict[Cell, Callable[..., nn.RNNBase]] = {"rnn": nn.RNN, "lstm": nn.LSTM, "gru": nn.GRU}
_STEPS: dict[type, Callable[..., Any]] = {nn.RNN: torch.rnn_tanh_cell, nn.LSTM: torch.lstm_cell, nn.GRU: torch.gru_cell}


def stepped(
    layer: nn.RNNBase, x: Float[Tensor, "batch input"], state: tuple[Float[Tensor, "batch unit"], ...]
) -> tuple[Float[Tensor, "batch unit"], ...]:
    """h, of an LSTM h and c, after one step of a layer's first layer and direction.

    For one step, the fused layer costs more than the cell itself; over several, it does not tell c.
    """
    several = isinstance(layer, nn.LSTM)
    after = _STEPS[type(layer)](x, state if several else state[0], *layer.all_weights[0])
    return tuple(after) if several else (after,)


class Recurrent(nn.Module):
    """h_t = cell(x_t, h_{t-1}), from left to right or both ways.

    Cells: RNN (Elman 1990), LSTM (Hochreiter and Schmidhuber 1997, Gers et al. 2000), GRU (Cho et al. 2014).
    """

    def __init__(
        self, cell: Cell, inputs: int, hidden: int, layers: int, bidirectional: bool, dropout: float = 0.0
    ) -> None:
        super().__init__()
        self.ways = 1 + bidirectional
        self.size = hidden * self.ways
        self.layers = CELLS[cell](
            inputs, hidden, layers, batch_first=True, bidirectional=bidirectional, dropout=dropout
        )

    def forward(
        self, x: Float[Tensor, "batch letter input"], lengths: Int[Tensor, "batch"]
    ) -> tuple[Float[Tensor, "batch letter unit"], tuple[Float[Tensor, "batch unit"], ...]]:
        """The last layer's outputs, 0 on padding, and its states after the last letter (h; of an LSTM h and c).

        Padding stands behind the letters, both directions side by side, forwards first.
        """
        # Packed, because the way back would start from the padding, and the last state would have read it.
        packed = pack_padded_sequence(x, lengths.cpu(), batch_first=True, enforce_sorted=False)
        outputs, last = self.layers(packed)
        states = last if isinstance(last, tuple) else (last,)
        read = pad_packed_sequence(outputs, batch_first=True, total_length=x.shape[1])[0]
        return read, tuple(torch.cat(list(state[-self.ways :]), dim=-1) for state in states)
