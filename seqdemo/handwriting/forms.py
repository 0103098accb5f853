"""Ways to write a character that UNIPEN's writers hardly use: drawn by rule, each time a little differently.

A curved x is what Koreans and mathematicians write; readers that had not seen it took it for K, U, Z or N.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from seqdemo.handwriting.strokes import Points, Strokes

_HAND = 0.035
"""Standard deviation of each control point, as a share of the box."""
_ROUNDS = 3
"""Of corner cutting; after three, corners are no longer seen."""


@dataclass(frozen=True)
class Form:
    """One way to write a character: control points of each stroke, x right and y down, in the unit box."""

    character: str
    strokes: tuple[tuple[tuple[float, float], ...], ...]
    curved: bool = True
    """The pen rounds the control points; else it goes straight from one to the next."""

    def written(self, chance: np.random.Generator) -> Strokes:
        """The form once, with a hand's inaccuracy."""
        moved = [np.array(stroke) + chance.normal(0, _HAND, (len(stroke), 2)) for stroke in self.strokes]
        return Strokes(tuple(_rounded(stroke) if self.curved else stroke for stroke in moved))


_BACK_TO_BACK = (
    ((0.05, 0.08), (0.35, 0.06), (0.56, 0.5), (0.3, 0.94), (0.03, 0.9)),
    ((0.95, 0.08), (0.65, 0.06), (0.44, 0.5), (0.7, 0.94), (0.97, 0.9)),
)
_UP_AGAIN = ((0.1, 0.75), (0.5, 0.5), (0.9, 0.25), (0.9, 0.02), (0.65, 0.12))
FORMS = (
    Form("x", _BACK_TO_BACK),
    Form("x", (((0.1, 0.0), (0.55, 0.3), (0.55, 0.7), (0.1, 1.0)), ((0.9, 0.0), (0.45, 0.3), (0.45, 0.7), (0.9, 1.0)))),
    Form("x", ((*_BACK_TO_BACK[0], *_UP_AGAIN, *_BACK_TO_BACK[1][2:]),)),
    Form("x", (
        ((0.02, 0.1), (0.2, 0.03), (0.5, 0.5), (0.8, 0.97), (1.02, 0.75),
         (1.0, 0.2), (0.8, 0.03), (0.5, 0.5), (0.02, 0.95)),
    )),
    Form("4", (((0.95, 0.62), (0.05, 0.62), (0.62, 0.02), (0.62, 1.0)),), curved=False),
    Form("4", (((0.62, 0.02), (0.05, 0.62), (0.95, 0.62)), ((0.62, 0.02), (0.62, 1.0))), curved=False),
    Form("7", (((0.05, 0.05), (0.9, 0.05), (0.4, 1.0)), ((0.22, 0.52), (0.85, 0.48))), curved=False),
)  # fmt: skip


def _rounded(corners: Points) -> Points:
    """A polyline, shape (points, 2), with its corners cut again and again (Chaikin 1974); the ends stay."""
    for _ in range(_ROUNDS):
        near, far = corners[:-1] * 0.75 + corners[1:] * 0.25, corners[:-1] * 0.25 + corners[1:] * 0.75
        between = np.stack([near, far], axis=1).reshape(-1, 2)
        corners = np.concatenate([corners[:1], between[1:-1], corners[-1:]])
    return corners
