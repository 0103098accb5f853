"""Readers of one letter, ours and others, all asked in the same way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

import torch
from torch import Tensor

from benchmarks.inked import Images
from seqdemo.checkpoints import Loaded
from seqdemo.handwriting.trajectory import Trajectories
from seqdemo.letters import MERGED, letters_of
from seqdemo.models.frontend import reading_of
from seqdemo.models.outputs import Character
from seqdemo.sequences.rows import ROW_47
from seqdemo.sequences.samples import LETTER

CHUNK = 500
"""So many images our models are given at a time."""
READING = (LETTER.name, ROW_47.name)
"""The tasks whose models say which letter an image shows."""


@dataclass(frozen=True)
class Contestant:
    """A reader with what one must know to repeat its figures."""

    name: str
    title: str
    version: str
    settings: str
    read: Callable[[Images, Trajectories], list[str]]
    """A capital for each image, empty where it read none; only some look at the way of the pen."""


def ours(models: Iterable[Loaded]) -> list[Contestant]:
    """Every variant that reads letters, by the catalog."""
    settings = f"{CHUNK} images at a time, one thread"
    return [
        Contestant(loaded.name, loaded.title, loaded.sha256[:12], settings, partial(letters_read, loaded))
        for loaded in models
        if loaded.task in READING
    ]


@torch.inference_mode()
def letters_read(loaded: Loaded, images: Images, ways: Trajectories) -> list[str]:
    """The capital that each image is taken for. Of 47 classes, small letters count as capitals; digits are wrong."""
    parts = zip(*(torch.from_numpy(array).split(CHUNK) for array in (images, ways)), strict=True)
    return [letter for bright, written in parts for letter in _letters(loaded, bright.float() / 255, written)]


def _letters(loaded: Loaded, images: Tensor, ways: Tensor) -> list[str]:
    if loaded.task == LETTER.name:
        vision = reading_of(loaded.model, images, ways).vision
        assert vision is not None
        return list(letters_of(vision.argmax(-1).tolist()))
    output: Character = loaded.model(images)
    return [MERGED[n].upper() for n in output.answer.argmax(-1).tolist()]
