"""The gradient of an answer on its way back through time, cut open between the steps."""

from __future__ import annotations

import torch
from jaxtyping import Float
from torch import Tensor, nn

from seqdemo.models.outputs import CharacterByRows
from seqdemo.models.recurrent import stepped
from seqdemo.models.row_rnn import RowRnn


def through_time(model: RowRnn, image: Float[Tensor, "1 28 28"]) -> Float[Tensor, "step"]:
    """The length of the gradient of the answer's log-odds at the last layer's state after each step.

    The state is h, of an LSTM h and c together. Backwards each is the next one's times the Jacobian of a step, so the
    length after step t is the last one's times a product of factors (Bengio et al. 1994).
    """
    with torch.inference_mode(False), torch.enable_grad():
        output: CharacterByRows = model(image.clone())
        cuts = _states(model, output.below[0].detach())
        scores = model.name(cuts[-1][0][0])
        best = scores.argmax()
        others = torch.cat([scores[:best], scores[best + 1 :]]).logsumexp(dim=0)
        flat = [state for cut in cuts for state in cut]
        slopes = torch.autograd.grad(scores[best] - others, flat, allow_unused=True)
        squares = torch.tensor([0.0 if slope is None else float(slope.square().sum()) for slope in slopes])
    lengths: Tensor = squares.unflatten(0, (len(cuts), -1)).sum(dim=1).sqrt()
    return lengths


def _states(model: RowRnn, given: Float[Tensor, "step feature"]) -> list[tuple[Tensor, ...]]:
    """The states between the steps, each a copy on which alone the next step rests."""
    layer = model.layers[-1]
    assert isinstance(layer, nn.RNNBase)
    zero = given.new_zeros(1, layer.hidden_size)
    state: tuple[Tensor, ...] = (zero, zero) if isinstance(layer, nn.LSTM) else (zero,)
    cuts: list[tuple[Tensor, ...]] = []
    for x in given[:, None]:
        state = tuple(each.clone() for each in stepped(layer, x, state))
        cuts.append(state)
    return cuts
