"""The last layer trained on a class's letters, held against plain gradient descent in numpy."""

from functools import cache

import numpy as np
import pytest
import torch

from seqdemo.checkpoints import shipped as folder
from seqdemo.explain.common import seen
from seqdemo.handwriting.pen import PenModel, Style
from seqdemo.letters import ALPHABET
from seqdemo.room import last_layer
from seqdemo.room.hands import Ink, left_out
from seqdemo.workshop.readings import reader_of

HANDS = 4


@cache
def reader():
    return reader_of(folder())


@cache
def small_class():
    """Four hands that the pen wrote, wildly enough for mistakes."""
    pen = PenModel.load(folder() / "pen")
    letters = [each for hand in range(HANDS) for each in pen.write(ALPHABET, hand, Style(1.5, slant=30.0, jitter=0.9))]
    ink = seen(letters)
    given = last_layer.features(reader(), ink.bright, ink.written)
    return Ink(given, torch.arange(26).repeat(HANDS), torch.arange(HANDS).repeat_interleave(26))


def slopes(layer, start, given, truth):
    """Loss and gradient, in numpy."""
    logits = given @ layer
    logits = logits - logits.max(axis=1, keepdims=True)
    chances = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    loss = -np.log((chances * truth).sum(axis=1)).sum() + last_layer.PENALTY / 2 * ((layer - start) ** 2).sum()
    return loss, given.T @ (chances - truth) + last_layer.PENALTY * (layer - start)


@cache
def descended(hands):
    """The layer for some hands by Nesterov's accelerated gradient descent, and its loss."""
    ink = small_class().of(list(hands))
    start, given, truth = last_layer.shipped(reader()).numpy(), ink.given.numpy(), np.eye(26)[ink.labels.numpy()]
    steepest = np.linalg.norm(given, 2) ** 2 / 2 + last_layer.PENALTY  # Boehning 1992
    ratio = np.sqrt(steepest / last_layer.PENALTY)
    layer = before = start
    for _ in range(int(40 * ratio)):
        ahead = layer + (ratio - 1) / (ratio + 1) * (layer - before)
        layer, before = ahead - slopes(ahead, start, given, truth)[1] / steepest, layer
    return layer, slopes(layer, start, given, truth)[0]


def test_the_layer_says_what_the_shipped_reader_says():
    ink = small_class()
    pen = PenModel.load(folder() / "pen")
    letters = seen(pen.write(ALPHABET, 0, Style(1.5, slant=30.0, jitter=0.9)))
    said = reader()(letters.bright, letters.written).vision
    own = torch.log_softmax(ink.given[:26] @ last_layer.shipped(reader()), dim=1)
    assert torch.allclose(own.float(), said, atol=1e-5)


def test_the_trained_layer_is_the_one_that_gradient_descent_finds():
    ink, (layer, loss) = small_class(), descended((0, 1, 2, 3))
    start = last_layer.shipped(reader())
    own = last_layer.fitted(ink.given, ink.labels, start)
    assert slopes(own.numpy(), start.numpy(), ink.given.numpy(), np.eye(26)[ink.labels])[0] == pytest.approx(
        loss, abs=1e-6
    )
    chances = [torch.softmax(ink.given @ each, dim=1) for each in (own, torch.from_numpy(layer))]
    assert torch.allclose(*chances, rtol=0, atol=1e-6)
    assert not torch.allclose(own, start, atol=1e-3)


def test_each_hand_is_read_by_a_layer_that_never_saw_it():
    ink = small_class()
    found = left_out(ink, last_layer.shipped(reader()))
    mistakes = np.zeros((26, 26), int)
    for hand in range(HANDS):
        own, others = ink.of([hand]), tuple(other for other in range(HANDS) if other != hand)
        read = (own.given.numpy() @ descended(others)[0]).argmax(axis=1)
        np.add.at(mistakes, (own.labels.numpy(), read), 1)
        assert found.after[hand] == np.mean(read == own.labels.numpy())
    assert found.mistakes[1] == mistakes.tolist()
    assert found.hands == (0, 1, 2, 3)
    assert found.letters == (26,) * HANDS


def test_the_curve_goes_from_the_shipped_layer_to_all_other_hands_and_is_the_same_each_time():
    ink, start = small_class(), last_layer.shipped(reader())
    found = left_out(ink, start)
    assert [size for size, _ in found.curve] == [0, 1, 2, 3]
    assert found.curve[0][1] == pytest.approx(np.mean(found.before))
    assert found.curve[-1][1] == pytest.approx(np.mean(found.after))
    assert found == left_out(ink, start)


def test_a_reader_with_the_trained_layer_says_what_the_layer_says():
    ink, start = small_class(), last_layer.shipped(reader())
    layer = last_layer.fitted(ink.given, ink.labels, start)
    letters = seen(PenModel.load(folder() / "pen").write(ALPHABET, 0, Style(1.5, slant=30.0, jitter=0.9)))
    said = last_layer.with_layer(reader(), layer)(letters.bright, letters.written).vision
    assert torch.allclose(torch.log_softmax(ink.given[:26] @ layer, dim=1).float(), said, atol=1e-5)
    assert torch.equal(last_layer.shipped(reader()), start)
