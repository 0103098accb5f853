"""A run's model as it was at each moment of its training, ready to answer as shipped models do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from torch import nn

from seqdemo.checkpoints import FROZEN, Loaded, filled, stored
from seqdemo.errors import CheckpointError, InputError
from seqdemo.workshop.protocol import Moment, unpacked
from seqdemo.workshop.recipe import WorkshopRecipe
from seqdemo.workshop.run import Run
from seqdemo.workshop.runs import Workshop

PREFIX, AT = "run:", "@"
KEPT = 96
"""So many models are kept ready: those of eight runs, of at most 1 MB each."""


def name(key: str, moment: int) -> str:
    """What a run's model is called at a moment, from 0."""
    return f"{PREFIX}{key}{AT}{moment}"


def loaded(workshop: Workshop, called: str, models: Mapping[str, Loaded]) -> tuple[Loaded, WorkshopRecipe]:
    """The model of a name, with the frozen reader that it stands on, and its recipe; raises InputError."""
    key, _, number = called.removeprefix(PREFIX).rpartition(AT)
    run = workshop.run(key)
    if not number.isdecimal() or int(number) >= len(run.moments):
        raise InputError("no_moment", "This run has no such moment yet.")
    return as_it_was(run, run.moments[int(number)], called, models), run.recipe


def as_it_was(run: Run, moment: Moment, called: str, models: Mapping[str, Loaded]) -> Loaded:
    """The run's model after some steps, under a name; raises InputError if its reader could not be loaded."""
    task = run.recipe.of_task
    if task.reader is not None and task.reader not in models:
        raise InputError("no_reader", "The reader that this run stands on could not be loaded.")
    try:
        model = _filled(run.key, moment.weights, models[task.reader] if task.reader else None)
    except CheckpointError:
        raise InputError("diverged", "The weights of this moment are no finite numbers any more.") from None
    return Loaded(replace(run.recipe.variant(), name=called, task=task.asked_as), model, {}, sha256=called)


@lru_cache(maxsize=KEPT)
def _filled(link: str, weights: str, reader: Loaded | None) -> nn.Module:
    """A recipe's model with these weights; all models share the one reader."""
    tensors = unpacked(weights)
    if reader is not None:
        tensors |= {FROZEN + part: tensor for part, tensor in stored(reader.model.state_dict()).items()}
    model = filled(WorkshopRecipe.from_link(link).variant(), tensors)
    if reader is not None:
        model.add_module("cnn", reader.model)
    return model
