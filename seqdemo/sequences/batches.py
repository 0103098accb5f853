"""Labels and glyphs become batches on the device; augmentation happens there too."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from math import ceil
from typing import Any

import numpy as np
import torch
from jaxtyping import Bool, Float, Int
from numpy.typing import NDArray
from torch import Tensor

from seqdemo.handwriting.glyphs import GlyphBank
from seqdemo.sequences.arithmetic import ArithmeticSamples, ArithmeticTask
from seqdemo.sequences.augmentation import UNCHANGED, Augmentation
from seqdemo.sequences.words import Split, WordTask


@dataclass(frozen=True, eq=False)
class Batch:
    """Sequences of letter images, padded at the end."""

    images: Float[Tensor, "batch letter 28 28"] | Float[Tensor, "batch letter feature"]
    """0 black to 1 white; or what a reader has made of the images already."""
    lengths: Int[Tensor, "batch"]
    letters: Int[Tensor, "batch letter"]
    """Class index of each image; 0 on padding."""
    following: Int[Tensor, "batch letter"]
    """Class index of the letter after each image; the one at `lengths - 1` is the answer; 0 on padding."""
    trajectories: Float[Tensor, "batch letter 64 3"] | None = None
    """The way of the pen through each letter, where the bank knows it; anything on padding."""

    @property
    def real(self) -> Bool[Tensor, "batch letter"]:
        """True where there is a letter, False on padding."""
        return real(self.lengths, self.letters.shape[1])

    @property
    def answers(self) -> Int[Tensor, "batch"]:
        return self.following.gather(1, self.lengths[:, None] - 1)[:, 0]


def real(lengths: Int[Tensor, "batch"], longest: int) -> Bool[Tensor, "batch letter"]:
    """True where there is a letter, False on padding."""
    return torch.arange(longest, device=lengths.device) < lengths[:, None]


def next_letter_batch(
    task: ArithmeticTask,
    bank: GlyphBank,
    split: str,
    seed: int,
    indices: NDArray[np.int64],
    augment: Augmentation = UNCHANGED,
) -> Batch:
    """The samples of these numbers as one batch on the bank's device, padded to the task's longest.

    The letters depend on (task, split, seed, index) alone, the augmentation, of the images, on the whole batch's
    numbers.
    """
    samples, batch = _drawn(task, bank, split, seed, indices)
    chance = torch.Generator(batch.images.device).manual_seed(seed * 1_000_003 + int(indices[0]))
    images = augment(batch.images.flatten(0, 1) / 255, chance).view_as(batch.images)
    inverted = _placed(samples.inverted, images.device)[..., None, None]
    return replace(batch, images=torch.where(inverted, 1 - images, images) * batch.real[..., None, None])


def features_batch(task: ArithmeticTask, bank: GlyphBank, split: str, seed: int, indices: NDArray[np.int64]) -> Batch:
    """The same sequences from a bank that holds features instead of images; paper and augmentation are the bank's."""
    batch = _drawn(task, bank, split, seed, indices)[1]
    return replace(batch, images=batch.images * batch.real[..., None])


def _drawn(
    task: ArithmeticTask, bank: GlyphBank, split: str, seed: int, indices: NDArray[np.int64]
) -> tuple[ArithmeticSamples, Batch]:
    """The samples of these numbers, and a batch of them with the bank's rows as they are, padding not yet emptied."""
    device = bank.images.device
    samples = task.draw(split, seed, indices)
    lengths, line = (_placed(array, device) for array in (samples.lengths, samples.letters))
    mask = real(lengths, task.longest)
    letters, following = line[:, :-1] * mask, line[:, 1:] * mask
    glyphs = bank.find(letters, _placed(samples.glyphs, device))
    return samples, Batch(bank.images[glyphs].float(), lengths, letters, following, bank.written(glyphs))


def _placed(array: NDArray[Any], device: torch.device) -> Tensor:
    """An array on the device; a GPU fetches it while the host goes on."""
    tensor = torch.from_numpy(array)
    return tensor.pin_memory().to(device, non_blocking=True) if device.type == "cuda" else tensor


