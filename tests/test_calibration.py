"""Doubt that can be believed."""

import numpy as np
import pytest
import torch

from seqdemo.handwriting.glyphs import GlyphBank
from seqdemo.models.pen_reader import PenReader
from seqdemo.models.vision import ReaderConfig
from seqdemo.training import calibration
from seqdemo.training.calibration import reliability


def said(confidence, best, count):
    """So many log-probabilities that name `best` with this confidence."""
    rows = torch.full((count, 26), (1 - confidence) / 25)
    rows[:, best] = confidence
    return rows.log()


def test_who_is_right_as_often_as_he_says_makes_no_error_and_who_boasts_does():
    vision = said(0.7, 3, 100)
    labels = torch.tensor([3] * 70 + [4] * 30)
    assert reliability(vision, labels)["ece"] == pytest.approx(0, abs=1e-5)
    assert reliability(vision, torch.tensor([3] * 20 + [4] * 80))["ece"] == pytest.approx(0.5, abs=1e-5)


def test_bins_hold_all_letters_by_confidence():
    vision = torch.cat([said(0.9, 0, 30), said(0.3, 1, 10)])
    told = reliability(vision, torch.tensor([0] * 27 + [5] * 3 + [1] * 5 + [2] * 5))
    assert [each["share"] for each in told["bins"]] == [0.25, 0.75]
    assert [each["right"] for each in told["bins"]] == [0.5, 0.9]
    assert told["ece"] == pytest.approx(0.25 * 0.2, abs=1e-5)


def test_fitted_doubt_makes_the_letters_likelier_and_silences_a_witness_who_knows_nothing(monkeypatch):
    chance = torch.Generator().manual_seed(0)
    labels = torch.arange(26).repeat_interleave(40)
    right = torch.where(torch.rand(1040, generator=chance) < 0.66, labels, (labels + 1) % 26)
    timid = torch.nn.functional.one_hot(right, 26).float().log_softmax(-1)
    noise = torch.randn(1040, 26, generator=chance).log_softmax(-1)
    monkeypatch.setattr(calibration, "_witnesses", lambda model, bank: (timid, noise))
    reader = PenReader(ReaderConfig(width=6, features=7, dropout=0.0))
    images = np.zeros((1040, 28, 28), np.uint8)
    calibration.calibrate(reader, GlyphBank.of(images, labels.numpy(), torch.device("cpu")))
    assert reader.trust[0].item() == pytest.approx(reader.trust_alone[0].item(), rel=0.1)
    assert reader.trust_alone[0] > 3
    assert reader.trust[1].abs() < 0.2
    fitted = (reader.trust_alone[0] * timid).log_softmax(-1)
    assert reliability(fitted, labels)["ece"] < 0.02 < reliability(timid, labels)["ece"]


def test_the_witnesses_are_asked_about_every_letter_of_the_bank():
    reader = PenReader(ReaderConfig(width=6, features=7, dropout=0.0)).eval()
    images = np.random.default_rng(0).integers(0, 256, (52, 28, 28), dtype=np.uint8)
    ways = np.random.default_rng(1).uniform(-1, 1, (52, 64, 3)).astype(np.float32)
    bank = GlyphBank.of(images, np.repeat(np.arange(26), 2), torch.device("cpu"), trajectories=ways)
    calibration.calibrate(reader, bank)
    assert not reader.trust.equal(torch.ones(2))
    assert reader.trust.isfinite().all()
