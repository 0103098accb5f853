"""The numbers of building blocks are those of the model, and of equations that are written out by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from shipped import resources

from seqdemo.explain import Options, explain
from seqdemo.explain.blocks import Asked, computed, offered
from seqdemo.letters import index_of
from seqdemo.models.cnn_gru import CnnGru
from seqdemo.models.row_rnn import RowRnn
from seqdemo.sequences.arithmetic import next_letter
from tests.tiers import exhaustive

SEEDS = {"next": 3, "swap": 5, "row": 2}


def asked(name, part):
    desk = resources()
    loaded = desk.models[name]
    letters = desk.sample(loaded.task, SEEDS[loaded.family], {}).letters

    def sample(count):
        task = "next-normal" if loaded.family == "next" else loaded.task
        return desk.sample(task, 1, {"length": count}).letters

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


@exhaustive
@pytest.mark.parametrize(("name", "part"), LAST_LAYERS)
def test_a_cell_has_the_states_that_the_answer_shows(name, part):
    query = asked(name, part)
    (shown,) = [each for each in explain(query.loaded, query.letters).parts if each.id == part]
    found = values(computed("cell", query), "hidden")
    backwards = part == "encoder" and query.loaded.model.reads_backwards
    own = shown.numbers.values[::-1] if backwards else shown.numbers.values
    np.testing.assert_allclose(own[:, : found.shape[1]], found, atol=1e-5)


def softmax(x):
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def affine(layer, x):
    return x @ layer.weight.detach().double().numpy().T + layer.bias.detach().double().numpy()


@pytest.fixture(scope="module")
def attended():
    return computed("attention", asked("transformer", "encoder"))


def test_attention_without_parameters_is_softmax_of_similarities_and_a_weighted_sum(attended):
    x = values(attended, "entered")
    similarity = np.array([[a @ b / np.sqrt(x.shape[1]) for b in x] for a in x])
    np.testing.assert_allclose(values(attended, "similarity"), similarity, atol=1e-5)
    np.testing.assert_allclose(values(attended, "plain"), softmax(similarity), atol=1e-5)
    np.testing.assert_allclose(values(attended, "mixed"), softmax(similarity) @ x, atol=1e-5)


@pytest.mark.parametrize("seed", range(5))
def test_without_parameters_no_weight_is_twice_an_equal_share_as_the_page_says(seed):
    query = asked("transformer", "encoder")
    letters = resources().sample("swap-normal", 100 + seed, {}).letters
    weights = values(computed("attention", replace(query, letters=letters)), "plain")
    assert weights.max() < 2 / len(letters)


def test_the_first_layer_s_heads_are_computed_as_in_the_equation(attended):
    layer = resources().models["transformer"].model.encoder[0]
    look, norm = layer.attentions[0], layer.norms[0]
    x = values(attended, "entered")
    normed = (x - x.mean(1, keepdims=True)) / np.sqrt(x.var(1, keepdims=True) + norm.eps)
    normed = normed * norm.weight.detach().numpy() + norm.bias.detach().numpy()
    query, key, value = (np.split(affine(part, normed), look.heads, 1) for part in (look.query, look.key, look.value))
    near, places = look.near.weight.detach().double().numpy(), np.arange(len(x))
    apart = np.clip(places - places[:, None], -look.reach, look.reach) + look.reach
    joined = []
    for head in range(look.heads):
        scores = query[head] @ key[head].T / np.sqrt(query[head].shape[1])
        weights = softmax(scores + near[apart, head])
        joined.append(weights @ value[head])
        np.testing.assert_allclose(values(attended, f"score-{head + 1}"), scores, atol=1e-5)
        np.testing.assert_allclose(values(attended, f"weight-{head + 1}"), weights, atol=1e-5)
        np.testing.assert_allclose(values(attended, f"encoder-1-{head + 1}"), weights, atol=1e-5)
        np.testing.assert_allclose(values(attended, f"gathered-{head + 1}"), joined[-1], atol=1e-5)
    added = affine(look.join, np.concatenate(joined, 1))
    np.testing.assert_allclose(values(attended, "added"), added, atol=1e-5)
    np.testing.assert_allclose(values(attended, "sum"), x + added, atol=1e-5)


def test_every_layer_and_head_is_there_and_the_decoder_never_looks_ahead(attended):
    config = resources().models["transformer"].model.config
    trace = explain(resources().models["transformer"], asked("transformer", "encoder").letters)
    for name in ("encoder", "decoder", "cross"):
        maps = [panel for panel in attended.panels if panel.group == name]
        assert len(maps) == config.layers * config.heads
        for panel in maps:
            np.testing.assert_allclose(panel.values.sum(axis=1), 1, atol=1e-5)
            assert name != "decoder" or not np.triu(panel.values, 1).any()
            if name == "cross":
                shown = trace.panel(panel.id.replace("cross", "attention"))
                np.testing.assert_allclose(panel.values, shown.values, atol=1e-5)


@pytest.mark.parametrize(("name", "part"), having("embedding"))
def test_an_embedding_is_the_product_of_one_hot_and_table_and_its_neighbours_have_the_largest_cosine(name, part):
    block = computed("embedding", asked(name, part))
    table = resources().models[name].model.embed.weight.detach().double().numpy()
    one_hot = values(block, "one_hot")
    assert (one_hot.sum(axis=1) == 1).all()
    np.testing.assert_allclose(values(block, "row"), one_hot @ table, atol=1e-5)
    for row, near in zip(values(block, "row"), values(block, "near"), strict=True):
        cosines = [row @ other / np.linalg.norm(row) / np.linalg.norm(other) for other in table]
        np.testing.assert_allclose(near, cosines, atol=1e-5)


@exhaustive
@pytest.mark.parametrize(("name", "part"), having("padding"))
def test_packed_is_alone_and_a_pass_over_padding_is_not(name, part):
    query = asked(name, part)
    block = computed("padding", query)
    lengths = block.panel("lengths").values[:, 0]
    assert len(lengths) == len(set(lengths)) == 3
    together = [sum(lengths > step) for step in range(int(lengths.max()))]
    np.testing.assert_array_equal(block.panel("together").values[:, 0], together)
    np.testing.assert_allclose(values(block, "packed"), values(block, "alone"), atol=1e-5)
    np.testing.assert_allclose(values(block, "plain")[0], values(block, "alone")[0], atol=1e-5)
    assert np.abs(values(block, "plain")[1:] - values(block, "alone")[1:]).max(axis=1).min() > 0.01
    if name in ("seq2seq-forward", "seq2seq-gru", "seq2seq"):
        own = computed("handed", asked(name, "encoder"))
        row = list(lengths).index(len(query.letters))
        np.testing.assert_allclose(values(block, "alone")[row], values(own, "ended_hidden")[0], atol=1e-5)


def test_the_gradient_is_the_product_of_the_steps_jacobians():
    query = asked("row-rnn-47", "rows")
    left, model = values(computed("gradient", query), "left")[:, 0], query.loaded.model
    states = values(computed("cell", query), "hidden")
    back = model.layers[-1].weight_hh_l0.detach().double().numpy()
    scores = affine(model.name, states[-1])
    others = softmax(np.where(np.arange(len(scores)) == scores.argmax(), -np.inf, scores))
    weights = model.name.weight.detach().double().numpy()
    slope = weights[scores.argmax()] - others @ weights
    lengths = [np.linalg.norm(slope)]
    for state in states[:0:-1]:
        slope = (slope * (1 - state**2)) @ back
        lengths.insert(0, np.linalg.norm(slope))
    np.testing.assert_allclose(left, np.array(lengths) / lengths[-1], rtol=1e-3, atol=1e-5)


@pytest.mark.parametrize("name", [name for name, part in having("handed") if part == "encoder"])
def test_what_is_handed_over_is_what_the_decoder_starts_from(name):
    query = asked(name, "encoder")
    block, config = computed("handed", query), query.loaded.model.config
    ended, given = values(block, "ended_hidden"), values(block, "handed_hidden")
    if config.bridge:
        np.testing.assert_allclose(given, np.tanh(affine(query.loaded.model.bridge[0], ended)), atol=1e-5)
    else:
        np.testing.assert_array_equal(given, ended)
    first = values(computed("cell", asked(name, "decoder")), "hidden_before")[0]
    np.testing.assert_allclose(given[0, : len(first)], first, atol=1e-5)
    outputs, half = values(block, "outputs"), config.hidden
    np.testing.assert_allclose(ended[0, :half], outputs[-1, :half], atol=1e-5)
    np.testing.assert_allclose(ended[0, half:], outputs[0, half:], atol=1e-5)


def test_every_wrong_sample_is_wrong_and_misreads_or_misreasons_letters_that_follow_a_rule():
    block = computed("wrong", asked("cnn-gru-report-normal", "gru2"))
    names, counts = block.panel("lengths").rows, block.panel("lengths").values[:, 0].astype(int)
    assert sum(counts) == len(block.letters)
    first = 0
    for (answer, target), count in zip(names, counts, strict=True):
        meant = [index_of(letter.meant) for letter in block.letters[first : first + count]]
        assert answer != target
        assert next_letter(meant) == index_of(target)
        first += count
    assert (block.panel("confusion").values.sum(axis=1) > 0).all()
