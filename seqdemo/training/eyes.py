"""An image reader that is taken over as it is looks at every letter once; training then needs only what it saw."""

from __future__ import annotations

import torch
from torch import nn
from tqdm import tqdm

from seqdemo.handwriting.glyphs import GlyphBank
from seqdemo.sequences.augmentation import Augmentation
from seqdemo.training.data import Letters
from seqdemo.training.precision import quick

VIEWS = 3
"""How often each letter is looked at, bent in another way each time."""
_CHUNK = 1000


@torch.no_grad()
def looked_at(reader: nn.Module, letters: Letters, augment: Augmentation, seed: int) -> GlyphBank:
    """The reader's features and log-probabilities of the training letters side by side, VIEWS for each letter."""
    bank, rows = letters.train, []
    for at in tqdm(range(0, len(bank), _CHUNK), "Looking at letters", unit="k", leave=False):
        images = (bank.images[at : at + _CHUNK].float() / 255).repeat_interleave(VIEWS, dim=0)
        chance = torch.Generator(images.device).manual_seed(seed * 1_000_003 + at)
        with quick(images.device):
            reading = reader(augment(images, chance))
        rows.append(torch.cat([reading.features.float(), reading.vision], dim=1).half())
    labels = bank.labels.repeat_interleave(VIEWS)
    return GlyphBank(torch.cat(rows), labels, bank.offsets * VIEWS)


@torch.no_grad()
def plainly(reader: nn.Module, bank: GlyphBank) -> GlyphBank:
    """The reader's log-probabilities of each letter of a bank as it is, in full precision."""
    chunks = torch.split(bank.images, _CHUNK)
    return GlyphBank(torch.cat([reader(images.float() / 255).vision for images in chunks]), bank.labels, bank.offsets)
