"""Recurrent layers over padded sequences: each sequence is read to its own end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Literal

import torch
from jaxtyping import Bool, Float, Int
from torch import Tensor, nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

Cell = Literal["rnn", "lstm", "gru"]
CELLS: dict[Cell, Callable[..., nn.RNNBase]] = {"rnn": nn.RNN, "lstm": nn.LSTM, "gru": nn.GRU}
_STEPS: dict[type, Callable[..., Any]] = {nn.RNN: torch.rnn_tanh_cell, nn.LSTM: torch.lstm_cell, nn.GRU: torch.gru_cell}
_unpacked: ContextVar[bool] = ContextVar("unpacked", default=False)


@contextmanager
def fixed_shapes() -> Iterator[None]:
    """In here no shape depends on lengths and nothing waits for them, so that a CUDA graph can be recorded."""
    token = _unpacked.set(True)
    try:
        yield
    finally:
        _unpacked.reset(token)


def stepped(
    layer: nn.RNNBase, x: Float[Tensor, "batch input"], state: tuple[Float[Tensor, "batch unit"], ...], number: int = 0
) -> tuple[Float[Tensor, "batch unit"], ...]:
    """h, of an LSTM h and c, after one step of one layer in one direction (`number` counts them all).

    For one step, the fused layer costs more than the cell itself; over several, it does not tell c.
    """
    several = isinstance(layer, nn.LSTM)
    after = _STEPS[type(layer)](x, state if several else state[0], *layer.all_weights[number])
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
        if _unpacked.get():
            return self._step_by_step(x, lengths)
        # Packed, because the way back would start from the padding, and the last state would have read it.
        packed = pack_padded_sequence(x, lengths.cpu(), batch_first=True, enforce_sorted=False)
        outputs, last = self.layers(packed)
        states = last if isinstance(last, tuple) else (last,)
        read = pad_packed_sequence(outputs, batch_first=True, total_length=x.shape[1])[0]
        return read, tuple(torch.cat(list(state[-self.ways :]), dim=-1) for state in states)

    def _step_by_step(
        self, x: Float[Tensor, "batch letter input"], lengths: Int[Tensor, "batch"]
    ) -> tuple[Float[Tensor, "batch letter unit"], tuple[Float[Tensor, "batch unit"], ...]]:
        """The same from single cells, whose states padding leaves as they are."""
        real = torch.arange(x.shape[1], device=x.device)[:, None, None] < lengths[:, None]
        last: list[tuple[Tensor, ...]] = []
        for number in range(self.layers.num_layers):
            x = nn.functional.dropout(x, self.layers.dropout, self.training) if number else x
            ways = [self._one_way(x, real, number * self.ways + way) for way in range(self.ways)]
            x, last = torch.cat([read for read, _ in ways], dim=-1), [state for _, state in ways]
        return x, tuple(torch.cat(states, dim=-1) for states in zip(*last, strict=True))

    def _one_way(
        self, x: Float[Tensor, "batch letter input"], real: Bool[Tensor, "letter batch 1"], number: int
    ) -> tuple[Float[Tensor, "batch letter unit"], tuple[Float[Tensor, "batch unit"], ...]]:
        states = 2 if isinstance(self.layers, nn.LSTM) else 1
        state = (x.new_zeros(len(x), self.layers.hidden_size),) * states
        backwards, read = bool(number % self.ways), []
        for at in reversed(range(x.shape[1])) if backwards else range(x.shape[1]):
            after = stepped(self.layers, x[:, at], state, number)
            state = tuple(torch.where(real[at], new, old) for new, old in zip(after, state, strict=True))
            read.append(state[0] * real[at])
        return torch.stack(read[::-1] if backwards else read, dim=1), state
