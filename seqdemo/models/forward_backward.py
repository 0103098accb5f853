"""Sums over all words and all swaps at once, by forward and backward messages (Rabiner 1989).

A message has one number for every context, the last three letters, and for every stage: before the swap, at the second
of the two letters, behind it. NumPy multiplies many small matrices several times faster than torch.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
import torch
from numpy.typing import NDArray

from seqdemo.letters import ALPHABET
from seqdemo.models.letter_model import CountedLetters
from seqdemo.models.symbols import END, START

Floats = NDArray[np.float32]

LETTERS = len(ALPHABET)
BEFORE, SECOND, AFTER = range(3)
"""Where a word stands."""
MOVES = ((BEFORE, BEFORE, 0), (BEFORE, SECOND, 1), (SECOND, AFTER, -1), (AFTER, AFTER, 0))
"""From where to where a letter leads, and how far from its own place the letter's image stands."""
ORDER = 4
"""Letters of the n-grams, the last one included."""
OPEN = LETTERS
"""What stands before the first letter."""
SIGNS = LETTERS + 1
"""What may stand before a letter: a letter, or nothing yet. A context (a, b, c) has the number 27^2 a + 27 b + c."""


@dataclass(frozen=True, eq=False)
class Table:
    """A letter model as tables."""

    forward: Floats
    """p(letter | context) as matrices: for the last two letters b, c of each context, shape (b c, a, letter)."""
    backward: Floats
    """The same matrices turned, shape (b c, letter, a)."""
    ending: Floats
    """p(end | context), shape (contexts,)."""


@cache
def table() -> Table:
    """The n-grams of the training words."""
    signs = torch.tensor([*range(LETTERS), START])
    likely = CountedLetters(ORDER)(torch.cartesian_prod(signs, signs, signs)).numpy()
    forward = likely[:, :END].reshape(SIGNS, SIGNS**2, LETTERS).transpose(1, 0, 2)
    turned = forward.transpose(0, 2, 1)
    return Table(*(np.ascontiguousarray(each, np.float32) for each in (forward, turned, likely[:, END])))


def allowed(stage: int, to: int, place: int, length: int) -> bool:
    """Whether a word of this length may make this move there: one swap, of neither the first nor the last letter."""
    if length <= 3:
        return (stage, to) == (BEFORE, BEFORE)
    first, last = {
        (BEFORE, BEFORE): (0, length - 4),
        (BEFORE, SECOND): (1, length - 3),
        (SECOND, AFTER): (2, length - 2),
        (AFTER, AFTER): (3, length - 1),
    }[stage, to]
    return first <= place <= last


@dataclass(frozen=True, eq=False)
class ForwardBackward:
    """What leads to each context of one word, and what may follow it.

    What leads there is summed up only when letters or swaps are asked for: the total and a search do without.
    """

    table: Table
    fits: Floats
    """p(image | letter) up to a factor for each image, shape (T, 26)."""
    after: tuple[Floats, ...]
    """Everything that may follow there, shape (a b, stage, c), up to the factors `scales`."""
    scales: Floats
    """Their logarithms, shape (T + 1,)."""

    @classmethod
    def of(cls, table: Table, fits: Floats) -> ForwardBackward:
        """Both kinds of messages of a word of T letters."""
        return cls(table, fits, *_afters(table, fits))

    @property
    def length(self) -> int:
        return len(self.fits)

    @property
    def total(self) -> float:
        """Logarithm of everything."""
        return float(np.log(self.after[0][-1, BEFORE, OPEN]) + self.scales[0])

    def letters(self) -> Floats:
        """p(letter at each place | images), shape (T, 26)."""
        return np.stack([sum(moves.values(), np.float32(0)) for moves in self._moves])

    def swaps(self) -> Floats:
        """p(the letters at a place and at the next one were swapped | images), shape (T,)."""
        return np.array([moves.get((BEFORE, SECOND), _NONE).sum() for moves in self._moves], np.float32)

    @cached_property
    def _moves(self) -> list[dict[tuple[int, int], Floats]]:
        """For each place p(a move with a letter | images), shape (26,) for each move that is allowed there."""
        return [self._moves_at(place, grown) for place, grown in enumerate(_befores(self.table, self.fits))]

    def _moves_at(self, place: int, grown: Floats) -> dict[tuple[int, int], Floats]:
        after = self.after[place + 1][..., :LETTERS]
        sums = {
            (stage, to): (grown[:, stage] * after[:, to]).sum(axis=0) * self.fits[place + aside]
            for stage, to, aside in MOVES
            if allowed(stage, to, place, self.length)
        }
        total = sum(float(each.sum()) for each in sums.values())
        return {move: each / total for move, each in sums.items()}


_NONE = np.zeros(0, np.float32)


def _befores(table: Table, fits: Floats) -> Iterator[Floats]:
    """For each place, everything that leads to a context with a letter behind it: shape (b c, stage, letter).

    Up to a factor.
    """
    before = np.zeros((SIGNS**2, 3, SIGNS), np.float32)
    before[-1, BEFORE, OPEN] = 1
    for place in range(len(fits)):
        grown: Floats = before @ table.forward
        yield grown
        after = np.zeros_like(before)
        for stage, to, aside in MOVES:
            if allowed(stage, to, place, len(fits)):
                after[:, to, :LETTERS] += grown[:, stage] * fits[place + aside]
        before = _split(after / after.sum()).transpose(1, 3, 2, 0).reshape(before.shape)


def _afters(table: Table, fits: Floats) -> tuple[tuple[Floats, ...], Floats]:
    last = np.zeros((SIGNS**2, 3, SIGNS), np.float32)
    last[:, BEFORE if len(fits) <= 3 else AFTER] = table.ending.reshape(SIGNS**2, SIGNS)
    messages, scales = [last], [np.float32(0)]
    for place in reversed(range(len(fits))):
        given = np.zeros((SIGNS**2, 3, LETTERS), np.float32)
        for stage, to, aside in MOVES:
            if allowed(stage, to, place, len(fits)):
                given[:, stage] += messages[0][:, to, :LETTERS] * fits[place + aside]
        before = given @ table.backward
        messages.insert(0, _split(before / before.max()).transpose(3, 0, 2, 1).reshape(last.shape))
        scales.insert(0, scales[0] + np.log(before.max()))
    return tuple(messages), np.array(scales)


def _split(message: Floats) -> Floats:
    """A message's first axis, of two signs, as two axes."""
    return message.reshape(SIGNS, SIGNS, *message.shape[1:])
