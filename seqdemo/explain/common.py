"""What the explanations of all models share."""

from __future__ import annotations

import time
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from seqdemo.handwriting.letter import Letter
from seqdemo.letters import ALPHABET, index_of
from seqdemo.trace import LetterRead, Panel, Stage

Images = NDArray[np.uint8]
Floats = NDArray[np.float32]
TOP = 3


def probabilities(log_probabilities: Tensor) -> Floats:
    return np.asarray(log_probabilities.exp().numpy(), dtype=np.float32)


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


def since(begun: float) -> float:
    """Milliseconds since a reading of `time.perf_counter`."""
    return (time.perf_counter() - begun) * 1000
