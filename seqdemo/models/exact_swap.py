"""The exact reasoner for swapped words: every swap and every row of letters, weighed by what was read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, ClassVar, Literal

import numpy as np
import torch
from jaxtyping import Float, Int
from numpy.typing import NDArray
from torch import Tensor, nn

from seqdemo.models.forward_backward import BEFORE, LETTERS, MOVES, OPEN, SIGNS, ForwardBackward, allowed, table
from seqdemo.models.frontend import look, new_reader
from seqdemo.models.kind import Kind
from seqdemo.models.outputs import FrontendOutput, Reasoned
from seqdemo.models.vision import ReaderConfig

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

_LINES = 256
"""Words that are told."""
_MOST = 2048
"""Beginnings of words that are followed up at most."""


@dataclass(frozen=True)
class ExactSwapConfig:
    """The reader, and how far it is trusted, which was chosen on validation words."""

    cnn: Literal["reader", "pen"]
    width: int
    features: int
    dropout: float
    lapse_rate: float
    """Share of the letters that may be anything, so that one sure misreading cannot outvote the rest."""


class ExactSwap(nn.Module):
    """p(word, swap | images) = p(word) prod_t p(letter_t | its image) / the same summed over all words and swaps.

    The sum over all 26^T rows of letters and all T - 3 swaps is exact: forward and backward messages over the contexts
    of a letter model (Rabiner 1989). With them every beginning of a word has its exact probability, so that the
    likeliest words are found first (A*, Hart et al. 1968) and it is known what is left for all others. Nothing is
    learned but the counts of the letters in the training words.
    For a visitor: it tries every swap and every word that letters can make, and leaves none out.
    """

    kind: ClassVar[Kind] = Kind("exact", Reasoned, {"reader": ("cnn",), "exact": ()})

    def __init__(self, config: ExactSwapConfig) -> None:
        super().__init__()
        self.config = config
        self.cnn = new_reader(config.cnn, ReaderConfig(config.width, config.features, config.dropout))

    def see(
        self,
        images: Float[Tensor, "batch letter 28 28 3"],
        lengths: Int[Tensor, "batch"],
        trajectories: Float[Tensor, "batch letter 64 3"] | None = None,
    ) -> FrontendOutput:
        """What the reader makes of images with 0 black and 1 white, padded at the end to any length."""
        return look(self.cnn, images, lengths, trajectories)

    def correct(self, glance: Float[Tensor, "batch letter 26"]) -> Reasoned:
        """All that follows from log-probabilities of letters; all words of one length, no padding."""
        found = [self._one(each) for each in self.fits(glance).numpy()]
        columns = zip(*found, strict=True)
        return Reasoned(*(torch.from_numpy(np.stack(column)).to(glance.device) for column in columns))

    def fits(self, glance: Float[Tensor, "batch letter 26"]) -> Float[Tensor, "batch letter 26"]:
        """How well each letter fits to each image, up to a factor."""
        share = self.config.lapse_rate
        return ((1 - share) * glance.exp() + share / LETTERS).cpu()

    def answers(self, glance: Float[Tensor, "batch letter 26"]) -> Int[Tensor, "batch letter"]:
        """The likeliest words alone, which takes less time."""
        fits = self.fits(glance).numpy()
        found = [_settled(ForwardBackward.of(table(), each)).best(1).letters[0] for each in fits]
        return torch.from_numpy(np.stack(found)).to(glance.device)

    def _one(self, fits: Floats) -> tuple[NDArray[Any], ...]:
        """The columns of `Reasoned` for one word of shape (letter, 26)."""
        messages = ForwardBackward.of(table(), fits)
        best = _settled(messages).best(_LINES)
        told = (best.letters, best.images, best.joint, best.posterior, best.spelling, best.reading)
        return (*told, messages.swaps(), messages.letters())


@dataclass(frozen=True, eq=False)
class Spellings:
    """Beginnings of words, each with one way to swap."""

    letters: Ints
    """Shape (line, place)."""
    images: Ints
    """Which image each letter was taken from."""
    stages: Ints
    """Shape (line,)."""
    spelling: Floats
    """Logarithm of what the letter model says."""
    reading: Floats
    """Logarithm of how well the images fit."""
    joint: Floats
    """Probability, given the images, of all words that begin so."""

    def __getitem__(self, lines: Ints) -> Spellings:
        return Spellings(*(column[lines] for column in self._columns))

    @property
    def _columns(self) -> tuple[NDArray[Any], ...]:
        return (self.letters, self.images, self.stages, self.spelling, self.reading, self.joint)

    @property
    def posterior(self) -> Floats:
        """Probability of each word, with whatever swap."""
        _, number = np.unique(self.letters, axis=0, return_inverse=True)
        return np.bincount(number.ravel(), self.joint)[number.ravel()].astype(np.float32)

    @property
    def lead(self) -> float:
        """By how much the first word is likelier than the second."""
        posterior = np.unique(self.posterior)[::-1]
        return float(posterior[0] - posterior[1:2].sum())

    @property
    def settled(self) -> bool:
        """Whether no other word can be likelier than the first, whatever was left out."""
        return self.lead >= 1 - float(self.joint.sum())

    def joined(self, other: Spellings) -> Spellings:
        """These and others."""
        return Spellings(*(np.concatenate(both) for both in zip(self._columns, other._columns, strict=True)))

    def best(self, count: int) -> Spellings:
        """So many lines, those of the likeliest words first."""
        return self[np.lexsort((-self.joint, -self.posterior))[:count]]


def _settled(messages: ForwardBackward) -> Spellings:
    """The likeliest words, so many that no other can be likelier than the first."""
    width, words = _LINES, searched(messages, _LINES)
    while not words.settled and width < _MOST:
        width *= 8
        words = searched(messages, width)
    return words


def searched(messages: ForwardBackward, width: int) -> Spellings:
    """Whole words, of whose beginnings the `width` likeliest were kept at every place."""
    none, zero = np.zeros((1, 0), np.int64), np.zeros(1, np.float32)
    words = Spellings(none, none, np.full(1, BEFORE), zero, zero, zero)
    for place in range(messages.length):
        words = _longer(messages, words, place, width)
    ends = messages.table.ending.reshape(SIGNS**2, SIGNS)
    first, second, third = _contexts(words.letters)
    return replace(words, spelling=words.spelling + np.log(ends[first * SIGNS + second, third]))


def _longer(messages: ForwardBackward, words: Spellings, place: int, width: int) -> Spellings:
    """Every beginning goes on with every letter in every way; the likeliest are kept."""
    ways = [
        _moved(messages, words, np.flatnonzero(words.stages == stage), place, to, aside)
        for stage, to, aside in MOVES
        if allowed(stage, to, place, messages.length)
    ]
    line, letter, image, *grown = (np.concatenate(columns) for columns in zip(*ways, strict=True))
    best: Ints | slice = np.argpartition(-grown[-1], width)[:width] if len(line) > width else slice(None)
    letters = np.column_stack([words.letters[line[best]], letter[best]])
    images = np.column_stack([words.images[line[best]], image[best]])
    return Spellings(letters, images, *(column[best] for column in grown))


def _moved(
    messages: ForwardBackward, words: Spellings, lines: Ints, place: int, to: int, aside: int
) -> tuple[NDArray[Any], ...]:
    """Some of the beginnings with each letter behind them: beginning, letter, image, stage, and what they weigh."""
    first, second, third = _contexts(words.letters[lines])
    pair = second * SIGNS + third
    with np.errstate(divide="ignore"):
        spelling = words.spelling[lines, None] + np.log(messages.table.forward[pair, first])
        reading = words.reading[lines, None] + np.log(messages.fits[place + aside])
        ahead = np.log(messages.after[place + 1][pair, to, :LETTERS]) + messages.scales[place + 1]
    joint = np.exp(spelling + reading + ahead - messages.total)
    line, letter = np.indices(joint.shape).reshape(2, -1)
    worth = (each.ravel() for each in (spelling, reading, joint))
    return (lines[line], letter, np.full_like(line, place + aside), np.full_like(line, to), *worth)


def _contexts(letters: Ints) -> tuple[Ints, Ints, Ints]:
    """The last three signs of each beginning."""
    opened = np.pad(letters, ((0, 0), (3, 0)), constant_values=OPEN)
    return opened[:, -3], opened[:, -2], opened[:, -1]
