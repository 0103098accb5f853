"""A frozen reader reads every training letter once; training then needs only its precomputed features."""

from __future__ import annotations

from math import ceil

import torch
from torch import nn
from tqdm import tqdm

from seqdemo.handwriting.glyphs import GlyphBank
from seqdemo.models.frontend import reading_of
from seqdemo.sequences.augmentation import Augmentation
from seqdemo.training.precision import quick

VIEWS = 3
"""How often each letter is read, distorted in another way each time."""
_CHUNK = 1000


@torch.no_grad()
def precomputed(reader: nn.Module, bank: GlyphBank, augment: Augmentation, seed: int) -> GlyphBank:
    """The reader's features and log-probabilities of a bank's letters side by side, VIEWS for each letter."""
    rows = []
    chunks = tqdm(bank.chunks(_CHUNK), "Reading letters", ceil(len(bank) / _CHUNK), unit="k", leave=False)
    for number, (images, written) in enumerate(chunks):
        chance = torch.Generator(images.device).manual_seed(seed * 1_000_003 + number * _CHUNK)
        distorted = augment(images.repeat_interleave(VIEWS, dim=0), chance)
        paths = None if written is None else augment.distorted(written.repeat_interleave(VIEWS, dim=0), chance)
        with quick(images.device):
            reading = reading_of(reader, distorted, paths)
        assert reading.vision is not None
        rows.append(torch.cat([reading.features.float(), reading.vision], dim=1).half())
    labels = bank.labels.repeat_interleave(VIEWS)
    return GlyphBank(torch.cat(rows), labels, bank.offsets * VIEWS)


@torch.no_grad()
def plainly(reader: nn.Module, bank: GlyphBank) -> GlyphBank:
    """The reader's log-probabilities of each letter of a bank as it is, in full precision."""
    readings = [reading_of(reader, images, written).vision for images, written in bank.chunks(_CHUNK)]
    return GlyphBank(torch.cat([vision for vision in readings if vision is not None]), bank.labels, bank.offsets)