@dataclass(frozen=True, eq=False)
class WordBatch:
    """Words with two letters swapped, padded at the end."""

    images: Float[Tensor, "batch letter 28 28 3"] | Float[Tensor, "batch letter feature"]
    """0 black to 1 white; or what a reader has made of the images already."""
    lengths: Int[Tensor, "batch"]
    letters: Int[Tensor, "batch letter"]
    """Class index of each image; 0 on padding."""
    words: Int[Tensor, "batch letter"]
    """Class indices of the right word; 0 on padding."""

    @property
    def real(self) -> Bool[Tensor, "batch letter"]:
        """True where there is a letter, False on padding."""
        return real(self.lengths, self.letters.shape[1])


def word_batch(
    task: WordTask,
    bank: GlyphBank,
    split: Split,
    seed: int,
    indices: NDArray[np.int64],
    augment: Augmentation = UNCHANGED,
) -> WordBatch:
    """The samples of these numbers as one batch on the bank's device, padded to the task's longest.

    From a bank of images, each letter in its own ink; from a bank of features, those: a reader sees no colours.
    """
    samples = task.draw(split, seed, indices)
    device = bank.images.device
    lengths, letters, words = (_placed(array, device) for array in (samples.lengths, samples.letters, samples.words))
    rows = bank.pick(letters, _placed(samples.glyphs, device)).float()
    mask = real(lengths, task.longest)
    if rows.ndim == 3:
        return WordBatch(rows * mask[..., None], lengths, letters, words)
    chance = torch.Generator(device).manual_seed(seed * 1_000_003 + int(indices[0]))
    grey = augment(rows.flatten(0, 1) / 255, chance).view_as(rows) * mask[..., None, None]
    inks = _placed(samples.inks, device).float()
    return WordBatch(grey[..., None] * inks[:, :, None, None], lengths, letters, words)


def reading_batch(
    bank: GlyphBank, seed: int, step: int, size: int, augment: Augmentation
) -> tuple[Float[Tensor, "image 28 28"], Int[Tensor, "image"]]:
    """Letters on their own for training a reader, drawn with replacement, with their class indices."""
    chance = torch.Generator(bank.images.device).manual_seed(seed * 1_000_003 + step)
    chosen = torch.randint(len(bank), (size,), generator=chance, device=bank.images.device)
    return augment(bank.images[chosen].float() / 255, chance), bank.labels[chosen]


def writing_batch(
    bank: GlyphBank, seed: int, step: int, size: int, augment: Augmentation
) -> tuple[Float[Tensor, "image 64 3"], Int[Tensor, "image"]]:
    """Ways of the pen through letters on their own, drawn with replacement, with the letters' class indices.

    Raises ValueError if the bank does not know them.
    """
    chance = torch.Generator(bank.images.device).manual_seed(seed * 1_000_003 + step)
    chosen = torch.randint(len(bank), (size,), generator=chance, device=bank.images.device)
    trajectories = bank.written(chosen)
    if trajectories is None:
        raise ValueError("expected letters whose strokes are known: UNIPEN's, or the pen model's")
    return augment.distorted(trajectories, chance), bank.labels[chosen]


def epoch_batch(
    bank: GlyphBank, seed: int, step: int, size: int, augment: Augmentation
) -> tuple[Float[Tensor, "image 28 28"], Int[Tensor, "image"]]:
    """Characters on their own with their class indices: each once in a pass, in an order that changes with the pass."""
    device = bank.images.device
    epoch, place = divmod(step, per_epoch(bank, size))
    chosen = _order(len(bank), seed, epoch, device)[place * size : (place + 1) * size]
    chance = torch.Generator(device).manual_seed(seed * 1_000_003 + step)
    return augment(bank.images[chosen].float() / 255, chance), bank.labels[chosen]


@lru_cache(maxsize=1)
def _order(count: int, seed: int, epoch: int, device: torch.device) -> Int[Tensor, "image"]:
    """The order of a pass, which many steps in a row share."""
    return torch.randperm(count, generator=torch.Generator().manual_seed(seed * 1_000_003 + epoch)).to(device)


def per_epoch(bank: GlyphBank, size: int) -> int:
    """How many batches make one pass."""
    return ceil(len(bank) / size)
