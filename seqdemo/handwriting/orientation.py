"""Whether images of characters stand upright or lie transposed, as EMNIST's published files hold them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from seqdemo.handwriting import raster
from seqdemo.handwriting.pen import PenModel

WRITTEN = 10
"""So many letters of each form does the pen model write."""
LOOKED_AT = 20_000
MARGIN = 0.1
"""Real characters differ by several times as much; noise does not."""


def stands_upright(images: NDArray[np.uint8], labels: Sequence[str], pen: PenModel) -> bool:
    """Whether the classes' mean images, each of (N, 28, 28), look more like the pen model's letters than transposed.

    The correlation with the mean of written letters decides, averaged over the classes; images that tell neither way
    count as transposed.
    """
    step = 1 + len(images) // LOOKED_AT
    images, named = images[::step], np.array(labels[::step])
    known = sorted(set(named.tolist()))
    means = np.stack([images[named == label].mean(axis=0) for label in known])
    templates = np.stack([_template(label, known, pen) for label in known])
    return _likeness(means, templates) > _likeness(means.transpose(0, 2, 1), templates) + MARGIN


def _template(label: str, known: Sequence[str], pen: PenModel) -> NDArray[np.float64]:
    """The mean of a character's written images; of both cases where the small letter is no class of its own."""
    forms = label if label.lower() in known else label + label.lower()
    mean: NDArray[np.float64] = raster.images(pen.write(forms * WRITTEN, 0)).mean(axis=0)
    return mean


def _likeness(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    """Mean correlation of images of the same place."""
    rows = [(each - each.mean(axis=(1, 2), keepdims=True)).reshape(len(each), -1) for each in (one, other)]
    norms = np.linalg.norm(rows[0], axis=1) * np.linalg.norm(rows[1], axis=1)
    return float((np.sum(rows[0] * rows[1], axis=1) / np.maximum(norms, 1e-9)).mean())
