"""What happens inside recurrent cells: gates and states of one layer, re-derived from its weights.

The fused layers return their states alone. Since those are known, all gates follow in one multiplication; only the
cell of an LSTM, which the fused layer keeps to itself, is added up step by step.
"""

from __future__ import annotations

import torch
from jaxtyping import Float
from torch import Tensor, nn

from seqdemo.models.outputs import CharacterByRows
from seqdemo.models.row_rnn import Jordan, RowRnn

Steps = Float[Tensor, "step unit"]


def inside(model: RowRnn, output: CharacterByRows) -> dict[str, Steps]:
    """Gates (0 closed to 1 open) and states of the last layer for the first image of an output, by name.

    LSTM: `input`, `forget`, `output`, `cell`, `hidden`. GRU: `reset`, `update`, `hidden`. RNN and Jordan: `hidden`.
    """
    layer = model.layers[-1]
    if isinstance(layer, Jordan):
        return {"hidden": output.states[-1][0]}
    below = output.states[-2] if len(output.states) > 1 else output.given
    assert isinstance(layer, nn.RNNBase)
    return _DERIVED[type(layer)](layer, below[0], output.states[-1][0])


def _lstm(layer: nn.RNNBase, given: Tensor, states: Steps) -> dict[str, Steps]:
    """i, f, o = sigmoid(W x + U h + b); c_t = f c_{t-1} + i tanh(…); h_t = o tanh(c_t) (Gers et al. 2000)."""
    into, back = _weighed(layer, given, states)
    i, f, g, o = (into + back).chunk(4, dim=-1)
    entering, kept = i.sigmoid() * g.tanh(), f.sigmoid()
    cell = [torch.zeros_like(entering[0])]
    for t in range(len(entering)):
        cell.append(kept[t] * cell[-1] + entering[t])
    return {
        "input": i.sigmoid(),
        "forget": kept,
        "output": o.sigmoid(),
        "cell": torch.stack(cell[1:]),
        "hidden": states,
    }


def _gru(layer: nn.RNNBase, given: Tensor, states: Steps) -> dict[str, Steps]:
    """r, z = sigmoid(W x + U h + b); h_t = (1 - z) tanh(…) + z h_{t-1} (Cho et al. 2014)."""
    into, back = _weighed(layer, given, states)
    r, z, _ = (into + back).chunk(3, dim=-1)
    return {"reset": r.sigmoid(), "update": z.sigmoid(), "hidden": states}


def _rnn(layer: nn.RNNBase, given: Tensor, states: Steps) -> dict[str, Steps]:
    """h_t = tanh(W x + U h + b) (Elman 1990): no gates."""
    return {"hidden": states}


def _weighed(layer: nn.RNNBase, given: Tensor, states: Steps) -> tuple[Tensor, Tensor]:
    """W x + b of the step and U h + b of the step before, for all steps, shape (step, gates x units)."""
    before = torch.cat([torch.zeros_like(states[:1]), states[:-1]])
    w, u, b_into, b_back = layer.all_weights[0]
    return given @ w.T + b_into, before @ u.T + b_back


_DERIVED = {nn.LSTM: _lstm, nn.GRU: _gru, nn.RNN: _rnn}
