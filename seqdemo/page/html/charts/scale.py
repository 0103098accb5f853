"""From numbers to places on an axis, and the round numbers at which it is labelled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

STEEP = 30
"""Where the largest value is more than so many times the smallest, equal ratios are easier to see than differences."""


@dataclass(frozen=True)
class Scale:
    """The numbers of an axis from its beginning to its end."""

    low: float
    high: float
    ticks: tuple[float, ...]
    by_ratio: bool = False
    """Logarithmic: equal ratios are equally far apart, and nothing below or at 0 has a place."""

    def share(self, value: float) -> float:
        """How far along the axis a value lies: 0 at its beginning, 1 at its end."""
        low, high, at = (log10(each) if self.by_ratio else each for each in (self.low, self.high, value))
        return (at - low) / (high - low)

    def holds(self, value: float) -> bool:
        """Whether the value has a place on the axis."""
        return self.low <= value <= self.high


def fitting(values: Sequence[float]) -> Scale:
    """A scale for positive values such as losses: by ratio if they differ much, else by difference."""
    positive = [value for value in values if value > 0]
    if not positive or max(positive) <= STEEP * min(positive):
        return spanning(values)
    first, last = floor(log10(min(positive))), ceil(log10(max(positive)))
    return Scale(10.0**first, 10.0**last, tuple(10.0**power for power in range(first, last + 1)), by_ratio=True)


def spanning(values: Sequence[float], intervals: int = 5) -> Scale:
    """From the round number below the least value to the one above the greatest, in at most so many equal steps."""
    low, high = _apart(min(values, default=0.0), max(values, default=1.0))
    step = round_step((high - low) / intervals)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    ticks = tuple(number * step for number in range(first, last + 1))
    return Scale(ticks[0], ticks[-1], ticks)


def of_shares(values: Sequence[float]) -> Scale:
    """For shares of a whole: from 0 to 1 where all are equal, else from about the least to about the greatest."""
    return spanning(values if len(set(values)) > 1 else (0.0, 1.0))


def from_zero(values: Sequence[float], intervals: int = 4) -> Scale:
    """From 0 to the greatest value exactly, with at most so many round numbers on the way."""
    high = max(values, default=0.0) or 1.0
    step = round_step(high / intervals)
    return Scale(0.0, high, tuple(number * step for number in range(floor(high / step + 1e-9) + 1)))


def counting(values: Sequence[float]) -> Scale:
    """Whole numbers, each with its label."""
    low, high = floor(min(values)), ceil(max(values))
    ticks = tuple(float(number) for number in range(low, high + 1))
    return Scale(*_apart(float(low), float(high)), ticks)


def round_step(least: float) -> float:
    """The smallest of 1, 2, 2.5 and 5 times a power of ten that is not less."""
    power = 10.0 ** floor(log10(least))
    return next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= least * (1 - 1e-9))


def _apart(low: float, high: float) -> tuple[float, float]:
    """The two, moved apart if they are equal: an axis must not be a point."""
    return (low, high) if high > low else (low, low + (abs(low) / 10 or 1.0))
