"""`Strokes`: the ink of one character, whoever wrote it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from seqdemo.errors import InputError

MAX_STROKES = 40
MAX_POINTS = 4000

_ROUNDING = 1e-6
"""How far outside its box a coordinate may lie, by the rounding of whoever computed it."""
_DOT = 1e-9
"""Ink smaller than this is a single point but for rounding, and dividing by its size could overflow."""

Points = NDArray[np.float64]
"""Pen positions in order, shape (points, 2): x to the right, y down."""


@dataclass(frozen=True, eq=False)
class Strokes:
    """Pen strokes of one character, each an array of shape (points, 2), x right and y down.

    Coordinates are in units of the box that the character was written in, nominally 0..1.
    """

    strokes: tuple[Points, ...]

    def __post_init__(self) -> None:
        if not self.strokes:
            raise InputError("empty_letter", "A letter needs at least one stroke.")
        if len(self.strokes) > MAX_STROKES:
            raise InputError("too_many_strokes", f"A letter can have at most {MAX_STROKES} strokes.")
        for stroke in self.strokes:
            if stroke.ndim != 2 or stroke.shape[1:] != (2,) or not len(stroke):
                raise InputError("bad_stroke", "Each stroke must be a list of at least one [x, y] pair.")
            if not np.isfinite(stroke).all():
                raise InputError("bad_number", "Every coordinate must be a finite number.")
        if sum(map(len, self.strokes)) > MAX_POINTS:
            raise InputError("too_many_points", f"A letter can have at most {MAX_POINTS:,} points.")

    @classmethod
    def from_json(cls, value: Any) -> Strokes:
        """Strokes from `[[[x, y], …], …]`, as the browser and the API send them.

        Raises InputError, with one sentence, for coordinates outside 0..1, as of pixels or of y upwards, and for
        anything of another shape or size.
        """
        strokes = cls.unclipped(value)
        low, high = strokes.bounds()
        if min(low) < -_ROUNDING or max(high) > 1 + _ROUNDING:
            raise InputError("outside", "Coordinates must be from 0 to 1 of the letter's box, x right and y down.")
        return cls(tuple(np.clip(stroke, 0.0, 1.0) for stroke in strokes.strokes))

    @classmethod
    def unclipped(cls, value: Any) -> Strokes:
        """The same, with coordinates anywhere."""
        if not isinstance(value, list):
            raise InputError("bad_strokes", "Strokes must be a list of strokes.")
        if len(value) > MAX_STROKES:
            raise InputError("too_many_strokes", f"A letter can have at most {MAX_STROKES} strokes.")
        if sum(len(stroke) for stroke in value if isinstance(stroke, list)) > MAX_POINTS:
            raise InputError("too_many_points", f"A letter can have at most {MAX_POINTS:,} points.")
        return cls(tuple(_points(stroke) for stroke in value))

    def to_json(self, digits: int = 3) -> list[list[list[float]]]:
        """`[[[x, y], …], …]`, rounded to `digits` decimals (3 are a quarter of a pixel on a 4K screen's box)."""
        return [np.round(stroke, digits).tolist() for stroke in self.strokes]

    def bounds(self) -> tuple[Points, Points]:
        """The upper left and the lower right corner of the ink, each of shape (2,)."""
        points = np.concatenate(self.strokes)
        return points.min(axis=0), points.max(axis=0)

    def in_unit_box(self) -> Strokes:
        """The same ink scaled so that its longer side is 1 and centred in the unit square; a lone dot stays a dot."""
        low, high = self.bounds()
        side = float((high - low).max())
        scale = 1.0 / side if side > _DOT else 1.0
        return Strokes(tuple((stroke - (low + high) / 2) * scale + 0.5 for stroke in self.strokes))


def _points(stroke: Any) -> Points:
    if not isinstance(stroke, list) or not stroke:
        raise InputError("bad_stroke", "Each stroke must be a list of at least one [x, y] pair.")
    for point in stroke:
        if not isinstance(point, list) or len(point) != 2 or not all(type(value) in (int, float) for value in point):
            raise InputError("bad_stroke", "Each stroke must be a list of at least one [x, y] pair.")
    try:
        points = np.array(stroke, dtype=np.float64)
    except OverflowError:
        raise InputError("bad_number", "Every coordinate must be a finite number.") from None
    if not np.isfinite(points).all():
        raise InputError("bad_number", "Every coordinate must be a finite number.")
    return points


def resampled(stroke: Points, count: int) -> Points:
    """`count` points at equal distances along one stroke of shape (points, 2) -> (count, 2)."""
    lengths = np.r_[0.0, np.cumsum(np.hypot(*np.diff(stroke, axis=0).T))]
    if lengths[-1] == 0:
        return np.repeat(stroke[:1], count, axis=0)
    places = np.linspace(0.0, lengths[-1], count)
    return np.stack([np.interp(places, lengths, axis) for axis in stroke.T], axis=1)
