"""The letter that follows by exact reasoning, as a `Trace`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import numpy as np
import torch
from torch import Tensor

from seqdemo.checkpoints import Loaded
from seqdemo.explain.common import letters_read, overruled, positions, probabilities, readings, seen, trace_of
from seqdemo.explain.next_letter import judged, named, trained, unlike_training
from seqdemo.explain.options import Options
from seqdemo.explain.parts import part
from seqdemo.handwriting.letter import Letter
from seqdemo.letters import ALPHABET, letters_of
from seqdemo.models.exact_line import ExactLine, lines_of, posterior
from seqdemo.trace import Panel, Trace


def explain_line(loaded: Loaded, letters: Sequence[Letter], options: Options) -> Trace:
    """What was read of each image on its own, and which lines are left after each of them."""
    model = cast(ExactLine, loaded.model)
    ink = seen(letters)
    lengths = torch.tensor([len(letters)])
    handed = overruled(model.see(ink.bright[None], lengths, ink.row_written)[1], options.read)
    named_so = readings("vision", "What the reader says", handed[0], options.read)
    following = model.reason(handed, lengths)
    vision, reasoning = named_so.values, probabilities(following[0])
    last = len(letters) - 1
    maps = _maps(model.config.task, handed)
    panels = (
        named_so,
        follows := positions("reasoning", "What follows after each letter", reasoning, marked=(last,)),
        Panel(
            "bars",
            "step",
            "The step, by all lines that have it",
            maps[-1].rows,
            ("probability",),
            maps[-1].values.sum(axis=1, keepdims=True),
        ),
        *maps,
    )
    answer, confidence = letters_of([int(reasoning[last].argmax())]), float(reasoning[last].max())
    read = letters_read(vision, ink.images, letters)
    verdict = judged(model, letters, vision, answer)
    parts = (
        part(model, "reader", "vision", ink.images.shape, torch.from_numpy(vision), follows),
        part(model, "exact", "reasoning", vision.shape, following[0].exp(), follows),
    )
    return trace_of(loaded)(
        answer,
        confidence,
        read,
        panels,
        verdict=verdict,
        notes=unlike_training(loaded.task, letters, vision),
        parts=parts,
        trained=trained(loaded.task),
    )


def _maps(task: str, vision: Tensor) -> list[Panel]:
    """After each of the letters, the probability of every start (column) and step (row); 0 where there is no line."""
    start, step = lines_of(task).T
    steps = step.unique()
    chances = posterior(task, vision)[0].exp().numpy()
    letters = len(chances)
    panels = []
    for count, likely in enumerate(chances, start=1):
        values = np.zeros((len(steps), len(ALPHABET)), np.float32)
        values[step - steps[0], start] = likely
        name = "line" if count == letters else f"line-{count}"
        title = f"Which line is it, after {count} of {letters} letters?"
        panels.append(Panel("map", name, title, named(steps.tolist()), tuple(ALPHABET), values, group="line"))
    return panels
