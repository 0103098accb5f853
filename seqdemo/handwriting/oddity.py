"""Ink that is hardly one character: two of them in one box, or a scribble."""

from __future__ import annotations

import numpy as np

from seqdemo.handwriting.strokes import Points, Strokes

GAP = 0.08
"""Of the height: wider than that between two parts of one character in 99.5 of 100 of UNIPEN's."""
TALL = 0.3
"""Of the height: what stands beside a gap and is lower is a dot, not a character."""
INK = 7.0
"""Sides of its box that a character's ink is long at most; UNIPEN's longest took 5.8."""


def oddities(strokes: Strokes) -> tuple[str, ...]:
    """`pair` where two characters seem to stand side by side, `scribble` where there is more ink than in any.

    With these limits 0.5% of the characters of UNIPEN's validation and test writers seem a pair and none a scribble;
    of two such characters side by side, 5 to 40% of their height apart, 90% are noticed.
    """
    found = {"pair": _side_by_side(strokes), "scribble": _length(strokes) > INK}
    return tuple(name for name, odd in found.items() if odd)


def _side_by_side(strokes: Strokes) -> bool:
    """Whether an upright gap parts the ink into two halves that are both tall."""
    low, high = strokes.bounds()
    height = float(high[1] - low[1])
    ordered = sorted(strokes.strokes, key=lambda stroke: float(stroke[:, 0].min()))
    return any(
        _left(ordered[at:]) - _right(ordered[:at]) > GAP * height
        and min(_height(ordered[:at]), _height(ordered[at:])) > TALL * height
        for at in range(1, len(ordered))
    )


def _left(strokes: list[Points]) -> float:
    return float(np.concatenate(strokes)[:, 0].min())


def _right(strokes: list[Points]) -> float:
    return float(np.concatenate(strokes)[:, 0].max())


def _height(strokes: list[Points]) -> float:
    return float(np.ptp(np.concatenate(strokes)[:, 1]))


def _length(strokes: Strokes) -> float:
    """Of all strokes together, in longer sides of the ink's box."""
    low, high = strokes.bounds()
    drawn = sum(float(np.hypot(*np.diff(stroke, axis=0).T).sum()) for stroke in strokes.strokes)
    return drawn / max(float((high - low).max()), 1e-6)
