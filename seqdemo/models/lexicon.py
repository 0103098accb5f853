"""Every word of the list as arrays, made once for each length, so that all of them are weighed in one go."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

from seqdemo.letters import index_of
from seqdemo.models.forward_backward import LETTERS, OPEN, SIGNS, ForwardBackward, table
from seqdemo.sequences.words import SHORTEST, Split, words_of

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The words of one length."""

    letters: Ints
    """Class indices, shape (words, letters)."""
    spelling: Floats
    """p(word | its length) by the letter model, shape (words,)."""

    @classmethod
    def of(cls, words: tuple[str, ...], length: int) -> Lexicon:
        """From words in capitals, all of that length."""
        letters = np.array([[index_of(letter) for letter in word] for word in words], np.int64).reshape(-1, length)
        return cls(letters, _spelled(letters) / of_length(length))

    def readings(self, fits: NDArray[np.float32]) -> Floats:
        """p(images | word, swap) for each swap inside the word, shape (words, swaps), from p(image | letter).

        Words of fewer than four letters have one column: as they stand.
        """
        exact = np.log(fits.astype(np.float64))
        whole = self._at(exact).sum(axis=1, keepdims=True)
        if len(fits) < SHORTEST:
            return np.asarray(np.exp(whole))
        first = self._at(np.roll(exact, -1, axis=0) - exact)[:, 1:-2]
        second = self._at(np.roll(exact, 1, axis=0) - exact)[:, 2:-1]
        return np.asarray(np.exp(whole + first + second))

    def _at(self, table: Floats) -> Floats:
        """What a table of shape (places, 26) has for each letter at its place, shape (words, letters)."""
        return table.ravel().take(self._places)

    @cached_property
    def _places(self) -> Ints:
        """Where in such a table, row by row, each letter at its place stands."""
        return self.letters + LETTERS * np.arange(self.letters.shape[1])

    def knows(self, letters: Ints) -> bool:
        """Whether these letters are one of the words."""
        return letters.tobytes() in self._rows

    @cached_property
    def _rows(self) -> frozenset[bytes]:
        return frozenset(word.tobytes() for word in self.letters)


@cache
def lexicon(length: int, without: Split | None = None) -> Lexicon:
    """The words of the list with so many letters; those of one split may be left out."""
    splits: tuple[Split, ...] = ("train", "val", "test")
    words = (word for split in splits if split != without for word in words_of(split, length, length))
    return Lexicon.of(tuple(words), length)


@cache
def of_length(length: int) -> float:
    """p(a word has so many letters) by the letter model."""
    open_to_all = np.ones((length, LETTERS), np.float32)
    return float(np.exp(ForwardBackward.of(table(), open_to_all).total)) / max(1, length - 3)


def _spelled(letters: Ints) -> Floats:
    """p(word), its end included, by the letter model."""
    chances, opened = np.ones(len(letters)), np.pad(letters, ((0, 0), (3, 0)), constant_values=OPEN)
    for place in range(letters.shape[1]):
        first, second, third = opened[:, place : place + 3].T
        chances *= table().forward[second * SIGNS + third, first, letters[:, place]]
    first, second, third = opened[:, -3:].T
    return np.asarray(chances * table().ending[(first * SIGNS + second) * SIGNS + third])
