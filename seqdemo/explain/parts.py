"""The parts of a model at work: shapes, sizes, and the numbers that each of them hands on."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from torch import Tensor, nn

from seqdemo.models.kind import kind_of
from seqdemo.trace import Panel, Part


def part(model: nn.Module, id: str, shows: str, takes: Sequence[int], gives: Tensor, like: Panel) -> Part:
    """A part, said by the panel `shows`, that gave out numbers of shape (row, unit), one row for each of `like`'s."""
    values = np.asarray(gives.float().numpy(), dtype=np.float32)
    units = tuple(str(unit + 1) for unit in range(values.shape[1]))
    numbers = Panel("state", id, id, like.rows, units, values, along=like.along)
    return Part(id, shows, tuple(takes), values.shape, _parameters(model, id), numbers)


def _parameters(model: nn.Module, id: str) -> int:
    """How many numbers training has set in a part."""
    names = kind_of(model).parts[id]
    modules = (module for name, module in model.named_children() if name in names)
    return sum(each.numel() for module in modules for each in module.parameters())
