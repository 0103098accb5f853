"""Vanishing gradients: how the gradient shrinks or holds on its way back over the rows, RNN beside LSTM."""

from __future__ import annotations

from typing import cast

import torch

from seqdemo.checkpoints import Loaded
from seqdemo.errors import InputError
from seqdemo.explain.blocks.asked import Asked, matrix
from seqdemo.explain.common import probabilities
from seqdemo.explain.row import beliefs_of, read_of, shown, step_names
from seqdemo.handwriting import raster
from seqdemo.models.gradient import through_time
from seqdemo.models.row_rnn import RowRnn
from seqdemo.sequences.rows import RowTask
from seqdemo.sequences.samples import TASKS
from seqdemo.trace import Block

SIDES = ("rnn", "lstm")


def gradient(asked: Asked) -> Block:
    """For a plain RNN and an LSTM that read pixels: what is left after each row, and the steps' factors."""
    letter = asked.letters[0]
    image = shown(raster.images(asked.letters), letter, asked.options.covered)
    seen = torch.from_numpy(image).float() / 255
    lengths = torch.stack([through_time(cast(RowRnn, side.model), seen) for side in _sides(asked)], dim=1)
    rows = step_names(len(lengths))
    factors = torch.ones_like(lengths)
    factors[:-1] = lengths[:-1] / lengths[1:].clamp(min=1e-30)
    task = TASKS[asked.loaded.task]
    assert isinstance(task, RowTask)
    believed = beliefs_of(probabilities(asked.loaded.model(seen).beliefs[0]), task)
    read = read_of(believed.values[-1], task, image[0], letter)
    left = matrix("left", rows, SIDES, lengths / lengths[-1].clamp(min=1e-30))
    return Block("gradient", asked.part, "rows", (read,), (left, matrix("factor", rows, SIDES, factors)))


def _sides(asked: Asked) -> tuple[Loaded, ...]:
    """One reader of pixels for each cell; raises InputError where one is missing."""
    found = {_cell(each): each for each in reversed(list(asked.models.values())) if _cell(each)}
    if not set(SIDES) <= found.keys():
        raise InputError(
            "no_pair", "To compare, it takes an RNN and an LSTM that read pixels; one could not be loaded."
        )
    return tuple(found[cell] for cell in SIDES)


def _cell(loaded: Loaded) -> str:
    """Of a reader of pixels; "" of all others."""
    model = loaded.model
    return str(model.config.cell) if isinstance(model, RowRnn) and model.strips is None else ""
