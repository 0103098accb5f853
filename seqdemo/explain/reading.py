"""Letters read one by one, as a `Trace`."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from seqdemo.checkpoints import Loaded
from seqdemo.explain.common import letters_read, meant, positions, probabilities, since
from seqdemo.explain.options import Options
from seqdemo.handwriting import raster
from seqdemo.handwriting.letter import Letter
from seqdemo.letters import letters_of
from seqdemo.models.outputs import Reading
from seqdemo.trace import Trace, Verdict


def explain_reading(loaded: Loaded, letters: Sequence[Letter], _: Options, begun: float) -> Trace:
    """What a reader makes of each letter on its own."""
    images = raster.images(letters)
    output: Reading = loaded.model(torch.from_numpy(images).float() / 255)
    assert output.vision is not None
    vision = probabilities(output.vision)
    answer = letters_of(vision.argmax(axis=1))
    panels = (positions("vision", "What the CNN reads", vision),)
    confidence = float(vision.max(axis=1).prod())
    read = letters_read(vision, images, letters)
    verdict = _verdict(meant(letters), answer)
    return Trace(loaded.name, loaded.task, answer, confidence, read, panels, since(begun), verdict)


def _verdict(truth: list[int] | None, answer: str) -> Verdict | None:
    if truth is None:
        return None
    target = letters_of(truth)
    return Verdict(target, target, answer == target, "none" if answer == target else "vision", None, None)
