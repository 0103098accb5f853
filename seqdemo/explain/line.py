"""The letter that follows by exact reasoning, as a `Trace`."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

from seqdemo.checkpoints import Loaded
from seqdemo.explain.common import letters_read, positions, probabilities, since
from seqdemo.explain.next_letter import STEPS, judged
from seqdemo.explain.options import Options
from seqdemo.handwriting import raster
from seqdemo.handwriting.letter import Letter
from seqdemo.letters import ALPHABET, letters_of
from seqdemo.models.exact_line import ExactLine, lines_of
from seqdemo.models.outputs import NextLetter
from seqdemo.sequences.arithmetic import NORMAL
from seqdemo.trace import Panel, Trace


def explain_line(loaded: Loaded, letters: Sequence[Letter], _: Options, begun: float) -> Trace:
    """What was read of each image on its own, and which lines are left after each of them."""
    model: ExactLine = loaded.model  # type: ignore[assignment]
    images = raster.images(letters)
    output: NextLetter = model(torch.from_numpy(images)[None].float() / 255, torch.tensor([len(letters)]))
    vision, reasoning = probabilities(output.vision[0]), probabilities(output.reasoning[0])
    last = len(letters) - 1
    maps = tuple(_map(model, output.vision, seen) for seen in range(1, len(letters) + 1))
    panels = (
        positions("vision", "What the CNN reads, with calibrated doubt", vision),
        positions("reasoning", "What follows after each letter", reasoning, marked=(last,)),
        Panel("bars", "step", "The step, by all lines that have it", STEPS, ("probability",),
              maps[-1].values.sum(axis=1, keepdims=True)),
        *maps,
    )  # fmt: skip
    answer, confidence = letters_of([int(reasoning[last].argmax())]), float(reasoning[last].max())
    read = letters_read(vision, images, letters)
    verdict = judged(model, letters, vision, answer)
    return Trace(loaded.name, loaded.task, answer, confidence, read, panels, since(begun), verdict)


def _map(model: ExactLine, vision: Tensor, seen: int) -> Panel:
    """The probability of every start (column) and step (row) after so many letters; 0 where there is no such line."""
    values = np.zeros((len(STEPS), len(ALPHABET)), np.float32)
    start, step = lines_of(model.config.task, seen).numpy().T
    values[step - NORMAL.steps[0], start] = probabilities(model.posterior(vision, seen)[0])
    title = f"Which line is it, after {seen} of {vision.shape[1]} letters?"
    return Panel("map", f"line-{seen}", title, STEPS, tuple(ALPHABET), values, group="line")
