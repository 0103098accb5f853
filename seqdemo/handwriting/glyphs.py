"""`GlyphBank`: letter images by class, on any device."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from jaxtyping import Float, Int, Shaped, UInt8
from numpy.typing import NDArray
from torch import Tensor

from seqdemo.letters import ALPHABET


@dataclass(frozen=True, eq=False)
class GlyphBank:
    """Light ink on black, sorted by class, so that a class and a share in [0, 1) name one image."""

    images: UInt8[Tensor, "glyph 28 28"] | Float[Tensor, "glyph feature"]
    """Or, once a reader has looked at them, its features."""
    labels: Int[Tensor, "glyph"]
    offsets: Int[Tensor, "classes_plus_one"]

    @classmethod
    def of(
        cls, images: NDArray[np.uint8], labels: NDArray[np.int64], device: torch.device, classes: int = len(ALPHABET)
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
        )

    def __len__(self) -> int:
        return len(self.labels)

    def pick(self, labels: Int[Tensor, "*batch"], shares: Float[Tensor, "*batch"]) -> Shaped[Tensor, "*batch ..."]:
        """One image for each class index; `shares` in [0, 1) choose among those of the class."""
        first, after = self.offsets[labels], self.offsets[labels + 1]
        return self.images[first + (shares * (after - first)).long()]
