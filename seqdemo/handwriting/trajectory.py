"""The way of the pen: strokes as a fixed number of points in the order in which they were written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from seqdemo.handwriting.letter import Letter
from seqdemo.handwriting.strokes import Points, Strokes, resampled

POINTS = 64
"""Points of a trajectory."""
_MOST = POINTS // 2
"""Strokes beyond these are left out, so that each has two points."""

Trajectories = NDArray[np.float32]
"""Shape (letters, POINTS, 3): x to the right, y down, and 1 where the pen was set down, 0 elsewhere.

The longer side of the ink goes from -1 to 1, the shorter one is centred.
"""


def trajectories(letters: Iterable[Letter]) -> Trajectories | None:
    """The way of the pen through each letter; of what a letter is like beside its strokes, only the turn counts.

    None if the strokes of any letter are not known.
    """
    inks = [letter.written for letter in letters]
    known = [ink for ink in inks if ink is not None]
    return of_inks(known) if len(known) == len(inks) else None


def of_inks(inks: Sequence[Strokes]) -> Trajectories:
    """The trajectories of bare ink."""
    rows = [_trajectory(ink.in_unit_box().strokes[:_MOST]) for ink in inks]
    return np.stack(rows).astype(np.float32) if rows else np.zeros((0, POINTS, 3), np.float32)


def _trajectory(strokes: Sequence[Points]) -> NDArray[np.float64]:
    """Points at about equal distances along all strokes, at least two on each."""
    lengths = np.array([np.hypot(*np.diff(stroke, axis=0).T).sum() for stroke in strokes])
    shares = lengths / lengths.sum() if lengths.any() else np.full(len(strokes), 1 / len(strokes))
    ends = np.cumsum(2 + shares * (POINTS - 2 * len(strokes))).round().astype(int)
    parts = [resampled(stroke, int(n)) for stroke, n in zip(strokes, np.diff(ends, prepend=0), strict=True)]
    set_down = np.zeros((POINTS, 1))
    set_down[[0, *ends[:-1]]] = 1
    return np.hstack([2 * np.concatenate(parts) - 1, set_down])
