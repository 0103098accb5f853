"""What happens inside recurrent cells: gates and states of one layer, re-derived from its weights.

The fused layers return their states alone. Since those are known, all gates follow in one multiplication; only the
cell of an LSTM, which the fused layer keeps to itself, is added up step by step.
"""

from __future__ import annotations

import torch
from jaxtyping import Float
from torch import Tensor, nn

from seqdemo.models.outputs import CharacterByRows
from seqdemo.models.recurrent import stepped
from seqdemo.models.row_rnn import Jordan, RowRnn

Steps = Float[Tensor, "step unit"]
Given = Float[Tensor, "step feature"]
States = tuple[Float[Tensor, "unit"], ...]

CANDIDATE, SUMS = "candidate", ("from_input", "from_state")
"""What a cell with gates would write, tanh(…), before a gate weighs it; the two sums of a cell without them."""


def inside(model: RowRnn, output: CharacterByRows) -> dict[str, Steps]:
    """Gates (0 closed to 1 open) and states of the last layer for the first image of an output, by name.

    LSTM: `input`, `forget`, `output`, `cell`, `hidden`. GRU: `reset`, `update`, `hidden`. RNN and Jordan: `hidden`.
    """
    layer = model.layers[-1]
    if isinstance(layer, Jordan):
        return {"hidden": output.states[-1][0]}
    assert isinstance(layer, nn.RNNBase)
    found = gates(layer, output.below[0], output.states[-1][0])
    return {name: values for name, values in found.items() if name not in (CANDIDATE, *SUMS)}


def walked(layer: nn.RNNBase, given: Given, first: States = ()) -> Steps:
    """The hidden states of the first layer and direction, step by step; `first` is h, or h and c, before the first.

    A fused stack of layers, or one of two directions, does not tell them.
    """
    zero = given.new_zeros(1, layer.hidden_size)
    state, steps = tuple(each[None] for each in first) or (zero, zero), []
    for x in given[:, None]:
        state = stepped(layer, x, state)
        steps.append(state[0][0])
    return torch.stack(steps)


def gates(layer: nn.RNNBase, given: Given, states: Steps, first: States = ()) -> dict[str, Steps]:
    """What `inside` tells, with `candidate` or `SUMS`, of the first layer and direction of any layer.

    `given` goes into it, `states` came out of it, and `first` is h, or h and c, before the first step (else 0).
    """
    return _DERIVED[type(layer)](layer, given, states, first)


def _lstm(layer: nn.RNNBase, given: Given, states: Steps, first: States) -> dict[str, Steps]:
    """i, f, o = sigmoid(W x + U h + b); c_t = f c_{t-1} + i tanh(…); h_t = o tanh(c_t) (Gers et al. 2000)."""
    into, back = _weighed(layer, given, states, first)
    i, f, g, o = (into + back).chunk(4, dim=-1)
    candidate, kept = g.tanh(), f.sigmoid()
    entering = i.sigmoid() * candidate
    cell = [first[1] if first else torch.zeros_like(entering[0])]
    for t in range(len(entering)):
        cell.append(kept[t] * cell[-1] + entering[t])
    return {
        "input": i.sigmoid(),
        "forget": kept,
        CANDIDATE: candidate,
        "output": o.sigmoid(),
        "cell": torch.stack(cell[1:]),
        "hidden": states,
    }


def _gru(layer: nn.RNNBase, given: Given, states: Steps, first: States) -> dict[str, Steps]:
    """r, z = sigmoid(W x + U h + b); h_t = (1 - z) tanh(W x + b + r (U h + d)) + z h_{t-1} (Cho et al. 2014)."""
    (r, z, n), (r_back, z_back, n_back) = (each.chunk(3, dim=-1) for each in _weighed(layer, given, states, first))
    reset = (r + r_back).sigmoid()
    return {
        "reset": reset,
        "update": (z + z_back).sigmoid(),
        CANDIDATE: torch.tanh(n + reset * n_back),
        "hidden": states,
    }


def _rnn(layer: nn.RNNBase, given: Given, states: Steps, first: States) -> dict[str, Steps]:
    """h_t = tanh(W x_t + U h_{t-1} + b) (Elman 1990): no gates."""
    into, back = _weighed(layer, given, states, first)
    return {**dict(zip(SUMS, (into, back), strict=True)), "hidden": states}


def _weighed(layer: nn.RNNBase, given: Given, states: Steps, first: States) -> tuple[Tensor, Tensor]:
    """W x + b of the step and U h + b of the step before, for all steps, shape (step, gates x units)."""
    before = torch.cat([first[0][None] if first else torch.zeros_like(states[:1]), states[:-1]])
    w, u, b_into, b_back = layer.all_weights[0]
    return given @ w.T + b_into, before @ u.T + b_back


_DERIVED = {nn.LSTM: _lstm, nn.GRU: _gru, nn.RNN: _rnn}
