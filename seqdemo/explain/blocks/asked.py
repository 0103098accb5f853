"""What the numbers of a building block are computed from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from torch import Tensor

from seqdemo.checkpoints import Loaded
from seqdemo.explain.common import Floats
from seqdemo.explain.options import Options
from seqdemo.handwriting.letter import Letter
from seqdemo.trace import Panel


@dataclass(frozen=True, eq=False)
class Asked:
    """A model, the letters that it answered, and what else there is to show beside them."""

    loaded: Loaded
    letters: Sequence[Letter]
    options: Options
    part: str
    """The part of the model that was opened."""
    sample: Callable[[int], Sequence[Letter]]
    """Other letters of the task, so many."""
    models: Mapping[str, Loaded]
    """All models at hand."""


def numbers(id: str, like: Panel, values: Tensor) -> Panel:
    """Vectors as a panel with a row for each of `like`'s, shape (row, unit)."""
    array = np.asarray(values.float().numpy(), dtype=np.float32)
    return Panel("state", id, id, like.rows, units(array.shape[1]), array, along=like.along)


def units(count: int) -> tuple[str, ...]:
    """Names of so many units, from 1."""
    return tuple(str(unit + 1) for unit in range(count))


def matrix(id: str, rows: Sequence[str], columns: Sequence[str], values: Tensor | Floats) -> Panel:
    """A table of numbers, such as a score or a weight for each pair."""
    array = values.float().numpy() if isinstance(values, Tensor) else values
    return Panel("matrix", id, id, tuple(rows), tuple(columns), np.asarray(array, dtype=np.float32))
