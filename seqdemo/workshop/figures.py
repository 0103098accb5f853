"""How a run does on writers that it never learns from, and what it is held against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn

from seqdemo.handwriting.glyphs import GlyphBank
from seqdemo.handwriting.inkset import Split
from seqdemo.models.exact_line import following, lapsed
from seqdemo.models.line_reasoner import LineReasoner
from seqdemo.models.row_rnn import RowRnn
from seqdemo.models.seq2seq import Seq2Seq
from seqdemo.sequences.arithmetic import NORMAL
from seqdemo.sequences.batches import Batch, features_batch
from seqdemo.sequences.rows import ROW_2
from seqdemo.sequences.samples import trained_on
from seqdemo.sequences.words import WordTask
from seqdemo.training import characters, spelling
from seqdemo.training.objectives import LAPSE_RATE
from seqdemo.workshop.readings import Readings
from seqdemo.workshop.recipe import Task

SEED = 0
"""Of the sequences that are measured on; training draws from another."""
CHECKED, TESTED = 500, 4_000
"""Sequences on which a run is checked on the way, and tested at its end."""
_CHUNK = 500


@dataclass(frozen=True)
class Figures:
    """Shares of right answers, 0..1."""

    accuracy: float
    """The mean over the lengths."""
    by_length: Mapping[int, float]


def bank_of(task: Task, readings: Readings, split: Split) -> GlyphBank:
    """What runs of a task learn from, or are measured on."""
    banks = {"next": readings.strokes, "words": readings.image, "rows": readings.characters}
    return banks[task.name][split]


@torch.inference_mode()
def measured(model: nn.Module, bank: GlyphBank, split: Split, count: int, trained_as: str) -> Figures:
    """The right answers to so many samples of a split, of the task that the model was trained on."""
    model.eval()
    if isinstance(model, LineReasoner):
        return _lines(model, bank, split, count)
    if isinstance(model, Seq2Seq):
        task = trained_on(trained_as)
        assert isinstance(task, WordTask)
        found = spelling.spell(model, task, bank, split, min(count, task.count(split)))
        return _by_length(found.lengths, found.right)
    assert isinstance(model, RowRnn)
    return _rows(model, bank, count)


def chance(task: Task, bank: GlyphBank) -> float:
    """What a guess is worth: any letter of the alphabet, any word, the more frequent kind of character."""
    if task.name == "rows":
        answers = np.array(ROW_2.answer_of)[bank.labels.numpy()]
        return float(np.bincount(answers).max() / len(answers))
    return float(1 / 26) if task.name == "next" else 0.0


@torch.inference_mode()
def exact(bank: GlyphBank, split: Split, count: int) -> Figures:
    """What exact reasoning makes of the same readings of rows of letters."""
    parts = [_told(following(NORMAL.name, lapsed(batch.images, LAPSE_RATE)), batch)
             for batch in _batches(bank, split, count)]  # fmt: skip
    return _joined(parts)


def _lines(model: LineReasoner, bank: GlyphBank, split: Split, count: int) -> Figures:
    return _joined([_told(model.reason(batch.images, batch.lengths), batch) for batch in _batches(bank, split, count)])


def _batches(bank: GlyphBank, split: Split, count: int) -> Iterator[Batch]:
    for at in range(0, count, _CHUNK):
        yield features_batch(NORMAL, bank, split, SEED, np.arange(at, min(at + _CHUNK, count)))


def _told(reasoning: torch.Tensor, batch: Batch) -> tuple[np.ndarray, np.ndarray]:
    """Length of each row of letters, and whether its answer is right."""
    answers = reasoning.argmax(-1).gather(1, batch.lengths[:, None] - 1)[:, 0]
    return batch.lengths.numpy(), (answers == batch.answers).numpy()


def _joined(parts: list[tuple[np.ndarray, np.ndarray]]) -> Figures:
    lengths, right = (np.concatenate(column) for column in zip(*parts, strict=True))
    return _by_length(lengths, right)


def _by_length(lengths: np.ndarray, right: np.ndarray) -> Figures:
    shares = {int(n): round(float(right[lengths == n].mean()), 5) for n in np.unique(lengths)}
    return Figures(round(float(np.mean(list(shares.values()))), 5), shares)


def _rows(model: RowRnn, bank: GlyphBank, count: int) -> Figures:
    """Of characters from all classes."""
    if count < len(bank):
        chosen = torch.linspace(0, len(bank) - 1, count).long()
        bank = GlyphBank(bank.images[chosen], bank.labels[chosen], bank.offsets)
    table = characters.confusion(ROW_2, model, bank)
    right = float(table[np.arange(len(table)), ROW_2.answer_of].sum() / table.sum())
    return Figures(round(right, 5), {1: round(right, 5)})
