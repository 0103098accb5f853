"""Sums over all words and all swaps at once, by forward and backward messages (Rabiner 1989).

A message has one number for every context, the last three letters, and for every stage: before the swap, at the second
of the two letters, behind it. NumPy multiplies many small matrices several times faster than torch.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

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
    """A letter model as tables, its probabilities raised to some power."""

    forward: Floats
    """p(letter | context) as matrices: for the last two letters b, c of each context, shape (b c, a, letter)."""
    backward: Floats
    """The same matrices turned, shape (b c, letter, a)."""
    ending: Floats
    """p(end | context), shape (contexts,)."""


@cache
def table(power: float) -> Table:
    """The n-grams of the training words."""
    signs = torch.tensor([*range(LETTERS), START])
    likely = CountedLetters(ORDER)(torch.cartesian_prod(signs, signs, signs)).numpy().astype(np.float32) ** power
    forward = likely[:, :END].reshape(SIGNS, SIGNS**2, LETTERS).transpose(1, 0, 2)
    turned = forward.transpose(0, 2, 1)
    return Table(*(np.ascontiguousarray(each, np.float32) for each in (forward, turned, likely[:, END])))


def allowed(stage: int, to: int, place: int, length: int) -> bool:
    """Whether a word of this length may make this move there: one swap, of neither the first nor the last letter."""
    if length <= 3:
        return (stage, to) == (BEFORE, BEFORE)
    first, last = {
        (BEFORE, BEFORE): (0, length - 4), (BEFORE, SECOND): (1, length - 3), (SECOND, AFTER): (2, length - 2),
        (AFTER, AFTER): (3, length - 1),
    }[stage, to]  # fmt: skip
    return first <= place <= last


@dataclass(frozen=True, eq=False)
class Messages:
    """What leads to each context, and what may follow it, in V versions of one word."""

    table: Table
    fits: Floats
    """p(image | letter) up to a factor for each image, shape (V, T, 26)."""
    before: tuple[Floats, ...]
    """Everything that leads to (context, stage) at each place, shape (b c, stage, V, a), up to a factor."""
    after: tuple[Floats, ...]
    """Everything that may follow there, shape (a b, stage, V, c), up to the factors `scales`."""
    scales: Floats
    """Their logarithms, shape (T + 1, V)."""

    @classmethod
    def of(cls, table: Table, fits: Floats) -> Messages:
        """Both kinds of messages of V versions of one word of T letters."""
        return cls(table, fits, _befores(table, fits), *_afters(table, fits))

    @property
    def length(self) -> int:
        return len(self.before) - 1

    @property
    def total(self) -> Floats:
        """Logarithm of everything, shape (V,)."""
        total: Floats = np.log(self.after[0][-1, BEFORE, :, OPEN]) + self.scales[0]
        return total

    def letters(self) -> Floats:
        """p(letter at each place | images), shape (V, T, 26)."""
        return np.stack([sum(self._moves(place).values(), np.float32(0)) for place in range(self.length)], axis=1)

    def swaps(self) -> Floats:
        """p(the letters at a place and at the next one were swapped | images), shape (V, T)."""
        shares = np.zeros(self.fits.shape[:2], np.float32)
        for place in range(self.length):
            if allowed(BEFORE, SECOND, place, self.length):
                shares[:, place] = self._moves(place)[BEFORE, SECOND].sum(axis=-1)
        return shares

    def _moves(self, place: int) -> dict[tuple[int, int], Floats]:
        """p(a move with a letter at a place | images), shape (V, 26) for each move that is allowed there."""
        grown = _grown(self.table, self.before[place])
        after = self.after[place + 1][..., :LETTERS]
        sums = {
            (stage, to): (grown[:, stage] * after[:, to]).sum(axis=0) * self.fits[:, place + aside]
            for stage, to, aside in MOVES
            if allowed(stage, to, place, self.length)
        }
        total = sum(each.sum(axis=-1, keepdims=True) for each in sums.values())
        return {move: each / total for move, each in sums.items()}


def _grown(table: Table, before: Floats) -> Floats:
    """Everything that leads to a context, each letter added: shape (b c, stage, V, letter)."""
    matrices = before.reshape(len(before), -1, SIGNS) @ table.forward
    return matrices.reshape(*before.shape[:3], LETTERS)


def _befores(table: Table, fits: Floats) -> tuple[Floats, ...]:
    versions, length, _ = fits.shape
    first = np.zeros((SIGNS**2, 3, versions, SIGNS), np.float32)
    first[-1, BEFORE, :, OPEN] = 1
    messages = [first]
    for place in range(length):
        grown, after = _grown(table, messages[-1]), np.zeros_like(first)
        for stage, to, aside in MOVES:
            if allowed(stage, to, place, length):
                after[:, to, :, :LETTERS] += grown[:, stage] * fits[:, place + aside]
        after /= after.sum(axis=(0, 1, 3))[:, None]
        messages.append(_split(after).transpose(1, 4, 2, 3, 0).reshape(first.shape))
    return tuple(messages)


def _afters(table: Table, fits: Floats) -> tuple[tuple[Floats, ...], Floats]:
    versions, length, _ = fits.shape
    last = np.zeros((SIGNS**2, 3, versions, SIGNS), np.float32)
    last[:, BEFORE if length <= 3 else AFTER] = table.ending.reshape(SIGNS**2, 1, SIGNS)
    messages, scales = [last], [np.zeros(versions, np.float32)]
    for place in reversed(range(length)):
        given = np.zeros((SIGNS**2, 3, versions, LETTERS), np.float32)
        for stage, to, aside in MOVES:
            if allowed(stage, to, place, length):
                given[:, stage] += messages[0][:, to, :, :LETTERS] * fits[:, place + aside]
        matrices = given.reshape(SIGNS**2, -1, LETTERS) @ table.backward
        before = matrices.reshape(SIGNS**2, 3, versions, SIGNS)
        most = before.max(axis=(0, 1, 3))
        messages.insert(0, _split(before / most[:, None]).transpose(4, 0, 2, 3, 1).reshape(last.shape))
        scales.insert(0, scales[0] + np.log(most))
    return tuple(messages), np.stack(scales)


def _split(message: Floats) -> Floats:
    """A message's first axis, of two signs, as two axes."""
    return message.reshape(SIGNS, SIGNS, *message.shape[1:])
