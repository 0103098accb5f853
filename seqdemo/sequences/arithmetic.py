"""Next letter: arithmetic letter sequences without wrap-around, and the letter that follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from seqdemo.letters import ALPHABET
from seqdemo.sequences.chance import uniforms
from seqdemo.sequences.task import Family, Task

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Line:
    """Letters start, start + step, start + 2 step, …"""

    start: int
    step: int

    def letter(self, position: int) -> int:
        """Class index at a position, counted from 0."""
        return self.start + self.step * position


@dataclass(frozen=True)
class ArithmeticTask(Task):
    """Which lines there are, how many of their letters are shown, and on what paper."""

    family: ClassVar[Family] = "next"
    fewest: ClassVar[int] = 2

    steps: range
    backgrounds: tuple[str, ...]

    @property
    def papers(self) -> tuple[str, ...]:
        return self.backgrounds

    def lines(self, length: int) -> tuple[Line, ...]:
        """All lines whose first `length` letters and the one that follows lie in the alphabet."""
        return tuple(
            Line(start, step)
            for step in self.steps
            for start in range(len(ALPHABET))
            if 0 <= start + step * length < len(ALPHABET)
        )

    @cached_property
    def _table(self) -> tuple[Ints, Ints, Ints]:
        """(start, step) of the lines of every length, and where in them each length begins and how many it has."""
        by_length = [self.lines(length) for length in range(self.shortest, self.longest + 1)]
        counts = np.array([len(lines) for lines in by_length])
        every = np.array([(line.start, line.step) for lines in by_length for line in lines])
        return every, np.cumsum(counts) - counts, counts

    def draw(self, split: str, seed: int, indices: Ints) -> ArithmeticSamples:
        """The samples of these numbers: a pure function of (task, split, seed, index).

        Lengths are uniform, lines uniform among those of their length.
        """
        u = uniforms(f"{self.name}/{split}", seed, indices, 2 + 2 * self.longest)
        extra = (u[:, 0] * (self.longest - self.shortest + 1)).astype(np.int64)
        every, first, counts = self._table
        lines = every[first[extra] + (u[:, 1] * counts[extra]).astype(np.int64)]
        letters = lines[:, :1] + lines[:, 1:] * np.arange(self.longest + 1)
        papers = (u[:, 2 + self.longest :] * len(self.backgrounds)).astype(np.int64)
        inverted = np.array([paper == "white" for paper in self.backgrounds])[papers]
        return ArithmeticSamples(self.shortest + extra, letters, u[:, 2 : 2 + self.longest], inverted)


@dataclass(frozen=True, eq=False)
class ArithmeticSamples:
    """Samples in arrays: N of them, each up to T letters long."""

    lengths: Ints
    """How many letters are shown, shape (N,)."""
    letters: Ints
    """Class indices along the line, shape (N, T + 1): at `lengths` stands the answer, behind it anything."""
    glyphs: NDArray[np.float64]
    """Which of a letter's glyphs is taken, as a share in [0, 1), shape (N, T)."""
    inverted: NDArray[np.bool_]
    """True for dark ink on white paper, shape (N, T)."""


EASY = ArithmeticTask("next-easy", "Next letter, easy", "다음 글자, 쉬움", 5, 5, range(1, 4), ("black",))
NORMAL = ArithmeticTask("next-normal", "Next letter, normal", "다음 글자, 보통", 2, 6, range(-6, 7), ("black", "white"))
TRAINED = {task.name: task for task in (EASY, NORMAL)}
"""By name, what the rows of training were like."""


def next_letter(letters: Sequence[int]) -> int | None:
    """The exact rule: the class index that follows, or None if the letters form no line or leave the alphabet."""
    if len(letters) < 2:
        return None
    step = letters[1] - letters[0]
    follows = letters[-1] + step
    straight = all(b - a == step for a, b in pairwise(letters))
    return follows if straight and 0 <= follows < len(ALPHABET) else None
