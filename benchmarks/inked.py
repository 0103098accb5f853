"""Letters as people wrote them, still as strokes, so that they can be turned and thickened before they are drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from seqdemo.handwriting import raster, trajectory, unipen
from seqdemo.handwriting.glyphs import GlyphBank
from seqdemo.handwriting.inkset import InkSet, Split
from seqdemo.handwriting.strokes import Strokes
from seqdemo.handwriting.trajectory import Trajectories
from seqdemo.letters import ALPHABET, index_of, members

Images = NDArray[np.uint8]
"""Light ink on black, shape (letters, 28, 28)."""


@dataclass(frozen=True, eq=False)
class Inked:
    """Letters with what was meant by each: capitals, whichever case was written."""

    strokes: tuple[Strokes, ...]
    meant: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.strokes)

    def images(self, draw: Callable[[Strokes], Images] = raster.image_of) -> Images:
        return np.stack([draw(strokes) for strokes in self.strokes])

    def bank(self, images: Images) -> GlyphBank:
        """Images of these letters as what sequences are composed of."""
        labels = np.array([index_of(letter) for letter in self.meant])
        return GlyphBank.of(images, labels, torch.device("cpu"), trajectories=self.ways())

    def ways(self) -> Trajectories:
        """The way of the pen through each."""
        return trajectory.of_inks(self.strokes)

    def some(self, count: int, seed: int) -> Inked:
        """So many of them at random, or all where there are fewer."""
        size = min(count, len(self))
        return self.at(np.sort(np.random.default_rng(seed).choice(len(self), size, replace=False)))

    def at(self, places: Sequence[int] | NDArray[np.intp]) -> Inked:
        return Inked(tuple(self.strokes[n] for n in places), tuple(self.meant[n] for n in places))


@dataclass(frozen=True, eq=False)
class Written:
    """The letters of a benchmark; no writer is in both splits."""

    train: Inked
    alone: Inked
    """By test writers, each letter on its own."""
    every: Inked
    """By test writers, those cut out of words too."""


def written(folder: Path) -> Written:
    """UNIPEN's letters from a folder; raises DataError."""
    ink = unipen.load(folder)
    return Written(_of(ink, "train"), _of(ink, "test", in_context=False), _of(ink, "test"))


def alone(folder: Path, split: Split) -> Inked:
    """Letters that the writers of a split wrote on their own; raises DataError."""
    return _of(unipen.load(folder), split, in_context=False)


def _of(ink: InkSet, split: Split, in_context: bool | None = None) -> Inked:
    chosen = ink.where(split, members(ALPHABET), in_context=in_context)
    return Inked(tuple(ink.strokes(int(n)) for n in chosen), tuple(str(ink.labels[n]).upper() for n in chosen))
