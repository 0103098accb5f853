"""Doubt that can be believed."""

import numpy as np
import pytest
import torch

from seqdemo.handwriting.glyphs import GlyphBank
from seqdemo.models.catalog import BY_NAME
from seqdemo.models.pen_reader import PenReader
from seqdemo.models.vision import ReaderConfig
from seqdemo.training import calibration, metrics
from seqdemo.training.calibration import HeldOut, calibrated_loss, reliability
from seqdemo.training.data import Letters


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


def held_out(image, path, labels, writers=None):
    return HeldOut(image, path, labels, torch.zeros_like(labels) if writers is None else writers)


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
    calibration.calibrate(reader, held_out(timid, noise, LABELS))
    assert reader.trust[0].item() == pytest.approx(reader.trust_alone[0].item(), rel=0.1)
    assert reader.trust[1].abs() < 0.2
    fitted = (reader.trust_alone[0] * timid).log_softmax(-1)
    assert reliability(fitted, LABELS)["ece"] < 0.02 < reliability(timid, LABELS)["ece"]


@pytest.mark.parametrize("temperature", [0.4, 1.0, 2.5])
def test_a_temperature_that_is_known_is_found(reader, temperature):
    image = (readings(LABELS, 0.8, seed=1) * temperature).log_softmax(-1)
    calibration.calibrate(reader, held_out(image, torch.zeros_like(image), LABELS))
    assert reader.trust_alone.item() == pytest.approx(1 / temperature, rel=0.1)
    assert reader.trust[0].item() == pytest.approx(1 / temperature, rel=0.1)


def test_each_writer_counts_as_much_however_much_he_wrote(reader):
    boast = (2 * readings(LABELS, 0.8, seed=2)).log_softmax(-1)
    labels = torch.cat([LABELS, boast[:26].argmax(-1)])  # of the second writer every letter is read right
    images, writers = torch.cat([boast, boast[:26]]), torch.cat([torch.zeros(2600), torch.ones(26)]).long()
    calibration.calibrate(reader, held_out(images, torch.zeros_like(images), labels, writers))
    with_writers = reader.trust_alone.item()
    calibration.calibrate(reader, held_out(images, torch.zeros_like(images), labels))
    assert with_writers > 1.1 * reader.trust_alone.item()


PLAIN, WORSE = readings(LABELS, 0.8, seed=6), readings(LABELS, 0.75, seed=6)
BOAST = (2 * PLAIN).log_softmax(-1)


def test_the_loss_of_a_reader_is_that_at_its_best_temperature():
    assert calibrated_loss(BOAST, LABELS) == pytest.approx(calibrated_loss(PLAIN, LABELS), rel=1e-3)
    with torch.inference_mode():
        timid = (0.3 * PLAIN).log_softmax(-1)
    assert calibrated_loss(timid, LABELS) == pytest.approx(calibrated_loss(PLAIN, LABELS), rel=1e-3)


def test_a_reader_that_is_too_sure_until_it_is_calibrated_is_kept_if_it_reads_better(monkeypatch):
    bank = GlyphBank.of(np.zeros((len(LABELS), 28, 28), np.uint8), LABELS.numpy(), torch.device("cpu"))
    letters = Letters("pen", "", bank, bank, bank, bank, bank)

    def score(said):
        monkeypatch.setattr(metrics, "named", lambda model, bank: said)
        return metrics.validate(BY_NAME["reader-strokes"], BY_NAME["reader-strokes"].build(), letters)["score"]

    assert torch.nn.functional.nll_loss(BOAST, LABELS) > torch.nn.functional.nll_loss(WORSE, LABELS)
    assert score(BOAST) > score(WORSE)


def test_the_interval_of_a_bin_is_as_wide_as_its_writers_differ():
    vision, writers = said(0.7, 3, 400), torch.arange(400) % 20
    alike = torch.where(torch.arange(400) < 280, 3, 4)
    apart = torch.where(writers < 14, 3, 4)  # 70% again, but each writer is always read right or always wrong
    [one], [other] = (reliability(vision, labels, writers)["bins"] for labels in (alike, apart))
    assert one["right"] == other["right"] == 0.7
    assert one["least"] == one["most"] == 0.7
    assert 0.45 < other["least"] < 0.55 < 0.85 < other["most"] < 0.95


def test_letters_of_one_writer_say_nothing_of_others_and_unknown_writers_nothing_at_all():
    vision = torch.cat([said(0.9, 0, 30), said(0.3, 1, 10)])
    labels, writers = torch.tensor([0] * 40), torch.tensor([1, 2, 3] * 10 + [7] * 10)
    assert "least" not in reliability(vision, labels)["bins"][0]
    assert [(each["least"], each["most"]) for each in reliability(vision, labels, writers)["bins"]] == [(0, 1), (1, 1)]
