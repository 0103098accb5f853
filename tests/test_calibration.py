"""Doubt that can be believed."""

import pytest
import torch

from seqdemo.models.pen_reader import PenReader
from seqdemo.models.vision import ReaderConfig
from seqdemo.training import calibration
from seqdemo.training.calibration import HeldOut, least_surprise, reliability


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
    assert [each["letters"] for each in told["bins"]] == [10, 30]
    assert told["ece"] == pytest.approx(0.25 * 0.2, abs=1e-5)


def readings(labels, right, seed):
    """Log-probabilities that are right so often, and as sure as that."""
    chance = torch.Generator().manual_seed(seed)
    named = torch.where(torch.rand(len(labels), generator=chance) < right, labels, (labels + 1) % 26)
    rest = (1 - right) / 25
    return (torch.nn.functional.one_hot(named, 26) * (right - rest) + rest).log()


@pytest.fixture
def reader():
    return PenReader(ReaderConfig(width=6, features=7, dropout=0.0)).eval()


LABELS = torch.arange(26).repeat_interleave(100)


def test_fitted_doubt_makes_the_letters_likelier_and_silences_a_witness_who_knows_nothing(reader):
    timid = (0.3 * readings(LABELS, 0.66, seed=0)).log_softmax(-1)
    noise = torch.randn(len(LABELS), 26, generator=torch.Generator().manual_seed(0)).log_softmax(-1)
    calibration.calibrate(reader, HeldOut(timid, noise, LABELS))
    assert reader.trust[0].item() == pytest.approx(reader.trust_alone[0].item(), rel=0.1)
    assert reader.trust[1].abs() < 0.2
    fitted = (reader.trust_alone[0] * timid).log_softmax(-1)
    assert reliability(fitted, LABELS)["ece"] < 0.02 < reliability(timid, LABELS)["ece"]


@pytest.mark.parametrize("temperature", [0.4, 1.0, 2.5])
def test_a_temperature_that_is_known_is_found(reader, temperature):
    image = (readings(LABELS, 0.8, seed=1) * temperature).log_softmax(-1)
    calibration.calibrate(reader, HeldOut(image, torch.zeros_like(image), LABELS))
    assert reader.trust_alone.item() == pytest.approx(1 / temperature, rel=0.1)
    assert reader.trust[0].item() == pytest.approx(1 / temperature, rel=0.1)


def test_a_reader_is_judged_as_if_it_were_calibrated():
    plain, worse = readings(LABELS, 0.8, seed=6), readings(LABELS, 0.75, seed=6)
    boast = (2 * plain).log_softmax(-1)
    assert least_surprise(boast, LABELS) == pytest.approx(least_surprise(plain, LABELS), rel=0.01)
    assert least_surprise(boast, LABELS) < least_surprise(worse, LABELS)
    assert torch.nn.functional.nll_loss(boast, LABELS) > torch.nn.functional.nll_loss(worse, LABELS)


def test_the_interval_of_a_bin_is_as_wide_as_its_writers_differ():
    vision, writers = said(0.7, 3, 400), torch.arange(400) % 20
    alike = torch.where(torch.arange(400) < 280, 3, 4)
    apart = torch.where(writers < 14, 3, 4)  # 70% again, but each writer is always read right or always wrong
    [one], [other] = (reliability(vision, labels, writers)["bins"] for labels in (alike, apart))
    assert one["right"] == other["right"] == 0.7
    assert one["least"] == one["most"] == 0.7
    assert 0.45 < other["least"] < 0.55 < 0.85 < other["most"] < 0.95


def test_bins_without_writers_have_no_interval_and_a_bin_of_one_writer_has_one():
    vision = torch.cat([said(0.9, 0, 30), said(0.3, 1, 10)])
    labels, writers = torch.tensor([0] * 40), torch.tensor([1, 2, 3] * 10 + [7] * 10)
    assert "least" not in reliability(vision, labels)["bins"][0]
    assert [(each["least"], each["most"]) for each in reliability(vision, labels, writers)["bins"]] == [(0, 0), (1, 1)]
