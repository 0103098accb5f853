"""Training letters as other people may write them: with other pens, axes compressed or stretched, in other forms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from seqdemo.handwriting.distortion import stretched
from seqdemo.handwriting.forms import FORMS
from seqdemo.handwriting.strokes import Strokes

OF_EACH_FORM = 100
_SEED = 0
_RULE = "drawn by rule"
"""Who writes the forms."""
_THINNEST, _THICKEST = 0.4, 2.0
"""Pens, in widths of the usual one."""
_NARROWEST = 0.5
"""Of the axis that is compressed."""
_LEAST = 0.1
"""A stroke that is narrower, as a share of its length, is stretched like one that is as narrow as this."""


@dataclass(frozen=True, eq=False)
class Sample:
    """One character to be drawn."""

    strokes: Strokes
    label: str
    writer: str
    pen: float = 1.0
    """In widths of the usual one."""


def varied(samples: Iterable[Sample]) -> list[Sample]:
    """The same characters with pens of other widths, a third with one axis compressed, a third with one stretched."""
    chance = np.random.default_rng(_SEED)
    return [
        replace(sample, strokes=_reshaped(sample.strokes, chance), pen=float(np.exp(chance.uniform(*_PENS))))
        for sample in samples
    ]


_PENS = np.log([_THINNEST, _THICKEST])


def _reshaped(strokes: Strokes, chance: np.random.Generator) -> Strokes:
    how = chance.choice(("as written", "compressed", "stretched"))
    if how == "as written":
        return strokes
    if how == "compressed":
        across, down = chance.permutation([1.0, chance.uniform(_NARROWEST, 1)])
    else:
        low, high = strokes.bounds()
        # A dot has no side at all, and stays one.
        across, down = ((high - low) / max((high - low).max(), _LEAST)).clip(_LEAST) ** -chance.uniform()
    return stretched(strokes, across, down)


def formed(characters: str) -> list[Sample]:
    """OF_EACH_FORM samples of each drawn form of these characters."""
    chance = np.random.default_rng(_SEED)
    wanted = [form for form in FORMS if form.character in characters]
    return [Sample(form.written(chance), form.character, _RULE) for form in wanted for _ in range(OF_EACH_FORM)]
