"""A run's model as it was at each moment of its training, ready to answer as shipped models do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from seqdemo.checkpoints import FROZEN, Loaded, filled, stored
from seqdemo.errors import CheckpointError, InputError
from seqdemo.workshop.protocol import Moment, unpacked
from seqdemo.workshop.run import Run
from seqdemo.workshop.runs import Workshop

PREFIX, AT = "run:", "@"


def name(key: str, moment: int) -> str:
    """What a run's model is called at a moment, from 0."""
    return f"{PREFIX}{key}{AT}{moment}"


def loaded(workshop: Workshop, called: str, models: Mapping[str, Loaded]) -> Loaded:
    """The model of a name, with the frozen reader that it stands on; raises InputError."""
    key, _, number = called.removeprefix(PREFIX).rpartition(AT)
    run = workshop.run(key)
    if not number.isdecimal() or int(number) >= len(run.moments):
        raise InputError("no_moment", "This run has no such moment yet.")
    return as_it_was(run, run.moments[int(number)], called, models)


def as_it_was(run: Run, moment: Moment, called: str, models: Mapping[str, Loaded]) -> Loaded:
    """The run's model after some steps, under a name; raises InputError if its reader could not be loaded."""
    weights = unpacked(moment.weights)
    task = run.recipe.of_task
    if task.reader is not None:
        if task.reader not in models:
            raise InputError("no_reader", "The reader that this run stands on could not be loaded.")
        reader = stored(models[task.reader].model.state_dict())
        weights |= {FROZEN + part: tensor for part, tensor in reader.items()}
    variant = replace(run.recipe.variant(), name=called, task=task.asked_as)
    try:
        return Loaded(variant, filled(variant, weights), {}, sha256=called)
    except CheckpointError:
        raise InputError("diverged", "The weights of this moment are no finite numbers any more.") from None
