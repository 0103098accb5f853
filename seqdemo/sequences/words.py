"""Swapped word: words in which two neighbouring letters changed places, and the words as they were."""

from __future__ import annotations

import lzma
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import ClassVar, Literal
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from seqdemo.letters import index_of
from seqdemo.sequences.chance import uniforms
from seqdemo.sequences.task import Family, Task

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Split = Literal["train", "val", "test"]

WORDS = Path(__file__).with_name("words.txt.xz")
"""English words of 4 to 14 letters; WORDS.md beside it names source and licence."""
RARE_WORDS = WORDS.with_name("rare-words.txt.xz")
"""Rarer ones of 4 to 8 letters, for training alone."""
SHORTEST, LONGEST = 4, 14
_PALEST = 0.25
"""Least red, green and blue of a tinted ink."""


@cache
def all_words() -> frozenset[str]:
    """Every word of the list, in capitals."""
    return _listed(WORDS)


@cache
def rare_words() -> frozenset[str]:
    """Words for training that are not in that list, in capitals."""
    return _listed(RARE_WORDS)


def _listed(path: Path) -> frozenset[str]:
    return frozenset(lzma.decompress(path.read_bytes()).decode("ascii").upper().split())


def split_of(word: str) -> Split:
    """Where a word belongs, by its own letters alone: 80% training, 10% validation, 10% test."""
    share = crc32(word.lower().encode()) % 100
    return "train" if share < 80 else "val" if share < 90 else "test"


@cache
def words_of(split: Split, shortest: int, longest: int) -> tuple[str, ...]:
    """The words of a split with so many letters, in capitals, in alphabetical order."""
    return tuple(sorted(word for word in all_words() if shortest <= len(word) <= longest and split_of(word) == split))


def places(word: Sequence[object]) -> tuple[int, ...]:
    """Where a letter and its right neighbour can be swapped: both inside the word, and not equal."""
    return tuple(at for at in range(1, len(word) - 2) if word[at] != word[at + 1])


def swapped(word: str, place: int) -> str:
    """The word with the letters at `place` and `place + 1` exchanged."""
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def corrections(letters: str) -> tuple[str, ...]:
    """Words of the list, in capitals, that one swap inside the letters gives, by place; often none, rarely several."""
    shown = letters.upper()
    return tuple(word for word in (swapped(shown, place) for place in places(shown)) if word in all_words())


@dataclass(frozen=True)
class WordTask(Task):
    """Words of some lengths, each once with every swap that it allows."""

    family: ClassVar[Family] = "swap"

    measured_as: str = "accuracy"
    rare: bool = False
    """Rare words are trained on too."""

    @property
    def trained_as(self) -> str:
        return SWAP_NORMAL.name

    @property
    def figure(self) -> str:
        return self.measured_as

    def words(self, split: Split) -> tuple[str, ...]:
        usual = words_of(split, self.shortest, self.longest)
        return (*usual, *sorted(rare_words())) if self.rare and split == "train" else usual

    def count(self, split: Split) -> int:
        """How many samples a split has: every swap of every word once."""
        return len(self._tables[split].places)

    @cached_property
    def _tables(self) -> dict[Split, _Table]:
        return {split: _Table.of(self.words(split), self.longest) for split in ("train", "val", "test")}

    def draw(self, split: Split, seed: int, indices: Ints) -> WordSamples:
        """The samples of these numbers, a pure function of (task, split, seed, index); they repeat after `count`."""
        table, rows = self._tables[split], indices % self.count(split)
        words, places = table.words[table.numbers[rows]], table.places[rows]
        u = uniforms(f"{self.name}/{split}", seed, indices, 5 * self.longest)
        inks = _PALEST + (1 - _PALEST) * u[:, 2 * self.longest :].reshape(-1, self.longest, 3)
        white = u[:, self.longest : 2 * self.longest, None] < 0.5
        return WordSamples(
            table.lengths[table.numbers[rows]],
            _all_swapped(words, places),
            words,
            places,
            u[:, : self.longest],
            np.where(white, 1.0, inks),
        )


OWN = "own:"
"""How tasks are named whose words are a person's own; the words follow, in capitals, with dots between them."""


@dataclass(frozen=True)
class OwnWords(WordTask):
    """A person's own words, the same in every split: what is new in a test is the handwriting."""

    own: tuple[str, ...] = ()

    @classmethod
    def of(cls, name: str) -> OwnWords:
        """The task of a name."""
        words = tuple(name.removeprefix(OWN).split("."))
        lengths = [len(word) for word in words]
        return cls(name, "", "", min(lengths), max(lengths), own=words)

    def words(self, split: Split) -> tuple[str, ...]:
        return self.own


@dataclass(frozen=True, eq=False)
class _Table:
    """All words of a split and all their samples, once, so that drawing is no more than looking up."""

    words: Ints
    """Class indices, shape (words, T); 0 on padding."""
    lengths: Ints
    """Of each word."""
    numbers: Ints
    """Which word each sample is made of, in an order that mixes the words."""
    places: Ints
    """Where each sample's swap begins."""

    @classmethod
    def of(cls, words: Sequence[str], longest: int) -> _Table:
        pairs = np.array([(number, place) for number, word in enumerate(words) for place in places(word)])
        numbers, at = np.random.default_rng(0).permutation(pairs).T.copy()
        return cls(_indices(words, longest), np.array([len(word) for word in words]), numbers, at)


def _indices(words: Sequence[str], longest: int) -> Ints:
    rows = [[index_of(letter) for letter in word] + [0] * (longest - len(word)) for word in words]
    return np.array(rows, dtype=np.int64)


def _all_swapped(words: Ints, places: Ints) -> Ints:
    """Each row with the letters at its place and after it exchanged."""
    order = np.tile(np.arange(words.shape[1]), (len(words), 1))
    rows = np.arange(len(words))
    order[rows, places], order[rows, places + 1] = places + 1, places
    return np.take_along_axis(words, order, axis=1)


@dataclass(frozen=True, eq=False)
class WordSamples:
    """Samples in arrays: N of them, each up to T letters long; 0 on padding."""

    lengths: Ints
    """How many letters, shape (N,)."""
    letters: Ints
    """Class indices as shown, swapped, shape (N, T)."""
    words: Ints
    """Class indices of the right word, shape (N, T)."""
    places: Ints
    """Where the first letter of the swapped pair stands, shape (N,)."""
    glyphs: Floats
    """Which of a letter's glyphs is taken, as a share in [0, 1), shape (N, T)."""
    inks: Floats
    """Red, green and blue of each letter's ink, 0..1, shape (N, T, 3): half of them white."""


SWAP_SHORT = WordTask("swap-short", "Swapped word: 4 and 5 letters", "자리 바뀐 글자: 4~5글자", 4, 5)
SWAP_NORMAL = WordTask("swap-normal", "Swapped word: 4 to 8 letters", "자리 바뀐 글자: 4~8글자", 4, 8)
SWAP_WITH_RARE = replace(SWAP_NORMAL, rare=True)
"""What models are trained on that know rare words too."""
SWAP_CHALLENGE = WordTask(
    "swap-challenge", "Swapped word: 9 and 10 letters", "자리 바뀐 글자: 9~10글자", 9, 10, "challenge"
)
SWAP_LONGER = WordTask("swap-longer", "Swapped word: 11 to 14 letters", "자리 바뀐 글자: 11~14글자", 11, 14, "longer")
