"""What can honestly be said of two arms of an experiment from their dots: the right answers of one run each.

The test is the permutation test of the difference of means (Pitman 1937): if the arms were alike, each way to deal the
dots to them would be as likely as the one that was seen. Where there are too many ways for all to be tried, a fixed
number of them is drawn, and the one that was seen counts among them, so that the probability is never 0 (Phipson &
Smyth 2010). The interval holds the differences that the same test does not rule out (Ernst 2004, Permutation Methods),
so the two never contradict each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from math import comb, floor
from statistics import fmean, stdev
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Arm = tuple[float, ...]
"""Right answers, 0..1, of the runs of one arm."""
Level = Literal["few", "unclear", "probable", "clear"]
FEWEST = 4
"""Dots of each arm: of three and three, chance alone sets all of one arm above the other in 1 of 10 deals."""
PROBABLE, CLEAR = 0.05, 0.005
"""Chance alone makes so large a difference at most so often: suggestive, and significant (Benjamin et al. 2018)."""
MOST_DEALS, DRAWN = 20_000, 20_000
"""Up to so many deals all are tried; else so many are drawn."""
_ROUNDING = 1e-12


@dataclass(frozen=True)
class Claim:
    """What the dots of two arms allow to say; differences are those of the second arm's mean from the first's."""

    level: Level
    difference: float
    chance: float | None = None
    """Probability of so large a difference, in either direction, if the arms were alike; None with too few dots."""
    interval: tuple[float, float] | None = None
    """Differences that are not ruled out, with 95% confidence."""


@lru_cache(maxsize=256)  # the same dots are looked at again and again
def claim(one: Arm, other: Arm) -> Claim | None:
    """What can be said now; None while an arm has no dot."""
    if not one or not other:
        return None
    difference = fmean(other) - fmean(one)
    if min(len(one), len(other)) < FEWEST:
        return Claim("few", difference)
    deals = _Deals.of(one, other)
    chance = deals.chance()
    level: Level = "clear" if chance < CLEAR else "probable" if chance < PROBABLE else "unclear"
    return Claim(level, difference, chance, deals.interval())


def spread(arm: Sequence[float]) -> float | None:
    """Standard deviation of an arm's runs, with n - 1; None of fewer than two."""
    return stdev(arm) if len(arm) > 1 else None


def opposed(pairs: Iterable[tuple[float, float]], difference: float) -> int:
    """How many pairs of runs, one of each arm, came out the opposite way of a difference."""
    return sum((b - a) * difference < 0 for a, b in pairs)


def opposed_share(one: Arm, other: Arm) -> float:
    """Of all pairs of a run of each arm, the share that came out the opposite way of all together."""
    pairs = [(a, b) for a in one for b in other]
    return opposed(pairs, fmean(other) - fmean(one)) / len(pairs)


@dataclass(frozen=True)
class _Deals:
    """Ways to deal the dots of both arms anew, the one that was seen among them.

    If all of the second arm were d lower, the difference of deal k would be differences[k] - d * kept[k].
    """

    seen: float
    differences: NDArray[np.float64]
    kept: NDArray[np.float64]
    """1 where all dots stay in their arm, -1 where all change it."""

    @classmethod
    def of(cls, one: Arm, other: Arm) -> _Deals:
        second = _dealt(len(one), len(other))
        shares = second / len(other) - (1 - second) / len(one)
        labels = np.r_[np.zeros(len(one)), np.ones(len(other))]
        return cls(fmean(other) - fmean(one), shares @ np.array([*one, *other]), shares @ labels)

    def chance(self) -> float:
        return float(np.mean(np.abs(self.differences) >= abs(self.seen) - _ROUNDING))

    def interval(self) -> tuple[float, float]:
        upper = _Deals(-self.seen, -self.differences, self.kept)
        return self._lower(), -upper._lower()

    def _lower(self) -> float:
        """The least difference that is not ruled out: from there up more than PROBABLE of the deals are as far apart.

        Below the difference that was seen, deal k is as far apart as what was seen from one of two thresholds upward;
        a deal that moves all dots or none is so everywhere.
        """
        with np.errstate(divide="ignore", invalid="ignore"):
            same = (self.seen - self.differences) / (1 - self.kept)
            swapped = (self.seen + self.differences) / (1 + self.kept)
        whole = np.abs(self.kept) > 1 - _ROUNDING
        thresholds = np.where(whole, -np.inf, np.minimum(same, swapped))
        place = floor(PROBABLE * len(thresholds))
        return float(np.partition(thresholds, place)[place])


@lru_cache(maxsize=64)
def _dealt(one: int, other: int) -> NDArray[np.float64]:
    """Who gets to the second arm, 1 or 0, shape (deals, one + other): all, or the one that was seen and drawn ones."""
    total = one + other
    if comb(total, other) <= MOST_DEALS:
        chosen = np.array(list(combinations(range(total), other)))
    else:
        ranks = np.random.default_rng(0).random((DRAWN, total)).argsort(axis=1)[:, :other]
        chosen = np.vstack([np.arange(one, total), ranks])
    dealt = np.zeros((len(chosen), total))
    np.put_along_axis(dealt, chosen, 1.0, axis=1)
    return dealt
