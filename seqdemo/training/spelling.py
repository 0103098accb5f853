"""Accuracies of encoder-decoders on words and writers that training never saw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

import numpy as np
import torch
from jaxtyping import Bool, Int
from torch import Tensor, nn

from seqdemo.handwriting.glyphs import GlyphBank
from seqdemo.letters import ALPHABET
from seqdemo.models.kind import kind_of
from seqdemo.models.log_probs import certain, certainty
from seqdemo.models.outputs import Corrected
from seqdemo.models.protocols import Corrector, EncoderDecoder, Speller
from seqdemo.models.search import search
from seqdemo.models.swap_dictionary import SwapDictionary
from seqdemo.models.symbols import END
from seqdemo.sequences.batches import WordBatch, word_batch
from seqdemo.sequences.words import SWAP_CHALLENGE, SWAP_LONGER, SWAP_NORMAL, Split, WordTask
from seqdemo.training.data import Letters
from seqdemo.training.features import plainly

SEED = 0
CHUNK = 500
BEAM = 4
CHECKED = 1000
"""Words of each kind on which a run is validated."""
ON_TRUTH = "reasoning_on_truth"
UNLISTED = "unlisted"


@dataclass(frozen=True, eq=False)
class Spelled:
    """How a model did on samples of one task, one entry each."""

    lengths: Int[np.ndarray, "sample"]
    right: Bool[np.ndarray, "sample"]
    """Whole word right, its end included."""
    vision: float
    """Share of letters that the encoder, by its probe, reads right."""


def validate(model: nn.Module, letters: Letters) -> dict[str, float]:
    """Words right as long as in training (`reasoning`) and longer (`longer`); `score` is their mean."""
    bank = seen(model, letters.val)
    normal = spell(model, SWAP_NORMAL, bank, "val", CHECKED)
    longer = float(spell(model, SWAP_CHALLENGE, bank, "val", CHECKED).right.mean())
    reasoning = float(normal.right.mean())
    score = (reasoning + longer) / 2 + 0.01 * normal.vision
    return {"vision": normal.vision, "reasoning": reasoning, "longer": longer, "score": score}


def measure(model: nn.Module, letters: Letters) -> dict[str, Any]:
    """All test words, greedy and with a beam: `accuracy` (4 to 8 letters), `challenge` (9, 10), `longer` (11 to 14).

    `reasoning_on_truth`: words of 4 to 8 letters right if the model is told the true letters, where it can be told.
    Of a dictionary, all these are words in its list; `unlisted` has the same figures with the test words taken off it.
    """
    bank = seen(model, letters.test)
    greedy = _spelled_all(model, bank)
    beam = greedy if _has_own_search(model) else _spelled_all(model, bank, BEAM)
    unlisted = {}
    if isinstance(model, SwapDictionary):
        unlisted = {UNLISTED: _spelled_all(model.not_knowing("test"), bank)}
    told = {ON_TRUTH: _spelled_all(model, _told(bank))} if bank.images.ndim == 2 else {}
    return {
        **_shares(greedy),
        **{name: _share(spelled["accuracy"]) for name, spelled in told.items()},
        "vision": greedy["accuracy"].vision,
        "beam": {"width": BEAM, **_shares(beam)},
        "sequences": {name: len(spelled.right) for name, spelled in greedy.items()},
        "by_length": _by_length({"accuracy": greedy, "beam": beam, **told, **unlisted}),
        **{name: _shares(spelled) for name, spelled in unlisted.items()},
    }


def _spelled_all(model: nn.Module, bank: GlyphBank, beam: int = 1) -> dict[str, Spelled]:
    tasks = {"accuracy": SWAP_NORMAL, "challenge": SWAP_CHALLENGE, "longer": SWAP_LONGER}
    return {name: spell(model, task, bank, "test", task.count("test"), beam) for name, task in tasks.items()}


def _told(bank: GlyphBank) -> GlyphBank:
    """A bank of what a reader would say that is never wrong and always certain."""
    return replace(bank, images=certain(bank.labels))


def _by_length(ways: Mapping[str, Mapping[str, Spelled]]) -> dict[str, dict[str, float]]:
    table: dict[str, dict[str, float]] = {}
    for way, found in ways.items():
        for spelled in found.values():
            for length in np.unique(spelled.lengths):
                right = spelled.right[spelled.lengths == length]
                table.setdefault(str(length), {})[way] = round(float(right.mean()), 5)
    return table


def _shares(found: Mapping[str, Spelled]) -> dict[str, float]:
    return {name: _share(spelled) for name, spelled in found.items()}


def _share(spelled: Spelled) -> float:
    return float(spelled.right.mean())


def seen(model: nn.Module, bank: GlyphBank) -> GlyphBank:
    """What a reader makes of each letter of a bank, once for all; for the report's CNN the images themselves."""
    speller = cast(Speller, model)
    return plainly(speller.cnn, bank) if speller.config.cnn != "report" else bank


@torch.inference_mode()
def spell(model: nn.Module, task: WordTask, bank: GlyphBank, split: Split, count: int, beam: int = 1) -> Spelled:
    """The first `count` samples of a split."""
    batches = (
        word_batch(task, bank, split, SEED, np.arange(at, min(at + CHUNK, count))) for at in range(0, count, CHUNK)
    )
    parts = [_spelled(model, batch, beam) for batch in batches]
    return Spelled(
        np.concatenate([part.lengths for part in parts]),
        np.concatenate([part.right for part in parts]),
        float(np.mean([part.vision for part in parts])),
    )


def _spelled(model: nn.Module, batch: WordBatch, beam: int) -> Spelled:
    if _has_own_search(model):
        answers, vision = _corrected(cast(Corrector, model), batch)
    else:
        answers, vision = _searched(cast(EncoderDecoder, model), batch, beam)
    letters_right = (vision.argmax(-1) == batch.letters)[batch.real].float().mean()
    return Spelled(batch.lengths.cpu().numpy(), _right(answers, batch).cpu().numpy(), float(letters_right))


def _has_own_search(model: nn.Module) -> bool:
    return issubclass(kind_of(model).output, Corrected)


def _searched(model: EncoderDecoder, batch: WordBatch, beam: int) -> tuple[Tensor, Tensor]:
    memory = model.encode(given(model, batch), batch.lengths)
    return search(model, memory, beam).symbols[:, 0], memory.vision


def _corrected(model: Corrector, batch: WordBatch) -> tuple[Tensor, Tensor]:
    """The same of a model that has a search of its own, and takes words of one length at a time."""
    glance = batch.images
    answers = torch.full_like(batch.words, END)
    for length in batch.lengths.unique().tolist():
        rows = batch.lengths == length
        answers[rows, :length] = model.answers(glance[rows, :length])
    return answers, glance


def _right(answers: Int[Tensor, "batch step"], batch: WordBatch) -> Bool[Tensor, "batch"]:
    """Letter by letter, and ended where the word ends."""
    word = torch.where(batch.real, batch.words, END)
    size = max(answers.shape[1], word.shape[1]) + 1
    return (_to(size, answers) == _to(size, word)).all(dim=1)


def _to(size: int, symbols: Int[Tensor, "batch step"]) -> Int[Tensor, "batch size"]:
    return torch.nn.functional.pad(symbols, (0, size - symbols.shape[1]), value=END)


def given(model: EncoderDecoder, batch: WordBatch) -> Tensor:
    """What the encoder is given: what a reader said already, or what the model's own CNN makes of the images."""
    if batch.images.ndim == 3:
        return certainty(batch.images[..., -len(ALPHABET) :])
    return model.see(batch.images, batch.lengths).given
