"""Swapped words put right by a dictionary, ours and another, both told what the same reader read."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any, cast

import numpy as np
import torch
from torch import Tensor
from tqdm import tqdm

from benchmarks.inked import Inked
from benchmarks.other_readers import MissingError
from seqdemo.checkpoints import Loaded
from seqdemo.handwriting.glyphs import GlyphBank
from seqdemo.letters import letters_of
from seqdemo.models.swap_dictionary import SwapDictionary
from seqdemo.sequences.batches import WordBatch, word_batch
from seqdemo.sequences.words import SWAP_CHALLENGE, SWAP_LONGER, SWAP_NORMAL, Split, WordTask, all_words, split_of
from seqdemo.training import spelling

TASKS = {"accuracy": SWAP_NORMAL, "challenge": SWAP_CHALLENGE, "longer": SWAP_LONGER}
"""By the names that their figures have on the cards."""
Readings = Sequence[Tensor]
"""Of each word the log-probabilities of its letters as shown, shape (letters, 26)."""


@dataclass(frozen=True)
class Corrector:
    """A corrector of words with what one must know to repeat its figures."""

    name: str
    title: str
    version: str
    settings: str
    correct: Callable[[Readings], list[str]]
    """A word in capitals for each reading."""


def correctors_contest(models: Iterable[Loaded], letters: Inked, samples: int, split: Split = "test") -> dict[str, Any]:
    """Share of `samples` words of each task that come out right, with the split's words in the list and without.

    `listed` and `unlisted` are never mixed; `ms` is processor time per word of any length, after the letters were read.
    `left_out` says what to install for a corrector that was not there.
    """
    ours = next(loaded for loaded in models if isinstance(loaded.model, SwapDictionary))
    bank = spelling.seen(ours.model, letters.bank(letters.images()))
    makers = {"swap-dictionary": lambda without: dictionary(ours, without), "symspell": symspell}
    rows, left_out = [], {}
    for name, maker in tqdm(makers.items(), "Asking correctors of words", leave=False):
        try:
            rows.append(_row(maker(None), maker(split), bank, samples, split))
        except MissingError as error:
            left_out[name] = str(error)
    return {"samples": samples, "rows": rows, "left_out": left_out}


def dictionary(ours: Loaded, without: Split | None) -> Corrector:
    """Our own with the words of a split in its list, or without."""
    own = cast(SwapDictionary, ours.model)
    model = own.not_knowing(without) if without else own

    @torch.inference_mode()
    def correct(readings: Readings) -> list[str]:
        return [letters_of(model.answers(reading[None])[0].tolist()) for reading in readings]

    settings = f"{model.config.unlisted:g} of all words unlisted, one thread"
    return Corrector(ours.name, ours.title, ours.sha256[:12], settings, correct)


def symspell(without: Split | None, distance: int = 3, prefix: int = 7) -> Corrector:
    """SymSpell (Garbe 2012): the word of the list with the fewest edits, told the most probable letters.

    Of 2 and 3 edits, and of equal counts and the frequencies that it brings, these wrote the most validation words.
    """
    try:
        from symspellpy import SymSpell, Verbosity
    except ImportError:
        raise MissingError("pip install -r benchmarks/requirements.txt") from None
    speller = SymSpell(distance, prefix)
    for word in sorted(all_words()):
        if split_of(word) != without:
            speller.create_dictionary_entry(word, 1)

    def correct(readings: Readings) -> list[str]:
        read = (letters_of(reading.argmax(-1).tolist()) for reading in readings)
        found = (speller.lookup(word, Verbosity.TOP, include_unknown=True) for word in read)
        return [suggestions[0].term for suggestions in found]

    settings = f"at most {distance} edits, a swap counting as one; prefixes of {prefix}; all words equally frequent"
    return Corrector("symspell", "SymSpell", f"symspellpy {version('symspellpy')}", settings, correct)


def _row(knowing: Corrector, unknowing: Corrector, bank: GlyphBank, samples: int, split: Split) -> dict[str, Any]:
    begun = time.process_time()
    listed = {name: right(knowing, task, bank, samples, split) for name, task in TASKS.items()}
    ms = 1000 * (time.process_time() - begun) / (samples * len(TASKS))
    unlisted = {name: right(unknowing, task, bank, samples, split) for name, task in TASKS.items()}
    told = {name: getattr(knowing, name) for name in ("name", "title", "version", "settings")}
    return {**told, "listed": listed, "unlisted": unlisted, "ms": round(ms, 4)}


def right(corrector: Corrector, task: WordTask, bank: GlyphBank, samples: int, split: Split) -> float:
    """Share of the first so many samples of a split that come out right."""
    batch = word_batch(task, bank, split, spelling.SEED, np.arange(samples))
    answers = corrector.correct(_of_each(batch, batch.images))
    meant = [letters_of(word.tolist()) for word in _of_each(batch, batch.words)]
    return round(sum(a == b for a, b in zip(answers, meant, strict=True)) / samples, 5)


def _of_each(batch: WordBatch, padded: Tensor) -> list[Tensor]:
    return [row[:length] for row, length in zip(padded, batch.lengths.tolist(), strict=True)]
