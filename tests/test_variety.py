"""Training letters with other pens and axes, and forms that UNIPEN's writers hardly use."""

from pathlib import Path

import numpy as np
import pytest
import torch

from seqdemo.checkpoints import load
from seqdemo.handwriting.forms import FORMS
from seqdemo.handwriting.pen import PenModel
from seqdemo.handwriting.raster import image_of
from seqdemo.handwriting.strokes import Strokes
from seqdemo.letters import ALPHABET, MERGED
from seqdemo.training.variety import OF_EACH_FORM, Sample, formed, varied

CHECKPOINTS = Path(__file__).parents[1] / "checkpoints"
X = [form for form in FORMS if form.character == "x"]


def side(strokes):
    low, high = strokes.bounds()
    return high - low


def test_each_form_is_one_or_two_strokes_within_its_box_and_never_twice_the_same():
    for form in FORMS:
        first, second = (form.written(np.random.default_rng(seed)) for seed in (0, 1))
        assert len(first.strokes) in (1, 2)
        assert side(first).min() > 0.5
        assert side(first).max() < 1.4
        assert not np.allclose(first.strokes[0], second.strokes[0])
        assert np.array_equal(first.strokes[0], form.written(np.random.default_rng(0)).strokes[0])


def test_a_curved_x_turns_little_by_little_and_a_four_has_corners():
    def sharpest(form):
        turns = []
        for stroke in form.written(np.random.default_rng(0)).strokes:
            moves = np.diff(stroke, axis=0)
            angles = np.unwrap(np.arctan2(*moves.T))
            turns += list(abs(np.diff(angles)))
        return max(turns)

    assert max(map(sharpest, X)) < 1 < min(sharpest(form) for form in FORMS if form.character == "4")


def test_only_the_characters_of_the_task_are_formed():
    def made(characters):
        return {sample.label for sample in formed(characters)}

    assert made(ALPHABET + ALPHABET.lower()) == {"x"}
    assert made(MERGED + "x") == {"x", "4", "7"}
    assert len(formed("7")) == OF_EACH_FORM


def test_varied_letters_keep_their_label_and_differ_in_pen_and_shape():
    hand = PenModel.load(CHECKPOINTS / "pen")
    samples = [Sample(letter.strokes, str(letter.label), "anna") for letter in hand.write("ILOX" * 20, 0)]
    changed = varied(samples)
    assert [sample.label for sample in changed] == [sample.label for sample in samples]
    assert len({sample.pen for sample in changed}) == len(samples)
    assert min(sample.pen for sample in changed) < 0.6
    assert max(sample.pen for sample in changed) > 1.5
    ratios = np.array([side(b.strokes) / side(a.strokes) for a, b in zip(samples, changed, strict=True)])
    assert (ratios == 1).all(axis=1).sum() > 10
    assert (ratios < 0.95).any(axis=1).sum() > 10
    assert (ratios > 1.05).any(axis=1).sum() > 10
    assert ratios.min() >= 0.5


def test_a_stretched_letter_never_becomes_longer_than_it_was_high():
    stick = Sample(Strokes((np.array([[0.5, 0.0], [0.5, 0.5], [0.5, 1.0]]),)), "I", "anna")
    dot = Sample(Strokes((np.array([[0.5, 0.5]]),)), "I", "anna")
    for sample in varied([stick, dot] * 50):
        assert side(sample.strokes).max() <= 1


@pytest.mark.parametrize("form", X, ids=range(len(X)))
def test_the_robust_reader_names_a_curved_x(form):
    inks = [form.written(np.random.default_rng(1000 + seed)) for seed in range(20)]
    images = np.stack([image_of(ink) for ink in inks])
    with torch.no_grad():
        read = load(CHECKPOINTS / "reader-robust").model(torch.from_numpy(images).float() / 255).vision.argmax(-1)
    assert (read == ALPHABET.index("X")).sum() >= 16
