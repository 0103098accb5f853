"""An image reader that is taken over as it is looks at every letter once; training then needs only what it saw."""

from __future__ import annotations

import torch
from torch import nn
from tqdm import tqdm

from seqdemo.handwriting.glyphs import GlyphBank
from seqdemo.sequences.augmentation import Augmentation
from seqdemo.training.loop import quick

VIEWS = 3
"""How often each letter is looked at, bent in another way each time."""
_CHUNK = 1000


@torch.no_grad()
def looked_at(reader: nn.Module, bank: GlyphBank, augment: Augmentation, seed: int) -> GlyphBank:
    """A bank of the reader's features and log-probabilities side by side, in half precision, VIEWS for each letter."""
    rows = []
    for at in tqdm(range(0, len(bank), _CHUNK), "Looking at letters", unit="k", leave=False):
        images = (bank.images[at : at + _CHUNK].float() / 255).repeat_interleave(VIEWS, dim=0)
        chance = torch.Generator(images.device).manual_seed(seed * 1_000_003 + at)
        with quick(images.device):
            reading = reader(augment(images, chance))
        rows.append(torch.cat([reading.features.float(), reading.vision], dim=1).half())
    labels = bank.labels.repeat_interleave(VIEWS)
    return GlyphBank(torch.cat(rows), labels, bank.offsets * VIEWS)
