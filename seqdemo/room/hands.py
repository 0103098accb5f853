"""What a class's letters are worth: a last layer trained on some hands, and tried on hands that it never saw."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor

from seqdemo.letters import ALPHABET
from seqdemo.room.last_layer import fitted

SIZES = (1, 2, 4, 8, 16)
"""So many other hands a layer is trained on, for the curve."""
FEWEST_HANDS, FEWEST_LETTERS = 3, 30
"""With less there is nothing to tell hands and chance apart by."""
SEED = 20
"""Draws the other hands of the curve."""

Counts = list[list[int]]
"""How often a letter (row) was read as a letter (column): 26 rows of 26."""


@dataclass(frozen=True, eq=False)
class Ink:
    """Letters of several hands, as the last layer is given them."""

    given: Float[Tensor, "letter feature"]
    labels: Int[Tensor, "letter"]
    hands: Int[Tensor, "letter"]

    @property
    def writers(self) -> list[int]:
        """The hands, each once."""
        return [int(hand) for hand in self.hands.unique()]

    def of(self, hands: list[int]) -> Ink:
        """The letters of some hands."""
        chosen = torch.isin(self.hands, torch.tensor(hands))
        return Ink(self.given[chosen], self.labels[chosen], self.hands[chosen])


@dataclass(frozen=True)
class LeftOut:
    """Each hand read by the shipped layer, and by one that was trained on the others."""

    hands: tuple[int, ...]
    letters: tuple[int, ...]
    """So many of each hand."""
    before: tuple[float, ...]
    """The share of a hand's letters that the shipped layer reads right, 0..1."""
    after: tuple[float, ...]
    """The same of the layer that was trained on all others."""
    curve: tuple[tuple[int, float], ...]
    """Hands that a layer was trained on, and the mean share over the hands that were left out."""
    mistakes: tuple[Counts, Counts]
    """What was read as what, by the shipped layer and by those that were trained on all others."""


def left_out(ink: Ink, shipped: Float[Tensor, "feature 26"]) -> LeftOut:
    """Leave one hand out at a time; the hands of the curve are drawn for each, and the fewer are among the more."""
    hands = ink.writers
    shares = np.zeros((2, len(hands)))
    mistakes = np.zeros((2, len(ALPHABET), len(ALPHABET)), int)
    curve: dict[int, list[float]] = {size: [] for size in SIZES if size < len(hands) - 1}
    for place, hand in enumerate(hands):
        own, others = ink.of([hand]), _drawn(hands, hand)
        for number, layer in enumerate((shipped, trained(ink.of(others), shipped))):
            shares[number, place] = _share(own, layer)
            np.add.at(mistakes[number], (own.labels, _read(own, layer)), 1)
        for size, found in curve.items():
            found.append(_share(own, trained(ink.of(others[:size]), shipped)))
    (before, after), (one, other) = shares.tolist(), mistakes.tolist()
    between = tuple((size, fmean(found)) for size, found in curve.items())
    points = ((0, fmean(before)), *between, (len(hands) - 1, fmean(after)))
    letters = tuple(int((ink.hands == hand).sum()) for hand in hands)
    return LeftOut(tuple(hands), letters, tuple(before), tuple(after), points, (one, other))


def _drawn(hands: list[int], hand: int) -> list[int]:
    """The other hands in an order by chance, the same each time."""
    others = [other for other in hands if other != hand]
    return [others[n] for n in np.random.default_rng([SEED, hand]).permutation(len(others))]


def trained(ink: Ink, shipped: Float[Tensor, "feature 26"]) -> Float[Tensor, "feature 26"]:
    """The layer for all of these letters."""
    return fitted(ink.given, ink.labels, shipped)


def _read(ink: Ink, layer: Float[Tensor, "feature 26"]) -> Int[Tensor, "letter"]:
    return (ink.given @ layer).argmax(dim=1)


def _share(ink: Ink, layer: Float[Tensor, "feature 26"]) -> float:
    return float((_read(ink, layer) == ink.labels).double().mean())
