"""What the explanations of all models share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
import torch
from jaxtyping import Float
from numpy.typing import NDArray
from torch import Tensor

from seqdemo.checkpoints import Loaded
from seqdemo.handwriting import raster
from seqdemo.handwriting.letter import Letter
from seqdemo.handwriting.trajectory import trajectories
from seqdemo.letters import ALPHABET, index_of
from seqdemo.models import log_probs
from seqdemo.trace import LetterRead, Panel, Stage, Trace

Images = NDArray[np.uint8]
Floats = NDArray[np.float32]
TOP = 3


@dataclass(frozen=True, eq=False)
class Seen:
    """Letters as models see them."""

    images: Images
    """Shape (letters, 28, 28)."""
    bright: Float[Tensor, "letter 28 28"]
    """The same from 0 black to 1 white."""
    written: Float[Tensor, "letter 64 3"] | None
    """The way of the pen; None where only images are known."""

    @property
    def row_written(self) -> Float[Tensor, "1 letter 64 3"] | None:
        """The same as a batch of one row."""
        return None if self.written is None else self.written[None]


def seen(letters: Sequence[Letter]) -> Seen:
    """The one way from letters to what models see."""
    images, ways = raster.images(letters), trajectories(letters)
    bright = torch.from_numpy(images).float() / 255
    return Seen(images, bright, None if ways is None else torch.from_numpy(ways))


def trace_of(loaded: Loaded) -> partial[Trace]:
    """A Trace that lacks what came about: answer, confidence, letters, panels and what else there is."""
    return partial(Trace, loaded.name, loaded.task, family=loaded.family, kind=loaded.kind.name)


def probabilities(log_probabilities: Tensor) -> Floats:
    return np.asarray(log_probabilities.exp().numpy(), dtype=np.float32)


def overruled(vision: Float[Tensor, "batch letter 26"], read: Mapping[int, str]) -> Float[Tensor, "batch letter 26"]:
    """The log-probabilities of letters as reasoning is given them, some of them read as they are set by hand."""
    return log_probs.overruled(vision, {place: index_of(letter) for place, letter in read.items()})


def readings(id: str, title: str, vision: Float[Tensor, "letter 26"], read: Mapping[int, str]) -> Panel:
    """What `overruled` gave as a panel; what was set by hand is certain."""
    values = probabilities(vision).copy()
    values[list(read)] = np.eye(len(ALPHABET), dtype=np.float32)[[index_of(letter) for letter in read.values()]]
    return replace(positions(id, title, values), sets="read", overruled=tuple(sorted(read)))


def letters_read(vision: Floats, images: Images, letters: Sequence[Letter]) -> tuple[LetterRead, ...]:
    """What each image was taken for, by probabilities of shape (letters, 26)."""
    best = np.argsort(-vision, axis=1)[:, :TOP]
    return tuple(
        LetterRead(
            ALPHABET[order[0]], tuple((ALPHABET[i], float(row[i])) for i in order), image, letter.label, letter.ink
        )
        for order, row, image, letter in zip(best, vision, images, letters, strict=True)
    )


def positions(id: str, title: str, values: Floats, marked: tuple[int, ...] = (), faded: tuple[int, ...] = ()) -> Panel:
    """A heat-map with a row for each letter image."""
    rows = tuple(str(position + 1) for position in range(len(values)))
    return Panel("heatmap", id, title, rows, tuple(ALPHABET), values, marked, faded)


def meant(letters: Sequence[Letter]) -> list[int] | None:
    """Class indices of the letters that were meant; None unless all are known."""
    labels = [letter.label for letter in letters if letter.label and letter.label.isalpha()]
    return [index_of(label) for label in labels] if len(labels) == len(letters) else None


def blame(right: bool, reasoning_right: bool, vision_right: bool) -> Stage:
    """The stage that spoilt an answer: each one is right or wrong on its own."""
    if right:
        return "none"
    if reasoning_right:
        return "handover" if vision_right else "vision"
    return "reasoning" if vision_right else "both"
