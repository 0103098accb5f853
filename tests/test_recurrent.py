"""Recurrent layers without packing must do what PyTorch's own do with it."""

from itertools import product

import pytest
import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from seqdemo.models.recurrent import CELLS, Recurrent

LENGTHS = torch.tensor([5, 3, 7, 1])


def as_packed(ours, cell, inputs, hidden, layers):
    """PyTorch's layers with the same weights: the weight of the constant input is their input's bias."""
    theirs = CELLS[cell](inputs, hidden, layers, batch_first=True, bidirectional=len(ours.backwards) > 0)
    nn.init.zeros_(theirs.bias_hh_l0)
    for direction, suffix in ((ours.forwards, ""), (ours.backwards, "_reverse")):
        for n, layer in enumerate(direction):
            with torch.no_grad():
                getattr(theirs, f"weight_ih_l{n}{suffix}").copy_(layer.weight_ih_l0[:, :-1])
                getattr(theirs, f"bias_ih_l{n}{suffix}").copy_(layer.weight_ih_l0[:, -1])
                getattr(theirs, f"weight_hh_l{n}{suffix}").copy_(layer.weight_hh_l0)
                getattr(theirs, f"bias_hh_l{n}{suffix}").zero_()
    return theirs


@pytest.mark.parametrize(("cell", "both", "layers"), list(product(CELLS, (False, True), (1, 2))))
def test_it_equals_packed_layers_outputs_and_last_states(cell, both, layers):
    torch.manual_seed(0)
    ours = Recurrent(cell, 5, 3, layers, both)
    theirs = as_packed(ours, cell, 5, 3, layers)
    x = torch.randn(4, 7, 5)
    outputs, states = ours(x, LENGTHS)
    packed, last = theirs(pack_padded_sequence(x, LENGTHS, batch_first=True, enforce_sorted=False))
    assert torch.allclose(outputs, pad_packed_sequence(packed, batch_first=True)[0], atol=1e-6)
    last = last if isinstance(last, tuple) else (last,)
    assert len(states) == len(last)
    for state, expected in zip(states, last, strict=True):
        assert torch.allclose(state, torch.cat(list(expected[-(1 + both) :]), dim=-1), atol=1e-6)


@pytest.mark.parametrize("cell", list(CELLS))
def test_what_stands_on_padding_changes_nothing(cell):
    torch.manual_seed(0)
    layers, x = Recurrent(cell, 5, 3, 2, True), torch.randn(4, 7, 5)
    noisy = torch.where((torch.arange(7) < LENGTHS[:, None])[..., None], x, torch.randn(4, 7, 5))
    before, after = layers(x, LENGTHS), layers(noisy, LENGTHS)
    assert before[0].equal(after[0])
    assert all(a.equal(b) for a, b in zip(before[1], after[1], strict=True))
    assert before[0][1, 3:].eq(0).all()
