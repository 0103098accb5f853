"""Where two answers to the same letters part: the first step, and the first panel of it, that name something else."""

from __future__ import annotations

from dataclasses import dataclass

from seqdemo.trace import Panel, Trace

_WEIGHED = ("heatmap", "matrix")
"""Panels whose rows are steps, with shares of what the columns name."""
_GUESS = 2
"""So many times the share of a guess has what a model names: fresh weights name nothing."""


@dataclass(frozen=True)
class Parting:
    """Names as the traces have them."""

    panel: Panel
    step: int
    """From 0."""
    one: str
    other: str
    """What each has the largest share of there."""


def parting(one: Trace, other: Trace) -> Parting | None:
    """None where every step of every panel that both have puts the same first."""
    pairs = [(panel, there) for panel in one.panels if panel.kind in _WEIGHED
             and (there := other.panel(panel.id)) and there.columns == panel.columns]  # fmt: skip
    most = max((min(len(a.rows), len(b.rows)) for a, b in pairs), default=0)
    for step in range(most):
        for a, b in pairs:
            if step < min(len(a.rows), len(b.rows)) and _part(a, b, step):
                return Parting(a, step, _first(a, step), _first(b, step))
    return None


def _part(one: Panel, other: Panel, step: int) -> bool:
    """Whether they put something else first there, at least one of them with more than a guess."""
    most = max(float(panel.values[step].max()) for panel in (one, other))
    return _first(one, step) != _first(other, step) and most * len(one.columns) >= _GUESS


def _first(panel: Panel, step: int) -> str:
    return panel.columns[int(panel.values[step].argmax())]
