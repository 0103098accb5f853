"""The numbers of building blocks are those of the model, and of equations that are written out by hand."""

from __future__ import annotations

import numpy as np
import pytest
from shipped import resources

from seqdemo.explain import Options, explain
from seqdemo.explain.blocks import Asked, computed, offered
from seqdemo.models.cnn_gru import CnnGru
from seqdemo.models.row_rnn import RowRnn

SEEDS = {"next": 3, "swap": 5, "row": 2}


def asked(name, part):
    desk = resources()
    loaded = desk.models[name]
    letters = desk.sample(loaded.task, SEEDS[loaded.family], {}).letters

    def sample(count):
        return desk.sample(loaded.task, 1, {"length": count}).letters

    return Asked(loaded, letters, Options(), part, sample, desk.models)


def having(block):
    """Every model and part that offers a block."""
    models = resources().models.items()
    return [(name, part) for name, loaded in models for part in loaded.kind.parts if block in offered(loaded, part)]


def values(block, id):
    return block.panel(id).values.astype(float)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


CELLS = having("cell")
DEEP = ("seq2seq-deep", "decoder")
LAST_LAYERS = [pair for pair in CELLS if "report-" not in pair[0] and pair != DEEP]
"""Cells whose layer is the last one, whose states the answer shows."""


def by_hand(kind, weights, x, h, c):
    """The next h and c, and the gates (Elman 1990; Cho et al. 2014; Hochreiter and Schmidhuber 1997)."""
    w, u, a, b = (each.detach().double().numpy() for each in weights)
    into, back = w @ x + a, u @ h + b
    if kind == "rnn":
        return np.tanh(into + back), c, {"from_input": into, "from_state": back}
    if kind == "gru":
        (r, z, n), (r_, z_, n_) = np.split(into, 3), np.split(back, 3)
        reset, update = sigmoid(r + r_), sigmoid(z + z_)
        candidate = np.tanh(n + reset * n_)
        return (1 - update) * candidate + update * h, c, {"reset": reset, "update": update, "candidate": candidate}
    i, f, g, o = np.split(into + back, 4)
    c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
    gates = {"input": sigmoid(i), "forget": sigmoid(f), "candidate": np.tanh(g), "output": sigmoid(o), "cell": c}
    return sigmoid(o) * np.tanh(c), c, gates


def layer_of(model, part):
    if isinstance(model, RowRnn):
        return model.layers[-1]
    if isinstance(model, CnnGru):
        return (model.gru1 if part == "gru1" else model.gru2).gru
    return model.encoder.layers if part == "encoder" else model.decoder


@pytest.mark.parametrize(("name", "part"), CELLS)
def test_a_cell_shows_what_its_equations_give(name, part):
    block = computed("cell", asked(name, part))
    layer = layer_of(resources().models[name].model, part)
    h = values(block, "hidden_before")[0]
    c = values(block, "cell_before")[0] if block.kind == "lstm" else h
    for step, x in enumerate(values(block, "input_vector")):
        np.testing.assert_allclose(values(block, "hidden_before")[step], h, atol=1e-5)
        h, c, gates = by_hand(block.kind, layer.all_weights[0], x, h, c)
        for shown, expected in {"hidden": h, **gates}.items():
            np.testing.assert_allclose(values(block, shown)[step], expected, atol=1e-5, err_msg=shown)


@pytest.mark.parametrize(("name", "part"), LAST_LAYERS)
def test_a_cell_has_the_states_that_the_answer_shows(name, part):
    query = asked(name, part)
    (shown,) = [each for each in explain(query.loaded, query.letters).parts if each.id == part]
    found = values(computed("cell", query), "hidden")
    backwards = part == "encoder" and query.loaded.model.reads_backwards
    own = shown.numbers.values[::-1] if backwards else shown.numbers.values
    np.testing.assert_allclose(own[:, : found.shape[1]], found, atol=1e-5)
