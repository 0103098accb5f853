"""Recurrent layers read each sequence of a padded batch as if it were alone."""

from itertools import product

import pytest
import torch

from seqdemo.models.recurrent import CELLS, Recurrent, fixed_shapes

LENGTHS = torch.tensor([5, 3, 7, 1])
KINDS = list(product(CELLS, (False, True), (1, 2)))


@pytest.mark.parametrize(("cell", "both", "layers"), KINDS)
def test_a_padded_batch_equals_single_runs(cell, both, layers):
    torch.manual_seed(0)
    layer, x = Recurrent(cell, 5, 3, layers, both), torch.randn(4, 7, 5)
    outputs, states = layer(x, LENGTHS)
    for row, length in enumerate(LENGTHS.tolist()):
        alone, last = layer(x[row : row + 1, :length], LENGTHS[row : row + 1])
        assert torch.allclose(outputs[row, :length], alone[0], atol=1e-6)
        assert outputs[row, length:].eq(0).all()
        assert len(states) == len(last) == (2 if cell == "lstm" else 1)
        for state, expected in zip(states, last, strict=True):
            assert torch.allclose(state[row], expected[0], atol=1e-6)


@pytest.mark.parametrize(("cell", "both", "layers"), KINDS)
def test_what_stands_on_padding_changes_nothing(cell, both, layers):
    torch.manual_seed(0)
    layer, x = Recurrent(cell, 5, 3, layers, both), torch.randn(4, 7, 5)
    noisy = torch.where((torch.arange(7) < LENGTHS[:, None])[..., None], x, torch.randn(4, 7, 5))
    before, after = layer(x, LENGTHS), layer(noisy, LENGTHS)
    assert before[0].equal(after[0])
    assert all(a.equal(b) for a, b in zip(before[1], after[1], strict=True))


@pytest.mark.parametrize(("cell", "both", "layers"), KINDS)
def test_without_packing_outputs_states_and_gradients_are_the_same(cell, both, layers):
    torch.manual_seed(0)
    layer, x = Recurrent(cell, 5, 3, layers, both), torch.randn(4, 7, 5)
    packed, expected = _read(layer, x)
    with fixed_shapes():
        stepwise, found = _read(layer, x)
    assert packed.keys() == stepwise.keys()
    for name in packed:
        assert torch.allclose(packed[name], stepwise[name], atol=1e-6), name
    assert all(torch.allclose(a, b, atol=1e-6) for a, b in zip(expected, found, strict=True))


def _read(layer, x):
    """The gradients of every weight, and outputs and states."""
    layer.zero_grad()
    outputs, states = layer(x, LENGTHS)
    (outputs.square().sum() + sum(state.sin().sum() for state in states)).backward()
    return {name: weight.grad.clone() for name, weight in layer.named_parameters()}, (outputs, *states)
