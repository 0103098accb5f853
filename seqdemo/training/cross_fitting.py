"""Doubt for writers whom a reader does not know: in turns, some are held out of a short training, then read.

After Platt (1999, section 2.2): the numbers that say how far a model is to be trusted are fitted to what short-trained
models said of data that they had not seen, in folds, and are then the whole model's.
"""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from pathlib import Path

import torch
from torch import nn

from seqdemo.handwriting.glyphs import GlyphBank
from seqdemo.models.catalog import BY_NAME, Variant
from seqdemo.models.frontend import reading_of
from seqdemo.training import loop
from seqdemo.training.calibration import HeldOut
from seqdemo.training.data import Letters
from seqdemo.training.run import start

FOLDS = 2
SHORT = 0.3
"""Share of a recipe's steps that a reader of a fold is trained for."""


def held_out(variant: Variant, letters: Letters, seed: int, place: Path) -> HeldOut:
    """What readers of image and strokes say of all training writers' letters that were written on their own.

    Their states are kept at `place` while they are trained; raises loop.Interrupted.
    """
    alone = letters.alone
    assert alone is not None
    parts = [
        _opinions(_reader(variant, letters, fold, seed, place), alone.where(_held(alone, letters, fold)))
        for fold in range(FOLDS)
    ]
    return HeldOut(*(torch.cat(rows) for rows in zip(*parts, strict=True)))


def _held(bank: GlyphBank, letters: Letters, fold: int) -> torch.Tensor:
    """Where the letters of the fold's writers are: of all training writers in order, every FOLDS-th one."""
    assert bank.writers is not None
    assert letters.train.writers is not None
    return torch.searchsorted(letters.train.writers.unique(), bank.writers) % FOLDS == fold


def _reader(variant: Variant, letters: Letters, fold: int, seed: int, place: Path) -> nn.Module:
    """A reader that learned from the other folds' writers alone: first its reader of images, then the rest."""
    bank = letters.train.where(~_held(letters.train, letters, fold))
    assert variant.recipe.start is not None
    image = _trained(_short(_first(BY_NAME[variant.recipe.start])), None, letters, bank, seed, place)
    return _trained(_short(variant), image, letters, bank, seed, place)


def _first(variant: Variant) -> Variant:
    """The variant that begins with random weights, from which this one goes on."""
    earlier = variant.recipe.goes_on_from
    return variant if earlier is None else _first(BY_NAME[earlier])


def _short(variant: Variant) -> Variant:
    return replace(variant, recipe=replace(variant.recipe, steps=ceil(SHORT * variant.recipe.steps)))


def _trained(
    variant: Variant, image: nn.Module | None, letters: Letters, bank: GlyphBank, seed: int, place: Path
) -> nn.Module:
    run = start(variant, image, letters.source, seed, bank.images.device)
    loop.train(variant, run, letters, bank, seed, place, checks=1)
    place.unlink()
    return run.judged.eval()


@torch.no_grad()
def _opinions(reader: nn.Module, bank: GlyphBank) -> tuple[torch.Tensor, ...]:
    readings = [reading_of(reader, images, written) for images, written in bank.chunks()]
    image = torch.cat([reading.image for reading in readings if reading.image is not None])
    path = torch.cat([reading.path for reading in readings if reading.path is not None])
    assert bank.writers is not None
    return image, path, bank.labels, bank.writers
