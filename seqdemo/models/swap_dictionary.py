"""A spelling corrector that knows words: every word of a list with every swap, and a share for words in no list."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from math import exp, log
from typing import Any, ClassVar

import numpy as np
import torch
from jaxtyping import Float, Int
from numpy.typing import NDArray
from torch import Tensor, nn

from seqdemo.models.exact_swap import ExactSwapConfig, Spellings, searched
from seqdemo.models.forward_backward import AFTER, LETTERS, ForwardBackward, table
from seqdemo.models.frontend import look, new_reader
from seqdemo.models.kind import Kind
from seqdemo.models.lexicon import Lexicon, lexicon, of_length
from seqdemo.models.outputs import FrontendOutput, Known
from seqdemo.models.vision import ReaderConfig
from seqdemo.sequences.words import Split

Floats = NDArray[np.float64]

_LINES = 64
"""Words that are told, and beginnings of unlisted words that are followed up at first."""
_MOST = 4096
"""Beginnings of unlisted words that are followed up at most."""


@dataclass(frozen=True)
class SwapDictionaryConfig(ExactSwapConfig):
    """The reader, how far it is trusted, and how far the list is: both chosen on validation words."""

    unlisted: float
    """Share of the words that are made letter by letter instead of taken from the list."""


class SwapDictionary(nn.Module):
    """p(w, swap | images) ~ p(w) prod_t p(letter_t | its image), p(w) = (1 - u) [w listed] / words + u p_letters(w).

    A noisy channel (Kernighan, Church and Gale 1990) like Norvig's spelling corrector (2007), with a channel that knows
    how sure the reader is of each letter, and no candidate left out: every listed word of that length with every swap
    is weighed, and so is every other row of letters, by the letter model of `ExactSwap`. Each listed word counts once.
    For a visitor: it tries every word of a dictionary with every swap, and allows for words that it does not know.
    """

    kind: ClassVar[Kind] = Kind("dictionary", Known, {"reader": ("cnn",), "dictionary": ()})

    def __init__(self, config: SwapDictionaryConfig, without: Split | None = None) -> None:
        super().__init__()
        self.config = config
        self.without = without
        """The split whose words are taken off the list."""
        self.cnn = new_reader(config.cnn, ReaderConfig(config.width, config.features, config.dropout))

    def not_knowing(self, split: Split) -> SwapDictionary:
        """The same reader with a list from which the words of a split are taken."""
        other = SwapDictionary(self.config, split)
        other.cnn = self.cnn
        return other

    def see(
        self,
        images: Float[Tensor, "batch letter 28 28 3"],
        lengths: Int[Tensor, "batch"],
        trajectories: Float[Tensor, "batch letter 64 3"] | None = None,
    ) -> FrontendOutput:
        """What the reader makes of images with 0 black and 1 white, padded at the end to any length."""
        return look(self.cnn, images, lengths, trajectories)

    def correct(self, glance: Float[Tensor, "batch letter 26"]) -> Known:
        """All that follows from log-probabilities of letters; all words of one length, no padding."""
        words = lexicon(glance.shape[1], self.without)
        found = [Weighed.of(words, fits, self.config.unlisted).told() for fits in self.fits(glance).numpy()]
        columns = zip(*found, strict=True)
        return Known(*(torch.from_numpy(np.stack(column)).to(glance.device) for column in columns))

    def answers(self, glance: Float[Tensor, "batch letter 26"]) -> Int[Tensor, "batch letter"]:
        """The likeliest words alone, which takes less time."""
        words = lexicon(glance.shape[1], self.without)
        found = [Weighed.of(words, fits, self.config.unlisted).answer() for fits in self.fits(glance).numpy()]
        return torch.from_numpy(np.stack(found)).to(glance.device)

    def fits(self, glance: Float[Tensor, "batch letter 26"]) -> Float[Tensor, "batch letter 26"]:
        """How well each letter fits to each image, up to a factor."""
        share = self.config.lapse_rate
        return ((1 - share) * glance.exp() + share / LETTERS).cpu()


@dataclass(frozen=True, eq=False)
class Weighed:
    """Every word of one length, weighed by what was read."""

    words: Lexicon
    messages: ForwardBackward
    share: float
    """Of words that are made letter by letter."""
    readings: Floats
    """p(images | word, swap), shape (listed words, swaps)."""

    @classmethod
    def of(cls, words: Lexicon, fits: NDArray[np.float32], share: float) -> Weighed:
        """From p(image | letter), shape (letters, 26); where no listed word is so long, letters are all there is."""
        share = share if len(words.letters) else 1.0
        return cls(words, ForwardBackward.of(table(), fits), share, words.readings(fits))

    @property
    def listed(self) -> float:
        """What each listed word has of p(word) for being listed."""
        return (1 - self.share) / max(1, len(self.readings))

    @property
    def made(self) -> float:
        """What the letter model's p(word) counts in p(word)."""
        return self.share / of_length(self.messages.length)

    @cached_property
    def total(self) -> float:
        """p(images)."""
        return self.listed * float(self.readings.sum()) + self.made * exp(self.messages.total)

    @property
    def by_letters(self) -> float:
        """p(the word was made letter by letter | images); it may be listed all the same."""
        return self.made * exp(self.messages.total) / self.total

    @cached_property
    def prior(self) -> Floats:
        """p(word) of the listed words."""
        return np.asarray(self.listed + self.share * self.words.spelling)

    @cached_property
    def joint(self) -> Floats:
        """p(word, swap | images) of the listed words."""
        return np.asarray(self.prior[:, None] * self.readings / self.total)

    def told(self) -> tuple[NDArray[Any], ...]:
        """The columns of `Known` for one word."""
        best = self.lines(_LINES).best(_LINES)
        columns = (best.letters, best.images, best.joint, best.posterior, best.spelling, best.reading)
        listed = np.array([self.words.knows(letters) for letters in best.letters])
        return (*columns, self.swaps(), self.letters(), listed, np.asarray(self.joint.sum(), np.float32))

    def answer(self) -> NDArray[np.int64]:
        """The likeliest word; letters are followed up only if they could outvote the list."""
        posterior = np.sort(self.joint.sum(axis=1))[-2:]
        if len(posterior) == 2 and posterior[1] - posterior[0] > self.by_letters:
            return np.asarray(self.words.letters[self.joint.sum(axis=1).argmax()])
        return np.asarray(self.lines(_LINES).best(1).letters[0])

    def lines(self, width: int) -> Spellings:
        """The likeliest words, listed or not, each with one swap, so many that no other can be the likeliest."""
        found = searched(self.messages, width)
        unlisted = np.flatnonzero([not self.words.knows(letters) for letters in found.letters])
        left_out = self.by_letters * (1 - float(found.joint.sum()))
        lines = self._known(width).joined(self._unknown(found[unlisted]))
        settled = lines.lead >= left_out or width >= _MOST
        return lines if settled else self.lines(8 * width)

    def _known(self, count: int) -> Spellings:
        """The likeliest listed words with one swap; a word's likeliest swap stands for the word."""
        worth = self.joint.copy()
        if worth.size:
            worth[np.arange(len(worth)), worth.argmax(axis=1)] = worth.sum(axis=1)
        best = np.argpartition(-worth, count, axis=None)[:count] if worth.size > count else np.arange(worth.size)
        word, swap = np.unravel_index(best, worth.shape)
        worths = np.log(self.prior[word]), np.log(self.readings[word, swap]), self.joint[word, swap]
        ended = np.full_like(word, AFTER)
        told = (each.astype(np.float32) for each in worths)
        return Spellings(self.words.letters[word], self._orders[swap], ended, *told)

    def _unknown(self, found: Spellings) -> Spellings:
        """Words of the letter model as they weigh beside the list."""
        return replace(found, spelling=found.spelling + log(self.made), joint=found.joint * self.by_letters)

    @property
    def _orders(self) -> NDArray[np.int64]:
        """Which image each letter is taken from, for each swap, shape (swaps, letters)."""
        orders = np.tile(np.arange(self.messages.length), (self.readings.shape[1], 1))
        for place, order in enumerate(orders[: self.messages.length - 3], 1):
            order[[place, place + 1]] = place + 1, place
        return orders

    def swaps(self) -> NDArray[np.float32]:
        """p(the letters at a place and at the next one were swapped | images), shape (letters,)."""
        shares = self.by_letters * self.messages.swaps()
        inside = max(0, self.messages.length - 3)
        shares[1 : 1 + inside] += self.listed * self.readings.sum(axis=0)[:inside] / self.total
        return shares.astype(np.float32)

    def letters(self) -> NDArray[np.float32]:
        """p(letter at each place | images), shape (letters, 26)."""
        weights = self.listed * self.readings.sum(axis=1) / self.total
        known = [np.bincount(letters, weights, LETTERS) for letters in self.words.letters.T]
        return (np.stack(known) + self.by_letters * self.messages.letters()).astype(np.float32)
