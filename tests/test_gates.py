"""Gates and states that are shown are those of the fused layers, and of the equations written out by hand."""

import numpy as np
import pytest
import torch

from seqdemo.models import recurrent
from seqdemo.models.gates import inside
from tests.row_readers import CELLS, IN_STEPS, lively, on_dark

FUSED = [variant for variant in IN_STEPS if variant.config.cell in recurrent.CELLS]
JORDAN = [variant for variant in IN_STEPS if variant.config.cell == "jordan"]


@pytest.fixture(params=FUSED, ids=lambda variant: variant.name)
def model(request):
    return lively(request.param).double()


@pytest.fixture
def output(model):
    return model(on_dark(3).double())


def found(model, output):
    return {name: values.detach().numpy() for name, values in inside(model, output).items()}


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def lstm(w, u, a, b, x, h, c):
    """Hochreiter and Schmidhuber 1997, Gers et al. 2000; PyTorch stacks the weights of i, f, g, o."""
    wi, wf, wg, wo = np.split(w, 4)
    ui, uf, ug, uo = np.split(u, 4)
    bi, bf, bg, bo = np.split(a + b, 4)
    i, f = sigmoid(wi @ x + ui @ h + bi), sigmoid(wf @ x + uf @ h + bf)
    o = sigmoid(wo @ x + uo @ h + bo)
    cell = f * c + i * np.tanh(wg @ x + ug @ h + bg)
    return {"input": i, "forget": f, "output": o, "cell": cell, "hidden": o * np.tanh(cell)}


def gru(w, u, a, b, x, h, _):
    """Cho et al. 2014, with the reset gate on what comes back, as in cuDNN; PyTorch stacks the weights of r, z, n."""
    wr, wz, wn = np.split(w, 3)
    ur, uz, un = np.split(u, 3)
    ar, az, an = np.split(a, 3)
    br, bz, bn = np.split(b, 3)
    r, z = sigmoid(wr @ x + ar + ur @ h + br), sigmoid(wz @ x + az + uz @ h + bz)
    new = np.tanh(wn @ x + an + r * (un @ h + bn))
    return {"reset": r, "update": z, "hidden": (1 - z) * new + z * h}


def rnn(w, u, a, b, x, h, _):
    """Elman 1990."""
    return {"hidden": np.tanh(w @ x + a + u @ h + b)}


BY_HAND = {"lstm": lstm, "gru": gru, "rnn": rnn}


def by_hand(layer, cell, given):
    """One layer over one image, step by step: every quantity by name, shape (step, unit)."""
    weights = [
        getattr(layer, f"{name}_l0").detach().numpy() for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
    ]
    last = {"hidden": np.zeros(layer.hidden_size), "cell": np.zeros(layer.hidden_size)}
    steps = []
    for x in given:
        last = {"cell": None, **BY_HAND[cell](*weights, x, last["hidden"], last["cell"])}
        steps.append(last)
    return {name: np.stack([step[name] for step in steps]) for name in CELLS[cell]}


def test_a_loop_written_by_hand_finds_the_same_gates_and_states(model, output):
    given = output.given[0].detach().numpy()
    for layer, states in zip(model.layers, output.states, strict=True):
        walked = by_hand(layer, model.config.cell, given)
        given = walked["hidden"]
        np.testing.assert_allclose(states[0].detach().numpy(), given, atol=1e-9)
    shown = found(model, output)
    assert list(shown) == CELLS[model.config.cell]
    for name, values in walked.items():
        np.testing.assert_allclose(shown[name], values, atol=1e-9, err_msg=name)


def test_the_state_of_the_fused_layer_follows_from_what_is_shown(model, output):
    shown = found(model, output)
    hidden = shown["hidden"]
    np.testing.assert_array_equal(hidden, output.states[-1][0].detach().numpy())
    if model.config.cell == "lstm":
        np.testing.assert_allclose(shown["output"] * np.tanh(shown["cell"]), hidden, atol=1e-9)
    if model.config.cell == "gru":
        before = np.vstack([np.zeros_like(hidden[:1]), hidden[:-1]])
        proposed = (hidden - shown["update"] * before) / (1 - shown["update"])
        back = before @ model.layers[-1].weight_hh_l0.detach().numpy()[-5:].T
        back = back + model.layers[-1].bias_hh_l0.detach().numpy()[-5:]
        into = output.states[-2][0].detach().numpy() @ model.layers[-1].weight_ih_l0.detach().numpy()[-5:].T
        into = into + model.layers[-1].bias_ih_l0.detach().numpy()[-5:]
        np.testing.assert_allclose(proposed, np.tanh(into + shown["reset"] * back), atol=1e-7)


def test_gates_are_between_closed_and_open_and_the_shapes_are_those_of_the_steps(model, output):
    steps = output.beliefs.shape[1]
    for name, values in found(model, output).items():
        assert values.shape == (steps, 5)
        if name in ("input", "forget", "output", "reset", "update"):
            assert values.min() > 0
            assert values.max() < 1
            assert values.std() > 0.01


def test_what_is_shown_is_the_first_image_s_and_the_model_s_own_precision_will_do(model, output):
    alone = model(on_dark(3)[:1].double())
    for name, values in found(model, alone).items():
        np.testing.assert_allclose(values, found(model, output)[name], atol=1e-9)
    model.float()
    with torch.inference_mode():
        usual = inside(model, model(on_dark(3)))
    for name, values in usual.items():
        np.testing.assert_allclose(values.numpy(), found(model.double(), output)[name], atol=1e-3)


@pytest.mark.parametrize("variant", JORDAN, ids=lambda variant: variant.name)
def test_a_jordan_network_hands_on_its_answer_and_nothing_else(variant):
    """h_t = tanh(W x_t + b + U y_{t-1}), y_t = softmax(V h_t + c) (Jordan 1986), step by step."""
    model = lively(variant).double()
    output = model(on_dark(3).double())
    (w, b), u = (each.detach().numpy() for each in model.layers[0].hidden.parameters()), model.layers[0].back.weight
    v, c = (each.detach().numpy() for each in model.name.parameters())
    answer, steps = np.zeros(len(c)), []
    for x in output.given[0].detach().numpy():
        steps.append(np.tanh(w @ x + b + u.detach().numpy() @ answer))
        scores = np.exp(v @ steps[-1] + c)
        answer = scores / scores.sum()
    np.testing.assert_allclose(inside(model, output)["hidden"].detach().numpy(), steps, atol=1e-9)
    np.testing.assert_allclose(output.answer[0].exp().detach().numpy(), answer, atol=1e-6)
