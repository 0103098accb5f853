"""`GlyphBank`: letter images by class, on any device."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import torch
from jaxtyping import Bool, Float, Float16, Int, Shaped, UInt8
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from seqdemo.handwriting.trajectory import Trajectories
from seqdemo.letters import ALPHABET


@dataclass(frozen=True, eq=False)
class GlyphBank:
    """Light ink on black, sorted by class, so that a class and a share in [0, 1) name one image."""

    images: UInt8[Tensor, "glyph 28 28"] | Float[Tensor, "glyph feature"]
    """Or, once a reader has looked at them, its features."""
    labels: Int[Tensor, "glyph"]
    offsets: Int[Tensor, "classes_plus_one"]
    trajectories: Float16[Tensor, "glyph 64 3"] | None = None
    """The way of the pen through each, where that is known (`handwriting.trajectory`)."""
    writers: Int[Tensor, "glyph"] | None = None
    """A number for whoever wrote each, where that is known."""

    @classmethod
    def of(
        cls,
        images: NDArray[np.uint8],
        labels: NDArray[np.int64],
        device: torch.device,
        classes: int = len(ALPHABET),
        trajectories: Trajectories | None = None,
        writers: NDArray[np.int64] | None = None,
    ) -> GlyphBank:
        """A bank of images (N, 28, 28) with class indices (N,) 0..classes - 1; ValueError if a class has none."""
        counts = np.bincount(labels, minlength=classes)
        if len(counts) != classes or not counts.all():
            raise ValueError(f"expected at least one image of each of the {classes} classes")
        order = np.argsort(labels, kind="stable")
        return cls(
            torch.from_numpy(images[order]).to(device),
            torch.from_numpy(labels[order]).to(device),
            torch.from_numpy(np.r_[0, np.cumsum(counts)]).to(device),
            None if trajectories is None else torch.from_numpy(trajectories[order]).half().to(device),
            None if writers is None else torch.from_numpy(writers[order]).to(device),
        )

    def __len__(self) -> int:
        return len(self.labels)

    def where(self, kept: Bool[Tensor, "glyph"]) -> GlyphBank:
        """Some of the glyphs; a class may be left without any."""
        left = torch.stack([kept[first:after].sum() for first, after in pairwise(self.offsets.tolist())])
        rows = (None if each is None else each[kept] for each in (self.trajectories, self.writers))
        return GlyphBank(self.images[kept], self.labels[kept], F.pad(left.cumsum(0), (1, 0)), *rows)

    def chunks(
        self, size: int = 1000
    ) -> Iterator[tuple[Float[Tensor, "chunk 28 28"], Float[Tensor, "chunk 64 3"] | None]]:
        """The images, from 0 black to 1 white, and the ways of the pen, so many at a time."""
        for glyphs in torch.arange(len(self), device=self.labels.device).split(size):
            yield self.images[glyphs].float() / 255, self.written(glyphs)

    def pick(self, labels: Int[Tensor, "*batch"], shares: Float[Tensor, "*batch"]) -> Shaped[Tensor, "*batch ..."]:
        """One image for each class index; `shares` in [0, 1) choose among those of the class."""
        return self.images[self.find(labels, shares)]

    def find(self, labels: Int[Tensor, "*batch"], shares: Float[Tensor, "*batch"]) -> Int[Tensor, "*batch"]:
        """Where in the bank the glyphs stand that `pick` would choose."""
        first, after = self.offsets[labels], self.offsets[labels + 1]
        return first + (shares * (after - first)).long()

    def written(self, glyphs: Int[Tensor, "*batch"]) -> Float[Tensor, "*batch 64 3"] | None:
        """The ways of the pen through glyphs of these places; None where they are not known."""
        return None if self.trajectories is None else self.trajectories[glyphs].float()
