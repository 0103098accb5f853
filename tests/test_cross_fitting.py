"""Doubt is fitted to what readers say of writers from whom they have not learned."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from seqdemo.handwriting.glyphs import GlyphBank
from seqdemo.models.catalog import BY_NAME
from seqdemo.training import cross_fitting
from seqdemo.training.data import Letters

EACH = 4
WRITERS = np.tile(np.arange(100, 100 + EACH), 26)


def bank(brightness, writers=WRITERS):
    """One letter of each kind by each writer; the images tell whose they are, and in which bank."""
    labels = np.repeat(np.arange(26), EACH)
    images = np.full((26 * EACH, 28, 28), brightness, np.uint8)
    images[:, 0, 0] = writers
    ways = np.random.default_rng(0).uniform(-1, 1, (len(images), 64, 3)).astype(np.float32)
    return GlyphBank.of(images, labels, torch.device("cpu"), trajectories=ways, writers=writers)


@pytest.fixture
def letters():
    val, test = bank(200, WRITERS + 50), bank(220, WRITERS + 100)
    return Letters("unipen", "", bank(100), val, test, test, val, bank(100))


@pytest.fixture
def small(monkeypatch):
    """Readers with few weights and few steps."""
    for name in ("reader", "reader-strokes"):
        variant = BY_NAME[name]
        config = replace(variant.config, width=4, features=7)
        monkeypatch.setitem(BY_NAME, name, replace(variant, config=config, recipe=replace(variant.recipe, steps=6)))
    return BY_NAME["reader-strokes"]


def test_each_letter_is_read_once_by_a_reader_that_learned_from_other_writers_alone(
    letters, small, monkeypatch, tmp_path
):
    learned, read = [], []

    def trained(variant, image, letters, learned_from, seed, place):
        learned.append(set(learned_from.writers.tolist()))
        return image

    def opinions(reader, held):
        read.append(set(held.writers.tolist()))
        return torch.zeros(len(held), 26), torch.zeros(len(held), 26), held.labels, held.writers

    monkeypatch.setattr(cross_fitting, "_trained", trained)
    monkeypatch.setattr(cross_fitting, "_opinions", opinions)
    told = cross_fitting.held_out(small, letters, 0, tmp_path / "state")
    assert len(learned) == 2 * len(read) == 2 * cross_fitting.FOLDS
    for (image, path), held in zip(zip(learned[::2], learned[1::2], strict=True), read, strict=True):
        assert image == path
        assert image
        assert image.isdisjoint(held)
    assert sorted(told.writers.tolist()) == sorted(WRITERS.tolist())
    assert sorted(told.labels.tolist()) == sorted(letters.alone.labels.tolist())


def test_neither_test_writers_nor_validation_writers_are_learned_from_or_read(letters, small, monkeypatch, tmp_path):
    seen, validated = [], []
    step, opinions, check = cross_fitting.loop.make_step, cross_fitting._opinions, cross_fitting.loop.validate

    def stepped(variant, run, bank, seed):
        seen.extend(bank.writers.tolist())
        return step(variant, run, bank, seed)

    def asked(reader, held):
        seen.extend(held.writers.tolist())
        return opinions(reader, held)

    def judged(variant, model, letters, learned):
        validated.append(letters.val)
        return check(variant, model, letters, learned)

    monkeypatch.setattr(cross_fitting.loop, "make_step", stepped)
    monkeypatch.setattr(cross_fitting.loop, "validate", judged)
    monkeypatch.setattr(cross_fitting, "_opinions", asked)
    told = cross_fitting.held_out(small, letters, 0, tmp_path / "state")
    assert set(seen) == set(told.writers.tolist()) == set(WRITERS.tolist())
    assert not (tmp_path / "state").exists()
    assert told.image.exp().sum(-1).allclose(torch.ones(len(WRITERS)))
    assert told.path.exp().sum(-1).allclose(torch.ones(len(WRITERS)))
